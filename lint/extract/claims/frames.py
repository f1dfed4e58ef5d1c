"""The frames: which words tell which relation, and where its parties and its figure stand."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import msgspec

from lint import patterns as re
from lint.decode import convert, line_of, load, nearest
from lint.extract.claims.compiled import frame_folder, kept
from lint.extract.claims.verbs import forms
from lint.extract.claims.written import SPECIAL, Written, frames_of, listed, pages
from lint.model.errors import RuleError
from lint.model.job import Page

PIECE = re.compile(r"[^\W_]+")


class Form(msgspec.Struct, frozen=True):
    """One way to tell a frame. A verb form has `figure` slots, a noun form none.

    roles    role to the slots where its party stands: subject, object, owner, a preposition …
    figure   slots where the figure stands
    object_  nouns one of which must stand with the figure
    subject_ nouns one of which must head the subject
    near     words or phrases one of which must stand in the sentence
    named    its parties stand in these slots, and are not guessed
    bare     a number without a noun may be its figure
    """

    frame: str
    words: tuple[str, ...]
    roles: tuple[tuple[str, tuple[str, ...]], ...]
    figure: tuple[str, ...] = ()
    object_: frozenset[str] = frozenset()
    subject_: frozenset[str] = frozenset()
    near: tuple[str, ...] = ()
    counted: frozenset[str] = frozenset()
    passive: bool = False
    attribute: str = ""
    own_count: bool = False
    needs: tuple[tuple[str, str], ...] = ()
    named: bool = False
    bare: bool = False


class Frame(msgspec.Struct, frozen=True):
    """A relation that figures stand in.

    key      the roles that must be equal for two figures to be one fact
    kinds    role to what stands in it: name, product, place, country, phrase
    fades    how fast it goes stale: day, market, level, event, slow, period (it has one of its own), fixed
    ongoing  the modality of a progressive (is raising), where that is no announcement
    ceiling  the figure is a limit by nature: up to so much is so much
    """

    id: str
    about: str
    units: frozenset[str]
    key: tuple[str, ...]
    kinds: dict[str, str]
    fades: str
    counts: frozenset[str] = frozenset()
    per: frozenset[str] = frozenset()
    plain: frozenset[str] = frozenset()
    avoid: tuple[str, ...] = ()
    unordered: bool = False
    largest: float | None = None
    least: float | None = None
    headline: bool = False
    bare: bool = False
    ongoing: str = ""
    ceiling: bool = False


class Row(msgspec.Struct, frozen=True):
    """What a label of a terse table tells.

    sort     two tables that have labels of different sorts (sales, revenue) do not tell one thing
    below    the frame of the figure where it is a loss
    running  it is of no period: what it is compared with is what it was before
    """

    frame: str
    attribute: str = ""
    sort: str = ""
    below: str = ""
    running: bool = False


class Lexicon(msgspec.Struct, frozen=True):
    """All frames, compiled.

    verbs     inflected word to its readings (lemma, form codes), also of common verbs that belong to no frame
    particles lemma of a verb to the particles that make another verb with it
    by_verb, by_noun  lemma or noun to the forms it triggers
    phrases   first word to the phrases of several words that count as one, longest first
    reach     unit, and the end of a noun or verb as it is inflected, to their forms, each with what else they hold
    headlines noun forms of frames that a headline may tell
    rows     label of a terse table, in small letters, to what it tells
    """

    frames: dict[str, Frame]
    forms: tuple[Form, ...]
    verbs: dict[str, tuple[tuple[str, str], ...]]
    particles: dict[str, tuple[str, ...]]
    by_verb: dict[str, tuple[int, ...]]
    by_noun: dict[str, tuple[int, ...]]
    by_count: dict[str, tuple[str, ...]]
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    modal: dict[str, str]
    classes: dict[str, frozenset[str]]
    plain: frozenset[str]
    parts: frozenset[str]
    reach: dict[str, dict[str, tuple[tuple[int, tuple[str, ...]], ...]]]
    headlines: tuple[int, ...]
    rows: dict[str, Row] = {}


class _Grammar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    modal: dict[str, str]
    link: str
    have: str
    put: str
    change: str
    move: str
    say: str
    other: str
    plain: str
    parts: str


# Files of the folder that hold no frames.
OTHERS = ("entities.yaml", "matches.yaml", "grammar.yaml", "concepts.yaml", "contrasts.yaml", "cues.yaml", "rows.yaml")


@cache
def lexicon(own: tuple[Page, ...] = ()) -> Lexicon:
    """Return the compiled frames: those that come with copydesk, and a publication's own.

    One of its own takes the place of one with the same id.
    """
    folder = frame_folder()
    grammar = folder / "grammar.yaml"
    files = sorted(path for path in folder.glob("*.yaml") if path.name not in OTHERS)
    more = [part for page in own for part in page]
    return kept("frames", [grammar, *files], Lexicon, lambda: _compile(grammar, files, own), more)


def _compile(grammar_file: Path, files: Iterable[Path], own: Iterable[Page]) -> Lexicon:
    grammar = convert(load(grammar_file.read_text("utf-8"), str(grammar_file), RuleError), _Grammar, RuleError)
    written = _together(own)  # first, so that where two frames fit a sentence equally well, the publication's own does
    written |= {name: form for name, form in _together(pages(files)).items() if name not in written}
    frames = {name: _frame(name, form) for name, form in written.items()}
    made: list[Form] = []
    for name, form in written.items():
        made += [_form(name, item, True) for item in form.verbs]
        made += [_form(name, item, False) for item in form.nouns]
    _check_losses(own, frames)
    # Of one label in two frames the publication's own is meant, which stands first.
    rows = {
        label: _row(name, row) for name in reversed(written) for row in written[name].rows for label in _labels(row)
    }
    return msgspec.structs.replace(_index(frames, tuple(made), grammar), rows=rows)


def _check_losses(own: Iterable[Page], frames: dict[str, Frame]) -> None:
    """The frame that a row names for a loss must be there."""
    for page in own:
        written, document = frames_of(page)
        for name, form in written.items():
            for number, row in enumerate(form.rows):
                if row.get("below", "") not in ("", *frames):
                    at = (name, "rows", number, "below")
                    problem = f"`below`: there is no frame `{row['below']}`{nearest(str(row['below']), frames)}"
                    raise RuleError(problem, page.where, line_of(document, at))


def _labels(row: dict[str, str | list[str]]) -> list[str]:
    return [label.lower() for label in listed(row["say"])]


def _row(frame: str, row: dict[str, str | list[str]]) -> Row:
    def word(key: str) -> str:
        return " ".join(listed(row.get(key, "")))

    return Row(frame, word("attribute"), word("sort"), word("below"), bool(word("running")))


def _together(files: Iterable[Page]) -> dict[str, Written]:
    """The frames of several files; two of one id are a mistake."""
    found: dict[str, Written] = {}
    homes: dict[str, str] = {}
    for page in files:
        frames, document = frames_of(page)
        for name in frames:
            if name in found:
                problem = f"the frame `{name}` already stands in {homes[name]}; choose another id"
                raise RuleError(problem, page.where, line_of(document, (name,)))
        found |= frames
        homes |= dict.fromkeys(frames, page.where)
    return found


def _frame(name: str, form: Written) -> Frame:
    return Frame(
        id=name,
        about=form.about,
        units=frozenset(form.unit.split()),
        key=tuple(form.key),
        kinds=form.roles,
        fades=form.fades,
        counts=frozenset(listed(form.counts.lower())),
        per=frozenset(form.per),
        plain=frozenset(form.plain.split()),
        avoid=tuple(form.avoid),
        unordered=form.unordered,
        largest=form.max,
        least=form.min,
        headline=bool(form.headline),
        bare=form.bare,
        ongoing=form.ongoing,
        ceiling=form.ceiling,
    )


def _form(frame: str, item: dict[str, str | list[str]], verb: bool) -> Form:
    def words(key: str) -> list[str]:
        return listed(item.get(key, ""))

    return Form(
        frame=frame,
        words=tuple(words("say")),
        roles=tuple((role, tuple(listed(value))) for role, value in item.items() if role not in SPECIAL),
        figure=tuple(words("figure")) if verb else (),
        object_=frozenset(words("with")),
        subject_=frozenset(words("with-subject")),
        near=tuple(words("with-any")),
        counted=frozenset(words("counted")),
        passive=bool(words("passive")),
        attribute=" ".join(words("attribute")),
        own_count=bool(words("own-count")),
        needs=tuple((role, kind) for role, kind in (pair.split() for pair in words("needs"))),
        named=bool(words("named")),
        bare=bool(words("bare")),
    )


def _index(frames: dict[str, Frame], made: tuple[Form, ...], grammar: _Grammar) -> Lexicon:
    verbs: dict[str, dict[str, str]] = {}
    particles: dict[str, set[str]] = {}
    by_verb: dict[str, list[int]] = {}
    by_noun: dict[str, list[int]] = {}
    by_count: dict[str, set[str]] = {}
    phrases: dict[str, set[tuple[str, ...]]] = {}
    modal = {lemma: name for name, words in grammar.modal.items() for lemma in listed(words)}
    classes = {
        name: frozenset(listed(getattr(grammar, name))) for name in ("link", "have", "put", "change", "move", "say")
    }

    classes["put"] |= classes["move"] | classes["change"]

    def verb(words: str) -> None:
        lemma, _, particle = words.partition(" ")
        for word, codes in forms(lemma).items():
            verbs.setdefault(word, {})[lemma] = codes
        if particle:
            particles.setdefault(lemma, set()).add(particle)

    def phrase(words: str) -> None:
        parts = tuple(words.lower().split())
        if len(parts) > 1:
            phrases.setdefault(parts[0], set()).add(parts)

    for words in (*modal, *(lemma for group in classes.values() for lemma in group), *listed(grammar.other)):
        verb(words)
    for number, form in enumerate(made):
        for words in form.words:
            if form.figure:
                verb(words)
                by_verb.setdefault(words, []).append(number)
            else:
                phrase(words)
                by_noun.setdefault(words.lower(), []).append(number)
        for words in form.object_ | form.subject_:
            phrase(words)
    for frame in frames.values():
        for noun in frame.counts:
            phrase(noun)
            by_count.setdefault(noun.lower(), set()).add(frame.id)
    return Lexicon(
        frames=frames,
        forms=made,
        verbs={word: tuple(readings.items()) for word, readings in verbs.items()},
        particles={lemma: tuple(sorted(found, key=lambda p: -len(p))) for lemma, found in particles.items()},
        by_verb={lemma: tuple(numbers) for lemma, numbers in by_verb.items()},
        by_noun={noun: tuple(numbers) for noun, numbers in by_noun.items()},
        by_count={noun: tuple(sorted(found)) for noun, found in by_count.items()},
        phrases={first: tuple(sorted(found, key=lambda p: (-len(p), p))) for first, found in phrases.items()},
        modal=modal,
        classes=classes,
        reach=_reach(by_noun, by_verb, verbs, [frames[form.frame].units for form in made]),
        headlines=tuple(k for k, form in enumerate(made) if not form.figure and frames[form.frame].headline),
        plain=frozenset(grammar.plain.split()),
        parts=frozenset(grammar.parts.split()),
    )


def _reach(
    by_noun: dict[str, list[int]],
    by_verb: dict[str, list[int]],
    verbs: dict[str, dict[str, str]],
    units: list[frozenset[str]],
) -> dict[str, dict[str, tuple[tuple[int, tuple[str, ...]], ...]]]:
    said = list(by_noun.items())
    of_lemma: dict[str, list[tuple[str, list[int]]]] = {}
    for words, numbers in by_verb.items():
        lemma, _, particle = words.partition(" ")
        of_lemma.setdefault(lemma, []).append((particle, numbers))
    for word, readings in verbs.items():
        for lemma in readings:
            said += [(f"{particle} {word}", numbers) for particle, numbers in of_lemma.get(lemma, ())]
    found: dict[str, dict[str, set[tuple[int, tuple[str, ...]]]]] = {}
    for words, numbers in said:
        *rest, last = PIECE.findall(words.lower()) or [words]
        for number in numbers:
            for unit in units[number]:
                found.setdefault(unit, {}).setdefault(last, set()).add((number, tuple(rest)))
    return {
        unit: {word: tuple(sorted(reached)) for word, reached in sorted(words.items())}
        for unit, words in sorted(found.items())
    }


def last_piece(words: str) -> str:
    """Return the last run of letters and digits of a phrase, by which a sentence that says it can be told."""
    return PIECE.findall(words.lower())[-1] if PIECE.search(words) else words
