"""Weekdays beside dates, and dates that there are not."""

import pytest

from lint.model.errors import OptionError


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Come on Friday, March 3, 2024.", ["Friday, March 3, 2024"]),
        ("Come on friday, March 3rd 2024.", ["friday, March 3rd 2024"]),
        ("Come on Fri., 3 Mar. 2024.", ["Fri., 3 Mar. 2024"]),
        ("Come on Friday the 3rd of March, 2024.", ["Friday the 3rd of March, 2024"]),
        ("Come on Friday (March 3, 2024).", ["Friday (March 3, 2024)"]),
        ("Come on March 3, 2024 (a Friday).", ["March 3, 2024 (a Friday)"]),
        ("Come on *Friday*, [March 3, 2024](x.html).", ["Friday*, [March 3, 2024"]),
        ("Fri 2024-03-03 and 2024-03-04 Sun", ["Fri 2024-03-03", "2024-03-04 Sun"]),
        ("Come on Friday 13/3/2023.", ["Friday 13/3/2023"]),
        ("Friday\nMarch 3, 2024", ["Friday\nMarch 3, 2024"]),
        ("Friday and Saturday, 3 and 4 March 2024", ["Friday and Saturday, 3 and 4 March 2024"]),
        ("Friday, March 3 to Sunday, March 6, 2024", ["Sunday, March 6, 2024"]),
    ],
)
def test_a_weekday_that_is_another(excerpts, text, found):
    assert excerpts("weekday", text + "\n") == found


@pytest.mark.parametrize(
    "text",
    [
        "Friday, February 30, 2024",
        "Friday 3/4/2024, Friday 3/3/24, Friday 3/3",
        "Fridays, March 3, 2024; Friday's March 3, 2024; Black-Friday, March 3, 2024",
        "We close on Friday. March 3, 2024 is the day.",
        "Thursday or Friday, March 3, 2024",
        "Monday to Friday, March 3–29, 2024",
        "Friday, 30 February to 3 March 2024",
        "Monday, May 14, 1751",
        "Freitag, 3. März 2024. Am Sonntag ist der Laden zu, und das bleibt auch so, wie wir schon oft gesagt haben.",
        "He sat May 3, 2024. They wed May 4, 2024. The sun, March 4, 2024.",
    ],
)
def test_what_is_right_or_may_be(excerpts, text):
    assert excerpts("weekday", text + "\n") == []


@pytest.mark.parametrize(
    ("date", "near", "found"),
    [
        ("2024-02-20", 150, ["Friday, March 3"]),
        ("2024-02-20", 10, []),
        ("2024-02-20", 0, []),
        ("2023-12-28", 150, ["Friday, March 3"]),
        ("2022-05-02", 150, []),  # a Friday in the next year
        ("2024-10-02", 150, []),  # too far, on both sides
    ],
)
def test_the_day_of_the_post_tells_the_year(excerpts, date, near, found):
    text = f"---\ndate: {date}\n---\nThe fair is on Friday, March 3.\n"
    assert excerpts("weekday", text, near=near) == found


def test_a_date_without_a_year_is_worth_a_look_only(hits):
    text = "---\ndate: 2024-02-20\n---\nOn Friday, March 3. On Friday, March 3, 2024, as we said.\n"
    first, second = hits("weekday", text.replace(". On", ".\n\nOn"))
    assert (first.severity, second.severity) == ("warning", None)


def test_what_may_be_meant_is_said(hits):
    (hit,) = hits("weekday", "On Tuesday, December 31, 2023.\n")
    assert hit.words == {
        "date": "December 31, 2023",
        "right": "Sunday",
        "written": "Tuesday",
        "hint": "; December 31, 2024 would be",
    }
    (hit,) = hits("weekday", "On Monday, December 31, 2023.\n")
    assert hit.words["hint"] == "; January 1, 2024 would be"
    assert hit.suggestions == ()


def test_either_calendar_before_one_year(excerpts):
    assert excerpts("weekday", "On Wednesday, 7 November 1917; on Wednesday, 25 October 1917.\n") == []
    text = "On Wednesday, 25 October 1917.\n"
    assert excerpts("weekday", text, since=1900) == ["Wednesday, 25 October 1917"]


def test_a_span_of_days_no_reader_could_tell_is_refused(hits):
    with pytest.raises(OptionError):
        hits("weekday", "x\n", near=200)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Due on June 31.", ["June 31"]),
        ("Due 2023-02-29T10:00.", ["2023-02-29"]),
        ("| Due |\n| --- |\n| 31 April 2023 |", ["31 April 2023"]),
        ("Due Sept. 31st (Monday, September 31).", ["Sept. 31st", "September 31"]),
        ("Due March 99th, 2024.", ["March 99th, 2024"]),
        ("From June 28 to June 31, 2024.", ["June 31, 2024"]),
        ("In June 31, 2024 is a good number.", ["June 31, 2024"]),
    ],
)
def test_a_day_that_is_none(excerpts, text, found):
    assert excerpts("impossible", text + "\n") == found


@pytest.mark.parametrize(
    "text",
    [
        "In June 31 died; the June 31 of them; on June 31 people died; by June 31 had died.",
        "February 29, 2000; February 29, 1896; 29 February 2024; February 29",
        "No. 31 June 2023; (31 June boats); chapter 30 February 2023",
        "2023-02-30.txt, a/2023-02-30/b, x2023-02-30, 2023-02-30-1, a_2023-02-30",
        "> Due on June 31, 2023, it says.",
        "    due 2023-02-30",
        "Page March 45, 20240; 12/32/2023",
    ],
)
def test_what_is_no_date_or_a_day(excerpts, text):
    assert excerpts("impossible", text + "\n") == []


def test_words_about_wrong_dates_are_an_option(excerpts):
    text = "It was the odd day of June 31, 2023.\n"
    assert excerpts("impossible", text) == ["June 31, 2023"]
    assert excerpts("impossible", text, about=["odd day"]) == []


@pytest.mark.parametrize(
    "text",
    [
        "Fri, 3 Mar 2023 " * 9_000,
        "Fri–" * 20_000 + "Fri, 3 Mar 2023",
        "| Fri | " + "3 March 2023, " * 9_000 + " |\n| --- | --- |\n| Fri | 3 March 2023 |\n",
        '"3 March 2023 ' * 9_000,
        " 99, 2024" * 20_000,
        "Friday 3 March\n" * 9_000,
    ],
)
def test_hostile_text_ends(hits, text):
    text = "---\ndate: 2023-02-02\n---\n" + text + "\n"
    assert hits("weekday", text) == []
    assert hits("impossible", text) == []
