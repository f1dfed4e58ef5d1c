import datetime as dt

import pytest

from lint.model.post import Block, Post
from lint.read import read


def one(text: str, name: str = "a.md") -> Post:
    (post,) = read(name, text.encode())
    return post


def told(blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    return [(block.role, block.prose.text) for block in blocks]


def test_blocks() -> None:
    post = one(
        "# Salt *and* `pepper`\n\nIt rained,\nthen &amp; now \\*stopped\\*.\n\n- one\n- two\n  - three\n\n> said\n\n"
        '| a | b |\n|---|---|\n| c | d |\n\nSee [it](/x "t")[^n].\n\n[^n]: A note.\n\n    Goes on.\n\n'
        "```py\nx = 1\n```\n"
    )
    assert told(post.blocks) == [
        ("heading", "Salt and ￼"),
        ("paragraph", "It rained,\nthen & now *stopped*."),
        ("item", "one"),
        ("item", "two"),
        ("item", "three"),
        ("paragraph", "said"),
        ("cell", "a"),
        ("cell", "b"),
        ("cell", "c"),
        ("cell", "d"),
        ("paragraph", "See it."),
        ("paragraph", "A note."),
        ("paragraph", "Goes on."),
        ("code", "x = 1\n"),
    ]
    assert post.title == "Salt and pepper"
    assert [block.note for block in post.blocks[-4:]] == ["", "n", "n", ""]
    assert [(one.kind, one.target) for one in post.blocks[10].inlines] == [("link", "/x"), ("reference", "n")]
    assert [definition.label for definition in post.definitions] == ["n"]


@pytest.mark.parametrize(
    ("matter", "literal"),
    [
        ("---\ntitle: On Salt\ndescription: 'Dry'\ndate: 2024-05-01\n---\n", True),
        ("+++\ntitle = \"On Salt\"\ndescription = 'Dry'\ndate = 2024-05-01\n+++\n", True),
        ('{"title": "On Salt", "description": "Dry", "date": "2024-05-01"}\n', True),
        ('---\ntitle: "On\\u0020Salt"\ndescription: Dry\ndate: 2024-05-01\n---\n', False),
        ('+++\ntitle = "On\\u0020Salt"\ndescription = "Dry"\ndate = "2024-05-01"\n+++\n', False),
        ('{"tags": {"title": "no"}, "title": "On\\u0020Salt", "description": "Dry", "date": "2024-05-01"}\n', False),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_front_matter_is_prose_with_places(matter: str, literal: bool, end: str) -> None:
    post = one((matter + "\nBody.\n").replace("\n", end))
    assert (post.title, post.date) == ("On Salt", dt.date(2024, 5, 1))
    assert told(post.blocks) == [("title", "On Salt"), ("caption", "Dry"), ("paragraph", "Body.")]
    assert post.title_at is not None
    title, caption = post.blocks[:2]
    assert title.prose.literal(0, 7) is literal
    assert post.source.text[post.title_at.start : post.title_at.end] == ("On Salt" if literal else "On\\u0020Salt")
    home = caption.prose.home(0, 3)
    assert post.source.text[home.start : home.end] == "Dry"


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ('---\ntitle: "Salt\ntags: [a, b\n---\nBody.\n', "input-malformed-front-matter", 3),
        ("+++\ntitle = Salt\n+++\nBody.\n", "input-malformed-front-matter", 2),
        ("Body.\n\n```sh\nls\n", "input-unterminated-code-fence", 3),
        ("Body.\n\n<!-- draft\n\nmore\n", "input-unterminated-comment", 3),
        (">" * 150 + " deep\n", "input-deep-nesting", 1),
    ],
)
def test_faults(text: str, rule: str, line: int) -> None:
    post = one(text)
    assert [fault.rule for fault in post.faults] == [rule]
    assert post.source.place(post.faults[0].span).line == line or rule == "input-malformed-front-matter"


def test_a_list_as_a_key_of_front_matter() -> None:
    post = one("---\ntitle: Salt\n? [a, b]\n: c\n---\nBody.\n")
    assert (post.title, post.faults) == ("Salt", ())


def test_html_in_markdown() -> None:
    post = one(
        "Water<sup id='r1'><a href='#n1'>1</a></sup> and <code>[^9]</code>.\n\n"
        '<div class="note" id="n1">\n\nIt *boils*.\n\nIt cools.\n\n</div>\n\n'
        "<p>Raw\nwords</p>\n\n> <p>quoted</p>\n\nAfter.<br>Again.\n"
    )
    assert told(post.blocks) == [
        ("paragraph", "Water1 and ￼."),
        ("paragraph", "It boils."),
        ("paragraph", "It cools."),
        ("paragraph", "Raw words"),
        ("paragraph", "quoted"),
        ("paragraph", "After.\nAgain."),
    ]
    assert {(one.kind, one.target) for one in post.blocks[0].inlines} == {
        ("link", "#n1"), ("anchor", "r1"), ("superscript", ""), ("code", "[^9]"),
    }  # fmt: skip
    assert post.blocks[1].attrs == {"class": "note", "id": "n1"}
    assert post.blocks[2].attrs == {}
    assert [holder.attrs["id"] for holder in post.blocks[2].holders] == ["n1"]
    assert post.blocks[3].holders == ()
    assert post.blocks[4].quoted == 1


def test_templates_hold_no_prose() -> None:
    post = one(
        "{% include links.md %}\n[site]: https://salt.example/\n\nSee {{ page.title }} on [site][]. *So*{: .big} it is."
        "\n"
        "{: #id}\n\n{% comment %}\nnot [^1] here\n{% endcomment %}\n\n%% nor [^2] %% here.\n\n"
        "```\n{{ kept }}\n```\n"
    )
    assert told(post.blocks) == [
        ("paragraph", "See ￼ on site. So it is."),
        ("paragraph", " here."),
        ("code", "{{ kept }}\n"),
    ]
    assert [one.target for one in post.blocks[0].inlines if one.kind == "link"] == ["https://salt.example/"]


def test_bare_addresses_are_links() -> None:
    post = one("- The jar: https://salt.example/jar/ and [x](https://y.example)\n")
    assert [one.target for one in post.blocks[0].inlines] == ["https://y.example", "https://salt.example/jar/"]


def test_large_and_deep_input() -> None:
    assert one("word " * 200_000).blocks
    assert one("".join("  " * depth + "- x\n" for depth in range(200))).blocks
    assert one("[" * 20_000 + "a").blocks
    assert one("<a " * 20_000).blocks


@pytest.mark.parametrize(
    "matter",
    [
        "---\ntitle: x\na: &a [x,x,x,x,x,x,x,x,x]\n"
        + "".join(f"{b}: &{b} [{','.join(['*' + a] * 9)}]\n" for a, b in zip("abcdefghi", "bcdefghij", strict=True))
        + "---\n",
        "---\ntitle: x\na: &a [*a]\n---\n",
        "---\ntitle: " + "[" * 50_000 + "\n---\n",
        "---\ntitle: " + "- " * 50_000 + "\n---\n",
        "+++\ntitle = " + "[" * 5_000 + "\n+++\n",
        '{"title": ' + "[" * 50_000 + "\n",
    ],
)
def test_front_matter_that_means_harm(matter: str) -> None:
    assert one(matter + "Body.\n").blocks
