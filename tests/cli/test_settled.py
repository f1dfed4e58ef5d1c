"""facts.yaml: what is settled silences conflicts, and is held against every post."""

import pytest

FACT = """\
- frame: acquire
  parties: {buyer: Fenwick Labs, target: Tarn Motors}
  value: $1.2 billion
"""
POST = "---\ntitle: {0}\ndate: {1}\n---\nFenwick Labs will buy Tarn Motors for {2} in cash.\n"


@pytest.fixture
def house(scratch):
    """Two posts that disagree, and one that agrees with the first."""
    scratch.write("copydesk.yaml", "select: [figure]\n")
    for name, day, figure in (
        ("a", "2025-03-03", "$1.2bn"),
        ("b", "2025-03-10", "$2.1bn"),
        ("c", "2025-03-12", "$2.1B"),
    ):
        scratch.write(f"{name}.md", POST.format(name.upper(), day, figure))
    return scratch


def told(done):
    return [(item["rule"], item["path"], item["severity"]) for item in done.report["findings"]]


def test_the_wrong_posts_are_told_and_the_right_one_is_left_alone(house):
    assert {rule for rule, _, _ in told(house.json())} == {"figure-conflict"}
    house.write("facts.yaml", FACT)
    assert told(house.json()) == [("figure-settled", "b.md", "error"), ("figure-settled", "c.md", "error")]
    assert told(house.json("a.md")) == []


def test_where_it_is_settled_and_who_else_carries_the_figure(house):
    house.write("facts.yaml", FACT + "  why: The companies say so.\n  source: https://fenwick.example/\n")
    finding = house.json("b.md").report["findings"][0]
    assert finding["message"] == "Fenwick Labs, Tarn Motors (acquire): $2.1bn here, but $1.2 billion is settled"
    fact, other = finding["related"]
    assert (fact["path"], fact["line"], fact["column"], fact["excerpt"]) == ("facts.yaml", 3, 10, "$1.2 billion")
    assert fact["message"] == "settled here: The companies say so. (https://fenwick.example/)"
    assert (other["path"], other["role"], other["message"]) == ("c.md", "support", "the same figure on 2025-03-12")
    assert "value: $1.2 billion" in house("check", "b.md").out


@pytest.mark.parametrize(
    ("figure", "value", "instead"),
    [
        ("$2.1bn", "$1.2 billion", "$1.2bn"),
        ("$2,100 million", "$1.2 billion", "$1,200 million"),
        ("two billion dollars", "$1.2 billion", "$1.2 billion"),
        ("$2.1bn", "up to $1.2 billion", "up to $1.2 billion"),
        ("up to $2.1bn", "up to $1.2 billion", "$1.2bn"),
        ("$2.1bn", "between $1 billion and $1.2 billion", "between $1 billion and $1.2 billion"),
        ("$2.1bn", "$1.234567 billion", "$1.234567 billion"),
    ],
)
def test_what_to_write_instead(scratch, figure, value, instead):
    scratch.write("copydesk.yaml")
    scratch.write("facts.yaml", FACT.replace("$1.2 billion", value))
    scratch.write("a.md", POST.format("A", "2025-03-03", figure))
    (finding,) = scratch.json("--select", "figure").report["findings"]
    assert finding["suggestions"] == [{"text": instead, "safe": False}]


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("", [("b.md", "error"), ("c.md", "error")]),
        ("  until: 2025-03-10\n", [("b.md", "error")]),
        ("  since: 2025-03-11\n", [("c.md", "error")]),
        ("  since: 2025-03-11\n  was: $2.1 billion\n", [("b.md", "suggestion"), ("c.md", "error")]),
        ("  since: 2025-03-11\n  was: [$3 billion, $4 billion]\n", [("c.md", "error")]),
        ("  attribute: cloud\n", []),
    ],
)
def test_the_days_that_must_agree(house, more, found):
    house.write("facts.yaml", FACT + more)
    settled = [(path, how) for rule, path, how in told(house.json()) if rule == "figure-settled"]
    assert settled == found


def test_what_it_does_not_decide_is_compared_as_ever(house):
    house.write("facts.yaml", FACT + "  since: 2025-03-11\n")
    assert told(house.json()) == [("figure-conflict", "b.md", "error"), ("figure-settled", "c.md", "error")]
    house.write("facts.yaml", FACT + "  attribute: cloud\n")
    assert set(house.json().rules) == {"figure-conflict"}


def test_a_post_without_a_date_must_agree_until_the_fact_ends(scratch):
    scratch.write("copydesk.yaml", "select: [figure]\n")
    scratch.write("a.md", "# A\n\nFenwick Labs will buy Tarn Motors for $2.1 billion.\n")
    for more, rules in (("", ["figure-settled"]), ("  since: 2025-01-01\n", ["figure-settled"])):
        scratch.write("facts.yaml", FACT + more)
        assert scratch.json().rules == rules
    scratch.write("facts.yaml", FACT + "  until: 2025-01-01\n")
    assert scratch.json().rules == []


def test_what_says_that_it_changed_is_a_warning(scratch):
    scratch.write("copydesk.yaml", "select: [figure]\n")
    scratch.write("facts.yaml", FACT)
    text = "Fenwick Labs now says it is buying Tarn Motors for $1.5 billion, not the $1.2 billion announced before."
    scratch.write("a.md", f"---\ndate: 2025-04-05\n---\n{text}\n")
    assert told(scratch.json()) == [("figure-settled", "a.md", "warning")]


