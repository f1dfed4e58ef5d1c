"""Who holds which post where, who is how old, who founded what: told in passing, in frames that leave no doubt."""

from collections.abc import Iterator
from functools import cache

from lint import patterns as re
from lint.extract.claims.entities import canonical, fold, identity
from lint.model.facts import Tie
from lint.model.post import Block, Post
from lint.sentences import sentences

# A sentence without one of these tells of no post; asked first, for it is quick.
HINT = re.compile(
    r"[Cc]hief|C[EFTOM]O\b|[Pp]resident|[Cc]hair|[Mm]inister|ounder|[Dd]irector|nalyst|conomist|okes(?:man|wom|per)"
    r"|overnor|ayor|ditor|rofessor|trategist|[Cc]oach|[Hh]eads?\b|[Rr]uns\b|[Ll]ea?ds?\b|ecretary|ounsel|awyer"
    r"|in charge|[Oo]versees\b|boss\b"
)
_SPELLED = (
    "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty "
    "seventy eighty ninety"
).split()
_YEARS = {word: number for number, word in enumerate(_SPELLED[:11], 10)} | {
    word: 10 * number for number, word in enumerate(_SPELLED[10:], 2)
}
AGE = re.compile(
    r", (?:aged )?\d\d[,.;]|\b(?:\d\d|[A-Za-z]{3,8}(?:teen|een|ty|ten))-year-old"
    r"|\b(?:is|was)(?: only| just| now)? \d\d(?:[,.;]| and\b| years)|turned \d\d|\bAt \d\d, |, who is \d\d"
)
FOUNDED = re.compile(r"founded\b[^.;]{0,40}\bby\b")
_OFFICES = {
    "ceo": r"chief executives?(?: officers?)?|CEOs?|chief exec",
    "cfo": r"chief financial officer|CFO|finance (?:chief|director)|chief finance officer|head of finance",
    "coo": r"chief operating officer|COO|operations chief",
    "cto": r"chief (?:technology|technical) officer|CTO|technology chief",
    "cmo": r"chief marketing officer|CMO|marketing chief",
    "cpo": r"chief product officer|CPO|product chief",
    "cso": r"chief (?:scientific|science|strategy|security) officer|chief scientist|CSO",
    "chro": r"chief (?:people|human resources) officer|head of human resources",
    "engineer": r"chief engineer",
    "designer": r"chief designer|chief design officer|design chief|head of design",
    "network": r"network chief|head of networks?",
    "counsel": r"general counsel|chief legal officer|(?:top|chief) lawyer",
    "chair": r"chair(?:man|woman|person)?",
    "president": r"president",
    "prime minister": r"prime minister|premier",
    "finance minister": r"finance minister",
    "foreign minister": r"foreign minister",
    "director": r"managing director|director[- ]general|executive director",
    "founder": r"founder",
    "governor": r"governor",
    "mayor": r"mayor",
    "editor": r"editor[- ]in[- ]chief|editor",
    "coach": r"head coach|manager|coach",
    "spokesman": r"spokes(?:man|woman|person)",
    "analyst": r"analyst|strategist",
    "economist": r"(?:chief )?economist",
    "professor": r"professor",
    "head": r"head",
    "secretary": r"secretary",
}
_OFFICE = "|".join(f"(?:{form})" for form in _OFFICES.values())
_ANY = re.compile(
    rf"\b(?:{'|'.join(f'(?P<o{number}>{form})' for number, form in enumerate(_OFFICES.values()))})\b", re.I
)
_KEYS = tuple(_OFFICES)
_WORDS = (
    r"(?:(?:former|ex|interim|acting|incoming|outgoing|co|deputy|vice|assistant|associate|new|then|late|founding|senior"
    r"|group|global|executive|longtime|long-time|next|first|regional|[Uu]\.?[SsKk]\.?)[- ])"
)
_R = rf"(?P<r>{_WORDS}{{0,3}}(?:{_OFFICE})(?:(?:,? and |/| & )(?:{_OFFICE}))?)"
_P = (
    r"(?P<p>(?-i:[A-ZÀ-Þ][\w’'-]{0,20}\.?"
    r"(?: (?:[A-ZÀ-Þ][\w’'-]{0,20}\.?|van|von|de|der|la|bin|al|el|di|da|dos)){0,3} [A-ZÀ-Þ][\w’'-]{1,20}))"
)
_O = r"(?P<o>(?-i:[A-Z][\w&.’'-]{0,24}(?: (?:(?:of|and|for|&|the) )?[A-Z][\w&’'-]{0,24}){0,4}))"
_THE = r"(?:(?:the|its|their|a|an|our|his|her|current) )?(?:(?:new|next|first) )?"
_HIRED = (
    r"(?:(?:has|have|had) )?(?:named|appointed|hired|promoted|picked|tapped|chose|chosen|elected|installed|made"
    r"|recruited|poached|confirmed|appoints|names|hires|picks|taps|elects|promotes)"
)
_FRAMES = (
    rf"\b{_P}, {_THE}{_R} (?:of|at|for|with) (?:the )?{_O}",
    rf"\b{_P}, (?:the )?{_O}['’]s? {_THE}{_R}\b",
    rf"\b{_O}(?:['’]s?)? {_THE}{_R},? {_P}\b",
    rf"\b{_R} (?:of|at|for) (?:the )?{_O}(?:,| is| was|:)? {_P}\b",
    rf"\b{_P} (?:is|was|has been|will be|becomes?|became|will become|serves as|works as|took over as"
    rf"|has been named|was named|was appointed|was elected|named|appointed|remains) (?:as )?"
    rf"{_THE}{_R} (?:of|at|for) (?:the )?{_O}",
    rf"\b{_O},? {_HIRED} {_P} (?:as |to be |to the post of |to )?{_THE}{_R}\b",
    rf"\b{_P} (?:has )?(?:joined|joins|will join|is joining|left) {_O} as {_THE}{_R}\b",
    rf"\b{_O} (?:has )?(?:found|{_HIRED}) {_THE}{_R}(?::|,| in) {_P}\b",
    rf"\b{_P},? (?:who )?(?P<r>runs|leads|heads|led|headed|chairs) (?:the )?{_O}",
)
# A department may be spelt as an office: who heads marketing is the marketing chief.
_DEPARTMENTS = {
    "finance": "cfo",
    "finances": "cfo",
    "operations": "coo",
    "technology": "cto",
    "marketing": "cmo",
    "product": "cpo",
    "products": "cpo",
    "human resources": "chro",
    "design": "designer",
    "networks": "network",
    "legal": "counsel",
    "legal affairs": "counsel",
}
_TEAM = re.compile(
    r" (?:teams?|departments?|divisions?|units?|groups?|arm|business|functions?|organi[sz]ation|efforts?)$"
)
_WHICH = re.compile(r"(?:(?:new|next|first|former|current|global|group|its|the|an?) )+")
_D = r"(?P<d>(?-i:[a-z][a-z-]{1,17}(?: (?!at |of |for |and |to |who )[a-z][a-z-]{1,17}){0,2}))"
_LEADS = r"(?:runs|leads|heads|led|headed|oversees|is in charge of|was in charge of)"
_AT = rf"(?:at|of|for) (?:the )?{_O}"
_BOSS = r"(?:chief|boss|head)"
_HEADS = (
    rf"\b{_P},? (?:the |its )?head of {_D} {_AT}",
    rf"\bhead of {_D} {_AT}(?:,| is| was|:)? {_P}\b",
    rf"\b{_O}['’]s? head of {_D},? {_P}\b",
    rf"\b{_P},? (?:who )?{_LEADS} (?:the |its )?{_D} {_AT}",
    rf"\b{_O},? {_HIRED} {_P} (?:as |to be |to )?(?:its |the )?(?:head of|run|lead|head|oversee) (?:its |the )?{_D}\b",
    rf"\b{_O} (?:has |have )?(?:put|placed) {_P} in charge of (?:its |the )?{_D}\b",
    rf"\b{_O}(?:['’]s?)? {_D} {_BOSS},? {_P}\b",
    rf"\b{_P}, (?:the )?{_D} {_BOSS} {_AT}",
    rf"\b{_P}, {_O}['’]s? {_D} {_BOSS}\b",
    rf"\b{_D} {_BOSS} {_AT}(?:,| is)? {_P}\b",
    rf"\b{_P} (?:has )?(?:joined|joins|will join|is joining) {_O} as (?:its |the )?(?:new )?{_D} {_BOSS}\b",
    rf"\b{_O} (?:has )?(?:found|{_HIRED}) (?:a |an |its |the )?(?:new )?{_D} {_BOSS}(?::|,| in) {_P}\b",
)
_MOVES = re.compile(
    r"\b(?:former\w*|ex-|interim|acting|incoming|outgoing|co-\w+|deput\w+|vice|assistant|associate|then|next|new"
    r"|succe\w+|replac\w+|appoint\w*|named?|names|naming|hir\w+|promot\w+|resign\w*|step\w* (?:down|up|aside)|retir\w+"
    r"|join\w*|t(?:a|oo)k\w* over|until|previous\w*|will (?:be|become|lead|head|run|take)|elect\w*|nominat\w+|designate"
    r"|fired|oust\w+|late|died|death|left|leav\w+|depart(?:s|ed|ing|ures?)?|once|was|were|becom\w*|became|regional|two|joint\w*|both"
    r"|acquir\w+|unit|division)\b",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"\b(?:former\w*|ex-|previous\w*|join\w*|left|leav\w+|hir\w+|moved?|late|then|once)\b", re.IGNORECASE
)
_AGES = (
    rf"\b{_P}, (?:aged )?(?P<n>[1-9]\d)[,.;]",
    rf"\b(?P<n>[1-9]\d|[A-Za-z]{{3,9}})-year-old {_P}\b",
    rf"\b{_P}, (?:the|an?) (?P<n>[1-9]\d|[a-z]{{3,9}})-year-old\b",
    rf"\b{_P}(?:, (?:the|an?) [a-z][a-z -]{{1,40}})?,? (?:who )?(?:is|has just turned|just turned|turned|has turned)"
    rf"(?: only| just| now)? (?P<n>[1-9]\d)(?=[,.;]| and\b| years old\b)",
    rf"\bAt (?P<n>[1-9]\d), {_P}\b",
)
_BY = (
    rf"\b{_O},? (?:which )?(?:was |were )?(?:co-)?founded (?:in \d{{4}} )?by (?P<l>{_P.replace('?P<p>', '?:')}"
    rf"(?:, {_P.replace('?P<p>', '?:')}){{0,4}}(?:,? and {_P.replace('?P<p>', '?:')})?)(?!,? and| who| of)"
)


