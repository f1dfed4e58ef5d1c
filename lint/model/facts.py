"""What a post says, as data that other posts can be compared with. Facts are plain, picklable and cached by content."""

import datetime as dt
from typing import Literal

import msgspec

from lint.model.post import Fault
from lint.model.text import Place, Span


class Quantity(msgspec.Struct, frozen=True, gc=False):
    """A figure in the text, as a closed interval in the base unit (dollars, not millions).

    unit       money percent percentage-point basis-point count ratio power energy data distance area volume mass speed
               temperature duration date other
    symbol     the currency (ISO 4217), unit or counted noun
    low, high  equal for a point value, None where open
    qualifier  "" or what bounds it: up-to at-least about nearly over under range
    per        "" or what it is counted by: year quarter month share …
    digits     significant digits as written
    """

    span: Span
    place: Place
    unit: str
    symbol: str
    low: float | None
    high: float | None
    qualifier: str = ""
    per: str = ""
    digits: int = 0


class Claim(msgspec.Struct, frozen=True, gc=False):
    """A statement that can be compared: who, which relation, how much, when.

    key        what two claims must share to be compared at all: frame and canonical parties
    frame      the relation, an id of rules' frames
    parties    role to canonical name (subject, object, …)
    attribute  part, segment, region or product the figure is limited to, or ""
    modality   done agreed planned reported target forecast hypothetical denied
    attribution "" (the author) or who says so
    period     "" or a normalised period such as 2024, 2024-Q3, FY2024
    update     the claim itself says that the figure changed; `before` is the value it replaces
    fades      how fast the fact goes stale: event level market day period slow fixed
    where      title, heading, caption or table where it does not stand in the running text
    told       the figure as it is read, its hedge included
    score      how sure the extraction is, 0 to 1
    sentence   the whole sentence, for the reader of a report
    names      of a figure that is compared by its topic: who and what its part of the sentence names, folded: a country
               as @ and its code, somebody who is only described as ? and the words; of a row of a table: the ticker
    topic      of such a figure: `!sort:kind` of contrasts, `#concept` of what is counted, stems of telling
               words, and pairs of these; of a row of a table: the sort of its label
    concepts   of such a figure: what it may be of, with weights whose squares add up to 1
    rhythm     of such a figure: what stretch of time it is counted by
    described  of such a figure: who is meant by a description that the archive may know, by a home and a trade
               (`leeds|flour`); behind = it is a product, or else a home (`=lumen|publish`)
    sides      of a result: what each side has, set by set, that of the first party of the key first
    event      of a result: `on` a day, its own or that the post begins with, `in` a competition, and the round
    echo       of the first figure of a sentence: what it shares with another one of much the same words
    """

    key: str
    frame: str
    parties: dict[str, str]
    quantity: Quantity
    place: Place
    sentence: str
    attribute: str = ""
    modality: str = "done"
    attribution: str = ""
    period: str = ""
    update: bool = False
    before: tuple[float, ...] = ()
    fades: str = "event"
    where: str = ""
    told: str = ""
    score: float = 1.0
    names: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    concepts: dict[str, float] = {}
    rhythm: str = ""
    described: str = ""
    sides: tuple[tuple[int, int], ...] = ()
    event: tuple[str, ...] = ()
    echo: tuple[int, ...] = ()

    @property
    def fact(self) -> str:
        """What a sentence tells once: its key; of a result also the stage."""
        return f"{self.key}|{self.attribute}" if self.sides else self.key

    @property
    def keys(self) -> tuple[str, ...]:
        """What two figures must share one of to be compared by topic: a word of a name, and the unit."""
        words = {word for name in self.names if name[0] not in "@?" for word in (name.split()[0], name.split()[-1])}
        unit = self.quantity.unit
        return tuple(sorted(f"{word}|{unit}" for word in words or self.names if word[0] != "?"))

    @property
    def places(self) -> tuple[str, ...]:
        """Where an archive keeps a figure: under its keys, and under the first word of its description."""
        if not self.described:
            return self.keys
        first = self.described.lstrip("=").replace("|", " ").split()[0]
        return (*self.keys, f"?{first}|{self.quantity.unit}")


