"""Names spelt in two ways: written for these tests, half of them traps."""

import msgspec
import pytest

from lint.model.job import File, Job
from lint.rulebook import shipped
from lint.run import run

RULE = next(rule for rule in shipped() if rule.id == "name-variant")


def told(tmp_path, *texts, **options):
    """What is reported of posts a week apart, as (number of the post, excerpt, what it should be)."""
    tried = msgspec.structs.replace(RULE, options={**RULE.options, **options})
    files = []
    for number, text in enumerate(texts):
        name = f"{number:02}.md"
        day = f"2025-{1 + number // 4:02}-{1 + number % 4 * 7:02}"
        files.append(File(name, tmp_path / name, f"---\ntitle: Post {number}\ndate: {day}\n---\n\n{text}\n".encode()))
    found = run(Job(tmp_path, tuple(files), (), frozenset(), (tried,), cache=False, jobs=1)).findings
    return [(int(item.path[:2]), " ".join(item.place.excerpt.split()), item.suggestions[0].text) for item in found]


# One person or firm spelt in two ways, told in two posts a week apart, or in one.
SLIPS = [
    ("Kestrel Grid named Ilse Vandermeer finance chief.", "Ilse Vandemeer, Kestrel Grid's CFO, was quiet."),
    ("Tobias Hallgren, the chief executive of Norwind, left early.", "Norwind CEO Tobias Halgren spoke."),
    ("Norwind hired Pradeep Venkataraman as head of design.", "Pradeep Venkatraman, head of design at Norwind, waved."),
    ("Mireille Fauconnier of Gorse Labs was there.", "At Gorse Labs, Mireille Fauconier took notes."),
    ("Anselm Brückner runs the yard at Wickmere.", "The yard at Wickmere, said Anselm Bruckener, is full."),
    ("Catherine Mowbray, Hexham's general counsel, agreed.", "Hexham general counsel Katherine Mowbray agreed."),
    ("Philip Oduya chairs Lark Bank.", "Lark Bank, said Phillip Oduya, is sound."),
    ("Stefan Kowalczyk is an analyst at Orme.", "Stephan Kowalczyk, an analyst at Orme, disagreed."),
    ("Dagny Sorensen of Fjell said no.", "Fjell's Dagny Sorenson said no."),
    ("Wren Castellano, who leads Ostwick, smiled.", "Ostwick is led by Wren Castelano."),
    ("Fernhill is led by Marguerite Osei.", "Margarite Osei of Fernhill said that sales doubled."),
    ("The buyer is Thistlewood Group, of Leeds.", "Leeds is home to Thistelwood Group, the buyer."),
]
INSIDE = [
    "Ottoline Grieve began. “No,” said Greive. Nobody moved.",
    "Bartholomew Quillan came. Later Quilan went home.",
    "We met Femke Dijkstra, Femke Dijkstra's son and the dog, and a mile on, past the mill, where the road bends to the"
    " north and the river runs under the old stone bridge that nobody has mended since the war, we met Femke Dijstra.",
]
COMMON = [
    ("The dam at Llanwern holds.", 5, "The dam at Llanwren holds."),
    ("They fly with Aerolinde.", 5, "They fly with Aerolnide."),
    ("It was Zsofia Maretti who rang.", 3, "It was Zsofia Marreti who rang."),
    ("The plan has the name PQRST now.", 8, "The plan has the name PQSRT now."),
    ("They use PaperBoat daily.", 10, "They use Paperboat daily."),
    ("They use PaperBoat daily.", 10, "They use Paper Boat daily."),
]
BRANDS = ["Javascript", "Youtube", "Paypal", "Linkedin", "Wordpress", "github", "Stackoverflow", "MacOS", "Postgresql"]

