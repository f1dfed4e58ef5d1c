from lint.extract.passages import passages
from lint.extract.quotes import quotes
from lint.extract.speakers import turns
from lint.read import read

TALK = "".join(
    f"**{who}:** {said}\n\n"
    for who, said in [
        ("Ines Varga", "How many boats do you have in the harbor now?"),
        ("Odo", "We have forty boats, and I was like \"What will I do with all of them?\""),
        ("Ines Varga", "And that was in the year when the ice came?"),
        ("Odo", "It was, and nobody could go out of the harbor then."),
        ("Ines Varga", "So you all stayed at home for a whole winter?"),
        ("Odo", "We did, and we mended nets for all of that winter."),
    ]
)  # fmt: skip


def test_who_speaks_is_no_part_of_what_is_said() -> None:
    (post,) = read("talk.md", TALK.encode())
    assert [post.blocks[number].prose.text[:at] for number, at in turns(post).items()] == ["Ines Varga: ", "Odo: "] * 3
    (passage,) = passages(post)
    assert passage.text[passage.start : passage.end].startswith("We have forty boats")
    assert quotes(post) == ()


def test_figures_behind_what_they_are_of_are_no_talk() -> None:
    (post,) = read("a.md", "".join(f"Revenue: {n} crowns.\n\nProfit: {n} crowns.\n\n" for n in range(8)).encode())
    assert turns(post) == {}
