"""The gates between two claims, and the interval test behind them."""

import datetime as dt

import msgspec
import pytest

from lint.check._intervals import compare, interval
from lint.check._odds import Signs, odds
from lint.check._slips import slip
from lint.check.figures import Options, judge
from lint.model.facts import Claim, Facts, Quantity
from lint.model.rule import PostRef
from lint.model.text import Place, Span


def quantity(low, high="same", qualifier="", digits=2, unit="money", symbol="USD", per="", at=0):
    high = low if high == "same" else high
    place = Place(1, 1 + at, 1, 5 + at, "$5bn")
    return Quantity(Span(at, at + 4), place, unit, symbol, low, high, qualifier, per, digits)


def claim(figure, **words):
    given = {
        "key": "raise|acme",
        "frame": "raise",
        "parties": {"company": "Acme"},
        "place": figure.place,
        "sentence": "It did.",
    }
    return Claim(quantity=figure, **{**given, **words})


B = 1e9

PAIRS = [
    (quantity(5 * B), quantity(5 * B), "same"),
    (quantity(100 * B), quantity(120 * B), "conflict"),
    (quantity(18.67 * B, digits=4), quantity(18.7 * B, digits=3), "same"),
    (quantity(18.67 * B, digits=4), quantity(19 * B, qualifier="nearly"), "same"),
    (quantity(15 * B), quantity(19 * B, qualifier="nearly"), "conflict"),
    (quantity(5.2 * B), quantity(5 * B, digits=1), "same"),
    (quantity(5 * B, digits=1), quantity(6 * B, digits=1), "conflict"),
    (quantity(52 * B), quantity(50 * B, None, "over"), "same"),
    (quantity(30 * B), quantity(50 * B, None, "over"), "conflict"),
    (quantity(50 * B, None, "over"), quantity(80 * B, None, "at-least"), "same"),
    (quantity(60 * B), quantity(None, 50 * B, "up-to"), "conflict"),
    (quantity(20 * B), quantity(None, 50 * B, "up-to"), "same"),
    (quantity(50 * B), quantity(None, 50 * B, "up-to"), "hedge"),
    (quantity(None, 50 * B, "up-to"), quantity(None, 50 * B, "up-to"), "same"),
    (quantity(25 * B), quantity(20 * B, 30 * B, "range"), "same"),
    (quantity(35 * B), quantity(20 * B, 30 * B, "range"), "conflict"),
    (quantity(53 * B), quantity(50 * B, qualifier="about"), "same"),
    (quantity(60 * B), quantity(50 * B, qualifier="about"), "conflict"),
    (quantity(5 * B), quantity(5 * B, symbol="GBP"), "conflict"),
    (quantity(5 * B), quantity(4 * B, symbol="GBP"), "other"),
    (quantity(5 * B, per="year"), quantity(5 * B, per="quarter"), "conflict"),
    (quantity(5 * B, per="year"), quantity(5 * B), "other"),
    (quantity(5, unit="percent", symbol="%"), quantity(5, unit="percentage-point", symbol="pp"), "other"),
    (
        quantity(3, unit="count", symbol="people", digits=1),
        quantity(4, unit="count", symbol="people", digits=1),
        "conflict",
    ),
]


@pytest.mark.parametrize(("one", "two", "verdict"), PAIRS)
def test_two_figures_of_one_fact(one, two, verdict):
    assert compare(claim(one), claim(two))[0] == verdict
    assert compare(claim(two), claim(one))[0] == verdict


def test_an_interval_is_as_wide_as_the_last_digit():
    assert interval(quantity(100 * B)) == (95 * B, 105 * B)
    assert interval(quantity(4.3, digits=2)) == pytest.approx((4.25, 4.35))
    assert interval(quantity(50, qualifier="nearly")) == pytest.approx((45, 50.5))


class Archive:
    """Posts of one claim each, by path."""

    def __init__(self, rows, reported=None):
        self.rows = []
        for path, day, item in rows:
            date = dt.date.fromisoformat(day) if day else None
            ref = PostRef(path, 0, path, date, "", False, reported is None or path in reported)
            self.rows.append((ref, msgspec.structs.replace(item, sentence=f"As {path} has it.")))

    def ref(self, key):
        return next(ref for ref, _ in self.rows if ref.key == key)

    def settled(self, key):
        return ()

    def claims(self, key):
        return sorted(((ref, item) for ref, item in self.rows if item.key == key), key=lambda row: row[0].order)


