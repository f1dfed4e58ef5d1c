"""existence: Vale's keys, and the exact places."""

import pytest

TEXT = """# Utilize the tool

We utilize it, and *utilize*
it again; utilization is fine. See `utilize` and [utilize](https://utilize.example/utilize).

> They utilize it too.

```
utilize
```
"""


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ({"tokens": ["utilize"]}, ["utilize", "utilize", "utilize"]),
        ({"tokens": ["utilize"], "ignorecase": True}, ["Utilize", "utilize", "utilize", "utilize"]),
        ({"tokens": ["utiliz"]}, []),
        ({"tokens": [r"(\w)i\1i\w*"]}, []),
        ({"tokens": [r"[a-z]*(i)[lz]\1[a-z]*"]}, ["utilize", "utilize", "utilization", "utilize"]),
        ({"tokens": ["utiliza"], "nonword": True}, ["utiliza"]),
        ({"tokens": ["(?i)UTILIZE"], "scope": "heading"}, ["Utilize"]),
        ({"tokens": ["utilize"], "scope": "blockquote"}, ["utilize"]),
        ({"tokens": ["utilize"], "scope": "code"}, ["utilize"]),
        ({"tokens": ["utiliz(?=ation)"], "nonword": True}, ["utiliz"]),
        ({"tokens": ["(?<=We )utilize"]}, ["utilize"]),
        ({"tokens": ["utilize it again"]}, ["utilize*\nit again"]),
        ({"raw": [r"\butil", r"ization\b"]}, ["utilization"]),
        ({"raw": ["again; "], "tokens": ["utilization"]}, ["again; utilization"]),
        ({"raw": [" is"], "tokens": ["utilization"], "append": True}, ["utilization is"]),
        ({"tokens": ["utilize"], "exceptions": ["We utilize"]}, ["utilize", "utilize"]),
        ({"tokens": ["utiliz\\w+"], "exceptions": ["utilization"], "scope": "paragraph"}, ["utilize"] * 3),
        ({"tokens": ["utilization"], "accept": ["utilization"]}, []),
        ({"tokens": ["utilization"], "accept": ["utilization"], "vocab": False}, ["utilization"]),
        ({"tokens": ["utilizations?"], "nonword": True, "accept": ["utilization"]}, ["utilization"]),
    ],
)
def test_finds(excerpts, options, found):
    assert excerpts("existence", TEXT, **options) == found


def test_quotations_are_read_unless_told_otherwise(excerpts):
    text = "“I utilize it,” he said, and “they” utilize it.\n"
    assert len(excerpts("existence", text, tokens=["utilize"])) == 2
    assert len(excerpts("existence", text, tokens=["utilize"], quotations=False)) == 1


@pytest.mark.parametrize(
    "text", ["See https://x.example/todo/now.", "Write to todo@x.example.", "<https://todo.example>"]
)
def test_addresses_are_not_prose(excerpts, text):
    assert excerpts("existence", text, tokens=["todo"]) == []


def test_spans_are_those_of_the_file(hits):
    text = "---\ntitle: A Naïve Plan\n---\n\nÜber &amp; naïve plan.\r\nA na\\*ïve one.\r\n"
    found = hits("existence", text, tokens=["naïve", "& naïve"], ignorecase=True, nonword=True)
    assert [text[hit.span.start : hit.span.end] for hit in found] == ["Naïve", "&amp; naïve"]


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        ({}, "nothing to find"),
        ({"tokens": ["ok", "(unclosed"]}, "no regular expression: missing )"),
        ({"tokens": [" "]}, "empty pattern"),
        ({"tokens": ["a"], "scope": "headings"}, "there is no scope `headings`; did you mean `heading`?"),
        ({"tokens": ["a"], "exceptions": ["*"]}, "no regular expression: nothing to repeat"),
    ],
)
def test_says_what_is_wrong_with_options(hits, options, problem):
    with pytest.raises(ValueError, match=".") as error:
        hits("existence", "text", **options)
    assert problem in str(error.value)


def test_wrong_token_is_named_by_its_place(hits):
    with pytest.raises(ValueError, match="unclosed") as error:
        hits("existence", "text", tokens=["ok", "(unclosed"])
    assert error.value.path == ("tokens", 1)
