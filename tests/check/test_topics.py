"""Figures that no frame reads, compared by the names and the topic of their sentences: what is told and what not."""

import json
import sys

import pytest

from tests.scratch import run


def verdicts(tmp_path, *said, days=(3, 6)):
    """The rules that speak up when each sentence stands in a post of its own."""
    for number, text in enumerate(said):
        day = f"2025-06-{days[number]:02}"
        (tmp_path / f"{number}.md").write_text(f"---\ntitle: Notes {number}\ndate: {day}\n---\n\n{text}\n", "utf-8")
    _, out = run(
        tmp_path, sys.executable, "-m", "lint", "check", "--format", "json", "--no-cache", "--select", "figure", "."
    )
    return [finding["rule"] for finding in json.loads(out[out.index("{") :])["findings"]]


@pytest.mark.parametrize(
    ("one", "two", "rule"),
    [
        (
            "The ferry Brenna carries 640 passengers across the sound.",
            "The Brenna took 460 passengers across the sound.",
            "figure-conflict",
        ),
        (
            "The Prius maker bought 640 tonnes of lithium from Brask.",
            "Toyota bought 460 tonnes of lithium from Brask.",
            "figure-conflict",
        ),
        (
            "The Ghent logistics start-up bought 640 tonnes of lithium from Brask.",
            "Corvex bought 460 tonnes of lithium from Brask.",
            "figure-conflict",
        ),
        (
            "The Eindhoven chipmaker bought 640 tonnes of lithium from Brask.",
            "From Brask, NXP Semiconductors bought 460 tonnes of lithium.",
            "figure-conflict",
        ),
        (
            "Orrin Bay's lighthouse drew 31,000 visitors in its first year open.",
            "The lighthouse at Orrin Bay welcomed 13,000 visitors in its first year open.",
            "figure-conflict",
        ),
        (
            "A dose of Velutrin is 45 mg, says the leaflet.",
            "Patients take a 450 mg dose of Velutrin.",
            "figure-conflict",
        ),
        (
            "Hollin Council pays households up to £2,400 for a new boiler.",
            "A household in Hollin gets £2,400 from the council for its boiler.",
            "figure-qualifier",
        ),
        (
            "The toll on the Sarn Bridge is €9.50 for every lorry.",
            "The Sarn Bridge toll for a lorry was cut to €7.50 from €9.50.",
            "figure-revised",
        ),
        (
            "The Orrin ferry carries 9,812 passengers a day.",
            "The Orrin ferry has restated its count as 9,182 passengers a day, after 9,812 had been published.",
            "figure-revised",
        ),
        (
            "The Sarn theatre has 1.2 million euros for its roof.",
            "For its roof the Sarn theatre got two point one million euros.",
            "figure-conflict",
        ),
    ],
)
def test_told(tmp_path, one, two, rule):
    assert verdicts(tmp_path, one, two) == [rule]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        # two kinds of one sort
        ("Import duty on steel in Sorvia is 15 percent.", "Import duty on aluminium in Sorvia is 10 percent."),
        ("The ferry Brenna carries 640 passengers by day.", "The ferry Brenna may one day carry 460 passengers."),
        # another name of its own on either side
        (
            "Hollin Dairies paid $64 million for Marl Creamery, it was said.",
            "Hollin Dairies paid $46 million for the Teal Creamery, it was said.",
        ),
        # by the day, by the month
        ("Every day 31,000 readers open the Orrin app.", "Every month 130,000 readers open the Orrin app."),
        # only a part
        ("Orrin Bay drew 31,000 visitors.", "Of those visitors to Orrin Bay, 13,000 came in August alone."),
        # one sentence tells both
        ("The Brenna carries 640 passengers and 460 tonnes of cargo.", "The Brenna carries 640 passengers."),
        # a series
        (
            "Trains between Orrin and Sarn carried 31,200 passengers this week, the weekly bulletin says.",
            "Trains between Orrin and Sarn carried 28,400 passengers this week, the weekly bulletin says.",
        ),
        # shares that somebody brings up to so much
        (
            "Sarn Shipping owns 18.5 percent of Orrin Ferries.",
            "The purchase brought Sarn Shipping's stake in Orrin Ferries up to 18.5 percent.",
        ),
        # an hour, no year
        ("Ines Varga opens the Orrin fair at 1530 GMT.", "Ines Varga has opened the Orrin fair since 1979."),
        # what another figure of the sentence is counted by
        (
            "Orrin Ferries gained a third in a day after its $300 million order from Sarn Shipping.",
            "Sarn Shipping gave Orrin Ferries a five-year, $300 million order that costs it $60 million per year.",
        ),
        # one sentence, twice
        (
            "Can confirm that Orrin put $5,000 into my $5 million cable and has since stopped.",
            "Can confirm that Orrin put $5,000 into my $5 million cable and has since stopped.",
        ),
        # how often something was read
        ("The Orrin ferry film (Score: 195, Comments: 175).", "The Orrin ferry film (Score: 338, Comments: 146)."),
        # things of two sorts
        ("Orrin Games let 358 developers go.", "Orrin Games rents 385 desks in a former laundry."),
        # nothing but a name and a unit
        ("Hollin Dairies owes the taxman $64 million.", "A bridge named after Hollin Dairies: $51 million."),
    ],
)
def test_not_told(tmp_path, one, two):
    assert verdicts(tmp_path, one, two, days=(3, 12)) == []


def test_a_name_in_every_post_says_nothing(tmp_path):
    for number in range(40):
        head = f"---\ntitle: N{number}\ndate: 2025-05-{number % 28 + 1:02}\n---\n"
        (tmp_path / f"n{number}.md").write_text(f"{head}Orrin sold {3000 + 97 * number} tickets.\n", "utf-8")
    assert "figure-conflict" not in verdicts(tmp_path, "Orrin sold 640 tickets.", "Orrin sold 460 tickets.")
