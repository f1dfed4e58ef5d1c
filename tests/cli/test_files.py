"""Which files are read, what they are called, and what happens to those that cannot be."""

import os
import sys

import pytest

from lint.read import files

BAD = "We utilize it.\n"


def paths(done):
    return [finding["path"] for finding in done.report["findings"]]


def test_what_no_reader_sees_is_left_out(desk):
    for name in ("posts/a.md", "_site/a.md", "node_modules/x/a.md", ".git/a.md", "README.md", "posts/.draft.md"):
        desk.write(name, BAD)
    desk.write(".gitignore", "private/\n")
    desk.write("private/a.md", BAD)
    assert paths(desk.json()) == ["posts/a.md"]


def test_a_file_that_is_named_is_read_all_the_same(desk):
    desk.write("_site/a.md", BAD)
    assert paths(desk.json("_site/a.md")) == ["_site/a.md"]
    assert paths(desk.json("_site")) == ["_site/a.md"]


@pytest.mark.parametrize(
    ("config", "found"),
    [
        ("include: [posts/]\n", ["posts/a.md", "posts/old/b.md"]),
        ("include: ['*.txt']\n", ["c.txt"]),
        ("exclude: [posts/old/]\n", ["c.txt", "posts/a.md"]),
        ("include: [posts/]\nexclude: [b.md]\n", ["posts/a.md"]),
    ],
)
def test_include_and_exclude(desk, config, found):
    for name in ("posts/a.md", "posts/old/b.md", "c.txt"):
        desk.write(name, BAD)
    desk.write("copydesk.yaml", "rules: [rules]\nselect: [house]\n" + config)
    assert paths(desk.json()) == found
    assert paths(desk.json("posts", "c.txt")) == found if "c.txt" in found else True


@pytest.mark.parametrize(
    "name", ["a b.md", "größe/ü 🙂.md", "日本/語.txt", "it's.md", "-dash.md", "a%20b.md", "#1.md", "[x].md"]
)
def test_names(desk, name):
    desk.write(f"posts/{name}", BAD)
    assert paths(desk.json()) == [f"posts/{name}"]
    assert paths(desk.json("--", f"posts/{name}")) == [f"posts/{name}"]
    assert f" posts/{name}:1:4" in desk("check").out


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names are text there")
def test_a_name_that_is_no_text_is_shown_escaped(desk):
    os.makedirs(desk.folder / "posts")
    with open(os.fsencode(desk.folder / "posts") + b"/\xff.md", "w") as file:
        file.write(BAD)
    done = desk.json()
    assert done.code == 1
    assert paths(done) == ["posts/\\xff.md"]
    assert desk("check").code == 1
    assert desk.json("--output", "report.json").code == 1


def test_paths_from_elsewhere(desk):
    desk.write("posts/a.md", BAD)
    desk.write("rules/x/y.txt")
    done = desk.json("../../posts/a.md", cwd="rules/x")
    assert paths(done) == ["../../posts/a.md"]
    assert paths(desk.json(desk.folder / "posts" / "a.md")) == ["posts/a.md"]


def test_each_file_is_reported_once(desk):
    desk.write("posts/a.md", BAD)
    assert paths(desk.json("posts", "posts/a.md", ".", desk.folder / "posts")) == ["posts/a.md"]


def test_a_file_that_vanishes_is_a_finding_not_a_crash(desk):
    path = desk.write("posts/a.md", BAD)
    found = files.find
    desk.monkeypatch.setattr(files, "find", lambda *arguments: [*found(*arguments), path.with_name("b.md")])
    done = desk.json("--select", "house,input")
    assert done.code == 1
    assert done.rules == ["house-terms", "input-unreadable-file"]
    assert done.report["findings"][1]["path"] == "posts/b.md"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is closed to this user")
def test_a_file_that_may_not_be_read_is_a_finding(desk):
    desk.write("a.md", BAD).chmod(0)
    done = desk.json("--select", "house,input")
    assert done.rules == ["input-unreadable-file"]


