"""substitution: what is expected, what is suggested, and when the suggestion may be applied."""

import pytest

SWAP = {"utili[sz]e": "use", "e-mail": "email|message", r"(\d+)\s?per cent": "$1%", "Github": "GitHub"}
TEXT = "Utilise this e-mail, utilise it for 12 per cent of **uti**lize. Github, github and GitHub.\n"


def told(hits):
    return [(hit.words["observed"], [item.text for item in hit.suggestions]) for hit in hits]


def test_observed_and_expected(hits):
    assert told(hits("substitution", TEXT, swap=SWAP)) == [
        ("e-mail", ["email", "message"]),
        ("utilise", ["use"]),
        ("12 per cent", ["12%"]),
        ("utilize", ["use"]),
        ("Github", ["GitHub"]),
    ]


def test_case_is_ignored_where_asked_and_what_is_right_stays(hits):
    found = told(hits("substitution", TEXT, swap=SWAP, ignorecase=True))
    assert ("Utilise", ["use"]) in found
    assert ("github", ["GitHub"]) in found
    assert not [item for item in found if item[0] == "GitHub"]


def test_capitalize_keeps_a_capital(hits):
    assert told(hits("substitution", TEXT, swap=SWAP, ignorecase=True, capitalize=True))[0] == ("Utilise", ["Use"])


def test_safe_only_with_one_choice_that_stands_in_one_piece(hits):
    safe = {
        hit.words["observed"]: [item.safe for item in hit.suggestions] for hit in hits("substitution", TEXT, swap=SWAP)
    }
    assert safe == {
        "e-mail": [False, False],
        "utilise": [True],
        "12 per cent": [True],
        "utilize": [False],
        "Github": [True],
    }


def test_the_longest_wins(hits):
    found = hits("substitution", "the data base server", swap={"data base": "database", "data base server": "database"})
    assert [hit.words["observed"] for hit in found] == ["data base server"]


@pytest.mark.parametrize(
    ("swap", "expected"),
    [
        ({"colou?r": "hue"}, ["hue"]),
        ({"(?P<stem>colou?)r": "${stem}"}, ["colou"]),
        ({"(col)(our)": "$1or"}, ["color"]),
        ({"(?<=the )colour": "hue"}, ["hue"]),
        ({"(?<=the )(col)our": "$1"}, ["col"]),
        ({"colour": r"a\|b"}, ["a|b"]),
        ({"colour": ""}, [""]),
        ({"COLOUR": "hue"}, []),
    ],
)
def test_back_references(hits, swap, expected):
    found = hits("substitution", "the colour\n", swap=swap)
    assert [item.text for hit in found for item in hit.suggestions] == expected


def test_exceptions_and_vocabulary(hits):
    text = "The Utilise Awards utilise it. Utilisation.\n"
    assert len(hits("substitution", text, swap={"[Uu]tilise": "use"})) == 2
    assert len(hits("substitution", text, swap={"[Uu]tilise": "use"}, exceptions=["Utilise Awards"])) == 1
    assert len(hits("substitution", text, swap={"[Uu]tilise": "use"}, accept=["utilise"])) == 1
    assert len(hits("substitution", text, swap={"[Uu]tilis": "use"}, nonword=True)) == 3


@pytest.mark.parametrize(
    ("swap", "problem", "path"),
    [
        ({}, "nothing to replace", ()),
        ({"a(": "b"}, "no regular expression", ("swap", "a(")),
        ({"a": "$1"}, "asks for group $1; `a` has none", ("swap", "a")),
    ],
)
def test_says_what_is_wrong_with_options(hits, swap, problem, path):
    with pytest.raises(ValueError, match=".") as error:
        hits("substitution", "text", swap=swap)
    assert problem in str(error.value)
    assert error.value.path == path
