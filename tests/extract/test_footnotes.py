"""Marks as the syntaxes write them: role, label and the exact place, one line of a table each."""

import pytest

from lint.extract import footnotes
from lint.extract.footnotes.mark import DEEP, pairs
from lint.read import read


def marks(text, name="post.md"):
    """What was found in the first post: role, label, excerpt."""
    (post, *_) = read(name, text.encode())
    return " | ".join(f"{mark.role} {mark.label} {mark.place.excerpt}" for mark in footnotes.read(post))


SYNTAXES = {
    "gfm": ("post.md", "A.[^1]\n\n[^1]: B.\n", "reference 1 [^1] | note 1 [^1]:"),
    "case is folded": ("post.md", "A.[^Ab]\n\n[^aB]: B.\n", "reference ab [^Ab] | note ab [^aB]:"),
    "undefined": ("post.md", "A.[^x] B\n", "reference x [^x]"),
    "lost colon": ("post.md", "A.[^x] B\n\n[^x] C.\n", "reference x [^x] | lost x [^x]"),
    "pandoc inline": ("post.md", "A.^[B [c](d) e.] F\n", "inline  ^[B [c](d) e.]"),
    "pandoc unclosed": ("post.md", "A.^[B\n", "unclosed  ^["),
    "shortcode": ("post.md", "A.[efn_note]B.[/efn_note]\n", "inline  [efn_note]B.[/efn_note]"),
    "shortcode with attributes": (
        "post.md",
        "A.[mfn referencenumber=2]B[/mfn]\n",
        "inline  [mfn referencenumber=2]B[/mfn]",
    ),
    "editorial bracket": ("post.md", "A [note] to B, [sic] and [ref].\n", ""),
    "double parentheses": (
        "post.md",
        "A.((This is what I mean.)) B ((a) or (b)).\n",
        "inline  ((This is what I mean.))",
    ),
    "latex": ("post.txt", "Title\n\nA\\footnote{B \\emph{c}.} D.\n", "inline  \\footnote{B \\emph{c}.}"),
    "latex marks": (
        "post.txt",
        "Title\n\nA\\footnotemark[1] B.\n\n\\footnotetext[1]{C.}\n",
        "reference 1 \\footnotemark[1] | note 1 \\footnotetext[1]",
    ),
    "typst": (
        "post.txt",
        "Title\n\nA#footnote[B.] <b> C#footnote(<b>).\n",
        "inline b #footnote[B.] | reference b #footnote(<b>)",
    ),
    "rst": ("p.rst", "T\n=\n\nA [1]_.\n\n.. [1] B.\n", "reference 1 [1]_ | note 1 .. [1]"),
    "rst counts": (
        "p.rst",
        "T\n=\n\nA [#]_ B [#]_ C [#n]_.\n\n.. [#] D.\n.. [#] E.\n.. [#n] F.\n",
        "reference # 1 [#]_ | reference # 2 [#]_ | reference #n [#n]_"
        " | note # 1 .. [#] | note # 2 .. [#] | note #n .. [#n]",
    ),
    "rst citation": ("p.rst", "T\n=\n\nA [Lane]_.\n\n.. [Lane] B.\n", "reference lane [Lane]_ | note lane .. [Lane]"),
    "rst paragraphs of a note": (
        "p.rst",
        "T\n=\n\nA [1]_.\n\n.. [1] B.\n\n   C [1]_.\n\n[2] D.\n",
        "reference 1 [1]_ | note 1 .. [1] | reference 1 [1]_ | lost 2 [2]",
    ),
    "rst citation of a work that stands elsewhere": (
        "p.rst",
        "T\n=\n\nA [Lane]_ B [1]_.\n\n.. [1] C.\n",
        "reference 1 [1]_ | note 1 .. [1]",
    ),
    "superscript numbers that count on": (
        "p.txt",
        "T\n\n"
        + "".join(f"It is so.{mark} " for mark in "¹²³⁴⁵⁶⁷⁸⁹")
        + "So it is.¹⁰\n\n"
        + "".join(f"{mark} Yes, it is.\n\n" for mark in "¹²³⁴⁵⁶⁷⁸⁹"),
        " | ".join(
            [
                *(f"reference {number} {mark}" for number, mark in enumerate("¹²³⁴⁵⁶⁷⁸⁹", 1)),
                "reference 10 ¹⁰",
                *(f"note {number} {mark}" for number, mark in enumerate("¹²³⁴⁵⁶⁷⁸⁹", 1)),
            ]
        ),
    ),
    "glued brackets over a list of notes": (
        "p.md",
        "It comes with puddings[1] and butter[2] in it.\n\n## Notes\n\n1. Ten.\n2. Salted.\n",
        "reference 1 [1] | reference 2 [2] | note 1 1. | note 2 2.",
    ),
    "org": (
        "p.org",
        "#+TITLE: T\n\nA[fn:1] B[fn:: C.]\n\n[fn:1] D.\n",
        "reference 1 [fn:1] | inline  [fn:: C.] | note 1 [fn:1]",
    ),
    "asciidoc": (
        "p.adoc",
        "= T\n\nA.footnote:[B.] C.footnote:x[D.] E.footnote:x[] `footnote:[no]`\n",
        "inline  footnote:[B.] | inline x footnote:x[D.] | reference x footnote:x[]",
    ),
    "asciidoc, the old way": (
        "p.adoc",
        "= T\n\nA.footnoteref:[x,D.] E.footnoteref:[x]\n",
        "inline x footnoteref:[x,D.] | reference x footnoteref:[x]",
    ),
    "textile": ("p.textile", "h1. T\n\nA[1] @b[2]@.\n\nfn1. B.\n", "reference 1 [1] | note 1 fn1."),
    "caret in plain text": ("p.txt", "T\n\nA.[^1]\n\n[^1]: B.\n", "reference 1 [^1] | note 1 [^1]:"),
    "bare digits": (
        "p.txt",
        "T\n\nIt is so.1 Or not!2\n\n1 Really.\n\n2 Perhaps.\n",
        "reference 1 1 | reference 2 2 | note 1 1 | note 2 2",
    ),
    "digits in and after quotes": (
        "p.txt",
        "T\n\nHe said “so.”1 (Or not.)2 Mother's.3\n\n1 A.\n\n2 B.\n\n3 C.\n",
        "reference 1 1 | reference 2 2 | reference 3 3 | note 1 1 | note 2 2 | note 3 3",
    ),
    "glued to a word": ("p.txt", "T\n\nThe clock1 stopped.\n\n1 It is old.\n", "reference 1 1 | note 1 1"),
    "alone, it goes on counting": (
        "p.txt",
        "T\n\nThis is how it is.1 But why?2 Who knows\n",
        "reference 1 1 | reference 2 2",
    ),
    "alone, it does not": ("p.txt", "T\n\nThis is how it is.4 But why?7 Who knows\n", ""),
    "raised": (
        "p.txt",
        "T\n\nIt is so.¹² Or m² of it.\n\n¹ A.\n\n² B.\n",
        "reference 1 ¹² | reference 2 ¹² | note 1 ¹ | note 2 ²",
    ),
    "ranges in brackets": (
        "p.txt",
        "T\n\nIt is so [1, 2].\n\n[1] A.\n[2] B.\n",
        "reference 1 [1, 2] | reference 2 [1, 2] | note 1 [1] | note 2 [2]",
    ),
    "a list under its heading": (
        "p.txt",
        "T\n\nIt is so [1]. Or not [2].\n\nNotes\n\n1. A.\n2. B.\n",
        "reference 1 [1] | reference 2 [2] | note 1 1. | note 2 2.",
    ),
    "quoted mail": (
        "p.txt",
        "T\n\nIt is so [1].\n\n> I doubt [2] it.\n> [2] Really.\n\n[1] A.\n",
        "reference 1 [1] | note 1 [1]",
    ),
    "daggers": (
        "p.txt",
        "T\n\nIt is so.* Or *not so*.† But why?\n\n* A.\n† B.\n",
        "reference * * | reference † † | note * * | note † †",
    ),
    "bullets and ratings": ("p.txt", "T\n\nA film of *** for him, *so* they say.\n\n* milk\n* eggs\n", ""),
    "pages, volumes, scores": (
        "p.txt",
        "T\n\nSee p.4 and vol.2. We lost 3-1. It was worth it.1\n\n1 A.\n",
        "reference 1 1 | note 1 1",
    ),
    "numbered paragraphs": ("p.txt", "T\n\nWe met in 2010. It went on.\n\n2 weeks later it was over.\n", ""),
}


