"""Whom a description means, and whom nobody can tell: no city passes for a name."""

import pytest

from lint.extract.claims.entities import described
from tests.extract.reading import figures_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Amsterdam medical-equipment maker sold 3 million masks.", ("philip",)),
        ("The Prius maker sold 3 million cars to Brask.", ("toyota", "brask")),
        ("Brask sold 3 million seats to the maker of the Prius.", ("brask", "toyota")),
        ("HBO's owner has 90 million viewers.", ("warner bro discovery",)),
        ("The owner of HBO has 90 million viewers.", ("warner bro discovery",)),
        ("The company behind ChatGPT rents 30,000 chips from Brask.", ("openai", "brask")),
        ("The firm that makes Snapdragon shipped 30 million chips to Brask.", ("qualcomm", "brask")),
        ("iPhone maker Apple shipped 30 million phones.", ("apple",)),
        ("The Redmond company has 30,000 testers.", ("microsoft",)),
        # Who is described beside the name is nobody else.
        ("Ghent start-up Brask has 300 vans.", ("brask",)),
        ("Brask, a Ghent logistics start-up, has 300 vans.", ("brask",)),
        ("Brask is a Ghent logistics start-up with 300 vans.", ("brask",)),
    ],
)
def test_who_is_described(text, names):
    assert figures_of(text)[-1].names == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Ghent logistics start-up will pay Brask $40 million.", ("?ghent-logistics-start-up", "brask")),
        ("The chipmaker will pay Brask $40 million.", ("?", "brask")),
        ("Corvex moved. The chipmaker will pay Brask $40 million.", ("corvex", "brask")),
        ("Corvex sued Halm. The chipmaker sent 400 lamps to Brask.", ("?", "brask")),
        ("Brask supplies 400 seats to the airline industry.", ("brask",)),
        ("Brask sold 400 lamps, according to the research firm.", ("brask",)),
    ],
)
def test_who_is_unknown(text, names):
    assert figures_of(text)[-1].names == names


def test_a_description_alone_is_no_name():
    assert figures_of("The Ghent logistics start-up has 300 vans.") == ()


@pytest.mark.parametrize(
    "words", ["the Amsterdam company", "the Dutch company", "the chipmaker", "the Oslo printer maker"]
)
def test_what_fits_many_or_nobody_means_nobody(words):
    assert described(words) == ""
