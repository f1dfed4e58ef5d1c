"""Who and what a sentence names, for figures that no frame reads: folded, so that two ways of naming one are one."""

from functools import lru_cache

from lint import patterns as re
from lint.extract.bag import bag
from lint.extract.claims.asides import asides
from lint.extract.claims.entities import NO_NAMES, SPLIT, canonical, is_bare, is_known, is_place, is_publication
from lint.extract.claims.meant import meant
from lint.extract.claims.titles import TITLED
from lint.extract.claims.tokens import Token
from lint.extract.quantities.units import COUNTRIES, NATIONS, PEOPLES
from lint.extract.wordclass import STATES
from lint.lexicon import english, word

RARE = 3.0
TELLING = 3
# Words that say what sort of thing a name is of: another sentence may leave them out.
_SORT = bag(
    "the of for and at in bank university college institute county city town state group labs lab capital partners "
    "ventures energy systems technologies motors foods airlines railway line bridge museum hospital hospitals school "
    "club company central national royal institute prize award trust council party fund festival "
    "market sales industry sector segment"
)
REGIONS = {
    form: code
    for code, forms in {
        "eu": "europe, european, eu, european union, brussels",
        "nam": "north america, north american, north americans",
        "sam": "latin america, south america, latin american, south american",
        "asia": "asia, asian, southeast asia",
        "afr": "africa, african",
        "mea": "middle east, gulf",
    }.items()
    for form in forms.split(", ")
}
# Those who live in a city or a part of a country: the Bavarians.
_LOCALS = bag(
    "bavarian texan californian floridian virginian alaskan hawaiian michigander sicilian tuscan venetian florentine "
    "bostonian chicagoan londoner berliner hamburger dubliner parisian muscovite glaswegian mancunian liverpudlian "
    "new-yorker new-englander siberian saxon prussian swabian catalan basque breton corsican lombard walloon fleming "
    "tyrolean viennese tasmanian andalusian flemish quebecer ontarian scouser"
)
_BASED = re.compile(r"^[\w.]+-(?:based|born|owned|listed|backed) ")


def names(line: list[Token], text: str, speakers: bool = False) -> tuple[str, ...]:
    """Return who and what a stretch of a sentence names, folded, in reading order; a country by its code.

    Somebody who is described but not known is "?" with the description: the Ghent start-up; "?" alone: the company.

    `speakers`: also who only speaks, of others than himself.
    """
    found = [folded(match[1]) for match in TITLED.finditer(text, line[0].start, line[-1].end)] if line else []
    makers: list[str] = []
    own = speakers or not _OURS.isdisjoint(token.low for token in line)
    described = meant(line)
    said = {index for one in described for index in range(one.start, one.stop)}
    beside = asides(line)
    opened = {one.start: folded(one.who) if one.who[:1] != "?" else one.who for one in described}
    for index, token in enumerate(line):
        if index in said:
            found.append(opened.get(index, ""))
            continue
        if (
            token.kind != "N"
            or token.low.lower() in NO_NAMES
            or is_bare(token.low)
            or is_publication(token.low)
            or _aside(line, index, own)
            or _stands_in(line, index)
            or _opens(line, index)
            or _places(line, index)
            or index in beside
        ):
            continue
        if not (token.poss and index + 1 < len(line) and line[index + 1].kind == "N"):
            found.append(folded(token.low))
        elif not any(after.low in _SAYING for after in line[index + 2 : index + 3]):
            makers.append(folded(token.low))
    here = distinct([*found, *makers])
    return here if any(name[0] != "?" for name in here) else (*_rare_opening(line, text), *here)


_PLACING = bag("underwriter underwriters underwritten bookrunner bookrunners manager managers")
_LEADING = bag("led by and including are is through")


def _places(line: list[Token], index: int) -> bool:
    """Tell whether somebody only places the shares and bonds of others: underwriters led by Varga and Holt."""
    at = index - 1
    while at >= 0 and (line[at].kind in "N," or line[at].low in _LEADING):
        at -= 1
    if at < 0 or line[at].low not in _PLACING:
        return False
    return line[at].low[:4] != "mana" or (at > 0 and line[at - 1].low == "lead")


# Words of who speaks of himself: then he is whom it is about.
_OURS = bag("we our us my i me ours mine")


def _rare_opening(line: list[Token], text: str) -> tuple[str, ...]:
    """Return the word that opens a sentence without names where it is too rare to be any word: Pomelo rewards."""
    if len(line) < 2 or line[0].kind != "w" or not text[line[0].start].isupper() or line[1].kind in "p,;:)":
        return ()
    low = line[0].low
    looked = word(low)
    if low.endswith(("s", "ly", "ing", "ed")) or (looked is not None and looked.zipf >= RARE):
        return ()
    return (folded(low),) if low.isalpha() else ()