@pytest.mark.parametrize(("name", "text", "expected"), SYNTAXES.values(), ids=SYNTAXES)
def test_syntaxes(name, text, expected):
    assert marks(text, name) == expected


HIDDEN = [
    "`[^1]`",
    "``a ` [^1]``",
    "```\n[^1]\n```",
    "    [^1]\n",
    "<!-- [^1] -->",
    "\\[^1]",
    "[a](b \"[^1]\")",
    "[^a-z]+",
    "$x[^1]$",
    "%%[^1]%%",
    "{::comment}[^1]{:/comment}",
    "{% comment %}[^1]{% endcomment %}",
    "---\ntitle: a [^1]\n---\n",
]  # fmt: skip


@pytest.mark.parametrize("text", HIDDEN)
def test_what_is_no_prose_holds_no_reference(text):
    assert marks(text if text.startswith("---") else f"Text.\n\n{text}\n") == ""


def test_a_note_knows_its_words_and_what_stands_in_it():
    text = "A.[^1]\n\n[^1]: One [two](https://a.example/)[^2].\n\n    Three.\n\n[^2]:\n  Four.\n"
    (post,) = read("post.md", text.encode())
    first, second = (mark for mark in footnotes.read(post) if mark.role == "note")
    assert (first.text, first.links) == ("One two.\nThree.", ("https://a.example/",))
    assert second.text == "Four."
    assert [mark.within for mark in footnotes.read(post) if mark.role == "reference"] == ["", "1"]


