import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.lexicon.look import Look
from lint.model.post import Block
from lint.model.text import Prose, Run, Span

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def look(*texts):
    return Look([Block("paragraph", Prose(text, (Run(0, 0, len(text), True),)), Span(0, len(text))) for text in texts])


@given(st.lists(st.text(st.sampled_from("ab É'’ß_1½²٣\ud800\n.—\u2028漢İ"), max_size=20), max_size=4))
def test_words_are_letters_and_the_apostrophes_between_them(texts):
    seen = look(*texts)
    assert seen.words == [word.replace("’", "'") for word in WORD.findall(seen.text)]
    assert seen.starts == [match.start() for match in WORD.finditer(seen.text)]
    assert list(map(len, seen.order)) == list(map(len, seen.words))


def test_a_text_of_many_signs_is_cut_the_same_way():
    signs = "".join(map(chr, range(0x2190, 0x2300)))
    assert look(f"one{signs}two").words == ["one", "two"]


@given(st.lists(st.sampled_from(["on", "and", "the", "a"]), max_size=14))
def test_repeated_words_are_found_at_every_length(words):
    seen = look(" ".join(words))
    expected = {
        at
        for size in (1, 2, 3)
        for at in range(len(words))
        if words[at : at + size] == words[at + size : at + 2 * size] and at + 2 * size <= len(words)
    }
    assert list(seen.repeated(3)) == [seen.starts[at] for at in sorted(expected)]


@pytest.mark.parametrize(
    ("text", "joined"), [("one two", True), ("one\ntwo", True), ("one, two", False), ("1one two", False)]
)
def test_words_are_joined_by_one_blank(text, joined):
    assert look(text).joined(0, 2) == joined


def test_no_words_are_joined_beyond_the_ends_of_a_text():
    seen = look("one two")
    assert not seen.joined(1, 2)
    assert not seen.joined(-1, 2)
