import datetime as dt

import pytest

from lint.model.post import Post
from lint.read import read

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Wharf</title><link>https://wharf.example/</link>
<item>
<title>Tar &amp; rope</title>
<link>https://wharf.example/tar/</link>
<pubDate>Thu, 02 May 2024 07:00:00 +0000</pubDate>
<description>Short.</description>
<content:encoded><![CDATA[<p>Tar is <b>hot</b> &amp; black.</p>
<p>Rope is not.<sup><a href="#n1">1</a></sup></p><ol><li id="n1">Mostly.</li></ol>]]></content:encoded>
</item>
<item><title>Oars</title>
<description>&lt;p&gt;Ash, caf&amp;eacute; &#233; &lt;i&gt;and&lt;/i&gt; pine.&lt;/p&gt;</description>
<guid>https://wharf.example/oars/</guid></item>
</channel></rss>
"""


def excerpt(post: Post, block: int, words: str) -> str:
    prose = post.blocks[block].prose
    home = prose.home(prose.text.index(words), prose.text.index(words) + len(words))
    return post.source.text[home.start : home.end]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_rss(end: str) -> None:
    tar, oars = read("feed.xml", RSS.replace("\n", end).encode())
    assert (tar.title, tar.date, tar.url) == ("Tar & rope", dt.date(2024, 5, 2), "https://wharf.example/tar/")
    assert [block.prose.text for block in tar.blocks] == [
        "Tar & rope", "Tar is hot & black.", "Rope is not.1", "Mostly.",
    ]  # fmt: skip
    assert (oars.title, oars.date, oars.url) == ("Oars", None, "https://wharf.example/oars/")
    assert oars.blocks[1].prose.text == "Ash, café é and pine."
    assert excerpt(tar, 1, "hot & black") == "hot</b> &amp; black"
    assert excerpt(oars, 1, "café") == "caf&amp;eacute;"
    assert excerpt(oars, 1, "é and") == "&#233; &lt;i&gt;and"
    assert tar.source.place(tar.blocks[2].span).line == 10
    assert tar.source.text[tar.span.start : tar.span.end].endswith("</item>")
    assert tar.blocks[3].attrs == {"id": "n1"}


def test_atom() -> None:
    (post,) = read(
        "feed.atom",
        b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Wharf</title><entry>
<title type="html">Tar &amp;amp; rope</title>
<link rel="self" href="/self"/><link rel="alternate" href="/tar/"/><updated>2024-05-03T01:02:03Z</updated>
<published>2024-05-02T01:02:03Z</published><summary>Short.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Tar is <em>hot</em>.</p></div></content>
</entry></feed>""",
    )
    assert (post.title, post.date, post.url) == ("Tar & rope", dt.date(2024, 5, 2), "/tar/")
    assert post.blocks[1].prose.text == "Tar is hot."
    assert excerpt(post, 1, "hot") == "hot"


def test_rdf_and_drafts() -> None:
    posts = read(
        "feed.rdf.xml",
        b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel/>
<item><title>Tar</title><dc:date>2024-05-02</dc:date><description>Hot.</description></item>
<item><title>Rope</title><wp:status>draft</wp:status><description>Dry.</description></item>
<item><title>Menu</title><wp:post_type>nav_menu_item</wp:post_type></item></rdf:RDF>""",
    )
    assert [(post.title, post.date, post.draft) for post in posts] == [
        ("Tar", dt.date(2024, 5, 2), False),
        ("Rope", None, True),
    ]


def test_a_feed_that_breaks_off_keeps_its_items() -> None:
    text = RSS.replace("<title>Oars</title>", "<title>Oars & more</title>")
    posts = read("feed.xml", text.encode())
    assert [post.title for post in posts] == ["Tar & rope", "Oars"]
    (fault,) = posts[0].faults
    assert fault.rule == "input-malformed-feed"
    assert posts[0].source.place(fault.span).line == 12


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.xml", "<drawing><line></drawing>"),
        ("a.xml", "not xml"),
        ("a.json", '{"a": 1}'),
        ("a.json", "[1,"),
        ("a.json", ""),
        ("a.xml", "\0\1"),
    ],
)
def test_data_are_no_posts(name: str, text: str) -> None:
    assert read(name, text.encode()) == []


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    (post,) = read(
        "a.xml",
        f"{bomb}]><rss><channel><item><title>T</title><description>&i;</description></item></channel></rss>".encode(),
    )
    assert "haha" not in "".join(block.prose.text for block in post.blocks)


@pytest.mark.parametrize(
    "text",
    [
        "---\nlayout: none\n---\n<?xml version='1.0'?><rss><channel><item><title>Tar</title></item></channel></rss>",
        "<rss><channel><title>{{ site }}</title>{% for post in posts %}<item><title>{{ post.title }}</title></item>",
    ],
)
def test_a_template_of_a_feed_is_no_feed(text: str) -> None:
    assert read("feed.xml", text.encode()) == []