def test_numbers_that_begin_anew_have_sections_of_their_own():
    text = "T\n\nIt is so.1 Or not.2\n\n1 A.\n\n2 B.\n\nMore of it.1 And more.2\n\n1 C.\n\n2 D.\n"
    (post,) = read("post.txt", text.encode())
    found = [(mark.role, mark.label, mark.section) for mark in footnotes.read(post)]
    assert found[:4] == [("reference", "1", 0), ("reference", "2", 0), ("note", "1", 0), ("note", "2", 0)]
    assert found[4:] == [("reference", "1", 1), ("reference", "2", 1), ("note", "1", 1), ("note", "2", 1)]


def test_the_posts_of_a_dump_have_notes_of_their_own():
    text = "One\n\n2024-05-02 07:00:00\n\nThis is how it is.1\n\nB\n\n2024-05-01 07:00:00\n\nIt is not.1\n\n1 Really.\n"
    first, second = read("post.txt", text.encode())
    assert [mark.role for mark in footnotes.read(first)] == ["reference"]
    assert [mark.role for mark in footnotes.read(second)] == ["reference", "note"]


def test_listings_have_none():
    text = "Latest Posts (2 found)\n" + "A Site 2 days ago\n\nA title\n\nIt is so.1 1 Really.\n\n0 views\n" * 2
    assert [marks for post in read("list.txt", text.encode()) for marks in footnotes.read(post)] == []


def test_of_brackets_without_end_only_the_outer_ones_are_read():
    found = pairs("[" * 200 + "]" * 200, "[", "]")
    assert set(found.items()) == {(at, 399 - at) for at in range(DEEP)}


def test_words_of_a_note_in_restructuredtext_are_those_of_its_links() -> None:
    text = "T\n=\n\nA [1]_.\n\n.. [1] __init__ and `the tar <https://a.example/>`__ and\n   `the oars`_.\n\n   __ https://b.example/\n"
    (post,) = read("p.rst", text.encode())
    (note,) = (mark for mark in footnotes.read(post) if mark.role == "note")
    assert note.text.split() == ["__init__", "and", "the", "tar", "and", "the", "oars."]