class Settled(msgspec.Struct, frozen=True, gc=False):
    """A fact that an editor has settled: what is agreed, as a claim whose place is in the file of facts.

    path          of that file, relative to the root of the publication
    since, until  the days between which a post must agree; open where None
    was           the figures it had before
    why, source   in the editor's words
    """

    claim: Claim
    path: str
    since: dt.date | None = None
    until: dt.date | None = None
    was: tuple[Claim, ...] = ()
    why: str = ""
    source: str = ""

    def holds(self, day: dt.date | None) -> bool:
        """Tell whether a post of a day must agree; one without a date is later than every day."""
        if day is None:
            return self.until is None
        return (self.since is None or day >= self.since) and (self.until is None or day <= self.until)


class Spot(msgspec.Struct, frozen=True, gc=False):
    """A word or phrase worth remembering, where it stands, and what it was taken for."""

    text: str
    span: Span
    place: Place
    kind: str = ""


class Name(msgspec.Struct, frozen=True, gc=False):
    """A name, where it first stands in a post.

    kind    organisation, authority, publication, person, small (small letters where capitals belong), heard (a verb and
            letters that may be a name) or ""
    times   how often the post has it
    beside  other names that stand close to it, letters and digits only, where it may be a person's
    roles   posts that are named close to it, where it may be a person's
    titled  it stands in a title or heading first
    quoted  it stands in block quotations only; else the first place is one outside of them
    """

    text: str
    span: Span
    place: Place
    kind: str = ""
    times: int = 1
    beside: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    titled: bool = False
    quoted: bool = False


class Tie(msgspec.Struct, frozen=True, gc=False):
    """Something told of a person in passing: the post, the age, who employs them, what they founded.

    key    what two of them must share to be compared: `office|ceo|acme`, `age|adalovelace`
    name   the person, as written
    value  what is told, in a form in which two are compared
    moves  the sentence tells of a change, or of more than one
    """

    key: str
    name: str
    value: str
    span: Span
    place: Place
    moves: bool = False


class Alias(msgspec.Struct, frozen=True, gc=False):
    """Another form of a name, as a post ties the two together.

    kind   other (a short form, an earlier name), made (a product), called (a description by home and trade)
    form   other: folded as the names of figures are; made: the product; called: the home, | and the words of the trade
    name   the name itself, as the house writes it; `known`: folded as the names of figures are
    core, of   other: what claims know the form by, and what the name
    """

    kind: Literal["other", "made", "called"]
    form: str
    name: str
    known: str
    core: str = ""
    of: str = ""


class Quote(msgspec.Struct, frozen=True, gc=False):
    """A quotation. `kind` is who says it, or ""; `block`: it is a paragraph of its own, and `links` are those in it and
    beside it; `keys` are what it shares with one in which few words differ."""

    text: str
    span: Span
    place: Place
    kind: str = ""
    block: bool = False
    keys: tuple[int, ...] = ()
    links: tuple[str, ...] = ()


class Mark(msgspec.Struct, frozen=True, gc=False):
    """A footnote reference or a footnote.

    role     reference, note, inline (both at once), unclosed (an inline note that nothing ends) or lost (a note whose
             mark is misspelt, so that it defines nothing)
    label    as compared: folded where the format folds
    number   the number shown, or None
    text     the words of the note, without markup; what shows no words (an image, code) is a MASK
    links    where the links of the note lead
    target   HTML: the id a reference or its way back leads to
    ident    HTML: the id of the mark itself
    style    the syntax it was read from, the same for a reference and its note
    within   label of the note that the mark stands in, or ""
    section  number of the stretch of the post that has its own numbering
    back     HTML: whether the note's way back is `found` or `broken`, or "" where it has none
    auto     the format numbers its notes itself, so that the numbers written do not show
    """

    role: str
    label: str
    span: Span
    place: Place
    number: int | None = None
    text: str = ""
    links: tuple[str, ...] = ()
    target: str = ""
    ident: str = ""
    style: str = ""
    within: str = ""
    section: int = 0
    back: str = ""
    auto: bool = False

    @property
    def key(self) -> tuple[str, str, int]:
        """What a reference and its note share."""
        return self.label, self.style, self.section


