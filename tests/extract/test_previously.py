"""Blocks of earlier posts in the forms they come in: heading, then title and address of every entry."""

import datetime as dt

import pytest

from lint.extract import previously
from lint.extract.headings import earlier, lead
from lint.read import read


def blocks(text, name="post.md"):
    """The blocks of the first post: heading, and its entries as (title, address)."""
    (post, *_) = read(name, text.encode())
    return [(recap.heading, [(entry.title, entry.url) for entry in recap.entries]) for recap in previously.read(post)]


MOTOR, PAY = ("The motor", "/motor/"), ("The pay", "/pay/")

FORMS = {
    "heading and list": "## Previously\n\n- [The motor](/motor/)\n- [The pay](/pay/)\n",
    "bold line and list": "**Previously:**\n\n1. [The motor](/motor/)\n2. [The pay](/pay/)\n",
    "a line and list": "Previously:\n- [The motor](/motor/)\n- [The pay](/pay/)\n",
    "with the name of the site": "### Previously, on The Quay…\n\n* [The motor](/motor/)\n* [The pay](/pay/)\n",
    "descriptions": "## Related\n\n- [The motor](/motor/) – from a tractor\n- 2024-03-01: [The pay](/pay/)\n",
    "inline": "Earlier: [The motor](/motor/), [The pay](/pay/).\n",
    "inline with bars": "*See also:* [The motor](/motor/) | [The pay](/pay/)\n",
    "lines of one paragraph": "**Related:**\n[The motor](/motor/)\n[The pay](/pay/)\n",
    "paragraphs": "## Related\n\n[The motor](/motor/)\n\n[The pay](/pay/)\n\nText goes on here.\n",
    "an introduction": "## Further reading\n\nWhat I wrote before:\n\n- [The motor](/motor/)\n- [The pay](/pay/)\n",
    "another language": "## Zuletzt\n\n- [The motor](/motor/)\n- [The pay](/pay/)\n",
    "a pointer before it": "👇 **Previously:**\n\n- [The motor](/motor/)\n- [The pay](/pay/)\n",
    "in a quotation": "> **Previously:** [The motor](/motor/), [The pay](/pay/)\n",
    "an item with items": "- **Related:**\n  - [The motor](/motor/)\n  - [The pay](/pay/)\n- Something else\n",
    "set off, without a colon": "*See also* [The motor](/motor/) · [The pay](/pay/)\n",
    "a definition list": "## See also\n\n[The motor](/motor/)\n: Old.\n\n[The pay](/pay/)\n: Low.\n",
    "an announced list": "## Earlier\n\nA few posts from last year:\n\n- [The motor](/motor/)\n- [The pay](/pay/)\n",
    "pictures": "## Related\n\n[![A ferry](m.jpg)](/motor/)\n**[The motor](/motor/)**\n\n[The pay](/pay/)\n",
    "components": '## Related\n\n<Card title="The motor" href="/motor/" />\n<Card title="The pay" href="/pay/" />\n',
    "shortcodes": '## Related\n\n{{< a link="/motor/" title="The motor" >}}\n{{< a link="/pay/" title="The pay" >}}\n',
    "after it a footer": "Related:\n\n[The motor](/motor/)\n\n[The pay](/pay/)\n\nPost [A](/f/) was here first.\n",
    "in quoted titles": "## Previously\n\n- “[The motor](/motor/)”\n- “[The pay](/pay/)”\n",
}


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS)
def test_forms_in_markdown(text):
    ((_, entries),) = blocks(f"# A ferry\n\nIt leaves when it is full.\n\n{text}")
    assert entries == [MOTOR, PAY]


A, B = '<a href="/motor/">The motor</a>', '<a href="/pay/">The pay</a>'
CARD = '<figure class="kg-card"><a class="kg-bookmark-container" href="{}"><div><div>{}</div>{}</div></a></figure>'

