"""Whether a post is English."""

import pytest

from lint.lexicon.language import abroad
from lint.read import read

GERMAN = "Die Kraniche stehen still, und niemand weiß, wann der Wind sich wieder legt; wir warten an der Mole.\n"
ENGLISH = "The cranes stand still, and nobody knows when the wind will drop; we wait on the pier.\n"


@pytest.mark.parametrize(
    ("text", "other"),
    [
        (ENGLISH, False),
        (GERMAN * 3, True),
        (f"---\nlang: de\n---\n\n{ENGLISH}", True),
        (f"---\nlanguage: en-GB\n---\n\n{GERMAN}", False),
        ("", False),
    ],
)
def test_what_the_file_says_goes_before_its_words(text, other):
    assert [abroad(post) for post in read("post.md", text.encode())] == [other]
