"""Links inside a publication, and what other links may lead to."""

import pytest

from lint.extract.targets import addresses, anchors, links
from lint.read import read


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("[a](b.md) [c](/d/) [e](#f)", ["b.md", "/d/", "#f"]),
        ("[a](https://b.example) <https://c.example> [d](//e.example) <a@b.example> [f](mailto:a@b.example)", []),
        ("![a](b.png) <img src='c.png'>", ["b.png", "c.png"]),
        ('[a]({% post_url 2024-05-02-b %}) [c]({{< ref "d.md" >}})', ["post:2024-05-02-b", "post:d.md"]),
        ("[a]({{ page.other }}) [b](c/{{ d }}.md)", []),
        ("See [[Tar]], [[Rope#Kinds|ropes]] and `[[no]]`.", ["wiki:Tar", "wiki:Rope"]),
        ("```\n[a](b.md)\n```", []),
        ("[a][b]\n\n[b]: c.md", ["c.md"]),
    ],
)
def test_links(text: str, wanted: list[str]) -> None:
    (post,) = read("a.md", text.encode())
    found = list(links(post))
    assert sorted(link.target for link in found) == sorted(wanted)
    assert all(post.source.text[link.span.start : link.span.end] == link.place.excerpt for link in found)


@pytest.mark.parametrize(
    ("name", "text", "wanted", "ids"),
    [
        (
            "a.adoc",
            "= T\n\n[[tar]]Tar, [#oar]#oar# and <<tar>>, <<oar,it>>, xref:b.adoc#c[c].\n",
            "#tar #oar b.adoc#c",
            "oar tar",
        ),
        ("a.adoc", "== Part\n\nSee <<other>>.\n", "#other", "?"),
        ("a.adoc", "= T\n\ninclude::b.adoc[]\n", "", "?"),
        ("a.rst", "T\n=\n\n.. _the tar:\n\n`a <#the-tar>`_ `b <tar_>`_ :doc:`work:c` [[d]]\n", "#the-tar", "thetar"),
        ("a.org", "#+TITLE: T\n\n<<tar>> [[./b.org][b]] [[tar]]\n", "./b.org", "tar"),
    ],
)
def test_links_and_ids_of_light_markup(name: str, text: str, wanted: str, ids: str) -> None:
    (post,) = read(name, text.encode())
    assert [link.target for link in links(post)] == wanted.split()
    assert set(anchors(post)) == set(ids.split())


def test_anchors() -> None:
    text = "# Tar & `rope`\n\n## Oars {#wood}\n\n<b id='keel'>x</b>\n\nText.\n{: #mast .x}\n\n## Sail 🦀\n"
    (post,) = read("a.md", text.encode())
    assert set(anchors(post)) == {"tarrope", "oars", "wood", "keel", "mast", "sail", "sail*"}
    (post,) = read("a.md", b"# Tar\n\n{% include a.html %}\n")
    assert "?" in anchors(post)


def test_addresses() -> None:
    (post,) = read("a.md", b"---\npermalink: /a/\naliases: [/b/, /c/]\nredirect_from: /d/\n---\n\nText.\n")
    assert addresses(post) == ("/a/", "/b/", "/c/", "/d/")
