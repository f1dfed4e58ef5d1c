"""A made-up publication of any size, the same every time: posts about invented companies, with figures and notes."""

import datetime as dt
import os
import random
import time
from pathlib import Path

import yaml

WORDS: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("words.yaml").read_text("utf-8"))
START = dt.date(2012, 1, 3)
DRAFT = """---
title: A Second Look
date: {day}
---

{claim}

It was the talk of the quay for a week, and then the ice came.
"""


def write(folder: Path, posts: int, seed: int = 7) -> tuple[Path, Path]:
    """Write a publication of so many posts; return its first post and a draft that contradicts the last one.

    The files bear yesterday's time, as an archive does: a file written this very second could still change unseen.
    """
    random_ = random.Random(seed)
    companies = [f"{a}{b} {trade}" for a in WORDS["first"] for b in WORDS["last"] for trade in WORDS["trades"]]
    random_.shuffle(companies)
    (folder / "copydesk.yaml").write_text("include: [posts/, drafts/]\ndrafts: [drafts/]\n", "utf-8")
    (folder / "posts").mkdir()
    (folder / "drafts").mkdir()
    paths = []
    for number in range(posts):
        day = START + dt.timedelta(days=number * 2)
        path = folder / "posts" / f"{day}-post-{number}.md"
        path.write_text(_post(random_, number, day, companies), "utf-8")
        paths.append(path)
    last = START + dt.timedelta(days=posts * 2)
    before, after = (f"Norwind will invest ${sum_} billion in Kestrel Grid." for sum_ in (40, 60))
    with paths[-1].open("a", encoding="utf-8") as file:
        file.write(f"\n{before}\n")
    draft = folder / "drafts" / "second-look.md"
    draft.write_text(DRAFT.format(day=last, claim=after), "utf-8")
    yesterday = time.time() - 86_400
    for path in (*paths, draft):
        os.utime(path, (yesterday, yesterday))
    return paths[0], draft


def _post(random_: random.Random, number: int, day: dt.date, companies: list[str]) -> str:
    """One post of some 600 words: paragraphs, a few figures, a note, and now and then a list of earlier posts."""
    paragraphs = [_paragraph(random_, companies, day.year) for _ in range(random_.randint(6, 12))]
    paragraphs[0] += "[^1]"
    if number > 10 and number % 5 == 0:
        earlier = "\n".join(f"- [Post {n} of the year](/{n}/)" for n in random_.sample(range(number), 3))
        paragraphs.append(f"## Previously\n\n{earlier}")
    body = "\n\n".join(paragraphs)
    note = _sentence(random_)
    return f"---\ntitle: Post {number} of the year\ndate: {day}\npermalink: /{number}/\n---\n\n{body}\n\n[^1]: {note}\n"


def _paragraph(random_: random.Random, companies: list[str], year: int) -> str:
    sentences = [_sentence(random_) for _ in range(random_.randint(3, 6))]
    if random_.random() < 0.6:
        a, b = random_.sample(companies, 2)
        figures = {"n": random_.randint(11, 990), "p": random_.randint(3, 97), "year": year - 1}
        sentences.insert(
            random_.randrange(len(sentences)), random_.choice(WORDS["relations"]).format(a=a, b=b, **figures)
        )
    return " ".join(sentences)


def _sentence(random_: random.Random) -> str:
    text = " ".join(random_.choice(WORDS[column]) for column in ("subjects", "verbs", "objects", "ends"))
    return f"{text[0].upper()}{text[1:]}."
