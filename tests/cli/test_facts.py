"""copydesk facts: what was read from each post, as text and as the contract's JSON."""

import json

import pytest

TEXT = """---
title: The harbour
date: 2025-03-04
permalink: /harbour/
---

Norwind raised $1.2 billion[^1] in March 2024, up to 30% of
the total. A crew of 12 to 14 people sailed 3.5 km.

[^1]: A note.
"""
PLACE = {"excerpt", "line", "column", "end_line", "end_column"}
POST = {
    "path",
    "title",
    "date",
    "url",
    "line",
    "quantities",
    "claims",
    "names",
    "quotes",
    "dates",
    "footnotes",
    "blocks",
}
UNITS = set(
    "money percent percentage-point basis-point count ratio power energy data distance area volume mass speed "
    "temperature duration date other".split()
)


@pytest.fixture
def told(scratch):
    def run(text=TEXT, name="posts/a.md"):
        scratch.write(name, text)
        done = scratch("facts", "--format", "json", name)
        assert done.code == 0
        data = json.loads(done.out)
        assert data["version"] == 1
        return data["posts"]

    return run


def test_a_post(told):
    (post,) = told()
    assert post.keys() >= POST
    assert (post["path"], post["title"], post["date"], post["url"], post["line"]) == (
        "posts/a.md",
        "The harbour",
        "2025-03-04",
        "/harbour/",
        1,
    )


def test_quantities(told):
    (post,) = told()
    found = {item["excerpt"]: item for item in post["quantities"]}
    for item in found.values():
        assert item.keys() >= PLACE | {"low", "high", "unit", "symbol", "qualifier", "per"}
        assert item["unit"] in UNITS
    money = found["$1.2 billion"]
    assert (money["unit"], money["symbol"], money["low"], money["high"]) == ("money", "USD", 1.2e9, 1.2e9)
    assert (money["line"], money["column"], money["end_line"], money["end_column"]) == (7, 16, 7, 28)
    percent = found["30%"]
    assert (percent["unit"], percent["low"], percent["high"], percent["qualifier"]) == ("percent", None, 30, "up-to")


def test_every_fact_has_its_place(told):
    (post,) = told()
    lines = TEXT.split("\n")
    for name in ("quantities", "dates", "footnotes", "names", "quotes", "claims", "blocks"):
        for item in post[name]:
            assert item.keys() >= PLACE
            assert item["line"] == item["end_line"]
            assert lines[item["line"] - 1][item["column"] - 1 : item["end_column"] - 1] == item["excerpt"]
    assert [(item["role"], item["label"]) for item in post["footnotes"]] == [("reference", "1"), ("note", "1")]


def test_many_posts_of_many_files(scratch):
    scratch.write("a.md", TEXT)
    scratch.write("b.txt", "Just a line of text about 5 ships.\n")
    scratch.write("c.md", "")
    done = scratch("facts", "--format", "json")
    assert [post["path"] for post in json.loads(done.out)["posts"]] == ["a.md", "b.txt", "c.md"]
    assert scratch("facts", "--format", "json", "b.txt", "a.md").out.count('"path": "') == 2


def test_no_posts(scratch):
    assert json.loads(scratch("facts", "--format", "json").out) == {"version": 1, "posts": []}
    assert scratch("facts").out == ""


def test_as_text(scratch):
    scratch.write("a.md", TEXT)
    out = scratch("facts").out
    head, *lines = out.split("\n")
    assert head.startswith("a.md:1 The harbour (2025-03-04, ")
    shown = [line.split(maxsplit=2) for line in lines if line.strip()]
    assert ["7:16", "quantity", "$1.2 billion = 1,200,000,000 USD"] in shown
    assert ["7:54", "quantity", "30% = …30 % (up-to)"] in shown
    assert ["10:1", "note", "note 1: A note."] in shown


def test_output(scratch):
    scratch.write("a.md", TEXT)
    assert scratch("facts", "--format", "json", "--output", "facts.json").out == ""
    assert json.loads((scratch.folder / "facts.json").read_text("utf-8"))["version"] == 1


def test_facts_show_a_score_as_it_is_written(scratch):
    scratch.write("a.md", "---\ntitle: A match\n---\n\nArdley beat Wexham 3-1.\n")
    shown = scratch("facts").out
    assert "3-1 = score" in shown
    assert "3-1 = result: winner Ardley, loser Wexham" in shown
    [post] = json.loads(scratch("facts", "--format", "json").out)["posts"]
    [quantity] = post["quantities"]
    told = {key: quantity[key] for key in ("excerpt", "unit", "symbol", "low", "high", "qualifier")}
    assert told == {"excerpt": "3-1", "unit": "other", "symbol": "score", "low": 1.0, "high": 3.0, "qualifier": ""}
    assert post["claims"][0]["sides"] == [[3, 1]]
