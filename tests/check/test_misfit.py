import pytest

from lint.check.confusion import Options, check
from lint.extract import extract
from lint.read import read

pytest.importorskip("pocketsphinx", reason="without it there is no language model")

LEAST = {"letter": 2.9, "sound": 2.1, "form": 3.6, "small": 2.4}


def hits(text):
    (post,) = read("a.md", text.encode())
    found = check(post, extract(post, "a.md", 0), Options(least=LEAST))
    return [(text[hit.span.start : hit.span.end], [fix.text for fix in hit.suggestions]) for hit in found]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("He is one of may oldest friends, and he knows it.", "may", "my"),
        ("They would fall pray to the wolves of the forest.", "pray", "prey"),
        ("We don't necessary need a second oven for the bread.", "necessary", "necessarily"),
    ],
)
def test_a_word_that_hardly_stands_between_its_neighbours_is_found(text, wrong, right):
    assert hits(text) == [(wrong, [right])]


def test_a_word_of_the_web_and_one_that_the_post_repeats_stay():
    assert hits("You can fork the project. A fork keeps its name, and every fork of ours is a fork for the team.") == []


def test_no_neighbour_stands_behind_a_sign_or_a_capital():
    assert hits("He is one of (may oldest friends) those.") == []
    assert hits("He is one of May oldest friends, and he knows it.") == []


def test_half_a_name_is_told_by_the_other_half():
    assert hits("We met on Christmas Even before the war, and on New Year's Eve.") == [("Even", ["Eve"])]
    assert hits("At Christmas Even the mill stood still.")[0][0] == "Even"
    assert hits("It was Christmas even there.") == []
