"""What must be there wherever an expression matches."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.check._needle import needle


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("utilize", "utilize"),
        (r"\b(?:Utilize)\b", "Utilize"),
        (r"\$XX?[.,]", "$X"),
        (r"\[TK\]", "[TK]"),
        (r"a\.?b\+c", "b+c"),
        (r"(?i)\b(?:utilize)\b", ""),
        (r"(?i:\b(?:utilize)\b)", "utilize"),
        ("cascading[ -]?style[ -]?sheets", "cascading"),
        ("colou?r", "colo"),
        ("hyper[ -]?text([ -]?mark[ -]?up)?", "hyper"),
        ("a+b*c{2}d", "a"),
        ("cats?|dogs?", ""),
        ("(?:cats?|dogs?) and birds", " and birds"),
        (r"\d+ percent", " percent"),
        (r"(?<!x)TK(?!lots of text)", "TK"),
        (r"[abc]def[^]x]gh", "def"),
        ("(?P<stem>colou?)r", "colo"),
        ("(abc){0,2}d", "d"),
        ("(abc)+d", "abc"),
        ("(?x)a b c d", ""),
        ("(?>abc)", ""),
        (r"a\.b", "a.b"),
        ("straße", "straße"),
        ("(?i:straße)", "strasse"),
        ("", ""),
    ],
)
def test_needle(pattern, text):
    assert needle(pattern)[0] == text


PIECES = ["a", "b", "A", " ", "(", "(?:", ")", "|", "?", "*", "+", "{1,2}", "[ab]", "[^b]", ".", r"\b", "^", "(?=b)"]


@given(st.lists(st.sampled_from(PIECES), max_size=10).map("".join), st.text("abAB ", max_size=12))
def test_a_match_always_holds_it(pattern, text):
    try:
        found = re.search(pattern, text)
    except re.error:
        return
    if found:
        assert needle(pattern)[0] in found[0]


@given(st.lists(st.sampled_from(PIECES), max_size=10).map("".join), st.text("abAB ", max_size=12))
def test_so_does_one_that_ignores_case(pattern, text):
    try:
        found = re.search(pattern, text, re.IGNORECASE)
    except re.error:
        return
    if found:
        assert needle(pattern, True)[0] in found[0].casefold()
