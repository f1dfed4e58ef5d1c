from concurrent.futures import ThreadPoolExecutor

import pytest

from lint.lexicon import slips, tables


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    monkeypatch.setattr("platformdirs.user_cache_path", lambda name: tmp_path / name)
    return tmp_path / "copydesk"


def test_a_table_is_made_once_and_kept(shelf):
    made = []

    def make():
        made.append(1)
        return b"table"

    assert [tables.kept("some", make) for _ in range(3)] == [b"table"] * 3
    assert made == [1]
    assert [path.read_bytes() for path in shelf.iterdir()] == [b"table"]


def test_where_nothing_can_be_kept_the_table_is_made_in_memory(shelf):
    shelf.write_text("a file where the folder should be")
    assert tables.kept("some", lambda: b"table") == b"table"


def test_several_makers_at_once_leave_one_whole_table(shelf):
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda number: tables.kept("some", lambda: bytes([number]) * 100_000), range(8)))
    (path,) = shelf.iterdir()
    assert path.read_bytes() in answers
    assert all(len(set(answer)) == 1 for answer in answers)


def test_misspellings_are_asked_for_all_at_once():
    found = slips.ask(["colour", "recieve", "teh", "zebra"])
    assert found["recieve"] == ("receive",)
    assert found["teh"] == ("the",)
    assert set(found) == {"recieve", "teh"}


def test_without_the_program_nothing_is_a_listed_slip(monkeypatch):
    monkeypatch.setattr(slips, "binary", lambda: None)
    assert slips.ask(["recieve"]) == {}


def test_a_program_of_the_same_name_that_is_another_is_survived(tmp_path, monkeypatch):
    monkeypatch.setattr(slips, "binary", lambda: tmp_path / "missing")
    assert slips.ask(["recieve"]) == {}
