"""Dates and periods, each with its normal form."""

import datetime as dt

import pytest

from lint.extract.dates import dates, relative

TODAY = dt.date(2025, 8, 20)


@pytest.mark.parametrize(
    ("text", "found", "value"),
    [
        ("on March 29, 2024", "March 29, 2024", "2024-03-29"),
        ("on 29 March 2024", "29 March 2024", "2024-03-29"),
        ("on Sept. 3", "Sept. 3", "09-03"),
        ("Friday, March 3: bread", "March 3", "03-03"),
        ("on the 3rd of May", "3rd of May", "05-03"),
        ("since June of 2018", "June of 2018", "2018-06"),
        ("on 2024-11-05", "2024-11-05", "2024-11-05"),
        ("in 2019,", "2019", "2019"),
        ("in Q3 2024", "Q3 2024", "2024-Q3"),
        ("in the fourth quarter of 2024", "fourth quarter of 2024", "2024-Q4"),
        ("second-quarter sales", "second-quarter", "2025-Q2"),
        ("the fourth quarter", "fourth quarter", "2024-Q4"),
        ("the June quarter", "June quarter", "2025-Q2"),
        ("in the three months to September 2024", "three months to September 2024", "2024-Q3"),
        ("the nine months ended September 2024", "nine months ended September 2024", "2024-09/9"),
        ("in fiscal 2026", "fiscal 2026", "FY2026"),
        ("in the first half of 2023", "first half of 2023", "2023-H1"),
    ],
)
def test_written(text, found, value):
    [moment] = dates(text, 0, len(text), TODAY)
    assert (text[moment.start : moment.end], moment.value) == (found, value)


@pytest.mark.parametrize(
    "text", ["2,019 people", "$2019", "2019 people", "2024.5", "a 2024-pound bell", "v2024", "may 5 come"]
)
def test_not_a_date(text):
    assert dates(text, 0, len(text), TODAY) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("last year", "2024"),
        ("this year", "2025"),
        ("last quarter", "2025-Q2"),
        ("last month", "2025-07"),
        ("today", "2025-08-20"),
    ],
)
def test_told_from_the_day_of_the_post(text, value):
    assert [m.value for m in relative(text, 0, len(text), TODAY)] == [value]


def test_without_a_day_nothing_is_told():
    assert relative("last year", 0, 9, None) == []


def test_the_previous_year_is_the_one_before_last_year():
    text = "It lost money last year, after a profit the previous year."
    years = [m.value for m in relative(text, 0, len(text), TODAY)]
    assert int(years[0]) - int(years[1]) == 1
    assert [m.value for m in relative(text[25:], 0, len(text) - 25, TODAY)] == years[:1]


@pytest.mark.parametrize("text", ["May 1 " * 3000, "1/" * 5000, "Q1 " * 5000, "20" * 5000])
def test_hostile_text_ends(text):
    dates(text, 0, len(text), TODAY)
