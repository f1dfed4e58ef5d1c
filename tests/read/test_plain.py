import datetime as dt

import pytest

from lint.model.post import Post
from lint.read import read


def one(text: str, name: str = "a.txt") -> Post:
    (post,) = read(name, text.encode())
    return post


@pytest.mark.parametrize(
    ("text", "title", "date"),
    [
        ("On Ink\n\nIt dries.\n\nIt fades.\n", "On Ink", None),
        ("On Ink\n2 May 2024\n\nIt dries.\n", "On Ink", dt.date(2024, 5, 2)),
        ("On Ink\n\nPublished on May 2, 2024 · 3 min read\n\nIt dries.\n", "On Ink", dt.date(2024, 5, 2)),
        ("On Ink\n======\n\nIt dries.\n", "On Ink", None),
        ("Subject: On Ink\nFrom: A <a@b.example>\nDate: Thu, 2 May 2024 08:00:00 +0200\n\nIt dries.\n",
         "On Ink", dt.date(2024, 5, 2)),
        ("Title: On Ink\nDate: 2024-05-02\n\nIt dries.\n", "On Ink", dt.date(2024, 5, 2)),
        ("---\ntitle: On Ink\ndate: 2024-05-02\n---\nIt dries.\n", "On Ink", dt.date(2024, 5, 2)),
        ("2024-05-02\n\nOn Ink\n\nIt dries.\n", "On Ink", dt.date(2024, 5, 2)),
        ("It dries, and when it has dried nobody in this house dares to touch it again.\n\nIt fades.\n", "", None),
        ("- one\n- two\n", "", None),
    ],
)  # fmt: skip
def test_title_and_date(text: str, title: str, date: dt.date | None) -> None:
    post = one(text)
    assert (post.shape, post.title, post.date) == ("plain", title, date)
    if title:
        assert post.title_at is not None
        assert post.source.text[post.title_at.start : post.title_at.end] == title
        assert not any(block.prose.text.startswith(("Subject", "Date", "2024")) for block in post.blocks)


def test_lists_quotations_and_addresses() -> None:
    post = one(
        "Two lists.\n\n- red\n- blue, which\n  goes on\n\n1. first\n2) second\n\n> said\n> she\nI left.\n\n"
        "See https://ink.example/a_(b), now.\n"
    )
    told = [(block.role, block.prose.text, block.group, block.quoted) for block in post.blocks[1:]]
    assert told == [
        ("item", "red", 1, 0),
        ("item", "blue, which\ngoes on", 1, 0),
        ("item", "first", 1, 0),
        ("item", "second", 1, 0),
        ("paragraph", "said\nshe", 0, 1),
        ("paragraph", "I left.", 0, 0),
        ("paragraph", "See https://ink.example/a_(b), now.", 0, 0),
    ]
    (link,) = post.blocks[-1].inlines
    assert link.target == "https://ink.example/a_(b)"
    assert post.blocks[3].attrs == {"marker": "1."}


@pytest.mark.parametrize("text", ["* A note.\n† Another.\n", "¹ A note.\n² Another.\n", "1 A note.\n2 Another.\n"])
def test_notes_keep_their_marks(text: str) -> None:
    post = one("Words stand here and say something.\n\n" + text)
    assert post.blocks[-1].prose.text == text.strip()


def test_restructured_text_asciidoc_and_org() -> None:
    rst = one(
        "Ink\n===\n\n:date: 2024-05-02\n\nIt dries [1]_ so::\n\n    x = 1\n\nDone.\n\nMore\n----\n\n.. [1] Fast.\n",
        "a.rst",
    )
    assert (rst.title, rst.date) == ("Ink", dt.date(2024, 5, 2))
    assert [block.role for block in rst.blocks] == ["title", "paragraph", "code", "paragraph", "heading", "paragraph"]
    adoc = one("= Ink\n:revdate: 2024-05-02\n\nIt dries.\n\n----\nx = 1\n----\n\n== More\n\nIt fades.\n", "a.adoc")
    assert (adoc.title, adoc.date) == ("Ink", dt.date(2024, 5, 2))
    assert [block.role for block in adoc.blocks] == ["title", "paragraph", "code", "heading", "paragraph"]
    org = one("#+TITLE: Ink\n#+DATE: <2024-05-02>\n\nIt dries.\n\n#+begin_src sh\nls\n#+end_src\n", "a.org")
    assert (org.title, org.date) == ("Ink", dt.date(2024, 5, 2))
    assert [block.role for block in org.blocks] == ["title", "paragraph", "code"]
