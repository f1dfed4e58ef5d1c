"""The index is a cache: deleting it, editing posts in any order, or looking at one draft only changes no finding."""

import os
import random
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec
import pytest

import lint.learn
from lint.cli._setup import Setup, job
from lint.learn import BATCH
from lint.model.job import File
from lint.rulebook import shipped
from lint.rulebook.choice import choose
from lint.rulebook.config import read as read_config
from lint.run import FOLDER, collect, run

FIRMS = ["Acme", "Brightwell", "Corvid", "Dunmore", "Elmstead", "Farrow"]


def post(number, firm, amount, day):
    head = f"---\ntitle: Post {number}\ndate: 2025-03-{day:02}\n---\n"
    return f"{head}\n{firm} raised ${amount} million in its seed round.\n"


@pytest.fixture
def publication(tmp_path):
    """Twelve posts; every second one contradicts the one before."""
    (tmp_path / "copydesk.yaml").write_text("exclude: []\n", "utf-8")
    for number in range(12):
        text = post(number, FIRMS[number // 2], 40 + number % 2 * 7, 1 + number)
        (tmp_path / f"{number:02}.md").write_text(text, "utf-8")
    return tmp_path


def findings(root, paths=None, cache=True, jobs=1, rules=("figure",)):
    config, _ = read_config(root / "copydesk.yaml")
    chosen = choose(shipped(), config, tuple(rules))
    work = job(Setup(config, tuple(shipped())), paths or [root], chosen, cache=cache, jobs=jobs)
    return [plain(item) for item in run(work).findings]


def plain(finding):
    return msgspec.json.encode(finding)


def pairs(found):
    """Each contradiction as the set of its two places."""
    data = [msgspec.json.decode(item) for item in found]
    return {frozenset([item["path"], other["path"]]) for item in data for other in item["related"]}


def test_the_posts_do_contradict_each_other(publication):
    assert len(findings(publication, cache=False)) == 6


def test_deleting_the_index_changes_nothing(publication):
    fresh = findings(publication)
    again = findings(publication)
    for path in (publication / FOLDER).iterdir():
        path.unlink()
    assert fresh == again == findings(publication) == findings(publication, cache=False)


def test_a_draft_by_itself_knows_what_the_whole_run_knows(publication):
    whole = pairs(findings(publication))
    for path in sorted(publication.glob("*.md")):
        alone = findings(publication, [path])
        assert pairs(alone) == {pair for pair in whole if path.name in pair}
        assert all(msgspec.json.decode(item)["path"] == path.name for item in alone)


def test_any_order_of_edits_ends_in_the_same_findings(publication):
    paths = sorted(publication.glob("*.md"))
    new = {path: post(number, FIRMS[number % 6], 40 + number % 3, 20 - number) for number, path in enumerate(paths)}
    results = []
    before = {path: path.read_text("utf-8") for path in paths}
    for seed in range(3):
        for path, text in before.items():
            path.write_text(text, "utf-8")
        findings(publication)
        order = random.Random(seed).sample(paths, len(paths))
        for path in order:
            path.write_text(new[path], "utf-8")
            findings(publication, [path])
        paths[0].unlink()
        results.append(findings(publication))
        paths[0].write_text(before[paths[0]], "utf-8")
    paths[0].unlink()
    assert results[0] == results[1] == results[2] == findings(publication, cache=False)


def test_what_a_post_teaches_of_names_goes_with_it(publication):
    """Another post's short form holds while it is there, and until a second body has it too."""
    for path in publication.glob("*.md"):
        path.unlink()
    said = {
        "a": "The Quorra Bay Line (QBL) sailed.",
        "b": "The Quorra Bay Line raised $41 million.",
        "c": "QBL raised $14 million.",
        "d": "Quintrell Boat Lease (QBL) sailed.",
    }

    def write(name):
        (publication / f"{name}.md").write_text(f"---\ntitle: {name}\ndate: 2025-03-03\n---\n\n{said[name]}\n", "utf-8")
        return findings(publication)

    assert [len(write(name)) for name in "cbad"] == [0, 0, 1, 0]
    assert findings(publication, cache=False) == []
    (publication / "d.md").unlink()
    assert findings(publication) == findings(publication, cache=False) != []
    (publication / "a.md").unlink()
    assert findings(publication) == []


def test_more_workers_and_another_order_change_nothing(publication):
    assert findings(publication, cache=False, jobs=1) == findings(publication, cache=False, jobs=3)
    paths = sorted(publication.glob("*.md"))
    assert findings(publication, paths[::-1]) == findings(publication, paths)


def test_a_narrowed_run_does_not_spoil_the_next(publication):
    (publication / "00.md").write_text(
        "I saw the the cat.\n\n<!-- copydesk-disable-next-line typo -->\nFine.\n", "utf-8"
    )
    every = findings(publication, rules=())
    findings(publication, rules=("figure",))
    assert findings(publication, rules=()) == every


@pytest.mark.parametrize("damage", [b"", b"not a database at all, but long enough to look at" * 50])
def test_a_damaged_index_is_made_anew(publication, damage):
    before = findings(publication)
    (publication / FOLDER / "index.db").write_bytes(damage)
    assert findings(publication) == before


def test_an_index_of_another_version_is_made_anew(publication):
    before = findings(publication)
    with sqlite3.connect(publication / FOLDER / "index.db") as db:
        db.execute("UPDATE meta SET value = 'another'")
        db.execute("DELETE FROM claim")
    db.close()
    assert findings(publication) == before


def test_several_processes_at_once_agree(publication):
    command = [sys.executable, "-m", "lint", "check", "--format", "json", "--select", "figure", "--fail-on", "never"]

    env = {**os.environ, "PYTHONPATH": str(Path(lint.__file__).parent.parent)}

    def once(_):
        done = subprocess.run(command, cwd=publication, env=env, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return [item["path"] for item in msgspec.json.decode(done.stdout)["findings"]]

    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(once, range(4)))
    assert all(result == results[0] for result in results)
    assert len(results[0]) == 6


def test_a_run_killed_half_way_leaves_an_index_that_works(publication, monkeypatch):
    monkeypatch.setattr(lint.learn, "BATCH", 3)
    look, seen = lint.learn._look, []

    def killed(task):
        seen.append(task)
        if len(seen) > 7:
            raise KeyboardInterrupt
        return look(task)

    monkeypatch.setattr(lint.learn, "_look", killed)
    with pytest.raises(KeyboardInterrupt):
        findings(publication)
    monkeypatch.undo()
    assert BATCH > 3
    assert findings(publication) == findings(publication, cache=False)


def test_an_index_that_cannot_be_written_is_done_without(publication):
    (publication / FOLDER).write_text("in the way\n", "utf-8")
    assert len(findings(publication)) == 6


def test_the_index_is_not_committed_by_accident(publication):
    findings(publication)
    assert (publication / FOLDER / ".gitignore").read_text("utf-8") == "*\n"
    assert all(isinstance(item, File) and FOLDER not in item.key for item in collect([publication], publication))
