"""Blocks of earlier posts: an entry or a block twice, entries that lead to the post itself, later on, or nowhere."""

from collections.abc import Callable, Iterator
from typing import Literal

import msgspec

from lint import patterns as re
from lint.address import file_slug, fold, join, normal, same_title
from lint.check._resolve import DOCUMENT, resolve, target_is_missing
from lint.model.facts import Entry, Facts, Recap
from lint.model.finding import Hit, Related, Suggestion
from lint.model.post import Post
from lint.model.rule import Corpus, PostRef
from lint.model.site import Layout
from lint.model.text import Span

Fault = Literal[
    "duplicate-block",
    "duplicate-entry",
    "repeated-line",
    "self-link",
    "future-link",
    "stale-title",
    "dead-link",
    "empty",
]
UPDATE = re.compile(
    r"[\W_]{0,6}(?:updated?|edit(?:ed)?|correct(?:ion|ed)|errat(?:um|a)|addend(?:um|a)|postscript|p\.? ?s\b|nachtrag"
    r"|aktualisier(?:ung|t)|korrektur|berichtigung|mise à jour|correctif|actualizaci[óo]n|actualizado|correcci[óo]n"
    r"|atualiza[çc][ãa]o|corre[çc][ãa]o|aggiornamento|correzione|rectificatie|rettelse|oppdatering|uppdatering|opdatering"
    r"|rättelse|päivitys|aktualizacja|sprostowanie|aktualizace|oprava|обновлени[ея]|обновлено|исправлени[ея]|оновлен\w{1,3}"
    r"|更新|追記|訂正|更正|업데이트|정정)\b[^:：\n]{0,60}[:：][\s*_]*(?=\w)",
    re.IGNORECASE,
)
TOKEN = re.compile(r"\w+")
TITLE = re.compile(r"\W{0,3}(?![a-z])\w+\W+\w")
UNDER = re.compile(r"^[^\W\d_][\w ]{0,30}(?:\s[-–—|/»>]|:)\s+")  # the part of a manual that a page belongs to
HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
BARE = re.compile(r"[\w-]+")
MANY = 3  # with more blocks than this each section has its own, as in a manual: one entry may be in several
CALL = re.compile(
    r"\W*(?:read (?:more|on|it|the (?:full |whole )?(?:post|story|article|piece))|continue reading|keep reading"
    r"|full (?:post|story|text)|more|link|here|this(?: post| one| article)?|weiterlesen|mehr|hier|lire la suite|ici"
    r"|en savoir plus|leer más|seguir leyendo|aquí|ler mais|leia mais|continua|leggi tutto|lees verder|läs mer|les mer"
    r"|læs mere|czytaj dalej|więcej|читать далее|続きを読む|阅读更多|더 보기)\b.{0,12}",
    re.IGNORECASE,
)
NUMERAL = re.compile(r"\W*(?:[ivxlc]+|\d+)\W*", re.IGNORECASE)
BYLINE = re.compile(r"by\s|\d+ min|read more|continue reading|posted|published", re.IGNORECASE)


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What to look for.

    fault     which of the faults
    standing  duplicate-block: a block in this many posts or more is the page's navigation
    words     repeated-line: descriptions and updates of fewer words may be the same
    base_url  the address of the publication
    layout    the rules of its site generator
    """

    fault: Fault
    standing: int = 4
    words: int = 3
    base_url: str = ""
    layout: Layout = Layout()


def check(post: Post, facts: Facts, options: Options) -> Iterator[Hit]:
    """Yield what is wrong inside one post."""
    find = ALONE.get(options.fault)
    if find is not None and facts.recaps:
        yield from find(facts, options)
    if options.fault == "repeated-line":
        yield from _updates(post, options)


def judge(facts: Facts, options: Options, corpus: Corpus) -> Iterator[Hit]:
    """Yield what is wrong when the entries are held against the other posts."""
    find = AGAINST.get(options.fault)
    if find is not None and facts.recaps:
        yield from find(facts, options, corpus)


def _related(facts: Facts, item: Entry | Recap, message: str) -> Related:
    return Related(facts.path, item.place, facts.title, "note", message)


# ---- inside one post


def _apart(facts: Facts, one: Recap, other: Recap) -> bool:
    """Tell whether two blocks belong to sections of a page of reference, each with its own: both may name one page."""
    if one.earlier or other.earlier:
        return False
    return len(facts.recaps) > MANY or (facts.date is None and one.section != other.section)


def _copies(facts: Facts) -> dict[int, int]:
    """Return the blocks that repeat an earlier one of the same post, by number, each with the number of the first."""
    first: dict[str, int] = {}
    found = {}
    for number, recap in enumerate(facts.recaps):
        if not recap.signature or first.setdefault(recap.signature, number) == number:
            continue
        if not _apart(facts, recap, facts.recaps[first[recap.signature]]):
            found[number] = first[recap.signature]
    return found


def _same_block(facts: Facts, options: Options) -> Iterator[Hit]:
    for number, first in _copies(facts).items():
        recap = facts.recaps[number]
        related = (_related(facts, facts.recaps[first], "the same entries stand here"),)
        yield Hit(recap.span, {"where": "higher up in this post"}, related=related, place=recap.place)


def _duplicate_entry(facts: Facts, options: Options, corpus: Corpus) -> Iterator[Hit]:
    """Report an entry with the address, the title or the post of one before it."""
    copies = _copies(facts)
    keys: dict[str, Entry] = {}
    names: dict[str, Entry] = {}
    for number, recap in enumerate(facts.recaps):
        if len(facts.recaps) > MANY or (number and _apart(facts, facts.recaps[number - 1], recap)):
            keys, names = {}, {}
        for entry in recap.entries if number not in copies else ():
            name, key = fold(entry.title), _at_home(entry.key, options.base_url)
            post = (
                resolve(entry, facts, corpus, options.base_url, options.layout)
                if entry.url and "#" not in entry.url
                else None
            )
            there = f"post:{post.path}:{post.part}" if post is not None else ""
            same = (keys.get(key) if key else None) or (keys.get(there) if there else None)
            if same is not None and fold(same.title) != name and _of_a_kind(entry, same, recap, bool(there)):
                same = None
            if same is None and name in names and _may_be_one(entry.key, names[name].key):
                same = names[name]
            if same is None:
                keys |= dict.fromkeys(filter(None, (key, there)), entry)
                names.setdefault(name, entry)
                continue
            related = (_related(facts, same, "it stands here first"),)
            yield Hit(entry.span, {"title": entry.title}, related=related, place=entry.place)


def _of_a_kind(entry: Entry, same: Entry, recap: Recap, found: bool) -> bool:
    """Tell whether entries with titles of their own share an address by intent: no post has it, or a page tells of all.

    A bare word is still to be filled in, or looked up by the site's templates. Under a heading that only says
    "related", three titles for one page, or two that differ in one word, are the parts of what that page tells of.
    """
    if not found and BARE.fullmatch(entry.url):
        return True
    one, other = (TOKEN.findall(fold(item.title)) for item in (entry, same))
    alike = len(one) == len(other) > 1 and sum(map(str.__ne__, one, other)) == 1
    titles = {fold(item.title) for item in recap.entries if item.key == entry.key}
    return not recap.earlier and (alike or len(titles) > 2)


def _at_home(key: str, base_url: str) -> str:
    """Return the key of an address of the publication itself without its host."""
    home = normal(base_url)
    return key.removeprefix(home) or "/" if home and (key + "/").startswith(home + "/") else key


def _may_be_one(one: str, other: str) -> bool:
    """Tell whether two entries of one title may lead to one post: the one has no address, or only no host."""
    if one.startswith("title:") or other.startswith("title:"):
        return True
    paths = [key[2:].partition("/")[2] if key.startswith("//") else key.lstrip("/") for key in (one, other)]
    return one.startswith("//") != other.startswith("//") and paths[0] == paths[1]


def _empty(facts: Facts, options: Options) -> Iterator[Hit]:
    for number, recap in enumerate(facts.recaps):
        if not recap.entries and not _again(facts, number + 1):
            yield Hit(recap.span, {"heading": recap.heading}, place=recap.place)


def _again(facts: Facts, number: int) -> bool:
    """Tell whether this block's heading is that of the one before it, with nothing between the two."""
    if not 0 < number < len(facts.recaps):
        return False
    before, here = facts.recaps[number - 1], facts.recaps[number]
    return not before.entries and fold(before.heading) == fold(here.heading)


