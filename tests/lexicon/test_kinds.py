import pytest

from lint.lexicon import kinds

pytest.importorskip("pocketsphinx", reason="without it there is no language model")


def likely(text):
    words = text.split()
    return kinds.likely(words, 1, len(words))


def test_a_word_is_of_the_kind_that_its_classes_make():
    assert kinds.kind("the") == "the"
    assert kinds.kind("describes") == kinds.kind("provides") != kinds.kind("describe")
    assert kinds.kind("grblx") == kinds.OTHER


def test_kinds_tell_what_no_two_words_were_heard_to_do():
    assert likely("when it describes the mill") > likely("when it describe the mill")
    assert likely("the millers want to bake") > likely("the millers want bake")


def test_what_was_never_heard_is_unlikely_but_not_impossible():
    assert -20 < likely("of of of the") < likely("one of the mills")