PAGES = {
    "list": f"<h3>Previously</h3><ul><li>{A}</li><li>{B}</li></ul>",
    "bold paragraph": f"<p><strong>Previously:</strong></p><ul><li><p>{A}</p></li><li><p>{B}</p></li></ul>",
    "cards": '<section><h2>Previously</h2><a href="/motor/"><img src="m.jpg" alt="A ferry"><h3>The motor</h3><p>Old</p>'
    '</a><a href="/pay/"><img src="p.jpg" alt="A ferry"><h3>The pay</h3><p>Low.</p></a></section>',
    "headings with links": f'<div class="more"><h2>Related posts</h2><article><h3>{A}</h3><p>Old.</p></article>'
    f"<article><h3>{B}</h3><p>Low.</p></article></div>",
    "bookmarks": "<h4>Previously</h4>"
    + CARD.format("/motor/", "The motor", "<div>Old.</div>")
    + CARD.format("/pay/", "The pay", ""),
    "table": f"<h3>See also</h3><table><tr><td>{A}</td><td>Old</td></tr><tr><td>{B}</td><td>Low</td></tr></table>",
    "inline": f"<p>Previously: {A}, {B}</p>",
    "lines": f"<p><b>Related:</b><br>{A}<br>{B}</p>",
    "aside": f"<aside><h4>Lesen Sie auch</h4><p>{A}</p><p>{B}</p></aside>",
    "definition list": f"<dl><dt>Previously</dt><dd>{A}</dd><dd>{B}</dd></dl>",
    "related list": f'<div class="related-posts"><h4>Related</h4><ul><li>{A}</li><li>{B}</li></ul></div>',
}


@pytest.mark.parametrize("html", PAGES.values(), ids=PAGES)
def test_forms_in_html(html):
    text = f"<article><h1>A ferry</h1><p>It leaves when it is full, and the captain says when.</p>{html}</article>"
    ((_, entries),) = blocks(text, "page.html")
    assert entries == [MOTOR, PAY]


DUMP = "A ferry\n\n2024-05-01 07:00:00\n\nA ferry\n\nIt leaves when it is full.\n\n{}\n\n1 Or nearly.\n"

LINES = {
    "triples": "👇\nPreviously, on The Quay...\nThe motor\nOld…\nA ferry\nThe pay\nLow…\nA ferry",
    "pairs": "👇\nA couple posts from the weekend on The Quay...\nThe motor\nOld, and from a tractor…\nThe pay\nLow…",
    "no pointer": "Previously, on The Quay...\nThe motor\nOld…\nA ferry\nThe pay\nLow…\nA ferry",
    "apart": "👇\n\nPreviously, on The Quay...\n\nThe motor\nOld…\nA ferry\nThe pay\nLow…\nA ferry",
    "each line apart": "👇\nPreviously, on The Quay...\n\nThe motor\n\nOld…\n\nA ferry\n\nThe pay\n\nLow…\n\nA ferry",
    "a description is missing": "👇\nPreviously, on The Quay...\nThe motor\nA ferry\nThe pay\nLow…\nA ferry",
    "an alt line is missing": "👇\nPreviously, on The Quay...\nThe motor\nOld…\nThe pay\nLow…\nA ferry",
    "entries apart": "👇\nPreviously, on The Quay...\n\nThe motor\nOld…\n\nThe pay\nLow…",
    "titles alone": "👇\nPreviously, on The Quay...\nThe motor\nThe pay",
}


@pytest.mark.parametrize("text", LINES.values(), ids=LINES)
def test_lines_of_a_dump(text):
    ((_, entries),) = blocks(DUMP.format(text), "reader.txt")
    assert entries == [("The motor", ""), ("The pay", "")]


def test_embeds_that_a_script_draws():
    data = '{{"title":"{}","canonical_url":"{}","caption":"Old."}}'.replace('"', "&quot;")
    card = f'<div class="digest-post-embed" data-attrs="{data}"></div>'
    html = f"<h3>Previously</h3>{card.format('The motor', '/motor/')}{card.format('The pay', '/pay/')}<p>The end.</p>"
    ((_, entries),) = blocks(f"<article><h1>A ferry</h1><p>Full.</p>{html}</article>", "page.html")
    assert entries == [MOTOR, PAY]


