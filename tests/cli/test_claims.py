"""copydesk claims: the ledger, on facts whose claims are made here: who raised how much."""

import json
import re

import msgspec
import pytest

from lint import extract
from lint.model.facts import Claim
from lint.model.finding import Finding, Related
from lint.model.text import Span

RAISED = re.compile(r"(\w+) raised ([^.]*)\.")


@pytest.fixture
def ledger(scratch):
    """Return a publication in which every `X raised $Y.` is a claim."""
    read = extract.extract

    def with_claims(post, path, part, frames):
        facts = read(post, path, part)
        claims = []
        for quantity in facts.quantities:
            line = post.source.line(quantity.place.line)
            said = RAISED.search(line)
            if said and quantity.unit == "money":
                claims.append(
                    Claim(f"raise|{said[1]}", "raise", {"subject": said[1]}, quantity, quantity.place, said[0])
                )
        return msgspec.structs.replace(facts, claims=tuple(claims))

    scratch.monkeypatch.setattr(extract, "extract", with_claims)
    scratch.monkeypatch.setattr("lint.cli.claims.findings_of", lambda *_: [])
    scratch.write("copydesk.yaml")
    scratch.write("b.md", "---\ntitle: Later\ndate: 2025-02-01\n---\n\nNorwind raised $2 million.\n")
    scratch.write(
        "a.md", "---\ntitle: Sooner\ndate: 2024-02-01\n---\n\nNorwind raised $1 million.\n\nAcme raised $3m.\n"
    )
    scratch.write("c.md", "# Undated\n\nNorwind raised $4 million.\n")
    return scratch


def told(done):
    assert done.code == 0, done.err
    data = json.loads(done.out)
    assert data["version"] == 1
    return [(claim["parties"]["subject"], claim["excerpt"], claim["post"], claim["date"]) for claim in data["claims"]]


def test_fact_by_fact_in_time_order(ledger):
    assert told(ledger("claims", "--format", "json", "--jobs", "1")) == [
        ("Acme", "$3m", "Sooner", "2024-02-01"),
        ("Norwind", "$1 million", "Sooner", "2024-02-01"),
        ("Norwind", "$2 million", "Later", "2025-02-01"),
        ("Norwind", "$4 million", "Undated", None),
    ]


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (("acme",), ["$3m"]),
        (("NORWIND", "million"), ["$1 million", "$2 million", "$4 million"]),
        (("nobody",), []),
        (("--frame", "raise", "acme"), ["$3m"]),
        (("--frame", "revenue"), []),
        (("--path", "b.md"), ["$2 million"]),
        (("--path", "b.md", "--path", "c.md"), ["$2 million", "$4 million"]),
    ],
)
def test_queries(ledger, arguments, found):
    assert [item[1] for item in told(ledger("claims", "--format", "json", "--jobs", "1", *arguments))] == found


def test_as_text(ledger):
    assert ledger("claims", "norwind", "--jobs", "1").out.splitlines() == [
        "Norwind: raise",
        "  2024-02-01  $1 million  a.md:6",
        "  2025-02-01  $2 million  b.md:6",
        "  no date     $4 million  c.md:3",
    ]
    assert ledger("claims", "nobody", "--jobs", "1").out == "No claims.\n"


def test_each_claim_has_its_figure(ledger):
    (claim,) = json.loads(ledger("claims", "acme", "--format", "json", "--jobs", "1").out)["claims"]
    assert claim["frame"] == "raise"
    assert claim["sentence"] == "Acme raised $3m."
    assert (claim["path"], claim["line"], claim["column"]) == ("a.md", 8, 13)
    assert (claim["quantity"]["low"], claim["quantity"]["symbol"]) == (3_000_000, "USD")
    assert claim["contradicts"] == []


def test_what_cannot_stand_beside_each_other_is_marked(ledger):
    def conflict(posts, *_):
        by_path = {post.path: post.claims[0].place for post in posts}
        other = Related("a.md", by_path["a.md"], "Sooner", "conflict", "stated here")
        note = Related("c.md", by_path["c.md"], "Undated", "note", "and here")
        place = by_path["b.md"]
        yield Finding("figure-conflict", "error", "m", "b.md", place, Span(0, 1), "Later", related=(other, note))

    ledger.monkeypatch.setattr("lint.cli.claims.findings_of", conflict)
    assert ledger("claims", "norwind", "--jobs", "1").out.splitlines() == [
        "Norwind: raise",
        "! 2024-02-01  $1 million  a.md:6",
        "              contradicts b.md:6",
        "! 2025-02-01  $2 million  b.md:6",
        "              contradicts a.md:6",
        "  no date     $4 million  c.md:3",
    ]
    claims = json.loads(ledger("claims", "norwind", "--format", "json", "--jobs", "1").out)["claims"]
    assert [claim["contradicts"] for claim in claims] == [
        [{"path": "b.md", "line": 6}],
        [{"path": "a.md", "line": 6}],
        [],
    ]
