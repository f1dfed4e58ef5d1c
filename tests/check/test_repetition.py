"""repetition: rows of the same match."""

import pytest

ANY = [r"[^\s.!?]+"]


@pytest.mark.parametrize(
    ("text", "options", "found"),
    [
        ("I saw the the cat.", {}, ["the the"]),
        ("I saw the\nthe the cat.", {}, ["the\nthe the"]),
        ("The the cat.", {}, []),
        ("The the cat.", {"ignorecase": True}, ["The the"]),
        ("I forgot about that. That is it. No no.", {"ignorecase": True}, ["No no"]),
        ("Row 10 10 times.", {"alpha": True}, []),
        ("Row 10 10 times.", {}, ["10 10"]),
        ("Bye bye bye.", {"ignorecase": True, "max": 1}, ["Bye bye bye"]),
        ("Bye bye.", {"ignorecase": True, "max": 1}, []),
        ("They had had it.", {"exceptions": ["had had"]}, []),
        ("`a` `a` x", {}, []),
    ],
)
def test_rows(excerpts, text, options, found):
    assert excerpts("repetition", text, tokens=ANY, **options) == found


def test_one_is_suggested_and_safe_where_no_markup_is_crossed(hits):
    (hit,) = hits("repetition", "the the\n", tokens=ANY)
    assert [(item.text, item.safe) for item in hit.suggestions] == [("the", True)]
    (hit,) = hits("repetition", "the **the** cat\n", tokens=ANY)
    assert [item.safe for item in hit.suggestions] == [False]


def test_matches_need_not_touch(hits):
    (hit,) = hits("repetition", "I was there, was I?\n", tokens=[r"\bwas\b"])
    assert hit.suggestions == ()
