"""Many patterns on many passages."""

from typing import NamedTuple

import pytest

from lint.check import _sieve


class Text(NamedTuple):
    text: str


def found(patterns, *texts, **options):
    passages = [Text(text) for text in texts]
    return [
        (passage.text, [(number, match[0]) for number, match in told])
        for passage, told in _sieve.matches(patterns, passages, **options)
    ]


def test_flags_of_one_pattern_are_its_own():
    assert found(["(?i)yes", "no"], "YES NO no") == [("YES NO no", [(0, "YES"), (1, "no")])]


def test_the_leftmost_wins_then_the_first():
    assert found(["b", "abc", "ab", "c"], "abcc") == [("abcc", [(1, "abc"), (3, "c")])]


@pytest.mark.parametrize("pattern", [r"(?<!\s)x", r"\Ax", r"x\Z", "x(?!\n)", "(?>x)", "x++", "^x$", r"\bx\b"])
def test_asking_many_passages_at_once_loses_none(pattern):
    assert found([pattern], "y", "x", "y") == [("x", [(0, "x")])]


def test_a_pattern_that_is_slow_on_many_passages_is_asked_of_each(monkeypatch):
    monkeypatch.setattr(_sieve, "HASTE", 1e-9)
    assert found(["z[a-z]*y"], *["a" * 4000] * 20, "zxy") == [("zxy", [(0, "zxy")])]


@pytest.mark.parametrize(
    ("pattern", "loose"),
    [
        (r"(?<![\w(]|[A-Z]\w )TK(?!\s[A-Z])", "TK"),
        (r"a(?=(b|[)])c)d", "ad"),
        (r"[(?=]a\(?=", r"[(?=]a\(?="),
        (r"[]()]x[[:alpha:]](?!y)", "[]()]x[[:alpha:]]"),
        (r"\bx\b", r"\bx\b"),
        (r"(a)\1", None),
        (r"\Aa", None),
        (r"(?>a)", None),
        (r"a++", None),
    ],
)
def test_loosened(pattern, loose):
    assert _sieve._loosened(pattern) == loose
