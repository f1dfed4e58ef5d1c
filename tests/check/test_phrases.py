import pytest

from lint.check.phrases import Options, check, validate
from lint.extract import extract
from lint.model.errors import OptionError
from lint.read import read


def hits(text, phrases=None, signs=None):
    options = Options(phrases=phrases or {}, signs=signs or {})
    validate(options)
    (post,) = read("a.md", text.encode())
    found = check(post, extract(post, "a.md", 0), options)
    return [(text[hit.span.start : hit.span.end], [fix.text for fix in hit.suggestions]) for hit in found]


@pytest.mark.parametrize(
    ("phrases", "text", "expected"),
    [
        ({"(could|would) of": r"\1 have"}, "You could of seen it.", [("could of", ["could have"])]),
        ({"(could|would) of": r"\1 have"}, "Would of been, we could.\nOf all.", [("Would of", ["Would have"])]),
        ({"(could|would) of": r"\1 have"}, "You could\nof seen it.", [("could\nof", ["could have"])]),
        ({"it's own": "its own"}, "On it’s own it's own.", [("it’s own", ["its own"]), ("it's own", ["its own"])]),
        ({"let's (you|us)": r"lets \1"}, "It let’s us in.", [("let’s us", ["lets us"])]),
        ({"of": "off"}, "of-course, e-of, x.of, @of, of/on, of.on, of's", []),
        (
            {"does not {z}": "does not {base}"},
            "It does not describes it.",
            [("does not describes", ["does not describe"])],
        ),
        ({"does not {z}": "does not {base}"}, "It does not works: works can be a noun.", []),
        (
            {"one of the {n}": "one of the {plural}"},
            "one of the solution",
            [("one of the solution", ["one of the solutions"])],
        ),
        ({"^ it {v}": "it {third}"}, "It accept. Does it accept? It accept.", [("It accept", ["It accepts"])] * 2),
        ({"heads up": ["heads-up", "warning"]}, "A heads up.", [("heads up", ["heads-up", "warning"])]),
    ],
)
def test_phrases(phrases, text, expected):
    assert hits(text, phrases) == expected


@pytest.mark.parametrize(
    ("signs", "text", "expected"),
    [
        ({" ,": {r"(?<=\w) ,(?= )": ","}}, "One , two", [(" ,", [","])]),
        ({"?.": {r"\?\.": "?"}}, "Is it?. See [is it?](https://example.org).", [("?.", ["?"])]),
    ],
)
def test_signs(signs, text, expected):
    assert hits(text, signs=signs) == expected


def test_another_language_is_left_alone():
    text = "Er wollte den Brief of course nie abschicken, weil er die Antwort schon kannte."
    assert hits(text, {"of": "off"}) == []


@pytest.mark.parametrize("wrong", ["(could of", r"\w+", "{z}", ""])
def test_a_phrase_that_cannot_work_is_refused(wrong):
    with pytest.raises(OptionError):
        validate(Options(phrases={wrong: "x"}))
