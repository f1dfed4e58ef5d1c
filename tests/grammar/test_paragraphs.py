"""What an engine is asked about, and which of its remarks stand at which place of the file."""

import pytest

from lint.grammar.paragraphs import hit, paragraphs
from lint.grammar.remark import Remark
from lint.read import read


def asked(text, name="a.md"):
    return [item for post in read(name, text.encode()) for item in paragraphs(post, (name, 0))]


def test_paragraphs_items_and_captions_are_asked_about():
    text = "# A heading here\n\nOne *bold* word.\n\n- An item here\n\n> Their own words.\n\n```\nsome code\n```\n"
    assert [item.text for item in asked(text)] == ["One bold word.", "An item here"]


def test_code_is_a_letter_and_every_character_one_unit():
    (item,) = asked("So `x += 1` is 🙂 and 𝐛 here.\n")
    assert item.text == "So B is ☺ and ☺ here."
    assert len(item.text.encode("utf-16-le")) == 2 * len(item.passage.text)


def test_another_language_is_not_asked_about():
    assert asked("Der schnelle braune Fuchs springt wirklich immer wieder über den faulen alten Hund hinweg.\n") == []


@pytest.mark.parametrize(
    ("text", "wrong", "fixes", "excerpt"),
    [
        ("We has it.\n", "has", ("have",), "has"),
        ("We *has* it.\n", "We has", ("We have",), "We *has"),
        ("Tom &amp; we has it.\n", "has", ("have",), "has"),
        ("🙂 and\nwe has it.\n", "has", ("have",), "has"),
        ("We has it.\n", "has", (), None),
        ("We use github here.\n", "github", ("GitHub",), None),
        ("We set up it.\n", "set up", ("setup",), None),
        ("He said “we has it” then.\n", "has", ("have",), None),
        ("We use a `x` here.\n", "a", ("an",), None),
    ],
)
def test_what_a_remark_comes_to(text, wrong, fixes, excerpt):
    (item,) = asked(text)
    at = item.text.index(wrong)
    found = hit(item, Remark(at, at + len(wrong), "ID", "GRAMMAR", "wrong", fixes))
    assert (found and found.place.excerpt) == excerpt
    if found:
        assert [(fix.text, fix.safe) for fix in found.suggestions] == [(fix, False) for fix in fixes]


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (5, 5), (8, 40)])
def test_a_remark_outside_of_the_text_is_none(start, end):
    (item,) = asked("We has it.\n")
    assert hit(item, Remark(start, end, "ID", "GRAMMAR", "wrong", ("x",))) is None