@lru_cache(maxsize=1 << 12)
def nation(low: str) -> str:
    """Return the code of a country, a region or those who live there; "" of any other word."""
    for form in (low, low.removesuffix("s")):
        code = COUNTRIES.get(form) or NATIONS.get(form) or REGIONS.get(form) or PEOPLES.get(form)
        if code:
            return "@" + code.lower()
    return ""


def told(name: str) -> bool:
    """Tell whether a folded name says who or what is meant: it is no country, and nobody unknown."""
    return name[0] not in "@?"


def whom(name: str) -> bool:
    """Tell whether a folded name says who or what is meant, and not only where."""
    return told(name) and not is_place(name) and name not in STATES


def distinct(found: list[str]) -> tuple[str, ...]:
    """Return names each once, in their order; one that is a part of another is that one."""
    kept: list[str] = []
    for name in found:
        if name and not any(set(name.split()) <= set(other.split()) for other in kept):
            kept.append(name)
    return tuple(kept)


@lru_cache(maxsize=1 << 14)
def folded(name: str) -> str:
    """Return the telling words of a name in small letters, "" where it only says where somebody is from: a Texan."""
    name = _BASED.sub("", name).removesuffix("-based")
    low = name.lower()
    code = nation(low)
    if code or low.replace(" ", "-").removesuffix("s") in _LOCALS:
        return code
    if _TEST.search(low):
        return "@" + low
    house = canonical(name)
    words = [word.removesuffix("s") if len(word) > 3 else word for word in SPLIT.findall(house.lower())]
    telling = words if is_known(house) else [word for word in words if word not in _SORT]
    return " ".join(telling if len("".join(telling)) >= TELLING else words)


# A test that many sit: a score in it is somebody's.
_TEST = re.compile(
    r"[\w-]bench\b|\beval\b|\barena\b|\bmmlu\b|\bgpqa\b|\bgsm8k\b|\bhumaneval\b|\barc-agi|\baime\b|\bhle\b"
)


def _stands_in(line: list[Token], index: int) -> bool:
    """Tell whether a name only says where somebody is from who is named elsewhere: the Swedes."""
    low = line[index].low.lower()
    plural = low.endswith("s") and nation(low) != "" and nation(low) == nation(low[:-1])
    return plural and index > 0 and line[index - 1].low == "the"


def _opens(line: list[Token], index: int) -> bool:
    """Tell whether a word carries its capital only because it opens the sentence, which has other names: Bakers get."""
    low = line[index].low
    if index or " " in low or line[0].poss or not low.replace("-", "").isalpha() or len(line) < 2 or is_known(low):
        return False
    low = low.lower()
    if low in _ANYBODY:
        return True
    after = line[1]
    known = english(low) or (low.endswith("ers") and english(low[:-1]))
    plural = low.endswith("s") and not low.endswith(("ss", "us", "is"))
    made = low.endswith(("makers", "workers", "owners", "keepers", "growers", "builders", "goers"))
    return (plural and (known or made) and after.kind in "wxg" and not after.low.endswith("s")) or (
        known and after.kind == "w" and after.low in _CALLINGS
    )


_ANYBODY = bag("whoever whatever whichever whomever anybody everybody nobody somebody")
_CALLINGS = bag("maker giant firm company group chain producer start-up startup brand seller retailer supplier builder")


# A name behind these is whom somebody is compared with.
_OTHERS = bag("than like unlike versus against overtaking beating")


_SAYING = bag("said says say told tells adds added writes wrote")


_RIVAL = bag("rival rivals competitor competitors")
_KIN = bag("parent owner subsidiary sister")
_LEGAL = bag(
    "case cases suit suits lawsuit claim claims ruling charges complaint fine action proceedings strike judgment "
    "sanction sanctions penalty penalties fines award verdict"
)


def _aside(line: list[Token], index: int, own: bool) -> bool:
    """Tell whether a name only says who speaks, not of his `own`, or who is compared: "…," said Ines Varga."""
    after = line[index + 1] if index + 1 < len(line) else None
    before = line[index - 1] if index else None
    if before is not None and before.low == "by" and index > 1 and line[index - 2].low in ("led", "co led", "anchored"):
        return True  # who leads a round is not whom it is of
    if before is not None and before.low in _OTHERS:
        who = index + 2 < len(line) and line[index + 1].kind == "," and line[index + 2].kind == "r"
        said = (token.low for token in line[max(0, index - 9) : index])
        return not (who or (before.low == "against" and not _LEGAL.isdisjoint(said)))
    if line[index].poss and any(token.low in _RIVAL | _KIN for token in line[index + 1 : index + 4]):
        return True
    if before is not None and before.low in _RIVAL and not any(token.poss for token in line[max(0, index - 4) : index]):
        return True
    if own:
        return False
    if after is not None and after.low in _SAYING and before is not None and before.kind in ',”"':
        return True
    return before is not None and before.low in _SAYING and any(token.kind in '”"' for token in line)
