import pytest

from lint import lexicon
from lint.lexicon.near import near


@pytest.mark.parametrize("word", ["the", "The", "THE", "colour", "color", "Ana's", "they'll", "don’t", "cheques"])
def test_known_words(word):
    assert lexicon.known(word)


@pytest.mark.parametrize("word", ["blurbb", "tommorrow", "libary", "teh", "'", ""])
def test_unknown_words(word):
    assert not lexicon.known(word)


def test_a_word_says_how_common_it_is_and_what():
    the, rare = lexicon.word("the"), lexicon.word("quixotic")
    assert the
    assert rare
    assert the.zipf > 7 > 3 > rare.zipf
    assert the.kind == rare.kind == "d"
    assert lexicon.word("The") is None


def test_corrections_are_never_words_of_the_dictionary():
    assert lexicon.corrections("tommorrow")[0] == "tomorrow"
    assert lexicon.corrections("table") == ()
    for text, value in lexicon.entries():
        assert value[-1] not in "dt" or not lexicon.corrections(text), text


def test_the_lists_are_sorted_so_that_a_binary_search_finds_all():
    words = [text for text, _ in lexicon.entries()]
    assert [text + "\t" for text in words] == sorted(text + "\t" for text in words)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("hapy", "happy"),
        ("libary", "library"),
        ("freind", "friend"),
        ("recieve", "receive"),
        ("acommodation", "accommodation"),
        ("seperete", "separate"),
        ("thier", "their"),
        ("becomming", "becoming"),
        ("wierd", "weird"),
    ],
)
def test_what_was_meant_comes_first(wrong, right):
    assert near(wrong)[0].text == right
