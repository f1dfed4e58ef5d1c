"""How matches end: scores as figures, and results as claims that come to one key whichever side is named first."""

import pytest

from lint.extract.quantities.scores import scores, sides
from tests.extract.reading import claims_of

SCORES = [
    ("Ardley beat Wexham 3-1.", ["3-1"]),
    ("Ardley beat Wexham 3–1 in Fenwick.", ["3–1"]),
    ("It was a 37-11 win.", ["37-11"]),
    ("Brandt beat Osmund 6-4, 3-6, 7-5.", ["6-4, 3-6, 7-5"]),
    ("Brandt beat Osmund 6-7 (4-7) 7-6 (8-6) 6-2 in Fenwick.", ["6-7 (4-7) 7-6 (8-6) 6-2"]),
    ("Ardley won by two goals to one.", ["two goals to one"]),
    ("Ardley won three-nil.", ["three-nil"]),
    ("They played out a goalless draw.", ["goalless"]),
    ("Ardley lost 2-0, having led 1-0.", ["2-0", "1-0"]),
    ("Ardley 3-1 Wexham", ["3-1"]),
    ("They won 3-1 after a 2-2 draw.", ["3-1", "2-2"]),
]
NONE = [
    "The 0-1 knapsack problem is hard to win.",
    "Ardley lined up in a 4-4-2 formation and won.",
    "They switched to a 4-3 formation and lost.",
    "The 3-1 favourites lost.",
    "Wexham are 3-1 favourites to win.",
    "The favourite lost at 7-2 and the outsider won at 20-1 with the bookmakers.",
    "The court ruled 5-4 and the win was a 5-4 decision.",
    "He won a bet on pages 10-12.",
    "They won 10-12 seats.",
    "She lost 10-15 pounds.",
    "Those aged 18-24 won.",
    "The cup will be won between 4-6 March.",
    "They won in 2024-05-06 and in 2003-04.",
    "Call 555-0134 to win.",
    "Version 2-1 wins.",
    "Declines led advances three to two.",
    "They lost five to six people.",
    "The 2-1 ratio of wins is normal.",
    "It won 3-1/2 points.",
    "Tier 1-3 Mathematics",
]


def found(text):
    return [text[start:end] for start, end in scores(text, 0, len(text), [])]


@pytest.mark.parametrize(("text", "told"), SCORES, ids=[text for text, _ in SCORES])
def test_a_score_is_found(text, told):
    assert found(text) == told


@pytest.mark.parametrize("text", NONE)
def test_other_pairs_of_numbers_are_no_score(text):
    assert found(text) == []


def test_a_long_row_of_pairs_takes_no_time():
    assert found("They won " + "1-2 " * 20_000) == []


def test_the_sides_of_a_score():
    assert sides("6-7 (4-7) 7-6 (8-6) 6-2") == ((6, 7), (7, 6), (6, 2))
    assert sides("goalless") == sides("nil-nil") == ((0, 0),)
    assert sides("three goals to two") == ((3, 2),)
    assert sides("four-nil") == ((4, 0),)


ONE = [
    "Ardley beat Wexham 3-1.",
    "Ardley defeated Wexham United, 3-1.",
    "Wexham were beaten 3-1 by Ardley.",
    "Wexham lost 3-1 to Ardley.",
    "Wexham lost 1-3 to Ardley.",
    "Wexham went down 3-1 against Ardley.",
    "Wexham slumped to a 3-1 defeat to Ardley.",
    "Ardley's 3-1 win over Wexham was their first.",
    "Wexham's 3-1 defeat by Ardley was their first.",
    "Ardley recorded a 3-1 victory over Wexham.",
    "A late goal gave Ardley a 3-1 win over Wexham.",
    "Osmund led Ardley to a 3-1 win over Wexham.",
    "Ardley went top with a 3-1 win against Wexham.",
    "Ardley coach Jan Brandt praised his side after the 3-1 win over Wexham.",
    "Ardley coach Jan Brandt was pleased with his team's 3-1 win over Wexham.",
    "Ardley overcame Wexham, the holders, 3-1.",
    "His old club, Ardley, beat Wexham 3-1.",
    "Ardley 3-1 Wexham",
    "Result: Wexham 1-3 Ardley.",
    "Ardley won by three goals to one against Wexham.",
]


@pytest.mark.parametrize("text", ONE)
def test_one_result_in_many_words(text):
    [claim] = claims_of(text)
    assert (claim.key, claim.sides, claim.attribute) == ("result|ardley|wexham", ((3, 1),), "")
    assert claim.modality == "done"
    assert (claim.quantity.unit, claim.quantity.symbol) == ("other", "score")
    assert (claim.quantity.low, claim.quantity.high) == (1, 3)


NATIONS = [
    "Ireland beat Italy 37-11 on Saturday.",
    "Italy lost 11-37 to Ireland on Saturday.",
    "The Irish beat the Italians 37-11 on Saturday.",
    "Saturday's 37-11 win over Italy lifted the Irish.",
    "Ireland enjoyed their 37-11 win on Saturday, but Italy did not.",
]


