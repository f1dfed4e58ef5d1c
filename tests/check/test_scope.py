"""Scopes: Vale's names for the parts of a post."""

import pytest

from lint.check import _scope
from lint.read import read

TEXT = """---
title: T1
description: D1
---

# H1

P1. P2 of `code`
and [link](https://x.example) ![alt](a.png).

## H2

> Q1

- L1
- L2

| C1 | C2 |
| -- | -- |
| C3 | C4 |

Note[^1].

[^1]: N1
"""


def texts(scope, text=TEXT):
    (post,) = read("post.md", text.encode())
    return [passage.text for passage in _scope.passages(post, scope)]


@pytest.mark.parametrize(
    ("scope", "found"),
    [
        ("title", ["T1"]),
        ("heading", ["H1", "H2"]),
        ("heading.h2", ["H2"]),
        ("text.heading.h1.md", ["H1"]),
        ("heading.html", []),
        ("list", ["L1", "L2"]),
        ("table.cell", ["C1", "C2", "C3", "C4"]),
        ("table", ["C1", "C2", "C3", "C4"]),
        ("blockquote", ["Q1"]),
        ("footnote", ["N1"]),
        ("caption", ["D1"]),
        (("title", "list"), ["T1", "L1", "L2"]),
        ("~heading & ~table & ~list & ~paragraph", ["T1", "D1"]),
        ("heading & ~heading.h1", ["H2"]),
        ("raw", [TEXT]),
    ],
)
def test_names(scope, found):
    assert texts(scope) == found


def test_text_is_everything_but_code_and_quotations():
    found = texts("text")
    assert "Q1" not in found
    assert {"T1", "H1", "L1", "C1", "N1"} <= set(found)
    assert "Q1" in texts(("text", "blockquote"))


def test_sentences():
    assert texts("sentence", "One is here. Two is\nhere. Three.\n") == ["One is here.", "Two is here.", "Three."]


def test_summary_is_one_passage_with_the_places_of_its_parts():
    text = "One *is* here.\n\nTwo.\n\n- Three.\n"
    (post,) = read("post.md", text.encode())
    (passage,) = _scope.passages(post, "summary")
    assert passage.text == "One is here.\n\nTwo.\n\nThree."
    for word in ("is", "Two", "Three."):
        start = passage.text.index(word)
        span = passage.home(start, start + len(word))
        assert text[span.start : span.end] == word
        assert passage.literal(start, start + len(word))
    span = passage.home(0, len(passage.text))
    assert text[span.start : span.end] == text.strip()
    assert not passage.literal(0, len(passage.text))


@pytest.mark.parametrize("scope", ["", "headings", "heading.h7", "text & tabel"])
def test_unknown_names(scope):
    with pytest.raises(ValueError, match="there is no scope"):
        _scope.validate(scope)
