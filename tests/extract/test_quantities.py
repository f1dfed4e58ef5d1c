"""Figures in single sentences, each with what it must be read as."""

import pytest

from lint.extract.dates import dates
from lint.extract.quantities import amounts
from lint.extract.quantities.atoms import has_number


def read(text):
    return amounts(text, 0, len(text), dates(text, 0, len(text))) if has_number(text, 0, len(text)) else []


def told(text):
    return [(text[a.start : a.end], a.unit, a.symbol, a.low, a.high) for a in read(text)]


M, B = 1e6, 1e9

MONEY = [
    ("It cost $100B.", "$100B", "USD", 100 * B),
    ("It cost $100bn in all.", "$100bn", "USD", 100 * B),
    ("It cost $100 billion.", "$100 billion", "USD", 100 * B),
    ("It cost US$1.5 million.", "US$1.5 million", "USD", 1.5 * M),
    ("It cost $US113 trillion.", "$US113 trillion", "USD", 113e12),
    ("It cost C$20.", "C$20", "CAD", 20),
    ("It cost A$20 million.", "A$20 million", "AUD", 20 * M),
    ("It cost 10.5 million Australian dollars.", "10.5 million Australian dollars", "AUD", 10.5 * M),
    ("It cost 8.99 New Zealand dollars.", "8.99 New Zealand dollars", "NZD", 8.99),
    ("A fine of EUR 6 million.", "EUR 6 million", "EUR", 6 * M),
    ("A fine of €1.148bn.", "€1.148bn", "EUR", 1.148 * B),
    ("A fine of 240 million pounds.", "240 million pounds", "GBP", 240 * M),
    ("A bid of 470 pence a share.", "470 pence", "GBX", 470),
    ("He paid 5,000 yen.", "5,000 yen", "JPY", 5000),
    ("Worth Rs 2.5 crore.", "Rs 2.5 crore", "INR", 2.5e7),
    ("Worth 1,50,000 rupees.", "1,50,000 rupees", "INR", 150000),
    ("Half a billion dollars went.", "Half a billion dollars", "USD", 0.5 * B),
    ("It cost 1 200 000 euros.", "1 200 000 euros", "EUR", 1_200_000),
    ("She won 510,258 pounds sterling.", "510,258 pounds sterling", "GBP", 510258),
    ("Worth forty-two billion pounds.", "forty-two billion pounds", "GBP", 42 * B),
    ("A dividend of 17-1/4 cents a share.", "17-1/4 cents", "USX", 17.25),
    ("A dividend of 12 cts a share.", "12 cts", "USX", 12),
    ("A dividend of one ct a share.", "one ct", "USX", 1),
    ("It is $257,000,000.", "$257,000,000", "USD", 257 * M),
    ("Worth $320 thousand.", "$320 thousand", "USD", 320000),
    ("Worth 13,009 million dollars.", "13,009 million dollars", "USD", 13009 * M),
    ("Three dollars and fifty cents.", "Three dollars and fifty cents", "USD", 3.5),
    ("Worth 120 MEUR.", "120 MEUR", "EUR", 120 * M),
    ("A loss of $-50.8bn.", "$-50.8bn", "USD", -50.8 * B),
]


@pytest.mark.parametrize(("text", "excerpt", "symbol", "value"), MONEY, ids=[row[0] for row in MONEY])
def test_money(text, excerpt, symbol, value):
    assert told(text) == [(excerpt, "money", symbol, pytest.approx(value), pytest.approx(value))]