@cache
def _compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return an expression that most runs never ask for; compiling them all would delay each start."""
    return re.compile(pattern, flags)


def roles_by(text: str, start: int, end: int) -> Iterator[str]:
    """Yield the posts that are named close to a person's name, in the same sentence."""
    before = text[max(0, start - 48) : start]
    before = before[before.rfind(". ") + 1 :]
    after = text[end : end + 64]
    stop = after.find(". ")
    for window in (before, after if stop < 0 else after[:stop]):
        for match in _ANY.finditer(window):
            yield _KEYS[int((match.lastgroup or "o0")[1:])]


def ties(post: Post) -> tuple[Tie, ...]:
    """Return what a post tells of people in passing.

    `key` is what two ties must share to be compared: `office|ceo|acme`, `at|analyst|adalovelace`, `age|adalovelace`,
    `founders|acme`. `moves` says that the sentence tells of a change, or of more than one.
    """
    found: dict[tuple[str, str], Tie] = {}
    for block in post.blocks:
        text = block.prose.text
        if block.role == "code" or not (HINT.search(text) or AGE.search(text) or FOUNDED.search(text)):
            continue
        flat = block.prose.flat
        for start, end in sentences(flat):
            for tie in _of_sentence(post, block, flat[start:end], start):
                found.setdefault((tie.key, tie.name), tie)
    return tuple(found.values())


