import datetime as dt

from lint.read import read

LISTING = """Newest Posts (3 found)
The Lamp Yesterday

Oil, and where it went

It went up the chimney. All of it.

0 views
The Lamp 3 days ago

2024.11: Wicks

A wick is a string with ambition.

12 views
Another Lamp Mar 5, 2024

On matches

They are short.

1.2k views
"""


def test_entries_of_a_listing() -> None:
    posts = read("latest.txt", LISTING.encode())
    assert [(post.shape, post.title, post.date) for post in posts] == [
        ("listing", "Oil, and where it went", None),
        ("listing", "2024.11: Wicks", None),
        ("listing", "On matches", dt.date(2024, 3, 5)),
    ]
    assert [block.prose.text for block in posts[1].blocks] == ["2024.11: Wicks", "A wick is a string with ambition."]
    assert not any("views" in block.prose.text or "ago" in block.prose.text for post in posts for block in post.blocks)


def test_a_count_that_is_wrong_is_no_fault() -> None:
    assert [post.faults for post in read("latest.txt", LISTING.replace("3 found", "20 found").encode())] == [()] * 3


def test_an_article_that_speaks_of_days_is_no_listing() -> None:
    text = "The lamp\n\nWe lit it 3 days ago\n\nIt burned.\n\n2 views of the harbour hang there.\n"
    assert [post.shape for post in read("a.txt", text.encode())] == ["plain"]
