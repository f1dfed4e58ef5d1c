"""python -m benchmarks.extraction ARCHIVE: how fast figures and claims are taken out of posts, on one core."""

import argparse
import gc
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from msgspec import structs

from lint.extract.claims import statements
from lint.extract.passages import Passage, passages, quantities
from lint.model.post import Post
from lint.read import files, read
from lint.sentences import sentences

AIM = 6.0


def main() -> int:
    """Print megabytes of text a second of processor time. Returns 1 where there is nothing to read."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.extraction", description=__doc__)
    parser.add_argument("archive", type=Path, help="a folder of posts")
    parser.add_argument("--rounds", type=int, default=3, help="how often the posts are gone through")
    parser.add_argument("--files", type=int, default=3000, help="how many files are taken at most")
    options = parser.parse_args()
    folder = options.archive.resolve()
    posts = [
        post
        for path in files.find(folder, folder, [], [])[: options.files]
        for post in read(path.name, path.read_bytes())
        if any(block.prose.text for block in post.blocks)
    ]
    if not posts:
        print("no posts here")
        return 1
    size = sum(len(block.prose.text.encode("utf-8", "surrogatepass")) for post in posts for block in post.blocks) / 1e6
    print(f"{len(posts):,} posts, {size:.1f} MB of text")
    print(f"figures: {size / _seconds(_figures, posts, options.rounds):.1f} MB/s")
    speed = size / _seconds(_claims, posts, options.rounds)
    print(f"figures and claims: {speed:.1f} MB/s (aim: {AIM:.0f}: {'met' if speed >= AIM else 'MISSED'})")
    _bare(posts, options.rounds)
    return 0


def _figures(post: Post) -> list[Passage]:
    found = passages(post)
    quantities(post, found)
    return found


def _claims(post: Post) -> object:
    return statements(post, _figures(post))


def _bare(posts: list[Post], rounds: int) -> None:
    """Print what share of the sentences tells a number or a date, and what one costs in a block without any."""
    every = figured = spared = 0
    without: list[Post] = []
    for post in posts:
        told = [passage.number for passage in passages(post)]
        kept = [block for at, block in enumerate(post.blocks) if block.role != "code" and at not in set(told)]
        every += sum(len(sentences(block.prose.flat)) for block in post.blocks if block.role != "code")
        figured += len(told)
        spared += sum(len(sentences(block.prose.flat)) for block in kept)
        without.append(structs.replace(post, blocks=tuple(kept)))
    if spared:
        micro = _seconds(_claims, without, rounds) / spared * 1e6
        print(f"{figured / every:.0%} of {every:,} sentences tell a number; one beside none costs {micro:.2f} µs")


def _seconds(work: Callable[[Post], object], posts: list[Post], rounds: int) -> float:
    return median(_round(work, posts) for _ in range(rounds))


def _round(work: Callable[[Post], object], posts: list[Post]) -> float:
    gc.collect()
    begun = time.process_time()
    for post in posts:
        work(post)
    return time.process_time() - begun


if __name__ == "__main__":
    sys.exit(main())