# Two people or things, or one that may be written so.
APART = [
    ("John Harker, CEO of Acorn, spoke.", "Joan Harker, CEO of Birch, spoke."),
    ("Jon Harker, an analyst at Acorn, spoke.", "John Harker, the mayor of Ely, spoke."),
    ("John Harker works at Acorn.", "Joan Harker works at Acorn."),
    ("Lena Andersen of Acorn came.", "Lena Anderson of Birch came."),
    ("Lena Andersen and Lena Anderson share a desk at Acorn.", "Lena Anderson left Acorn."),
    ("Marta Silva is the finance chief of Acorn.", "Marta Silvo is a spokeswoman for Acorn."),
    ("They drive a Tarn 900.", "They drive a Tarn 800."),
    ("He met the Hallgrens.", "He met Sven Hallgren."),
    ("Louis XIV reigned.", "Louis XVI reigned."),
    ("North Quay is shut.", "South Quay is shut."),
    ("The Kestrel Fund grew.", "The Kestrel Funds grew."),
    ("José Aranda came to Acorn.", "Jose Aranda came to Acorn."),
    ("Human Rights Watch wrote.", "Human Right Watch wrote."),
    ("An Austrian bank.", "An Australian bank."),
    ("ACORN HIRES MARTA SILVA", "Acorn Hires Marta Silva"),
    ("Steve Oduya of Acorn came.", "Steven Oduya of Acorn came."),
    ("They met Prof. Dr. Ada Quist.", "They met Ada Quist."),
    ("The IETF met.", "The IEFT met."),
]
SILENT = [
    "See github.com/quay, @youtube, `paypal` and <https://linkedin.com/in/quay>.",
    "The file is javascript.md, the tag #wordpress.",
    "> The film is on Youtube.",
    "Maud Fielding said so. Fielding, her brother, did not. Feilding Street is wet.",
    "GITHUB AND YOUTUBE MEET",
]


@pytest.mark.parametrize(("first", "second"), SLIPS)
def test_one_person_or_firm_in_two_posts(tmp_path, first, second):
    [(number, excerpt, right)] = told(tmp_path, first, second)
    assert number == 1
    assert excerpt in second
    assert right in first


@pytest.mark.parametrize("text", INSIDE)
def test_in_one_post(tmp_path, text):
    [(_, excerpt, right)] = told(tmp_path, text)
    assert excerpt != right


@pytest.mark.parametrize(("usual", "posts", "rare"), COMMON)
def test_a_rare_spelling_beside_a_common_one(tmp_path, usual, posts, rare):
    [(number, excerpt, right)] = told(tmp_path, rare, *[usual] * posts)
    assert number == 0  # the slip is told where it stands, also in an old post
    assert (excerpt in rare, right in usual) == (True, True)


@pytest.mark.parametrize("name", BRANDS)
def test_well_known_names(tmp_path, name):
    [(_, excerpt, right)] = told(tmp_path, f"We tried {name} once.")
    assert excerpt == name != right


@pytest.mark.parametrize(("first", "second"), APART)
def test_two_people_or_things(tmp_path, first, second):
    assert told(tmp_path, first, second) == []


@pytest.mark.parametrize("text", SILENT)
def test_what_is_no_name_of_the_post(tmp_path, text):
    assert told(tmp_path, text) == []


def test_both_at_home_in_the_archive(tmp_path):
    texts = ["Lena Andersen of Acorn came.", "Lena Anderson of Acorn came."] * 4
    assert told(tmp_path, *texts) == []


def test_what_five_posts_write_is_the_house_s_own(tmp_path):
    assert told(tmp_path, *["We tried Paypal once."] * 5) == []
    assert len(told(tmp_path, *["We tried Paypal once."] * 4)) == 4


def test_names_of_the_configuration(tmp_path):
    assert told(tmp_path, "We tried Paypal once.", names=["Paypal"]) == []
    assert told(tmp_path, "The Quay Side is wet.", prefer=["QuaySide"]) == [(0, "Quay Side", "QuaySide")]


def test_far_apart_in_time_nothing_is_told_of_two_rare_spellings(tmp_path):
    between = ["Nothing new."] * 12
    assert told(tmp_path, "Wren Castellano of Ostwick came.", *between, "Wren Castelano of Ostwick came.") == []
