"""What a text switches off, and where."""

import pytest

from lint.extract import suppressions
from lint.read import read


def off(text, name="post.md"):
    """Return each suppression as (rules, the text it covers, exceptions)."""
    found = []
    for post in read(name, text.encode()):
        for item in suppressions.read(post):
            found.append((item.rules, text[item.start : item.end].strip(), item.but))
    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a\n\n<!-- copydesk-disable typo -->\n\nb\n\n<!-- copydesk-enable typo -->\n\nc\n", [(("typo",), "b", ())]),
        ("<!-- copydesk-disable -->\n\nb\n\n<!-- copydesk-enable -->\n\nc\n", [((), "b", ())]),
        ("a\n\n<!-- copydesk-disable typo-spelling -->\n\nb\n\nc\n", [(("typo-spelling",), "b\n\nc", ())]),
        (
            "<!-- copydesk-disable typo, figure -->\n\nb\n\n<!-- copydesk-enable typo -->\n\nc\n",
            [(("figure",), "b\n\n<!-- copydesk-enable typo -->\n\nc", ()), (("typo",), "b", ())],
        ),
        ("<!-- copydesk-disable-next-line typo -->\nb\nc\n", [(("typo",), "b", ())]),
        ("<!-- copydesk-disable-next-line -->\n\n\nb\n\nc\n", [((), "b", ())]),
        ("<!-- copydesk-disable-next-line typo figure -->\nb\n", [(("figure",), "b", ()), (("typo",), "b", ())]),
        ("<!-- copydesk-disable typo -- the mayor writes it so -->\n\nb\n", [(("typo",), "b", ())]),
        ("<!--copydesk-disable typo-->\n\nb\n", [(("typo",), "b", ())]),
        ("a <!-- copydesk-disable typo --> b <!-- copydesk-enable --> c\n", [(("typo",), "b", ())]),
        ("- a\n- <!-- copydesk-disable-next-line typo -->\n- b\n", [(("typo",), "- b", ())]),
        ("> <!-- copydesk-disable-next-line typo -->\n> b\n", [(("typo",), "> b", ())]),
        ("a\n\n<!-- copydesk-disable-next-line typo -->", [(("typo",), "", ())]),
        ("<!-- copydesk-enable typo -->\n\nb\n", []),
        ("<!-- copydesk-disabled typo -->\n\nb\n", []),
        ("<!-- copydesk disable typo -->\n\nb\n", []),
        ("<!-- see copydesk-disable typo -->\n\nb\n", []),
        ("```\n<!-- copydesk-disable typo -->\n```\n\nb\n", []),
        ("`<!-- copydesk-disable typo -->` b\n", []),
    ],
)
def test_comments(text, found):
    assert off(text) == found


def test_what_is_switched_on_again_is_taken_out_of_what_is_off():
    text = "<!-- copydesk-disable -->\n\nb\n\n<!-- copydesk-enable typo -->\n\nc\n"
    assert off(text) == [((), "b", ()), ((), "c", ("typo",))]
    text = "<!-- copydesk-disable typo -->\n\nb\n\n<!-- copydesk-enable typo-spelling figure -->\n\nc\n"
    assert off(text) == [(("typo",), "b", ()), (("typo",), "c", ("typo-spelling",))]
    text = "<!-- copydesk-disable typo-spelling -->\n\nb\n\n<!-- copydesk-enable typo -->\n\nc\n"
    assert off(text) == [(("typo-spelling",), "b", ())]
    text = "<!-- copydesk-disable figure -->\n\nb\n\n<!-- copydesk-enable typo -->\n\nc\n"
    assert [item[0] for item in off(text)] == [("figure",)]


@pytest.mark.parametrize(
    "front",
    [
        "---\ncopydesk: {disable: [typo]}\n---\n",
        "---\ncopydesk:\n  disable: typo\n---\n",
        '+++\n[copydesk]\ndisable = ["typo"]\n+++\n',
        '{"title": "T", "copydesk": {"disable": ["typo"]}}\n',
    ],
)
def test_front_matter(front):
    ((rules, covered, _),) = off(front + "\nb\n")
    assert rules == ("typo",)
    assert covered == (front + "\nb").strip()


@pytest.mark.parametrize(
    "front", ["copydesk: x", "copydesk: {disable: }", "copydesk: [disable]", "copydesk: {disabel: [typo]}"]
)
def test_front_matter_that_says_nothing(front):
    assert off(f"---\n{front}\n---\n\nb\n") == []


def test_html():
    page = "<p>a</p>\n<!-- copydesk-disable typo -->\n<p>b</p>\n<!-- copydesk-enable -->\n<p>c</p>\n"
    text = f"<html><body><article><h1>T</h1>\n{page}</article></body></html>\n"
    assert off(text, "page.html") == [(("typo",), "<p>b</p>", ())]


def test_the_switch_is_the_place():
    text = "a\n\n<!-- copydesk-disable typo -->\n\nb\n"
    (post,) = read("post.md", text.encode())
    (item,) = suppressions.read(post)
    assert (item.place.line, item.place.excerpt) == (3, "<!-- copydesk-disable typo -->")
