import itertools

import pytest

from lint.lexicon import context, trie
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


def test_the_tables_say_what_the_model_says():
    pocketsphinx = pytest.importorskip("pocketsphinx")
    path = pocketsphinx.get_model_path("en-us/en-us.lm.bin")
    model = pocketsphinx.NGramModel(pocketsphinx.Config(lm=None), pocketsphinx.LogMath(), path)
    words = "the of may grblx <s> house white green in a quickly zulu".split()
    for asked in [(a, b, c) for a in words for b in words for c in words] + [(a, b) for a in words for b in words]:
        told = max(model.prob(list(asked)) * context.DIGIT, context.UNHEARD)
        assert context.chance(*asked) == pytest.approx(told, abs=2 * context.DIGIT), asked
    assert context.pulls(words) == [context.pull(*pair) for pair in itertools.pairwise(words)]
    assert context.after("of", words) == [context.chance(word, "of") for word in words]
    assert context.before(words, "of") == [context.chance("of", word) for word in words]


def test_a_file_of_another_model_is_none():
    with pytest.raises(ValueError, match="no trie"):
        trie.make(b"another model")
