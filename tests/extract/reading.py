"""Reads a text as a post of one day, for the tests of what is extracted."""

from lint.extract.claims import claims
from lint.extract.passages import passages
from lint.read import read


def claims_of(text, date="2025-08-20"):
    """Return the claims of a Markdown text."""
    [post] = read("post.md", f"---\ntitle: A title\ndate: {date}\n---\n\n{text}\n".encode())
    return claims(post, passages(post))
