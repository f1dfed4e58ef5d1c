"""Harper: its lints as remarks, and what is said where it is missing."""

import sys

import pytest

from lint.grammar import harper
from lint.grammar.harper import opened
from lint.model.errors import ServiceError
from lint.model.job import Grammar


def test_without_the_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "harper", None)
    with opened(Grammar("harper")) as ask, pytest.raises(ServiceError, match=r"copydesk\[harper\]"):
        list(ask(["One."]))


def test_the_real_one():
    pytest.importorskip("harper")
    with opened(Grammar("harper", language="en-GB")) as ask:
        said = dict(ask(["☺ They has seen it.", "All is well here."]))
    assert said["All is well here."] == []
    found = [item for item in said["☺ They has seen it."] if item.category not in harper.OFF]
    assert [(item.start, item.end, item.fixes[0]) for item in found] == [(7, 10, "have")]
