"""Figures that no frame reads: whom their sentences name, what they count, how they are bounded, what changed."""

import pytest

from tests.extract.reading import figures_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Whoever tops the Calder Cup goes home with $40,000.", ("calder cup",)),
        ("Glaziers receive 900,000 euros from Oskar Veldt.", ("oskar veldt",)),
        ("The Finns hand Kestrel Dairy $30 million.", ("kestrel dairy",)),
        ("Orlin Foods paid $80 million for a Texan, Brask.", ("orlin food", "brask")),
        ("Norwegians will pay Fjellvog 90 kroner a ride.", ("@no", "fjellvog")),
        ("Tolvan's rival Meridock lifts 45 tonnes.", ("meridock",)),
        ("The lawsuit against Havel Paints ended with a payment of $6 million.", ("havel paint",)),
        ("No scorer did better than Ruta Kalnina, who found the net 31 times.", ("ruta kalnina",)),
        ('"We take $70,000 a month," said Ostrava Kites.', ("ostrava kite",)),
        ("Rindall's Magna press turns out 5,000 sheets.", ("magna", "rindall")),
    ],
)
def test_names(text, names):
    assert figures_of(text)[-1].names == names


@pytest.mark.parametrize(
    ("text", "noun", "value"),
    [
        ("The death toll in Sarvik has risen to 88.", "deaths", 88),
        ("The number of storks at Lake Imre is 45.", "storks", 45),
        ("The staff of Pell Foundry numbers 640.", "staff", 640),
        ("Ilse Brandt found the net 31 times for Norrby.", "times", 31),
        ("Corvex asked for 52,000 of its Lynx vans back.", "vans", 52000),
        ("Every week 700 lamps leave the works of Toller Glass.", "lamps", 700),
        ("Ninety Danish bakeries are on the list of Rugbro.", "bakeries", 90),
    ],
)
def test_what_is_counted(text, noun, value):
    quantity = figures_of(text)[-1].quantity
    assert (quantity.unit, quantity.symbol, quantity.high) == ("count", noun, value)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Satellite Corin 3 goes up on 19 August.", "2026-08-19"),
        ("On 18 May the tram drivers of Vessel Lines will go on strike.", "2026-05-18"),
        ("The lido vote in Oberau takes place on June 21.", "2026-06-21"),
        ("Traffic rolls over the new Halm Bridge from 14 April.", "2026-04-14"),
    ],
)
def test_days_of_events(text, day):
    [place] = [figure.place for figure in figures_of(text) if figure.quantity.unit == "date"]
    assert place.excerpt.split()[-1] in (day[-2:].lstrip("0"), "August", "May", "April")


@pytest.mark.parametrize(
    "text",
    [
        "The strike at Vessel Lines was called off, it said on 18 May.",
        "The union of Vessel Lines announced on 18 May that the strike goes on.",
    ],
)
def test_the_day_of_a_saying_is_no_figure(text):
    assert [figure for figure in figures_of(text) if figure.quantity.unit == "date"] == []


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("The shaft at Grenmoor will be 900 metres deep at most.", "up-to"),
        ("It will be 3,000 people at the very most, said Halvar Lines.", "up-to"),
        ("What Quarrel pays for a field tops out at £8,000.", "up-to"),
        ("For owners in Tolmen the limit is 9,000 euros.", "up-to"),
        ("Seats at the Orpheum cost 30 francs and upwards.", "at-least"),
        ("The shaft at Grenmoor is 900 metres deep, the deepest since at least 1900.", ""),
    ],
)
def test_bounds(text, qualifier):
    assert figures_of(text)[0].quantity.qualifier == qualifier


def test_a_rate_is_one_unit_however_it_is_said():
    one = figures_of("Fibra gives its customers 6 gigabits a second.")[0].quantity
    two = figures_of("Fibra gives its customers 6 gigabits per second.")[0].quantity
    three = figures_of("Fibra gives its customers 6 Gbps.")[0].quantity
    assert {(q.symbol, q.high, q.per) for q in (one, two, three)} == {("bps", 6e9, "")}


@pytest.mark.parametrize(
    ("text", "update"),
    [
        ("The opening of the Museum of Tin has been put off until 3 October.", True),
        ("Corin has brought the launch of its satellite forward to 30 July.", True),
        ("The first flight of Corin 3 has slipped to 17 September.", True),
        ("Corin is lowering its satellites to 410 kilometres.", True),
        ("Sundal Chips has taken its 2026 budget down a notch, to $2.1 billion.", True),
        ("Pell Foundry will cut 900 jobs, fewer than it had planned.", True),
        ("Sorrel charges 8 euros for its soap from now on, after an increase.", True),
        ("Dale Fund's grant was halved to $50 million.", True),
        ("Shares of Pell Foundry slipped to 12 dollars.", False),
        ("Shares of Pell Foundry rose to 12 dollars.", False),
        ("Pell Foundry is raising $12 million.", False),
    ],
)
def test_updates(text, update):
    assert figures_of(text)[-1].update is update


def test_a_short_time_is_a_figure_where_something_has_a_length():
    assert figures_of("Anton Grell must spend six years behind bars.") != ()
    assert figures_of("Anton Grell came back after six years.") == ()


def test_who_the_sentence_before_names_is_whom_this_is_of():
    figure = figures_of("Pell Foundry and Corvex share the Norrby site. This gives them 40 megawatts of capacity.")[-1]
    assert figure.names == ("pell foundry", "corvex", "norrby")


def test_names_in_brackets_are_no_matter_of_the_figure_outside():
    figure = figures_of("Pell Foundry draws 40 megawatts (enough for Norrby and Corvex).")[-1]
    assert figure.names == ("pell foundry",)


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("The debts of Pell Foundry add up to $90 million.", ""),
        ("Pell Foundry owes up to $90 million.", "up-to"),
        ("The Orel 5 Max 64GB of Corvex is dear.", ""),
    ],
)
def test_what_only_looks_like_a_bound(text, qualifier):
    assert figures_of(text)[0].quantity.qualifier == qualifier


def test_who_only_speaks_is_whom_it_is_of_where_nobody_else_is():
    assert figures_of("A value of 12 million dollars was put on it, Corvex said.")[0].names == ("corvex",)
    assert figures_of("The site of Norrby cost 12 million dollars, Corvex said.")[0].names == ("norrby",)


def test_what_would_have_been_is_no_figure_to_compare():
    [figure] = figures_of("Had Corvane's losses at the mill been $4.2 million, it would have closed.")
    assert figure.modality == "hypothetical"
