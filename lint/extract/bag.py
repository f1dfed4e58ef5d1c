"""Sets of words, written as running text."""


def bag(words: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(words.split())
