"""Quotation marks and brackets that never close, or close what nothing opened."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from lint import patterns as re
from lint.lexicon.language import abroad
from lint.model.facts import Facts
from lint.model.finding import Hit
from lint.model.post import Block, Post

CLOSERS = {")": "(", "]": "[", "”": "“"}
NAMES = {
    "(": "bracket",
    "[": "bracket",
    ")": "bracket",
    "]": "bracket",
    "“": "quotation mark",
    "”": "quotation mark",
    '"': "quotation mark",
}
MARK = re.compile(r"[()\[\]“”\"]")
# Faces, and the ends of an interval.
APART = re.compile(
    r"(?<![\w(])(?:[:;=8xX]['’]?[-^o]?|[-^][_.]?[-^])[()\[\]]+|(?<!\S)[()\[\]]+[-o^]?[:;=](?!\w)|¯\\?_\(ツ\)_/¯"
    r"|[\[(]\s?[-+]?[\w.∞]+\s?[,;]\s?[-+]?[\w.∞]+\s?[\])]"
)
# What stands before a closing mark that needs no partner: the number of a list, inches.
NUMBERED = re.compile(r"(?:^|[\s,;:.–—*_“\"-])(?:\d{1,3}[a-z]?|[a-zA-Z]|[ivxIVX]{1,5})$")
INCHES = re.compile(r"[\d⁄½¼¾]\s?$")
# Text in which these marks have another meaning: code, markup that was not read, quotation marks of other languages.
OTHER = re.compile(
    r"``|''|\"\"\"|=[\"“]|\\[\"()\[\]]|\{[%{]|[%}]\}|\]\(|\[\[|<\w|</|[„«»‹›「『]|https?://|[{};]\s*$|=>|->|\w\(\)"
)
OPENS = frozenset(["", *" \n\t\xa0\u2009\u200a\u202f([—–/-"])
GOES_ON = re.compile(r"\s*[“\"]")
MANY = 6  # loose marks of one paragraph that is no prose
CUT = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|:|,)[\"”]?\s*$")
ENDED = re.compile(r"[.!?…][\"”'’)\]]{0,3}\s*$")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """reach: how many paragraphs later a mark may close that this one leaves open."""

    reach: int = 12


class _Loose(NamedTuple):
    block: int
    at: int
    mark: str
    opens: bool


def check(post: Post, facts: Facts, options: Options) -> Iterator[Hit]:
    """Yield each mark that has no partner in its paragraph, nor in those after it."""
    if abroad(post):
        return
    blocks = [block for block in post.blocks if block.role != "code"]
    loose = [item for number, block in enumerate(blocks) for item in _of_block(number, block)]
    for item in _alone(loose, blocks, options.reach):
        block = blocks[item.block]
        words = {"what": NAMES[item.mark], "problem": "closes nowhere" if item.opens else "was never opened"}
        yield Hit(block.prose.home(item.at, item.at + 1), words)


def _of_block(number: int, block: Block) -> list[_Loose]:
    """The marks of a paragraph that have no partner in it."""
    text = block.prose.text
    if "″" in text and text.count("“") > text.count("”"):
        text = text.replace("″", "”")  # “5″ is what a program made of "5"
    found = MARK.findall(text)
    if not found or len(text) <= len(found) or _even(found) or OTHER.search(text):
        return []
    passed = {at for match in APART.finditer(text) for at in range(*match.span())}
    marks = [(match.start(), match[0]) for match in MARK.finditer(text) if match.start() not in passed]
    if _mixed(marks):
        return []
    loose = [_Loose(number, at, mark, opens) for at, mark, opens in (*_nested(text, marks), *_quoted(text, marks))]
    return loose if len(loose) <= MANY else []


def _even(found: Sequence[str]) -> bool:
    """Tell whether marks come in pairs, one after the other: most paragraphs are settled here."""
    return len(found) % 2 == 0 and all(
        (a == b == '"') or CLOSERS.get(b) == a for a, b in zip(found[::2], found[1::2], strict=True)
    )


def _mixed(marks: list[tuple[int, str]]) -> bool:
    """Tell whether straight and curly quotation marks stand side by side: which belong together nobody knows."""
    kinds = {mark for _, mark in marks}
    return '"' in kinds and bool(kinds & {"“", "”"})


def _nested(text: str, marks: list[tuple[int, str]]) -> Iterator[tuple[int, str, bool]]:
    """Yield the brackets without a partner; one of another shape in between does not part a pair."""
    for opener, closer in ("()", "[]"):
        stack: list[int] = []
        spare = 0
        for at, mark in marks:
            if mark == opener:
                stack.append(at)
            elif mark == closer:
                numbered = NUMBERED.search(text, max(0, at - 7), at) is not None
                if stack:
                    stack.pop()
                    spare += numbered
                elif not numbered and spare:
                    spare -= 1
                elif not numbered:
                    yield at, mark, False
        yield from ((at, opener, True) for at in stack)


def _quoted(text: str, marks: list[tuple[int, str]]) -> Iterator[tuple[int, str, bool]]:
    """Yield the quotation marks without a partner, curly or straight: where one stands tells whether it opens."""
    stack: list[tuple[int, str]] = []
    spare = 0
    quotes = [(at, mark) for at, mark in marks if mark in '“”"']
    for number, (at, mark) in enumerate(quotes):
        twice = quotes[number + 1 : number + 2] and quotes[number + 1][1] == mark == "”"
        inches = INCHES.search(text, max(0, at - 2), at) is not None
        if not inches and _opening(text, at, mark, bool(stack), bool(twice)):
            if stack and mark == '"':
                yield *stack.pop(), True
            stack.append((at, mark))
        elif stack:
            stack.pop()
            spare += inches
        elif not inches and spare:
            spare -= 1
        elif not inches:
            yield at, mark, False
    yield from ((at, mark, True) for at, mark in stack)


def _opening(text: str, at: int, mark: str, is_open: bool, twice: bool) -> bool:
    """Tell whether a mark opens; one that is `twice`, glued to words on both sides, does where nothing is open."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    starts, ends = before in OPENS, not after.isalnum()
    if starts != ends:
        return starts
    return not is_open if mark == '"' or twice else mark == "“"


