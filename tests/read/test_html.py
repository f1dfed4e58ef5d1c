import datetime as dt

import pytest

from lint.model.post import Block, Post
from lint.read import read


def posts(text: str, name: str = "a.html") -> list[Post]:
    return read(name, text.encode())


def told(blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    return [(block.role, block.prose.text) for block in blocks]


def test_blocks_as_a_browser_shows_them() -> None:
    (post,) = posts(
        "<h1>Salt &amp; Co</h1>\n<p>It  was\nlate,&nbsp;<b>very</b> late.<br>We <i> left</i> .</p>loose <em>words</em>"
        "<ul><li>one<li>two<ul><li>inner</ul></ul><table><tr><td>a<td>b</table>"
        "<blockquote><p>said</blockquote><pre>x\n  y &lt;</pre>"
        "<figure><img src=s.png alt='A &quot;jar&quot;'><figcaption>Jar</figcaption></figure>"
        "<script>no('<p>')</script><style>p{}</style><nav>Home</nav><p>Use <code>a &lt; b</code> now.</p>"
    )
    assert told(post.blocks) == [
        ("heading", "Salt & Co"),
        ("paragraph", "It was late,\xa0very late.\nWe left ."),
        ("paragraph", "loose words"),
        ("item", "one"),
        ("item", "two"),
        ("item", "inner"),
        ("cell", "a"),
        ("cell", "b"),
        ("paragraph", "said"),
        ("code", "x\n  y <"),
        ("alt", 'A "jar"'),
        ("caption", "Jar"),
        ("paragraph", "Use ￼ now."),
    ]
    assert [block.group for block in post.blocks[3:8]] == [1, 1, 1, 2, 2]
    assert [block.level for block in post.blocks[3:6]] == [1, 1, 2]
    assert post.blocks[8].quoted == 1
    (code,) = post.blocks[-1].inlines
    assert (code.kind, code.target) == ("code", "a < b")
    assert post.source.text[code.span.start : code.span.end] == "<code>a &lt; b</code>"


def test_notes_can_be_resolved_from_ids() -> None:
    (post,) = posts(
        "<article><h1>Oil</h1><p>It burns.<sup id='r1'><a href='#n1'>1</a></sup></p></article>"
        "<aside><p>Subscribe now</p></aside>"
        "<section class='footnotes'><ol><li id='n1'><p>Slowly. <a href='#r1'>back</a></p><p>Or not.</p></li></ol>"
        "</section><footer><p>All rights</p></footer>"
    )
    assert told(post.blocks) == [
        ("heading", "Oil"),
        ("paragraph", "It burns.1"),
        ("item", "Slowly. back"),
        ("item", "Or not."),
    ]
    kinds = {(one.kind, one.target) for one in post.blocks[1].inlines}
    assert kinds == {("link", "#n1"), ("anchor", "r1"), ("superscript", "")}
    assert post.blocks[2].attrs == {"class": "footnotes", "id": "n1"}
    assert post.blocks[3].attrs == {}
    assert [holder.attrs for holder in post.blocks[3].holders] == [{"class": "footnotes"}, {"id": "n1"}]
    holder = post.blocks[3].holders[-1]
    assert post.source.text[holder.span.start : holder.span.end].startswith("<li id='n1'>")
    assert post.source.text[holder.span.start : holder.span.end].endswith("</li>")


def test_a_link_around_blocks_is_on_each() -> None:
    (post,) = posts('<a class="card" href="/x"><h3>Title</h3><p>Words</p></a><p>After</p>')
    assert [[(one.kind, one.target) for one in block.inlines] for block in post.blocks] == [
        [("link", "/x")],
        [("link", "/x")],
        [],
    ]


def test_an_empty_note_is_a_block() -> None:
    (post,) = posts("<p>A</p><ol><li id='n1'></li></ol>")
    block = post.blocks[1]
    assert (block.role, block.prose.text, block.attrs) == ("item", "", {"id": "n1"})
    assert post.source.place(block.prose.home(0, 0)).column > 1


def test_each_article_is_a_post() -> None:
    first, second = posts(
        "<html><head><title>Wharf</title></head><body><header>Wharf</header><main>"
        "<article><h2><a href='/rope/'>Rope</a></h2><time datetime='2024-02-01T10:00'>Feb</time><p id='k'>Hemp.</p>"
        "</article>"
        "<article><h2><a href='/tar/'>Tar</a></h2><p>Pine.</p></article></main></body></html>"
    )
    assert (first.title, first.date, first.url) == ("Rope", dt.date(2024, 2, 1), "/rope/")
    assert (second.title, second.date, second.url) == ("Tar", None, "/tar/")
    assert told(second.blocks) == [("heading", "Tar"), ("paragraph", "Pine.")]
    assert second.meta["earlier_ids"] == ("k",)
    assert first.source.text[first.span.start :].startswith("<article>")


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2024-02-01T10:00:00Z">',
        '<script type="application/ld+json">{"@type":"Article","datePublished":"2024-02-01"}</script>',
        "</head><body><time class='dt-published' datetime='2024-02-01'>1 Feb</time>",
        "</head><body><p class='date'>February 1, 2024</p>",
    ],
)
def test_date_address_and_title_of_a_page(head: str) -> None:
    (post,) = posts(
        "<html><head><title>Tar — Wharf</title><link rel='canonical' href='https://wharf.example/tar/'>"
        f"{head}<body><header><h1>Tar</h1></header><main><p>Pine.</p><h1>Uses</h1><p>Boats.</p></main></body></html>"
    )
    assert (post.title, post.date, post.url) == ("Tar", dt.date(2024, 2, 1), "https://wharf.example/tar/")


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ("<article>\n<p>One</p>\n<p>And <em>the", "input-malformed-html", 3),
        ("<p>One</p>\n<p>Two <a href='", "input-malformed-html", 2),
        ("<p>One</p>\n<!-- two\n<p>three</p>", "input-unterminated-comment", 2),
        ("<div>" * 120 + "x" + "</div>" * 120, "input-deep-nesting", 1),
    ],
)
def test_faults(text: str, rule: str, line: int) -> None:
    (post,) = posts(text)
    assert [(fault.rule, post.source.place(fault.span).line) for fault in post.faults] == [(rule, line)]
    assert post.blocks


