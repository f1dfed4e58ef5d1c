import pytest

from lint import lexicon
from lint.lexicon import forms


@pytest.mark.parametrize(
    ("word", "classes"),
    [
        ("describes", "z"),
        ("solution", "n"),
        ("solutions", "s"),
        ("provide", "v"),
        ("works", "nsz"),
        ("easier", "c"),
        ("children", "ns"),
        ("the", ""),
    ],
)
def test_what_a_word_can_be(word, classes):
    entry = lexicon.word(word)
    assert entry is not None
    assert entry.classes == classes


@pytest.mark.parametrize(
    ("word", "kind", "expected"),
    [
        ("describes", "z", "describe"),
        ("relies", "z", "rely"),
        ("parties", "s", "party"),
        ("tagged", "p", "tag"),
        ("xs", "s", "xs"),
    ],
)
def test_the_base_of_a_form(word, kind, expected):
    assert forms.base(word, kind) == expected


def test_other_forms_by_rule():
    assert [forms.plural(word) for word in ("box", "party", "day", "mill")] == ["boxes", "parties", "days", "mills"]
    assert [forms.ing(word) for word in ("make", "see", "rely")] == ["making", "seeing", "relying"]
    assert [forms.past(word) for word in ("rely", "use", "stay")] == ["relied", "used", "stayed"]
