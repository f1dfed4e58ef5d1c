"""Harper: paragraphs in, its remarks out; a library (harper-py, the extra `harper`) that needs no server."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from lint.grammar.remark import Remark
from lint.model.errors import ServiceError
from lint.model.job import Grammar

# Spelling is the archive's business; the rest is style, names, regions and typesetting.
OFF = tuple(
    "Spelling Capitalization Enhancement Formatting Punctuation Readability Redundancy Regionalism Style Repetition "
    "Miscellaneous".split()
)
DIALECTS = {"en-GB": "BRITISH", "en-AU": "AUSTRALIAN", "en-CA": "CANADIAN", "en-IN": "INDIAN"}


def stamp(settings: Grammar) -> str:
    """Return what remarks hang on besides the text."""
    try:
        return f"{settings.language} {version('harper-py')}"
    except PackageNotFoundError:
        return settings.language


@contextmanager
def opened(settings: Grammar) -> Iterator[Callable[[Sequence[str]], Iterator[tuple[str, list[Remark]]]]]:
    """Give Harper, built when it is first asked."""
    made: list[Any] = []

    def ask(texts: Sequence[str]) -> Iterator[tuple[str, list[Remark]]]:
        if not made:
            made.append(_linter(settings.language))
        for text in texts:
            yield text, remarks(made[0].organized_lints(text, language="plaintext"), text)

    yield ask


def _linter(language: str) -> Any:
    try:
        import harper
    except ImportError as error:
        raise ServiceError("--grammar harper needs the extra: pip install 'copydesk[harper]'") from error
    return harper.Linter(harper.Dialect[DIALECTS.get(language, "AMERICAN")])


def remarks(lints: dict[str, list[Any]], text: str) -> list[Remark]:
    """Return Harper's lints of a text, by rule, as remarks in the order of the text."""
    found = []
    for rule, items in lints.items():
        for item in items:
            start, end = item.span.start, item.span.end
            fixes = tuple(_fix(fix, text[start:end]) for fix in item.suggestions)
            found.append(Remark(start, end, rule, item.lint_kind, item.message, fixes))
    return sorted(found, key=lambda remark: (remark.start, remark.end, remark.id))


def _fix(fix: Any, old: str) -> str:
    kind = fix.kind.name
    if kind == "REMOVE":
        return ""
    return old + str(fix.replacement_text) if kind == "INSERT_AFTER" else str(fix.replacement_text)
