"""occurrence: too many, and too few."""

import pytest

TEXT = "# One! Two!\n\nA! B! C! D!\n\n- E! And so on.\n"


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ({"max": 3}, [("!", "4")]),
        ({"max": 1}, [("!", "2"), ("!", "4")]),
        ({"max": 4, "scope": "summary"}, [("!", "5")]),
        ({"max": 0, "scope": "heading"}, [("!", "2")]),
        ({"max": 0, "scope": "sentence"}, [("!", "1")] * 5),
        ({"min": 1, "scope": "sentence"}, [("And so on.", "0")]),
        ({"min": 3, "scope": "list"}, [("!", "1")]),
        ({"min": 9, "scope": "summary"}, [("!", "5")]),
        ({"max": 9}, []),
        ({"min": 9, "scope": "raw"}, [("!", "7")]),
    ],
)
def test_counts_by_passage(hits, options, found):
    hits = hits("occurrence", TEXT, token="!", **options)
    assert [(TEXT[hit.span.start : hit.span.end], hit.words["count"]) for hit in hits] == found


def test_what_is_missing_from_a_whole_post_is_said_at_its_beginning(hits):
    for scope in ("raw", "summary"):
        (hit,) = hits("occurrence", TEXT, token="disclosure", min=1, scope=scope)
        assert (hit.span.start, hit.span.end) == (0, 0)


def test_marks_the_first_too_many(hits):
    (hit,) = hits("occurrence", TEXT, token="!", max=3)
    assert TEXT[: hit.span.start].endswith("D")


@pytest.mark.parametrize(
    "options",
    [
        {"max": 1},
        {"token": "x"},
        {"token": "x", "max": 1, "min": 2},
        {"token": "x", "max": -1},
        {"token": "(", "max": 1},
    ],
)
def test_wrong_options(hits, options):
    with pytest.raises(ValueError, match="expected|below|regular"):
        hits("occurrence", "text", **options)
