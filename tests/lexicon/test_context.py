import pytest

from lint.lexicon import context
from lint.lexicon.confusable import others

pytest.importorskip("pocketsphinx", reason="without it there is no language model")


def test_a_word_is_likelier_after_its_usual_neighbours():
    assert context.chance("of", "one") > context.chance("of", "quickly")
    assert context.chance("grblx") == context.UNHEARD
    assert context.pull("one", "of") > 0 > context.pull("the", "of")


def test_words_are_taken_for_each_other_by_letter_sound_form_and_as_small_words():
    how = {word: {other.text: other.how for other in others(word)} for word in ("form", "principle", "start", "your")}
    assert how["form"]["from"] == "letter"
    assert how["principle"]["principal"] == "sound"
    assert how["start"]["started"] == "form"
    assert how["your"]["you're"] == "small"
    assert others("user's") == ()