def hits(rows, reported=None, **options):
    archive = Archive(rows, reported)
    for ref, item in archive.rows:
        if ref.reported:
            facts = Facts(ref.path, 0, "markdown", Span(0, 9), claims=(item,), date=ref.date)
            yield from judge(facts, Options(**options), archive)


def told(rows, reported=None, **options):
    archive = Archive(rows, reported)
    found = {}
    for ref, item in archive.rows:
        if not ref.reported:
            continue
        facts = Facts(ref.path, 0, "markdown", Span(0, 9), claims=(item,), date=ref.date)
        for hit in judge(facts, Options(**options), archive):
            found[ref.path] = [related.path for related in hit.related if related.role == "conflict"]
    return found


FIVE, SIX, SEVEN = (claim(quantity(value * B)) for value in (50, 60, 70))


def test_it_is_told_once_on_the_later_post():
    assert told([("a", "2025-03-01", FIVE), ("b", "2025-03-05", SIX)]) == {"b": ["a"]}


def test_it_is_told_on_the_post_that_is_reported():
    assert told([("a", "2025-03-01", FIVE), ("b", "2025-03-05", SIX)], reported={"a"}) == {"a": ["b"]}


def test_a_post_without_a_date_is_later():
    assert told([("a", "", FIVE), ("b", "2025-03-05", SIX)]) == {"a": ["b"]}


@pytest.mark.parametrize(
    ("changes", "days", "conflict"),
    [
        ({}, 20, True),
        ({}, 90, False),
        ({"fades": "level"}, 8, True),
        ({"fades": "level"}, 30, False),
        ({"fades": "fixed"}, 900, True),
        ({"attribute": "cloud"}, 2, False),
        ({"modality": "forecast"}, 2, False),
        ({"modality": "reported"}, 2, False),
        ({"modality": "agreed"}, 2, True),
        ({"parties": {"company": "Acme Labs"}}, 2, True),
        ({"score": 0.15}, 2, False),
        ({"period": "2021"}, 2, False),
    ],
)
def test_gates(changes, days, conflict):
    day = dt.date(2025, 3, 1) + dt.timedelta(days)
    base = {"fades": changes["fades"]} if "fades" in changes else {}
    one, two = msgspec.structs.replace(FIVE, **base), msgspec.structs.replace(SIX, **changes)
    assert bool(told([("a", "2025-03-01", one), ("b", day.isoformat(), two)])) is conflict


def test_periods_must_be_one():
    one = msgspec.structs.replace(FIVE, fades="period", period="2024")
    for period, conflict in (("2024", True), ("2023", False), ("2024-Q4", False), ("FY2024", True)):
        two = msgspec.structs.replace(SIX, fades="period", period=period)
        assert bool(told([("a", "2025-03-01", one), ("b", "2025-09-05", two)])) is conflict


def test_two_sorts_of_acme_are_two():
    one = msgspec.structs.replace(FIVE, parties={"company": "Acme Games"})
    two = msgspec.structs.replace(SIX, parties={"company": "Acme Systems"})
    assert told([("a", "2025-03-01", one), ("b", "2025-03-02", two)]) == {}


def test_a_revision_is_no_contradiction_and_replaces_the_figure():
    new = msgspec.structs.replace(SIX, update=True, before=(50 * B,))
    rows = [("a", "2025-03-01", FIVE), ("b", "2025-03-05", new), ("c", "2025-03-09", SIX)]
    assert told(rows) == {}
    assert told(rows, verdict="revised") == {"b": ["a"]}


def test_a_fact_with_many_values_is_no_fact():
    rows = [("a", "2025-03-01", FIVE), ("b", "2025-03-02", SIX), ("c", "2025-03-03", SEVEN)]
    assert told(rows) == {}


def test_one_against_a_majority():
    rows = [("a", "2025-03-01", FIVE), ("b", "2025-03-02", FIVE), ("c", "2025-03-03", FIVE), ("d", "2025-03-04", SIX)]
    assert told(rows) == {"d": ["c"]}