def _repeated_line(facts: Facts, options: Options) -> Iterator[Hit]:
    copies = _copies(facts)
    for number, recap in enumerate(facts.recaps):
        if _again(facts, number):
            related = (_related(facts, facts.recaps[number - 1], "it stands here first"),)
            yield Hit(recap.span, {"line": recap.heading, "what": "heading"}, related=related, place=recap.place)
    every = [
        entry for number, recap in enumerate(facts.recaps) if number not in copies for entry in recap.entries
    ]  # fmt: skip
    first: dict[str, Entry] = {}
    for entry in every:
        said = fold(entry.description)
        place, span = entry.description_place, entry.description_span
        if place is None or span is None or len(said.split()) < options.words or len(said) < 12 or BYLINE.match(said):
            continue
        same = first.setdefault(said, entry)
        if same is entry or same.key == entry.key or fold(same.title) == fold(entry.title):
            continue
        if len(every) > 2 and all(fold(other.description) == said for other in every):
            continue  # what the page says of every entry
        related = (_related(facts, same, "it describes this entry too"),)
        yield Hit(span, {"line": entry.description, "what": "description"}, related=related, place=place)


def _updates(post: Post, options: Options) -> Iterator[Hit]:
    first: dict[str, Span] = {}
    for block in post.blocks:
        text = block.prose.text
        mark = UPDATE.match(text) if block.role in ("paragraph", "item") else None
        if mark is None or len(text[mark.end() :].split()) < options.words:
            continue
        same = first.setdefault(fold(text), block.span)
        if same != block.span:
            place = post.source.place(same)
            related = (Related(post.source.path, place, post.title, "note", "it stands here first"),)
            yield Hit(block.prose.home(0, len(text.rstrip())), {"line": text, "what": "update"}, related=related)


