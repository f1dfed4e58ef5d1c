"""Text on a terminal: colours where they belong, and nothing in a post or a name that could drive it."""

import re
import sys

import pytest

ESCAPES = "\x1b[31mred\x1b]0;title\x07 \u202edrow \u2066x\u2069 \x9b2J \x7f \u200b"
FORBIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ue000]")
RULE = """\
id: house-any
kind: existence
severity: error
message: "found {excerpt}"
options: {nonword: true, tokens: ["utilize.*"]}
"""


def test_no_colour_in_a_pipe(desk):
    desk.write("a.md", "utilize\n")
    assert "\x1b" not in desk("check").out


@pytest.mark.parametrize("choice", ["auto", "always", "never"])
@pytest.mark.parametrize("no_color", [False, True])
@pytest.mark.parametrize("terminal", [False, True])
def test_colours(desk, choice, no_color, terminal):
    desk.write("a.md", "utilize\n")
    if no_color:
        desk.monkeypatch.setenv("NO_COLOR", "1")
    desk.monkeypatch.setenv("TERM", "xterm")
    desk.monkeypatch.setattr(type(sys.stdout), "isatty", lambda _: terminal, raising=False)
    colored = "\x1b[" in desk("check", "--color", choice).out
    assert colored is (choice == "always" or (choice == "auto" and terminal and not no_color))


def test_a_dumb_terminal_gets_no_colour(desk):
    desk.write("a.md", "utilize\n")
    desk.monkeypatch.setenv("TERM", "dumb")
    desk.monkeypatch.setattr(type(sys.stdout), "isatty", lambda _: True, raising=False)
    assert "\x1b" not in desk("check").out


def test_colours_in_a_file_only_when_asked_for(desk):
    desk.write("a.md", "utilize\n")
    desk.monkeypatch.setattr(type(sys.stdout), "isatty", lambda _: True, raising=False)
    desk("check", "--output", "report.txt")
    assert "\x1b" not in (desk.folder / "report.txt").read_text("utf-8")
    desk("check", "--output", "report.txt", "--color", "always")
    assert "\x1b[" in (desk.folder / "report.txt").read_text("utf-8")


def test_nothing_in_a_post_drives_the_terminal(desk):
    desk.write("rules/any.yaml", RULE)
    desk.write("a.md", f'---\ntitle: "a \\e[31m \\u202e b"\n---\n\n{ESCAPES} utilize {ESCAPES}\n')
    for arguments in (("check",), ("check", "--verbose"), ("facts",), ("claims",)):
        out = desk(*arguments).out
        assert not FORBIDDEN.search(out.replace("\n", "")), arguments
    assert "utilize" in desk("check").out


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
def test_nothing_in_a_name_drives_the_terminal(desk):
    desk.write("posts/\x1b[31m\u202ea.md", "utilize\n")
    for arguments in (("check",), ("facts",), ("check", "posts/\x1b[2Jnone.md"), ("explain", "\x1b[2J")):
        done = desk(*arguments)
        assert not FORBIDDEN.search((done.out + done.err).replace("\n", "")), arguments
    assert desk("check").code == 1


def test_colours_are_the_only_escapes(desk):
    desk.write("rules/any.yaml", RULE)
    desk.write("a.md", f"utilize {ESCAPES}\n")
    out = re.sub(r"\x1b\[[\d;]{0,12}m", "", desk("check", "--color", "always").out)
    assert not FORBIDDEN.search(out.replace("\n", ""))


def test_the_line_is_shown_with_what_is_meant_underlined(desk):
    desk.write("posts/a.md", "# A title\n\nWe 語 utilize\tit.\n")
    assert desk("check").out.split("\n\n")[0].split("\n") == [
        "error[house-terms] not “utilize”",
        " --> posts/a.md:3:6 “A title”",
        "  |",
        "3 | We 語 utilize it.",
        "  |       ^^^^^^^",
    ]


def test_a_long_line_is_cut_around_what_is_meant(desk):
    desk.write("a.md", "word " * 400 + "utilize " + "word " * 400 + "\n")
    desk.monkeypatch.setenv("COLUMNS", "80")
    lines = desk("check").out.split("\n")
    assert max(map(len, lines)) <= 84
    assert "…" in lines[3]
    assert lines[3].index("utilize") == lines[4].index("^")


def test_what_nobody_reads_one_by_one_is_told_how_to_begin_with(desk):
    desk.write("posts/a.md", "They utilize it.\n\n" * 201)
    assert "--write-baseline" in desk("check").err
    assert "--write-baseline" not in desk("check", "--statistics").err
    desk.write("posts/a.md", "They utilize it.\n\n" * 9)
    assert "--write-baseline" not in desk("check").err