@pytest.mark.parametrize("text", NATIONS)
def test_nations_by_any_name(text):
    [claim] = claims_of(text, "2025-03-03")
    assert (claim.key, claim.sides, claim.period) == ("result|ireland|italy", ((37, 11),), "2025-03-01")


SETS = [
    "Jan Brandt beat Tom Osmund 6-4 3-6 7-5.",
    "Swiss Jan Brandt beat Sweden's Tom Osmund 6-4, 3-6, 7-5.",
    "Osmund lost 4-6 6-3 5-7 to Brandt.",
    "Brandt rallied for a 6-4 3-6 7-5 win over fourth seed Tom Osmund.",
    "Jan Brandt, a 6-4 3-6 7-5 winner over Tom Osmund, is through.",
]


@pytest.mark.parametrize("text", SETS)
def test_sets(text):
    [claim] = claims_of(text)
    assert (claim.key, claim.sides) == ("result|brandt|osmund", ((6, 4), (3, 6), (7, 5)))


PARTS = [
    ("Ardley led Wexham 2-0 at half-time.", "half-time", (2, 0)),
    ("Ardley had a 2-0 half-time lead over Wexham.", "half-time", (2, 0)),
    ("Ardley beat Wexham 4-3 on aggregate.", "aggregate", (4, 3)),
    ("Ardley beat Wexham 5-4 on penalties.", "penalties", (5, 4)),
    ("Ardley beat Wexham 2-1 in the first leg.", "first-leg", (2, 1)),
    ("Wexham lost the second leg 2-1 to Ardley.", "second-leg", (2, 1)),
    ("Ardley's under-21 side beat Wexham 2-1.", "juniors", (2, 1)),
    ("Ardley Women beat Wexham 2-1 in the women's cup.", "women", (2, 1)),
    ("Ardley beat Wexham 2-1 in the best-of-five series.", "series", (2, 1)),
]


@pytest.mark.parametrize(("text", "part", "pair"), PARTS)
def test_what_is_not_of_the_whole_match_says_so(text, part, pair):
    [claim] = claims_of(text)
    assert (claim.attribute, claim.sides) == (part, (pair,))


def test_two_scores_of_one_sentence():
    whole, half = claims_of("Ardley beat Wexham 3-2 after they trailed Wexham 0-2 at half-time.")
    assert (whole.attribute, whole.sides) == ("", ((3, 2),))
    assert (half.attribute, half.sides) == ("half-time", ((0, 2),))


def test_draws():
    for text in ("Ardley drew 0-0 with Wexham.", "The goalless draw between Ardley and Wexham was dull."):
        [claim] = claims_of(text)
        assert (claim.key, claim.sides) == ("result|ardley|wexham", ((0, 0),))


MARGINS = [
    ("Ardley beat Wexham by two wickets.", "wicket", (2, 0)),
    ("Wexham lost to Ardley by 12 points.", "point", (12, 0)),
    ("Ardley won by 48 runs against Wexham.", "run", (48, 0)),
]


@pytest.mark.parametrize(("text", "part", "pair"), MARGINS)
def test_margins(text, part, pair):
    [claim] = claims_of(text)
    assert (claim.key, claim.attribute, claim.sides) == ("winning-margin|ardley|wexham", part, (pair,))


DAYS = [
    ("Ardley beat Wexham 3-1 on Sunday.", "2025-03-02"),
    ("Ardley beat Wexham 3-1 yesterday.", "2025-03-03"),
    ("Ardley beat Wexham 3-1 on 27 February.", "2025-02-27"),
    ("Sunday's 3-1 win over Wexham pleased Ardley coach Jan Brandt.", "2025-03-02"),
    ("Ardley beat Wexham 3-1 last season.", "?"),
    ("Ardley, who beat Wexham 3-1, are at home before Saturday's trip to Fenwick.", ""),
    ("Ardley beat Wexham 3-1.", ""),
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_when_it_was(text, day):
    [claim] = claims_of(text, "2025-03-04")
    assert claim.period == day


UNSURE = [
    "Ardley could beat Wexham 3-1.",
    "If Ardley beat Wexham 3-1, they are through.",
    "He expects Ardley to beat Wexham 3-1.",
]


@pytest.mark.parametrize("text", UNSURE)
def test_what_is_only_thought_of_is_no_result(text):
    assert all(claim.modality == "hypothetical" for claim in claims_of(text))


NOBODY = [
    "Ardley lead the series 3-2.",
    "Ardley won 3-1.",
    "They beat Wexham 3-1.",
    "The Swede beat Osmund 6-4 6-3.",
    "Osmund scored in the 3-1 win over Wexham.",
    "Ardley meet Osmund after the second seed rallied to beat Brandt 6-1 7-6.",
    "They were beaten 45-6 by Ireland before Italy arrived.",
    "Mourne's side won 3-1 against Wexham.",
    "New York and the goods 2-3 rose.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_a_side_that_is_not_named_is_not_guessed(text):
    assert claims_of(text) == ()
