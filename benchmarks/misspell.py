"""python -m benchmarks.misspell ARCHIVE: misspell 200 words of a clean archive; what share is found, by kind.

A word is struck wrongly (a letter lost, doubled, changed for its neighbour on the keyboard, or for the next one),
written as it sounds, or taken for another that exists: one in each paragraph, the same ones with the same seed.
"""

import argparse
import json
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from benchmarks.measure import run
from lint.lexicon import known
from lint.lexicon.confusable import others

HOUSE = Path(__file__).resolve().parent.parent
WORD = re.compile(r"(?<=[a-z,] )[a-z]{4,}(?=[ ,.])")
PLAIN = re.compile(r"[A-Z][\w ,.'’;:()\"“”-]{150,900}\.")
ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
SOUNDS = (
    ("ei", "ie"), ("ie", "ei"), ("able", "ible"), ("ible", "able"), ("ance", "ence"), ("ence", "ance"), ("ph", "f"),
    ("ough", "uff"), ("tion", "sion"), ("ary", "ery"), ("cc", "c"), ("mm", "m"), ("ss", "s"), ("ll", "l"), ("pp", "p"),
    ("ate", "ite"), ("que", "ke"), ("sc", "s"), ("ent", "ant"), ("ant", "ent"), ("er", "ar"), ("tely", "tly"),
)  # fmt: skip


def struck(word: str, chance: random.Random) -> str:
    """Return a word as hurried fingers leave it."""
    at = chance.randrange(1, len(word) - 1)
    row = next(row for row in ROWS if word[at] in row)
    beside = row[max(0, row.index(word[at]) - 1)], row[min(len(row) - 1, row.index(word[at]) + 1)]
    ways = (
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + chance.choice(beside) + word[at + 1 :],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    )
    return chance.choice(ways)


def sounded(word: str, chance: random.Random) -> str:
    """Return a word written as it sounds, or itself where it is written so."""
    fitting = [(old, new) for old, new in SOUNDS if old in word[1:]]
    if not fitting:
        return word
    old, new = chance.choice(fitting)
    return word[0] + word[1:].replace(old, new, 1)


def confused(word: str, chance: random.Random) -> str:
    """Return another word that exists and is taken for this one, or itself."""
    choice = [other.text for other in others(word)]
    return chance.choice(choice) if choice else word


KINDS = {"keyboard": struck, "sound": sounded, "confusion": confused}


def slips(paragraphs: list[str], number: int, seed: int) -> Iterator[tuple[str, str, int, str, str]]:
    """Yield the kind, the misspelt paragraph, where the word stands, the word and what it was."""
    chance = random.Random(seed)
    chance.shuffle(paragraphs)
    made = 0
    for paragraph in paragraphs:
        words = list(WORD.finditer(paragraph))
        kind = tuple(KINDS)[made % len(KINDS)]
        chance.shuffle(words)
        for match in words:
            wrong = KINDS[kind](match[0], chance)
            if wrong != match[0] and known(match[0]) and known(wrong) == (kind == "confusion"):
                yield (
                    kind,
                    paragraph[: match.start()] + wrong + paragraph[match.end() :],
                    match.start(),
                    wrong,
                    match[0],
                )
                made += 1
                break
        if made == number:
            return


def main() -> int:
    """Print what share copydesk finds, and codespell where it is installed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.misspell", description=__doc__)
    parser.add_argument("archive", type=Path, help="a folder of Markdown or text")
    parser.add_argument("--words", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    files = sorted(path for path in options.archive.rglob("*") if path.suffix in (".md", ".markdown", ".txt"))
    texts = (path.read_text("utf-8", errors="replace") for path in files)
    paragraphs = [part for text in texts for part in text.split("\n\n") if PLAIN.fullmatch(part)]
    made = list(slips(paragraphs, options.words, options.seed))
    with tempfile.TemporaryDirectory(prefix="copydesk-benchmark-") as scratch:
        for number, (_, text, *_) in enumerate(made):
            Path(scratch, f"{number:04}.md").write_text(text + "\n", "utf-8")
        rows = {"copydesk": ours(Path(scratch))}
        if find_spec("codespell_lib"):
            rows["codespell"] = theirs(Path(scratch), made)
    total = Counter(kind for kind, *_ in made)
    for name, found in rows.items():
        hits = Counter(kind for number, (kind, _, at, wrong, _) in enumerate(made) if _hit(found, number, at, wrong))
        shares = (f"{kind} {hits[kind]}/{count} ({hits[kind] / count:.0%})" for kind, count in sorted(total.items()))
        print(f"{name:10} {', '.join(shares)}; all {sum(hits.values())}/{len(made)}")
    return 0 if made else 1


def ours(folder: Path) -> set[tuple[int, int, int]]:
    """Return the paragraph and the stretch of every finding of copydesk."""
    command = [sys.executable, "-m", "lint", "check", "--no-cache", "--format", "json", "--select", "typo", folder]
    findings = json.loads(run(command, HOUSE).output)["findings"]
    return {(int(Path(item["path"]).stem), item["column"] - 1, item["end_column"] - 1) for item in findings}


def theirs(folder: Path, made: list[tuple[str, str, int, str, str]]) -> set[tuple[int, int, int]]:
    """Return the same for codespell, which tells the word only."""
    found = set()
    for line in run([sys.executable, "-m", "codespell_lib", folder], HOUSE).output.splitlines():
        path, _, rest = line.partition(".md:")
        number, word = int(Path(path).name), rest.partition(": ")[2].partition(" ==>")[0]
        at = made[number][1].find(word)
        found.add((number, at, at + len(word)))
    return found


def _hit(found: set[tuple[int, int, int]], number: int, at: int, wrong: str) -> bool:
    return any(which == number and start < at + len(wrong) and at < end for which, start, end in found)


if __name__ == "__main__":
    sys.exit(main())
