"""What is told of people in passing."""

import pytest

from lint.extract.roles import ties
from lint.read import read


def told(text):
    [post] = read("post.md", f"---\ndate: 2025-01-01\n---\n\n{text}\n".encode())
    found = ties(post)
    assert all(post.source.text[tie.span.start : tie.span.end] == tie.place.excerpt for tie in found)
    return [(tie.key, tie.name, tie.moves) for tie in found]


@pytest.mark.parametrize(
    ("text", "key", "name", "moves"),
    [
        ("Ada Brenner, the chief executive of Gorse, spoke.", "office|ceo|gorse", "Ada Brenner", False),
        ("Ada Brenner, Gorse's finance chief, spoke.", "office|cfo|gorse", "Ada Brenner", False),
        ("Gorse CEO Ada Brenner spoke.", "office|ceo|gorse", "Ada Brenner", False),
        ("The CEO of Gorse, Ada Brenner, spoke.", "office|ceo|gorse", "Ada Brenner", False),
        ("The CEO of Gorse is Ada Brenner.", "office|ceo|gorse", "Ada Brenner", False),
        ("Ada Brenner is the mayor of Wick.", "office|mayor|wick", "Ada Brenner", False),
        ("Gorse has named Ada Brenner as its CFO.", "office|cfo|gorse", "Ada Brenner", True),
        ("Ada Brenner joined Gorse as its CFO.", "office|cfo|gorse", "Ada Brenner", True),
        ("Ada Brenner, head of sales at Gorse, spoke.", "office|head of sales|gorse", "Ada Brenner", False),
        ("The head of chip design at Gorse is Ada Brenner.", "office|head of chip design|gorse", "Ada Brenner", False),
        ("Gorse's head of sales, Ada Brenner, spoke.", "office|head of sales|gorse", "Ada Brenner", False),
        ("Ada Brenner, who runs the ads team at Gorse, spoke.", "office|head of ads|gorse", "Ada Brenner", False),
        ("Gorse hired Ada Brenner as head of sales.", "office|head of sales|gorse", "Ada Brenner", True),
        ("Gorse has put Ada Brenner in charge of its legal department.", "office|counsel|gorse", "Ada Brenner", False),
        ("Gorse ads boss Ada Brenner spoke.", "office|head of ads|gorse", "Ada Brenner", False),
        ("Ada Brenner, the ads chief at Gorse, spoke.", "office|head of ads|gorse", "Ada Brenner", False),
        ("Ada Brenner, Gorse's ads boss, spoke.", "office|head of ads|gorse", "Ada Brenner", False),
        ("Ada Brenner, the top lawyer at Gorse, spoke.", "office|counsel|gorse", "Ada Brenner", False),
        ("The new ads chief at Gorse, Ada Brenner, spoke.", "office|head of ads|gorse", "Ada Brenner", True),
        ("Ada Brenner joins Gorse as ads chief.", "office|head of ads|gorse", "Ada Brenner", True),
        ("Gorse has found an ads chief: Ada Brenner, of Tarn.", "office|head of ads|gorse", "Ada Brenner", False),
        ("Gorse has found a general counsel: Ada Brenner, of Tarn.", "office|counsel|gorse", "Ada Brenner", False),
        ("Ada Brenner, who runs Gorse, spoke.", "office|head|gorse", "Ada Brenner", False),
        ("Ada Brenner, the former chief executive of Gorse, spoke.", "office|ceo|gorse", "Ada Brenner", True),
        ("Ada Brenner, co-chief executive of Gorse, spoke.", "office|ceo|gorse", "Ada Brenner", True),
        ("Ada Brenner, 42, spoke.", "age|adabrenner", "Ada Brenner", False),
        ("Ada Brenner, who has just turned 42, spoke.", "age|adabrenner", "Ada Brenner", False),
        ("Ada Brenner, the 42-year-old founder, spoke.", "age|adabrenner", "Ada Brenner", False),
        ("Ada Brenner, the boat builder, is only 42.", "age|adabrenner", "Ada Brenner", False),
        ("At 42, Ada Brenner rows each morning.", "age|adabrenner", "Ada Brenner", False),
        ("Thirteen-year-old Ada Brenner rows each morning.", "age|adabrenner", "Ada Brenner", False),
        ("The 42-year-old Ada Brenner spoke.", "age|adabrenner", "Ada Brenner", False),
        ("Gorse was founded in 1990 by Ada Brenner and Tom Vale.", "founders|gorse", "Ada Brenner and Tom Vale", False),
    ],
)
def test_frames(text, key, name, moves):
    assert (key, name, moves) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The chief executive spoke.",
        "Ada Brenner spoke to the CEO.",
        "On May 3, 42 people came.",
        "It was founded by luck.",
        "",
    ],
)
def test_what_tells_nothing(text):
    assert told(text) == []


@pytest.mark.parametrize(
    "text", ["CEO " * 4000, "Ab " * 4000 + "CEO", "Ab Cd, the CEO of " * 1500, "founded by " * 3000]
)
def test_hostile_text_ends(text):
    told(text)
