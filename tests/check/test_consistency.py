"""consistency: either form, never both."""

import pytest

EITHER = {"advisor": "adviser", "e-?mails?": "mails?"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("An adviser and an adviser.", []),
        ("An adviser, an advisor, an adviser.", ["advisor"]),
        ("An adviser, then an advisor.", ["advisor"]),
        ("An advisor.\n\n# The adviser\n\nadvisor `adviser`", ["adviser"]),
        ("An Adviser, an advisor.", []),
        ("An advisor at https://adviser.example/.", []),
        ("advisory and adviser", []),
    ],
)
def test_the_rarer_or_later_form_is_reported(excerpts, text, found):
    assert excerpts("consistency", text, either=EITHER) == found


def test_says_where_the_other_form_stands_and_suggests_it(hits):
    (hit,) = hits(
        "consistency", "The adviser.\n\nAdviser of advisors: Advisor.\n", either={"adviser": "advisor"}, ignorecase=True
    )
    assert hit.words == {"found": "Advisor", "other": "adviser", "times": "1", "other_times": "2"}
    assert [item.text for item in hit.suggestions] == ["Adviser"]
    assert [(item.path, item.place.line, item.place.column, item.role) for item in hit.related] == [
        ("post.md", 1, 5, "conflict")
    ]


def test_wrong_options(hits):
    for options in ({}, {"either": {"a": "("}}):
        with pytest.raises(ValueError, match="nothing to compare|no regular expression"):
            hits("consistency", "text", **options)
