"""Title case after AP or Chicago, and sentence case: which capital each word of a heading is to have."""

from collections.abc import Iterator
from typing import NamedTuple

from lint import patterns as re
from lint.model.text import MASK

WORD = re.compile(r"[^\W_][\w'’.&+#]*(?<![.'’])|[^\W_]")
# Articles, conjunctions and prepositions of up to three letters.
SMALL = frozenset("a an and as at but by en for if in nor of off on or per so the to up v via vs yet".split())
# Chicago puts prepositions of any length in small letters.
PREPOSITIONS = frozenset(
    (
        "about above across after against along among around before behind below beneath beside between beyond "
        "concerning despite during except from inside into like near onto over past since than through throughout "
        "toward towards under until upon with within without"
    ).split()
)
# Adverbs and particles as well as prepositions, the infinitive's "to": nobody can tell by the word alone.
EITHER = frozenset("as if like near off over past per so than to under up v via vs yet".split()) | {"through", "down"}
OPENS = re.compile(r"(?:[:.!?…;|]|\s[-–—]|—)[\s\"'“‘(\[]*\Z")


class Word(NamedTuple):
    """A word of a heading and what it may read as, the first form preferred."""

    start: int
    end: int
    text: str
    right: tuple[str, ...]

    @property
    def fits(self) -> bool:
        """Tell whether the word reads as it may."""
        return self.text in self.right


def title(text: str, chicago: bool = False) -> Iterator[Word]:
    """Yield the words of a heading with what title case makes of them."""
    every = [match for match in WORD.finditer(text) if match[0] != MASK]
    for number, match in enumerate(every):
        word = match[0]
        edge = number in (0, len(every) - 1) or bool(OPENS.search(text, 0, match.start()))
        joined = text[match.start() - 1 : match.start()] == "-"
        small = word.lower() in SMALL or (chicago and word.lower() in PREPOSITIONS)
        capital, low = _capital(word), word.lower()
        if kept(word):
            right: tuple[str, ...] = (word,)
        elif joined:
            right = (word,)
        elif edge or not small:
            right = (capital,)
        else:
            right = (low, capital) if low in EITHER else (low,)
        yield Word(match.start(), match.end(), word, right)


def sentence(text: str, indicators: tuple[str, ...] = ()) -> Iterator[Word]:
    """Yield the words of a heading with what sentence case makes of them. Acronyms and the like stay as they are."""
    ignored = False
    first = True
    for match in WORD.finditer(text):
        word = match[0]
        opens = bool(OPENS.search(text, 0, match.start()))
        capital, low = _capital(word), word.lower()
        if kept(word) or ignored or low in ("i", "i'm", "i’m", "i'd", "i’d", "i've", "i’ve", "i'll", "i’ll"):
            right: tuple[str, ...] = (word,)
        elif first:
            right = (capital,)
        else:
            right = (low, capital) if opens else (low,)
        yield Word(match.start(), match.end(), word, right)
        first = False
        after = text[match.start() : match.end() + 1]
        ignored = any(after.endswith(mark) or word.endswith(mark) for mark in indicators)


def kept(word: str) -> bool:
    """Tell whether a word has capitals or digits of its own: an acronym, a brand, a version."""
    return (len(word) > 1 and word.isupper()) or word[1:] != word[1:].lower() or any(char.isdigit() for char in word)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
