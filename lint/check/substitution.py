"""Words to write otherwise: what is observed, and what is expected in its place (Vale's `substitution`)."""

from collections.abc import Iterator
from typing import Any

import msgspec

from lint import patterns as re
from lint.check import _patterns, _scope, _sieve
from lint.model.errors import OptionError
from lint.model.facts import Facts
from lint.model.finding import Hit, Suggestion
from lint.model.post import Post

WORDS = ("observed", "expected")
REFERENCE = re.compile(r"\$(\d{1,2}|\{\w{1,40}\})")
ESCAPED = "\x00"


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    r"""What to replace.

    swap        a word or regular expression to what is right: several choices as `a|b` (`\|` is a bar), groups of the
                expression as `$1`
    capitalize  an expected word begins with a capital where the observed one does
    The rest as for the kind `existence`.
    """

    swap: dict[str, str] = {}
    ignorecase: bool = False
    nonword: bool = False
    capitalize: bool = False
    exceptions: tuple[str, ...] = ()
    vocab: bool = True
    scope: str | tuple[str, ...] = ("text",)
    quotations: bool = True
    accept: tuple[str, ...] = ()


def validate(options: Options) -> None:
    """Raise OptionError where an option cannot be what was meant."""
    if not options.swap:
        raise OptionError("nothing to replace; expected `swap: {observed: expected}`")
    for observed, expected in options.swap.items():
        _patterns.one(observed, "swap", observed, ignorecase=options.ignorecase)
        groups = _patterns.compiled(observed, options.ignorecase).groups
        for number in re.findall(r"\$(\d{1,2})", expected):
            if int(number) > groups:
                text = f"`{expected}` asks for group ${number}; `{observed}` has {groups or 'none'}"
                raise OptionError(text, "swap", observed)
    _patterns.each(options.exceptions, "exceptions")
    _scope.validate(options.scope)


def check(post: Post, facts: Facts, options: Options) -> Iterator[Hit]:
    """Yield every place where something else is expected. The longest of several observed words wins."""
    swaps = sorted(options.swap.items(), key=lambda item: (-len(item[0]), item[0]))
    accept = options.accept if options.vocab else ()
    passages = _scope.passages(post, options.scope, options.quotations)
    wanted = [observed if options.nonword else _patterns.whole(observed) for observed, _ in swaps]
    for passage, found in _sieve.matches(wanted, passages, options.ignorecase):
        spared = _patterns.exceptions(options.exceptions, accept, passage.text)
        for number, match in found:
            start, end = match.span()
            choices = _choices(swaps[number][1], match, options)
            if match[0] in choices or _patterns.excepted(spared, start, end):
                continue
            safe = len(choices) == 1 and passage.literal(start, end)
            words = {"observed": match[0], "expected": " or ".join(f"“{text}”" for text in choices)}
            yield Hit(passage.home(start, end), words, tuple(Suggestion(text, safe) for text in choices))


def _choices(expected: str, match: Any, options: Options) -> list[str]:
    r"""What `a|b`, with the groups of the match filled in, offers; `\|` is a bar."""
    expected = REFERENCE.sub(lambda found: _group(match, found[1].strip("{}")), expected)
    choices = [choice.replace(ESCAPED, "|") for choice in expected.replace(r"\|", ESCAPED).split("|")]
    choices = [choice for choice in choices if choice] or [""]
    if options.capitalize and match[0][:1].isupper():
        choices = [choice[:1].upper() + choice[1:] for choice in choices]
    return list(dict.fromkeys(choices))


def _group(match: Any, name: str) -> str:
    try:
        return match[int(name) if name.isdigit() else name] or ""
    except IndexError:
        return ""
