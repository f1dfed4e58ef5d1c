"""Who is meant by a name or a description: forms folded, other names resolved by a small shipped table."""

from functools import cache, lru_cache
from unicodedata import combining, normalize

import msgspec

from lint import patterns as re
from lint.extract.bag import bag
from lint.extract.claims.compiled import compiled
from lint.extract.claims.written import listed
from lint.extract.quantities.units import COUNTRIES, NATIONS

SPLIT = re.compile(r"[^\W_]+")
MANY = 10
CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])")

NO_NAMES = bag(
    "christmas easter thanksgiving halloween ramadan olympic olympics games mps mp pm ceo core internet web cet est "
    "earth pst utc gmt congress parliament senate president god english readme api ai tv pc pcs dvd cve nasdaq dow usd "
    # what is talked of in technology, and is nobody
    "tweet tweets post posts question ram vram sram dram gpu gpus cpu cpus npu tpu tpus ssd hdd soc sbc pr prs rl llm "
    "llms slm vlm moe rag rlhf sft lora tps tops fps flops apis sdk cli gui ide ides os json html css http url pdf ocr "
    "div divs tts asr ui ux qa it hr faq mvp poc saas kpi roi seo cdn vpn dns sql"
) | {"prime minister"}


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entity of the table, as lists parted by commas.

    also   other names                makes  what it makes or owns: "the iPhone maker", "the owner of HBO"
    home   where it is from, in one word or name: a city, a state, an adjective of a nation
    trade  what it does: each of these words may stand behind a home, in any choice, to describe it
    known  whole descriptions that need no home, or that mean this entity though others would fit too
    sort   what it is, where that is no business
    """

    also: str = ""
    makes: str = ""
    home: str = ""
    trade: str = ""
    known: str = ""
    sort: str = ""


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    entities: dict[str, Entry]
    places: str
    alike: dict[str, str]
    hollow: str
    vague: str
    everyday: str
    generic: str
    forms: str
    loose: str
    bare: str
    publications: str
    authorities: str


class Entities(msgspec.Struct, frozen=True):
    """The compiled table. `names`, `makers` and `descriptions` lead from folded words to the house name.

    homes   of a home: who is from there, with the words of their trades, "|" behind the main one
    places  all homes and other places, folded
    long    the first words, in small letters, of names of several words
    """

    names: dict[str, str]
    makers: dict[str, str]
    descriptions: dict[str, str]
    homes: dict[str, dict[str, str]]
    places: frozenset[str]
    long: frozenset[str]
    alike: dict[str, str]
    hollow: frozenset[str]
    vague: frozenset[str]
    everyday: frozenset[str]
    sorts: dict[str, str]
    generic: frozenset[str]
    forms: frozenset[str]
    loose: frozenset[str]
    bare: frozenset[str]
    publications: frozenset[str]
    authorities: frozenset[str]


@cache
def entities() -> Entities:
    """Return the table that comes with copydesk."""
    return compiled("entities", _Table, Entities, _compile)


def _compile(table: _Table) -> Entities:
    names: dict[str, str] = {}
    makers: dict[str, set[str]] = {}
    described: dict[str, set[str]] = {}
    homes: dict[str, dict[str, str]] = {}
    long: set[str] = set()
    cities = {" ".join(plain(home)) for entry in table.entities.values() for home in listed(entry.home)}
    places = frozenset(cities | {" ".join(plain(place)) for place in listed(table.places)})
    alike = {form: word for word, forms in table.alike.items() for form in forms.split()}
    hollow = frozenset(table.hollow.split())
    for house, entry in table.entities.items():
        for name in (house, *listed(entry.also)):
            names[fold(name)] = house
            if len(name.split()) > 1:
                long.add(name.split()[0].lower())
        for product in listed(entry.makes):
            makers.setdefault(fold(product), set()).add(house)
        for words in listed(entry.known):
            described.setdefault(_key(*_parted(words, places, alike, hollow)), set()).add(house)
        trades = [sorted(_parted(words, frozenset(), alike, hollow)[1]) for words in listed(entry.trade)]
        words = (
            "|".join((" ".join(trades[0]), " ".join(word for trade in trades[1:] for word in trade))) if trades else ""
        )
        for home in listed(entry.home) if words else ():
            homes.setdefault(_parted(home, places, alike, hollow)[0], {})[house] = words
    return Entities(
        names=names,
        makers={product: next(iter(houses)) for product, houses in makers.items() if len(houses) == 1},
        descriptions={words: next(iter(houses)) for words, houses in described.items() if len(houses) == 1 and words},
        homes=homes,
        places=places,
        long=frozenset(long),
        alike=alike,
        hollow=hollow,
        vague=frozenset(table.vague.split()),
        everyday=frozenset(table.everyday.split()),
        sorts={house: entry.sort for house, entry in table.entities.items() if entry.sort},
        generic=frozenset(table.generic.split())
        | {words.split()[-1] for entry in table.entities.values() for words in listed(entry.known)},
        forms=frozenset(table.forms.split()),
        loose=frozenset(table.loose.split()),
        bare=frozenset(f"{table.bare} {table.loose} {table.forms}".split()),
        publications=frozenset(fold(name) for name in listed(table.publications)),
        authorities=frozenset(word.lower() for word in table.authorities.split()),
    )


def _parted(
    words: str, places: frozenset[str], alike: dict[str, str], hollow: frozenset[str]
) -> tuple[str, frozenset[str]]:
    """Return the place that a description names, a nation by its code, and its other telling words, folded."""
    rest = plain(words)
    home = ""
    at = 0
    telling: list[str] = []
    while at < len(rest):
        for count in (3, 2, 1):
            here = " ".join(rest[at : at + count])
            code = COUNTRIES.get(here) or NATIONS.get(here)
            if not home and (code or here in places):
                home, at = code or here, at + count
                break
        else:
            telling.append(rest[at])
            at += 1
    return home, frozenset(part for word in telling for part in _core(word, alike, hollow))


def _core(word: str, alike: dict[str, str], hollow: frozenset[str]) -> list[str]:
    """Return what a word of a description says, in one form: carmakers and automotive are car; company says nothing."""
    if word in hollow:
        return []
    single = word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s") if len(word) > 3 else word
    single = single if len(single) < 7 else single.removesuffix("maker")
    return [part for part in alike.get(single, single).split("-") if part not in hollow]


def _key(home: str, words: frozenset[str]) -> str:
    return f"{home}|{' '.join(sorted(words))}" if home or words else ""


def plain(words: str) -> list[str]:
    """Return words in small letters without accents, articles and endings of possession."""
    low = (
        words.lower()
        .replace("’", "'")
        .replace("'s", "")
        .replace("start-up", "startup")
        .replace("e-commerce", "ecommerce")
    )
    low = low if low.isascii() else "".join(c for c in normalize("NFKD", low) if not combining(c))
    return [word for word in SPLIT.findall(low.replace("u.s.", "us").replace("u.k.", "uk")) if word not in _ARTICLES]


_ARTICLES = frozenset(("the", "a", "an", "based"))


@lru_cache(maxsize=1 << 16)
def fold(name: str) -> str:
    """Fold a name for comparison: letters and digits of its words, case ignored, without the article."""
    low = name.lower().replace("'s", "s").replace("’s", "s").replace("+", "plus")
    low = low if low.isascii() else "".join(c for c in normalize("NFKD", low) if not combining(c))
    words = SPLIT.findall(low)
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
    return without_form(" ".join(words))


def without_form(name: str) -> str:
    """Return a name without its legal form."""
    words = name.replace("’", "'").split()
    while len(words) > 1 and words[-1].strip(".,").lower() in entities().forms:
        words = words[:-1]
    return " ".join(words).rstrip(".,")


def _tail(word: str, table: Entities) -> bool:
    low = word.strip(".,").lower()
    return low in table.forms or low in table.loose


def identity(house: str) -> tuple[str, str]:
    """Return what tells an entity from others: its folded core, and the loose word it carries (Labs, Games) or ""."""
    table = entities()
    if house in table.sorts or table.names.get(fold(house)) == house:
        return fold(house), ""
    words = house.split()
    if len(words) == 1:
        words = [part for part in CAMEL.split(house) if part]
    if len(words) > 1 and words[-1].lower() in table.loose and len(fold("".join(words[:-1]))) > 2:
        return fold("".join(words[:-1])), words[-1].lower()
    return fold("".join(words)), ""


@lru_cache(maxsize=1 << 12)
def described(words: str) -> str:
    """Return the house name that a description without a name means, or "": the Munich start-up."""
    table = entities()
    home, told = _parted(words, table.places, table.alike, table.hollow)
    found = table.descriptions.get(_key(home, told))
    if found:
        return found
    trade = told - table.vague or told
    fit = fitting(words) if trade else []
    if len(fit) > 1:
        near = table.homes[home]
        fit = [house for house in fit if trade == set(near[house].partition("|")[0].split())]
    return fit[0] if len(fit) == 1 else ""


def fitting(words: str) -> list[str]:
    """Return every house whose home a description names and whose trades have all its other words."""
    table = entities()
    home, told = _parted(words, table.places, table.alike, table.hollow)
    trade = told - table.vague or told
    near = table.homes.get(home, {}) if home else {}
    return [house for house, words in near.items() if trade <= set(words.replace("|", " ").split())]


@lru_cache(maxsize=1 << 14)
def telling(word: str) -> tuple[str, ...]:
    """Return what a word of a description says, in one form; nothing for a company, a group, a maker."""
    table = entities()
    return tuple(part for low in plain(word) for part in _core(low, table.alike, table.hollow))


@lru_cache(maxsize=1 << 12)
def is_place(name: str) -> bool:
    """Tell whether a name is of a place where companies are from: Eindhoven, Dutch."""
    low = " ".join(plain(name))
    return low in COUNTRIES or low in NATIONS or low in entities().places


def is_metropolis(place: str) -> bool:
    """Tell whether more companies are from a folded place than anybody could be known by it: London, New York."""
    return len(entities().homes.get(place, ())) > MANY


def maker_of(product: str) -> str:
    """Return the house name of who makes a product, or ""."""
    return entities().makers.get(fold(product), "")


def is_authority(name: str) -> bool:
    """Tell whether a name is a regulator, court or the like: never the subject of a business figure."""
    table = entities()
    house = canonical(name)
    if table.sorts.get(house) in ("regulator", "bank"):
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
