import pytest

from lint.extract import extract, words
from lint.read import read


def unknown(text, name="a.md"):
    (post,) = read(name, text.encode())
    return [(spot.text, spot.kind) for spot in words.unknown(post)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The blurbb is short.", [("blurbb", "word")]),
        (
            "Blurbb is short. Grombing too. (Snoggle)",
            [("Blurbb", "start"), ("Grombing", "start"), ("Snoggle", "start")],
        ),
        ("# The Blurbb\n", [("Blurbb", "start")]),
        ("We met Quorbel there.", [("Quorbel", "name")]),
        ("He said “the blurbb” and left.", [("blurbb", "quoted")]),
        ('He said "the blurbb" and left.', [("blurbb", "quoted")]),
        ("> the blurbb is short\n", [("blurbb", "quoted")]),
        ("See [the blurbb of the mill](https://example.org/the-blurbb/) here.", [("blurbb", "name")]),
        ("See [the blurbb of the mill](https://example.org/blurbbs/) here.", [("blurbb", "word")]),
        ("See [the mill][blurbb] here.", []),
        ("the blurbb's end and the blurbb, twice", [("blurbb", "word")]),
    ],
)
def test_unknown_words_and_their_kind(text, expected):
    assert unknown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mail blurbb@example.org, see https://example.org/blurbb/snoggle or www.blurbb.example.",
        "Ask @blurbb about #blurbb and C:\\blurbb\\snoggle or /usr/blurbb or blurbb.txt.",
        "Call get_blurbb, blurbbCount, BlurbbCount, blurbb2 and BLURBB.",
        "Type `blurbb` and\n\n    blurbb\n\nagain.",
        "She wrote “the blurbb [sic] is short”.",
        "Colour and color, organise and organize, cheque and check, grey and gray.",
        "They'll say it's Ana's, won’t they?",
        "Der Hund lief gestern über die Brücke und suchte seinen Knochen im Garten.",
        "Пёс бежал через мост.",
    ],
)
def test_what_is_no_word_of_prose_is_left_out(text):
    assert unknown(text) == []


def test_places_are_exact_across_markup_and_lines():
    (post,) = read("a.md", b"One **two**\nthree *blurbb* &amp; snoggle.\n")
    assert [post.source.text[s.span.start : s.span.end] for s in words.unknown(post)] == [
        "blurbb",
        "snoggle",
    ]


def test_a_word_is_kept_a_few_times_only():
    (post,) = read("a.md", ("A blurbb here. " * 20).encode())
    assert len(words.unknown(post)) == words.SAME


def test_words_are_counted_without_code():
    (post,) = read("a.md", b"One two `three` four.\n\n    five six\n\n# Seven\n")
    assert extract(post, "a.md", 0).words == 4
