"""One rule file in, one Rule out."""

from pathlib import Path
from typing import Any

import msgspec

from lint import patterns as re
from lint import shelf
from lint.decode import Document, convert, line_of, load, nearest, read_text
from lint.model.errors import RuleError
from lint.model.finding import Severity
from lint.model.rule import Example, Rule

ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+")
GAP = re.compile(r"\{(\w+)\}")
# What Vale calls the keys that stand at the top of a rule.
VALE = {"extends": "kind", "level": "severity", "link": "rationale", "name": "id"}
MARKS = re.compile(r">>(?!>)|<<")  # in `<b>>>word<<</b>` the first `>` ends a tag


class _Examples(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    good: list[Any] = []
    bad: list[Any] = []


class _RuleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The keys of a rule file."""

    id: str
    kind: str
    message: str
    severity: Severity = "warning"
    description: str = ""
    rationale: str = ""
    advice: str = ""
    enabled: bool = True
    options: dict[str, Any] = {}
    examples: _Examples = _Examples()


class _Posts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The keys of an example that is more than one Markdown post."""

    posts: dict[str, str]
    options: dict[str, Any] = {}
    fixed: str = ""


def read_rule(path: Path, root: Path | None) -> Rule:
    """Read one rule file. Below `root` the id must be the path: FAMILY/FAULT.yaml is FAMILY-FAULT."""
    where = str(path)
    document = load(read_text(path, RuleError), where, RuleError)
    if not isinstance(document.data, dict) or not document.data:
        raise RuleError("expected the keys id, kind, message, severity, examples …", where, 1)
    _misplaced(document)
    form = convert(document, _RuleFile, RuleError)
    if not ID.fullmatch(form.id):
        problem = f"`{form.id}` is no rule id; expected kebab-case with the family first, such as `house-terms`"
        raise RuleError(problem, where, line_of(document, ("id",)))
    if root is not None and form.id != "-".join(path.relative_to(root).with_suffix("").parts):
        raise RuleError(f"the id `{form.id}` does not match the path", where, line_of(document, ("id",)))
    fill_options(form.kind, form.options, document, ("options",))
    _message(form, document)
    return Rule(
        id=form.id,
        kind=form.kind,
        severity=form.severity,
        message=" ".join(form.message.split()),
        description=" ".join(form.description.split()),
        rationale=form.rationale.strip(),
        options=form.options,
        home=where,
        enabled=form.enabled,
        advice=" ".join(form.advice.split()),
        bad=tuple(_example(item, form, document, ("examples", "bad", at)) for at, item in enumerate(form.examples.bad)),
        good=tuple(
            _example(item, form, document, ("examples", "good", at)) for at, item in enumerate(form.examples.good)
        ),
    )


def _misplaced(document: Document) -> None:
    """Say where a key belongs that stands at the top of a rule file and is known elsewhere: an option, or Vale's."""
    known = {field.encode_name for field in msgspec.structs.fields(_RuleFile)}
    kind = document.data.get("kind", document.data.get("extends"))
    options: set[str] = set()
    if isinstance(kind, str) and kind in shelf.names("lint.check"):
        options = {field.encode_name for field in msgspec.structs.fields(shelf.take("lint.check", kind).Options)}
    for key in document.data:
        if key not in known and key in (VALE.keys() | options):
            right = f"here it is `{VALE[key]}`" if key in VALE else "it is an option; write it below `options:`"
            raise RuleError(f"unknown key `{key}`; {right}", document.where, line_of(document, (key,)))


def _message(form: _RuleFile, document: Document) -> None:
    """Refuse a message with a gap that the kind does not fill."""
    words = getattr(shelf.take("lint.check", form.kind), "WORDS", None)
    if words is None:
        return
    line = line_of(document, ("message",))
    if "%s" in form.message:
        raise RuleError("`%s` is Vale's; write `{excerpt}` for the text that was found", document.where, line)
    for word in GAP.findall(form.message):
        if word not in (*words, "excerpt"):
            problem = f"a message of the kind `{form.kind}` has no `{{{word}}}`{nearest(word, (*words, 'excerpt'))}"
            raise RuleError(problem, document.where, line)


def fill_options(kind: str, options: dict[str, Any], document: Document, at: tuple[str | int, ...]) -> Any:
    """Return a kind's Options filled from plain data. An unknown kind or option is an error at its line."""
    try:
        module = shelf.take("lint.check", kind)
    except KeyError:
        problem = f"there is no kind `{kind}`{nearest(kind, shelf.names('lint.check'))}"
        raise RuleError(problem, document.where, line_of(document, (*at[:-1], "kind"))) from None
    filled = convert(document, module.Options, RuleError, options, at)
    if hasattr(module, "validate"):
        try:
            module.validate(filled)
        except ValueError as error:
            path = (*at, *getattr(error, "path", ()))
            name = f"`{path[len(at)]}`: " if len(path) > len(at) else ""
            raise RuleError(f"{name}{error}", document.where, line_of(document, path)) from error
    return filled


def _example(item: Any, rule: _RuleFile, document: Document, at: tuple[str | int, ...]) -> Example:
    line = line_of(document, at)
    if isinstance(item, str):
        item = {"posts": {"post.md": item}}
    form = convert(document, _Posts, RuleError, item, at)
    if form.options:
        fill_options(rule.kind, {**rule.options, **form.options}, document, (*at, "options"))
    posts, marked = [], []
    for name, text in form.posts.items():
        if Path(name).is_absolute() or ".." in Path(name).parts:
            raise RuleError(f"the post `{name}` stands outside its example", document.where, line)
        plain, spans = _unmark(text) if "bad" in at else (text, [])
        posts.append((name, plain))
        marked += [(name, start, end) for start, end in spans]
    if "bad" in at and not marked:
        raise RuleError("a bad example must mark what is wrong, as in `>>the the<<`", document.where, line)
    return Example(tuple(posts), tuple(marked), line, form.options, form.fixed)


def _unmark(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Take the marks `>>…<<` out of a text; return it and the spans that they marked."""
    plain: list[str] = []
    spans: list[tuple[int, int]] = []
    last, length, start = 0, 0, -1
    for match in MARKS.finditer(text):
        if (match[0] == ">>") is (start >= 0):
            continue  # `>> quoted` inside a mark, or a lone `<<`, is text
        plain.append(text[last : match.start()])
        length += match.start() - last
        last = match.end()
        if start < 0:
            start = length
        else:
            spans.append((start, length))
            start = -1
    plain.append(text[last:])
    return "".join(plain), spans
