"""The result of a match as a claim: who has how much, of which stage, of which day and competition."""

import datetime as dt

from lint import patterns as re
from lint.extract.claims.clubs import matches
from lint.extract.claims.frames import Frame, Lexicon
from lint.extract.claims.mentions import Party
from lint.extract.claims.phrases import Clauses
from lint.extract.claims.sides import named
from lint.extract.claims.ties import Link, tie
from lint.extract.claims.tokens import Token
from lint.extract.passages import Passage
from lint.extract.quantities.scores import Sides, sides, won
from lint.model.post import Post

_DRAWN = frozenset(("draw", "tie", "stalemate", "hold"))


def terse(token: Token, found: Clauses, words: Lexicon) -> tuple[Link, dict[str, Party]] | None:
    """Read a score between two names and nothing more: Ardley 3-1 Wexham."""
    at = next((k for k, other in enumerate(found.tokens) if other is token), 0)
    around = found.tokens[max(0, at - 1) : at + 2]
    phrase = next((item for item in found.phrases if token in item.tokens), None)
    if found.verbs or phrase is None or [item.kind for item in around] != ["N", "Q", "N"]:
        return None
    one, other = (named(item, item) for item in (around[0], around[2]))
    number = next((k for k, form in enumerate(words.forms) if "score" in words.frames[form.frame].units), None)
    if one is None or other is None or number is None or one.core == other.core:
        return None
    first, last = won(sides(token.low))
    roles = ("winner", "loser") if first >= last else ("loser", "winner")
    return tie(words, number, phrase, None, None, token.start, 0.2), dict(zip(roles, (one, other), strict=True))


def is_match(frame: Frame) -> bool:
    """Tell whether a frame is of matches: two sides, of which one won."""
    return "side" in frame.kinds.values() and frame.key == ("winner", "loser")


def result(token: Token, passage: Passage, link: Link, who: dict[str, Party]) -> Sides | None:
    """Return what the sides of a match have, the one that comes first in the key first; None where it cannot be.

    Of a match won by two wickets it is two to nothing.
    """
    amount = token.data
    if amount.unit == "score":
        pairs = sides(passage.text[amount.start : amount.end])
    elif amount.low is None or amount.low != amount.high:
        return None
    else:
        pairs = ((int(amount.low), 0),)
    first, last = won(pairs)
    word = passage.text[link.word :].split(None, 1)[0].lower() if link.noun is not None else ""
    verb = link.verb.lemma if link.noun is None and link.verb is not None else word.strip(".,;:")
    if first != last and verb in _DRAWN:
        return None
    return in_order(pairs, who["winner"].core, who["loser"].core)


def in_order(pairs: Sides, winner: str, loser: str) -> Sides:
    """Return what two sides have, whichever is told first, in the order of the key that they make."""
    first, last = won(pairs)
    return tuple(pair[::-1] for pair in pairs) if (first < last) != (winner > loser) else pairs


def unparted(line: list[Token]) -> list[Token]:
    """Return a line without the comma before a score, or what two of them hold: beat Ardley, the holders, 3-1.

    Nor has it where a side is from and how it is seeded: 4 - Jan Brandt (Norway) beat Tom Ardley (Wales) 6-4 6-4.
    """
    scores = {id(token) for token in line if token.kind == "Q" and token.data.unit == "score"}
    if not scores:
        return line
    kept: list[Token] = []
    for token in _from(line):
        if id(token) in scores and kept and kept[-1].kind == ",":
            kept.pop()
            inserted = next((k for k in range(len(kept) - 1, max(len(kept) - 6, 0), -1) if kept[k].kind == ","), 0)
            inside = kept[inserted + 1 :]
            if inserted and inside and inside[0].kind == "d" and all(word.kind in ("d", "w") for word in inside):
                del kept[inserted:]
        kept.append(token)
    return kept


_HOME = re.compile(r"(?<=N)\(N\.?\)$")


def _from(line: list[Token]) -> list[Token]:
    """Return a line without a place in brackets behind a name, and without a rank and a dash before one."""
    kept: list[Token] = []
    for token in line:
        kept.append(token)
        kinds = "".join(item.kind[:1] for item in kept[-5:])
        if (home := _HOME.search(kinds)) is not None:
            del kept[home.start() - home.end() :]
        elif kinds.endswith("Q-N") and kept[-3].low.isdigit():
            del kept[-3:-1]
    return kept


_MAYBE = re.compile(
    r"\b(?:if|would|could|should|might|may|will|must|needs?|hop(?:e|es|ed|ing)|unless|imagine|predict\w*|forecasts?"
    r"|expect\w*|bet|odds|dreams?|want(?:s|ed)?|rather)\b"
)
_CLAUSE = re.compile(r"[;,:—]|\b(?:who|which|that|after|when|as|because|before|until|since|while|where)\b")


