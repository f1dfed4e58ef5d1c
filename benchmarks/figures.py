"""python -m benchmarks.figures ARCHIVE: how many of 200 slips, put into figures an archive states twice, are found."""

import argparse
import json
import os
import random
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.measure import run

COPYDESK: list[str | Path] = [sys.executable, "-m", "lint"]
HOUSE = Path(__file__).resolve().parent.parent
AIM = 0.5
TOLD = ("done", "agreed", "planned", "reported")
SCALES = {
    "million": "billion",
    "billion": "million",
    "trillion": "billion",
    "mln": "billion",
    "bn": "m",
    "mn": "bn",
    "m": "bn",
    "B": "M",
    "M": "B",
    "b": "m",
    "T": "B",
    "K": "M",
    "k": "M",
    "thousand": "million",
}
UNITS = {
    "$": "€",
    "€": "$",
    "£": "$",
    "¥": "$",
    "dlrs": "stg",
    "dlr": "stg",
    "stg": "dlrs",
    "dollars": "euros",
    "euros": "dollars",
    "pounds": "dollars",
    "marks": "dlrs",
    "yen": "dlrs",
    "francs": "marks",
    "MW": "GW",
    "megawatts": "gigawatts",
    "GW": "MW",
    "gigawatts": "megawatts",
    "kW": "MW",
}
BOUND = re.compile(r"\b(?:up to|as much as|as many as|a maximum of|at most|no more than) $", re.IGNORECASE)

Spot = tuple[str, int, int]


class Pair(NamedTuple):
    """A claim, and that another post states the same figure for the same fact in other words."""

    claim: dict[str, Any]
    other: dict[str, Any]

    @property
    def spot(self) -> Spot:
        """Where the claim's figure stands."""
        return self.claim["path"], self.claim["line"], self.claim["column"]


class Slip(NamedTuple):
    """A pair, what kind of slip is put into its first figure, and what then stands there."""

    pair: Pair
    kind: str
    begin: int
    end: int
    text: str


def digit(written: str, line: str, begin: int, dice: random.Random) -> tuple[int, int, str] | None:
    """Another digit in one place of the number."""
    places = [match.start() for match in re.finditer(r"\d", written)]
    if not places:
        return None
    at = dice.choice(places)
    least = "1" if at == places[0] and len(places) > 1 else "0"
    others = [one for one in "0123456789" if one >= least and one != written[at]]
    return begin, begin + len(written), written[:at] + dice.choice(others) + written[at + 1 :]


def transposition(written: str, line: str, begin: int, dice: random.Random) -> tuple[int, int, str] | None:
    """Two neighbouring digits in each other's place."""
    swaps = [
        (one.start(), two.start())
        for one, two in pairwise(re.finditer(r"\d", written))
        if one[0] != two[0] and (two[0] != "0" or one.start() > 0)
    ]
    swaps = [(a, b) for a, b in swaps if not (written[b] == "0" and not written[:a].strip("$€£¥ "))]
    if not swaps:
        return None
    a, b = dice.choice(swaps)
    return (
        begin,
        begin + len(written),
        written[:a] + written[b] + written[a + 1 : b] + written[a] + written[b + 1 :],
    )


def magnitude(written: str, line: str, begin: int, dice: random.Random) -> tuple[int, int, str] | None:
    """Million for billion, and the like."""
    return _swapped(written, begin, SCALES, r"(?<![A-Za-z])({})(?![A-Za-z])")


def unit(written: str, line: str, begin: int, dice: random.Random) -> tuple[int, int, str] | None:
    """Another currency or unit."""
    return _swapped(written, begin, UNITS, r"(?<![A-Za-z])({})(?![a-z])")


def _swapped(written: str, begin: int, table: dict[str, str], form: str) -> tuple[int, int, str] | None:
    words = "|".join(sorted(map(re.escape, table), key=len, reverse=True))
    match = re.search(form.format(words), written)
    if match is None:
        return None
    return begin, begin + len(written), written[: match.start(1)] + table[match[1]] + written[match.end(1) :]


def bound(written: str, line: str, begin: int, dice: random.Random) -> tuple[int, int, str] | None:
    """A lost "up to"."""
    match = BOUND.search(line, 0, begin)
    return (match.start(), begin, "") if match is not None else None


Make = Callable[[str, str, int, random.Random], tuple[int, int, str] | None]
KINDS: dict[str, Make] = {made.__name__: made for made in (digit, transposition, magnitude, unit, bound)}


def pairs(claims: Iterable[dict[str, Any]]) -> list[Pair]:
    """Return the claims that another post makes too, with the same figure and in other words."""
    facts: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    for claim in claims:
        figure = claim["quantity"]
        if claim["modality"] in TOLD and figure["qualifier"] in ("", "up-to"):
            same = tuple(figure[name] for name in ("unit", "symbol", "per", "low", "high", "qualifier"))
            facts.setdefault((claim["key"], *same), []).append(claim)
    found = []
    for told in facts.values():
        for claim in told:
            others = [one for one in told if one["path"] != claim["path"] and one["sentence"] != claim["sentence"]]
            if others:
                found.append(Pair(claim, others[0]))
    return found


