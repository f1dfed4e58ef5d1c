"""Other forms of a name that a post itself ties to it: short forms, earlier names, products, descriptions."""

from collections.abc import Iterator
from functools import lru_cache

from lint import patterns as re
from lint.extract.bag import bag
from lint.extract.claims.described import COMMON, body, parted, trade
from lint.extract.claims.entities import (
    NO_NAMES,
    canonical,
    fitting,
    identity,
    is_bare,
    is_known,
    is_place,
    is_publication,
    maker_of,
)
from lint.extract.claims.named import folded, nation
from lint.extract.claims.topics import stem
from lint.extract.names import Mention
from lint.lexicon import english, word
from lint.model.facts import Alias
from lint.model.post import Block

Found = list[tuple[Block, list[Mention]]]

_WORD = r"[A-Z][\w&'’.-]{0,30}"
_NAME = rf"{_WORD}(?: (?:(?:and|of|for|&) )?{_WORD}){{0,4}}"
_END = r"(?=[,.;:)—]|$)"
_SAID = r"(?:(?:also|better|best|commonly|widely|popularly|simply|locally|otherwise) )?"
_ANEW = r"(?:changed its name|renamed itself|rebranded(?: itself)?)"
# What may stand behind a name, and what the groups then are: another form of it, an earlier name, a later one.
_BEHIND = tuple(
    re.compile(pattern)
    for pattern in (
        rf" \((?:the )?(?:[A-Z]{{2,8}}: ?)?[\"“‘]?(?P<short>{_NAME})[\"”’]?[);,]",
        r", or (?P<short>[A-Z][A-Z&]{1,6})(?=[,.;])",
        rf"(?:,| \()? ?{_SAID}(?:known (?:\w{{1,10}} )?as|abbreviated (?:as|to)?|nicknamed) ?(?:the )?[\"“‘]?"
        rf"(?P<other>{_NAME})[\"”’]?{_END}",
        rf"(?:, | \()(?:(?:which was )?(?:formerly|previously)(?: known as| called| named)?"
        rf"|(?:once|originally) (?:known as|called|named))(?: the)? (?P<old>{_NAME}){_END}",
        rf"(?:, | \()(?:which )?(?:is |was |has been |been )?(?:now|since|later)(?: been)?"
        rf" (?:known as|called|named|renamed|rebranded(?: as)?)(?: the)? (?P<new>{_NAME})",
        rf"(?:, which)? (?:has |had )?{_ANEW} from (?P<old>{_NAME}?)(?= to |[,.;])",
        rf"(?:, which)? (?:has |had )?{_ANEW}(?: as| to)?(?: the)? (?P<new>{_NAME})",
    )
)
_ASIDE = re.compile(
    r"(?:, | \(| (?:is|was) )(?P<the>an?|the) (?P<told>[^,.;:()—\n]{3,90})(?=[,.;)—]|$)(?!, (?:and|or) )"
)
_BASED = re.compile(
    r", (?:which is )?based in (?P<home>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)(?: and (?P<told>[^,.;:()—]{3,90}))?"
)
_MAKES = re.compile(
    r"(?:, (?:which|that) (?:makes|owns|operates|runs|develops|publishes|builds)"
    r"|, (?:now )?(?:a |an |the )?(?:maker|owner|developer|creator|operator|publisher|manufacturer)s? of"
    r"|, the [a-z-]{4,20} behind)"
    r" (?:the |its )?(?:(?!(?:in|at|on|by|for|from|with|outside|under)\b)[a-z]+ ){0,2}"
    r"(?P<made>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2})(?= [a-z]|[,.;)]|$)"
)
_BEFORE = re.compile(
    r"(?:^|[\s(“\"])(?:(?P<the>[Tt]he|[Aa]n?) )?((?:[A-Z][\w’'-]+ )?[A-Z][\w’'-]+) ((?:[a-z][\w-]+ ){1,4})$"
)
# What may stand behind a name that has another form.
_OPENS = (", ", " (", " is ", " was ", " known ", " has ", " had ", " re", " ch")
_SHORTENED = (" Bros", " Inc", " Corp", " Co", " Ltd", " Cos")
BEFORE = 70  # letters in which a description may stand before a name
# A name behind these may be the end of another: Domino of Ardley, Tam and Tolland.
_PART = re.compile(r"(?:[A-Z][\w.’'-]* (?:of|and|&|for|du|de|di|da)|\b[A-Z]\.) $")
_ALSO = re.compile(r"(?:[A-Z][\w&’'-]* (?:and |of |for |& )?)$")
MORE = 60  # letters
_JOINS = bag("of and for the & de la du")


