"""Dates that no calendar has: February 30, June 31, 2023-02-29."""

from collections.abc import Iterator

import msgspec

from lint import patterns as re
from lint.check._days import MONTHS, Day, days, is_said, longest
from lint.lexicon.look import look
from lint.model.facts import Facts
from lint.model.finding import Hit
from lint.model.post import Post

WORD = 40  # characters
LONGEST = 9  # of a month
BEYOND = re.compile(r" (3[2-9]|[4-9]\d)(?:st|nd|rd|th)?, ((?:1[5-9]|20)\d\d)(?!\d)")
MONTH = re.compile(rf"\b({'|'.join(MONTHS)}|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.?)$")
ORDINAL = re.compile(r"\d(?:st|nd|rd|th)\b| of ")
# What may stand before a date and not before the number of something, or what a month or day of its own is told with.
LEADS = frozenset(
    "on by until till before after since from through thru to of between dated due effective the "
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun".split()
)
LAST = re.compile(r"([A-Za-z]+)[.,]? ?\(?$|([^\sA-Za-z])\s?$")
# What may follow a date, and not a number that counts something.
FOLLOWS = re.compile(
    r"\s*(?:$|[.,;:!?)\]\"”’–—](?!\s*(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
    r"|(?:and|or|at|in|to|for|from|when|where|the|with|as|but|by|if|so|because|he|she|it|they|we|you|I|after|before|until"
    r"|through|deadline|meeting|is|was|will)\b)"
)


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """about  words of which one close by tells that the date is spoken of as one that is none"""

    about: tuple[str, ...] = ()


def check(post: Post, facts: Facts, options: Options) -> Iterator[Hit]:
    """Yield every date that is certainly one and that there never was."""
    for day in (*days(post, facts, odd=True), *_beyond(post)):
        if _certain(day) and is_said(day, options.about):
            yield Hit(day.block.prose.home(day.start, day.end), _words(day.year, day.month, day.until or day.day))


def _beyond(post: Post) -> Iterator[Day]:
    """Yield the days that no month has: March 33, 2024."""
    blocks = post.blocks if BEYOND.search(look(post).text) else ()
    for block in blocks:
        text = block.prose.flat
        for match in BEYOND.finditer(text) if block.role != "code" and not block.quoted else ():
            if month := MONTH.search(text, max(0, match.start() - LONGEST), match.start()):
                number = next(number for number, name in enumerate(MONTHS, 1) if name.startswith(month[1][:3]))
                yield Day(block, text, month.start(), match.end(), int(match[2]), number, int(match[1]), 0, "words")


def _certain(day: Day) -> bool:
    """Tell whether a date can be nothing else: not the number of an issue before a month, not a count behind one."""
    said = day.text[day.start : day.end]
    if day.form != "words" or ORDINAL.search(said) or (day.year and said[0].isalpha()):
        return True
    before = LAST.search(day.text[max(0, day.start - WORD) : day.start])
    alone = before is None or bool(before[2])
    if not alone and before is not None and before[1].lower() not in LEADS:
        return False
    return bool(day.year) or (FOLLOWS.match(day.text, day.end) is not None and not (alone and before))


def _words(year: int, month: int, day: int) -> dict[str, str]:
    name = MONTHS[month - 1]
    if day == 29:
        return {"date": f"February 29 in {year}", "why": f"{year} is no leap year"}
    return {"date": f"{name} {day}", "why": f"{name} has {longest(month)} days"}
