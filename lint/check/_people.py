"""Whether two spellings are of one person or body: by how often each stands, and by what stands beside them."""

from collections.abc import Iterator
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from lint import lexicon
from lint.check._alike import Difference, difference, is_known, is_word, namesakes, plain
from lint.model.facts import Facts, Name
from lint.model.rule import Corpus, PostRef
from lint.model.text import Place, Span

RARE = 2  # posts: a spelling of more is no slip
MANY = 50  # places of one spelling that are looked at
USUAL = 0.03  # the share of posts that makes a name tell nothing of what stands beside it
LONG = 8  # letters of a word in which two slips are still one word
SURE = 6  # letters of a last name, not in a dictionary, that with a first name and a post is one person's
ACRONYM = 8  # posts that make a short form in capitals common


class Limits(NamedTuple):
    """See the options of name-variant."""

    posts: int
    times: int
    days: int


class Other(NamedTuple):
    """The spelling that stands against one of this post's, and where."""

    text: str
    ref: PostRef
    place: Place


Variant = tuple[Span, Place, str, Other]


def variants(facts: Facts, limits: Limits, corpus: Corpus) -> Iterator[Variant]:
    """Yield the names of a post that are spelt otherwise elsewhere."""
    yield from _by_office(facts, limits, corpus)
    here = {name.text: name for name in facts.names}
    full = [name for name in facts.names if is_full(name.text)]
    for name in facts.names:
        if name.kind in ("small", "publication"):
            continue
        if is_full(name.text):
            other = _of_person(name, here, facts, limits, corpus)
        elif " " not in name.text and len(name.text) > 3:
            other = _of_surname(name, full, facts, corpus) or _of_word(name, facts, limits, corpus)
        else:
            other = None
        if other is not None:
            yield name.span, name.place, name.text, other


def elsewhere(other: Other, facts: Facts, corpus: Corpus) -> tuple[Other, ...]:
    """Return where the nearest other post has a spelling that this post has too."""
    me = corpus.ref(facts.key)
    posts = (
        [item for item in corpus.named(other.text)[:MANY] if item[0].key != me.key] if other.ref.key == me.key else []
    )
    near = sorted(posts, key=lambda item: (_days(me, item[0]), item[0].order))
    return tuple(Other(other.text, ref, name.place) for ref, name in near[:1])


def is_full(name: str) -> bool:
    """Tell whether a name may be a person's in full: two to four words with small letters, no figures."""
    words = name.split()
    return 1 < len(words) < 5 and all(word[0].isalpha() for word in words) and not name.isupper()


def _posts(name: str, corpus: Corpus) -> int:
    """Return in how many posts a full name stands."""
    return corpus.names(name.partition(" ")[0] + " ").get(name, 0)


def _by_office(facts: Facts, limits: Limits, corpus: Corpus) -> Iterator[Variant]:
    """Yield the people who hold a post that another post gives to somebody of nearly the same name."""
    here = corpus.ref(facts.key)
    for tie in facts.ties:
        if not tie.key.startswith("office|"):
            continue
        for ref, other in reversed(corpus.ties(tie.key)[:MANY]):
            if ref.key == facts.key or not (difference(tie.name, other.name) or namesakes(tie.name, other.name)):
                continue
            mine, theirs = _posts(tie.name, corpus), _posts(other.name, corpus)
            if _stands_here(here, ref, mine, theirs) and not _both_known(tie.name, other.name, corpus):
                yield tie.span, tie.place, tie.name, Other(other.name, ref, other.place)
                break


def _both_known(one: str, other: str, corpus: Corpus) -> bool:
    """Tell whether a post names both side by side: then they are two."""
    form = _letters(other)
    return any(form in name.beside for _, name in corpus.named(one)[:MANY])


def _stands_here(here: PostRef, ref: PostRef, mine: int, theirs: int) -> bool:
    """Tell whether a difference stands on this post: on the rarer spelling, of two equals on the later."""
    if mine != theirs:
        return mine < theirs
    return not ref.reported or ref.order < here.order


def _of_person(name: Name, here: dict[str, Name], facts: Facts, limits: Limits, corpus: Corpus) -> Other | None:
    """Return the other spelling of a rare full name, the commonest first."""
    first, _, last = name.text.partition(" ")
    block = corpus.names(first + " ")
    mine = block.get(name.text, 1)
    if mine > RARE:
        return None
    words = {**block, **corpus.surnames(last.rpartition(" ")[2])}.keys()
    if words <= {name.text}:
        return None
    close = process.extract(name.text, words, scorer=OSA.distance, score_cutoff=2, limit=20)
    near = [(text, change) for text, _, _ in close if (change := difference(name.text, text)) is not None]
    ranked = sorted(near, key=lambda item: (-_posts(item[0], corpus), item[0]))
    for text, change in ranked:
        other = _same(name, text, change, here, facts, limits, corpus)
        if other is not None:
            return other
    return None


