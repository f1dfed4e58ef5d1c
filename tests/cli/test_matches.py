"""When two results are of one match: sides, stage, competition and day; and what is told of them then."""

import json

import pytest

POST = "---\ntitle: {title}\n{date}---\n\n{text}\n"


@pytest.fixture
def told(scratch):
    """Return the figure conflicts between two posts, each given as its text and its day ("" for none)."""

    def run(one, other, days=("2025-03-02", "2025-03-03"), title="Of a match"):
        for name, text, day in zip("ab", (one, other), days, strict=True):
            date = f"date: {day}\n" if day else ""
            scratch.write(f"{name}.md", POST.format(title=f"{title} {name}", date=date, text=text))
        done = scratch("check", "--format", "json", "--no-cache", "--select", "figure", ".")
        return [item for item in json.loads(done.out)["findings"] if item["rule"] == "figure-conflict"]

    return run


ONE = "Tarnby beat Wexham 3-1 on Saturday."
CONFLICTS = [
    (ONE, "Wexham lost 3-2 to Tarnby on Saturday."),
    (ONE, "Wexham beat Tarnby 3-1 on Saturday."),
    (ONE, "Tarnby drew 1-1 with Wexham on Saturday."),
    ("Ireland beat Italy 37-11.", "Italy lost 11-31 to the Irish."),
    ("Brandt beat Osmund 6-4 3-6 7-5.", "Tom Osmund lost 4-6 6-2 5-7 to Jan Brandt."),
    ("Tarnby won 2-1 against Wexham in the Harbour Cup.", "Wexham lost 3-1 to Tarnby in the Harbour Cup."),
    ("Tarnby led Wexham 2-0 at half-time on Saturday.", "Tarnby had a 1-0 half-time lead over Wexham on Saturday."),
    ("Tarnby beat Wexham by two wickets on Saturday.", "Wexham lost to Tarnby by three wickets on Saturday."),
    ("4 - Jan Brandt (Norway) beat Tom Osmund (U.S.) 6-4 6-7 (3-7) 7-5", "Jan Brandt beat Tom Osmund 6-4 6-7 7-6."),
    (
        "Brandt won 6-4 7-5 against Osmund in the Harbour Open.",
        "Osmund fell 6-4 7-6 to Brandt in the Harbour Open final.",
    ),
]


@pytest.mark.parametrize(("one", "other"), CONFLICTS)
def test_two_results_of_one_match(told, one, other):
    [found] = told(one, other)
    assert found["path"] == "b.md"
    assert [item["path"] for item in found["related"]] == ["a.md"]


SILENT = [
    (ONE, "Wexham lost 1-3 to Tarnby on Saturday."),
    (ONE, "Tarnby beat Wexham 2-1 on Sunday."),
    (ONE, "Tarnby led Wexham 2-1 at half-time on Saturday."),
    (ONE, "Tarnby beat Wexham 5-3 on aggregate on Saturday."),
    (ONE, "Tarnby beat Wexham 4-2 on penalties on Saturday."),
    (ONE, "Tarnby's under-21 side beat Wexham 4-0 on Saturday."),
    (ONE, "Tarnby beat Wexham 3-2 (halftime 1-1) in an under-21 match on Saturday."),
    (ONE, "Tarnby beat Wexham 4-0 last season."),
    (ONE, "Tarnby could beat Wexham 4-0 on Saturday."),
    (ONE, "Tarnby are 5-2 to beat Wexham on Saturday."),
    (ONE, "Tarnby lead the series with Wexham 3-2."),
    (ONE, "Tarnby City beat Fenwick 4-0 on Saturday."),
    (ONE, "Tarnby beat Wexham by two goals on Saturday."),
    ("Tarnby beat Wexham 2-1 in the Harbour Cup.", "Tarnby beat Wexham 3-1 in the Western League."),
    ("Tarnby beat Wexham 2-1 in the semi-final.", "Tarnby beat Wexham 3-0 in the final."),
    ("The Tigers beat the Sharks 101-98 in game three.", "The Tigers beat the Sharks 91-98 in game four."),
    ("Tarnby beat Wexham 4-2.", "Tarnby beat Wexham 6-3."),
    ("Ada Brandt beat Osmund 6-4 6-3.", "Eva Brandt beat Osmund 6-4 6-2."),
    ("Tarnby beat Wexham 5-3.", "Tarnby beat Wexham 5-3 on Friday and 4-3 on Sunday. Wexham lost 4-3 to Tarnby."),
]


