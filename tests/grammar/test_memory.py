"""What engines said is kept by paragraph, forgotten in the end, and never in the way."""

from lint.grammar import memory
from lint.grammar.memory import Memory
from lint.grammar.remark import Remark

SAID = [Remark(0, 2, "ID", "GRAMMAR", "wrong", ("a", "b"))]


def test_what_was_said_is_known_the_next_time(tmp_path):
    with Memory(tmp_path) as kept:
        kept.keep(b"1", SAID)
        kept.keep(b"2", [])
    with Memory(tmp_path) as kept:
        assert kept.recall([b"1", b"2", b"3"]) == {b"1": SAID, b"2": []}


def test_many_are_recalled_at_once():
    with Memory(None) as kept:
        for number in range(1200):
            kept.keep(str(number).encode(), [])
        assert len(kept.recall(str(number).encode() for number in range(1300))) == 1200


def test_what_nobody_asked_for_in_a_long_time_is_forgotten(tmp_path, monkeypatch):
    with Memory(tmp_path) as kept:
        kept.keep(b"old", [])
        kept.keep(b"used", [])
    later = memory.time.time() + 100 * memory.DAY
    monkeypatch.setattr(memory.time, "time", lambda: later)
    with Memory(tmp_path) as kept:
        assert kept.recall([b"used"]) == {b"used": []}
    with Memory(tmp_path) as kept:
        assert kept.recall([b"old", b"used"]) == {b"used": []}


def test_a_damaged_file_is_made_anew(tmp_path):
    (tmp_path / memory.NAME).write_bytes(b"this is no database, and long enough to be looked at" * 100)
    with Memory(tmp_path) as kept:
        kept.keep(b"1", SAID)
        assert kept.recall([b"1"]) == {b"1": SAID}


def test_without_a_folder_nothing_is_written(tmp_path):
    with Memory(tmp_path / "none") as kept:
        kept.keep(b"1", SAID)
    assert list(tmp_path.iterdir()) == []
