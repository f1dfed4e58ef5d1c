"""Names and quotations of a post."""

import pytest

from lint.extract.names import mentions, names
from lint.extract.quotes import quotes
from lint.read import read


def post(text):
    [found] = read("post.md", f"---\ndate: 2025-01-01\n---\n\n{text}\n".encode())
    return found


def names_of(found):
    return names(found, mentions(found))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We met Ada Lovelace in London.", ["Ada Lovelace", "London"]),
        ("However, Tarn Motors’s plan failed.", ["Tarn Motors"]),
        ("The Bank of England and Procter & Gamble.", ["Bank of England", "Procter & Gamble"]),
        ("In iOS, OpenAI and AT&T won.", ["iOS", "OpenAI", "AT&T"]),
        ("It was Brickell Inc. that won.", ["Brickell Inc"]),
        ("The CEO of Apple spoke.", ["CEO", "Apple"]),
        ("Nothing here. Sales rose.", []),
        ("They bought the Pixel 10 there.", ["Pixel 10"]),
    ],
)
def test_names(text, found):
    assert [spot.text for spot in names_of(post(text))] == found


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Apple", "organisation"),
        ("Brickell Inc", "organisation"),
        ("Reuters", "publication"),
        ("Medicines Agency", "authority"),
        ("Oslo", ""),
    ],
)
def test_kinds(name, kind):
    [spot] = names_of(post(f"It was said by {name} there."))
    assert (spot.text, spot.kind) == (name, kind)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“We are not for sale,” said Ada Lovelace.", [("We are not for sale,", "Ada Lovelace")]),
        ("Ada Lovelace said: “We are not for sale.”", [("We are not for sale.", "Ada Lovelace")]),
        (
            '"We are not for sale," Lovelace said. "We never were for sale," she added.',
            [("We are not for sale,", "Lovelace"), ("We never were for sale,", "Lovelace")],
        ),
        ("«On ne vend pas ici», dit-elle.", [("On ne vend pas ici", "")]),
        ("“We are not for sale,” said the chief executive, Ada Lovelace.", [("We are not for sale,", "Ada Lovelace")]),
        ("As Ada Lovelace put it, “We are not for sale.”", [("We are not for sale.", "Ada Lovelace")]),
        ("Ada Lovelace said that “we are not for sale at all”.", [("we are not for sale at all", "Ada Lovelace")]),
        ("According to Lovelace: “We are not for sale.”", [("We are not for sale.", "Lovelace")]),
        ("“We are not for sale,” Gorse's founder Ada Lovelace said.", [("We are not for sale,", "Ada Lovelace")]),
        ("“We are not for sale” — Ada Lovelace", [("We are not for sale", "Ada Lovelace")]),
        ("“We are not for sale,” said a banker in London.", [("We are not for sale,", "")]),
        ("The so-called “deal” is off.", []),
        ('A 5" screen and a 6" one.', []),
        ("> We are not for sale at all.", [("We are not for sale at all.", "")]),
    ],
)
def test_quotes(text, found):
    assert [(spot.text, spot.kind) for spot in quotes(post(text))] == found


def test_places_are_exact():
    made = post("He met *Ada* Lovelace, who said: “It is *very* late now.”")
    for spot in (*names_of(made), *quotes(made)):
        assert made.source.text[spot.span.start : spot.span.end] == spot.place.excerpt


@pytest.mark.parametrize("text", ["A " * 5000, '"' * 5000, "“" * 5000, "A. " * 4000, "Aa " * 5000 + "said"])
def test_hostile_text_ends(text):
    names_of(post(text))
    quotes(post(text))
