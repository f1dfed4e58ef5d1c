"""copydesk claims: the ledger, on facts whose claims are made here: who raised how much."""

import csv
import json
import re

import msgspec
import pytest
import yaml

from lint import extract
from lint.model.facts import Claim

# What the ledger has besides the claim itself.
LEDGER = ("path", "post", "date", "state", "contradicts", "against")
RAISED = re.compile(r"(\w+) raised ([^.]*)\.")


@pytest.fixture
def ledger(scratch):
    """Return a publication in which every `X raised $Y.` is a claim."""
    read = extract.extract

    def with_claims(post, path, part, *_):
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
    scratch.monkeypatch.setattr("lint.ledger.findings_of", lambda *_: [])
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


POST = "---\ntitle: {0}\ndate: {1}\n---\n{2}\n"
SAID = {
    "a.md": ("2025-03-03", "Fenwick Labs will invest up to $40 million in Tarn Motors."),
    "b.md": ("2025-03-10", "Fenwick Labs is investing as much as $40m in Tarn Motors."),
    "c.md": (
        "2025-03-12",
        "Fenwick Labs has agreed to invest up to $0.04bn in Tarn Motors. Tarn Motors employs 900 people.",
    ),
    "d.md": ("2025-03-14", "Fenwick Labs will invest $55 million in Tarn Motors."),
    "e.md": ("2024-05-02", "Quendale's revenue was $7.4 billion in the first quarter of 2024."),
    "f.md": ("2025-01-30", "In 2024 Quendale's revenue came to $31 billion."),
}


@pytest.fixture
def house(scratch):
    """Posts whose claims are read as they stand."""
    scratch.write("copydesk.yaml", "ignore: [figure]\n")
    for name, (day, text) in SAID.items():
        scratch.write(name, POST.format(name[0].upper(), day, text))
    return scratch


def rows(house, *arguments):
    done = house("claims", "--format", "json", *arguments)
    assert done.code == 0, done.err
    return json.loads(done.out)


def test_what_cannot_stand_beside_each_other_is_marked_on_both_sides(house):
    assert house("claims", "--frame", "invest").out.splitlines() == [
        "Fenwick Labs, Tarn Motors: invest",
        "  2025-03-03  up to $40 million (agreed)  a.md:5",
        "  2025-03-10  as much as $40m  b.md:5",
        "! 2025-03-12  up to $0.04bn (agreed)  c.md:5",
        "              contradicts d.md:5",
        "! 2025-03-14  $55 million (agreed)  d.md:5",
        "              contradicts c.md:5",
    ]
    claims = rows(house, "--frame", "invest")["claims"]
    assert [claim["state"] for claim in claims] == ["", "", "conflict", "conflict"]
    assert claims[3]["contradicts"] == [{"path": "c.md", "line": 5}]
    assert claims[3]["against"] == [{"path": "c.md", "line": 5, "what": "contradicts"}]


def test_what_is_below_the_threshold_is_a_conflict_perhaps(house):
    house.write("copydesk.yaml", "options: {figure-conflict: {confidence: 0.99}}\n")
    assert house.json("--select", "figure-conflict").rules == []
    lines = house("claims", "--frame", "invest").out.splitlines()
    assert lines[3:5] == ["? 2025-03-12  up to $0.04bn (agreed)  c.md:5", "              perhaps contradicts d.md:5"]


def test_what_changed_and_what_is_settled(house):
    new = "Fenwick Labs now says it will invest $60 million in Tarn Motors, not the $55 million announced before."
    house.write("g.md", POST.format("G", "2025-03-20", new))
    found = {claim["path"]: claim["against"] for claim in rows(house, "--frame", "invest")["claims"]}
    assert {"path": "d.md", "line": 5, "what": "replaces"} in found["g.md"]
    assert {"path": "g.md", "line": 5, "what": "is replaced in"} in found["d.md"]
    fact = "- frame: invest\n  parties: {investor: Fenwick Labs, target: Tarn Motors}\n  value: up to $40 million\n"
    house.write("facts.yaml", fact)
    lines = house("claims", "--frame", "invest").out
    assert "! 2025-03-14  $55 million (agreed)  d.md:5\n              is settled otherwise in facts.yaml:3\n" in lines
    values = rows(house, "--frame", "invest", "--table")["facts"][0]["values"]
    assert [value["state"] for value in values[:2]] == ["settled", "wrong"]


