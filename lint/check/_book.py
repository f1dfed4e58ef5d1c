"""All phrases of a run in one index: a look at the words of a post in, the phrases it may hold and where out.

Each different word is asked once what must follow it for a phrase to begin there, and what it is to the word before:
two sets of bits. Where these have none in common no phrase begins, and no more is asked of most pairs of words.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import compress, count
from operator import and_
from typing import NamedTuple
from zlib import crc32

from lint.check._phrase import Phrase, Slot, choices, classes, is_only, written
from lint.lexicon.look import Look
from lint.lexicon.memo import Memo

Table = dict[str, str | tuple[str, ...]]
Met = dict[int, list[int]]
# What any word is to the one before it, what one is that stands behind slots; then a few for classes, more for words.
ANY, BEHIND, CLASSES, WORDS = 0, 1, 20, 60
MOST, KEPT = 32, 1 << 17


class _Key(NamedTuple):
    """One of the keys of a phrase: by how many words it is looked for, of which table it is, its number there."""

    size: int
    table: int
    number: int


class _Book:
    """The phrases of some tables by their keys: pairs and single words written out, a word before a slot, a slot before
    a word, a slot before `'s`."""

    def __init__(self) -> None:
        self._pairs: dict[tuple[str, str], list[_Key]] = defaultdict(list)
        self._single: dict[str, list[_Key]] = defaultdict(list)
        self._before: dict[str, list[tuple[str, _Key]]] = defaultdict(list)
        self._behind: dict[str, list[tuple[str, _Key]]] = defaultdict(list)
        self._marked: list[tuple[str, _Key]] = []
        self._classes: dict[str, int] = {}
        self._words: dict[str, int] = {}
        self._seconds: dict[str, int] = defaultdict(int)
        self._sorts = Memo(self._sorted, KEPT)
        self._wants = Memo(self._wanted, KEPT)
        self._gives = Memo(self._given, KEPT)
        self._keys = Memo(self._keys_of, KEPT)

    def add(self, table: int, phrases: Sequence[Phrase]) -> None:
        """Look for the phrases of one more table; what was known of words holds no longer."""
        for number, phrase in enumerate(phrases):
            for key in phrase.keys:
                self._add(key, table, number)
        for memo in (self._sorts, self._wants, self._gives, self._keys):
            memo.clear()

    def _add(self, key: object, table: int, number: int) -> None:
        match key:
            case Slot(kinds):
                self._marked.append((kinds, _Key(1, table, number)))
            case (str(word), Slot(kinds)):
                self._before[word].append((kinds, _Key(2, table, number)))
                bit = BEHIND + 1 + len(self._classes) % (CLASSES - BEHIND)
                self._classes.setdefault(kinds, 1 << bit)
            case (Slot(kinds), str(word)):
                self._behind[word].append((kinds, _Key(2, table, number)))
            case (str(one), str(two)):
                self._pairs[one, two].append(_Key(2, table, number))
                bit = CLASSES + 1 + crc32(two.encode()) % (WORDS - CLASSES)
                self._seconds[one] |= self._words.setdefault(two, 1 << bit)
            case str(word):
                self._single[word].append(_Key(1, table, number))

    def _wanted(self, word: str) -> int:
        """Return the bits of which the next word must have one for a phrase to be looked for at this one."""
        bits = self._seconds.get(word, 0)
        for kinds, _ in self._before.get(word, ()):
            bits |= self._classes[kinds]
        return bits | 1 << BEHIND | (1 << ANY if self._alone(word) else 0)

    def _given(self, word: str) -> int:
        """Return the bits of a word that stands behind another."""
        bits = self._sorts[classes(word)] | self._words.get(word, 0)
        return bits | 1 << ANY | (1 << BEHIND if word in self._behind else 0)

    def _sorted(self, letters: str) -> int:
        """Return the bits of the slots that a word of these classes fits."""
        return sum({bit for kinds, bit in self._classes.items() if letters and set(letters) <= set(kinds)})

    def _alone(self, word: str) -> list[_Key]:
        """Return the keys that a word is by itself."""
        marked = [key for kinds, key in self._marked if word.endswith("'s") and is_only(word[:-2], kinds)]
        return [*self._single.get(word, ()), *marked]

    def _keys_of(self, pair: tuple[str, str]) -> list[_Key]:
        """Return the keys that a word is by itself, and with the next one."""
        first, second = pair
        before = [key for kinds, key in self._before.get(first, ()) if is_only(second, kinds)]
        behind = [key for kinds, key in self._behind.get(second, ()) if is_only(first, kinds)]
        return [*self._alone(first), *self._pairs.get(pair, ()), *before, *behind]

    def met(self, seen: Look) -> dict[int, Met]:
        """Return, by table and number, the phrases that a text may hold, and where the words stand that say so."""
        found: dict[int, Met] = defaultdict(lambda: defaultdict(list))
        order = [*seen.order, ""]
        some = map(and_, map(self._wants.__getitem__, order), map(self._gives.__getitem__, order[1:]))
        for at in compress(count(), some):
            for size, table, number in self._keys[order[at], order[at + 1]]:
                if seen.joined(at, size):
                    found[table][number].append(seen.starts[at])
        return found


# By the identity of the table, which is kept: it is the same one for every post of a run.
_tables: dict[int, tuple[Table, Sequence[Phrase]]] = {}
_books = [_Book()]
_last: list[tuple[Look, dict[int, Met]]] = []


def met(seen: Look, table: Table) -> tuple[Sequence[Phrase], Met]:
    """Return the phrases of a table, and by their numbers where each may stand in a text.

    All tables that were ever asked for are looked for at once: several kinds ask for the same post in turn.
    """
    if id(table) not in _tables:
        if len(_tables) >= MOST:
            _tables.clear()
            _books[0] = _Book()
        phrases = [written(wrong, choices(right), True) for wrong, right in table.items()]
        _tables[id(table)] = table, phrases
        _books[0].add(id(table), phrases)
        _last.clear()
    if not _last or _last[0][0] is not seen:
        _last[:] = [(seen, _books[0].met(seen))]
    return _tables[id(table)][1], _last[0][1].get(id(table), {})
