"""One file that trips copydesk up stops nothing, is told, and is tried again."""

import logging

import lint.learn
from lint.cli._setup import Setup, job
from lint.rulebook import shipped
from lint.rulebook.config import choose
from lint.rulebook.config import read as read_config
from lint.run import run


def findings(root):
    config, _ = read_config(root / "copydesk.yaml")
    chosen = choose(shipped(), config, ("input", "typo-repeated-word"))
    return [(item.rule, item.path) for item in run(job(Setup(config, tuple(shipped())), [root], chosen)).findings]


def test_a_failure_of_our_own_is_told_every_time_and_kept_never(tmp_path, monkeypatch, caplog):
    (tmp_path / "copydesk.yaml").write_text("exclude: []\n", "utf-8")
    (tmp_path / "a.md").write_text("We saw the the ship.\n", "utf-8")
    (tmp_path / "b.md").write_text("It was a a ship.\n", "utf-8")
    whole = [("typo-repeated-word", "a.md"), ("typo-repeated-word", "b.md")]
    extract = lint.learn.extract.extract

    def trips(post, path, part, frames):
        if path == "a.md" and post.blocks:
            raise ZeroDivisionError("by nothing")
        return extract(post, path, part, frames)

    monkeypatch.setattr(lint.learn.extract, "extract", trips)
    for _ in range(2):
        caplog.clear()
        with caplog.at_level(logging.ERROR, "copydesk"):
            assert findings(tmp_path) == [("input-unreadable-file", "a.md"), whole[1]]
        assert "a.md: copydesk failed on it (ZeroDivisionError: by nothing)" in caplog.text
    monkeypatch.undo()
    assert findings(tmp_path) == whole