def _alone(loose: list[_Loose], blocks: Sequence[Block], reach: int) -> Iterator[_Loose]:
    """Yield what stands alone: not what a later paragraph closes, nor a quotation that the next one goes on with."""
    taken: set[int] = set()
    for number, item in enumerate(loose):
        if number in taken:
            continue
        if item.opens:
            partner = _partner(loose, number, taken, reach)
            if partner is not None:
                taken.add(partner)
                continue
            if item.mark in '“"' and _goes_on(item, blocks):
                continue
            block = blocks[item.block]
            if CUT.search(block.prose.text) or _excerpt(block) or (item.mark == "(" and _smiles(block, item.at)):
                continue
        yield item


def _smiles(block: Block, at: int) -> bool:
    """Tell whether a picture of a smiley closes a bracket: (he said so :)."""
    pictures = [one for one in block.inlines if one.kind == "image" and one.start > at]
    return any((one.attrs.get("alt") or block.prose.text[one.start : one.end]).endswith(")") for one in pictures)


def _excerpt(block: Block) -> bool:
    """Tell whether a summary is the beginning of the post, cut off after so many words."""
    return block.role == "caption" and ENDED.search(block.prose.text) is None


def _partner(loose: list[_Loose], number: int, taken: set[int], reach: int) -> int | None:
    item = loose[number]
    for later in range(number + 1, len(loose)):
        other = loose[later]
        if other.block - item.block > reach:
            return None
        fits = CLOSERS.get(other.mark, '"') == item.mark
        after = (other.block, other.at) > (item.block, item.at)
        if after and fits and not other.opens and later not in taken:
            return later
    return None


def _goes_on(item: _Loose, blocks: Sequence[Block]) -> bool:
    """Tell whether the next paragraph begins with the mark again, as a quotation of several paragraphs does."""
    following = blocks[item.block + 1 : item.block + 2]
    return bool(following) and (GOES_ON.match(following[0].prose.text) is not None or following[0].quoted > 0)
