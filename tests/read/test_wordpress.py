import datetime as dt

from lint.extract.footnotes import read as notes_of
from lint.model.post import Post
from lint.read import read

WXR = """<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<title>Wharf</title><wp:wxr_version>1.2</wp:wxr_version>
<item><title><![CDATA[Tar & rope]]></title><link>https://wharf.example/tar/</link>
<pubDate>Thu, 02 May 2024 07:00:00 +0000</pubDate>
<content:encoded><![CDATA[<!-- wp:paragraph -->
<p>Tar is hot.<sup data-fn="aa-1" class="fn"><a href="#aa-1" id="aa-1-link">1</a></sup></p>
<!-- /wp:paragraph -->
<!-- wp:footnotes /-->]]></content:encoded>
<excerpt:encoded><![CDATA[]]></excerpt:encoded>
<wp:post_name>tar</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<wp:postmeta><wp:meta_key><![CDATA[_edit_last]]></wp:meta_key><wp:meta_value><![CDATA[1]]></wp:meta_value></wp:postmeta>
<wp:postmeta><wp:meta_key><![CDATA[footnotes]]></wp:meta_key>
<wp:meta_value><![CDATA[[{"content":"Caf\\u00e9s <em>say<\\/em> so.","id":"aa-1"}]]]></wp:meta_value></wp:postmeta>
<wp:comment><wp:comment_content><![CDATA[A reader's words.]]></wp:comment_content></wp:comment>
</item>
<item><title>Oars</title><content:encoded><![CDATA[Ash is
light.

[caption id="x" width="300"]<img src="a.png" alt="An oar" /> An oar[/caption]

Pine is <em>cheap</em>.]]></content:encoded>
<wp:post_name>oars</wp:post_name><wp:status>draft</wp:status><wp:post_type>page</wp:post_type></item>
<item><title>picture.png</title><content:encoded><![CDATA[x]]></content:encoded>
<wp:status>inherit</wp:status><wp:post_type>attachment</wp:post_type></item>
<item><title>Home</title><wp:status>publish</wp:status><wp:post_type>nav_menu_item</wp:post_type></item>
<item><title>Old</title><wp:status>trash</wp:status><wp:post_type>post</wp:post_type></item>
</channel></rss>
"""


def stands(post: Post, block: int, words: str) -> str:
    prose = post.blocks[block].prose
    home = prose.home(prose.text.index(words), prose.text.index(words) + len(words))
    return post.source.text[home.start : home.end]


def test_posts_and_pages_only() -> None:
    tar, oars = read("export.xml", WXR.encode())
    assert (tar.title, tar.date, tar.url, tar.draft) == (
        "Tar & rope", dt.date(2024, 5, 2), "https://wharf.example/tar/", False,
    )  # fmt: skip
    assert (oars.title, oars.date, oars.url, oars.draft) == ("Oars", None, "/oars/", True)


def test_footnotes_kept_beside_the_body() -> None:
    tar, _ = read("export.xml", WXR.encode())
    assert [block.prose.text for block in tar.blocks] == ["Tar & rope", "Tar is hot.1", "Cafés say so."]
    assert stands(tar, 2, "say") == "say"
    assert stands(tar, 2, "é") == "\\u00e9"
    found = notes_of(tar)
    assert [(mark.role, mark.label) for mark in found] == [("reference", "aa-1"), ("note", "aa-1")]
    assert found[1].text == "Cafés say so."
    assert found[1].back == "found"


def test_blank_lines_part_paragraphs_of_the_older_editor() -> None:
    _, oars = read("export.xml", WXR.encode())
    assert [(block.role, block.prose.text) for block in oars.blocks] == [
        ("title", "Oars"), ("paragraph", "Ash is light."), ("alt", "An oar"), ("paragraph", "An oar"),
        ("paragraph", "Pine is cheap."),
    ]  # fmt: skip
    assert stands(oars, 4, "is cheap") == "is <em>cheap"


def test_a_broken_export_is_one_finding_and_its_start_is_read() -> None:
    (
        tar,
        *_,
    ) = read("export.xml", WXR[: WXR.index("<item><title>Oars") + 40].encode())
    assert tar.title == "Tar & rope"
    assert [fault.rule for fault in tar.faults] == ["input-malformed-feed"]


def test_links_to_the_numbers_of_posts_lead_to_their_addresses() -> None:
    addresses = ("https://wharf.example/?p=7#hot", "/?page_id=12", "https://quay.example/?p=7", "/?p=99")
    said = "".join(f'<a href="{address}">Tar</a> ' for address in addresses)
    export = WXR.replace("Pine is", f"{said}Pine is")
    for name, number in (("tar", 7), ("oars", 12)):
        mark = f"<wp:post_name>{name}"
        export = export.replace(mark, f"<wp:post_id>{number}</wp:post_id>{mark}")
    _, oars = read("export.xml", export.encode())
    found = [item.target for block in oars.blocks for item in block.inlines if item.kind == "link"]
    assert found == ["https://wharf.example/tar/#hot", "/oars/", "https://quay.example/?p=7", "/?p=99"]