@pytest.mark.parametrize(
    ("arguments", "paths"),
    [
        (("--entity", "fenwick labs, inc."), ["a.md", "b.md", "c.md", "d.md"]),
        (("--entity", "Tarn Motors"), ["c.md", "a.md", "b.md", "c.md", "d.md"]),
        (("--entity", "Tarn Motors", "--entity", "Quendale"), []),
        (("--since", "2025-03-12", "--frame", "invest"), ["c.md", "d.md"]),
        (("--until", "2024"), ["e.md"]),
        (("--since", "2025-01", "--until", "2025-01"), ["f.md"]),
        (("--period", "2024"), ["e.md", "f.md"]),
        (("--period", "2024-Q1"), ["e.md"]),
        (("--period", "FY2024"), ["f.md"]),
    ],
)
def test_filters(house, arguments, paths):
    assert [claim["path"] for claim in rows(house, *arguments)["claims"]] == paths


def test_other_notations_are_one_value(house):
    (fact,) = rows(house, "--frame", "invest", "--table")["facts"]
    assert fact["parties"] == {"investor": "Fenwick Labs", "target": "Tarn Motors"}
    forty, other = fact["values"]
    assert forty["notations"] == ["up to $40 million", "as much as $40m", "up to $0.04bn"]
    assert (forty["posts"], forty["first"], forty["last"]) == (3, "2025-03-03", "2025-03-12")
    assert (forty["hedges"], forty["said_by"], forty["state"]) == ({"up-to": 3}, {"author": 3}, "conflict")
    assert (other["value"], other["posts"]) == ("$55 million", 1)


def test_a_table_in_text_and_csv(house):
    house.write("h.md", POST.format("H", "2025-03-15", "Quendale's data center in Malmo has 300MW of capacity."))
    house.write(
        "i.md", POST.format("I", "2025-03-16", "Quendale's data center in Malmo draws more than 300 megawatts.")
    )
    lines = house("claims", "--table", "Malmo").out.splitlines()
    assert len(lines) == 3
    assert lines[1].split() == ["value", "of", "posts", "first", "last", "hedges", "said", "by", "state"]
    assert lines[2].split()[0] == "300MW"
    assert lines[2].endswith("none 1, over 1  author   agree")
    table = house("claims", "--table", "--format", "csv", "--frame", "revenue").out.splitlines()
    assert table[0] == "frame,parties,value,of,posts,first,last,hedges,said_by,state"
    assert table[1:] == [
        "revenue,company=Quendale,$31 billion,2024,1,2025-01-30,2025-01-30,,author,",
        "revenue,company=Quendale,$7.4 billion,2024-Q1,1,2024-05-02,2024-05-02,,author,",
    ]


def test_csv_is_no_formula(house):
    house.write("e.md", POST.format('"=1+1"', *SAID["e.md"]))
    head, row = csv.reader(house("claims", "--period", "2024-Q1", "--format", "csv").out.splitlines())
    told = dict(zip(head, row, strict=True))
    assert told["post"] == "'=1+1"
    assert (told["value"], told["low"], told["date"]) == ("$7.4 billion", "7400000000.0", "2024-05-02")
    assert told["sentence"] == SAID["e.md"][1]


def test_yaml_is_ready_for_the_file_of_facts(house):
    entries = house("claims", "--format", "yaml").out
    house.write("facts.yaml", entries)
    assert yaml.safe_load(entries)[1] == {
        "frame": "invest",
        "parties": {"investor": "Fenwick Labs", "target": "Tarn Motors"},
        "value": "up to $40 million",
        "was": ["$55 million"],
    }
    assert [(item["rule"], item["path"]) for item in house.json("--select", "figure").report["findings"]] == [
        ("figure-settled", "d.md")
    ]


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("--frame", "invst"), "there is no frame `invst`; did you mean `invest`?"),
        (("--since", "spring"), "`--since`: expected a day, month or year such as 2025-03-31"),
        (("--until", "2025-13"), "`--until`: expected a day, month or year"),
    ],
)
def test_wrong_usage(house, arguments, problem):
    done = house("claims", *arguments)
    assert done.code == 2
    assert problem in done.err