def test_an_entry_may_be_called_like_the_post():
    text = "👇\nPreviously, on The Quay...\nThe motor\nOld…\nA ferry\nA ferry\nFull…\nA ferry"
    ((_, entries),) = blocks(DUMP.format(text), "reader.txt")
    assert entries == [("The motor", ""), ("A ferry", "")]


def test_plain_lists_with_addresses():
    text = "Subject: A ferry\nDate: 2024-05-01\n\nFull.\n\nPreviously:\n\n- The motor: https://q.example/m\n- The pay (https://q.example/p)\n"
    ((_, entries),) = blocks(text, "mail.txt")
    assert entries == [("The motor", "https://q.example/m"), ("The pay", "https://q.example/p")]
    text = "Subject: A ferry\nDate: 2024-05-01\n\nFull.\n\nPreviously:\nThe motor\nhttps://q.example/m\nThe pay\nhttps://q.example/p\n"
    ((_, entries),) = blocks(text, "mail.txt")
    assert entries == [("The motor", "https://q.example/m"), ("The pay", "https://q.example/p")]


LIGHT = {
    "post.adoc": "= A ferry\n\nFull.\n\n== See also\n\n* link:/motor/[The motor]\n* xref:/pay/[The pay]\n",
    "post.rst": "A ferry\n=======\n\nFull.\n\n.. rubric:: Related\n\n- `The motor </motor/>`_\n- `The pay </pay/>`__\n",
    "post.org": "#+TITLE: A ferry\n\nFull.\n\n* See also\n\n- [[/motor/][The motor]]\n- [[/pay/][The pay]]\n",
    "post.textile": 'h1. A ferry\n\nFull.\n\nh2. See also\n\n* "The motor":/motor/\n* "The pay":/pay/\n',
    "post.eml": "Subject: A ferry\nContent-Type: text/html\n\n<p>Full.</p><h3>See also</h3>"
    f"<ul><li>{A}</li><li>{B}</li></ul>",
}


@pytest.mark.parametrize("name", LIGHT)
def test_forms_in_other_markup(name):
    ((_, entries),) = blocks(LIGHT[name], name)
    assert entries == [MOTOR, PAY]


def test_a_list_without_links_has_titles():
    ((_, entries),) = blocks("# A ferry\n\nFull.\n\nPreviously:\n\n- The motor\n- The pay\n")
    assert entries == [("The motor", ""), ("The pay", "")]


@pytest.mark.parametrize(
    ("item", "day"),
    [
        ("[The pay](/pay/) (3 May 2024)", "2024-05-03"),
        ("2024-05-03 – [The pay](/pay/)", "2024-05-03"),
        ("[2024-05-03: The pay](/pay/)", "2024-05-03"),
        ("[Pay from 3 May 2024 on](/pay/)", None),
    ],
)
def test_the_day_of_an_entry_is_beside_its_title(item, day):
    (post,) = read("post.md", f"# A ferry\n\nFull.\n\n## Previously\n\n- {item}\n".encode())
    ((entry,),) = (recap.entries for recap in previously.read(post))
    assert str(entry.date or "") == (day or "")


def test_running_text_leaves_what_asks_to_read_empty():
    text = "It was late, and nobody had told the captain, who sat in the hold and counted what was left of the rope."
    assert blocks(f"# A ferry\n\nFull.\n\n**Read also:**\n\n{text}\n") == [("Read also:", [])]
    assert blocks(f"# A ferry\n\nFull.\n\n**Previously:**\n\n{text}\n") == []