def test_names_are_resolved_as_in_posts(scratch):
    scratch.write("copydesk.yaml", "select: [figure]\n")
    scratch.write("facts.yaml", FACT.replace("Fenwick Labs", "The Fenwick Labs Inc."))
    scratch.write("a.md", POST.format("A", "2025-03-03", "$2.1bn"))
    assert scratch.json().rules == ["figure-settled"]


def test_why(house):
    house.write("facts.yaml", FACT + "  until: 2025-12-31\n")
    finding = house.json("--why", "b.md").report["findings"][0]
    gates = {gate["gate"]: gate["detail"] for gate in finding["why"]}
    assert gates["settled"] == "facts.yaml:3, until 2025-12-31"
    assert "they do not meet" in gates["figures"]
    assert "time" not in gates


def test_another_file_and_none(house):
    house.write("desk/settled.yaml", FACT)
    house.write("copydesk.yaml", "facts: desk/settled.yaml\nselect: [figure-settled]\n")
    assert house.json("b.md").report["findings"][0]["related"][0]["path"] == "desk/settled.yaml"
    house.write("copydesk.yaml", "language: en\nfacts: desk/settld.yaml\n")
    done = house("check")
    assert done.code == 2
    assert "copydesk.yaml:2: `facts`: there is no file `desk/settld.yaml`" in done.err


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ("value:", "valeu:", 3, "unknown key `valeu`; did you mean `value`?"),
        ("  value: $1.2 billion\n", "", 1, "the key `value` is missing"),
        ("acquire", "aquire", 1, "`frame`: there is no frame `aquire`; did you mean `acquire`?"),
        ("buyer:", "byer:", 2, "`acquire` has no role `byer`; did you mean `buyer`?"),
        (", target: Tarn Motors", "", 2, "`parties`: `target` is missing; expected {buyer: …, target: …}"),
        ("Tarn Motors", '"!"', 2, "`target`: `!` names nobody that posts could mean"),
        ("$1.2 billion", "plenty", 3, "`value`: expected one figure as in a post, such as `up to $60 billion`"),
        ("$1.2 billion", "$1 billion or $2 million", 3, "`value`: expected one figure as in a post"),
        ("$1.2 billion", "300 MW", 3, "`value`: `acquire` takes money; `300 MW` is power"),
        ("$1.2 billion", "$1 billion\n  was: [$2 billion, 3 GW]", 4, "`was`: `acquire` takes money; `3 GW` is power"),
        (
            "$1.2 billion",
            "$1 billion\n  since: March 3",
            4,
            "`since`: expected a day such as 2025-03-31, found `March 3`",
        ),
        (
            "$1.2 billion",
            "$1 billion\n  since: 2025-03-03\n  until: 2025-03-01",
            5,
            "`until`: 2025-03-01 is before `since`",
        ),
        ("$1.2 billion", "$1 billion\n  period: lately", 4, "`period`: expected a period such as 2024"),
        (FACT, FACT + FACT, 4, "this fact is settled twice for the same time"),
        (FACT, "frame: acquire\n", 1, "expected a list of facts"),
        (FACT, "- [1]\n", 1, "expected `key: value` lines"),
        (
            FACT,
            "- frame: valuation\n  parties: {company: A Co}\n  value: $5m\n",
            1,
            "`valuation` changes with time; say",
        ),
        (
            FACT,
            "- frame: revenue\n  parties: {company: Acme}\n  value: $5m\n  since: 2025-01-01\n",
            1,
            "`revenue` changes",
        ),
    ],
)
def test_a_mistake_is_named_with_its_line(scratch, old, new, line, problem):
    scratch.write("copydesk.yaml")
    scratch.write("facts.yaml", FACT.replace(old, new, 1))
    done = scratch("check")
    assert done.code == 2
    assert f"facts.yaml:{line}: {problem}" in done.err


def test_an_empty_file_settles_nothing(house):
    house.write("facts.yaml", "# nothing yet\n")
    assert set(house.json().rules) == {"figure-conflict"}


def test_a_result_of_a_match(scratch):
    scratch.write("copydesk.yaml", "select: [figure]\n")
    scratch.write(
        "facts.yaml",
        "- frame: result\n  parties: {winner: Tarnby United, loser: Wexham}\n  value: 3-1\n  until: 2025-03-31\n",
    )
    text = "---\ntitle: T\ndate: 2025-03-02\n---\n\n{}\n"
    scratch.write("a.md", text.format("Wexham lost 1-3 to Tarnby on Saturday."))
    scratch.write("b.md", text.format("Tarnby beat Wexham 3-2 on Saturday."))
    scratch.write("c.md", text.format("Wexham beat Tarnby 3-1 on Saturday."))
    scratch.write("d.md", text.replace("03-02", "05-02").format("Wexham beat Tarnby 4-1 on Saturday."))
    done = scratch.json()
    assert told(done) == [("figure-settled", "b.md", "error"), ("figure-settled", "c.md", "error")]
    assert done.report["findings"][0]["suggestions"][0]["text"] == "3-1"