def _of_sentence(post: Post, block: Block, text: str, offset: int) -> Iterator[Tie]:
    def tie(key: str, match: re.Match[str], group: str, value: str, moves: bool) -> Tie:
        start = match.start(group)
        name = match[group].rstrip(".")
        span = block.prose.home(offset + start, offset + start + len(name))
        return Tie(key, " ".join(name.split()), value, span, post.source.place(span), moves)

    if HINT.search(text) and len(text) < 700:
        moves = _MOVES.search(text) is not None
        for frame in _FRAMES:
            for match in _compiled(frame, re.IGNORECASE).finditer(text):
                offices = list(_offices(match["r"]))
                house = _house(match)
                person = fold(match["p"])
                for office in offices:
                    yield tie(f"office|{office}|{house}", match, "p", match["o"], moves or len(offices) > 1)
                    if office in ("analyst", "economist", "professor", "spokesman"):
                        yield tie(f"at|{office}|{person}", match, "p", house, _LEFT.search(text) is not None)
        for frame in _HEADS:
            for match in _compiled(frame, re.IGNORECASE).finditer(text):
                department = _TEAM.sub("", _WHICH.sub("", match["d"]))
                office = _DEPARTMENTS.get(department, f"head of {department}")
                yield tie(f"office|{office}|{_house(match)}", match, "p", match["o"], moves)
    if AGE.search(text):
        for frame in _AGES:
            for match in _compiled(frame).finditer(text):
                years = match["n"] if match["n"].isdigit() else str(_YEARS.get(match["n"].lower(), ""))
                if years:
                    yield tie(f"age|{fold(match['p'])}", match, "p", years, False)
    if FOUNDED.search(text):
        for match in _compiled(_BY).finditer(text):
            people = sorted(fold(name) for name in re.split(r",? and |, ", match["l"]))
            yield tie(f"founders|{identity(canonical(match['o']))[0]}", match, "l", "+".join(people), False)


def _house(match: re.Match[str]) -> str:
    """Return the identity of the house that a frame names."""
    return identity(canonical(match["o"].removesuffix("'s").removesuffix("’s")))[0]


def _offices(words: str) -> Iterator[str]:
    if words.lower() in ("runs", "leads", "heads", "led", "headed"):
        yield "head"
    elif words.lower() == "chairs":
        yield "chair"
    for match in _ANY.finditer(words):
        yield _KEYS[int((match.lastgroup or "o0")[1:])]
