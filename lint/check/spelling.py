"""Misspelt words: those on a list of common slips, and those that neither a dictionary nor the archive knows."""

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec
from rapidfuzz import process
from rapidfuzz.distance import OSA

from lint import lexicon
from lint import patterns as re
from lint.lexicon.brands import ALIKE
from lint.lexicon.forms import misformed
from lint.lexicon.near import Near, cost, near, ranked
from lint.model.facts import Facts, Spot
from lint.model.finding import Hit, Severity, Suggestion
from lint.model.post import Post
from lint.model.rule import Corpus

SCARCE = 1.5  # Zipf: no new word is made of a rarer one
RARE = 2.5  # Zipf: a rare word is no likelier than a new one of a common stem
CLEAR = 0.5  # a slip as common as this outweighs that the word could be a new one
TERM = 2  # places of one post in which a word that is on no list may be a slip: in more it is a term
SHORTEST = frozenset("an as at by if in is it of on or to we".split())
LONG, COMMON = 8, 4.0  # letters, and Zipf: what is this long and one edit from what is this common is no new word
LIGHT = True


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """shortest   letters that a listed word must have; `short` are the shorter ones that count all the same
    capital    letters that a word with a capital inside a sentence must have: a shorter one is a name
    skip       listed words that are not reported
    unlisted   letters that a word must have which is on no list
    posts      an unlisted word that stands in more posts than this is vocabulary
    house      a listed word that stands in more posts than this may be meant: a warning
    common     how common the word meant must be (Zipf's scale): for a long word, a short one, two edits, a capital
    long       letters of a long word
    prefixes, suffixes  what makes a new word of a known one
    joints     words that never are the half of a compound: what they stand glued to lacks a blank
    accept, reject  the publication's own vocabulary
    """

    shortest: int = 4
    short: tuple[str, ...] = ()
    capital: int = 7
    skip: tuple[str, ...] = ()
    unlisted: int = 5
    posts: int = 1
    house: int = 5
    common: tuple[float, float, float, float] = (1.8, 3.4, 3.3, 3.5)
    long: int = 7
    prefixes: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    joints: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()


def check(post: Post, facts: Facts, options: Options) -> Iterator[Hit]:
    """Yield every word that the publication rejects."""
    if options.reject:
        yield from _rejected(post, options.reject)


def prepare(posts: Sequence[Facts], options: Options) -> None:
    """Look all unknown words of these posts up in the list of common slips, at once."""
    lexicon.learn({lexicon.plain(spot.text) for facts in posts for spot in facts.unknown})


def judge(facts: Facts, options: Options, corpus: Corpus) -> Iterator[Hit]:
    """Yield the listed slips among the words that no dictionary has, and what may be a slip, as warnings.

    That is a word which only this post has and which is a slip away from a common word.
    """
    passed = _plain(*options.skip, *options.accept, *options.reject)
    names = {lexicon.plain(spot.text) for spot in facts.unknown if spot.kind == "name"}
    times = Counter(lexicon.plain(spot.text) for spot in facts.unknown)
    called = Counter({lexicon.plain(name.text): name.times for name in facts.names})
    terms = names | {form for form, number in times.items() if number > TERM}
    for spot in facts.unknown:
        form = lexicon.plain(spot.text)
        if form in passed or (spot.text[0].isupper() and form in ALIKE):
            continue
        right = ranked(form, lexicon.corrections(form))
        if right and not _coined(spot, form, right, names, options):
            if _long_enough(spot, form, options):
                certain = len(right) == 1 and spot.kind in ("word", "start") and spot.place.excerpt == spot.text
                posts = corpus.posts_with(form)
                common = posts > options.house
                if common and max(map(_zipf, right)) < COMMON:
                    continue  # a name or a term of the house beside a word that few ever write
                name = spot.kind == "name" and (posts > 1 or called[form] > 1)
                yield _hit(spot, right, certain and not common, "warning" if common or name else None)
        elif not right and _suspect(spot, form, terms, options, corpus):
            words = _meant(spot, form, options, corpus)
            if words:
                yield _hit(spot, words, False, "warning")


