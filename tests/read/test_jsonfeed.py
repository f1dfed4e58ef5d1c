import datetime as dt
import json

from lint.read import read

FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Wharf",
    "items": [
        {
            "id": "1",
            "url": "https://wharf.example/tar/",
            "title": 'Tar "and" rope — 🚢',
            "date_published": "2024-05-02T07:00:00Z",
            "content_html": "<p>Tar is\n<b>hot</b> &amp; “black”.</p>",
        },
        {"id": "2", "content_text": "Oars.\n\nAsh & pine."},
    ],
}


def test_json_feed() -> None:
    for text in (
        json.dumps(FEED),
        json.dumps(FEED, indent=1, ensure_ascii=False),
        json.dumps(FEED).replace("/", "\\/"),
    ):
        tar, oars = read("feed.json", text.encode())
        assert (tar.title, tar.date) == ('Tar "and" rope — 🚢', dt.date(2024, 5, 2))
        assert tar.url == "https://wharf.example/tar/"
        assert [block.prose.text for block in tar.blocks[1:]] == ["Tar is hot & “black”."]
        assert [block.prose.text for block in oars.blocks] == ["Oars.", "Ash & pine."]
        prose = tar.blocks[1].prose
        home = prose.home(prose.text.index("hot"), prose.text.index("hot") + 3)
        assert text[home.start : home.end] == "hot"
        home = prose.home(prose.text.index("“"), prose.text.index("“") + 1)
        assert text[home.start : home.end] in ("“", "\\u201c")
        assert text[tar.span.start : tar.span.end].endswith("}")


def test_a_feed_that_breaks_off_keeps_its_items() -> None:
    text = json.dumps(FEED, indent=1)
    cut = text[: text.index('"content_text"')]
    first, second = read("feed.json", cut.encode())
    assert first.title.startswith("Tar")
    assert second.blocks == ()
    assert [fault.rule for fault in first.faults] == ["input-malformed-feed"]


def test_deep_json_does_not_recurse() -> None:
    text = '{"version": "https://jsonfeed.org/version/1", "x": ' + "[" * 100_000
    (post,) = read("feed.json", text.encode())
    assert [fault.rule for fault in post.faults] == ["input-malformed-feed"]
