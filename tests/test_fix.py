"""Fixes: what is changed, what is left and why, and that a file is whole at any moment."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import lint
from lint import fix
from lint.model.finding import Finding, Suggestion
from lint.model.job import File
from lint.model.text import Source, Span
from lint.read import readable, source_of


def finding(path, text, word, new, safe=True, part=0):
    at = text.index(word)
    span = Span(at, at + len(word))
    place = Source(path, text).place(span)
    return Finding("house-x", "error", "", path, place, span, "", part, (Suggestion(new, safe),))


def planned(tmp_path, name, text, *swaps, codec="utf-8", mark=b"", safe=True, certain=True):
    path = tmp_path / name
    path.write_bytes(mark + text.encode(codec))
    found = [finding(name, text, word, new, certain) for word, new in swaps]
    (change,) = fix.plan(found, {name: File(name, path)}, safe)
    return change


def mended(tmp_path, *arguments, **options):
    change = planned(tmp_path, *arguments, **options)
    assert [item.reason for item in change.left] == []
    assert fix.write(change, [tmp_path]) == ""
    return change.file.path.read_bytes()


@pytest.mark.parametrize(
    ("codec", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-16-le", b""),
        ("cp1252", b""),
    ],
)
def test_the_encoding_and_the_line_ends_stay(tmp_path, codec, mark):
    text = "Ein Café für alle,\r\nhere is one eror in it.\r\n\r\nAnd a naïve end without a line end"
    done = mended(tmp_path, "a.md", text, ("eror", "error"), codec=codec, mark=mark)
    assert done == mark + text.replace("eror", "error").encode(codec)


@pytest.mark.parametrize(
    ("name", "text", "word", "new", "reason"),
    [
        ("a.md", "One of *two* of.\n", "of *two* of", "of two", "markup"),
        ("a.md", "A word &amp; a word.\n", "word &amp; a", "word", "markup"),
        ("a.md", "He said “it is teh end” today.\n", "teh", "the", "quotation"),
        ("a.md", 'He said "it is teh end" today.\n', "teh", "the", "quotation"),
        ("a.md", "“It is teh first of two paragraphs.\n", "teh", "the", "quotation"),
        ("a.md", "> It is teh end.\n", "teh", "the", "quotation"),
        ("a.html", "<p>He said <q>it is teh end</q></p>", "teh", "the", "quotation"),
        ("a.md", "It is teh end.\n", "teh", "*the*", "markup"),
        ("a.md", "---\ntitle: 'It is teh end'\n---\n\nText.\n", "teh", "the one's", "markup"),
        ("a.md", "One\nteh two.\n", "teh", "-", ""),
    ],
)
def test_what_is_left_is_left_for_a_reason(tmp_path, name, text, word, new, reason):
    change = planned(tmp_path, name, text, (word, new))
    if reason:
        assert change.edits == ()
        assert reason in change.left[0].reason
    else:
        assert change.edits == () or change.after == text.replace(word, new)


def test_a_fix_that_changes_the_structure_is_left(tmp_path):
    change = planned(tmp_path, "a.md", "One\n\nteh two.\n", ("teh", "-"))
    assert (change.edits, change.left[0].reason) == ((), "it would change more than words")


def test_a_character_that_the_encoding_lacks_is_left(tmp_path):
    change = planned(
        tmp_path, "a.txt", "The café of teh king is naïve, à la carte.\n", ("teh", "th\u0113"), codec="cp1252"
    )
    assert "cp1252 has no such character" in change.left[0].reason


def test_fixes_that_meet_are_made_one_after_the_other(tmp_path):
    change = planned(tmp_path, "a.txt", "It was teh eror.\n", ("teh eror", "the error"), ("eror", "error"))
    assert change.after == "It was the error.\n"
    assert len(change.edits) == 1


def test_what_is_not_certain_is_only_shown(tmp_path):
    path = tmp_path / "a.md"
    path.write_text("One eror.\n")
    found = [finding("a.md", "One eror.\n", "eror", "error", safe=False)]
    files = {"a.md": File("a.md", path)}
    assert list(fix.plan(found, files, safe=True)) == []
    (change,) = fix.plan(found, files, safe=False)
    assert "".join(fix.diff(change, "a.md")) == "--- a.md\n+++ a.md\n@@ -1 +1 @@\n-One eror.\n+One error.\n"


def test_a_diff_can_be_applied_where_no_line_end_stands(tmp_path):
    change = planned(tmp_path, "a.txt", "Fine.\nOne eror.", ("eror", "error"))
    assert list(fix.diff(change, "a.txt"))[-2:] == [
        "-One eror.\n\\ No newline at end of file\n",
        "+One error.\n\\ No newline at end of file\n",
    ]


def test_a_file_that_changed_since_is_left(tmp_path):
    change = planned(tmp_path, "a.txt", "One eror.\n", ("eror", "error"))
    change.file.path.write_text("Something else.\n")
    assert fix.write(change, [tmp_path]) == "the file has changed"
    found = [finding("a.txt", "One eror.\n", "eror", "error")]
    (again,) = fix.plan(found, {"a.txt": change.file}, safe=True)
    assert again.edits == ()
    assert change.file.path.read_text() == "Something else.\n"
    assert sorted(os.listdir(tmp_path)) == ["a.txt"]


@pytest.mark.skipif(os.name == "nt", reason="no such permissions")
def test_permissions_stay(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("One eror.\n")
    path.chmod(0o754)
    (change,) = fix.plan([finding("a.txt", "One eror.\n", "eror", "error")], {"a.txt": File("a.txt", path)}, safe=True)
    assert fix.write(change, [tmp_path]) == ""
    assert path.stat().st_mode & 0o777 == 0o754
    assert path.read_text() == "One error.\n"


def test_outside_the_publication_nothing_is_written(tmp_path):
    change = planned(tmp_path, "a.txt", "One eror.\n", ("eror", "error"))
    assert fix.write(change, [tmp_path / "posts"]) == "the file is outside the publication"
    assert change.file.path.read_text() == "One eror.\n"


def test_what_stands_in_an_archive_file_is_left():
    found = [finding("export.zip!/a.md", "One eror.\n", "eror", "error")]
    (change,) = fix.plan(found, {}, safe=True)
    assert change.edits == ()
    assert "archive file" in change.left[0].reason


def test_a_failure_leaves_the_file_and_nothing_else(tmp_path, monkeypatch):
    change = planned(tmp_path, "a.txt", "One eror.\n", ("eror", "error"))

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert fix.write(change, [tmp_path]) == "No space left on device"
    assert change.file.path.read_text() == "One eror.\n"
    assert os.listdir(tmp_path) == ["a.txt"]


def test_a_kill_before_the_renaming_loses_nothing(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("One the the error.\n")
    script = (
        "import os, sys; from pathlib import Path; import lint.fix\n"
        "lint.fix._like = lambda *_: os._exit(9)\n"
        "sys.argv = ['copydesk', 'check', '--fix', '--no-cache', 'a.txt']\n"
        "from lint.cli import main; main()"
    )
    home = str(Path(lint.__file__).parent.parent)
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env={**os.environ, "PYTHONPATH": home}, capture_output=True
    )
    assert done.returncode == 9
    assert path.read_text() == "One the the error.\n"


POSTS = {
    "a.md": b"\xef\xbb\xbfOne teh end.\r\n",
    "b.md": "Caf\u00e9s: teh end.\n".encode("cp1252"),
    "c.md": "Then teh end.\n".encode("utf-16"),
}


def killed(folder, line):
    """Write the fixes of all posts in another process, killed before that line of the writing; tell whether it was."""
    found = {name: finding(name, source_of(name, data).text, "teh", "the") for name, data in POSTS.items()}
    changes = list(fix.plan(found.values(), {name: File(name, folder / name) for name in POSTS}, True))
    process = os.fork()
    if process == 0:
        left = line

        def trace(frame, event, _argument):
            nonlocal left
            if frame.f_code.co_filename != fix.__file__:
                return None
            left -= event == "line"
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return trace

        sys.settrace(trace)
        for change in changes:
            fix.write(change, [folder])
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == -signal.SIGKILL


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is copied to be killed")
def test_a_kill_at_any_line_of_the_writing_leaves_every_file_whole(tmp_path):
    whole = {
        name: {data, data.replace(b"teh", b"the").replace(b"t\0e\0h\0", b"t\0h\0e\0")} for name, data in POSTS.items()
    }
    line, mixed = 0, 0
    alive = False
    while not alive:
        folder = tmp_path / str(line)
        folder.mkdir()
        for name, data in POSTS.items():
            (folder / name).write_bytes(data)
        alive = not killed(folder, line)
        after = {name: (folder / name).read_bytes() for name in POSTS}
        assert all(data in whole[name] for name, data in after.items()), line
        rest = set(os.listdir(folder)) - POSTS.keys()
        assert not any(readable(name) for name in rest)
        mixed += 0 < sum(after[name] != data for name, data in POSTS.items()) < len(POSTS)
        line += 1
    assert all(after[name] != data for name, data in POSTS.items())
    assert rest == set()
    assert mixed
