"""What a misspelt word is said to have been meant to be: the first suggestion."""

import pytest

from lint.model.job import File, Job
from lint.rulebook import shipped
from lint.run import run

RULE = next(rule for rule in shipped() if rule.id == "typo-spelling")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "We built a safe and easily kept harbor for the childrento play in with their friends at night.",
            "children to",
        ),
        ("There are no walls or barriersto going out on the ice with a boat in the winter.", "barriers to"),
        ("Nobody knew who had the key of the old libary on the quay.", "library"),
    ],
)
def test_the_likeliest_comes_first(tmp_path, text, meant):
    post = File("a.md", tmp_path / "a.md", f"{text}\n".encode())
    (found,) = run(Job(tmp_path, (post,), (), frozenset(), (RULE,), cache=False, jobs=1)).findings
    assert found.suggestions[0].text == meant
