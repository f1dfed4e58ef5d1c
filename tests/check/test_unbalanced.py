"""Marks without a partner."""

import pytest


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The keeper said “come in and shut the door.", ["“"]),
        ('The keeper said "come in and shut the door.', ['"']),
        ("The keeper said come in and shut the door.”", ["”"]),
        ('The keeper said come in and shut the door."', ['"']),
        ("Seven boats (two of them new came back.", ["("]),
        ("Seven boats came back), two of them new.", [")"]),
        ("Seven [two of them new boats came back.", ["["]),
        ("“One,” he said. “Two. Then he left.", ["“"]),
        ('"One," he said. "Two. Then he left.', ['"']),
        ("“One,” he said. Two,” he said, and left.", ["”"]),
        ("The first (of (two) came back.", ["("]),
        ("He said “no.\n\nThen he left the house.", ["“"]),
    ],
)
def test_what_stands_alone(excerpts, text, found):
    assert excerpts("unbalanced", text + "\n") == found


@pytest.mark.parametrize(
    "text",
    [
        "“Come in,” he said. (He had no choice.) “Shut the door.”",
        '"Come in," he said. "Shut the door."',
        "“The first paragraph of what he said.\n\n“The second, and the last.”",
        '"The first paragraph of what he said.\n\n"The second, and the last."',
        "(It began in May.\n\nIt ended in June.)",
        "Three things: a) bread, b) salt and c) water. 1) Eat. 2) Drink.",
        "Pack (see list 2) and go; take (either a or b) with you.",
        "There are two: (1) bread and (2) salt.",
        'A 5" screen, a 6\'2" man, a 3.5” disk and a 12 " rule.',
        'He said: "I want the 24" one." Then he left.',
        "So it goes :) and so it does not :( but ;-) it does =) anyway.",
        "It was late (really: ;) and we left.",
        "For x in [0, 1) it holds; in (0, 1] it does not.",
        "„So ist es“, sagte er. »So nicht«, sagte sie. «Non», dit-il.",
        "The dogs’ tails and the ’90s; ’tis the keepers’ own.",
        '`print("(")` prints a bracket.',
        "    (code\n",
        'He said "come in” and shut the door.',
        "“He told me “stop” and I stopped.”",
        "Use ``quotes'' as in TeX (or not.",
        "The line ends here: “and then…",
        "He wrote:\n\n> “It is late.\n\n> It is dark.”",
        "[A link](https://example.org/a_(b)) and ![an image](b.png).",
        "¯\\\\_(ツ)_/¯",
        '"',
        "",
    ],
)
def test_what_has_its_partner_or_needs_none(excerpts, text):
    assert excerpts("unbalanced", text + "\n") == []


def test_a_partner_may_stand_a_few_paragraphs_later(excerpts):
    text = "He began (and who would not.\n\n" + "It rained.\n\n" * 3 + "It stopped.)\n"
    assert excerpts("unbalanced", text) == []
    assert excerpts("unbalanced", text, reach=2) == ["(", ")"]


@pytest.mark.parametrize("text", ["(" * 20_000, '"' * 20_001, "“ " * 20_000, ") " * 20_000, "[" * 9_999 + "]" * 9_998])
def test_hostile_text_ends(hits, text):
    assert hits("unbalanced", "A " + text + "\n") == []