OTHERS = [
    ("up 4.5%", "4.5%", "percent", "%", 4.5),
    ("up 4.5 per cent", "4.5 per cent", "percent", "%", 4.5),
    ("up ten percent", "ten percent", "percent", "%", 10),
    ("up 2 percentage points", "2 percentage points", "percentage-point", "pp", 2),
    ("by 25 basis points", "25 basis points", "basis-point", "bp", 25),
    ("cut by 25bps", "25bps", "basis-point", "bp", 25),
    ("draws 300MW of power", "300MW", "power", "MW", 300),
    ("draws 0.13 gigawatts", "0.13 gigawatts", "power", "GW", 0.13),
    ("stores 4 GWh", "4 GWh", "energy", "GWh", 4),
    ("80 GB of memory", "80 GB", "data", "GB", 80),
    ("21 PB/s of bandwidth", "21 PB/s", "data", "PB/s", 21),
    ("two and a half miles away", "two and a half miles", "distance", "mile", 2.5),
    ("1,520 square metres of floor", "1,520 square metres", "area", "m²", 1520),
    ("three cubic feet of gas", "three cubic feet", "volume", "cu ft", 3),
    ("weighs 200 pounds", "200 pounds", "mass", "lb", 200),
    ("at 70 mph", "70 mph", "speed", "mph", 70),
    ("minus 40 degrees Fahrenheit", "minus 40 degrees Fahrenheit", "temperature", "°F", -40),
    ("for eighteen months", "eighteen months", "duration", "month", 18),
    ("in 33 min to the top", "33 min", "duration", "min", 33),
    ("late by 22 mo. at best", "22 mo", "duration", "month", 22),
    ("in 2 hours 27 minutes flat", "2 hours 27 minutes", "duration", "hour", 2.45),
    ("in two hours, 27 minutes and 36 seconds", "two hours, 27 minutes and 36 seconds", "duration", "hour", 2.46),
    ("after 1 year and 3 months", "1 year and 3 months", "duration", "year", 1.25),
    ("weighs 3 lb 4 oz", "3 lb 4 oz", "mass", "lb", 3.25),
    ("is 6 feet 2 inches tall", "6 feet 2 inches", "distance", "foot", 6 + 2 / 12),
    ("7 million US gallons a day", "7 million US gallons", "volume", "gallon", 7 * M),
    ("the records of 5,000 Acme Corp. customers", "5,000", "count", "customers", 5000),
    ("lost 5,000 U.S. customers", "5,000", "count", "customers", 5000),
    ("a 200 min order", "200", "count", "order", 200),
    ("13 times as large", "13 times", "ratio", "×", 13),
    ("a 3x improvement", "3x", "ratio", "×", 3),
    ("two-thirds of them", "two-thirds", "ratio", "", 2 / 3),
    ("it has 400 million monthly users", "400 million", "count", "users", 400 * M),
    ("it cut 1,200 jobs", "1,200", "count", "jobs", 1200),
    ("it cut twelve hundred jobs", "twelve hundred", "count", "jobs", 1200),
    ("some 5.3M people", "5.3M", "count", "people", 5.3 * M),
    ("a million and a half homes", "a million and a half", "count", "homes", 1.5 * M),
    ("it bought 100,000 H100 chips", "100,000", "count", "chips", 100000),
]


@pytest.mark.parametrize(("text", "excerpt", "unit", "symbol", "value"), OTHERS, ids=[row[0] for row in OTHERS])
def test_measures_and_counts(text, excerpt, unit, symbol, value):
    assert told(text) == [(excerpt, unit, symbol, pytest.approx(value), pytest.approx(value))]


NONE = [
    "It was in 2010 that they met.",
    "On March 29, 2024 it rained, and on 12 May too.",
    "Between 2019-03-01 and 12/31/2019.",
    "At 9:30 a.m. or 11 p.m. or 2.13 am.",
    "Version 1.2.3 of Python 3.12 and v2.",
    "GPT-4 on an iPhone 17 over 5G, with an H100.",
    "3M Co. said so.",
    "The 21st century and the 1990s.",
    "Call 555-867-5309 or +1 212 555 0123-4.",
    "Tarnby desk 555 204 3310, Wexham desk (0555) 204 3310, Fenwick desk +44 20 7946 0958.",
    "See page 12, Figure 3 and Section 4.",
    "1. First of all",
    "Boeing's 737-800 and an F-16.",
    "It is at https://example.org/2024/100-million-users now.",
    "the Q3 of FY24",
    "A 4K video of a four-door car.",
    "The other one, or that one.",
    "9 Zorro Ranch Road",
]


@pytest.mark.parametrize("text", NONE)
def test_no_figure(text):
    assert told(text) == []


HEDGES = [
    ("up to $100B", None, 100 * B, "up-to"),
    ("(Up to) $100B", None, 100 * B, "up-to"),
    ('"up to" $100B', None, 100 * B, "up-to"),
    ("up to an estimated $25m", None, 25 * M, "up-to"),
    ("as many as 10,000 jobs", None, 10000, "up-to"),
    ("no more than 5%", None, 5, "up-to"),
    ("at least 3 people", 3, None, "at-least"),
    ("no fewer than 3 people", 3, None, "at-least"),
    ("north of $50B", 50 * B, None, "over"),
    ("upwards of $50B", 50 * B, None, "over"),
    ("more than 300 megawatts", 300, None, "over"),
    ("less than 5%", None, 5, "under"),
    ("an estimated $5bn", 5 * B, 5 * B, "about"),
    ("~$5bn", 5 * B, 5 * B, "about"),
    ("$5bn or so", 5 * B, 5 * B, "about"),
    ("nearly $50 billion", 50 * B, 50 * B, "nearly"),
    ("just shy of $50 billion", 50 * B, 50 * B, "nearly"),
    ("50,000+ users", 50000, None, "at-least"),
    ("over five years", 5, 5, ""),
    ("in over five years", 5, None, "over"),
    ("$20B - $30B", 20 * B, 30 * B, "range"),
    ("around a $20B - $30B investment", 20 * B, 30 * B, "range"),
    ("$5-10 billion", 5 * B, 10 * B, "range"),
    ("between $5 and $10 million", 5 * M, 10 * M, "range"),
    ("$800,000 to $1.3 million", 800000, 1.3 * M, "range"),
    ("65-70%", 65, 70, "range"),
    ("10 to 12 people", 10, 12, "range"),
    ("tens of billions of dollars", 10 * B, 100 * B, "range"),
]


