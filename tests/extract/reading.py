"""Reads a text as a post of one day, for the tests of what is extracted."""

from lint.extract.claims import claims, statements
from lint.extract.passages import passages
from lint.read import read


def claims_of(text, date="2025-08-20"):
    """Return the claims of a Markdown text."""
    [post] = read("post.md", f"---\ntitle: A title\ndate: {date}\n---\n\n{text}\n".encode())
    return claims(post, passages(post))


def figures_of(text):
    """Return the figures of a Markdown text by name and topic."""
    [post] = read("post.md", f"---\ntitle: A title\ndate: 2026-02-10\n---\n\n{text}\n".encode())
    return statements(post, passages(post))[1]


FACTS = ("done", "agreed", "planned", "reported")


def comes_to(key, text):
    """Hold that a sentence tells one fact, of the whole and as a fact."""
    [claim] = claims_of(text)
    assert claim.key == key
    assert claim.attribute == ""
    assert claim.modality in FACTS


def is_not(frame, text):
    """Hold that a sentence does not tell this relation as a fact, unless of a part."""
    found = [claim for claim in claims_of(text) if claim.frame == frame and claim.modality in FACTS]
    assert all(claim.attribute for claim in found)
