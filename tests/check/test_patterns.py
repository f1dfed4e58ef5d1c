"""Regular expressions of rule files: what is wrong with them is said, and none can hang a run."""

import subprocess
import sys
import textwrap

import pytest

from lint.check import _patterns
from lint.cli import main

FOREVER = r"(?:a|aa)+$"
RULE = """\
id: house-slow
kind: existence
message: "{excerpt}"
options:
  nonword: true
  tokens:
    - '(?:a|aa)+$'
"""


def test_a_pattern_that_takes_forever_is_given_up(monkeypatch):
    monkeypatch.setattr(_patterns, "PATIENCE", 0.05)
    with pytest.raises(_patterns.SlowPatternError) as error:
        list(_patterns.find(_patterns.compiled(FOREVER), "a" * 200 + "!"))
    assert error.value.pattern == FOREVER


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_it_ends_the_run_with_the_name_of_its_file(tmp_path, monkeypatch, capsys, jobs):
    monkeypatch.setattr(_patterns, "PATIENCE", 0.05)
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "slow.yaml").write_text(RULE)
    (tmp_path / "copydesk.yaml").write_text("rules: [rules]\nexclude: [rules/]\n")
    (tmp_path / "a.md").write_text("a" * 200 + "!\n")
    (tmp_path / "b.md").write_text("Nothing here.\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["copydesk", "check", "--jobs", jobs])
    with pytest.raises(SystemExit) as done:
        main()
    assert done.value.code == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "rules/slow.yaml:4: a pattern of house-slow took more than" in line.replace("\\", "/")
    assert "on a.md: `(?:a|aa)+$`" in line


def test_the_library_is_imported_only_by_a_rule_that_needs_it():
    code = """
        import sys
        from lint.rulebook import shipped
        from lint import check
        check.bind(shipped())
        assert "regex" not in sys.modules
    """
    subprocess.run([sys.executable, "-c", textwrap.dedent(code)], check=True)


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("(?i)ab", "AB", ["AB"]),
        ("(?i)a|b", "AB", ["A", "B"]),
        (r"\p{Lu}\p{Ll}+", "éa Éa", ["Éa"]),
        (r"(?<=\ba{1,3})b", "aab", ["b"]),
        ("^b", "a\nb", ["b"]),
        ("x*", "yy", []),
    ],
)
def test_dialect(pattern, text, found):
    assert [match[0] for match in _patterns.find(_patterns.compiled(pattern), text)] == found
