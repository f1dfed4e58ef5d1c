"""A baseline holds back what it lists, and nothing new."""

import json

TEXT = "We utilize it.\n\nWe utilize it.\n"


def told(desk, *arguments, **options):
    done = desk.json("--baseline", "base.json", *arguments, **options)
    return [(item["path"], item["line"]) for item in done.report["findings"]]


def test_what_it_lists_is_held_back_wherever_it_moves(desk):
    desk.write("posts/a.md", TEXT)
    assert desk("check", "--write-baseline", "base.json").code == 0
    assert told(desk) == []
    desk.write("posts/a.md", "New first line.\n\n" + TEXT + "\nWe utilize it.\n")
    assert told(desk) == [("posts/a.md", 7)]
    done = desk("check", "--baseline", "base.json")
    assert done.code == 1
    assert "2 held back by the baseline" in done.out


def test_it_is_the_same_from_every_folder(desk):
    desk.write("posts/a.md", TEXT)
    desk("check", "--write-baseline", "../base.json", "a.md", cwd="posts")
    assert told(desk) == []


def test_its_lines_are_sorted_and_name_the_finding(desk):
    desk.write("posts/b.md", TEXT)
    desk.write("posts/a.md", TEXT)
    desk("check", "--write-baseline", "base.json")
    text = (desk.folder / "base.json").read_text("utf-8")
    rows = json.loads(text)["findings"]
    assert [row["path"] for row in rows] == ["posts/a.md"] * 2 + ["posts/b.md"] * 2
    assert len(text.splitlines()) == len(rows) + 2
    assert {row["rule"] for row in rows} == {"house-terms"}


def test_a_file_that_is_none_is_named(desk):
    desk.write("posts/a.md", TEXT)
    desk.write("base.json", "[1]")
    done = desk("check", "--baseline", "base.json")
    assert done.code == 2
    assert "base.json: this is no baseline" in done.err
    assert desk("check", "--baseline", "none.json").code == 2
    assert desk("check", "--baseline", "base.json", "--write-baseline", "base.json").code == 2
