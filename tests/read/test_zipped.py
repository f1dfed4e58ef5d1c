import datetime as dt
import io
import zipfile

import pytest

from lint.model.text import stored
from lint.read import files, read, source_of, zipped

CSV = (
    'post_id,post_date,is_published,type,audience,title,subtitle\n'
    '11.tar,2024-05-02T07:00:00.000Z,true,newsletter,everyone,"Tar, hot",x\n'
    "12.oars,,false,newsletter,everyone,Oars,\n"
)  # fmt: skip
MEDIUM = (
    '<!DOCTYPE html><html><head><title>Tar</title></head><body><article class="h-entry"><header>'
    '<h1 class="p-name">Tar</h1></header><section class="e-content"><p>Hot.</p></section><footer>'
    '<a href="https://medium.example/p/0a1b2c3d4e5f" class="p-canonical">Canonical link</a></footer></article></body>'
)


def packed(**entries: str | bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in entries.items():
            archive.writestr(name, text)
    return out.getvalue()


SUBSTACK = packed(
    **{
        "posts.csv": CSV,
        "posts/12.oars.html": "<p>Ash is light.</p>",
        "posts/11.tar.html": "<p>Tar is <b>hot</b>.</p>\n",
        "posts/11.tar.opens.csv": "x",
        "email_list.csv": "a@b.example",
        "notes.html": "<p>no post</p>",
        "__MACOSX/posts/11.tar.html": "x",
    }
)


def test_substack() -> None:
    tar, oars = read("export.zip", SUBSTACK)
    assert tar.source.path == "export.zip!/posts/11.tar.html"
    assert (tar.title, tar.date, tar.url, tar.draft) == ("Tar, hot", dt.date(2024, 5, 2), "/p/tar", False)
    assert (oars.title, oars.date, oars.draft) == ("Oars", None, True)
    home = tar.blocks[0].prose.home(7, 10)
    assert tar.source.text[home.start : home.end] == "hot"
    assert source_of(tar.source.path, SUBSTACK).text == tar.source.text


def test_medium() -> None:
    data = packed(
        **{
            "README.html": "<p>Your export</p>",
            "posts/2024-05-02_Tar-0a1b2c3d4e5f.html": MEDIUM,
            "posts/draft_Oars-0a1b2c3d4e5e.html": MEDIUM.replace("Tar", "Oars"),
            "claps/claps-0001.html": "<p>claps</p>",
        }
    )
    tar, oars = read("medium.zip", data)
    assert (tar.title, tar.date, tar.draft) == ("Tar", dt.date(2024, 5, 2), False)
    assert tar.url == "https://medium.example/p/0a1b2c3d4e5f"
    assert (oars.title, oars.draft) == ("Oars", True)


def test_other_archives_hold_files() -> None:
    inner = packed(**{"c.md": "# Keel\n\nLong.\n"})
    posts = read("a.zip", packed(**{"b.md": "# Tar\n\nHot.\n", "in.zip": inner, "data.json": "{}", "x.bin": b"\0"}))
    assert [(post.source.path, post.title) for post in posts] == [
        ("a.zip!/b.md", "Tar"), ("a.zip!/in.zip!/c.md", "Keel"),
    ]  # fmt: skip
    outer = packed(**{"in.zip": inner})
    assert source_of("a.zip!/in.zip!/c.md", outer).text == "# Keel\n\nLong.\n"
    assert stored("a.zip!/in.zip!/c.md") == "a.zip"


def encrypted(data: bytes) -> bytes:
    """Set the flag of encryption on every entry."""
    made = bytearray(data)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = made.find(mark)
        while at >= 0:
            made[at + offset] |= 1
            at = made.find(mark, at + 4)
    return bytes(made)


def damaged(data: bytes) -> bytes:
    at = data.index(b"a.md") + 6
    return data[:at] + bytes(value ^ 255 for value in data[at : at + 8]) + data[at + 8 :]


def nested(depth: int) -> bytes:
    data = packed(**{"a.md": "# Tar\n"})
    for _ in range(depth):
        data = packed(**{"a.zip": data})
    return data


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"no zip file", "not a zip"),
        (packed(**{"../a.md": "# Tar\n"}), "leads out"),
        (packed(**{"b/../../a.md": "# Tar\n"}), "leads out"),
        (packed(**{"/etc/a.md": "# Tar\n"}), "leads out"),
        (packed(**{"C:\\a.md": "# Tar\n"}), "leads out"),
        (encrypted(packed(**{"a.md": "# Tar\n"})), "encrypted"),
        (damaged(packed(**{"a.md": "# Tar is hot, and Tar is black.\n" * 9})), ""),
        (packed(**{"a.md": "a" * 3_000_000}), "squeezed"),
        (nested(9), "too deep"),
    ],
)
def test_what_is_not_read_is_one_finding(data: bytes, problem: str) -> None:
    (post,) = read("a.zip", data)
    (fault,) = post.faults
    assert fault.rule == "input-unreadable-file"
    assert problem in fault.words["problem"]


def test_large_archives_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "TOTAL", 30)
    data = packed(**{f"{name}.md": "# Tar is hot.\n" for name in "abcd"})
    posts = read("a.zip", data)
    assert [len(post.faults) for post in posts] == [0, 0, 1]


def test_only_exports_are_found_in_folders(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "export.zip").write_bytes(SUBSTACK)
    (tmp_path / "source.zip").write_bytes(packed(**{"src/readme.md": "# Code\n"}))
    (tmp_path / "broken.zip").write_bytes(b"nothing")
    assert [path.name for path in files.find(tmp_path, tmp_path, (), ())] == ["export.zip"]


def test_replies_among_the_posts_of_medium_are_no_posts() -> None:
    reply = MEDIUM.replace(">Tar<", ">So it is, and…<").replace("Hot.", "So it is, and hot as well.")
    data = packed(
        **{"posts/2024-05-02_Tar-0a1b2c3d4e5f.html": MEDIUM, "posts/2024-05-03_So-it-is-0a1b2c3d4e60.html": reply}
    )
    assert [post.title for post in read("medium.zip", data)] == ["Tar"]
