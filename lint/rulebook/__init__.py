"""Rule files and copydesk.yaml in; rules out. Every mistake is named with its file and line."""

import hashlib
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from lint.decode import line_in
from lint.model.errors import RuleError
from lint.model.rule import Rule
from lint.rulebook.files import read_rule

HERE = Path(__file__).resolve().parent.parent
FOLDERS = (HERE / "rules", HERE.parent / "rules")
FORMAT = 1


def shipped_folder() -> Path:
    """Return the folder of the rules that come with copydesk: in the wheel, or in a checkout."""
    for folder in FOLDERS:
        if folder.is_dir():
            return folder
    raise RuleError("the rules that come with copydesk are missing; install it again", str(FOLDERS[0]))


def rule_files(folder: Path) -> list[Path]:
    """Return the rule files of a folder, sorted: every YAML file but those below `frames`, which are no rules."""
    return sorted(
        path
        for path in folder.rglob("*.y*ml")
        if path.suffix in (".yaml", ".yml") and "frames" not in path.relative_to(folder).parts
    )


def shipped(examples: bool = False) -> list[Rule]:
    """Return the rules that come with copydesk; without their examples they come from a compiled copy."""
    folder = shipped_folder()
    files = rule_files(folder)
    if examples:
        return [read_rule(path, folder) for path in files]
    digest = hashlib.blake2b(f"{FORMAT} {folder}".encode(), digest_size=12)
    for path in files:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return _compiled(folder, files, digest.hexdigest())


def _compiled(folder: Path, files: Sequence[Path], digest: str) -> list[Rule]:
    """The rules from the user's cache; where it cannot be read or written, from their files."""
    from platformdirs import user_cache_path

    store = user_cache_path("copydesk") / f"rules-{digest}.msgpack"
    try:
        return msgspec.msgpack.decode(store.read_bytes(), type=list[Rule])
    except (OSError, msgspec.MsgspecError):
        pass
    rules = [msgspec.structs.replace(read_rule(path, folder), good=(), bad=()) for path in files]
    try:
        store.parent.mkdir(parents=True, exist_ok=True)
        aside = store.with_suffix(f".{os.getpid()}.tmp")
        aside.write_bytes(msgspec.msgpack.encode(rules))
        aside.replace(store)
    except OSError:
        pass
    return rules


def own(folders: Iterable[Path], taken: Iterable[Rule]) -> list[Rule]:
    """Return the user's own rules, with their examples; an id that is taken is an error."""
    rules: dict[str, str] = {rule.id: rule.home for rule in taken}
    found = []
    for folder in folders:
        if not folder.is_dir():
            raise RuleError("there is no such folder of rules", str(folder))
        for path in rule_files(folder):
            rule = read_rule(path, None)
            if rule.id in rules and Path(rules[rule.id]).resolve() != path.resolve():
                line = line_in(str(path), ("id",))
                raise RuleError(f"the id `{rule.id}` is taken by {rules[rule.id]}; choose another", str(path), line)
            rules[rule.id] = str(path)
            found.append(rule)
    return found