NONE = [
    "**Most popular**\n\n- [The motor](/motor/)\n",
    "## Recent posts\n\n- [The motor](/motor/)\n",
    "## Previously in this series\n\n- [Part one](/one/)\n",
    "← Previous: [The motor](/motor/) | Next: [The pay](/pay/) →\n",
    "## Earlier attempts\n\n- [The motor](/motor/)\n",
    "Previously, you could take [the motor](/motor/) out with a spoon, and nobody would notice.\n",
    "Earlier this year, we sold\nthe motor and took the money\nto a bank.\n",
    "Related: [the motor](/motor/) is a thing that stands in the hold, and [the pay](/pay/) depends on it.\n",
    "## Related\n\n- no link in this list\n- or in this item\n",
    "```\n## Previously\n```\n",
    "## Previously\n\nThe motor stopped, and then somebody found the spoon.\n",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_such_block(text):
    assert blocks(f"# A ferry\n\nIt leaves when it is full.\n\n{text}") == []


TAGS = [
    ("[A]({% post_url 2024-01-01-a %})", "post:2024-01-01-a"),
    ("[A]({% link _posts/2024-01-01-a.md %})", "file:_posts/2024-01-01-a.md"),
    ("[A]({{ site.baseurl }}/a/)", "/a/"),
    ('[A]({{ "/a/" | relative_url }})', "/a/"),
    ('[A]({{< ref "posts/a.md" >}})', "post:posts/a.md"),
    ("[[A]]", "wiki:A"),
    ("[[b|A]]", "wiki:b"),
    ("[A]()", "#"),
    ("<a>A</a>", ""),
]


@pytest.mark.parametrize(("link", "url"), TAGS)
def test_addresses_of_site_generators(link, url):
    text = f"## Previously\n\n- [B](/b/)\n- {link}\n"
    ((_, entries),) = blocks(f"# A ferry\n\nFull.\n\n{text}")
    assert ("A", url) in entries or not url


def test_an_entry_knows_its_description_and_its_day():
    text = "# A ferry\n\n## Previously\n\n- [The motor](/motor/) – old, and loud (3 March 2024)\n"
    (post,) = read("post.md", text.encode())
    (entry,) = previously.read(post)[0].entries
    assert (entry.description, entry.date) == ("old, and loud (3 March 2024)", dt.date(2024, 3, 3))
    assert entry.place.excerpt == "The motor"
    assert entry.description_place.excerpt == "old, and loud (3 March 2024)"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("# A ferry\n\nFull.\n\n## Previously\n\n## Colophon\n\nLead.\n", "post.md"),
        ("# A ferry\n\nFull.[^1]\n\n**Previously:**\n\n[^1]: Nearly.\n", "post.md"),
        (DUMP.format("👇\nPreviously, on The Quay..."), "reader.txt"),
        ("<article><h1>A</h1><p>Full.</p><h2>Previously</h2><ul></ul></article>", "page.html"),
    ],
)
def test_a_heading_with_nothing_under_it(text, name):
    assert [entries for _, entries in blocks(text, name)] == [[]]


def test_signatures_do_not_hang_on_order_or_on_what_is_added_to_addresses():
    (one,) = read("a.md", b"# A\n\nEarlier: [a](https://q.example/a/), [b](https://q.example/b/)\n")
    (two,) = read("b.md", b"# B\n\nEarlier: [b](http://www.q.example/b), [a](https://q.example/a/?utm_source=x)\n")
    assert previously.read(one)[0].signature == previously.read(two)[0].signature != ""


LEADS = """Previously | PREVIOUSLY: | Previously on The Quay | 👇 Earlier this year | À lire aussi : | 関連記事 | Ранее:
| See also | From the archive | A few older posts about ferries | Anteriormente, en el muelle... | Zum Thema
| Recently on The Quay | Last week, on The Quay | Posts you may have missed | In the same vein"""


@pytest.mark.parametrize("line", [line.strip() for line in LEADS.split("|")])
def test_lead_ins(line):
    assert lead(line)


@pytest.mark.parametrize(
    "line",
    [
        "Previous",
        "Next",
        "Popular posts",
        "Latest",
        "Related work",
        "Earlier attempts",
        "Previously we said",
        "Archive",
    ],
)
def test_lines_that_announce_nothing(line):
    assert not lead(line)


def test_only_some_lead_ins_speak_of_time():
    assert [earlier(line) for line in ("Previously", "From the archive", "Related", "See also", "👇 Zuletzt")] == [
        True, True, False, False, True,
    ]  # fmt: skip
