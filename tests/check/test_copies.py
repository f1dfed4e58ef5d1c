"""A sentence told twice in much the same words, with another figure: what is told and what not."""

import json
import sys

import pytest

from lint.check._copies import Signs, odds
from tests.scratch import run

FIRST = (
    "From its gallery the Orrin lighthouse keeper counted 1,470 seals, a lost dinghy and a drifting buoy in the storm."
)


def told(tmp_path, *said, days):
    """Where figures are told of, in posts with these sentences among many others about the same lighthouse."""
    posts = [(f"2025-06-{day:02}", text) for day, text in zip(days, said, strict=True)]
    posts += [
        (f"2025-{5 + day // 28:02}-{day % 28 + 1:02}", f"The Orrin lighthouse spent {911 + 37 * day} crowns.")
        for day in range(56)
    ]
    posts += [
        (day, f"The Orrin lighthouse has {2300 + 41 * number} steps, boats, gulls and seals around.")
        for number, (day, _) in enumerate(posts)
    ]
    for number, (day, text) in enumerate(posts):
        (tmp_path / f"{number}.md").write_text(f"---\ntitle: Notes {number}\ndate: {day}\n---\n\n{text}\n", "utf-8")
    check = ["check", "--format", "json", "--no-cache", "--select", "figure", "."]
    _, out = run(tmp_path, sys.executable, "-m", "lint", *check)
    return [
        (item["path"], item["excerpt"])
        for item in json.loads(out[out.index("{") :])["findings"]
        if item["path"] in [f"{number}.md" for number in range(len(said))]
    ]


@pytest.mark.parametrize(
    ("second", "figure"),
    [
        (FIRST.replace("1,470", "1,740"), "1,740"),
        (FIRST.replace("1,470", "8,470"), "8,470"),
        (
            "The Orrin lighthouse keeper counted 7,470 seals in the storm, besides a lost dinghy and a drifting buoy.",
            "7,470",
        ),
    ],
)
def test_one_figure_of_a_copied_sentence_is_another(tmp_path, second, figure):
    assert told(tmp_path, FIRST, second, days=(3, 4)) == [("1.md", figure)]


@pytest.mark.parametrize(
    ("second", "days"),
    [
        (FIRST, (3, 4)),
        (FIRST.replace("1,470", "1,740"), (3, 12)),
        (FIRST.replace("1,470", "1,740").replace("keeper", "keeper Brenna Holt").replace("Orrin", "Sarn"), (3, 4)),
        (FIRST.replace("1,470", "1,740").replace("in the storm", "in the storm today"), (3, 4)),
        (FIRST.replace("counted 1,470", "may have counted 1,740"), (3, 4)),
        (FIRST.replace("1,470 seals", "1,740 terns"), (3, 4)),
    ],
    ids=("agrees", "later", "another name", "of the day", "not certain", "another noun"),
)
def test_a_copy_may_differ(tmp_path, second, days):
    assert told(tmp_path, FIRST, second, days=days) == []


def test_a_form_that_is_filled_in_each_day(tmp_path):
    said = [FIRST.replace("1,470", figure) for figure in ("1,470", "1,740", "1,655")]
    assert told(tmp_path, *said, days=(3, 4, 5)) == []


def test_two_figures_of_a_copy_are_others(tmp_path):
    said = [
        FIRST.replace("1,470", figure).replace("a lost", f"{other} lost")
        for figure, other in (("1,470", "310"), ("1,740", "130"))
    ]
    assert told(tmp_path, *said, days=(3, 4)) == []


@pytest.mark.parametrize(("place", "figure"), [(2, "1,740"), (2, "1,570"), (5, "1,740")])
def test_one_of_many_copies_is_another(tmp_path, place, figure):
    said = [FIRST.replace("1,470", figure if number == place else "1,470") for number in range(6)]
    assert told(tmp_path, *said, days=range(2, 28, 5)) == [(f"{place}.md", figure)]


@pytest.mark.parametrize(("places", "figure"), [((3, 4, 5), "1,740"), ((5,), "1,570")])
def test_many_copies_are_brought_up_to_date(tmp_path, places, figure):
    said = [FIRST.replace("1,470", figure if number in places else "1,470") for number in range(6)]
    assert told(tmp_path, *said, days=range(2, 28, 5)) == []


def test_what_speaks_for_a_slip_makes_it_likelier():
    plain = Signs(0.9, beside=True)
    assert odds(plain._replace(swap=True, at_once=True)) > odds(plain._replace(swap=True)) > odds(plain)
    assert odds(plain) > odds(plain._replace(far=True)) > odds(plain._replace(far=True, more=True))
    assert odds(plain._replace(swap=True)) > 0.6 > odds(plain._replace(more=True))
