"""Words said twice in a row."""

import re
from collections.abc import Iterator

import msgspec

from lint import lexicon
from lint.check import _look
from lint.model.facts import Facts
from lint.model.finding import Hit, Suggestion
from lint.model.post import Block, Post

WORD = r"[^\W\d_]+(?:['’][^\W\d_]+)?"
MOST = 4  # words of a phrase
ANY = re.compile(WORD)
TWICE = re.compile(
    rf"(?<![\w'’\-.@#/&])({WORD}(?:[ \n]+{WORD}){{0,{MOST - 1}}}?)[ \n]+(\1)(?![\w\-@/&]|['’]\w|[.:]\w)", re.IGNORECASE
)


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """pairs   words that may stand twice in a row (had had)
    after   a word that may stand twice after certain others (going on on, it is is)
    within  a phrase with one of these words may be said twice (more and more and more)
    """

    pairs: tuple[str, ...] = ()
    after: dict[str, tuple[str, ...]] = {}
    within: tuple[str, ...] = ()


def check(post: Post, facts: Facts, options: Options) -> Iterator[Hit]:
    """Yield every word or phrase that stands twice in a row, line breaks or not; three times in a row is on purpose."""
    text = _look.text_of(post)
    end = 0
    for start in _look.words_of(text.text).repeated(MOST):
        block, begin = text.block(start)
        match = TWICE.match(block.prose.text, start - begin)
        if match is None or start < end:
            continue
        end = begin + match.end()
        if _slip(match, options) and not _apart(block, match) and not _deliberate(post, block, match):
            keep = match[2] if match[2][0].isupper() else match[1]
            safe = block.prose.literal(*match.span()) and block.quoted == 0
            words = {"words": " ".join(match[1].split())}
            yield Hit(block.prose.home(*match.span()), words, (Suggestion(keep, safe),))


def _slip(match: re.Match[str], options: Options) -> bool:
    """Tell whether nobody says these words twice on purpose."""
    words = match[1].lower().split()
    before = match.string[: match.start()].lower().rsplit(None, 1)[-1:] or [""]
    if len(words) > 1:
        capital = any(word[0].isupper() for word in match[2].split() if word != "I")
        return (
            not capital
            and not _thrice(match)
            and set(words).isdisjoint(options.within)
            and words[0] not in options.pairs
        )
    word = words[0]
    if word in options.pairs or before[0].lstrip("(\"'“‘") in options.after.get(word, ()):
        return False
    if len(word) == 1 and match[1] != match[2]:
        return False
    return lexicon.known(word) and not _thrice(match)


def _thrice(match: re.Match[str]) -> bool:
    text, word = match.string, match[1].lower()
    after = text[match.end() : match.end() + len(word) + 2].lower().lstrip()
    before = text[max(0, match.start() - len(word) - 2) : match.start()].lower().rstrip()
    return after.startswith(word) or before.endswith(word)


def _apart(block: Block, match: re.Match[str]) -> bool:
    """Tell whether the two stand in different links, images or quotations, or only one of them does as a whole."""
    for inline in block.inlines:
        if inline.kind in ("link", "quotation") and inline.end > inline.start:
            one = inline.start <= match.start(1) and match.end(1) <= inline.end
            two = inline.start <= match.start(2) and match.end(2) <= inline.end
            if one != two and inline.end - inline.start <= len(match.group(1)) + 1:
                return True
    return False


def _deliberate(post: Post, block: Block, match: re.Match[str]) -> bool:
    """Tell whether a comment stands between the two, or the paragraph is in another language."""
    span = block.prose.home(*match.span())
    return "<!--" in post.source.text[span.start : span.end] or lexicon.foreign(ANY.findall(block.prose.text))