def aliases(found: Found) -> tuple[Alias, ...]:
    """Return what the text of a post ties to its names, each once, in reading order; `found` are the names by block."""
    made: dict[Alias, None] = {}
    for block, mentions in found:
        text = block.prose.text.replace("\n", " ")
        for mention in mentions:
            if mention.kind in ("", "organisation", "authority"):
                made.update(dict.fromkeys(_of(mention, text)))
    return tuple(made)


@lru_cache(maxsize=1 << 14)
def _nameable(name: str) -> bool:
    """Tell whether a name says by itself who is meant: no place, and no word that anybody may use."""
    known = word(name.lower()) if " " not in name else None
    return len(name) > 2 and not (
        (known is not None and known.zipf >= COMMON and not is_known(name))
        or is_bare(name)
        or is_publication(name)
        or is_place(name)
        or nation(name.lower())
        or name.lower() in NO_NAMES
    )


def _of(mention: Mention, text: str) -> Iterator[Alias]:
    end = mention.end + (text.startswith(".,", mention.end) and mention.text.endswith(_SHORTENED))
    if text.startswith(_OPENS, end) and _nameable(mention.text):
        yield from _behind(mention, text, end)
        if _organisation(mention) and not _PART.search(text, max(0, mention.start - 20), mention.start):
            yield from _told(mention.text, text, end)
    last = text[text.rfind(" ", 0, max(0, mention.start - 1)) + 1 : mention.start].rstrip()
    if body(last) and _nameable(mention.text) and _organisation(mention):
        match = _BEFORE.search(text[max(0, mention.start - BEFORE) : mention.start])
        if match is not None:
            yield from _called(mention.text, f"{match[2]} {match[3]}", match["the"] or "")


def _behind(mention: Mention, text: str, end: int) -> Iterator[Alias]:
    """Yield the other form that stands behind a name, if one does."""
    for pattern in _BEHIND:
        match = pattern.match(text, end)
        if match is not None:
            sort, form = next((sort, form) for sort, form in match.groupdict().items() if form)
            whole = _whole(mention, form, text) if sort == "short" else mention
            yield from _renamed(whole, sort, form.rstrip("."))
            return


def _whole(mention: Mention, form: str, text: str) -> Mention:
    """Return a name with as many of the words before it as its short form needs: First Baltic Refining (FBR)."""
    start = mention.start
    while not _spells(form, text[start : mention.end]):
        more = _ALSO.search(text, max(0, start - 40), start)
        if more is None or mention.start - more.start() > MORE:
            return mention
        start = more.start()
    return mention._replace(text=text[start : mention.end], start=start)


def _renamed(mention: Mention, sort: str, form: str) -> Iterator[Alias]:
    name = mention.text
    if sort == "short" and (english(form.lower()) or not _abbreviates(form, name)):
        return
    if sort in ("old", "new") and (not _organisation(mention) or (" " not in form and english(form.lower()))):
        return
    if not _nameable(form) or canonical(form) == canonical(name):
        return
    form, name = (name, form) if sort == "new" else (form, name)
    if is_known(form) or not (known := folded(name)) or not folded(form) or known == folded(form):
        return
    if known[0] != "@" and folded(form)[0] != "@":
        yield Alias(
            "other", folded(form), canonical(name), known, identity(canonical(form))[0], identity(canonical(name))[0]
        )


