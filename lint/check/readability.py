"""How hard a post is to read, by the school grade that formulas give its running text (Vale's `readability`)."""

from collections.abc import Iterator
from typing import Any

import msgspec

from lint import patterns as re
from lint.check import _scope, _textstat
from lint.decode import nearest
from lint.model.errors import OptionError
from lint.model.facts import Facts
from lint.model.finding import Hit
from lint.model.post import Post
from lint.model.text import MASK, Span
from lint.sentences import sentences

WORDS = ("grade", "max", "metrics", "words")
# The formulas that give a grade, and what Vale calls them.
METRICS = (
    "flesch_kincaid_grade",
    "gunning_fog",
    "smog_index",
    "coleman_liau_index",
    "automated_readability_index",
    "linsear_write_formula",
)
VALE = {
    "Flesch-Kincaid": "flesch_kincaid_grade",
    "Gunning Fog": "gunning_fog",
    "SMOG": "smog_index",
    "Coleman-Liau": "coleman_liau_index",
    "Automated Readability": "automated_readability_index",
}
BETWEEN = re.compile(r"[—–/]|\s-\s")
EDGES = "\"'“”‘’(),;:.!?[]"
INNER = re.compile(r"[.!?]")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is hard.

    metrics   names of textstat's formulas, or Vale's names for them; the grade is their mean
    grade     the highest grade let pass
    least     posts with fewer words are not measured: formulas say nothing of them
    language  as textstat has it
    """

    metrics: tuple[str, ...] = ("flesch_kincaid_grade",)
    grade: float = 12
    least: int = 100
    language: str = "en"


def validate(options: Options) -> None:
    """Raise OptionError where an option cannot be what was meant."""
    if not options.metrics:
        raise OptionError(f"no formula; expected some of {', '.join(METRICS)}", "metrics")
    for number, name in enumerate(options.metrics):
        if name not in METRICS and name not in VALE:
            raise OptionError(f"there is no formula `{name}`{nearest(name, (*METRICS, *VALE))}", "metrics", number)


def check(post: Post, facts: Facts, options: Options) -> Iterator[Hit]:
    """Yield one hit at the beginning of a post that is above the grade."""
    statistics = _textstat.counter(options.language)
    text = running_text(post)
    words = len(text.split())
    if statistics is None or words < max(options.least, 1):
        return
    grade = sum(_grade(statistics, name, text) for name in options.metrics) / len(options.metrics)
    if grade > options.grade:
        filled = {
            "grade": f"{grade:.1f}",
            "max": f"{options.grade:g}",
            "metrics": ", ".join(options.metrics),
            "words": f"{words:,}",
        }
        yield Hit(Span(post.span.start, post.span.start), filled)


def _grade(statistics: Any, name: str, text: str) -> float:
    name = VALE.get(name, name)
    return _fog(statistics, text) if name == "gunning_fog" else float(getattr(statistics, name)(text))


def _fog(statistics: Any, text: str) -> float:
    """Gunning's fog index. That of textstat counts a hard word once, however often it stands."""
    words = text.split()
    hard = sum(statistics.is_difficult_word(word.strip(EDGES).lower(), 3) for word in words)
    return float(0.4 * (len(words) / max(1, statistics.sentence_count(text)) + 100 * hard / len(words)))


def running_text(post: Post) -> str:
    """Return the sentences of a post as textstat tells them apart: full stops within them are taken out."""
    parts = []
    for passage in _scope.passages(post, ("paragraph", "list")):
        text = BETWEEN.sub(_blank, passage.text.replace(MASK, " "))
        parts += [f"{INNER.sub('', text[start:end])}." for start, end in sentences(text)]
    return " ".join(parts)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
