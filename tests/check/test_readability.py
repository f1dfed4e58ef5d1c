"""readability and sentence_length: textstat's numbers, no network, and nothing imported while they are off."""

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

import lint

HARD = (
    "Notwithstanding considerable institutional opposition, the administration's comprehensive reorganisation of "
    "agricultural subsidies necessitated unprecedented intergovernmental coordination. "
)
EASY = "The cat sat on the mat. The dog ran to the cat. They both sat in the sun. "

OFFLINE = """
    import builtins, socket, sys
    def refuse(*_, **__):
        raise AssertionError("the network was touched")
    socket.socket = socket.create_connection = socket.getaddrinfo = refuse
    from lint.cli import main
    sys.argv = ["copydesk", "check", "post.md", *{arguments!r}]
    try:
        main()
    except SystemExit as done:
        assert done.code == 0, done.code
    print(sorted(name for name in ("textstat", "pyphen", "nltk", "pkg_resources") if name in sys.modules))
"""


def run(folder, *arguments):
    (folder / "post.md").write_text(HARD * 12)
    code = textwrap.dedent(OFFLINE).format(arguments=list(arguments))
    env = {**os.environ, "PYTHONPATH": str(Path(lint.__file__).parent.parent)}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, env=env, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_off_by_default_and_then_not_imported(tmp_path):
    out = run(tmp_path)
    assert "readability" not in out
    assert out.endswith("[]\n")


def test_named_it_is_on_and_touches_no_network(tmp_path):
    out = run(tmp_path, "--select", "readability-grade,readability-sentence-length", "--verbose")
    assert "suggestion[readability-grade] this post reads at grade" in out
    assert out.endswith("['pyphen', 'textstat']\n")


def test_the_family_alone_leaves_them_off(tmp_path):
    assert run(tmp_path, "--select", "readability", "--verbose").endswith("[]\n")


@pytest.mark.parametrize("metric", ["flesch_kincaid_grade", "gunning_fog", "smog_index", "coleman_liau_index",
                                    "automated_readability_index", "linsear_write_formula", "Gunning Fog",
                                    "SMOG"])  # fmt: skip
def test_every_formula_tells_hard_from_easy(hits, metric):
    (hit,) = hits("readability", HARD * 12, metrics=[metric], grade=9)
    assert hit.span.start == hit.span.end == 0
    assert float(hit.words["grade"]) > 9
    assert hits("readability", EASY * 12, metrics=[metric], grade=9) == []


def test_the_mean_of_formulas(hits):
    grades = [
        float(hits("readability", HARD * 12, metrics=metrics, grade=1)[0].words["grade"])
        for metrics in (["gunning_fog"], ["smog_index"], ["gunning_fog", "smog_index"])
    ]
    assert grades[2] == pytest.approx(sum(grades[:2]) / 2, abs=0.1)


def test_what_is_not_running_text_is_not_measured(hits):
    text = f"# {HARD}\n\n> {HARD * 12}\n\n```\n{HARD * 12}\n```\n\n{EASY * 12}"
    assert hits("readability", text, grade=8) == []


def test_short_posts_and_unknown_languages_are_not_measured(hits):
    assert hits("readability", HARD, grade=1) == []
    assert hits("readability", HARD * 12, grade=1, language="xx") == []
    assert hits("readability", HARD * 12, grade=1, language="de")


def test_sentences(excerpts):
    text = "One two three. Four five\nsix seven `x` *eight*. Mr. A is 3.5 years, or so.\n"
    assert excerpts("sentence_length", text, max=5) == [
        "Four five\nsix seven `x` *eight*.",
        "Mr. A is 3.5 years, or so.",
    ]
    assert excerpts("sentence_length", text, max=7) == []


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("readability", {"metrics": ["fog"]}),
        ("readability", {"metrics": []}),
        ("sentence_length", {"max": 0}),
        ("sentence_length", {"scope": "sentences"}),
    ],
)
def test_wrong_options(hits, kind, options):
    with pytest.raises(ValueError, match="formula|number|scope"):
        hits(kind, "text", **options)
