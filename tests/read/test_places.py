"""The promise of every reader: no input makes it fail, and every place it gives is one of the file."""

import json
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.model.text import Prose, Span
from lint.read import FORMATS, read

WORDS = st.sampled_from(
    (
        "tar rope café 🚢 e\u0301 日本 &amp; &eacute; &nbsp; &bogus; & < > \" ' * ** _ ` ``` [^1] [^1]: [x](y) ![a](b)"
        " <b> </b> <p> </p> <li> <ul> </ul> <div\xa0id=i> </div> <br> <!-- --> <code> </code> <table><tr><td> </table>"
        " <script> </script> <img\talt='a&quot;b'> <a\thref='#n1'> </a> <sup\tid=s> </sup> <pre> </pre> # ## - 1. > |"
        " --- === \\* \\ {{x}} {%y%} {:.z} $$ %% https://a.example/b 2024-05-02 10:11:12 ]]> <![CDATA[ \ufeff \ufffc"
        " 👇 Previously:"
    ).split(" ")
)
ENDS = st.sampled_from(
    ["\n", "\r\n", "\n\n", "\r\n\r\n", " ", " ", " ", "", "\r", "\t", "  \n", "\n    ", "\n> ", "\n- "]
)
TEXTS = st.lists(st.tuples(WORDS, ENDS), max_size=40).map(lambda pairs: "".join(word + end for word, end in pairs))


def feed(body: str) -> str:
    inside = body.replace("]]>", "")
    return (
        f"<rss><channel><item><title>{escape(body)}</title><description><![CDATA[{inside}]]></description></item>"
        f"<item><description>{escape(escape(body))}</description></item></channel></rss>"
    )


def json_feed(body: str) -> str:
    items = [{"title": body, "content_html": body}, {"content_text": body}]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}, ensure_ascii=len(body) % 2 == 0)


def wordpress(body: str) -> str:
    inside = body.replace("]]>", "")
    notes = json.dumps([{"id": "n", "content": inside}])
    return (
        '<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>'
        f"<item><title>{escape(body)}</title><wp:post_type>post</wp:post_type>"
        f"<encoded><![CDATA[{inside}\n<!-- wp:footnotes /-->]]></encoded>"
        "<wp:postmeta><wp:meta_key>footnotes</wp:meta_key>"
        f"<wp:meta_value><![CDATA[{notes}]]></wp:meta_value></wp:postmeta></item>"
        f"<item><encoded>{escape(body)}</encoded></item></channel></rss>"
    )


def ghost(body: str) -> str:
    rows = [{"title": body, "html": body}, {"title": "", "slug": "", "plaintext": body}]
    return json.dumps({"data": {"posts": rows}})


def front(body: str) -> str:
    return f"---\ntitle: {body}\n---\n{body}"


def dump(body: str) -> str:
    return f"Title\n\n2024-05-02 10:11:12\n\n{body}\n\nAnother\n\n2024-05-03 10:11:12\n\n{body}"


SHAPES = {
    "a.md": str,
    "b.md": front,
    "a.html": str,
    "a.xml": feed,
    "a.json": json_feed,
    "w.xml": wordpress,
    "g.json": ghost,
    "a.txt": str,
    "b.txt": dump,
    "a.rst": str,
    "a.adoc": str,
    "a.org": str,
}


def hold(path: str, text: str) -> None:
    size = len(text.removeprefix("\ufeff"))
    for post in read(path, text.encode()):
        source = post.source.text
        spans = [post.span, *([post.title_at] if post.title_at else [])]
        spans += [one.span for one in (*post.comments, *post.faults, *post.definitions)]
        for block in post.blocks:
            proper(block.prose, source)
            spans += [block.span, *(one.span for one in (*block.inlines, *block.holders))]
            assert all(0 <= one.start <= one.end <= len(block.prose.text) for one in block.inlines)
        for span in spans:
            assert 0 <= span.start <= span.end <= size, span
            post.source.place(span)


def proper(prose: Prose, source: str) -> None:
    at = 0
    for number, run in enumerate(prose.runs):
        stop = prose.runs[number + 1].at if number + 1 < len(prose.runs) else len(prose.text)
        assert run.at == at
        assert 0 <= run.start <= run.end <= len(source)
        if run.literal:
            assert source[run.start : run.end] == prose.text[run.at : stop]
        at = stop
    assert at == len(prose.text)
    for start in range(len(prose.text)):
        home = prose.home(start, start + 1)
        assert isinstance(home, Span)
        assert 0 <= home.start <= home.end <= len(source)


@pytest.mark.parametrize("path", SHAPES)
def test_every_place_is_one_of_the_file(path: str) -> None:
    @settings(max_examples=150, deadline=None)
    @given(TEXTS)
    def holds(body: str) -> None:
        hold(path, SHAPES[path](body))

    holds()


@pytest.mark.parametrize("suffix", sorted(FORMATS))
def test_no_input_makes_a_reader_fail(suffix: str) -> None:
    @settings(max_examples=60, deadline=None)
    @given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda text: text.encode("utf-8", "ignore"))))
    def holds(data: bytes) -> None:
        for post in read(f"a{suffix}", data):
            assert post.span.end <= len(post.source.text)

    holds()
