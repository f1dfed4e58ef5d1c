"""Words said twice in a row."""

from collections.abc import Iterator
from functools import lru_cache

import msgspec

from lint import lexicon
from lint import patterns as re
from lint.lexicon.grammar import SMALL
from lint.lexicon.language import english, told
from lint.model.facts import Facts
from lint.model.finding import Hit, Suggestion
from lint.model.post import Block, Post

WORD = r"[^\W\d_]+(?:['’][^\W\d_]+)?"
MOST = 6  # words of a phrase
CLEFT = 6  # words before, one of which makes a cleft
FAR = 400  # characters, which so many words hardly have
PARTS = frozenset({"link", "image", "quotation", "emphasis", "strong"})
JOINTS = frozenset({"in", "on", "to"})
NUMBERS = frozenset({"one", "two", "three"})
ARTICLES = frozenset({"a", "an", "the"})
ANY = re.compile(WORD)
TWICE = re.compile(
    rf"(?<![\w'’\-.@#/&])({WORD}(?:[ \n]+{WORD}){{0,{MOST - 1}}}?)[ \n]+(\1)(?![\w\-@/&]|['’]\w|[.:]\w)", re.IGNORECASE
)
RARE = 3.5  # Zipf: with a capital, what is said so seldom is a name, and may be one of two like halves
LIGHT = True


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """pairs   words that may stand twice in a row (had had)
    after   a word that may stand twice after certain others (going on on, it is is)
    clefts  of which one must stand shortly before for `is` to do so (what it is is)
    clauses  nouns behind which `that that` may stand before a verb
    before  a word that may stand twice, but not before certain others (that that the)
    within  a phrase with one of these words and no article may be said twice (more and more and more)
    """

    pairs: tuple[str, ...] = ()
    after: dict[str, tuple[str, ...]] = {}
    clefts: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    before: dict[str, tuple[str, ...]] = {}
    within: tuple[str, ...] = ()


def check(post: Post, facts: Facts, options: Options) -> Iterator[Hit]:
    """Yield every word or phrase that stands twice in a row, line breaks or not; three times in a row is on purpose."""
    text = english(post)
    end = 0
    for start in text.repeated(MOST):
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
    some = match.string[max(0, match.start() - FAR) : match.start()].lower().rsplit(None, CLEFT)[-CLEFT:]
    before = [word.lstrip("(\"'“‘") for word in some] or [""]
    if len(words) > 1:
        named = any(word[0].isupper() for word in match[2].split() if word != "I")
        capital = named and not (
            match[2][0].islower() and words[0] in SMALL - {"of", "the"}
        )  # New York New York, but: in Rome in Rome
        return (
            not capital
            and not _thrice(match)
            and not _round(match, words)
            and before[-1].rstrip("s") != words[-1].rstrip("s")  # a guild of guilds of guilds
            and (set(words).isdisjoint(options.within) or not ARTICLES.isdisjoint(words))
            and (words[0] not in options.pairs or words[1] in options.before.get(words[0], ()))
            and not _paired(words)
            and not (words[0] in ARTICLES and before[-1].startswith("call"))  # a spade a spade
        )
    word = words[0]
    if word in options.pairs:
        after = ANY.match(match.string, match.end() + 1)
        follows = after[0].lower() if after else ""
        return follows in options.before.get(word, ()) or (word == "that" and _relative(before, follows, options))
    if before[-1] in options.after.get(word, ()) and (word != "is" or not set(before).isdisjoint(options.clefts)):
        return False
    if match[1] != match[2] and (len(word) == 1 or not _sunk(match, word)):
        return False
    entry = lexicon.word(word)
    if match[1] == match[2] and match[1][0].isupper() and entry is not None and entry.zipf < RARE:
        return False  # a name: Lang Lang
    if len(word) == 1 and word not in "ai":
        return False  # initials
    return lexicon.known(word) and not _thrice(match)


def _sunk(match: re.Match[str], word: str) -> bool:
    """Tell whether two of other capitals are one word all the same: a small one, and neither of code (with WITH)."""
    return word in SMALL and not (match[2].isupper() and not match[1].isupper())


def _relative(before: list[str], after: str, options: Options) -> bool:
    """Tell whether the word between a noun and a verb can be but a relative pronoun: a mill that grinds."""
    noun, verb = lexicon.word(before[-1]), lexicon.word(after)
    if noun is None or verb is None or noun.text in options.clauses or ARTICLES.isdisjoint(before[-2:-1]):
        return False
    return "n" in noun.classes and verb.classes == "z"


def _paired(words: list[str]) -> bool:
    """Tell whether these words begin with a saying of two like halves: hand in hand in the rain."""
    entry = lexicon.word(words[0])
    return len(words) == 2 and words[1] in JOINTS and entry is not None and set(entry.classes) >= {"n"}


def _round(match: re.Match[str], words: list[str]) -> bool:
    """Tell whether the phrase goes round: from place to place to place, two on two on two."""
    after = ANY.match(match.string, match.end() + 1)
    return after is not None and after[0].lower() == words[0] and (words[0] not in SMALL or words[0] in NUMBERS)


def _thrice(match: re.Match[str]) -> bool:
    again = re.escape(match[1])
    after = re.compile(rf"\s+{again}\b", re.IGNORECASE).match(match.string, match.end())
    size = len(match[1]) + 2
    before = match.string[max(0, match.start() - size) : match.start()]
    return after is not None or re.search(rf"\b{again}\s+\Z", before, re.IGNORECASE) is not None


def _apart(block: Block, match: re.Match[str]) -> bool:
    """Tell whether the two stand in different links, images or quotations, or one of them is marked as a whole.

    A link that a line break ends is a line of its own, a title.
    """
    broken = "\n" in match.string[match.end(1) : match.start(2)]
    for inline in block.inlines:
        if inline.kind in PARTS and inline.end > inline.start:
            one = inline.start <= match.start(1) and match.end(1) <= inline.end
            two = inline.start <= match.start(2) and match.end(2) <= inline.end
            title = broken and inline.kind == "link" and inline.end == match.end(1)
            if one != two and (title or inline.end - inline.start <= len(match.group(1)) + 1):
                return True
    return False


def _deliberate(post: Post, block: Block, match: re.Match[str]) -> bool:
    """Tell whether a comment stands between the two, the text talks of slips, or is in another language."""
    if told(match.string, *match.span()):
        return True
    span = block.prose.home(*match.span())
    return "<!--" in post.source.text[span.start : span.end] or _foreign(block.prose.text)


@lru_cache(maxsize=16)  # asked again for each finding of a paragraph
def _foreign(text: str) -> bool:
    return lexicon.foreign(ANY.findall(text))
