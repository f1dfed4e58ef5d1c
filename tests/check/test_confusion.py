from lint.check.confusion import Options, check
from lint.extract import extract
from lint.read import read

PAIRS = {"from": {"form": 1.5}, "lead": {"led": 1.2}}


def hits(text, **options):
    (post,) = read("a.md", text.encode())
    found = check(post, extract(post, "a.md", 0), Options(**options))
    return [(text[hit.span.start : hit.span.end], [fix.text for fix in hit.suggestions]) for hit in found]


def test_a_word_is_told_by_both_its_neighbours():
    assert hits("It took the from of a ship.", pairs=PAIRS) == [("from", ["form"])]
    assert hits("The choir was lead by a baker.", pairs=PAIRS) == [("lead", ["led"])]


def test_a_word_that_fits_one_side_stays():
    assert hits("She came from the town. The lead by then was lost.", pairs=PAIRS) == []


def test_a_neighbour_behind_a_comma_or_in_code_is_none():
    assert hits("He took the, from of old, and the `from` of it.", pairs=PAIRS) == []


def test_a_phrase_and_a_pair_tell_one_fault_once():
    assert hits("It was lead by him.", pairs=PAIRS, phrases={"was lead by": "was led by"}) == [
        ("was lead by", ["was led by"])
    ]
