from lint.read import read

TALK = """Vera Lind
Speaker
Guest Appearances
and that is where the kettle went.
I said so at the time.
Nobody writes these things down, do they?
We did.
It cost us a "fortune."
Well, a kettle!
That was all.
"""


def test_one_sentence_a_line() -> None:
    (post,) = read("talk.txt", TALK.encode())
    assert (post.shape, post.title) == ("transcript", "Vera Lind")
    assert [block.role for block in post.blocks] == ["title", "heading", "heading", *["paragraph"] * 7]
    assert post.blocks[3].prose.text == "and that is where the kettle went."


def test_wrapped_lines_are_no_transcript() -> None:
    text = """A kettle is a vessel with a
lid, a handle and a spout, and
it sings when water boils in
it. Ours sang in B flat until
the winter, when it split and
was thrown away. We miss it.
Really.
"""
    assert [post.shape for post in read("a.txt", text.encode())] == ["plain"]


def test_times_of_the_recording_are_no_words() -> None:
    text = TALK.replace("We did.\n", "00:01:12\nWe did.\nHarbour Radio\n[1:15]\nYes, we did.\n")
    (post,) = read("talk.txt", text.encode())
    assert post.shape == "transcript"
    assert not any(block.prose.text[:1].isdigit() for block in post.blocks)