def test_a_folder_with_the_name_of_a_post(desk):
    desk.write("posts/a.md/inner.md", BAD)
    assert paths(desk.json()) == ["posts/a.md/inner.md"]


def test_a_link_that_leads_nowhere(desk):
    desk.write("posts/a.md", BAD)
    try:
        (desk.folder / "posts" / "b.md").symlink_to("none.md")
    except OSError:
        pytest.skip("no links here")
    assert paths(desk.json()) == ["posts/a.md"]


def test_a_read_only_publication_is_linted_all_the_same(desk):
    desk.write("a.md", BAD)
    desk.write(".copydesk", "a file where the index would be")
    assert paths(desk.json()) == ["a.md"]


def test_no_cache_leaves_nothing_behind(desk):
    desk.write("a.md", BAD)
    assert desk("check", "--no-cache").code == 1
    assert not (desk.folder / ".copydesk").exists()
    assert desk("check").code == 1
    assert (desk.folder / ".copydesk" / ".gitignore").read_text() == "*\n"


def test_an_edit_is_seen(desk):
    desk.write("a.md", BAD)
    assert desk("check").code == 1
    desk.write("a.md", "We use it...\n")
    assert desk("check").code == 0
    desk.write("a.md", BAD)
    assert desk("check").code == 1
    desk.write("rules/terms.yaml", "id: house-terms\nkind: existence\nmessage: x\noptions: {tokens: [other]}\n")
    assert desk("check").code == 0


def test_an_index_that_is_damaged_is_made_anew(desk):
    desk.write("a.md", BAD)
    assert desk("check").code == 1
    for path in (desk.folder / ".copydesk").glob("*.db*"):
        path.write_bytes(b"not a database" * 500)
    assert desk("check").code == 1


def spawned(desk, *arguments, given):
    done = desk.spawn("check", "--format", "json", *arguments, given=given)
    assert b"Traceback" not in done.stderr
    return done


def test_standard_input(desk):
    done = spawned(desk, "-", given=b"We utilize it.\n")
    assert done.returncode == 1
    assert b'"path": "stdin.md"' in done.stdout
    done = spawned(desk, "--stdin-filename", "posts/new.txt", "-", given=b"# We utilize it.\n")
    assert b'"path": "posts/new.txt"' in done.stdout


def test_standard_input_in_the_place_of_a_file_of_the_publication(desk):
    desk.write("posts/a.md", BAD)
    desk.write("posts/b.md", BAD)
    done = spawned(desk, "--stdin-filename", "posts/a.md", "-", given=b"Fine.\n")
    assert (done.returncode, b'findings": []' in done.stdout) == (0, True)
    assert desk.json().code == 1
    assert paths(desk.json()) == ["posts/a.md", "posts/b.md"]


def test_standard_input_finds_the_configuration_of_its_name(scratch):
    scratch.write("site/copydesk.yaml", "rules: [house]\nselect: [house]\n")
    rule = "id: house-terms\nkind: existence\nseverity: error\nmessage: x\noptions: {tokens: [utilize]}\n"
    scratch.write("site/house/terms.yaml", rule)
    done = spawned(scratch, "--stdin-filename", "site/posts/new.md", "-", given=b"We utilize it.\n")
    assert done.returncode == 1
    assert b'"path": "site/posts/new.md"' in done.stdout


@pytest.mark.parametrize("given", [b"", b"\xff\xfe\x00\x00", b"a" * 200_000, b"---\n\tx: [\n---\n\ntext\n"])
def test_standard_input_of_any_kind(desk, given):
    assert spawned(desk, "-", given=given).returncode in (0, 1)


def test_standard_input_without_a_suffix(desk):
    done = spawned(desk, "--stdin-filename", "draft", "-", given=b"x")
    assert done.returncode == 2
    assert b"the name of standard input needs a suffix, such as draft.md" in done.stderr


def test_archive_is_compared_with_and_not_reported_on(scratch):
    scratch.write("old/a.md", "utilize [^1]\n")
    scratch.write("new.md", "Fine.\n")
    done = scratch.json("new.md", "--archive", "old")
    assert done.code == 0
    assert done.report["summary"]["files"] == 1