def _suspect(spot: Spot, form: str, terms: set[str], options: Options, corpus: Corpus) -> bool:
    """Tell whether nothing makes a word that is on no list one of the house's own."""
    if len(form) < options.unlisted or (spot.kind != "name" and form in terms):
        return False
    return corpus.posts_with(form) <= options.posts


def _plain(*words: str) -> set[str]:
    return {lexicon.plain(word) for word in words}


def _long_enough(spot: Spot, form: str, options: Options) -> bool:
    """Tell whether a listed form is long enough to be no name or abbreviation: a capital asks for more letters."""
    if spot.kind == "name":
        return len(form) >= options.capital and _zipf(form) < options.common[0]
    if spot.text[0].isupper():
        return len(form) >= options.unlisted and (_zipf(form) < options.common[0] or len(form) >= options.capital)
    return len(form) >= options.shortest or form in options.short


def _coined(spot: Spot, form: str, right: tuple[str, ...], names: set[str], options: Options) -> bool:
    """Tell whether a listed form is a name that begins a sentence, or a word newly made with a prefix."""
    if spot.kind == "start" and form in names:
        return True
    if form.endswith("in") and form + "g" in right:  # goin', lookin'
        return True
    if any(cost(form, word) <= CLEAR or _zipf(word) >= options.common[1] for word in right):
        return False
    return any(form.startswith(prefix) and _half(form[len(prefix) :], options) for prefix in options.prefixes)


def _hit(spot: Spot, right: tuple[str, ...], certain: bool, severity: Severity | None) -> Hit:
    shaped = [word.capitalize() if spot.text[0].isupper() else word for word in right]
    return Hit(
        spot.span,
        {"word": spot.text, "fix": f"did you mean `{shaped[0]}`?"},
        tuple(Suggestion(word, certain) for word in shaped),
        place=spot.place,
        severity=severity,
    )


def _rejected(post: Post, words: tuple[str, ...]) -> Iterator[Hit]:
    pattern = re.compile(rf"(?<![\w'’-])(?:{'|'.join(map(re.escape, words))})(?![\w'’-])", re.IGNORECASE)
    for block in post.blocks:
        for match in pattern.finditer(block.prose.text) if block.role != "code" else ():
            yield Hit(block.prose.home(*match.span()), {"word": match.group(), "fix": "this publication rejects it"})


def _meant(spot: Spot, form: str, options: Options, corpus: Corpus) -> tuple[str, ...]:
    """Return the words that may have been meant, those that the archive says often first."""
    if spot.kind != "name" and (wrong := misformed(form)):
        return wrong
    found = [item for item in near(form) if _likely(spot, item, options) and not _variant(form, item.text)]
    new = _inflected(form, options)
    slip = min((item.cost for item in found if item.zipf >= RARE or item.cost < CLEAR or not new), default=9.0)
    if slip > CLEAR and _made(form, options) and not _glued_slip(form, found, options):
        return ()
    house = _house(form, corpus) if len(form) >= options.long else []
    words = (*house, *(item.text for item in found))
    far = bool(found) and all(item.distance > 1 for item in found)
    apart = _apart(form, options, far) if spot.kind in ("word", "quoted") else ()
    return (*apart, *words) if slip > CLEAR else (*words, *apart)


def _glued_slip(form: str, found: list[Near], options: Options) -> bool:
    """Tell whether two words put together are the slip of one so common, long and near that nobody meant the two."""
    if _inflected(form, options) or _prefixed(form, options):
        return False
    return any(_certain(form, item) for item in found)


def _certain(form: str, item: Near) -> bool:
    slip = len(form) != len(item.text) or item.cost <= CLEAR
    return slip and len(form) >= LONG and item.cost <= 1.0 and item.zipf >= COMMON and not _grown(form, item.text)


def _house(form: str, corpus: Corpus) -> list[str]:
    """Return the archive's own words one edit away, those of most posts first."""
    posts = {word: number for word, number in corpus.known_words(form[:2]) if number > 2}
    close = process.extract(form, list(posts), scorer=OSA.distance, score_cutoff=1, limit=20)
    words = [
        word for word, distance, _ in close if distance == 1 and not _grown(word, form) and not _variant(word, form)
    ]
    return sorted(words, key=lambda word: (-posts[word], word))


