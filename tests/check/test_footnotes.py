"""What is told of broken footnotes besides the place: related places, offers, severities, and what only once."""

import pytest


@pytest.fixture
def told(hits):
    """The hits for one fault."""
    return lambda fault, text, name="post.md", **options: hits("footnotes", text, name, fault=fault, **options)


def test_a_misspelt_label_offers_the_note_that_nothing_refers_to(told):
    (hit,) = told("undefined", "It rang.[^foundery]\n\n[^foundry]: The one in the lane.\n")
    assert [offer.text for offer in hit.suggestions] == ["[^foundry]"]
    assert [(one.place.line, one.role) for one in hit.related] == [(3, "note")]


def test_a_forgotten_colon_is_pointed_at(told):
    (hit,) = told("undefined", "It rang.[^1]\n\n[^1] The one in the lane.\n")
    assert hit.place.line == 1
    assert "colon" in hit.related[0].message


def test_a_note_of_restructuredtext_without_its_marks_is_pointed_at(told):
    (hit,) = told("undefined", "Bells\n=====\n\nIt rang [1]_.\n\n[1] The one in the lane.\n", "bells.rst")
    assert (hit.place.line, hit.related[0].place.line) == (4, 6)
    assert "full stops" in hit.related[0].message


def test_numbers_are_not_taken_for_misspelt_numbers(told):
    (hit,) = told("undefined", "It rang.[^12]\n\n[^13]: The one in the lane.\n")
    assert not hit.suggestions


def test_every_reference_to_a_missing_note_is_told(told):
    assert len(told("undefined", "It rang.[^1] Again.[^1]\n")) == 2


def test_a_duplicate_points_at_the_first(told):
    (hit,) = told("duplicate-definition", "It rang.[^1]\n\n[^1]: Once.\n\n[^1]: Twice.\n")
    assert (hit.place.line, hit.related[0].place.line) == (5, 3)


def test_order_is_told_once_and_is_taste_where_the_format_counts(told):
    text = "A.[^3] B.[^2] C.[^1]\n\n[^1]: One.\n[^2]: Two.\n[^3]: Three.\n"
    (hit,) = told("order", text)
    assert hit.severity == "suggestion"
    (hit,) = told("order", "T\n\nIt is so.2 Or not.1\n\n1 One.\n\n2 Two.\n", "post.txt")
    assert hit.severity is None


def test_a_bibliography_is_in_the_order_of_the_alphabet(told):
    notes = "[^ames]: A.\n[^bell]: B.\n[^cole]: C.\n[^dean]: D.\n"
    assert told("order", f"A.[^dean] B.[^cole] C.[^bell] D.[^ames]\n\n{notes}") == []


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("A.[^1] B.[^4]\n\n[^1]: One.\n[^4]: Four.\n", ["2 to 3"]),
        ("A.[^1] B.[^3] C.[^5]\n\n[^1]: One.\n[^3]: Three.\n[^5]: Five.\n", ["2", "4"]),
        ("A.[^1] B.[^3]\n\n[^1]: One.\n", []),  # there is no note for 3: that is told, and enough
        ("A.[^1987]\n\n[^1987]: A year.\n", []),
    ],
)
def test_gaps(told, text, missing):
    assert [hit.words["missing"] for hit in told("gap", text)] == missing


def test_follow_ons_are_not_told(told):
    page = (
        '<p>A.<sup id="a"><a href="#x">1</a></sup></p><ol><li id="x">One. <a href="#a">↩</a></li>'
        '<li id="y">Two. <a href="#b">↩</a></li></ol>'
    )
    assert len(told("unused", page, "page.html")) == 1
    assert told("broken-backlink", page, "page.html") == []


def test_the_case_of_a_label_is_corrected(told):
    (hit,) = told("label-case", "A.[^Note]\n\n[^note]: One.\n")
    assert [(offer.text, offer.safe) for offer in hit.suggestions] == [("[^note]", True)]


def test_short_notes_may_be_the_same(told):
    text = "A.[^1] B.[^2]\n\n[^1]: See the list of them.\n[^2]: See the list of them.\n"
    assert len(told("duplicate-text", text, words=5)) == 1
    assert told("duplicate-text", text, words=6) == []
    assert told("duplicate-text", text, words=5, repeatable=["see the"]) == []
