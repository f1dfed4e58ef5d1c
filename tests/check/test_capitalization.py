"""capitalization: title case, sentence case, and patterns."""

import pytest


def heading(hits, text, **options):
    found = hits("capitalization", f"# {text}\n\nThe body of Berlin speaks of Berlin.\n", **options)
    return [item.text for hit in found for item in hit.suggestions] or bool(found)


@pytest.mark.parametrize(
    ("text", "options", "expected"),
    [
        ("Follow Step-by-Step Instructions", {"match": "$title"}, False),
        ("follow step-by-step instructions", {"match": "$title"}, ["Follow Step-by-step Instructions"]),
        ("Why the Rain in Spain Stays", {"match": "$title"}, False),
        ("How to Win Friends and iPhones in NATO: The End", {"match": "$title"}, False),
        ("The World From Above the Clouds", {"match": "$title"}, False),
        (
            "A Walk Through the Woods With Dogs",
            {"match": "$title", "style": "Chicago", "threshold": 1},
            ["A Walk Through the Woods with Dogs"],
        ),
        ("A Walk with Dogs", {"match": "$title", "threshold": 1}, ["A Walk With Dogs"]),
        ("What are you waiting for", {"match": "$title"}, ["What Are You Waiting For"]),
        ("The trouble with NATO and iPhones", {"match": "$sentence"}, False),
        ("The Trouble With Everything", {"match": "$sentence"}, ["The trouble with everything"]),
        ("the trouble", {"match": "$sentence"}, ["The trouble"]),
        ("The streets of Berlin", {"match": "$sentence", "threshold": 1}, False),
        ("The streets of Hamburg", {"match": "$sentence", "threshold": 1}, ["The streets of hamburg"]),
        ("The streets of Hamburg", {"match": "$sentence", "threshold": 1, "accept": ["Hamburg"]}, False),
        ("The streets of Hamburg", {"match": "$sentence", "threshold": 1, "exceptions": ["Hamburg"]}, False),
        ("Optimizing for writing: Brainstorming", {"match": "$sentence", "threshold": 1}, False),
        ("Step 1. Read the manual, I say", {"match": "$sentence", "threshold": 1}, False),
        ("shouting", {"match": "$upper"}, True),
        ("SHOUTING at iOS", {"match": "$upper", "exceptions": ["iOS", "at"]}, False),
        ("quiet", {"match": "$lower"}, False),
        ("Quiet", {"match": "$lower"}, True),
        ("Part 1: Quiet", {"match": r"^Part \d+: "}, False),
        ("Quiet", {"match": r"^Part \d+: "}, True),
        ("a. The end", {"match": "$sentence", "prefix": r"[a-z]\. "}, False),
        ("`code`", {"match": "$title"}, False),
        ("2024", {"match": "$title"}, False),
    ],
)
def test_headings(hits, text, options, expected):
    found = heading(hits, text, **options)
    assert bool(found) == bool(expected)
    if isinstance(expected, list):
        assert found == expected


def test_the_heading_is_marked_without_its_markup(excerpts):
    assert excerpts("capitalization", "## the end ##\n\nx\n", match="$sentence") == ["the end"]


@pytest.mark.parametrize("options", [{}, {"match": "$headline"}, {"match": "("}, {"match": "$title", "threshold": 0}])
def test_wrong_options(hits, options):
    with pytest.raises(ValueError, match="match|case|regular|share"):
        hits("capitalization", "text", **options)