class Entry(msgspec.Struct, frozen=True, gc=False):
    """One entry of a block of earlier posts; `key` is its address or title in the form in which two are compared.

    url  as written; `#` where a link leads nowhere, "" where there is none; `post:NAME`, `file:PATH` and `wiki:TITLE`
         for the tags of site generators, `label:NAME` for a reference that nothing defines
    """

    title: str
    url: str
    description: str
    span: Span
    place: Place
    description_span: Span | None = None
    description_place: Place | None = None
    date: dt.date | None = None
    key: str = ""


class Recap(msgspec.Struct, frozen=True, gc=False):
    """A block of earlier posts: its heading and its entries; `signature` is equal for equal sets of entries.

    earlier  the heading says that the entries are earlier posts, not only related ones
    section  number of the section that it stands in; a heading of its own begins none
    """

    heading: str
    span: Span
    place: Place
    entries: tuple[Entry, ...] = ()
    signature: str = ""
    earlier: bool = True
    section: int = 0


class Passage(msgspec.Struct, frozen=True, gc=False):
    """A paragraph that is long enough to know again: the digest of its words, and how many they are.

    span and place are those of its first words; `quoted` tells that it is a quotation, or announced as one
    """

    digest: str
    words: int
    quoted: bool
    span: Span
    place: Place


class Target(msgspec.Struct, frozen=True, gc=False):
    """A link or image that stays inside the publication. `target` is as written, `post:`, `file:` and `wiki:` before
    what a tag or a wiki link names; `span` is the whole link.
    """

    target: str
    kind: str
    span: Span
    place: Place


class Anchor(msgspec.Struct, frozen=True, gc=False):
    """What in a post a link may lead to.

    kind   id (that the text gives), heading (of which the generator makes one), or more: what the file does not tell
    text   the id; of a heading its words, code spelt out
    forms  of a heading: as it is written, and its words without those of images, where these differ
    own    of a heading: the id that the text gives it, or ""
    place  of a heading
    """

    kind: Literal["id", "heading", "more"]
    text: str = ""
    forms: tuple[str, ...] = ()
    own: str = ""
    place: Place | None = None


class Facts(msgspec.Struct, frozen=True, gc=False):
    """Everything that is known of one post without looking at another.

    path      of its file, relative to the root of the publication, with `/`
    part      number of the post in its file, from 0
    line      where the post begins
    figures   every figure that its sentence ties to a name, to be compared by topic; frame is "" where none reads it
    links     those that stay inside the publication; `addresses` is what the front matter says, old ones included
    unknown   words that no dictionary has, for the archive to know or not
    """

    path: str
    part: int
    shape: str
    span: Span
    title: str = ""
    title_place: Place | None = None
    date: dt.date | None = None
    url: str = ""
    draft: bool = False
    line: int = 1
    words: int = 0
    quantities: tuple[Quantity, ...] = ()
    claims: tuple[Claim, ...] = ()
    figures: tuple[Claim, ...] = ()
    names: tuple[Name, ...] = ()
    aliases: tuple[Alias, ...] = ()
    ties: tuple[Tie, ...] = ()
    quotes: tuple[Quote, ...] = ()
    dates: tuple[Spot, ...] = ()
    marks: tuple[Mark, ...] = ()
    recaps: tuple[Recap, ...] = ()
    passages: tuple[Passage, ...] = ()
    links: tuple[Target, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    addresses: tuple[str, ...] = ()
    unknown: tuple[Spot, ...] = ()
    faults: tuple[Fault, ...] = ()
    suppressions: tuple["Suppression", ...] = ()

    @property
    def key(self) -> tuple[str, int]:
        """What tells this post from every other of the publication."""
        return self.path, self.part


class Suppression(msgspec.Struct, frozen=True, gc=False):
    """Rules (ids or families; empty is all, `but` are none of them) that the text itself switches off between two
    offsets of the file. `span` and `place` are those of the switch.
    """

    rules: tuple[str, ...]
    start: int
    end: int
    span: Span
    place: Place
    but: tuple[str, ...] = ()
