"""The quotations of a post, and who says them where that is told simply."""

from collections.abc import Iterator
from zlib import crc32

from lint import patterns as re
from lint.extract.speakers import turns
from lint.model.facts import Quote
from lint.model.post import Block, Post
from lint.model.text import Span

_MARKS = re.compile(
    r"“([^“”]{1,2000})”|«([^«»]{1,2000})»"
    r"|(?<![\w\"])\"([^\"\n]{1,2000}(?:\n[^\"\n]{1,2000}){0,20})\"(?![\w\"])"
)
_NAME = r"[a-z]?[A-Z](?:[\w’'-]{1,24}|\.)(?: (?:[A-Z](?:[\w’'-]{0,24}|\.)|(?:van|von|den?|der|la|bin|al)\b)){0,3}"
_SAYS = (
    r"(?:said|says|wrote|writes|told|tells|added|adds|asked|asks|explained|explains|argued|argues|noted|notes|tweeted|posted"
    r"|replied|answered|answers|declared|remarked|stressed|conceded|claimed|claims|promised"
    r"|recalled|warned|insisted|admitted|joked|continued|put it (?:this way|like this|so))"
)
# The house and the post of who speaks: Quayside finance chief Ines Varga.
_HOLDER = (
    r"(?:(?:[A-Z][\w.&’'-]{1,24}\s){1,3}(?:(?!(?:of|at|from)\s)[a-z][a-z’'-]{1,20}\s){1,4}"
    r"(?:of\s[a-z][a-z-]{1,20}\s)?)?"
)
_OF = r"(?:\s(?:of|at|from)\s(?:the\s)?[A-Z][\w.&’'-]{1,24}(?:\s[A-Z][\w.&’'-]{1,24}){0,3})?"
_LEAD = r"(?:(?!(?:in|on|at|to|from|after|before|during|that|of)\b)[a-z][\w'’-]*,?\s){0,5}"
_AFTER = re.compile(
    rf"[,.!?]?\s{{0,2}}(?:{_SAYS}\s{_LEAD}{_HOLDER}({_NAME})"
    rf"|{_SAYS}\sthe\s(?:[a-z][\w’'-]{{1,20}}\s){{1,4}}(?:of|at)\s({_NAME})"
    rf"|({_NAME})['’]s?\s(?:[a-z][\w-]{{1,20}}\s){{1,4}}{_SAYS}\b"
    rf"|(?:[Tt]he|[Aa]n?|[Oo]ne)\s(?:[a-z][\w’'-]{{1,20}}\s){{1,4}}(?:of|at|from)\s(?:the\s)?({_NAME})\s{_SAYS}\b"
    rf"|(?:[A-Z]\w{{1,24}}['’]s?\s{_LEAD}|{_HOLDER})({_NAME})(?:, [^,“\"]{{1,60}},)?\s{_SAYS}\b"
    rf"|(he|she|they|it)\s{_SAYS}\b|{_SAYS}\s(he|she|they|it)\b|(?:according to|in the words of|as)\s{_LEAD}({_NAME})"
    rf"|(?:[—–-]|\()\s?({_NAME})\s{{0,2}}(?=[,.)]|$)|(?:was|is)\show\s{_LEAD}({_NAME}){_OF}\sput)"
)
_BEFORE = re.compile(
    rf"(?:({_NAME}){_OF}(?:, [^,“\"]{{1,60}},|, who)?\s{_SAYS}(?:\s[\w’' ]{{1,40}})?[,:]?"
    rf"|({_NAME}){_OF}(?:, [^,“\"]{{1,60}},)?\s(?:was|were|put|made|had)\s[\w’' ]{{1,30}}:"
    rf"|({_NAME})['’]s?\s(?:[a-z][\w-]{{1,20}}\s){{1,4}}{_SAYS}(?:\s[\w’' ]{{1,40}})?[,:]?"
    rf"|(?:[Ii]n the words of|[Aa]ccording to) the\s(?:[a-z][\w’'-]{{1,20}}\s){{1,4}}(?:of|at)\s({_NAME})[,:]"
    rf"|(?:[Aa]s\s{_LEAD}({_NAME})\s(?:put|puts|says|said|has|had)(?:\sit)?"
    rf"|(?:[Ii]n the words of|[Aa]ccording to)\s{_LEAD}({_NAME})(?:, [^,:“\"]{{1,60}})?"
    rf"|({_NAME})(?:['’]s? words)?)[,:])\s{{0,2}}[“\"«]?$"
)
_LEGAL = re.compile(r"(?:,? (?:Inc|Ltd|Corp|Co|AG|SE|NV|SA|ASA|Oyj|plc|Group|Holdings)\.?)?(?:['’]s?)?$")
_WORD = re.compile(r"[^\W_]+")
_WORDS = 3
COMPARED = 5  # words from which a quotation is known again
LINKS = 4  # that are kept of those beside a quotation
KEYS = 6  # of its runs of three words: one changed word leaves at least one of these as it was


