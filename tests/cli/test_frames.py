"""Frames of a publication's own: written in YAML, tried on posts, their mistakes named."""

import re
from pathlib import Path

import pytest

from lint.extract.claims.frames import OTHERS, lexicon
from lint.extract.claims.written import frames_of, pages
from lint.model.errors import RuleError

PAGE = (Path(__file__).resolve().parents[2] / "rules" / "frames" / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```yaml\n# (\S+)\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
TABLES = [
    [tuple(cell.strip() for cell in row.strip("| ").split(" | ")) for row in table.partition("\n\n")[0].split("\n")]
    for table in PAGE.split("| one post | another |\n| --- | --- |\n")[1:]
]
PAIRS, MATCHES, [TITLED] = TABLES
FRAME = """\
turnout:
  about: who voted
  unit: percent
  key: [ward]
  roles: {ward: place}
  nouns:
    - {say: turnout, ward: [in, owner]}
"""


@pytest.fixture
def house(tmp_path):
    """The folder of frames that the page shows."""
    for name, text in BLOCKS:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path / "house-frames"


def post(day, text):
    return f"---\ntitle: Of day {day}\ndate: 2025-03-{day}\n---\n{text}\n"


def far(month, text):
    """A post that lies too far from another for what is compared by topic."""
    return f"---\ntitle: Of month {month}\ndate: 2025-{month}-03\n---\n{text}\n"


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_frames_of_the_page_find_what_it_says(scratch, house, jobs):
    assert len(BLOCKS) == 3
    assert len(PAIRS) == 3
    scratch.write("copydesk.yaml", "frames: [house-frames/]\nselect: [figure]\n")
    for number, pair in enumerate(PAIRS):
        for day, text in zip(("03", "05"), pair, strict=True):
            scratch.write(f"{number}-{day}.md", post(day, text))
    found = scratch.json("--jobs", jobs).report["findings"]
    assert [(item["rule"], item["path"]) for item in found] == [
        ("figure-conflict", f"{number}-05.md") for number in range(len(PAIRS))
    ]


def test_the_rows_of_the_page_find_what_it_says(scratch, house):
    scratch.write("copydesk.yaml", "frames: [house-frames/]\nselect: [figure]\n")
    for day, (title, row) in zip(("03", "05"), (text.split(": ") for text in TITLED), strict=True):
        scratch.write(f"{day}.md", f"---\ntitle: {title}\ndate: 2025-03-{day}\n---\n{row}\n")
    assert [item["excerpt"] for item in scratch.json().report["findings"]] == ["201,000"]


def test_the_matches_of_the_page_find_what_it_says(scratch):
    scratch.write("copydesk.yaml", "select: [figure]\n")
    for number, pair in enumerate(MATCHES):
        for side, text in enumerate(pair):
            scratch.write(f"{number}-{side}.md", post("03", text))
    found = scratch.json().report["findings"]
    assert [item["path"] for item in found] == [f"{number}-1.md" for number in range(len(MATCHES))]


def test_without_them_nothing_is_known_of_it(scratch):
    scratch.write("copydesk.yaml", "select: [figure]\n")
    for month, text in zip(("03", "06"), PAIRS[1], strict=True):
        scratch.write(f"{month}.md", far(month, text))
    assert scratch.json().rules == []


def test_another_wording_makes_what_was_read_stale(scratch):
    scratch.write("copydesk.yaml", "frames: [own.yaml]\nselect: [figure]\n")
    lasting = FRAME.replace("  unit:", "  fades: fixed\n  unit:")
    scratch.write("own.yaml", lasting)
    scratch.write("a.md", far("03", "Participation in Ardley was 41%."))
    scratch.write("b.md", far("06", "Participation in Ardley was 47%."))
    assert scratch.json().rules == []
    scratch.write("own.yaml", lasting.replace("say: turnout", 'say: "turnout, participation"'))
    assert scratch.json().rules == ["figure-conflict"]


def test_the_same_id_takes_the_place_of_a_shipped_frame(tmp_path):
    path = tmp_path / "own.yaml"
    path.write_text(FRAME.replace("turnout:", "revenue:", 1), "utf-8")
    words = lexicon(pages([path]))
    assert words.frames["revenue"].about == "who voted"
    assert {form.words for form in words.forms if form.frame == "revenue"} == {("turnout",)}
    assert lexicon().frames["revenue"].about != "who voted"


def test_one_id_in_two_files_is_a_mistake(tmp_path):
    for name in ("a.yaml", "b.yml", "notes.txt"):
        (tmp_path / name).write_text(FRAME, "utf-8")
    files = pages([tmp_path])
    assert [Path(page.where).name for page in files] == ["a.yaml", "b.yml"]
    with pytest.raises(RuleError, match=r"b\.yml:1: the frame `turnout` already stands in .*a\.yaml"):
        lexicon(files)


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ("unit: percent", "unit: percents", 3, "`unit`: there is no `percents`; did you mean `percent`?"),
        ("unit:", "unti:", 3, "unknown key `unti`; did you mean `unit`?"),
        ("  unit: percent\n", "", 1, "the key `unit` is missing"),
        ("ward: place", "ward: town", 5, "`ward`: there is no `town`; known are"),
        ("  key: [ward]\n", "  key: [ward]\n  fades: levl\n", 5, "`fades`: there is no `levl`; did you mean `level`?"),
        ("  key: [ward]\n", "  key: [ward]\n  ongoing: dne\n", 5, "`ongoing`: there is no `dne`; did you mean `done`?"),
        ("key: [ward]", "key: []", 4, "`key`: expected the roles that make two figures one fact, found none"),
        ("key: [ward]", "key: [say]", 4, "`say` cannot be the name of a role"),
        ("owner", "onwer", 7, "`ward`: there is no `onwer`; did you mean `owner`? (or a preposition)"),
        ("ward: [in", "wrd: [in", 7, "`wrd` is neither a role of the frame nor a key; did you mean `ward`?"),
        ("say: turnout, ", "", 7, "the key `say` is missing: which nouns tell it?"),
        ("nouns:", "verbs:", 7, "the key `figure` is missing: where does the figure of these verbs stand?"),
        (
            "nouns:\n    - {say: turnout, ward: [in, owner]}",
            "nouns: []",
            1,
            "`turnout` has no `verbs`, `nouns` or `rows`",
        ),
        (
            "  nouns:",
            "  rows:\n    - {attribute: early}\n  nouns:",
            7,
            "the key `say` is missing: which labels tell it?",
        ),
        (
            "  nouns:",
            "  rows:\n    - {say: votes, sorts: a}\n  nouns:",
            7,
            "`sorts` is no key of a row; did you mean `sort`?",
        ),
        ("  nouns:", "  rows:\n    - {say: votes, below: los}\n  nouns:", 7, "`below`: there is no frame `los`"),
        (
            "key: [ward]",
            "key: [ward, town]\n  rows: [{say: votes}]",
            5,
            "`turnout` has `rows`, whose subject fills one role; its key has more",
        ),
        ("turnout:\n", "Turn out:\n", 1, "`Turn out` is no id of a frame; expected kebab-case"),
        ("about: who voted", "about: [who, voted]", 2, "`about`: expected text, found a list"),
        (FRAME, "- a\n", 1, "expected frames, each an id with its keys below it"),
    ],
)
def test_a_mistake_is_named_with_its_line(scratch, old, new, line, problem):
    scratch.write("copydesk.yaml", "frames: [own.yaml]\n")
    scratch.write("own.yaml", FRAME.replace(old, new, 1))
    done = scratch("check")
    assert done.code == 2
    assert f"own.yaml:{line}: {problem}" in done.err


def test_frames_that_are_not_there_are_a_mistake_of_the_configuration(scratch):
    scratch.write("copydesk.yaml", "language: en\nframes: [nowhere]\n")
    done = scratch("check")
    assert done.code == 2
    assert "copydesk.yaml:2: `frames`: there is no `nowhere`; expected a file or folder of frames" in done.err


def test_what_comes_with_copydesk_can_be_read_by_itself():
    folder = Path(__file__).resolve().parents[2] / "rules" / "frames"
    shipped = pages(sorted(path for path in folder.glob("*.yaml") if path.name not in OTHERS))
    assert sorted(name for page in shipped for name in frames_of(page)[0]) == sorted(lexicon().frames)