def slips(found: list[Pair], root: Path, number: int, dice: random.Random) -> list[list[Slip]]:
    """Return rounds of slips, so many in all: in one round no fact and no file has more than one."""
    made: list[Slip] = []
    for pair in found:
        path, number_, column = pair.spot
        lines = (root / path).read_text("utf-8").split("\n")
        line, written = lines[number_ - 1], pair.claim["excerpt"]
        flat = pair.claim["quantity"]["qualifier"] == ""
        for kind, make in KINDS.items():
            if (kind == "bound") == flat or not line.startswith(written, column - 1):
                continue
            change = make(written, line, column - 1, dice)
            if change is not None:
                made.append(Slip(pair, kind, *change))
    dice.shuffle(made)
    rounds: list[list[Slip]] = []
    taken: list[set[str]] = []
    for slip in _even(made)[:number]:
        marks = {slip.pair.claim["key"], slip.pair.claim["path"]}
        for slots, used in zip(rounds, taken, strict=True):
            if not used & marks:
                slots.append(slip)
                used |= marks
                break
        else:
            rounds.append([slip])
            taken.append(marks)
    return rounds


def _even(made: list[Slip]) -> list[Slip]:
    """Take the kinds in turn, so that none crowds the others out."""
    seen: Counter[str] = Counter()
    ranked = []
    for slip in made:
        ranked.append((seen[slip.kind], len(ranked), slip))
        seen[slip.kind] += 1
    return [slip for *_, slip in sorted(ranked, key=lambda item: item[:2])]


def put(slip: Slip, root: Path) -> None:
    """Write a slip into its file."""
    path, number, _ = slip.pair.spot
    file = root / path
    lines = file.read_text("utf-8").split("\n")
    line = lines[number - 1]
    lines[number - 1] = line[: slip.begin] + slip.text + line[slip.end :]
    file.write_text("\n".join(lines), "utf-8")


Alarms = dict[tuple[str, str, str], set[tuple[str, int]]]


def alarms(root: Path) -> Alarms:
    """Return the errors and warnings about figures and dates: rule, path and message to the lines they involve."""
    check = ["check", ".", "--select", "figure,date", "--fail-on", "never", "--format", "json"]
    found = _json(check, root)["findings"]
    return {
        (item["rule"], item["path"], item["message"]): {
            (item["path"], item["line"]),
            *((one["path"], one["line"]) for one in item["related"] if one["role"] == "conflict"),
        }
        for item in found
        if item["severity"] != "suggestion"
    }


def _json(arguments: list[str], root: Path) -> dict[str, Any]:
    cost = run([*COPYDESK, *arguments], root)
    data: dict[str, Any] = json.loads(cost.output)
    return data


class Score(NamedTuple):
    """How many slips of each kind were put in and found, and how many new alarms are about none of them."""

    put: Counter[str]
    found: Counter[str]
    stray: int
    missed: list[Slip]


def score(rounds: Iterable[list[Slip]], root: Path, quiet: Alarms) -> Score:
    """Put each round of slips into the posts, see what is told that was not told before, and take them out again."""
    all_, hit = Counter[str](), Counter[str]()
    stray, missed = 0, []
    for slots in rounds:
        before = {slip.pair.spot[0]: (root / slip.pair.spot[0]).read_bytes() for slip in slots}
        for slip in slots:
            put(slip, root)
        new = {key: lines for key, lines in alarms(root).items() if key not in quiet}
        places = set().union(*new.values())
        for slip in slots:
            all_[slip.kind] += 1
            hit[slip.kind] += slip.pair.spot[:2] in places
        missed += [slip for slip in slots if slip.pair.spot[:2] not in places]
        stray += sum(not lines & {slip.pair.spot[:2] for slip in slots} for lines in new.values())
        for path, data in before.items():
            (root / path).write_bytes(data)
    return Score(all_, hit, stray, missed)


def report(result: Score, missed: bool) -> Iterator[str]:
    """Yield what was found, by kind, and the slips that were not, if they are asked for."""
    for slip in result.missed if missed else ():
        claim, other = slip.pair
        yield f"missed {slip.kind}: {claim['key']} {claim['excerpt']} -> {slip.text or '(no bound)'}"
        yield f"  {claim['path']}:{claim['line']}: {claim['sentence'][:300]}"
        yield f"  {other['path']}:{other['line']}: {other['sentence'][:300]}"
    for kind, number in result.put.items():
        yield f"{kind:15} {result.found[kind]:4} of {number:4} found ({result.found[kind] / number:.2f})"
    share = result.found.total() / max(1, result.put.total())
    verdict = "met" if share >= AIM else "MISSED"
    total = f"{result.found.total():4} of {result.put.total():4} found ({share:.2f}; aim: {AIM} or more: {verdict})"
    yield f"{'all':15} {total}; {result.stray} new alarms elsewhere"


def main() -> int:
    """Print what was found, by kind, beside the alarms on the archive as it is. Returns 1 below the aim."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.figures", description=__doc__)
    parser.add_argument("archive", type=Path, help="a folder of posts")
    parser.add_argument("--slips", type=int, default=200, help="how many slips (default: 200)")
    parser.add_argument("--seed", type=int, default=7, help="which ones (default: 7)")
    parser.add_argument("--missed", action="store_true", help="list those that were not found")
    options = parser.parse_args()
    os.environ["PYTHONPATH"] = str(HOUSE)
    with tempfile.TemporaryDirectory(prefix="copydesk-figures-") as scratch:
        root = Path(scratch) / "publication"
        shutil.copytree(options.archive, root, ignore=shutil.ignore_patterns(".*"))
        (root / "copydesk.yaml").touch()
        claims = _json(["claims", "--format", "json"], root)["claims"]
        quiet = alarms(root)
        found = pairs(claims)
        facts = len({pair.claim["key"] for pair in found})
        print(
            f"{len(claims):,} claims, {facts} facts stated twice; {len(quiet)} alarms on the archive as it is",
            flush=True,
        )
        rounds = slips(found, root, options.slips, random.Random(options.seed))
        result = score(rounds, root, quiet)
    print("\n".join(report(result, options.missed)))
    return 0 if result.found.total() >= AIM * result.put.total() else 1


if __name__ == "__main__":
    sys.exit(main())
