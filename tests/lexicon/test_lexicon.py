import pytest

from lint import lexicon
from lint.lexicon.near import near


@pytest.mark.parametrize("word", ["the", "The", "THE", "colour", "color", "Ana's", "they'll", "don’t", "cheques"])
def test_known_words(word):
    assert lexicon.known(word)


@pytest.mark.parametrize("word", ["blurbb", "tommorrow", "libary", "recieve", "teh", "'", ""])
def test_unknown_words(word):
    assert not lexicon.known(word)


def test_a_word_says_how_common_it_is_and_what():
    the, rare = lexicon.word("the"), lexicon.word("quixotic")
    assert the is not None
    assert rare is not None
    assert the.zipf > 7 > 3 > rare.zipf
    assert the.kind == rare.kind == "d"
    assert lexicon.word("The") is None


@pytest.mark.parametrize("text", ["organise", "organize", "behaviour", "behavior", "centre", "center", "travelled"])
def test_british_and_american_are_both_english(text):
    assert lexicon.english(text)


def test_a_few_unknown_words_are_no_other_language():
    assert not lexicon.foreign("the blurbb and the snoggle were quorbed".split())
    assert lexicon.foreign("der hund lief gestern über die brücke und suchte seinen knochen im garten".split())


def test_the_table_is_sorted_so_that_a_binary_search_finds_all():
    lines = [text + "\t" for text, _ in lexicon.entries()]
    assert lines == sorted(lines)


def test_words_that_often_meet():
    assert lexicon.pair("of", "the") > lexicon.pair("led", "by") > 0 == lexicon.pair("quixotic", "quixotic")


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


def test_nothing_is_near_to_a_word_far_from_all():
    assert near("xqzvkjwq") == []