def _organisation(mention: Mention) -> bool:
    """Tell whether a name is more likely a body's than a person's: one word, or one that ends in a common noun."""
    last = mention.text.rsplit(" ", 1)[-1]
    return mention.kind == "organisation" or "&" in mention.text or last == mention.text or english(last.lower())


def _abbreviates(form: str, name: str) -> bool:
    """Tell whether a form is short for a name, also as a share is: its letters in their order, from the first on."""
    low = form.lower()
    share = form.isupper() and 2 < len(form) < 5 and form[0] == name[0] and low[-1] in name.lower().split()[-1]
    return _spells(form, name) or (share and len(form) < len(name) and _within(low, name.lower()))


@lru_cache(maxsize=1 << 12)
def _spells(form: str, name: str) -> bool:
    """Tell whether a form is made of beginnings of a name's words in their order: ILC, Stanwick Met, ConPeat."""
    words = [word for word in re.split(r"[\s-]+", name) if word]
    letters = "".join(filter(str.isalnum, form))
    if not 1 < len(letters) < len(name) or letters[0].lower() != name[0].lower():
        return False
    if form.isupper() and len(letters) < 7:
        return any(_initials(letters.lower(), cut) for cut in ([word.lower() for word in words], name.lower().split()))
    pieces = re.findall(r"[A-Z][a-z]*", form)
    at = 0
    for piece in pieces:
        while at < len(words) and not words[at].startswith(piece):
            at += 1
        at += 1
        if at > len(words):
            return False
    return len(pieces) > 1


def _initials(letters: str, words: list[str]) -> bool:
    """Tell whether each letter begins a word, in order, or stands in the word of the letter before it (VTE).

    Every word must give a letter, but small ones.
    """
    if not letters:
        return all(word in _JOINS for word in words)
    if not words:
        return False
    if words[0] in _JOINS and letters[0] != words[0][0] and _initials(letters, words[1:]):
        return True
    if words[0][0] != letters[0]:
        return words[0] in _JOINS and _initials(letters, words[1:])
    for count in range(1, min(len(letters), 4) + 1):
        if _within(letters[:count], words[0]) and _initials(letters[count:], words[1:]):
            return True
    return False


def _within(letters: str, word: str) -> bool:
    rest = iter(word)
    return all(letter in rest for letter in letters)


def _told(name: str, text: str, end: int) -> Iterator[Alias]:
    match = _MAKES.match(text, end)
    if match is not None:
        yield from _made(name, match["made"].replace("’", "'").removesuffix("'s").removeprefix("The "))
    match = _ASIDE.match(text, end)
    if match is not None:
        yield from _called(name, match["told"], match["the"])
    match = _BASED.match(text, end)
    if match is not None:
        yield from _called(name, f"{match['told'] or ''} firm in {match['home']}", "a")


def _made(name: str, product: str) -> Iterator[Alias]:
    low, known = product.lower(), folded(name)
    placed = is_place(low) or nation(low) or maker_of(product)
    if known and not (placed or low in known or known in low or low.endswith(("s", "-compatible", "-language"))):
        yield Alias("made", low, canonical(name), known)


def _called(name: str, words: str, article: str) -> Iterator[Alias]:
    homes, told = parted(words, article)
    known = folded(name)
    if not known or known[0] == "@" or is_known(name):
        return
    own = {stem(word) for word in known.split() if english(word)}
    for home in homes:
        if home not in known and not (trade(told) and fitting(f"{home} {' '.join(told)}")):
            yield Alias("called", f"{home}|{' '.join(sorted({*trade(told), *own}))}", canonical(name), known)
    if not homes and told:
        yield Alias("called", f"|{' '.join(sorted(told))}", canonical(name), known)