def _apart(form: str, options: Options, far: bool) -> tuple[str, ...]:
    """Return two words that a blank was lost between: one of the joints, and a common one.

    Where no word is but one letter `far`, it may be one of the shortest: tidesto.
    """
    if far and len(form) > LONG:
        for first, second in ((form[:-2], form[-2:]), (form[:2], form[2:])):
            if not {first, second}.isdisjoint(SHORTEST) and _zipf(max(first, second, key=len)) >= options.common[1]:
                return (f"{first} {second}",)
    if form[0] == "a" and _solid(form[1:]) and len(form) >= options.long and _zipf(form[1:]) >= COMMON:
        return (f"a {form[1:]}",)
    for at in range(2, len(form) - 1):
        first, second = form[:at], form[at:]
        for joint, other in ((first, second), (second, first)):
            if joint in options.joints and len(other) > 2 and _solid(other) and _zipf(other) >= options.common[1]:
                return (f"{first} {second}",)
    return ()


def _likely(spot: Spot, item: Near, options: Options) -> bool:
    long, short, far, capital = options.common
    if spot.text[0].isupper():
        clear = item.cost <= CLEAR or spot.kind != "name"
        return (
            clear and item.distance == 1 and item.cost < 2 and item.zipf >= capital and len(spot.text) >= options.long
        )
    if spot.kind == "name":
        return False
    if item.distance > 1:
        other_ending = item.text.startswith(spot.text[:-2]) and spot.text[-2:] not in SHORTEST
        return item.zipf >= far and not other_ending
    if item.text[1:] == spot.text:  # its first letter is lost
        return item.zipf >= short
    if item.text == spot.text[1:]:  # vtables
        return False
    if len(spot.text) >= options.long:
        return item.zipf >= (1.0 if item.cost <= CLEAR else long if item.cost < 2 else 4.0)
    return item.zipf >= short and item.cost <= 1.0


def _variant(one: str, other: str) -> bool:
    """Tell whether two words are one: -ise and -ize, or the same verb with another ending."""
    if one.replace("ys", "yz").replace("is", "iz") == other.replace("ys", "yz").replace("is", "iz"):
        return True
    return one[:-1] == other[:-1] and {one[-1], other[-1]} <= set("sdr")


def _grown(one: str, other: str) -> bool:
    """Tell whether one word is the other with an ending."""
    return one.startswith(other) or other.startswith(one)


def _made(form: str, options: Options) -> bool:
    """Tell whether a word is made of known ones: a prefix and a word, a word and a suffix, two words."""
    if _prefixed(form, options) or _inflected(form, options):
        return True
    return any(_half(form[:at], options) and _half(form[at:], options) for at in range(3, len(form) - 2))


def _prefixed(form: str, options: Options) -> bool:
    for prefix in options.prefixes:
        rest = form[len(prefix) :]
        if (
            form.startswith(prefix)
            and len(rest) > 2
            and ((_zipf(rest) > SCARCE and _solid(rest)) or _inflected(rest, options))
        ):
            return True
    return False


def _inflected(form: str, options: Options) -> bool:
    """Tell whether a word is a known one with a suffix: its last letter may be doubled, its silent e lost."""
    for suffix in options.suffixes:
        stem = form[: -len(suffix)]
        if form.endswith(suffix) and len(stem) > 2:
            if _solid(stem) or (suffix[0] in "aeiouy" and _solid(stem + "e")):
                return True
            if suffix.startswith("iz") and _solid(stem + "y"):
                return True
            if stem[-1] == stem[-2] and _solid(stem[:-1]):
                return True
    return False


def _solid(form: str) -> bool:
    entry = lexicon.word(form)
    return entry is not None and entry.kind == "d"


def _zipf(form: str) -> float:
    entry = lexicon.word(form)
    return entry.zipf if entry else 0.0


def _half(form: str, options: Options) -> bool:
    entry = lexicon.word(form)
    return entry is not None and entry.kind == "d" and entry.zipf >= options.common[1] and form not in options.joints
