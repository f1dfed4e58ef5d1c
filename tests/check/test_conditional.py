"""conditional: first asks for second."""

import pytest

ACRONYM = {"first": r"\b[A-Z]{3,5}\b", "second": r"(?:\b[A-Z][a-z]+ )+\(([A-Z]{3,5})\)"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The World Health Organization (WHO) met. The WHO left.", []),
        ("The WHO met.\n\nThe World Health Organization (WHO) left.", ["WHO"]),
        ("The WHO and the NATO.", ["WHO", "NATO"]),
        ("See `WHO`.", []),
    ],
)
def test_an_abbreviation_is_explained_before_or_in_its_paragraph(excerpts, text, found):
    assert excerpts("conditional", text, **ACRONYM) == found


def test_without_a_group_any_match_will_do(excerpts):
    options = {"first": "sponsored", "second": "disclosure", "ignorecase": True}
    assert excerpts("conditional", "Sponsored post. Disclosure: paid.", **options) == []
    assert excerpts("conditional", "Sponsored post.\n\nDisclosure: paid.", **options) == ["Sponsored"]
    assert excerpts("conditional", "Sponsored post.", **options, exceptions=["Sponsored post"]) == []


def test_wrong_options(hits):
    for options in ({"first": "a"}, {"second": "a"}, {"first": "(", "second": "a"}):
        with pytest.raises(ValueError, match="missing|regular"):
            hits("conditional", "text", **options)
