"""Every rule there is and a Config in, the rules of a run out, with what is otherwise for some paths."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import msgspec

from lint.decode import Document, line_of, nearest
from lint.model.errors import ConfigError, UsageError
from lint.model.job import Change, Override
from lint.model.rule import Rule
from lint.rulebook.config import Config, Ruling, Said
from lint.rulebook.files import fill_options

# Families that the contract names and that have no rule yet: naming one is no mistake, it has nothing to run.
COMING = frozenset({"passage", "name", "quote", "date", "link", "leftover", "figure"})
EVERYWHERE = ("*",)


class Chosen(NamedTuple):
    """The rules that run anywhere, and what is otherwise for some paths."""

    rules: tuple[Rule, ...]
    overrides: tuple[Override, ...]


class _Named(NamedTuple):
    """A rule or family that a configuration names: the key, the place, the name, and the options given to it."""

    key: str
    at: tuple[str | int, ...]
    name: str
    options: dict[str, Any] | None = None


def check_names(documents: Iterable[Document], rules: Sequence[Rule]) -> None:
    """Hold every rule that configurations name, and its options, against the rules there are."""
    for document in documents:
        _check_names(document, rules)


def _check_names(document: Document, rules: Sequence[Rule]) -> None:
    by_id = {rule.id: rule for rule in rules}
    families = {rule.family for rule in rules}
    named = list(_named(document.data))
    for key, at, name, options in named:
        if options is not None and name in families - by_id.keys():
            first = min(other for other in by_id if other.startswith(name + "-"))
            problem = f"`{key}`: `{name}` is a family; options belong to a rule such as `{first}`"
            raise ConfigError(problem, document.where, line_of(document, at))
    known = families | by_id.keys()
    for key, at, name, options in named:
        if name not in known and not coming(name, rules):
            what = "rule or family" if options is None else "rule"
            problem = f"`{key}`: there is no {what} `{name}`{nearest(name, known)}"
            raise ConfigError(problem, document.where, line_of(document, at))
    for _, at, name, options in named:
        if options is not None and name in by_id:
            fill_options(by_id[name].kind, {**by_id[name].options, **options}, document, at)


def _named(data: dict[str, Any]) -> Iterator[_Named]:
    for name in data.get("severity", {}):
        yield _Named("severity", ("severity", name), name)
    for name, options in data.get("options", {}).items():
        yield _Named("options", ("options", name), name, options)
    for key in ("select", "ignore"):
        for number, item in enumerate(data.get(key, [])):
            inner = item if isinstance(item, dict) else {"": [item]}
            yield from (_Named(key, (key, number), name) for names in inner.values() for name in names)
    for number, item in enumerate(data.get("overrides", [])):
        for name, said in item["rules"].items():
            at = ("overrides", number, "rules", name)
            yield _Named("overrides", at, name)
            if isinstance(said, dict) and "options" in said:
                yield _Named("overrides", (*at, "options"), name, said["options"])


def coming(name: str, rules: Iterable[Rule]) -> bool:
    """Tell whether a name is of a family that is announced but has no rule in this version."""
    family = name.partition("-")[0]
    return family in COMING and all(rule.family != family for rule in rules)


def choose(
    rules: Sequence[Rule], config: Config, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()
) -> list[Rule]:
    """Return the rules of this run with the configuration's severities and options, overrides left aside.

    Naming a rule switches it on, naming a family only those on by default. The command line's selection replaces the
    configuration's; what either ignores is off, unless the command line names the very rule.
    """
    known = {name for rule in rules for name in (rule.id, rule.family)}
    for name in (*select, *ignore):
        if name not in known and not coming(name, rules):
            raise UsageError(f"there is no rule or family `{name}`{nearest(name, known)}")
    chosen = select or config.select
    off = set(ignore) | (set(config.ignore) - set(select))
    kept = []
    for rule in rules:
        named = rule.id in chosen or (rule.enabled and (not chosen or rule.family in chosen))
        if not named or rule.id in off or (rule.family in off and rule.id not in select):
            continue
        kept.append(_as_set(rule, config))
    return kept


def _as_set(rule: Rule, config: Config) -> Rule:
    return msgspec.structs.replace(
        rule,
        severity=config.severity.get(rule.id, config.severity.get(rule.family, rule.severity)),
        options={**rule.options, **config.options.get(rule.id, {})},
    )


def scoped(rules: Sequence[Rule], config: Config, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> Chosen:
    """Return the rules of this run, those included that only an override switches on, and what the overrides say.

    What the command line leaves out, no override brings back.
    """
    running = choose(rules, config, select, ignore)
    ids = {rule.id for rule in running}
    named = {name for item in config.overrides for name, said in item.rules.items() if said != "off"}
    spare = [
        _as_set(rule, config)
        for rule in rules
        if rule.id in named - ids
        and (not select or {rule.id, rule.family} & set(select))
        and not {rule.id, rule.family} & set(ignore)
    ]
    unless = Override(EVERYWHERE, tuple(Change(rule.id, on=False) for rule in spare))
    return Chosen((*running, *spare), ((unless,) if spare else ()) + spread(running, spare, config))


def spread(running: Iterable[Rule], spare: Iterable[Rule], config: Config) -> tuple[Override, ...]:
    """Return a configuration's overrides, and what it ignores below globs, as changes of single rules.

    Naming a rule switches it on; a family that is not off is as it is elsewhere.
    """
    every = [*((rule, True) for rule in running), *((rule, None) for rule in spare)]
    told = []
    for item in config.overrides:
        changes = [_change(rule.id, item.rules[rule.family], on) for rule, on in every if rule.family in item.rules]
        changes += [_change(rule.id, item.rules[rule.id], True) for rule, _ in every if rule.id in item.rules]
        told.append(Override(tuple(item.paths), tuple(changes)))
    for glob, off in config.ignore_in:
        hit = [rule.id for rule, _ in every if {rule.id, rule.family} & set(off)]
        told.append(Override((glob,), tuple(Change(name, on=False) for name in hit)))
    return tuple(told)


def _change(rule: str, said: Said, on: bool | None) -> Change:
    if isinstance(said, Ruling):
        return Change(rule, on, said.severity, said.options)
    return Change(rule, False) if said == "off" else Change(rule, on, said)
