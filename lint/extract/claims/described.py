"""Who is meant by a home and a trade, or by a product, where only the archive may know: the Leeds flour maker."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from lint import patterns as re
from lint.extract.bag import bag
from lint.extract.claims.entities import NO_NAMES, fitting, is_known, is_metropolis, is_place, telling
from lint.extract.claims.frames import lexicon
from lint.extract.claims.meant import MAKERS
from lint.extract.claims.tokens import Token
from lint.extract.claims.topics import stem
from lint.extract.quantities.units import COUNTRIES, NATIONS
from lint.extract.wordclass import STATES
from lint.lexicon import word

# What a body is called by its trade; who does this is a body whatever the name.
_BODIES = bag(
    "company group giant firm maker house start-up startup corporation manufacturer conglomerate retailer fintech "
    "neobank bank lender insurer airline carrier streamer foundry publisher utility miner driller lab studio brewer "
    "printer processor brewery shipbuilder shipyard builder housebuilder distiller distillery caster mill dairy bakery "
    "baker grocer winery fund vineyard farm nursery school college university academy institute museum gallery theatre "
    "theater playhouse cinema hospital hospice clinic charity council authority agency board trust club association "
    "society union cooperative co-op orchestra choir festival railway line shipper haulier factory quarry refinery "
    "smelter refiner newspaper magazine broadcaster bookseller hotelier restaurant supermarket wholesaler importer "
    "exporter contractor consultancy packager canner tanner weaver spinner producer grower breeder trucker "
    "outsourcer business operator merchant supplier surgery"
)
# What may be called by the name of its owner as well as by that of a town.
_OWNED = bag(
    "company group giant firm maker house corporation manufacturer conglomerate business lab studio line fund trust "
    "producer bank insurer lender retailer"
)
# Too wide for anybody to be known by, or no place.
_WIDE = STATES | bag(
    "soviet european asian african scottish welsh irish basque catalan bavarian texan californian alaskan hawaiian "
    "europe asia africa america catholic jewish muslim christian islamic buddhist hindu communist socialist labour "
    "liberal democratic republican cloud navy python"
)
_PUBLIC = bag(
    "council authority agency board trust college school university institute hospital museum association union"
)
_ANY = bag(
    "local new same other state city federal national whole entire main old current former government public private"
)
_STOPS = re.compile(r" (?:that|which|who|whose|with|to|for|at|by|on|as|since|where|when|whom|too|again|now|today)\b")
_FROM = re.compile(r" (?:from|of) ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)")
_IN = re.compile(r" (?:in|near|outside) ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)")
_OF = re.compile(r" of ([a-z][\w -]*)")
_PLACED = re.compile(r"\b([A-Z][\w’']+(?: [A-Z][\w’']+)?)-(?:based|born)\b")
_PLAIN = re.compile(r"(?:[a-z]+(?<!est) ){1,3}[a-z]+")
_CAPITAL = re.compile(r"(?<![\w-])[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?")
LONG = 6
THINGS = 4  # words that tell what somebody makes
COMMON = 4.4  # a word that is heard more often is no place, though it may have a capital: Internet


def body(head: str) -> bool:
    """Tell whether a word may be what a business or a public body is called by its trade."""
    return head in _BODIES or (head.endswith("maker") and len(head) > 5)


@lru_cache(maxsize=1 << 12)
def home_of(name: str) -> str:
    """Return a town or the like in the form in which two are compared; "" of a nation, and of what is no place."""
    low = re.sub(r"^the |['’]s?$|-based$", "", name.lower())
    if (
        low in COUNTRIES
        or low in NATIONS
        or low in NO_NAMES
        or low.split()[-1] in _WIDE
        or len(low) < 3
        or not low.replace(" ", "").isalpha()
    ):
        return ""
    if low.endswith(("ian", "ean", "ish", "ese")):
        return ""
    known = word(low)
    return low if is_place(low) or not (is_known(low) or (known is not None and known.zipf >= COMMON)) else ""


def _may_be_home(name: str, head: str) -> bool:
    """Tell whether a name that no table has is a town's rather than an owner's: a Tolbury brewer."""
    return name.istitle() and " " not in name and (head not in _OWNED or word(name.lower()) is not None)


def parted(words: str, article: str) -> tuple[list[str], list[str]]:
    """Return the homes that a description names, and its other words; nothing where no trade is its head.

    Without a home, only `the` with a public body says anything: the unitary authority. Without an article a capital
    may be any word's that begins a sentence.
    """
    words = _STOPS.split(words)[0]
    core = re.split(r" (?:from|in|of|based|near|outside) ", words)[0].strip()
    core = _PLACED.sub("", core).strip()
    head = core.rsplit(" ", 1)[-1]
    if not body(head) or " and " in core:
        return [], []
    homes = [match[1] for pattern in (_PLACED, _IN) for match in pattern.finditer(words)]
    homes += [match[1] for match in _FROM.finditer(words) if match[0][1] == "f" or is_place(match[1])]
    homes += [name for name in _CAPITAL.findall(core) if is_place(name) or (article and _may_be_home(name, head))]
    low = [one for one in core.split() if one.islower()]
    made = _OF.search(words)
    told = [*low, *(made[1].split()[:THINGS] if made else ())]
    found = [home for home in dict.fromkeys(map(home_of, homes)) if home and not is_metropolis(home)]
    if found:
        return found, told
    public = (
        article == "the" and not homes and head in _PUBLIC and _PLAIN.fullmatch(core) and not _ANY & set(core.split())
    )
    return [], core.split() if public else []


def trade(words: Iterable[str]) -> frozenset[str]:
    """Return what the words of a description say of a trade, in a form in which two are compared."""
    return frozenset(stem(part) for one in words for part in telling(one))


def described_by(line: Sequence[Token]) -> str:
    """Return the description by which a part of a sentence means somebody, as `Claim.described`, or ""."""
    found = [one for index, token in enumerate(line) if token.low == "the" and (one := _ending(line, index + 1))]
    return found[0] if len(set(found)) == 1 else ""


def _ending(line: Sequence[Token], start: int) -> str:
    """Read the description that begins behind an article."""
    stop = start
    while (
        stop < len(line) and stop < start + LONG and line[stop].kind in ("N", "w", "-") and not _acts(line, stop, start)
    ):
        stop += 1
    words = line[start:stop]
    if not words or words[-1].kind != "w" or (any(token.poss for token in words[:-1]) and words[0].kind != "N"):
        return _behind(line, start, stop)
    head = words[-1].low
    maker = head in MAKERS or head == "studio"
    if not (maker or body(head.split()[-1])):
        return ""
    names = [token.low for token in words if token.kind == "N"]
    low = [token.low for token in words if token.kind == "w"]
    rest = _tail(line, stop)
    if _aside(line, start):
        return ""
    told = sorted(trade([one for phrase in (*low[: -1 if maker else None], *rest) for one in phrase.split()]))
    homes = [home for name in names if (home := home_of(name))]
    if len(names) == 1 and maker and len(low) == 1:
        return f"={names[0].lower()}|{' '.join(sorted(trade(low)))}"
    if len(homes) == 1 == len(names) and not fitting(f"{homes[0]} {' '.join(low)}"):
        return f"{homes[0]}|{' '.join(told)}"
    if not names and len(low) > 1 and head in _PUBLIC and not _ANY & set(low):
        return f"|{' '.join(sorted(low))}"
    return _behind(line, start, stop)


def _behind(line: Sequence[Token], start: int, stop: int) -> str:
    """Read what a maker is told by: the maker of the Brindle, the company behind Skein."""
    at = stop
    if stop == start or not (line[stop - 1].low in MAKERS | {"team"} or body(line[stop - 1].low)):
        return ""
    if at < len(line) and line[at].low in ("of", "behind"):
        at += 1
        at += at < len(line) and line[at].kind == "d"
        if at < len(line) and line[at].kind == "N":
            return f"={line[at].low.lower()}|"
    return ""


def _tail(line: Sequence[Token], stop: int) -> list[str]:
    """Return the words behind an of: maker of blood tests."""
    if stop >= len(line) or line[stop].low != "of":
        return []
    words = []
    for index in range(stop + 1, min(stop + 4, len(line))):
        if line[index].kind != "w" or _acts(line, index, stop):
            break
        words.append(line[index].low)
    return words


def _acts(line: Sequence[Token], index: int, start: int) -> bool:
    """Tell whether a word behind the first is a verb rather than a part of a description."""
    low = line[index].low
    if line[index].kind != "w" or index == start or body(low):
        return False
    follows = index + 1 < len(line) and line[index + 1].kind == "w" and body(line[index + 1].low)
    return not follows and (low in lexicon().verbs or low.endswith("ed"))


def _aside(line: Sequence[Token], start: int) -> bool:
    """Tell whether a description only says what somebody is who is named before it."""
    if start < 2:
        return False
    before, more = line[start - 2], line[start - 3] if start > 2 else line[start - 2]
    if before.low in ("of", "behind"):
        return more.low in MAKERS or more.low == "studio"
    return before.low in ("is", "was") or (before.kind in ",(" and more.kind == "N")
