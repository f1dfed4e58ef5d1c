"""Passages: what is long enough to know again, and what is a quotation."""

import pytest

from lint.extract.pasted import passages
from lint.read import read

LONG = "The harbour master keeps a book of tides, and in the book there is a page for every winter since {0}. "
ONE, TWO = ((LONG * 3).format(word) + "\n\n" for word in ("then", "now"))


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        (ONE, [False]),
        ("> " + ONE, [True]),
        ("As I wrote last year\n\n" + ONE, [True]),
        ("It said:\n\n" + ONE, [True]),
        (f"“{ONE.strip()}”", [True]),
        ("Short.\n\n" + ONE + TWO, [False, False]),
        ("```\n" + ONE + "```\n", []),
        ("Tar[^1].\n\n[^1]: " + ONE, []),
    ],
)
def test_what_is_known_again(text: str, quoted: list[bool]) -> None:
    (post,) = read("a.md", text.encode())
    found = list(passages(post))
    assert [one.quoted for one in found] == quoted
    assert all(one.place.excerpt.startswith("The harbour master") for one in found)
