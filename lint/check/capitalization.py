"""The capitals of headings and the like (Vale's `capitalization`)."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from lint.check import _case, _patterns, _scope
from lint.model.errors import OptionError
from lint.model.facts import Facts
from lint.model.finding import Hit, Suggestion
from lint.model.post import Post
from lint.sentences import sentences

WORDS = ("match", "expected")
STYLES = ("$title", "$sentence", "$lower", "$upper")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a passage is to look like.

    match       $title, $sentence, $lower, $upper, or a regular expression that is to be found in the passage
    style       of $title: AP or Chicago
    exceptions  words or regular expressions to leave alone; the vocabulary's accepted words too, while `vocab`
    indicators  ends of words (such as `:`) after which the next word may be as it likes
    threshold   the least share of words that must be right
    prefix      a regular expression for what is left out at the beginning
    scope       the parts of a post that are looked at
    """

    match: str = ""
    style: Literal["AP", "Chicago"] = "AP"
    exceptions: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    threshold: float = 0.8
    prefix: str = ""
    vocab: bool = True
    scope: str | tuple[str, ...] = ("heading",)
    accept: tuple[str, ...] = ()


def validate(options: Options) -> None:
    """Raise OptionError where an option cannot be what was meant."""
    if not options.match:
        raise OptionError("the option `match` is missing; expected $title, $sentence, $lower, $upper or a pattern")
    if re.fullmatch(r"\$[A-Za-z]\w*", options.match):
        if options.match not in STYLES:
            raise OptionError(f"there is no case `{options.match}`; expected {', '.join(STYLES)}", "match")
    else:
        _patterns.one(options.match, "match")
    if options.prefix:
        _patterns.one(options.prefix, "prefix")
    _patterns.each(options.exceptions, "exceptions")
    if not 0 < options.threshold <= 1:
        raise OptionError("expected a share above 0 and up to 1", "threshold")
    _scope.validate(options.scope)


def check(post: Post, facts: Facts, options: Options) -> Iterator[Hit]:
    """Yield each passage whose capitals are not as they are to be."""
    accept = options.accept if options.vocab else ()
    proper: set[str] | None = None
    for passage in _scope.passages(post, options.scope):
        start, end = _inside(passage.text, options)
        text = passage.text[start:end]
        if not any(char.isalpha() for char in text):
            continue
        spared = _patterns.exceptions(options.exceptions, accept, text)
        if options.match not in STYLES:
            wrong = not spared and not any(_patterns.find(_patterns.compiled(options.match), text))
            expected = ""
        elif options.match in ("$lower", "$upper"):
            expected = _cased(text, options.match, spared)
            wrong = text != expected
        else:
            words = [word for word in _words(text, options) if not _patterns.excepted(spared, word.start, word.end)]
            if not _wrong(words, options) or not words:
                continue
            if options.match == "$sentence":
                proper = _names(post) if proper is None else proper
                words = [word for word in words if word.text not in proper or word.start == 0]
            wrong, expected = _wrong(words, options), _corrected(text, words)
        if wrong:
            fix = (Suggestion(expected),) if expected and passage.literal(start, end) else ()
            yield Hit(passage.home(start, end), {"match": text, "expected": expected}, fix)


def _inside(text: str, options: Options) -> tuple[int, int]:
    """Where the passage begins without its prefix and blanks, and where it ends."""
    start = 0
    if options.prefix:
        found = next(_patterns.find(_patterns.compiled(options.prefix), text), None)
        start = found.end() if found is not None and found.start() == 0 else 0
    while start < len(text) and text[start].isspace():
        start += 1
    return start, max(start, len(text.rstrip()))


def _words(text: str, options: Options) -> Iterator[_case.Word]:
    if options.match == "$title":
        return _case.title(text, options.style == "Chicago")
    return _case.sentence(text, options.indicators)


def _wrong(words: list[_case.Word], options: Options) -> bool:
    """A heading in sentence case must begin with a capital, whatever the share of the words that are right."""
    if not words:
        return False
    if options.match == "$sentence" and words[0].start == 0 and not words[0].fits:
        return True
    return sum(word.fits for word in words) / len(words) < options.threshold


def _corrected(text: str, words: Iterable[_case.Word]) -> str:
    for word in words:
        if not word.fits:
            text = text[: word.start] + word.right[0] + text[word.end :]
    return text


def _cased(text: str, match: str, spared: Iterable[tuple[int, int]]) -> str:
    made = [char.lower() if match == "$lower" else char.upper() for char in text]
    for start, end in spared:
        made[start:end] = text[start:end]
    return "".join(made)


def _names(post: Post) -> set[str]:
    """Words that the post writes with a capital inside its sentences, and never without: names, most likely."""
    capital: set[str] = set()
    small: set[str] = set()
    for block in post.blocks:
        if block.role not in ("paragraph", "item"):
            continue
        text = block.prose.flat
        starts = {start for start, _ in sentences(text)}
        for match in _case.WORD.finditer(text):
            if match.start() not in starts and match[0][:1].isupper():
                capital.add(match[0])
            small.add(match[0])
    return {word for word in capital if word.lower() not in small}