def test_a_lost_bound():
    bound = claim(quantity(None, 50 * B, "up-to"))
    rows = [("a", "2025-03-01", bound), ("b", "2025-03-05", FIVE)]
    assert told(rows) == {}
    assert told(rows, verdict="hedge") == {"b": ["a"]}


@pytest.mark.parametrize(
    ("rows", "verdict", "gates"),
    [
        (
            [("a", "2025-03-01", FIVE), ("b", "2025-03-05", SIX)],
            "conflict",
            "relation parties part unit certainty period time figures reading wording archive confidence",
        ),
        (
            [("a", "2025-03-01", FIVE), ("b", "2025-03-05", msgspec.structs.replace(SIX, attribution="quoted"))],
            "conflict",
            "relation parties part unit certainty period time figures reading wording source archive confidence",
        ),
        (
            [("a", "2025-03-01", FIVE), ("b", "", msgspec.structs.replace(SIX, update=True, before=(50 * B,)))],
            "revised",
            "relation parties part unit certainty period time update figures wording archive confidence",
        ),
    ],
)
def test_why_names_every_gate(rows, verdict, gates):
    (hit,) = hits(rows, verdict=verdict, why=True)
    assert " ".join(gate.gate for gate in hit.why) == gates
    assert all(gate.detail for gate in hit.why)
    (silent,) = hits(rows, verdict=verdict)
    assert silent.why == ()


def test_what_the_gates_leave_makes_the_confidence():
    loose = msgspec.structs.replace(SIX, modality="agreed", attribution="quoted", score=0.9)
    (hit,) = hits([("a", "2025-03-01", FIVE), ("b", "2025-03-05", loose)], why=True)
    left = {gate.gate: gate.result for gate in hit.why}
    signs = Signs(left["reading"], left["time"], left["certainty"], left["source"], left["figures"])
    assert hit.confidence == odds(signs) == left["confidence"]
    by_name = {gate.gate: gate for gate in hit.why}
    assert by_name["certainty"].result == 0.95
    assert by_name["certainty"].detail == "done and agreed"
    assert by_name["time"].detail == "4 days apart; such a fact (event) holds for 45"
    assert "59,500,000,000 to 60,500,000,000: they do not meet" in by_name["figures"].detail


@pytest.mark.parametrize(
    ("one", "two", "hint"),
    [
        (quantity(1.24 * B), quantity(1.42 * B), "digits transposed?"),
        (quantity(1340), quantity(1430), "digits transposed?"),
        (quantity(5e6), quantity(5 * B), "million for billion?"),
        (quantity(8e6), quantity(80e6), "a zero too many?"),
        (quantity(1.87 * B), quantity(1.82 * B), "a digit mistyped?"),
        (quantity(5 * B), quantity(5 * B, symbol="GBP"), "USD or GBP?"),
        (quantity(5 * B, per="year"), quantity(5 * B, per="quarter"), "per year or per quarter?"),
        (quantity(100 * B), quantity(120 * B), ""),
    ],
)
def test_a_typical_slip_is_named(one, two, hint):
    assert slip(one, two) == hint


@pytest.mark.parametrize(
    ("there", "hint"), [("9,460 acres", "digits transposed?"), ("96,400 acres", "a zero too many?")]
)
def test_slips_are_looked_for_in_what_is_written(there, hint):
    area = {
        text: msgspec.structs.replace(
            quantity(float(text.split()[0].replace(",", "")) * 4046.8564224, symbol="m2"),
            unit="area",
            place=Place(1, 1, 1, 12, text),
        )
        for text in ("9,640 acres", there)
    }
    assert slip(*area.values()) == hint


def test_the_side_with_more_posts_is_told():
    rows = [("a", "2025-03-01", FIVE), ("b", "2025-03-02", FIVE), ("c", "2025-03-03", SIX)]
    (found,) = hits(rows)
    assert [one.role for one in found.related] == ["conflict", "support", "note"]
    assert found.related[-1].message == "2 posts say $5bn, the last (2025-03-02); one alone says $5bn (2025-03-03)"
