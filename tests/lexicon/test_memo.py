from lint.lexicon.memo import Memo


def test_what_is_known_is_not_asked_again_until_there_is_too_much_of_it():
    asked = []
    memo = Memo(lambda word: asked.append(word) or word.upper(), 2)
    assert list(map(memo.__getitem__, "abacab")) == list("ABACAB")
    assert asked == ["a", "b", "c", "a", "b"]
    assert len(memo) <= 2