def test_the_ledger_is_the_same_with_an_index_and_without(house):
    fresh = house("claims", "--format", "json").out
    assert fresh == house("claims", "--format", "json").out == house("claims", "--format", "json", "--no-cache").out


def test_facts_carry_what_the_ledger_shows(house):
    posts = json.loads(house("facts", "--format", "json").out)["posts"]
    told = {(post["path"], claim["line"], claim["column"]): claim for post in posts for claim in post["claims"]}
    for claim in rows(house)["claims"]:
        ours = {key: value for key, value in claim.items() if key not in LEDGER}
        assert told[(claim["path"], claim["line"], claim["column"])] == ours


def listed(scratch, *said):
    """The facts that the ledger has where each sentence stands in a post of its own."""
    scratch.write("copydesk.yaml")
    for number, text in enumerate(said, 1):
        scratch.write(f"{number}.md", f"---\ntitle: Note {number}\ndate: 2025-03-0{number}\n---\n\n{text}\n")
    return json.loads(scratch("claims", "--table", "--format", "json").out)["facts"]


def test_figures_that_no_frame_reads_are_listed_where_two_posts_tell_one(scratch):
    [fact] = listed(
        scratch,
        "The ship lift of Norrby hoists 1,400 tonnes.",
        "More than 1,400 tonnes go up in the ship lift at Norrby.",
        "A ferry goes to Tolmen at 30 knots.",
    )
    [value] = fact["values"]
    assert fact["frame"].startswith("topic:")
    assert fact["parties"] == {"name": "Norrby"}
    assert (value["posts"], value["state"]) == (2, "agree")
    assert value["notations"] == ["1,400 tonnes", "More than 1,400 tonnes"]


def test_a_figure_by_topic_joins_the_fact_that_a_frame_reads(scratch):
    facts = listed(
        scratch,
        "Corvex raised $40 million in a funding round led by Halm Partners.",
        "A funding round brings Corvex forty million dollars, with Halm Partners at the head of the backers.",
    )
    assert [(fact["frame"], [value["posts"] for value in fact["values"]]) for fact in facts] == [("raise", [2])]


def test_figures_by_topic_carry_their_marks(scratch):
    scratch.write("copydesk.yaml")
    scratch.write("a.md", "---\ntitle: A\ndate: 2025-06-03\n---\n\nThe ferry Brenna carries 640 passengers across.\n")
    scratch.write("b.md", "---\ntitle: B\ndate: 2025-06-06\n---\n\nThe Brenna took 460 passengers across the sound.\n")
    lines = json.loads(scratch("claims", "--format", "json").out)["claims"]
    topics = [line for line in lines if line["frame"].startswith("topic:")]
    assert [line["state"] for line in topics] == ["conflict", "conflict"]
    assert topics[0]["contradicts"] == [{"path": "b.md", "line": 6}]


def test_a_query_by_one_form_of_a_name_finds_the_others(scratch):
    scratch.write("copydesk.yaml")
    scratch.write("a.md", "---\ntitle: A\ndate: 2025-06-03\n---\n\nThe Quorra Bay Line (QBL) carried 640 passengers.\n")
    scratch.write("b.md", "---\ntitle: B\ndate: 2025-06-06\n---\n\nQBL raised $41 million.\n")
    scratch.write("c.md", "---\ntitle: C\ndate: 2025-06-09\n---\n\nThe Quorra Bay Line raised $14 million.\n")
    for asked in (["QBL"], ["Quorra", "Bay", "Line"], ["--entity", "QBL"], ["--entity", "Quorra Bay Line"]):
        lines = json.loads(scratch("claims", *asked, "--format", "json").out)["claims"]
        assert {(line["path"], line["state"]) for line in lines} >= {("b.md", "conflict"), ("c.md", "conflict")}
    assert json.loads(scratch("claims", "Brask", "--format", "json").out)["claims"] == []


def test_a_path_that_is_asked_for_as_a_word_is_pointed_out(scratch):
    scratch.write("posts/a.md", "---\ndate: 2025-02-01\n---\n\nNorwind raised $2 million.\n")
    done = scratch("claims", "posts")
    assert done.out == "No claims.\n"
    assert "to read posts there: --path posts" in done.err
    assert "--path" not in scratch("claims", "Norwind").err
