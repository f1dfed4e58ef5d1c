"""LanguageTool: requests, answers, offsets, and one clear message for everything that can be missing."""

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lint.grammar import languagetool
from lint.grammar.languagetool import Category, Match, Named, address, batches, command, opened, shared_out
from lint.grammar.remark import Remark
from lint.model.errors import ServiceError, UsageError
from lint.model.job import Grammar


def ask(texts, **settings):
    with opened(Grammar("languagetool", **settings)) as asking:
        return list(asking(texts))


def test_paragraphs_go_together_and_come_back_apart(pretender):
    said = ask(["He has it.", "Nothing.", "We has, they has."], url=pretender.url)
    assert [text for text, _ in said] == ["He has it.", "Nothing.", "We has, they has."]
    assert [[(item.start, item.end) for item in remarks] for _, remarks in said] == [[(3, 6)], [], [(3, 6), (13, 16)]]
    assert said[0][1] == [Remark(3, 6, "HAS_HAVE", "GRAMMAR", "Not “has”.", ("have",))]
    (form,) = pretender.sent
    assert form["text"] == "He has it.\n\nNothing.\n\nWe has, they has."
    assert form["language"] == "en"
    assert "CASING" in form["disabledCategories"].split(",")
    assert "TYPOS" not in form["disabledCategories"].split(",")


def test_what_is_switched_on_is_asked_for(pretender):
    ask(["One."], url=pretender.url, enable=("STYLE", "SOME_RULE", "REPET*"))
    (form,) = pretender.sent
    assert not {"STYLE", "REPETITIONS", "REPETITIONS_STYLE"} & {*form["disabledCategories"].split(",")}
    assert form["enabledRules"] == "REPET*,SOME_RULE,STYLE"


def test_requests_are_bounded():
    texts = ["a" * 3000] * 5 + ["b" * 20_000, "c"]
    assert [[len(text) for text in batch] for batch in batches(texts)] == [
        [3000, 3000],
        [3000, 3000],
        [3000],
        [20000],
        [1],
    ]
    assert list(batches([])) == []


def test_what_reaches_over_two_paragraphs_is_dropped():
    rule = Named("X", Category("Y"))
    matches = [Match(2, 5, rule, "m"), Match(6, 2, rule, "m")]
    assert shared_out(["abcd", "efgh"], matches) == [[], [Remark(0, 2, "X", "Y", "m")]]


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("http://localhost:8081", "/v2"),
        ("http://localhost:8081/", "/v2"),
        ("http://localhost:8081/v2", "/v2"),
        ("https://lt.example.org/api/v2/check", "/api/v2"),
    ],
)
def test_addresses(url, path):
    assert address(url).path == path


@pytest.mark.parametrize(
    "url", ["localhost:8081", "ftp://localhost", "http://", "http://localhost:port", "http://h:99999"]
)
def test_wrong_addresses(url):
    with pytest.raises(UsageError, match="no address of a LanguageTool server"):
        address(url)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ((500, b"Error: too long"), "answers 500: Error: too long"),
        ((302, b""), "answers 302"),
        ((200, b"<html>"), "is not LanguageTool"),
        ((200, b"[]"), "is not LanguageTool"),
        ((200, b'{"matches": "none"}'), "is not LanguageTool"),
        ((200, b'{"matches": [{"offset": -4, "length": 2}]}'), "is not LanguageTool"),
        ((0, b""), "cannot be reached"),
    ],
)
def test_answers_that_are_none(pretender, answer, said):
    pretender.answer = answer
    with pytest.raises(ServiceError, match=said):
        ask(["One."], url=pretender.url)
    assert len(pretender.sent) == 1


def test_nobody_there():
    with socket.create_server(("127.0.0.1", 0)) as free:
        url = f"http://127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(ServiceError, match="cannot be reached at http://127"):
        ask(["One."], url=url)


def test_somebody_who_does_not_answer():
    with socket.create_server(("127.0.0.1", 0)) as mute, pytest.raises(ServiceError, match="did not answer within"):
        ask(["One."], url=f"http://127.0.0.1:{mute.getsockname()[1]}", timeout=0.05)