def quotes(post: Post) -> tuple[Quote, ...]:
    """Return the quotations of at least three words; `text` is what is quoted, `kind` who says it, or "".

    What somebody who talks puts into the mouth of nobody in particular (they are like "…") is no quotation.
    """
    found = []
    talk = bool(turns(post))
    for number, block in enumerate(post.blocks):
        if block.role == "code":
            continue
        if block.quoted:
            text = block.prose.text
            if len(text.split()) >= _WORDS:
                found.append(
                    _quote(post, block.prose.home(0, len(text)), " ".join(text.split()), "", _links(post, number))
                )
            found += [
                _quote(post, block.prose.home(start, end), told, speaker, None)
                for told, start, end, speaker in _of_block(block)
                if speaker
            ]
            continue
        for text, start, end, speaker in _of_block(block):
            if talk and not speaker:
                continue
            found.append(_quote(post, block.prose.home(start, end), text, speaker, None))
    return tuple(found)


def _quote(post: Post, span: Span, text: str, speaker: str, links: tuple[str, ...] | None) -> Quote:
    return Quote(text, span, post.source.place(span), speaker, links is not None, keys(text), links or ())


def _links(post: Post, number: int) -> tuple[str, ...]:
    """Return where the links of a block quotation lead, and those of the paragraphs beside it."""
    around = post.blocks[max(0, number - 1) : number + 2]
    return tuple(item.target for block in around for item in block.inlines if item.kind == "link" and item.target)[
        :LINKS
    ]


def keys(text: str) -> tuple[int, ...]:
    """Return the numbers by which a quotation is found again when a word of it has changed (min-hash)."""
    words = _WORD.findall(text.casefold())
    if len(words) < COMPARED:
        return ()
    runs = {crc32(" ".join(words[at : at + 3]).encode("utf-8", "replace")) for at in range(len(words) - 2)}
    return tuple(sorted(runs)[:KEYS])


def _of_block(block: Block) -> Iterator[tuple[str, int, int, str]]:
    text = block.prose.text
    if "“" not in text and '"' not in text and "«" not in text:
        return
    speaker = ""
    for match in _MARKS.finditer(text):
        group = match.lastindex or 1
        inner = match[group]
        if len(inner.split()) < _WORDS:
            continue
        told = _speaker(text, match)
        speaker = speaker if told is None else told
        yield " ".join(inner.split()), match.start(group), match.end(group), speaker


def _speaker(text: str, match: re.Match[str]) -> str | None:
    """Who says a quotation; None keeps the one before ("…," he added)."""
    after = _AFTER.match(text, match.end())
    if after:
        name = next((after[group] for group in (1, 2, 3, 4, 5, 8, 9, 10) if after[group]), "")
        return _LEGAL.sub("", name).rstrip(".") if name else None
    before = _BEFORE.search(text, max(0, match.start() - 120), match.start())
    name = next(filter(None, before.groups()), "") if before else ""
    return _LEGAL.sub("", name).rstrip(".").removeprefix("As ")
