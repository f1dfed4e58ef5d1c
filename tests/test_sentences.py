"""Where sentences end, and where they do not."""

import pytest

from lint.sentences import sentences


def cut(text):
    return [text[a:b] for a, b in sentences(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One here. Two there.", ["One here.", "Two there."]),
        ("Is it? Yes! It is.", ["Is it?", "Yes!", "It is."]),
        ("It cost 3.5 million. So what?", ["It cost 3.5 million.", "So what?"]),
        ("Mr. Lee met Dr. Roy. They ate.", ["Mr. Lee met Dr. Roy.", "They ate."]),
        ("Acme Inc. bought it. Fine.", ["Acme Inc. bought it.", "Fine."]),
        ("It was Acme Inc. The price rose.", ["It was Acme Inc.", "The price rose."]),
        ("The U.S. Senate sat. It rose.", ["The U.S. Senate sat.", "It rose."]),
        ("J. K. Rowling wrote. We read.", ["J. K. Rowling wrote.", "We read."]),
        ("“We are done.” She left.", ["“We are done.”", "She left."]),
        ("He said (again). $5 was lost.", ["He said (again).", "$5 was lost."]),
        ("See No. 5 there. No. It is gone.", ["See No. 5 there.", "No.", "It is gone."]),
        ("A line\nthat breaks. Another\none.", ["A line\nthat breaks.", "Another\none."]),
        ("Wait… What now?", ["Wait…", "What now?"]),
        ("no capital. here it goes on", ["no capital. here it goes on"]),
        ("", []),
    ],
)
def test_sentences(text, parts):
    assert cut(text) == parts


def test_spans_are_of_the_text():
    text = "  Leading. And trailing.  "
    assert sentences(text, 0, len(text))[1] == (11, 24)


@pytest.mark.parametrize("text", [". " * 20000, "A. " * 10000, ".\"'" * 10000, "a" * 50000])
def test_hostile_text_ends(text):
    sentences(text)