def test_nothing_is_started_where_nothing_is_asked(monkeypatch):
    monkeypatch.setattr(languagetool, "command", None)
    assert ask([]) == []


def test_without_java(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ServiceError, match="needs Java .* or name a server with --languagetool-url"):
        command("", 1)


def test_without_an_installation(monkeypatch, tmp_path):
    pytest.importorskip("language_tool_python")
    monkeypatch.setattr(languagetool.shutil, "which", lambda name: name)
    monkeypatch.delenv("LTP_JAR_DIR_PATH", raising=False)
    monkeypatch.setenv("LTP_PATH", str(tmp_path))
    with pytest.raises(ServiceError, match="no LanguageTool on this machine"):
        command("", 1)
    with pytest.raises(ServiceError, match="there is no languagetool-server.jar in"):
        command(str(tmp_path), 1)


def test_what_language_tool_python_has_installed_is_found(monkeypatch, tmp_path):
    pytest.importorskip("language_tool_python")
    jar = tmp_path / "LanguageTool-6.6" / "languagetool-server.jar"
    jar.parent.mkdir()
    jar.touch()
    monkeypatch.setattr("language_tool_python.download_lt.which", lambda name: name)
    monkeypatch.setattr(languagetool.shutil, "which", lambda name: name)
    monkeypatch.delenv("LTP_JAR_DIR_PATH", raising=False)
    monkeypatch.setenv("LTP_PATH", str(tmp_path))
    assert str(jar) in command("", 4321)
    assert "4321" in command("", 4321)
    assert f"{jar.parent}/*" in command(str(jar.parent), 4321)[2].replace("\\", "/") or jar.drive


def test_without_the_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "language_tool_python.download_lt", None)
    monkeypatch.setattr(languagetool.shutil, "which", lambda name: name)
    monkeypatch.delenv("LTP_JAR_DIR_PATH", raising=False)
    with pytest.raises(ServiceError, match=r"copydesk\[languagetool\]"):
        command("", 1)


def test_a_server_that_does_not_start(monkeypatch):
    monkeypatch.setattr(languagetool, "command", lambda *_: [sys.executable, "-c", "raise SystemExit('no heap')"])
    with pytest.raises(ServiceError, match="does not start: no heap"):
        ask(["One."])


@pytest.mark.skipif(os.name == "nt", reason="no such signal")
def test_a_server_that_was_started_ends_with_the_run(tmp_path):
    server = (
        "import os, time; open('pid.part', 'w').write(str(os.getpid())); os.rename('pid.part', 'pid'); time.sleep(99)"
    )
    script = (
        "import sys; from lint.grammar import languagetool; from lint.model.job import Grammar\n"
        f"languagetool.command = lambda *_: [sys.executable, '-c', {server!r}]\n"
        "with languagetool.opened(Grammar('languagetool')) as ask: list(ask(['One.']))\n"
    )
    home = str(Path(languagetool.__file__).parent.parent.parent)
    run = subprocess.Popen([sys.executable, "-c", script], cwd=tmp_path, env={**os.environ, "PYTHONPATH": home})
    while not (tmp_path / "pid").exists():
        assert run.poll() is None
        time.sleep(0.02)
    run.terminate()
    assert run.wait() == 143
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


@pytest.mark.languagetool
def test_the_real_one(real):
    said = dict(ask(["She go to school every day.", "All is well here.", "☺ I has seen it."], url=real))
    assert said["All is well here."] == []
    (remark,) = said["☺ I has seen it."]
    assert (remark.start, remark.end, remark.category, remark.fixes[0]) == (4, 7, "GRAMMAR", "have")
    assert said["She go to school every day."]


@pytest.mark.languagetool
@pytest.mark.parametrize(("enable", "told"), [((), False), (("ALL_OF_THE",), True), (("REDUND*",), True)])
def test_the_real_one_looks_for_what_is_switched_on(real, enable, told):
    ((_, remarks),) = ask(["Like all of the boats here, this one leaks."], url=real, enable=enable)
    assert ("ALL_OF_THE" in [remark.id for remark in remarks]) == told
