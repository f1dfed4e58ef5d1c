"""Names spelt in two ways: a rare spelling beside a common one, one person twice, a brand as no one writes it."""

from collections.abc import Iterator
from functools import lru_cache

import msgspec
from rapidfuzz import process
from rapidfuzz.distance import OSA

from lint import lexicon
from lint import patterns as re
from lint.check import _people
from lint.lexicon.brands import NEVER_SMALL, WRITTEN
from lint.model.facts import Facts, Name
from lint.model.finding import Hit, Related, Severity, Suggestion
from lint.model.rule import Corpus, PostRef
from lint.model.text import Place, Span

CAPITALS = re.compile(r"[A-Z]{2,}")
LONG = 5  # letters of the shortest name that is taken for a brand misspelt


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What counts as a variant.

    posts     posts that make a spelling common
    times     in how many times more posts it must be than the rare one
    house     posts that make a spelling of a well-known brand the house's own
    sure      in how many times more posts a spelling must be that differs in blanks or capitals only
    days      how far apart two posts may be in which one person is spelt in two ways
    accept, names  what is right as it is
    prefer    names whose every other spelling is wrong
    """

    posts: int = 3
    times: int = 3
    house: int = 5
    sure: int = 10
    days: int = 60
    accept: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    prefer: tuple[str, ...] = ()


def judge(facts: Facts, options: Options, corpus: Corpus) -> Iterator[Hit]:
    """Yield the names of a post that it, or the archive, spells in another way."""
    accepted = {*options.accept, *options.names, *options.prefer}
    preferred = {letters(name): name for name in options.prefer}
    told: set[str] = set(accepted)
    for name in facts.names:
        if name.text in told:
            continue
        if name.kind == "heard":
            usual = _heard(name, facts, options, corpus)
        else:
            usual = None if name.quoted else _brand(name, options, corpus) or _house(name, options, corpus)
        right = preferred.get(letters(name.text)) or usual
        if right is not None:
            told.add(name.text)
            taste = _taste(name, right, options, corpus)
            where = "elsewhere" if right in corpus.spelt(letters(right)) or right in options.prefer else "to its makers"
            yield _hit(name.span, name.place, right, where, severity=taste)
    limits = _people.Limits(options.posts, options.times, options.days)
    for span, place, text, other in _people.variants(facts, limits, corpus):
        if text not in told:
            told.add(text)
            where = "in this post" if other.ref.key == facts.key else f"in “{other.ref.shown}”"
            yield _hit(
                span, place, other.text, where, *map(_related, (other, *_people.elsewhere(other, facts, corpus)))
            )


@lru_cache(1 << 14)
def letters(name: str) -> str:
    """Return the letters and digits of a name, case ignored: Open AI and OpenAI are one."""
    return "".join(filter(str.isalnum, name.casefold()))


def _hit(span: Span, place: Place, right: str, where: str, *related: Related, severity: Severity | None = None) -> Hit:
    words = {"right": right, "where": where}
    return Hit(span, words, (Suggestion(right),), related, place=place, severity=severity)


def _related(other: _people.Other) -> Related:
    return Related(other.ref.path, other.place, other.ref.title, "conflict", f"spelt so here{_on(other.ref)}")


def _taste(name: Name, right: str, options: Options, corpus: Corpus) -> Severity | None:
    """Tell whether a name is only written carelessly: in small letters, or with a capital where its maker has none."""
    careless = name.kind == "small" or (right[0].islower() and name.text[1:] == right[1:])
    settled = right in options.prefer or corpus.spelt(letters(right)).get(right, 0) >= options.posts
    return "suggestion" if careless and not settled else None


def _on(ref: PostRef) -> str:
    return f" on {ref.date.isoformat()}" if ref.date else ""


def _brand(name: Name, options: Options, corpus: Corpus) -> str | None:
    """Return how a well-known brand is written, where a post has it in a way that is not the house's own either."""
    form = letters(name.text)
    counts = corpus.spelt(form)
    right = WRITTEN.get(form) or (_slip(name.text, form) if counts.get(name.text, 0) < 2 else None)
    if right is None or right == name.text or (name.text.isupper() and len(name.text) > 3):
        return None
    if name.kind == "small" and form not in NEVER_SMALL:
        return None
    mine, theirs = counts.get(name.text, 0), counts.get(right, 0)
    apart = " " in name.text and " " not in right  # may be two words that only look so: power shell
    if apart and (name.titled or not theirs):
        return None
    return right if not (mine >= options.house and mine > theirs) else None


def _heard(name: Name, facts: Facts, options: Options, corpus: Corpus) -> str | None:
    """Return the brand of which a verb and letters are what somebody heard, where this post or others have it."""
    verb, _, rest = name.text.partition(" ")
    for ending in ("ing", "ed", "s"):
        counts = corpus.spelt(letters(verb.removesuffix(ending) + rest)) if verb.endswith(ending) else {}
        right = max(counts, key=lambda text: (counts[text], text), default=name.text)
        here = any(other.text == right for other in facts.names)
        if " " not in right and right.endswith(rest) and (here or counts[right] >= options.posts):
            return right
    return None


@lru_cache(1 << 14)
def _slip(text: str, form: str) -> str | None:
    """Return the brand that a name with a capital inside is one edit away from, as GiHub is; not its plural."""
    inner = any(letter.isupper() for letter in text[1:]) and not text.isupper() and text.isalpha()
    if not inner or len(form) < LONG or lexicon.known(form):
        return None
    close = process.extract(form, list(WRITTEN), scorer=OSA.distance, score_cutoff=1, limit=2)
    fitting = [brand for brand, _, _ in close if brand[0] == form[0] and brand not in form and form not in brand]
    fitting = [brand for brand in fitting if _shouted(text) in ([], _shouted(WRITTEN[brand]))]
    return WRITTEN[fitting[0]] if len(fitting) == 1 == len(close) and len(fitting[0]) > LONG else None


def _shouted(text: str) -> list[list[str]]:
    """Return the letters of each run of capitals, sorted: those that are another acronym's are no slip."""
    return [sorted(run) for run in CAPITALS.findall(text)]


def _house(name: Name, options: Options, corpus: Corpus) -> str | None:
    """Return the archive's usual way to write a name, where it differs in blanks or in a capital inside a word."""
    if name.kind in ("small", "publication") or name.titled or name.text.isupper() or len(name.text) < 5:
        return None
    form = letters(name.text)
    if WRITTEN.get(form) == name.text or min(map(len, name.text.split())) < 2:
        return None  # its maker's own way, or a letter before a word: X Server
    counts = corpus.spelt(form)
    right = max(counts, key=lambda text: (counts[text], text), default=name.text)
    enough = counts.get(right, 0) >= max(options.house, options.sure * counts.get(name.text, 1))
    return right if right != name.text and enough and _otherwise(name.text, right) else None


def _otherwise(one: str, right: str) -> bool:
    """Tell whether a name is really written in another way: not shouted, nor with another first letter only."""
    if right.isupper() or set(one + right) & set("-'’+&."):
        return False
    if one.casefold() != right.casefold():
        return " " in one and " " not in right  # the other way round it is somebody's handle
    return any(letter.isupper() for word in (*one.split(), *right.split()) for letter in word[1:])
