"""check --fix and check --diff, from the command line."""

import os

import pytest

SWAP = """\
id: house-swap
kind: substitution
severity: {severity}
message: "not “{{excerpt}}”"
options:
  swap: {{utilise: {choices}}}
"""


@pytest.fixture
def mender(desk):
    """A publication with a rule whose fix is certain (error) and one that offers two (warning)."""
    desk.write("rules/one.yaml", SWAP.format(severity="error", choices="use"))
    two = SWAP.format(severity="warning", choices="end|stop").replace("swap", "cease").replace("utilise", "cease")
    desk.write("rules/two.yaml", two.replace("cease: {", "swap: {"))
    return desk


def test_fix_changes_what_is_certain_and_reports_the_rest(mender):
    path = mender.write("posts/a.md", "We utilise it\r\nand cease it.\r\n")
    done = mender.json("--fix")
    assert path.read_bytes() == b"We use it\r\nand cease it.\r\n"
    assert done.rules == ["house-cease"]
    assert done.err.splitlines()[-1] == "Fixed 1 in 1 file"
    assert done.code == 0


def test_diff_shows_the_first_of_every_fix_and_changes_nothing(mender):
    path = mender.write("posts/a.md", "We utilise it\nand cease it.\n")
    done = mender("check", "--diff")
    assert done.out.splitlines() == [
        "--- posts/a.md",
        "+++ posts/a.md",
        "@@ -1,2 +1,2 @@",
        "-We utilise it",
        "-and cease it.",
        "+We use it",
        "+and end it.",
    ]
    assert done.err.splitlines()[-1] == "2 of 2 could be fixed"
    assert done.code == 1
    assert path.read_text() == "We utilise it\nand cease it.\n"


def test_where_nothing_is_fixed_no_file_is_touched(mender):
    path = mender.write("posts/a.md", "We cease it, and “they utilise it”.\n")
    os.utime(path, (1, 1))
    done = mender("check", "--fix")
    assert path.stat().st_mtime == 1
    assert done.err.splitlines() == [
        "copydesk: posts/a.md:1:24: house-swap is not fixed: it stands in a quotation",
        "Fixed 0",
    ]


def test_only_what_is_reported_on_is_fixed(mender):
    mender.write("posts/a.md", "We utilise it.\n")
    other = mender.write("posts/b.md", "We utilise it.\n")
    mender("check", "--fix", "posts/a.md")
    assert other.read_text() == "We utilise it.\n"


def test_what_is_not_shown_is_not_fixed(mender):
    mender.write("rules/one.yaml", SWAP.format(severity="suggestion", choices="use"))
    path = mender.write("posts/a.md", "We utilise it.\n")
    mender("check", "--fix")
    assert path.read_text() == "We utilise it.\n"
    mender("check", "--fix", "--verbose")
    assert path.read_text() == "We use it.\n"


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_are_written_through_inside_the_publication_only(mender, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "c.md"
    outside.write_text("We utilise it.\n")
    inside = mender.write("posts/a.md", "We utilise it.\n")
    (mender.folder / "a.md").symlink_to(inside)
    (mender.folder / "c.md").symlink_to(outside)
    mender("check", "--fix", "a.md")
    assert inside.read_text() == "We use it.\n"
    assert (mender.folder / "a.md").is_symlink()
    done = mender("check", "--fix", "c.md", "--config", "copydesk.yaml")
    assert outside.read_text() == "We utilise it.\n"
    assert "outside the publication" in done.err
    mender("check", "--fix", outside, "--config", "copydesk.yaml")
    assert outside.read_text() == "We use it.\n"


def test_standard_input_comes_out_fixed_and_the_report_beside_it(mender):
    done = mender.spawn("check", "--fix", "--stdin-filename", "a.md", "-", given=b"We utilise it\r\nand cease it.\r\n")
    assert done.stdout == b"We use it\r\nand cease it.\r\n"
    assert b"Fixed 1 in 1 file" in done.stderr
    assert b"house-cease" in done.stderr
    done = mender.spawn("check", "--fix", "-", given=b"Fine.\n")
    assert done.stdout == b"Fine.\n"


def test_fix_and_diff_are_two_things(mender):
    assert mender("check", "--fix", "--diff").code == 2
