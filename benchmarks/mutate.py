"""python -m benchmarks.mutate ARCHIVE: breaks notes and links of an archive, and tells how many are found.

Each break is made in a file of its own, in copies of the archive. It counts as found where a rule that is meant for its
kind reports on that file what it does not report on the archive as it is.
"""

import argparse
import json
import random
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from benchmarks.measure import run

COPYDESK: list[str | Path] = [sys.executable, "-m", "lint"]
HOUSE = Path(__file__).resolve().parent.parent
AIM = 0.9
SUFFIXES = (".md", ".markdown", ".mdx", ".qmd")
REFERENCE = re.compile(r"(?<![\\\w`])\[\^(?P<label>[^\]\s^]+)\](?!:)")
NOTE = re.compile(r"^\[\^(?P<label>[^\]\s^]+)\]:[ \t]*\S[^\n]*\n?(?:(?:[ \t]*\n)*[ \t]{2,}\S[^\n]*\n?)*", re.MULTILINE)
LINK = re.compile(
    r"(?<!!)\[[^\[\]\n]+\]\((?P<address>(?!\w+:|//|#|\{|/(?:authors?|tags?|categor|images?))[^()\s?#{}]{4,})\)"
)
CODE = re.compile(
    r"^[ \t]*(?P<fence>`{3,}|~{3,}).*?^[ \t]*(?P=fence)|`[^`\n]+`|^(?: {4}|\t)[^\n]*|<!--.*?-->", re.M | re.S
)


DATED = re.compile(r"^\d{4}-\d\d-\d\d-")


class Page(NamedTuple):
    """The text of a file, its footnotes outside code, and its links that lead to files of the archive."""

    text: str
    references: list[re.Match[str]]
    notes: list[re.Match[str]]
    links: list[re.Match[str]]

    @property
    def pairs(self) -> list[tuple[re.Match[str], re.Match[str]]]:
        """The notes that one reference alone refers to, with it."""
        counts = Counter(match["label"].casefold() for match in self.references)
        by_label = {match["label"].casefold(): match for match in self.references}
        defined = Counter(note["label"].casefold() for note in self.notes)
        return [
            (by_label[label], note)
            for note in self.notes
            if counts[label := note["label"].casefold()] == 1 and defined[label] == 1
        ]


class Tried(NamedTuple):
    """A break: its kind, its file, and whether it was found."""

    kind: str
    path: str
    found: bool


Change = tuple[int, int, str]
Break = Callable[[Page, random.Random], list[Change] | None]


def _label(page: Page, chance: random.Random) -> list[Change] | None:
    """Misspell the label of a reference."""
    reference, _ = chance.choice(page.pairs)
    return [(*reference.span("label"), reference["label"] + "x")]


def _number(page: Page, chance: random.Random) -> list[Change] | None:
    """Give a note the number after the last."""
    pairs = [pair for pair in page.pairs if pair[1]["label"].isdigit()]
    if not pairs:
        return None
    last = max(int(match["label"]) for match in (*page.references, *page.notes) if match["label"].isdigit())
    return [(*chance.choice(pairs)[1].span("label"), str(last + 1))]


def _order(page: Page, chance: random.Random) -> list[Change] | None:
    """Swap the references of two notes that stand one after the other."""
    pairs = sorted(page.pairs, key=lambda pair: pair[0].start())
    swaps = [
        (one, other)
        for (one, first), (other, second) in pairwise(pairs)
        if first.start() < second.start() and _before(page, first) == _before(page, one)
    ]
    if not swaps:
        return None
    one, other = chance.choice(swaps)
    return [(*one.span("label"), other["label"]), (*other.span("label"), one["label"])]


def _before(page: Page, match: re.Match[str]) -> set[str]:
    same = page.notes if match.re is NOTE else page.references
    return {other["label"].casefold() for other in same if other.start() < match.start()}


def _note_gone(page: Page, chance: random.Random) -> list[Change] | None:
    """Take out a note."""
    return [(*chance.choice(page.pairs)[1].span(), "")]


def _reference_gone(page: Page, chance: random.Random) -> list[Change] | None:
    """Take out a reference."""
    return [(*chance.choice(page.pairs)[0].span(), "")]


def _twice(page: Page, chance: random.Random) -> list[Change] | None:
    """Write a note twice."""
    note = chance.choice(page.pairs)[1]
    return [(note.end(), note.end(), "\n" + note[0].rstrip("\n") + "\n")]


def _empty(page: Page, chance: random.Random) -> list[Change] | None:
    """Take out the words of a note."""
    note = chance.choice(page.pairs)[1]
    return [(note.end("label") + 2, note.end(), "\n\n")]


def _address(page: Page, chance: random.Random) -> list[Change] | None:
    """Let a link lead to a page that is not there."""
    if not page.links:
        return None
    at = chance.choice(page.links).end("address")
    at -= page.text[at - 1] == "/"
    at = at - 3 if page.text[at - 3 : at] == ".md" else at
    return [(at, at, "-gone")]