@pytest.mark.parametrize(
    "text",
    [
        "<p>One<p>Two<ul><li>a<li>b</ul><table><tr><td>c</table>",
        "<html><body><p>One</b></p></i></div>",
        "{% if x %}<div>{% endif %}<p>{{ title }}</p>",
        "<p>a < b and c<d</p>",
    ],
)
def test_what_browsers_forgive_is_no_fault(text: str) -> None:
    (post,) = posts(text)
    assert post.faults == ()


def test_hostile_input_is_read_in_linear_time() -> None:
    pieces = ["<", "<a ", "<a b='", "<b>", "<!-", "<!--", "&", "<p><b>", "<svg>", "<a href=x>", "<ul><li>", '<a b="x>']
    for piece in pieces:
        text = piece * (200_000 // len(piece))
        assert posts(text)


PAGES = {
    "wordpress": """<body class="single"><header id="masthead"><p class="site-title">Wharf</p><nav>Home</nav></header>
<main id="primary"><article id="post-9" class="post"><header class="entry-header"><h1 class="entry-title">Tar</h1>
<div class="entry-meta"><time class="entry-date published" datetime="2024-05-02T08:00:00+00:00">May 2</time>
<time class="updated" datetime="2024-06-01T08:00:00+00:00">June 1</time></div></header>
<div class="entry-content"><p>Pine.</p></div><footer class="entry-footer">Filed under: Boats</footer></article>
<nav class="post-navigation"><a href="/oars/">Oars</a></nav>
<div id="comments" class="comments-area"><ol class="comment-list"><li>First!</li></ol></div></main>
<aside class="widget-area"><h2>Recent Posts</h2><ul><li><a href="/x">X</a></li></ul></aside>
<footer id="colophon">Proudly powered</footer></body>""",
    "medium": """<html><head><title>Tar</title></head><body><article class="h-entry">
<header><h1 class="p-name">Tar</h1></header>
<section data-field="body" class="e-content"><p class="graf">Pine.</p></section>
<footer><p>By <a class="p-author">A</a> on
<a href="https://m.example/p/1"><time class="dt-published" datetime="2024-05-02T06:00:00Z">May 2, 2024</time></a>.</p>
<p><a href="https://m.example/tar" class="p-canonical">Canonical link</a></p></footer></article></body></html>""",
    "ghost": """<html><head><title>Tar - Wharf</title><meta property="og:title" content="Tar">
<link rel="canonical" href="https://g.example/tar/">
<meta property="article:published_time" content="2024-05-02T06:00:00Z">
</head><body><div class="site"><header class="gh-head"><a>Wharf</a></header><main><article class="article post">
<header><h1>Tar</h1><section><time datetime="2024-05-02">2 May</time></section></header>
<section class="gh-content"><p>Pine.</p></section></article></main>
<section class="read-next"><h3>Read more</h3><article class="card"><h2>Oars</h2><p>Ash.</p></article></section>
<footer>Wharf 2024</footer></div></body></html>""",
    "hugo": """<html><head><title>Tar | Wharf</title></head><body><header class="header"><nav>Wharf</nav></header>
<main class="main"><article class="post-single"><header class="post-header"><h1 class="post-title">Tar</h1>
<div class="post-meta"><span title="2024-05-02">May 2, 2024</span> · 5 min · Ann</div></header>
<div class="post-content"><p>Pine.<a hidden class="anchor" aria-hidden="true" href="#x">#</a></p></div>
<footer class="post-footer"><ul class="post-tags"><li>boats</li></ul></footer></article></main></body></html>""",
}


@pytest.mark.parametrize("maker", PAGES)
def test_pages_of_the_usual_makers(maker: str) -> None:
    (post,) = posts(PAGES[maker])
    assert (post.title, post.date) == ("Tar", dt.date(2024, 5, 2))
    words = [block.prose.text for block in post.blocks]
    assert words[0] == "Tar"
    assert words[-1] == "Pine."
    assert len(words) <= 3 + (maker == "wordpress")
    if maker in ("medium", "ghost"):
        assert post.url.endswith(".example/tar") or post.url.endswith(".example/tar/")
