import pytest

from lint.lexicon.lines import EVERY, Lines, pack

WORDS = sorted({f"{a}{b}{c}" for a in "aeßz" for b in ("", "'", "n") for c in "abcdefghijklmnopqrst"} | {"a", "zz"})


@pytest.mark.parametrize("size", [0, 1, EVERY, EVERY + 1, len(WORDS)])
def test_every_word_is_found_and_no_other(size):
    some = WORDS[:size]
    lines = Lines(pack([f"{word}\t{number}" for number, word in enumerate(some)]))
    assert [lines.find(word) for word in some] == [str(number) for number in range(size)]
    assert [lines.find(word) for word in ("", "aa'", "zzz", "\ud800", "ma", "0")] == [""] * 6
    assert [word for word, _ in lines.some("")] == some


@pytest.mark.parametrize("start", ["a", "e'", "ß", "zn", "zz", "q"])
def test_words_that_begin_alike_are_found_in_order(start):
    lines = Lines(pack([f"{word}\tx" for word in WORDS]))
    assert [word for word, _ in lines.some(start)] == [word for word in WORDS if word.startswith(start)]