LOST = ("footnote-undefined", "footnote-unused")
KINDS: dict[str, tuple[Break, tuple[str, ...]]] = {
    "label": (_label, LOST),
    "number": (_number, LOST),
    "order": (_order, ("footnote-order",)),
    "deletion of a note": (_note_gone, LOST),
    "deletion of a reference": (_reference_gone, LOST),
    "duplication": (_twice, ("footnote-duplicate-definition",)),
    "words": (_empty, ("footnote-empty",)),
    "address": (_address, ("link-dead", "previously-dead-link")),
}


def main() -> int:
    """Print the share of breaks that are found, by kind. Returns 1 where it is below the aim."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutate", description=__doc__)
    parser.add_argument("archive", type=Path, help="a folder of Markdown posts")
    parser.add_argument("--breaks", type=int, default=100, help="how many breaks to make")
    parser.add_argument("--seed", type=int, default=1, help="another seed breaks other places")
    parser.add_argument("--misses", action="store_true", help="list what was not found")
    options = parser.parse_args()
    tried = list(_tried(options.archive, options.breaks, random.Random(options.seed)))
    for kind in KINDS:
        mine = [one for one in tried if one.kind == kind]
        if mine:
            print(f"{kind + ':':26} {sum(one.found for one in mine):3} of {len(mine)}")
        if options.misses:
            print("".join(f"  missed in {one.path}\n" for one in mine if not one.found), end="")
    if not tried:
        print("no notes or links to break here")
        return 1
    share = sum(one.found for one in tried) / len(tried)
    print(f"found: {share:.2f} of {len(tried)} (aim: {AIM}: {'met' if share >= AIM else 'MISSED'})")
    return 0 if share >= AIM else 1


def _tried(archive: Path, breaks: int, chance: random.Random) -> Iterator[Tried]:
    """Yield so many breaks and whether each was found, from as many copies of the archive as they take."""
    done: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(prefix="copydesk-mutate-") as scratch:
        before = _findings(_copy(archive, Path(scratch) / "whole"))
        while done.total() < breaks:
            copy = _copy(archive, Path(scratch) / "broken")
            made = dict(_broken(copy, breaks, chance, done))
            if not made:
                return
            more = _findings(copy) - before
            for path, kind in made.items():
                yield Tried(kind, path, any((path, rule) == key[:2] for key in more for rule in KINDS[kind][1]))
            shutil.rmtree(copy)


def _copy(archive: Path, folder: Path) -> Path:
    """Return a copy of the archive, configured for its generator."""
    shutil.copytree(archive, folder, ignore=shutil.ignore_patterns(".*"))
    run([*COPYDESK, "init", folder], HOUSE)
    return folder


def _findings(folder: Path) -> Counter[tuple[str, str, str]]:
    """Return the findings of a run over a folder: file from the folder, rule, words."""
    check = [*COPYDESK, "check", "--no-cache", "--fail-on", "never", "--format", "json"]
    done = run([*check, "--select", "footnote,link,previously", folder], HOUSE)
    found: Counter[tuple[str, str, str]] = Counter()
    for item in json.loads(done.output)["findings"]:
        path = (HOUSE / item["path"]).resolve().relative_to(folder.resolve()).as_posix()
        found[path, item["rule"], item["excerpt"]] += 1
    return found


def _broken(folder: Path, breaks: int, chance: random.Random, done: Counter[str]) -> Iterator[tuple[str, str]]:
    """Break files, one place each, the rarest kind first, up to so many in all; yield each with its kind of break."""
    files = sorted(path for path in folder.rglob("*") if path.suffix in SUFFIXES and path.is_file())
    names = {_name(part) for path in files for part in path.relative_to(folder).parts[-2:]}
    chance.shuffle(files)
    for path in files:
        if done.total() >= breaks:
            return
        page = _page(path.read_bytes().decode("utf-8", "replace"), names)
        for kind in sorted(KINDS, key=lambda kind: done[kind]):
            due = done[kind] <= min(done[name] for name in KINDS) + 2
            changes = KINDS[kind][0](page, chance) if due and (page.pairs or kind == "address") else None
            if changes:
                path.write_bytes(_changed(page.text, changes).encode())
                done[kind] += 1
                yield path.relative_to(folder).as_posix(), kind
                break


def _page(text: str, names: set[str]) -> Page:
    code = [match.span() for match in CODE.finditer(text)]
    notes = list(NOTE.finditer(text))
    hidden = [*code, *(note.span() for note in notes)]
    references, links = (
        [match for match in pattern.finditer(text) if not any(start <= match.start() < end for start, end in hidden)]
        for pattern in (REFERENCE, LINK)
    )
    notes = [note for note in notes if not any(start <= note.start() < end for start, end in code)]
    known = [match for match in links if _name(match["address"]) in names]
    return Page(text, references, notes, known)


def _name(address: str) -> str:
    """Return the last part of an address or a path, without a date before it and a suffix after it."""
    return DATED.sub("", Path(address.rstrip("/")).name).partition(".")[0]


def _changed(text: str, changes: list[Change]) -> str:
    for start, end, words in sorted(changes, reverse=True):
        text = text[:start] + words + text[end:]
    return text


if __name__ == "__main__":
    sys.exit(main())
