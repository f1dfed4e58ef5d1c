"""What cannot be true of people at one time: two ages, two holders of a post, two employers, other founders."""

from collections.abc import Callable, Iterator, Sequence

import msgspec

from lint.check._alike import difference, plain
from lint.model.facts import Facts, Tie
from lint.model.finding import Hit, Related
from lint.model.rule import Corpus, PostRef

MANY = 60  # what is told under one key that is looked at


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How far apart two posts may be, and which posts only one person holds.

    days   between two posts that give one post or one employer
    years  days between two posts that give an age
    only   posts that only one person holds at a time
    still  days around in which no post may tell of a change
    apart  years between two ages beyond which they are of two people, unless digits were swapped
    """

    days: int = 14
    years: int = 400
    only: tuple[str, ...] = (
        "ceo",
        "cfo",
        "coo",
        "cto",
        "prime minister",
        "finance minister",
        "foreign minister",
        "mayor",
    )
    still: int = 120
    apart: int = 15


def judge(facts: Facts, options: Options, corpus: Corpus) -> Iterator[Hit]:
    """Yield the people of whom another post of the same time tells otherwise."""
    here = corpus.ref(facts.key)
    for tie in facts.ties:
        sort, _, rest = tie.key.partition("|")
        told = corpus.ties(tie.key)[:MANY]
        if tie.moves or len(told) < 2:
            continue
        found = [
            (ref, other)
            for ref, other in told
            if not other.moves and _stands_here(here, ref) and SORTS[sort](here, tie, ref, other, options)
        ]
        if not found or (sort == "office" and not _settled(rest, here, told, options)):
            continue
        if sort in ("age", "at") and len({other.value for _, other in told}) > 2:
            continue  # several people of one name
        ref, other = min(found, key=lambda item: (_days(here, item[0]) or 0, item[0].order))
        ours, theirs = _said(sort, rest, tie, other)
        day = f" on {ref.date.isoformat()}" if ref.date else ""
        related = Related(ref.path, other.place, ref.title, "conflict", f"told so here{day}")
        words = {"ours": ours, "theirs": theirs, "post": f"“{ref.shown}”"}
        yield Hit(tie.span, words, related=(related,), place=tie.place)


def _stands_here(here: PostRef, ref: PostRef) -> bool:
    return ref.key != here.key and (not ref.reported or ref.order < here.order)


def _days(one: PostRef, other: PostRef) -> int | None:
    return abs((one.date - other.date).days) if one.date and other.date else None


def _near(here: PostRef, ref: PostRef, limit: int) -> bool:
    days = _days(here, ref)
    return days is not None and days <= limit


def _age(here: PostRef, tie: Tie, ref: PostRef, other: Tie, options: Options) -> bool:
    """Tell whether nobody can be of both ages on the days of the two posts."""
    if (
        here.date is None
        or ref.date is None
        or not _near(here, ref, options.years)
        or plain(tie.name) != plain(other.name)
    ):
        return False
    (early, young), (late, old) = sorted([(here.date, int(tie.value)), (ref.date, int(other.value))])
    years = (late - early).days // 365
    if years <= old - young <= years + 1:
        return False
    return abs(old - young) <= options.apart or tie.value == other.value[::-1]


def _office(here: PostRef, tie: Tie, ref: PostRef, other: Tie, options: Options) -> bool:
    """Tell whether two people hold at one time what only one can hold."""
    if tie.key.split("|")[1] not in options.only or not _near(here, ref, options.days):
        return False
    ours, theirs = plain(tie.name).split(), plain(other.name).split()
    return ours[-1] != theirs[-1] and difference(tie.name, other.name) is None and not set(ours) & set(theirs)


def _settled(office: str, here: PostRef, told: Sequence[tuple[PostRef, Tie]], options: Options) -> bool:
    """Tell whether no post of the time tells of a change, and no third person holds the post."""
    near = [other for ref, other in told if _near(here, ref, options.still)]
    return not any(other.moves for other in near) and len({plain(other.name).split()[-1] for other in near}) == 2


def _at(here: PostRef, tie: Tie, ref: PostRef, other: Tie, options: Options) -> bool:
    """Tell whether one person works for two houses at one time."""
    if not _near(here, ref, options.days) or plain(tie.name) != plain(other.name):
        return False
    short, long = sorted((tie.value, other.value), key=len)
    return len(short) > 3 and short not in long and short[:4] != long[:4]


def _founders(here: PostRef, tie: Tie, ref: PostRef, other: Tie, options: Options) -> bool:
    """Tell whether two full lists of founders differ in a name."""
    ours, theirs = set(tie.value.split("+")), set(other.value.split("+"))
    return len(ours) == len(theirs) and ours != theirs


Test = Callable[[PostRef, Tie, PostRef, Tie, Options], bool]
SORTS: dict[str, Test] = {"age": _age, "office": _office, "at": _at, "founders": _founders}


def _said(sort: str, rest: str, tie: Tie, other: Tie) -> tuple[str, str]:
    """Return what the two posts say, as it is told in the message."""
    if sort == "age":
        return f"{tie.name} is {tie.value}", other.value
    if sort == "office":
        office = rest.partition("|")[0]
        shown = office.upper() if len(office) == 3 else office
        return f"{tie.name} is {shown} of {tie.value}", other.name
    if sort == "at":
        return f"{tie.name} is with another house", "another"
    return f"founded by {tie.name}", other.name
