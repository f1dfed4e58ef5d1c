"""One file that trips copydesk up stops nothing, is told, and is tried again; what is known is not read again."""

import logging
import os

import lint.extract
import lint.learn
from lint.cli._setup import Setup, job
from lint.rulebook import shipped
from lint.rulebook.choice import choose
from lint.rulebook.config import read as read_config
from lint.run import run


def findings(root, *rules):
    config, _ = read_config(root / "copydesk.yaml")
    chosen = choose(shipped(), config, rules or ("input", "typo-repeated-word"))
    return [(item.rule, item.path) for item in run(job(Setup(config, tuple(shipped())), [root], chosen)).findings]


def test_a_failure_of_our_own_is_told_every_time_and_kept_never(tmp_path, monkeypatch, caplog):
    (tmp_path / "copydesk.yaml").write_text("exclude: []\n", "utf-8")
    (tmp_path / "a.md").write_text("We saw the the ship.\n", "utf-8")
    (tmp_path / "b.md").write_text("It was a a ship.\n", "utf-8")
    whole = [("typo-repeated-word", "a.md"), ("typo-repeated-word", "b.md")]
    extract = lint.extract.extract

    def trips(post, path, *rest):
        if path == "a.md" and post.blocks:
            raise ZeroDivisionError("by nothing")
        return extract(post, path, *rest)

    monkeypatch.setattr(lint.extract, "extract", trips)
    for _ in range(2):
        caplog.clear()
        with caplog.at_level(logging.ERROR, "copydesk"):
            assert findings(tmp_path) == [("input-unreadable-file", "a.md"), whole[1]]
        assert "a.md: copydesk failed on it (ZeroDivisionError: by nothing)" in caplog.text
    monkeypatch.undo()
    assert findings(tmp_path) == whole


def test_rules_that_compare_posts_only_read_nothing_again(tmp_path, monkeypatch):
    """Neither does the ledger, nor a check of figures, nor a whole check after them."""
    (tmp_path / "copydesk.yaml").write_text("exclude: []\n", "utf-8")
    for name, figure in (("a", "$40 million"), ("b", "$14 million")):
        text = f"---\ndate: 2025-03-03\n---\nFenwick Labs raised {figure} from the the investors.\n"
        (tmp_path / f"{name}.md").write_text(text, "utf-8")
        os.utime(tmp_path / f"{name}.md", (1_700_000_000, 1_700_000_000))
    words = [("typo-repeated-word", "a.md"), ("typo-repeated-word", "b.md")]
    assert findings(tmp_path) == words
    monkeypatch.setattr(lint.learn, "_look", None)
    assert findings(tmp_path, "figure-conflict") == [("figure-conflict", "b.md")]
    assert findings(tmp_path) == words


def test_a_tier_that_keeps_nothing_reads_no_claims_and_finds_the_same(tmp_path, monkeypatch):
    (tmp_path / "copydesk.yaml").write_text("exclude: []\n", "utf-8")
    for name in "ab":
        (tmp_path / f"{name}.md").write_text("Fenwick Labs raised $40 million from the the investors.\n", "utf-8")
    words = [("typo-repeated-word", "a.md"), ("typo-repeated-word", "b.md")]
    config, _ = read_config(tmp_path / "copydesk.yaml")
    made, chosen = Setup(config, tuple(shipped())), choose(shipped(), config, ("typo", "encoding"))
    monkeypatch.setattr(lint.extract, "statements", None)
    assert [(item.rule, item.path) for item in run(job(made, [tmp_path], chosen, cache=False)).findings] == words
    monkeypatch.undo()
    assert findings(tmp_path, "typo", "encoding") == words
