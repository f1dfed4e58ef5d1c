"""Quotations in other words: written for these tests, half of them traps."""

import pytest

from lint.check._align import aligned
from lint.model.job import File, Job
from lint.rulebook import shipped
from lint.run import run

RULE = next(rule for rule in shipped() if rule.id == "quote-drift")


def told(tmp_path, *texts, days=7):
    """What is reported of posts some days apart, as (number of the post, the quotation)."""
    files = []
    for number, text in enumerate(texts):
        name = f"{number:02}.md"
        day = f"2025-{1 + number * days // 28:02}-{1 + number * days % 28:02}"
        body = f"---\ntitle: Post {number}\ndate: {day}\n---\n\n{text}\n".encode()
        (tmp_path / name).write_bytes(body)
        files.append(File(name, tmp_path / name))
    found = run(Job(tmp_path, tuple(files), (), frozenset(), (RULE,), cache=False, jobs=1)).findings
    assert all(item.related[0].role == "conflict" for item in found)
    return [(int(item.path[:2]), item.place.excerpt) for item in found]


def by(speaker, words):
    return f"“{words},” said {speaker}."


CHANGED = [
    ("We have never sold a boat to that man", "We have rarely sold a boat to that man"),
    ("The yard will close in May and open in June", "The yard will close in May and open in July"),
    ("There were 340 people on the quay that night", "There were 430 people on the quay that night"),
    ("Nobody asked me whether the bridge was safe", "Nobody told me whether the bridge was safe"),
    ("I do not believe that the lock can be saved", "I believe that the lock can be saved"),
    ("It costs $12 million to mend the wall every year", "It costs $12 billion to mend the wall every year"),
    ("The town has paid for every stone of this pier", "The state has paid for every stone of this pier"),
    ("We were told to wait until the ice had gone", "We were asked to wait until the ice had gone"),
    ("I did not sign the lease", "I did sign the lease"),
    ("I have scarcely once sold a boat", "I have never sold a boat"),
    (
        "My father built the first three of these boats",
        "My brother built the first three of these boats",
    ),
    ("Growth of 5 percent is all that we can promise", "Growth of 6 percent is all that we can promise"),
    ("The board voted seven to two against the sale", "The board voted seven to two for the sale"),
]
SAME = [
    ("We have never sold a boat to that man", "we've never sold a boat to that man!"),
    ("We have never sold a boat to that man", "We have … sold a boat to that man"),
    ("We have never sold a boat to that man", "We have never sold a [rotten] boat to that man"),
    ("We have never sold a boat to that man", "never sold a boat to that man"),
    ("We have never sold a boat to that man", "We have never sold a boat to that man, nor will we sell one to his son"),
    ("There were twelve people on the quay that night", "There were 12 people on the quay that night"),
    ("The neighbour organised the labour in the centre", "The neighbor organized the labor in the center"),
    ("It is a well kept secret among the pilots here", "It is a well-kept secret among the pilots here"),
    ("I think, you know, that the lock can be saved", "I think that the lock can be saved"),
    ("Growth of 5 percent is all that we can promise", "Growth of 5% is all that we can promise"),
]
OTHERS = [
    ("We will not raise our prices before the summer", "We will not mend the roof before the winter comes"),
    ("The first boat came in at noon with the tide", "The last boat went out at dusk against the tide"),
    ("I love this town and its people very much", "I love that river and all of its many fish"),
]


@pytest.mark.parametrize(("first", "second"), CHANGED)
def test_other_words_of_one_speaker(tmp_path, first, second):
    [(number, excerpt)] = told(tmp_path, by("Ada Brenner", first), by("Brenner", second))
    assert (number, excerpt.strip(",")) == (1, second)


@pytest.mark.parametrize(("first", "second"), SAME + OTHERS)
def test_what_is_the_same_or_another_sentence(tmp_path, first, second):
    assert told(tmp_path, by("Ada Brenner", first), by("Ada Brenner", second)) == []


def test_of_two_people(tmp_path):
    first, second = CHANGED[0]
    assert told(tmp_path, by("Ada Brenner", first), by("Tom Vale", second)) == []


def test_months_apart_people_say_other_things(tmp_path):
    first, second = CHANGED[1]
    assert told(tmp_path, by("Ada Brenner", first), by("Ada Brenner", second), days=120) == []


def test_a_form_that_is_filled_in(tmp_path):
    texts = [by("Ada Brenner", f"The {name} team has won more games than any other team") for name in "ABCDE"]
    assert len(told(tmp_path, *texts)) < 3


def test_a_post_that_has_both(tmp_path):
    first, second = CHANGED[0]
    both = by("Ada Brenner", second) + " A week ago it was: " + by("Ada Brenner", first)
    assert told(tmp_path, by("Ada Brenner", first), both) == []


OWN = (
    "The lock was built for barges that nobody has owned since the war, and it leaks at both ends whenever the river "
    "rises. Nobody minds. The keeper has a boat and the boat has a keeper."
)


@pytest.mark.parametrize(
    ("lead", "quoted", "count"),
    [
        (
            "As I wrote in [Locks](00.md):",
            "The lock was built for barges that nobody has owned since the flood, and it leaks.",
            1,
        ),
        (
            "As I wrote in [Locks](00.md):",
            "The lock was built for barges that nobody has owned since the war, and it leaks.",
            0,
        ),
        (
            "As I wrote in [Locks](00.md):",
            "The lock was built for barges […] and it leaks at one end whenever the river rises.",
            0,
        ),
        (
            "As I wrote in [Locks](00.md):",
            "Somebody else said that the locks are all right and that nobody need worry now.",
            0,
        ),
        ("As I wrote:", "The lock was built for barges that nobody has owned since the flood, and it leaks.", 0),
    ],
)
def test_a_quotation_of_the_publication_s_own(tmp_path, lead, quoted, count):
    assert len(told(tmp_path, OWN, f"{lead}\n\n> {quoted}", days=100)) == count


def test_alignment():
    change = aligned("a b c d e f", "x a b q d e")
    assert (change.same, change.size, change.changes) == (4, 5, (("c", "q"),))
    assert aligned("", "a b").same == 0


@pytest.mark.parametrize("text", ["“" + "a b " * 450 + "”", "> " + "a " * 20_000, "“a b c d e f g” " * 500])
def test_hostile_text_ends(tmp_path, text):
    told(tmp_path, text, text + " c")


def test_two_titles_cut_at_their_ends_are_no_quotation_that_drifted(tmp_path):
    one = "“Our pick of the week in boats and their builders: Hulls of Pine …”"
    two = "“Our pick of the week in boats and their builders: Sails from Flax …”"
    assert told(tmp_path, one, two) == []