def sure(token: Token, passage: Passage) -> bool:
    """Tell whether a score is told as one that was."""
    before = passage.text[max(passage.start, token.start - FAR) : token.start].lower()
    return _MAYBE.search(_CLAUSE.split(before)[-1]) is None


def part(token: Token, line: list[Token], passage: Passage) -> str:
    """Return what a score is of, where not of the whole match, and what a margin is counted in: half-time, runs."""
    table = matches()
    low = passage.text[passage.start : passage.end].lower()
    scores = [item for item in line if item.kind == "Q" and item.data.unit == token.data.unit]
    found = {
        said
        for word, said in table.stages.items()
        for at in _places(word, low)
        if said in _OF_ALL
        or min(scores, key=lambda item: _gap(item, at + passage.start, at + passage.start + len(word))) is token
    }
    if token.data.unit != "score":
        found.add(token.data.noun.lower().rstrip("s"))
        found |= {"innings"} & {low[: token.start - passage.start].removesuffix(" and ").rpartition(" ")[2]}
    return " ".join(sorted(found))


# Who plays, which goes for every score of a sentence.
_OF_ALL = frozenset(("juniors", "reserves", "women", "sevens", "doubles"))


def _places(word: str, low: str) -> list[int]:
    if word not in low:
        return []
    return [match.start() for match in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w-])", low)]


def _gap(item: Token, start: int, end: int) -> int:
    return max(start - item.end, item.start - end, 0)


def event(passage: Passage, post: Post, played: str) -> tuple[str, ...]:
    """Return the competition and the round that a sentence names, folded, and the day: its own, or that of the post."""
    table = matches()
    text = passage.text[passage.start : passage.end]
    names = [
        match[0].lower()
        for match in _NAMED.finditer(text)
        if match[0].split()[-1] in table.competitions and " " in match[0] and not _HELD.match(text, match.end())
    ]
    low = text.lower()
    on = played or lead(post)
    days = [f"on {on}"] if on[4:5] == "-" or on in _DAYS else []
    return (*days, *sorted({f"in {name}" for name in names}), *(word for word in table.rounds if _places(word, low)))


def lead(post: Post) -> str:
    """Return the day that a post begins with: what it reports was then, where it tells nothing else."""
    first = next((block.prose.text for block in post.blocks if block.role == "paragraph"), "")
    for match in _DAY.finditer(first, 0, LEAD):
        if not match["last"] and not _AHEAD.search(first, max(0, match.start() - 24), match.start()):
            return _resolved(match, post.date)
    return ""


# A title that somebody has is no match of it: Ardley Open champion Jan Brandt.
_HELD = re.compile(r" (?:champions?|winners?|holders?|title|titles|finalists?|runners?-up|semi-finalists?|star)\b")
_NAMED = re.compile(r"\b[A-Z][\w’'&-]*(?: (?:of |and )?[A-Z][\w’'&-]*){1,4}")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY = re.compile(
    r"\b(?P<last>last |next |the following )?(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
    r"|\b(?P<ago>[Yy]esterday|[Tt]onight|[Tt]oday|[Ll]ast night)\b"
)
# Of another match: before Saturday's trip to Ardley.
_AHEAD = re.compile(
    r"\b(?:for|before|until|face|faces|facing|meets?|play|plays|host|hosts|ahead of|into)(?: \w{1,5})? $"
)
FAR, CLOSE, LEAD = 80, 40, 400


def day(token: Token, passage: Passage, today: dt.date | None, period: str) -> str:
    """Return when a match was played: a day, a day of the week where the post has no date, "?" for one long ago."""
    low = passage.text[passage.start : passage.end].lower()
    told = [(_gap(token, m.start, m.end), m.value) for m in passage.moments if m.kind == "day"]
    for match in _DAY.finditer(passage.text, passage.start, passage.end):
        ahead = _AHEAD.search(passage.text, max(passage.start, match.start() - 24), match.start())
        if not ahead and (match["last"] or "").lower() not in ("next ", "the following "):
            told.append((_gap(token, *match.span()), _resolved(match, today)))
    near = min(told, default=(FAR, ""))
    if near[0] < FAR and near[1]:
        return f"{today.year}-{near[1]}" if len(near[1]) == 5 and today is not None else near[1]
    if any(_places(word, low) for word in matches().earlier):
        return "?"
    years = [m for m in passage.moments if m.kind in ("year", "month") and _gap(token, m.start, m.end) < CLOSE]
    if today is not None and period[:4] > str(today.year):
        return ""  # the cup of a year to come
    return period if years or len(period) != 4 else ""


def _resolved(match: re.Match[str], today: dt.date | None) -> str:
    if match["ago"]:
        if today is None:
            return ""
        return (today - dt.timedelta(days=match["ago"].lower() in ("yesterday", "last night"))).isoformat()
    name = match["day"].lower()
    if today is None:
        return name
    return (today - dt.timedelta(days=(today.weekday() - _DAYS.index(name)) % 7)).isoformat()
