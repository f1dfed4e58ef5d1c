"""HTML notes as the generators write them: every reference finds its note, every note its way back."""

import pytest

from lint.extract import footnotes
from lint.read import read


def marks(html, name="page.html"):
    """The references and notes of the first post: role, number shown, label, and for notes text and way back."""
    (post, *_) = read(name, html.encode())
    return [
        (mark.role, mark.number, mark.label)
        if mark.role == "reference"
        else (mark.role, mark.label, mark.text, mark.back)
        for mark in footnotes.read(post)
    ]


TEXT = "<article><h1>A ferry</h1><p>It leaves when it is full, and the captain decides what full means.</p>"

PAGES = {
    "goldmark": (
        '<p>It is slow.<sup id="fnref:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a></sup></p>'
        '<div class="footnotes" role="doc-endnotes"><hr><ol><li id="fn:1"><p>The motor.&#160;'
        '<a href="#fnref:1" class="footnote-backref" role="doc-backlink">&#x21a9;&#xfe0e;</a></p></li></ol></div>',
        "fn:1",
    ),
    "github": (
        '<p>It is slow.<sup><a href="#user-content-fn-1-ab" id="user-content-fnref-1-ab" data-footnote-ref="" '
        'aria-describedby="footnote-label">1</a></sup></p><section data-footnotes="" class="footnotes">'
        '<h2 id="footnote-label" class="sr-only">Footnotes</h2><ol><li id="user-content-fn-1-ab"><p>The motor. '
        '<a href="#user-content-fnref-1-ab" data-footnote-backref="" aria-label="Back to reference 1">↩</a></p></li>'
        "</ol></section>",
        "user-content-fn-1-ab",
    ),
    "github, prefix on one side": (
        '<p>It is slow.<sup><a href="#fn-1" id="user-content-fnref-1" data-footnote-ref>1</a></sup></p>'
        '<section data-footnotes class="footnotes"><ol><li id="user-content-fn-1"><p>The motor. '
        '<a href="#fnref-1" data-footnote-backref class="data-footnote-backref">↩</a></p></li></ol></section>',
        "user-content-fn-1",
    ),
    "kramdown": (
        '<p>It is slow.<sup id="fnref:m" role="doc-noteref"><a href="#fn:m" class="footnote" rel="footnote">1</a></sup>'
        '</p><div class="footnotes" role="doc-endnotes"><ol><li id="fn:m" role="doc-endnote"><p>The motor. '
        '<a href="#fnref:m" class="reversefootnote" role="doc-backlink">&#8617;</a></p></li></ol></div>',
        "fn:m",
    ),
    "pandoc": (
        '<p>It is slow.<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a></p>'
        '<section id="footnotes" class="footnotes footnotes-end-of-document" role="doc-endnotes"><hr /><ol>'
        '<li id="fn1"><p>The motor.<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol>'
        "</section>",
        "fn1",
    ),
    "wordpress block": (
        '<p>It is slow.<sup data-fn="7a1c-11" class="fn"><a href="#7a1c-11" id="7a1c-11-link">1</a></sup></p>'
        '<ol class="wp-block-footnotes"><li id="7a1c-11">The motor. <a href="#7a1c-11-link" '
        'aria-label="Jump to footnote reference 1">↩︎</a></li></ol>',
        "7a1c-11",
    ),
    "easy footnotes": (
        "<p>It is slow.<span id='easy-footnote-1-9' class='easy-footnote-margin-adjust'></span><span class="
        "'easy-footnote'><a href='#easy-footnote-bottom-1-9' title='The motor.'><sup>1</sup></a></span></p>"
        "<ol class='easy-footnotes-wrapper'><li class='easy-footnote-single'><span id='easy-footnote-bottom-1-9' class="
        "'easy-footnote-margin-adjust'></span>The motor.<a class='easy-footnote-to-top' href='#easy-footnote-1-9'></a>"
        "</li></ol>",
        "easy-footnote-bottom-1-9",
    ),
    "substack": (
        '<p>It is slow.<a class="footnote-anchor" data-component-name="FootnoteAnchorToDOM" id="footnote-anchor-1" '
        'href="#footnote-1" target="_self">1</a></p><div class="footnote" data-component-name="FootnoteToDOM">'
        '<a id="footnote-1" href="#footnote-anchor-1" class="footnote-number" target="_self">1</a>'
        '<div class="footnote-content"><p>The motor.</p></div></div>',
        "footnote-1",
    ),
    "ghost": (
        '<p>It is slow.<sup class="footnote-ref"><a href="#fn1" id="fnref1">[1]</a></sup></p><hr class="footnotes-sep">'
        '<section class="footnotes"><ol class="footnotes-list"><li id="fn1" class="footnote-item"><p>The motor. '
        '<a href="#fnref1" class="footnote-backref">↩︎</a></p></li></ol></section>',
        "fn1",
    ),
    "word": (
        '<p class=MsoNormal>It is slow<a href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference>'
        '<span class=MsoFootnoteReference>[1]</span></span></a></p><div><hr size=1 width="33%"><div id=ftn1>'
        '<p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference>[1]'
        "</span></a> The motor.</p></div></div>",
        "_ftn1",
    ),
    "epub": (
        '<p>It is slow.<a epub:type="noteref" role="doc-noteref" href="#n1" id="r1">1</a></p>'
        '<aside epub:type="footnote" role="doc-footnote" id="n1"><p><a href="#r1" role="doc-backlink">1</a> The motor.'
        "</p></aside>",
        "n1",
    ),
    "mediawiki": (
        '<p>It is slow.<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup></p>'
        '<div class="reflist"><ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink"><b>'
        '<a href="#cite_ref-1">^</a></b></span> <span class="reference-text">The motor.</span></li></ol></div>',
        "cite_note-1",
    ),
    "asciidoctor": (
        '<p>It is slow.<sup class="footnote">[<a id="_footnoteref_1" class="footnote" href="#_footnotedef_1">1</a>]'
        '</sup></p><div id="footnotes"><div class="footnote" id="_footnotedef_1"><a href="#_footnoteref_1">1</a>. The '
        "motor.</div></div>",
        "_footnotedef_1",
    ),
    "sphinx": (
        '<p>It is slow <a class="footnote-reference brackets" href="#id2" id="id1" role="doc-noteref">1</a></p>'
        '<aside class="footnote-list brackets"><aside class="footnote brackets" id="id2" role="doc-footnote">'
        '<span class="label"><span class="fn-bracket">[</span><a role="doc-backlink" href="#id1">1</a>'
        '<span class="fn-bracket">]</span></span><p>The motor.</p></aside></aside>',
        "id2",
    ),
    "org, whose references say that they lead back": (
        '<p>It is slow.<sup><a id="fnr.1" class="footref" href="#fn.1" role="doc-backlink">1</a></sup></p>'
        '<div id="footnotes"><div class="footdef"><sup><a id="fn.1" class="footnum" href="#fnr.1" role="doc-backlink">1'
        '</a></sup> <div class="footpara" role="doc-footnote"><p class="footpara">The motor.</p></div></div></div>',
        "fn.1",
    ),
    "paragraphs with an anchor": (
        '<p>It is slow.<a href="#note1" name="back1"><sup>1</sup></a></p><hr>'
        '<p><a name="note1"></a>1. The motor. <a href="#back1">Back to the text</a></p>',
        "note1",
    ),
    "nothing but links that answer one another": (
        '<p>It is slow <a href="#x" id="y">[1]</a>.</p><p id="x">The motor. <a href="#y">(return)</a></p>',
        "x",
    ),
}