# ---- against the other posts


def _copied_block(facts: Facts, options: Options, corpus: Corpus) -> Iterator[Hit]:
    """Report on the later of two posts with one set of entries, or on the only one that is reported on."""
    own = corpus.ref(facts.key)
    copies = _copies(facts)
    for number, recap in enumerate(facts.recaps):
        if not recap.signature or number in copies or (own.date is None and not recap.earlier):
            continue  # pages of a manual that belong together name the same ones
        others = {
            ref.key: (ref, other)
            for ref, other in reversed(corpus.recaps(recap.signature))
            if _differs(ref, own) and (recap.earlier or not _same_page(ref, own))
        }
        if not others or len(others) + 1 >= options.standing:
            continue
        ref, other = min(others.values(), key=lambda item: item[0].order)
        if own.order < ref.order and all(item[0].reported for item in others.values()):
            continue
        when = f" on {ref.date.isoformat()}" if ref.date else ""
        related = (Related(ref.path, other.place, ref.title, "note", f"the same entries stand here{when}"),)
        yield Hit(recap.span, {"where": f"in “{ref.shown}”"}, related=related, place=recap.place)


def _differs(ref: PostRef, own: PostRef) -> bool:
    """Tell whether two posts are not the same one in another file or language."""
    if ref.key == own.key or (ref.url and normal(ref.url) == normal(own.url)):
        return False
    same_name = file_slug(ref.path) == file_slug(own.path) and ref.path != own.path
    return not (fold(ref.title) and fold(ref.title) == fold(own.title)) and not (same_name and ref.date == own.date)


def _same_page(ref: PostRef, own: PostRef) -> bool:
    """Tell whether two files are one page for another year or version: their folders differ, their names do not."""
    names = {path.rpartition("/")[2] for path in (ref.path, own.path)}
    return len(names) == 1 and file_slug(ref.path) == file_slug(own.path)


def _self_link(facts: Facts, options: Options, corpus: Corpus) -> Iterator[Hit]:
    own = normal(facts.url) if "/" in facts.url else ""
    for recap in facts.recaps:
        for entry in recap.entries:
            if not entry.url:
                itself = bool(fold(entry.title)) and fold(entry.title) == fold(facts.title)
            elif entry.url.startswith("#") or ("#" in entry.url and not recap.earlier):
                itself = False  # a section of this page
            else:
                itself = bool(own) and normal(join(entry.url, facts.url)) == own
                if not itself:
                    ref = resolve(entry, facts, corpus, options.base_url, options.layout)
                    itself = ref is not None and ref.key == facts.key
            if itself:
                yield Hit(entry.span, {"title": entry.title}, place=entry.place)


