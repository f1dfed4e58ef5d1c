"""Who speaks in which block of a conversation that is written down: the names and colons before what is said."""

from lint import patterns as re
from lint.model.post import Post

LABEL = re.compile(r"[A-Z][\w.’'-]{0,24}(?: \(?[A-Z][\w.’')-]{0,24}){0,3}:\s+(?=\S)")
TURNS = 6  # from which on a post may be a conversation
SAID = 6  # words that somebody says, on an average; figures behind what they are of have fewer


def turns(post: Post) -> dict[int, int]:
    """Return where what is said begins, by the number of the block; nothing for a post that is no conversation.

    In one every other paragraph begins with a name, and each name comes again.
    """
    found: dict[int, int] = {}
    names: set[str] = set()
    paragraphs = words = 0
    for number, block in enumerate(post.blocks):
        if block.role != "paragraph":
            continue
        paragraphs += 1
        match = LABEL.match(block.prose.text)
        if match:
            found[number] = match.end()
            names.add(match[0])
            words += block.prose.text.count(" ")
    talk = len(found) >= max(TURNS, paragraphs / 2) and len(names) <= len(found) / 2
    return found if talk and words >= SAID * len(found) else {}