BY_DAY = "{who} on {day}.\n\nIn Wexham, Jan Brandt hit twice as the Tarnby Rovers shut out the Wexham Tigers {score}."


def test_a_post_is_of_the_day_that_it_begins_with(told):
    """Sides that meet day after day: a round-up tells its day once."""
    saturday = BY_DAY.format(who="Osmund beat Fenwick 9-4", day="Saturday", score="6-0")
    days = ("2025-03-02", "2025-03-02")
    assert told(saturday, BY_DAY.format(who="Osmund beat Fenwick 7-1", day="Sunday", score="7-0"), days) == []
    [found] = told(saturday, BY_DAY.format(who="Osmund beat Fenwick 9-4", day="Saturday", score="7-0"), days)
    assert found["excerpt"] == "7-0"


def test_the_less_ties_two_results_the_less_likely_is_one_wrong(told):
    told_by = [(" on Saturday", "16-11"), (" in the Harbour Cup", "16-11"), ("", "16-11"), (" on Saturday", "25-3")]
    sure = [
        told(f"Wexham lost 16-10 to Tarnby{when}.", f"Tarnby beat Wexham {score}{when}.")[0]["confidence"]
        for when, score in told_by
    ]
    assert sure == sorted(sure, reverse=True)
    assert len(set(sure)) == len(sure)
    assert told("Wexham lost 16-10 to Tarnby.", "Tarnby beat Wexham 25-3.") == []


@pytest.mark.parametrize(("one", "other"), SILENT)
def test_results_of_two_matches_and_parts(told, one, other):
    assert told(one, other) == []


def test_matches_far_apart_are_two(told):
    assert told("Tarnby beat Wexham 3-1.", "Tarnby beat Wexham 3-2.", ("2025-03-02", "2025-04-20")) == []
    assert told("Tarnby beat Wexham 3-1.", "Tarnby lost 3-1 to Wexham.", ("2025-03-02", "2026-03-02")) == []


def test_posts_without_a_date_need_more_than_two_names(told):
    none = ("", "")
    assert told("Tarnby beat Wexham 3-1.", "Tarnby beat Wexham 2-1.", none) == []
    assert told("Tarnby beat Wexham 3-1 on Saturday.", "Tarnby beat Wexham 2-1 on Saturday.", none) != []
    assert (
        told("Tarnby beat Wexham 3-1 in the Harbour Cup.", "Wexham lost 2-1 to Tarnby in the Harbour Cup.", none) != []
    )
    assert told("Ireland beat Italy 37-11.", "Italy lost 31-11 to Ireland.", none) != []


def test_a_title_and_its_text(scratch):
    text = POST.format(title="Tarnby 2-1 Wexham", date="", text="Wexham lost 3-1 to Tarnby on Saturday.")
    scratch.write("a.md", text)
    done = scratch("check", "--format", "json", "--no-cache", "--select", "figure", ".")
    [found] = json.loads(done.out)["findings"]
    assert (found["line"], found["related"][0]["line"]) == (5, 2)


def test_why(scratch):
    scratch.write("a.md", POST.format(title="A", date="date: 2025-03-02\n", text=ONE))
    scratch.write(
        "b.md", POST.format(title="B", date="date: 2025-03-03\n", text="Wexham lost 3-2 to Tarnby on Saturday.")
    )
    out = scratch("check", "--why", "--no-cache", ".").out
    assert "Tarnby (result): 3-2 here, but 3-1" in out
    assert "“3-1” stands for 3-1; “3-2” stands for 3-2: they do not meet" in out


def test_the_ledger_shows_results_of_one_match_together(scratch):
    for name, text in (("a", ONE), ("b", "Wexham lost 1-3 to Tarnby on Saturday.")):
        scratch.write(f"{name}.md", POST.format(title=name, date="date: 2025-03-02\n", text=text))
    assert scratch("claims", "--entity", "Tarnby United", "--no-cache").out.splitlines() == [
        "Tarnby, Wexham: result",
        "  2025-03-02  3-1 (2025-03-01)  a.md:6",
        "  2025-03-02  1-3 (2025-03-01)  b.md:6",
    ]
    table = scratch("claims", "--table", "--format", "json", "--no-cache").out
    [value] = json.loads(table)["facts"][0]["values"]
    assert value["notations"] == ["3-1", "1-3"]
