"""Who is meant by a name or a description: forms folded, other names resolved by a small shipped table."""

import re
from functools import cache, lru_cache

import msgspec

from lint.decode import convert, load
from lint.extract.claims.compiled import frame_folder, kept
from lint.model.errors import RuleError

SPLIT = re.compile(r"[^\W_]+")
CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])")


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entity of the table: other names, what it makes, how it is described, what sort it is."""

    also: str = ""
    makes: str = ""
    known: str = ""
    kind: str = ""


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    entities: dict[str, Entry]
    generic: str
    forms: str
    loose: str
    bare: str
    publications: str
    authorities: str


class Entities(msgspec.Struct, frozen=True):
    """The compiled table. `names`, `makers` and `descriptions` lead from folded words to the house name."""

    names: dict[str, str]
    makers: dict[str, str]
    descriptions: dict[str, str]
    kinds: dict[str, str]
    generic: frozenset[str]
    forms: frozenset[str]
    loose: frozenset[str]
    bare: frozenset[str]
    publications: frozenset[str]
    authorities: frozenset[str]


@cache
def entities() -> Entities:
    """Return the table that comes with copydesk."""
    path = frame_folder() / "entities.yaml"
    return kept(
        "entities",
        [path],
        Entities,
        lambda: _compile(convert(load(path.read_text("utf-8"), str(path), RuleError), _Table, RuleError)),
    )


def _listed(words: str) -> list[str]:
    return [word.strip() for word in words.split(",") if word.strip()]


def _compile(table: _Table) -> Entities:
    names: dict[str, str] = {}
    makers: dict[str, str] = {}
    described: dict[str, set[str]] = {}
    for house, entry in table.entities.items():
        for name in (house, *_listed(entry.also)):
            names[fold(name)] = house
        for product in _listed(entry.makes):
            makers[fold(product)] = house if makers.get(fold(product), house) == house else ""
        for words in _listed(entry.known):
            described.setdefault(_described(words, table.generic.split()), set()).add(house)
    publications = {fold(name) for name in _listed(table.publications)}
    return Entities(
        names=names,
        makers={product: house for product, house in makers.items() if house},
        descriptions={words: next(iter(houses)) for words, houses in described.items() if len(houses) == 1 and words},
        kinds={house: entry.kind for house, entry in table.entities.items() if entry.kind},
        generic=frozenset(table.generic.split())
        | {words.split()[-1] for entry in table.entities.values() for words in _listed(entry.known)},
        forms=frozenset(table.forms.split()),
        loose=frozenset(table.loose.split()),
        bare=frozenset(f"{table.bare} {table.loose} {table.forms}".split()),
        publications=frozenset(publications),
        authorities=frozenset(word.lower() for word in table.authorities.split()),
    )


def _described(words: str, generic: list[str] | frozenset[str]) -> str:
    """Fold a description: its telling words, sorted; where all are generic but one compound, that one."""
    low = SPLIT.findall(words.lower().replace("'s", ""))
    telling = sorted(word for word in low if word not in ("the", "a", "an") and word not in _HOLLOW)
    return " ".join(telling)


# Words that say nothing of which company a description means.
_HOLLOW = frozenset(
    "company group giant firm maker house corporation manufacturer business titan behemoth unicorn upstart "
    "venture provider vendor world".split()
)


def fold(name: str) -> str:
    """Fold a name for comparison: letters and digits of its words, case ignored, without the article."""
    words = SPLIT.findall(name.lower().replace("'s", "s").replace("’s", "s").replace("+", "plus"))
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return "".join(words)


@cache
def canonical(name: str) -> str:
    """Return the house name of a surface name: an entry of the table, or the name without its legal form."""
    table = entities()
    words = name.replace("’", "'").split()
    if len(words) > 1 and words[0].lower() == "the":
        words = words[1:]
    for count in range(len(words), 0, -1):
        house = table.names.get(fold(" ".join(words[:count])))
        if house is not None and all(_tail(word, table) for word in words[count:]):
            return house
    while len(words) > 1 and words[-1].strip(".,").lower() in table.forms:
        words = words[:-1]
    return " ".join(words).rstrip(".,")


def _tail(word: str, table: Entities) -> bool:
    low = word.strip(".,").lower()
    return low in table.forms or low in table.loose


def identity(house: str) -> tuple[str, str]:
    """Return what tells an entity from others: its folded core, and the loose word it carries (Labs, Games) or ""."""
    table = entities()
    if house in table.kinds or table.names.get(fold(house)) == house:
        return fold(house), ""
    words = house.split()
    if len(words) == 1:
        words = [part for part in CAMEL.split(house) if part]
    if len(words) > 1 and words[-1].lower() in table.loose and len(fold("".join(words[:-1]))) > 2:
        return fold("".join(words[:-1])), words[-1].lower()
    return fold("".join(words)), ""


def described(words: str) -> str:
    """Return the house name that a description without a name means, or "": the Munich start-up."""
    table = entities()
    found = table.descriptions.get(_described(words, table.generic))
    return found or ""


def maker_of(product: str) -> str:
    """Return the house name of who makes a product, or ""."""
    return entities().makers.get(fold(product), "")


def is_authority(name: str) -> bool:
    """Tell whether a name is a regulator, court or the like: never the subject of a business figure."""
    table = entities()
    house = canonical(name)
    if table.kinds.get(house) in ("regulator", "bank"):
        return True
    words = name.split()
    return bool(words) and (words[-1].lower() in table.authorities or words[0].lower() in table.authorities)


def is_bare(name: str) -> bool:
    """Tell whether a name has no word that says who is meant: Pro, Motors Inc, March."""
    bare = entities().bare
    return all(word.strip(".,").lower() in bare for word in name.split()) and not is_known(name)


def is_publication(name: str) -> bool:
    """Tell whether a name is a newspaper, agency or research firm: who reports, not whom it is about."""
    return fold(name) in entities().publications


@lru_cache(maxsize=1 << 16)
def is_known(name: str) -> bool:
    """Tell whether the table has this name."""
    return fold(name) in entities().names
