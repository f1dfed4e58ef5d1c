"""Links inside a publication, and what other links may lead to."""

import pytest

from lint.extract.targets import addresses, anchors, links
from lint.model.post import Post
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


def _named(post: Post) -> list[str]:
    return [one.text.replace(" ", "+") or "?" for one in anchors(post)]


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
        (
            "a.rst",
            "Oak\n===\n\n.. _the tar:\n\n`a <#the-tar>`_ `b <tar_>`_ :doc:`work:c` [[d]]\n",
            "#the-tar",
            "Oak the+tar",
        ),
        ("a.org", "#+TITLE: T\n\n<<tar>> [[./b.org][b]] [[tar]]\n", "./b.org", "tar"),
    ],
)
def test_links_and_ids_of_light_markup(name: str, text: str, wanted: str, ids: str) -> None:
    (post,) = read(name, text.encode())
    assert [link.target for link in links(post)] == wanted.split()
    assert set(_named(post)) == set(ids.split())


def test_anchors() -> None:
    text = "# Tar & `rope`\n\n## Oars {#wood}\n\n<b id='keel'>x</b>\n\nText.\n{: #mast .x}\n\n## Sail 🦀\n"
    (post,) = read("a.md", text.encode())
    found = anchors(post)
    assert [one.text for one in found] == ["Tar & rope", "Oars", "Sail 🦀", "keel", "mast", "wood"]
    assert [one.own for one in found[:3]] == ["", "wood", ""]
    assert [one.place.line for one in found[:3] if one.place] == [1, 3, 10]


@pytest.mark.parametrize(
    ("text", "words", "forms"),
    [
        ("## Tar *and* `a_b` ##\n", "Tar and a_b", ("Tar *and* `a_b`",)),
        ("Tar\nand\n---\n", "Tar\nand", ()),
        ("## [Tar](b.md) ![c](d.svg) {#x}\n", "Tar c", ("[Tar](b.md) ![c](d.svg)", "Tar ")),
        ("## Tar\n", "Tar", ()),
    ],
)
def test_forms_of_a_heading(text: str, words: str, forms: tuple[str, ...]) -> None:
    (post,) = read("a.md", text.encode())
    assert [(one.text, one.forms) for one in anchors(post) if one.kind == "heading"] == [(words, forms)]


def test_what_puts_more_on_a_page() -> None:
    for text in ("# Tar\n\n{% include a.html %}\n", "# {{ page.title }}\n"):
        (post,) = read("a.md", text.encode())
        assert anchors(post)[-1].kind == "more"


def test_addresses() -> None:
    (post,) = read("a.md", b"---\npermalink: /a/\naliases: [/b/, /c/]\nredirect_from: /d/\n---\n\nText.\n")
    assert addresses(post) == ("/a/", "/b/", "/c/", "/d/")