@pytest.mark.parametrize(("html", "label"), PAGES.values(), ids=PAGES)
def test_generators(html, label):
    reference, note = marks(TEXT + html + "</article>")
    assert reference == ("reference", 1, label)
    assert note == ("note", label, "The motor.", "found")


@pytest.mark.parametrize(("html", "label"), PAGES.values(), ids=PAGES)
def test_a_note_that_is_gone_leaves_its_reference(html, label):
    start = min(at for part in ("<div", "<section", "<ol", "<aside", "<hr", '<p id="x"') if (at := html.find(part)) > 0)
    kept = html[:start]
    found = marks(TEXT + kept + "</article>")
    if label == "x":  # neither raised nor called a note: alone, it is any link
        assert found == []
    else:
        assert [mark[0] for mark in found] == ["reference"]


def test_links_that_are_no_notes():
    html = (
        '<ul><li><a href="#one">1</a></li><li><a href="#two">2</a></li></ul><h2 id="one">One</h2><p>8<sup>2</sup> m'
        '<sup>2</sup> 21<sup>st</sup></p><h2 id="two">Two</h2><p><a href="#">Top</a> <a href="#missing">missing</a></p>'
    )
    assert marks(html) == []


def test_notes_in_two_places_and_a_note_in_a_note():
    html = (
        '<p>A.<sup id="r1"><a href="#n1">1</a></sup></p><ol><li id="n1">B.<sup id="r2"><a href="#n2">2</a></sup> '
        '<a href="#r1">↩</a></li></ol><p>C.</p><ol start="2"><li id="n2">D. <a href="#r2">↩</a></li></ol>'
    )
    (post,) = read("page.html", html.encode())
    found = footnotes.read(post)
    assert [(mark.role, mark.label, mark.within) for mark in found] == [
        ("reference", "n1", ""),
        ("note", "n1", ""),
        ("reference", "n2", "n1"),
        ("note", "n2", ""),
    ]


def test_notes_of_one_paragraph_part_its_words():
    html = (
        TEXT + '<p>It is slow<a href="#n1" id="r1"><sup>1</sup></a> and late<a href="#n2" id="r2"><sup>2</sup></a>, '
        'or so<a href="#n3" id="r3"><sup>3</sup></a>.</p><p><a id="n1"></a>1. The motor. <a href="#r1">↩</a> '
        '<a id="n2"></a><a id="n3"></a>2. The captain. <a href="#r2">↩</a></p></article>'
    )
    assert [mark[2:] for mark in marks(html) if mark[0] == "note"] == [
        ("The motor.", "found"),
        ("The captain.", "found"),
        ("The captain.", "found"),
    ]


def test_raw_html_in_markdown():
    html = (
        'It is slow.<sup id="r1"><a href="#n1">1</a></sup>\n\n<ol>\n<li id="n1">The motor. <a href="#r1">↩</a></li>\n'
    )
    assert marks(html, "post.md") == [("reference", 1, "n1"), ("note", "n1", "The motor.", "found")]


def test_places_are_those_of_the_file():
    html = '<p>A.<sup id="r"><a href="#n">1</a></sup></p>\n<ol>\n<li id="n">\n<p>B.</p></li></ol>'
    (post,) = read("page.html", html.encode())
    assert [(mark.place.line, mark.place.excerpt) for mark in footnotes.read(post)] == [(1, "1"), (3, '<li id="n">')]
