"""Grammar engines behind one seam: posts in, what an engine remarks on them out, as findings with the engine's own ids.

An engine is a module of this room: LanguageTool (a program of its own, over HTTP) or Harper (a library). It is asked
about whole paragraphs, several at once, and never about one that it was asked about before: what it said is kept.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from fnmatch import fnmatchcase
from hashlib import blake2b
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Protocol

import msgspec

from lint.check import sign
from lint.grammar.memory import Memory
from lint.grammar.paragraphs import Paragraph, hit, paragraphs
from lint.grammar.remark import Remark
from lint.model.facts import Facts
from lint.model.finding import Finding, Origin
from lint.model.job import File, Grammar
from lint.model.rule import Rule
from lint.read import read

RULE = "typo-grammar"
BATCH = 200


class Asking(Protocol):
    """An engine that is ready, or makes itself ready when it is first asked."""

    def __call__(self, texts: Sequence[str], /) -> Iterator[tuple[str, list[Remark]]]:
        """Yield each text with what the engine remarks on it; raise ServiceError where it cannot be asked."""


class Engine(Protocol):
    """A module of this room.

    OFF  ids and categories that are not reported unless they are switched on; `*` stands for any characters
    """

    OFF: tuple[str, ...]

    def opened(self, settings: Grammar, /) -> AbstractContextManager[Asking]:
        """Give the engine for a run."""

    def stamp(self, settings: Grammar, /) -> str:
        """Return what remarks hang on besides the text."""


def findings(
    files: Iterable[File],
    posts: Mapping[tuple[str, int], tuple[Facts, Rule]],
    settings: Grammar,
    folder: Path | None,
) -> Iterator[Finding]:
    """Yield what the engine finds in the posts of files that have a rule for it; remarks are kept below `folder`.

    Raises ServiceError, after what was found until then, where the engine cannot be asked.
    """
    engine: Engine = import_module(f"lint.grammar.{settings.engine}")
    key = f"{settings.engine} {engine.stamp(settings)}"
    every = (item for file in files for item in _in_file(file) if item.post in posts)
    with Memory(folder) as memory, engine.opened(settings) as ask:
        while batch := list(islice(every, BATCH)):
            for text, remarks in _said(dict.fromkeys(item.text for item in batch), key, memory, ask):
                wanted = [remark for remark in remarks if _wanted(remark, settings, engine.OFF)]
                for item in batch if wanted else ():
                    if item.text == text:
                        yield from _findings(item, wanted, *posts[item.post], settings.engine)


def _in_file(file: File) -> Iterator[Paragraph]:
    try:
        data = file.path.read_bytes() if file.data is None else file.data
    except OSError:
        return  # told by input-unreadable-file
    parts: Counter[str] = Counter()
    for post in read(file.key, data):
        path = post.source.path
        yield from paragraphs(post, (path, parts[path]))
        parts[path] += 1


def _said(texts: Iterable[str], key: str, memory: Memory, ask: Asking) -> Iterator[tuple[str, list[Remark]]]:
    """What the engine says of texts: from memory first, then asked now and kept at once."""
    digests = {text: blake2b(f"{key}\0{text}".encode(), digest_size=16).digest() for text in texts}
    known = memory.recall(digests.values())
    missing = []
    for text, digest in digests.items():
        if digest in known:
            yield text, known[digest]
        else:
            missing.append(text)
    for text, remarks in ask(missing) if missing else ():
        memory.keep(digests[text], remarks)
        yield text, remarks


def _wanted(remark: Remark, settings: Grammar, off: Iterable[str]) -> bool:
    """Whether a remark is asked for: its own id decides before its category, and what is set before what is usual."""
    names = (remark.id, remark.category)
    for name in names:
        if _named(name, settings.disable):
            return False
        if _named(name, settings.enable):
            return True
    return not any(_named(name, off) for name in names)


def _named(name: str, globs: Iterable[str]) -> bool:
    return any(fnmatchcase(name, glob) for glob in globs)


def _findings(item: Paragraph, remarks: Iterable[Remark], facts: Facts, rule: Rule, engine: str) -> Iterator[Finding]:
    """Sign what remarks come to: the message is the engine's, and so is the id under `origin`.

    Where several are about one stretch of the text, the first tells it.
    """
    told = 0
    for remark in sorted(remarks, key=lambda remark: (remark.start, remark.end)):
        found = hit(item, remark) if remark.start >= told else None
        if found is not None:
            told = remark.end
            finding = sign(rule, found, facts, None)
            yield msgspec.structs.replace(finding, message=remark.message, origin=Origin(engine, remark.id))
