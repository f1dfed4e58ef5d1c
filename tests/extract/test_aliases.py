"""What a text ties to a name: short forms, earlier names, products, descriptions; and what it does not."""

import pytest

from lint.extract.aliases import aliases
from lint.extract.names import mentions
from lint.read import read
from tests.extract.reading import figures_of


def tied(text):
    [post] = read("post.md", f"---\ntitle: A title\ndate: 2025-08-20\n---\n\n{text}\n".encode())
    return [(alias.kind, alias.form, alias.name) for alias in aliases(mentions(post))]


@pytest.mark.parametrize(
    ("text", "form", "name"),
    [
        ("Quorra Bay Ferries (QBF) sailed.", "qbf", "Quorra Bay Ferries"),
        ("The Institute of Moss and Lichen (IML) met.", "iml", "Institute of Moss and Lichen"),
        ("First Tarn Refining (FTR) stood still.", "ftr", "First Tarn Refining"),
        ("Brask Energy (NYSE: BKE) fell.", "bke", "Brask Energy"),
        ("Ormdal Metropolitan University (Ormdal Met) opened.", "ormdal met", "Ormdal Metropolitan University"),
        ("Training and Tarn Assistance (TTA) sailed.", "tta", "Training and Tarn Assistance"),
        ("Brask Aquaculture (BQA) fell.", "bqa", "Brask Aquaculture"),
        ("Ormdal Co-operative Creamery (OCC) paid.", "occ", "Ormdal Co-operative Creamery"),
        ("Quorra Bay Ferries, or QBF, sailed.", "qbf", "Quorra Bay Ferries"),
        ("Brenna Athletic Club, nicknamed the Cobblers, won.", "cobbler", "Brenna Athletic Club"),
        ("Halmet, formerly Tolmen Plastics, moved.", "tolmen plastic", "Halmet"),
        ("Halmet Group (previously known as Tolmen Plastics) moved.", "tolmen plastic", "Halmet Group"),
        ("Tolmen Plastics, now called Halmet, moved.", "tolmen plastic", "Halmet"),
        ("Tolmen Plastics renamed itself Halmet in May.", "tolmen plastic", "Halmet"),
        ("Halmet changed its name from Tolmen Plastics to sound new.", "tolmen plastic", "Halmet"),
    ],
)
def test_other_forms(text, form, name):
    assert tied(text) == [("other", form, name)]


@pytest.mark.parametrize(
    ("text", "kind", "form"),
    [
        ("Brask, a Ghent logistics start-up, sailed.", "called", "ghent|logistic startup"),
        ("Brask is a brewer from Ormdal.", "called", "ormdal|brew"),
        ("The Ormdal-based bicycle maker Brask moved.", "called", "ormdal|bicycl"),
        ("Brask Foundries, the Tolmen caster of bells, moved.", "called", "tolmen|bell cast"),
        ("Brask, which is based in Ormdal and makes ropes, moved.", "called", "ormdal|mak rop"),
        ("Norrby Levels, the internal drainage board, met.", "called", "|board drainage internal"),
        ("Brask, which makes the Pellow kite, moved.", "made", "pellow"),
        ("Brask, maker of the Pellow, moved.", "made", "pellow"),
        ("Tarn & Tolland, a Lincoln seed firm, moved.", "called", "lincoln|seed tarn"),
        ("Brask is a Ghent seed firm too.", "called", "ghent|seed"),
        ("Brask, the charity behind the Lantern hostel, moved.", "made", "lantern"),
        ("Brask Games, the studio behind Tidefall, moved.", "made", "tidefall"),
    ],
)
def test_descriptions(text, kind, form):
    assert [(one, other) for one, other, _ in tied(text)] == [(kind, form)]


@pytest.mark.parametrize(
    "text",
    [
        "Brask Energy (ABC) fell.",  # no letters of the name
        "Oil Brask (OIL) fell.",  # a word
        "Brask, formerly part of Tolmen Plastics, moved.",
        "Ines Varga, formerly Tolmen Plastics, moved.",
        "Ines Varga, a designer in Ghent, moved.",
        "Brask, a unit of Tolmen Plastics, moved.",
        "Brask, a British brewer, moved.",  # a nation has many
        "Brask, a London brewer, moved.",  # so has a metropolis
        "Brask, a Tolmen Plastics company, moved.",
        "Brask, the biggest council, met.",
        "Brask, a Redmond software company, moved.",  # the table has another
        "Brask, which makes the Prius, moved.",
        "It helps Brask, the Tolmen Lamp charity, and Halmet.",
        "Domino of Tolmen, a Ghent brewer, moved.",
        "Brask, which operates in Tolmen, moved.",
    ],
)
def test_what_ties_nothing(text):
    assert tied(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Brask Ports, formerly part of Tolmen Plastics, handled 31,000 boxes.", ("brask port",)),
        ("Brask Ports, now owned by Tolmen Plastics, handled 31,000 boxes.", ("brask port",)),
        ("Brask handled 31,000 boxes at Tolmen, as part of a deal with Halmet.", ("brask", "tolmen", "halmet")),
        ("Brask, an Ormdal brewer, handled 31,000 boxes.", ("brask",)),
        ("Brask, Tolmen Plastics and Halmet handled 31,000 boxes.", ("brask", "tolmen plastic", "halmet")),
    ],
)
def test_names_beside_a_name_are_not_whom_a_figure_is_of(text, names):
    assert figures_of(text)[-1].names == names


@pytest.mark.parametrize(
    "text", ["Aa (" * 4000, "Aa, a " * 4000, "Aa, which is now " * 2000, "Aa, the a a a a " * 2000, "A (A" * 5000]
)
def test_hostile_text_ends(text):
    assert len(tied(text)) < 5
