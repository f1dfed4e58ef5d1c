"""A file of frames in, its frames as they are written out; whatever could not work is named with file and line."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from lint import patterns as re
from lint.decode import Document, convert, line_of, load, nearest, read_text
from lint.extract.bag import bag
from lint.extract.wordclass import CLASS
from lint.model.errors import RuleError
from lint.model.job import Page


class Written(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """The keys of a frame."""

    about: str
    unit: str
    key: list[str]
    fades: str = "event"
    counts: str = ""
    per: list[str] = []
    roles: dict[str, str] = {}
    verbs: list[dict[str, str | list[str]]] = []
    nouns: list[dict[str, str | list[str]]] = []
    rows: list[dict[str, str | list[str]]] = []
    plain: str = ""
    avoid: list[str] = []
    unordered: bool = False
    max: float | None = None
    min: float | None = None
    headline: str = ""
    bare: bool = False
    ongoing: str = ""
    ceiling: bool = False


FADES = bag("event level market day period slow fixed")
KINDS = bag("name product place country service phrase side")
UNITS = bag(
    "money percent percentage-point basis-point count ratio power energy data distance area volume mass speed "
    "temperature duration date other score"
)
MODALITIES = bag("done agreed planned reported target forecast hypothetical denied")
# What a form says besides who stands where.
SPECIAL = bag("say figure with with-any with-subject counted passive attribute own-count needs named bare")
# What a row says: its labels, what they limit the figure to, what sort they are, the frame of a loss, whether it is of
# no period.
ROW = bag("say attribute sort below running")
SLOTS = bag("subject object iobj object2 owner attr clause inner head beside previous worth cleft and")
PREPOSITIONS = frozenset(word for word, kind in CLASS.items() if kind == "p") | bag("since off")
NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def listed(words: str | list[str]) -> list[str]:
    """Return what commas part, blanks folded."""
    words = words if isinstance(words, str) else ",".join(words)
    return [" ".join(word.split()) for word in words.split(",") if word.strip()]


def pages(paths: Iterable[Path]) -> tuple[Page, ...]:
    """Return the files of frames that paths name: a folder stands for the YAML files in it."""
    found: dict[Path, Page] = {}
    for path in paths:
        for item in sorted(path.iterdir()) if path.is_dir() else [path]:
            if item == path or item.suffix in (".yaml", ".yml"):
                found.setdefault(item, Page(str(item), read_text(item, RuleError)))
    return tuple(found.values())


def frames_of(page: Page) -> tuple[dict[str, Written], Document]:
    """Return the frames of one file, each by its id."""
    document = load(page.text, page.where, RuleError)
    if not isinstance(document.data, dict) or not document.data:
        raise RuleError("expected frames, each an id with its keys below it: about, unit, key, verbs …", page.where, 1)
    found = convert(document, dict[str, Written], RuleError)
    for name, frame in found.items():
        _check(name, frame, document)
    return found, document


def _check(name: str, frame: Written, document: Document) -> None:
    """Hold the words of a frame against those that mean something."""
    if not NAME.fullmatch(name):
        raise _wrong(document, (name,), f"`{name}` is no id of a frame; expected kebab-case, such as `bus-fare`")
    for word in frame.unit.split() or [""]:
        _known("unit", word, UNITS, document, (name, "unit"))
    _known("fades", frame.fades, FADES, document, (name, "fades"))
    if frame.ongoing:
        _known("ongoing", frame.ongoing, MODALITIES, document, (name, "ongoing"))
    for role, kind in frame.roles.items():
        _known(role, kind, KINDS, document, (name, "roles", role))
    if not frame.key:
        raise _wrong(document, (name, "key"), "`key`: expected the roles that make two figures one fact, found none")
    roles = {*frame.key, *frame.roles}
    for role in sorted(roles):
        if not NAME.fullmatch(role) or role in SPECIAL:
            raise _wrong(document, (name, "key"), f"`{role}` cannot be the name of a role")
    if not (frame.verbs or frame.nouns or frame.rows):
        raise _wrong(document, (name,), f"`{name}` has no `verbs`, `nouns` or `rows`; nothing would tell it")
    for group, forms in (("verbs", frame.verbs), ("nouns", frame.nouns)):
        for number, form in enumerate(forms):
            _check_form(form, roles, document, (name, group, number))
    if frame.rows and len(frame.key) > 1:
        raise _wrong(document, (name, "rows"), f"`{name}` has `rows`, whose subject fills one role; its key has more")
    for number, row in enumerate(frame.rows):
        _check_row(row, document, (name, "rows", number))


def _check_form(form: dict[str, Any], roles: set[str], document: Document, at: tuple[str | int, ...]) -> None:
    if not listed(form.get("say", "")):
        raise _wrong(document, at, f"the key `say` is missing: which {at[1]} tell it?")
    if at[1] == "verbs" and not listed(form.get("figure", "")):
        raise _wrong(document, at, "the key `figure` is missing: where does the figure of these verbs stand?")
    for key, value in form.items():
        if key not in SPECIAL | roles:
            raise _wrong(document, (*at, key), f"`{key}` is neither a role of the frame nor a key{_near(key, roles)}")
        if key in roles or key == "figure":
            for slot in listed(value):
                if slot.split()[-1] not in PREPOSITIONS:
                    _known(key, slot, SLOTS, document, (*at, key), "a preposition")
        elif key == "needs" and any(len(pair.split()) != 2 for pair in listed(value)):
            raise _wrong(document, (*at, key), "`needs`: expected a role and a kind of entity, as in `payer regulator`")


def _check_row(row: dict[str, Any], document: Document, at: tuple[str | int, ...]) -> None:
    if not listed(row.get("say", "")):
        raise _wrong(document, at, "the key `say` is missing: which labels tell it?")
    for key in row:
        if key not in ROW:
            raise _wrong(document, (*at, key), f"`{key}` is no key of a row{nearest(key, ROW)}")


def _near(key: str, roles: set[str]) -> str:
    return nearest(key, SPECIAL | roles)


def _known(
    key: str, word: str, known: frozenset[str], document: Document, at: tuple[str | int, ...], besides: str = ""
) -> None:
    if word not in known:
        more = f" (or {besides})" if besides else ""
        raise _wrong(document, at, f"`{key}`: there is no `{word}`{nearest(word, known)}{more}")


def _wrong(document: Document, at: tuple[str | int, ...], problem: str) -> RuleError:
    return RuleError(problem, document.where, line_of(document, at))
