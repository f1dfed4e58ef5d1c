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
        ("The owners of the iPhone bought 30 million covers from Brask.", ("iphone", "brask")),
        ("The owner of a Prius paid Brask $400,000.", ("priu", "brask")),
        ("Brask lent 40 trams to the Eindhoven chipmaker.", ("brask", "nxp")),
        ("Brask, maker of 400 kinds of lamp, owes the gamers' chat app $3 million.", ("brask", "discord")),
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
        ("The figure was 30 million euros higher at Brask than a year earlier.", ("brask",)),
        ("Brask, a note-taking app with a parrot, has 300 million users.", ("brask",)),
        ("Brask was once Belgium's biggest supplier with 300 vans.", ("brask",)),
        ("The Belgian central bank sold Brask 40 tonnes of gold.", ("@be", "brask")),
        ("Brask, after the Belgian firm lost its chief, sold 40 tonnes of gold.", ("brask",)),
        ("Brask sold 400 lamps, according to the research firm.", ("brask",)),
    ],
)
def test_who_is_unknown(text, names):
    assert figures_of(text)[-1].names == names


def test_a_description_alone_is_nobody_unless_the_archive_knows_it():
    [figure] = figures_of("The Ghent logistics start-up has 300 vans.")
    assert figure.keys == ()
    assert figure.described == "ghent|logistic startup"


@pytest.mark.parametrize(
    "words", ["the Amsterdam company", "the Dutch company", "the chipmaker", "the Oslo printer maker"]
)
def test_what_fits_many_or_nobody_means_nobody(words):
    assert described(words) == ""


@pytest.mark.parametrize(
    ("words", "house"),
    [
        ("the Eindhoven semiconductor company", "NXP"),
        ("the Nijmegen car-chip maker", "Nexperia"),
        ("the Skelleftea battery start-up", "Northvolt"),
        ("the Skellefteå battery maker", "Northvolt"),
        ("the San Jose server maker", "Super Micro"),
        ("the Mumbai grocery app", "Zepto"),
        ("the Billund toymaker", "Lego"),
        ("the largest Bilbao utility", "Iberdrola"),
        ("the German online bank", "N26"),
    ],
)
def test_a_home_with_a_trade(words, house):
    assert described(words) == house


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("AT&T hired 3,000 fitters.", ("at t",)),
        ("X-energy hired 3,000 fitters.", ("x energy",)),
        ("Together AI hired 3,000 testers.", ("together ai",)),
        ("Bank of America hired 3,000 tellers.", ("bank of america",)),
        ("Figure hired 3,000 testers from Brask.", ("figure", "brask")),
        ("Sharp falls cost Brask $3 million.", ("brask",)),
        ("Unfilled orders at Brask stand at $3 million.", ("brask",)),
        ("Restructuring costs of $3 million weigh on Brask.", ("brask",)),
        ("Digital Realty Trust rents 300 halls to Brask.", ("digital realty", "brask")),
        ("HPE sold 300 servers to Brask.", ("hewlett packard enterprise", "brask")),
        ("Match Group, Epic Games and Brask hired 3,000 testers.", ("match group", "epic game", "brask")),
    ],
)
def test_names_of_plain_words(text, names):
    assert figures_of(text)[-1].names == names
