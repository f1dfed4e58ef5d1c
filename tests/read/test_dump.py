import datetime as dt

import pytest

from lint.read import read

PREVIEW = """SomeReader

site iconLamplight Modify

Letters about bread.
Copy the address or choose a reader:

Rss preview of Blog of Lamplight

Rye, slowly

2024-05-03 07:10:00

Rye, slowly

The dough took all night.1 It was worth it.

1 And half the morning.

A loaf without salt!

2024-05-01 22:00:59

Nobody asked for this
and nobody will again.

👇
Previously, on Lamplight...
An Older Loaf
It rose, eventually…
A loaf without salt!
"""


def test_posts_of_a_preview() -> None:
    posts = read("preview.txt", PREVIEW.encode())
    assert [(post.shape, post.title, post.date) for post in posts] == [
        ("dump", "Rye, slowly", dt.date(2024, 5, 3)),
        ("dump", "A loaf without salt!", dt.date(2024, 5, 1)),
    ]
    assert [block.prose.text for block in posts[0].blocks] == [
        "Rye, slowly",
        "The dough took all night.1 It was worth it.",
        "1 And half the morning.",
    ]
    assert posts[1].blocks[1].prose.text == "Nobody asked for this\nand nobody will again."
    assert posts[1].blocks[2].prose.text.count("\n") == 4
    assert posts[0].source.position(posts[0].span.start) == (10, 1)
    assert posts[1].source.text[posts[1].span.start : posts[1].span.end].endswith("without salt!")


def test_windows_line_ends_keep_places() -> None:
    (first, second) = read("preview.txt", PREVIEW.replace("\n", "\r\n").encode())
    block = second.blocks[1]
    home = block.prose.home(block.prose.text.index("and"), block.prose.text.index(" nobody"))
    assert first.date == dt.date(2024, 5, 3)
    assert first.source.place(home).line == 25
    assert first.source.text[home.start : home.end] == "and"


@pytest.mark.parametrize(
    ("stamp", "date"),
    [
        ("2023-11-02T06:30:00Z", dt.date(2023, 11, 2)),
        ("Thu, 02 Nov 2023 06:30:00 +0000", dt.date(2023, 11, 2)),
        ("November 2, 2023 6:30 am", dt.date(2023, 11, 2)),
        ("2. November 2023, 06:30 Uhr", dt.date(2023, 11, 2)),
    ],
)
def test_notations_of_the_date(stamp: str, date: dt.date) -> None:
    (post,) = read("a.txt", f"Foam\n\n{stamp}\n\nThe wave came in.\n".encode())
    assert (post.shape, post.title, post.date) == ("dump", "Foam", date)
    assert [block.prose.text for block in post.blocks] == ["Foam", "The wave came in."]


def test_dates_without_a_time_need_company_or_a_repeated_title() -> None:
    diary = "Monday\n\n3 June 2024\n\nIt rained.\n\nTuesday\n\n4 June 2024\n\nIt poured.\n"
    assert [post.title for post in read("a.txt", diary.encode())] == ["Monday", "Tuesday"]
    letter = "He never wrote again.\n\n3 June 2024\n\nThen he did.\n"
    assert [post.shape for post in read("a.txt", letter.encode())] == ["plain"]
    twice = "Foam\n\n3 June 2024\n\nFoam\n\nThe wave.\n"
    assert [(post.shape, len(post.blocks)) for post in read("a.txt", twice.encode())] == [("dump", 2)]


def test_a_title_may_be_a_sentence_where_titles_are_repeated() -> None:
    first = "Foam\n\n2024-05-03 10:00:00\n\nFoam\n\nThe wave came in.\n\n"
    second = "It went out again and nobody saw it go.\n\n2024-05-02 10:00:00\n\nSlowly, as waves do.\n"
    assert [post.title for post in read("a.txt", (first + second).encode())] == [
        "Foam",
        "It went out again and nobody saw it go.",
    ]
    assert [post.title for post in read("a.txt", second.encode())] == [""]
