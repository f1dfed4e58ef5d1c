import pytest

from lint.check.grammar import Options, check
from lint.extract import extract
from lint.read import read

pytest.importorskip("pocketsphinx", reason="without it there is no language model")

LEAST = {"lost": 1.3, "surplus": 3.3}


def hits(text):
    (post,) = read("a.md", text.encode())
    found = check(post, extract(post, "a.md", 0), Options(least=LEAST))
    return [(text[hit.span.start : hit.span.end], [fix.text for fix in hit.suggestions]) for hit in found]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The bakers said that they want go home before the rain.", "want go", "want to go"),
        ("She learnt how bake the bread of her village.", "how bake", "how to bake"),
        ("She said that it was one the reasons why he left.", "one the", "one of the"),
        ("We took a look at the a mill in the valley.", "the a mill", "the mill"),
        ("You can see the here in the morning.", "see the here", "see here"),
    ],
)
def test_a_small_word_that_lacks_or_is_too_many_is_found(text, wrong, right):
    assert hits(text) == [(wrong, [right])]


@pytest.mark.parametrize(
    "text",
    [
        "They want bread, and they want it to go on.",
        "It fell to the leader the team needs when storms come.",
        "We recommend that the mill be built of stone.",
        "They have use cases for it, and they began to slowly turn.",
        "The why and the how, to and fro.",
    ],
)
def test_what_needs_no_other_word_stays(text):
    assert hits(text) == []


def test_no_words_are_put_into_headings_or_across_markup():
    assert hits("# The bakers want go home before the rain\n") == []
    assert hits("They want *go home* played before the rain.") == []
