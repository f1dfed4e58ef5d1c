import datetime as dt
import json

import pytest

from lint.read import read

POSTS = [
    {
        "id": "1", "title": "Tar & “rope”", "slug": "tar", "status": "published", "type": "post", "lexical": None,
        "html": "<p>Tar is\n<a href=\"__GHOST_URL__/oars/\">hot</a> &amp; “black”.</p>",
        "published_at": "2024-05-02T07:00:00.000Z", "created_at": "2024-04-01T07:00:00.000Z",
    },
    {"id": "2", "title": "Oars", "slug": "oars", "status": "draft", "html": None, "plaintext": "Ash.\n\nPine."},
    {"id": "3", "title": "Keel", "slug": "keel", "status": "scheduled", "html": "", "published_at": 1714633200000},
]  # fmt: skip
DATA = {"meta": {"version": "5.1"}, "data": {"posts": POSTS, "tags": [{"name": "x", "slug": "x"}]}}


@pytest.mark.parametrize("export", [{"db": [DATA]}, DATA])
@pytest.mark.parametrize("plain", [True, False])
def test_rows_are_posts(export: dict[str, object], plain: bool) -> None:
    text = json.dumps(export, ensure_ascii=plain)
    tar, oars, keel = read("wharf.ghost.2024.json", text.encode())
    assert (tar.title, tar.date, tar.url, tar.draft) == ("Tar & “rope”", dt.date(2024, 5, 2), "/tar/", False)
    assert (oars.title, oars.date, oars.url, oars.draft) == ("Oars", None, "/oars/", True)
    assert (keel.date, keel.draft) == (dt.date(2024, 5, 2), True)
    assert [block.prose.text for block in tar.blocks] == ["Tar & “rope”", "Tar is hot & “black”."]
    assert [block.prose.text for block in oars.blocks] == ["Oars", "Ash.", "Pine."]
    assert [(one.kind, one.target) for one in tar.blocks[1].inlines] == [("link", "/oars/")]
    home = tar.blocks[1].prose.home(7, 10)
    assert text[home.start : home.end] == "hot"
    assert text[tar.span.start : tar.span.end].startswith('{"id": "1"')


def test_other_json_is_no_post() -> None:
    assert read("data.json", b'{"data": {"posts": [{"id": 1}], "x": []}}') == []
    assert read("data.json", b'{"data": {"posts": "none"}}') == []


def test_an_export_that_breaks_off() -> None:
    text = json.dumps({"db": [DATA]})
    tar, *_ = read("a.json", text[: text.index('"id": "3"')].encode())
    assert tar.title.startswith("Tar")
    assert [fault.rule for fault in tar.faults] == ["input-malformed-feed"]