@pytest.mark.parametrize(("text", "low", "high", "qualifier"), HEDGES, ids=[row[0] for row in HEDGES])
def test_hedges_and_ranges(text, low, high, qualifier):
    [amount] = read("It is " + text)
    assert (amount.low, amount.high, amount.qualifier) == (low, high, qualifier)


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("$15 billion/year", "year"),
        ("$15 billion a year", "year"),
        ("$1.40 a share", "share"),
        ("$0.52 per diluted share", "share"),
        ("$20/month", "month"),
        ("$3 per million tokens", "million token"),
        ("$30 monthly", "month"),
        ("5 cents apiece", "unit"),
        ("500,000 barrels a day", "day"),
        ("$5 billion", ""),
    ],
)
def test_denominators(text, per):
    [amount] = read(text)
    assert amount.per == per


@pytest.mark.parametrize(
    ("text", "digits"),
    [("$4.30", 3), ("$257,000,000", 3), ("$100", 2), ("$5", 1), ("$120 billion", 2), ("$17.45bn", 4)],
)
def test_significant_digits(text, digits):
    assert read(text)[0].digits == digits


def test_from_to_is_a_change():
    before, after = read("It rose from 5 to 7 percent.")
    assert (before.side, before.low, before.unit) == ("from", 5, "percent")
    assert (after.side, after.low, after.unit) == ("to", 7, "percent")


@pytest.mark.parametrize(
    "text", ["1" * 5000, "1," * 5000, "$" * 5000, "up to " * 2000, "one " * 3000, "1-" * 4000, "3 to " * 2000]
)
def test_hostile_text_ends(text):
    read(text)


@pytest.mark.parametrize(
    ("text", "unit", "symbol", "low", "high", "qualifier"),
    [
        ("The 3,900-strong workforce heard it.", "count", "workforce", 3900, 3900, ""),
        ("They opened 80 cafés.", "count", "cafés", 80, 80, ""),
        ("It works under a $250 million contract.", "money", "USD", 250e6, 250e6, ""),
        ("It costs under $250.", "money", "USD", None, 250, "under"),
        ("The sum could reach 9 million euros.", "money", "EUR", None, 9e6, "up-to"),
        ("As heavy as 90 tonnes it is.", "mass", "t", None, 90, "up-to"),
        ("The price of the One fell to $699.", "money", "USD", 699, 699, ""),
        ("The price of the One to $699 it dropped.", "money", "USD", 699, 699, ""),
    ],
)
def test_what_stands_around_a_figure(text, unit, symbol, low, high, qualifier):
    [amount] = amounts(text, 0, len(text))
    assert (amount.unit, amount.symbol, amount.low, amount.high, amount.qualifier) == (
        unit,
        symbol,
        low,
        high,
        qualifier,
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "It costs 900 kronor ($90) with a lid and 700 ($70) without.",
            [("SEK", 900), ("USD", 90), ("SEK", 700), ("USD", 70)],
        ),
        ("There are 900 boats (of $90) and 700 ($70).", [("USD", 90), ("USD", 70)]),
        ("It may grow from 12.5 to 20-22 billion euros.", [("EUR", 12.5e9), ("EUR", 22e9)]),
        ("She lost almost S $3mil.", [("SGD", 3e6)]),
        ("The Model S $70,000 car.", [("USD", 70000)]),
        ("It is 12 dollars 50.", [("USD", 12.5)]),
        ("It is 12 $ 40 cent.", [("USD", 12.4)]),
    ],
)
def test_prices_that_lean_on_one_another(text, found):
    assert [(a.symbol, a.high) for a in amounts(text, 0, len(text)) if a.unit == "money"] == found


def test_inches_as_they_are_typed():
    [amount] = amounts('It has an 11.6" screen.', 0, 23)
    assert (amount.unit, amount.symbol, amount.high) == ("distance", "inch", 11.6)