def _future_link(facts: Facts, options: Options, corpus: Corpus) -> Iterator[Hit]:
    if facts.date is None:
        return
    for recap in facts.recaps:
        for entry in recap.entries:
            ref = resolve(entry, facts, corpus, options.base_url, options.layout)
            day = ref.date if ref is not None and ref.date is not None else entry.date
            if ref is not None and ref.draft:
                continue  # it has no day yet
            if day is None or day <= facts.date or (ref is not None and ref.key == facts.key):
                continue
            words = {"title": entry.title, "date": day.isoformat(), "own": facts.date.isoformat()}
            yield Hit(entry.span, words, place=entry.place, severity=None if recap.earlier else "suggestion")


def _stale_title(facts: Facts, options: Options, corpus: Corpus) -> Iterator[Hit]:
    for recap in facts.recaps:
        found = [(entry, ref) for entry in recap.entries if (ref := _named(entry, facts, options, corpus)) is not None]
        stale = [(entry, ref) for entry, ref in found if not same_title(entry.title, ref.title)]
        titled = len(stale) < len(found) and (recap.earlier or facts.date is not None)
        free = len(stale) > 2 or not recap.earlier  # here, and in manuals, links are worded freely
        for entry, ref in stale:
            if not titled and (not TITLE.match(entry.title) or (free and not _renamed(entry.title, ref.title))):
                continue
            if not recap.earlier and _shortened(entry.title, ref.title):
                continue
            words = {"title": entry.title, "now": ref.title, "path": ref.path}
            yield Hit(entry.span, words, (Suggestion(ref.title),), place=entry.place)


def _shortened(said: str, title: str) -> bool:
    """Tell whether an entry's words are some of the title's, whatever they stand under, and with hyphens or without.

    `Wick table` for `Lamp wick table`, `Manual – Wicks` or `Lamp wicks` for `Wicks`.
    """
    one, other = (TOKEN.findall(HYPHEN.sub("", fold(text))) for text in (UNDER.sub("", said), title))
    return set(one) <= set(other) or one[1:] == other


def _renamed(said: str, title: str) -> bool:
    """Tell whether two titles are so alike that one was made of the other: most words of both are the same."""
    one, other = (TOKEN.findall(fold(text)) for text in (said, title))
    shared = len(set(one) & set(other))
    return shared > 1 and 5 * shared >= 3 * max(len(one), len(other))


def _named(entry: Entry, facts: Facts, options: Options, corpus: Corpus) -> PostRef | None:
    """Return the post that an entry with an address names by a title of its own."""
    if (
        not entry.url
        or not entry.title
        or entry.title == entry.url
        or "://" in entry.title
        or "#" in entry.url
        or NUMERAL.fullmatch(entry.title)
        or CALL.fullmatch(entry.title)
        or entry.url == f"doc:{entry.title}"
    ):
        return None
    ref = resolve(entry, facts, corpus, options.base_url, options.layout)
    if ref is None or not ref.title or ref.key == facts.key or len(corpus.by_title(ref.title)) > 2:
        return None  # what several posts are called is the name of the site
    return ref


def _dead_link(facts: Facts, options: Options, corpus: Corpus) -> Iterator[Hit]:
    for recap in facts.recaps:
        for entry in recap.entries:
            why = ""
            if entry.url == "#":
                why = "has no address"
            elif entry.url.startswith("label:"):
                why = f"has no address: nothing defines `[{entry.url[6:]}]`"
            elif entry.url:
                ref = resolve(entry, facts, corpus, options.base_url, options.layout)
                if ref is not None and ref.draft and not facts.draft:
                    why = "leads to a draft"
                elif ref is None and target_is_missing(entry, facts, corpus, options.layout):
                    shown = entry.url if DOCUMENT.match(entry.url) else entry.url.partition(":")[2]
                    why = f"leads to `{shown}`, which does not exist"
            if why:
                yield Hit(entry.span, {"title": entry.title, "why": why}, place=entry.place)


ALONE: dict[str, Callable[[Facts, Options], Iterator[Hit]]] = {
    "duplicate-block": _same_block,
    "repeated-line": _repeated_line,
    "empty": _empty,
}
AGAINST: dict[str, Callable[[Facts, Options, Corpus], Iterator[Hit]]] = {
    "duplicate-block": _copied_block,
    "duplicate-entry": _duplicate_entry,
    "self-link": _self_link,
    "future-link": _future_link,
    "stale-title": _stale_title,
    "dead-link": _dead_link,
}