def _same(
    name: Name, text: str, change: Difference, here: dict[str, Name], facts: Facts, limits: Limits, corpus: Corpus
) -> Other | None:
    """Return where the other spelling stands, if it is of the same person."""
    mine, theirs = _posts(name.text, corpus), _posts(text, corpus)
    places = corpus.named(text)
    me = corpus.ref(facts.key)
    if not places or _both_known(name.text, text, corpus) or _both_known(text, name.text, corpus):
        return None
    ref, nearest = min(places[:MANY], key=lambda item: (item[0].key != me.key, _days(me, item[0]), item[0].order))
    known = is_known(change.one), is_known(change.other)
    roles = set(name.roles), {role for _, one in places[:MANY] for role in one.roles}
    clash = bool(roles[0] and roles[1] and not roles[0] & roles[1])
    one_role = bool(roles[0] & roles[1])
    close = change.edits == 1 or change.sound or (one_role and not change.last)
    if is_word(change.one) and is_word(change.other) and not roles[0] & roles[1]:
        return None
    if text in here:
        ours, others = name.times, here[text].times
        later = not known[0] if known[0] != known[1] else here[text].span < name.span
        wrong = ours < others or (ours == others and later)
        return Other(text, me, here[text].place) if wrong and close and not clash and not all(known) else None
    shared = _shared(name, [one for _, one in places[:MANY]], corpus)
    shared = shared or (one_role and close and (change.last and not any(known) and len(change.one) > SURE))
    shared = shared or (one_role and close and change.sound and _shared(name, [one for _, one in places[:MANY]], None))
    if theirs >= limits.posts and theirs >= limits.times * mine and close:
        slip = not known[0] and min(len(change.one), len(change.other)) > 4
        sure = (slip and not (clash and not shared)) or (shared and not clash)
    else:
        given = not change.last and all(known) and not (change.sound or one_role)
        near = close or min(len(change.one), len(change.other)) >= LONG
        sure = shared and near and not clash and not given and _days(me, ref) <= limits.days
        sure = sure and _stands_here(me, ref, mine, theirs)
    return Other(text, ref, nearest.place) if sure else None


def _shared(name: Name, others: list[Name], corpus: Corpus | None) -> bool:
    """Tell whether the two spellings have a neighbour in common: with a corpus, one that does not stand everywhere."""
    own = {_letters(word) for word in name.text.split()}
    theirs = {form for other in others for form in other.beside} - own
    common = {form for form in name.beside if any(_same_house(form, other) for other in theirs)} - own
    if corpus is None:
        return bool(common)
    most = max(10, int(USUAL * corpus.size()))
    return any(0 < sum(corpus.spelt(form).values()) <= most for form in common)


def _same_house(one: str, other: str) -> bool:
    """Tell whether two neighbours are one: Brightwell is Brightwell Systems."""
    return one == other or (min(len(one), len(other)) > 4 and (one.startswith(other) or other.startswith(one)))


def _days(one: PostRef, other: PostRef) -> int:
    return abs((one.date - other.date).days) if one.date and other.date else 30


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))


def _of_surname(name: Name, full: list[Name], facts: Facts, corpus: Corpus) -> Other | None:
    """Return the full name in this post whose last word a name by itself misspells."""
    word = name.text
    if len(word) < 5 or name.kind or name.titled or is_word(word.lower()) or corpus.names(word).get(word, 1) > 1:
        return None
    if any(word in other.text.split() for other in full) or corpus.surnames(word):
        return None
    for other in full:
        last = other.text.split()[-1]
        change = difference(word, last)
        if change is None or plain(word)[1:] == plain(last) or (change.edits > 1 and is_known(plain(word))):
            continue  # a letter in front makes another name; a name that is one is a slip for none that is far off
        if (change.edits == 1 or change.sound) and other.kind in ("", "person"):
            place = other.place
            return Other(last, corpus.ref(facts.key), place) if other.span < name.span else None
    return None


def _of_word(name: Name, facts: Facts, limits: Limits, corpus: Corpus) -> Other | None:
    """Return the archive's common name that a name of one word misspells, which no dictionary and no other post has."""
    word = name.text
    upper = word.isupper()
    if name.times > 2 or (len(word) < 6 and not upper) or (not upper and _in_use(word)):
        return None
    if sum(corpus.spelt(_letters(word)).values()) > 1:
        return None
    common = corpus.common_names(word[:2], ACRONYM if upper else max(limits.posts, 5))
    close = process.extract(word, list(common), scorer=OSA.distance, score_cutoff=1, limit=5)
    for text, _, _ in close:
        fits = sorted(text) == sorted(word) if upper or text.isupper() else not _ending(word, text)
        if plain(text) != plain(word) and fits:
            ref, place = _nearest(text, facts, corpus)
            return Other(text, ref, place)
    return None


def _nearest(text: str, facts: Facts, corpus: Corpus) -> tuple[PostRef, Place]:
    me = corpus.ref(facts.key)
    ref, name = min(corpus.named(text), key=lambda item: (_days(me, item[0]), item[0].order))
    return ref, name.place


def _in_use(word: str) -> bool:
    """Tell whether a word is in use anywhere, as a name or in small letters."""
    entry = lexicon.word(plain(word))
    return entry is not None


def _ending(one: str, other: str) -> bool:
    """Tell whether two words differ in their end only: a plural, another version of a name."""
    return one[:-1] == other[:-1] or one.startswith(other) or other.startswith(one)
