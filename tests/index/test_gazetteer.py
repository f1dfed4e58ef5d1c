"""Who is meant by another form of a name: only where it can be just one, whatever the order of the posts."""

import random

from lint.index.gazetteer import Gazetteer, sides
from lint.model.facts import Alias, Claim, Name, Quantity, Tie
from lint.model.text import Place, Span

HERE, THERE, ELSE = ("a.md", 0), ("b.md", 0), ("c.md", 0)
SPOT = Place(1, 1, 1, 2, "4")


def other(form, name):
    letters = name.replace(" ", "")
    return Alias("other", form, name.title(), name, form.replace(" ", ""), letters)


def called(form, name):
    return Alias("called", form, name.title(), name)


def gazetteer(*rows, names=()):
    def at(side):
        return [(key, alias) for key, alias in rows if side in sides(alias)]

    return Gazetteer(at, lambda key: [Name(text, Span(start, start), SPOT) for start, text in names])


def figure(*names, described="", start=0):
    quantity = Quantity(Span(start, start + 1), SPOT, "count", "vans", 4, 4)
    return Claim("", "", {}, quantity, SPOT, "", names=names, described=described)


def test_a_form_of_one_is_that_one_and_found_from_it():
    known = gazetteer((HERE, other("bsk", "brask mills")))
    assert known.meant(figure("bsk"), THERE).names == ("brask mills",)
    assert known.sources("mills|count") == {"mills|count", "bsk|count"}


def test_a_form_of_two_is_nobody_but_in_a_post_of_its_own():
    known = gazetteer((HERE, other("bsk", "brask mills")), (THERE, other("bsk", "bersk foods")))
    assert known.meant(figure("bsk"), ELSE).names == ("bsk",)
    assert known.meant(figure("bsk"), THERE).names == ("bersk foods",)


def test_names_in_turn_end_at_the_last_and_a_circle_ends_nowhere():
    known = gazetteer((HERE, other("old", "newer")), (THERE, other("newer", "newest")))
    assert known.meant(figure("old"), ELSE).names == ("newest",)
    assert known.sources("newest|count") == {"newest|count", "newer|count", "old|count"}
    circle = gazetteer((HERE, other("one", "two")), (THERE, other("two", "one")))
    assert circle.meant(figure("one"), ELSE).names == ("one",)


def test_claims_and_ties_are_about_the_same_house():
    known = gazetteer((HERE, other("bsk", "brask mills")))
    claim = Claim("raise|bsk", "raise", {"subject": "BSK"}, figure().quantity, SPOT, "")
    meant = known.meant(claim, THERE)
    assert (meant.key, meant.parties) == ("raise|braskmills", {"subject": "Brask Mills"})
    assert known.spellings("raise|braskmills") == {"raise|braskmills", "raise|bsk"}
    assert (
        known.tied(Tie("office|ceo|bsk", "Ines Varga", "BSK", Span(0, 1), SPOT), THERE).key == "office|ceo|braskmills"
    )
    assert known.tied(Tie("at|analyst|inesvarga", "Ines Varga", "bsk", Span(0, 1), SPOT), THERE).value == "braskmills"


def test_a_description_means_whoever_alone_it_fits():
    rows = [(HERE, called("ghent|brew", "brask")), (THERE, called("ghent|printing", "halmet"))]
    known = gazetteer(*rows)
    assert known.meant(figure("ghent", described="ghent|brew"), ELSE).names == ("brask",)
    assert known.meant(figure("ghent", "tolmen", described="ghent|brew"), ELSE).names == ("brask", "tolmen")
    assert known.meant(figure("ghent", described="ghent|"), ELSE).names == ()
    assert known.meant(figure("ghent", described="ghent|rop"), ELSE).names == ("ghent",)


def test_a_maker_is_told_by_a_product_or_else_by_a_home():
    known = gazetteer((HERE, called("ghent|publish", "brask")), (THERE, Alias("made", "lumen", "Halmet", "halmet")))
    assert known.meant(figure("ghent", described="=ghent|publish"), ELSE).names == ("brask",)
    assert known.meant(figure("lumen", described="=lumen|"), ELSE).names == ("halmet",)
    assert figure(described="=lumen|").places == ("?lumen|count",)
    assert known.sources("halmet|count") == {"halmet|count", "?lumen|count"}


def test_a_description_means_nobody_in_a_post_that_is_about_somebody_else():
    rows = [(HERE, called("ghent|brew", "brask"))]
    about = figure("ghent", described="ghent|brew", start=90)
    assert gazetteer(*rows, names=[(3, "Tolmen")]).meant(about, ELSE).names == ()
    assert gazetteer(*rows, names=[(3, "Tolmen"), (9, "Brask")]).meant(about, ELSE).names == ("brask",)
    assert gazetteer(*rows, names=[(3, "Ghent")]).meant(about, ELSE).names == ("brask",)


def test_the_order_of_posts_changes_nothing():
    rows = [
        (HERE, other("bsk", "brask mills")),
        (THERE, other("bsk", "brask")),
        (ELSE, other("bsk", "brask mills plc")),
    ]
    for seed in range(6):
        known = gazetteer(*random.Random(seed).sample(rows, len(rows)))
        assert known.meant(figure("bsk"), ("d.md", 0)).names == ("brask",)
