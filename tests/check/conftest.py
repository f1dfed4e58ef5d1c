"""One kind on one text: what it reports, as the file has it."""

import msgspec
import pytest

from lint import extract, shelf
from lint.read import read


@pytest.fixture
def hits():
    """Return the hits of a kind on a post, after its options were validated as those of a rule file are."""

    def run(kind, text, name="post.md", **options):
        module = shelf.take("lint.check", kind)
        filled = msgspec.convert(options, module.Options, strict=False)
        if hasattr(module, "validate"):
            module.validate(filled)
        found = []
        for part, post in enumerate(read(name, text.encode())):
            facts = extract.extract(post, name, part)
            found += module.check(post, facts, filled)
        return sorted(found, key=lambda hit: (hit.span.start, hit.span.end))

    return run


@pytest.fixture
def excerpts(hits):
    """Return just the excerpts."""

    def run(kind, text, name="post.md", **options):
        return [text[hit.span.start : hit.span.end] for hit in hits(kind, text, name, **options)]

    return run
