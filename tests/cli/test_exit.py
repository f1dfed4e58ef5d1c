"""Exit statuses, and the options that choose what is run, shown and failed on."""

import pytest

ALL = "Do utilize it, maybe. It is really sleepy.\n"


@pytest.mark.parametrize(
    ("text", "arguments", "code"),
    [
        ("Fine.\n", (), 0),
        ("We utilize it.\n", (), 1),
        ("We maybe do.\n", (), 0),
        ("We maybe do.\n", ("--fail-on", "warning"), 1),
        ("We utilize it.\n", ("--fail-on", "warning"), 1),
        ("It is really so.\n", ("--fail-on", "warning"), 0),
        ("It is really so.\n", ("--fail-on", "suggestion"), 1),
        ("We utilize it.\n", ("--fail-on", "never"), 0),
        ("We utilize it.\n", ("--fail-on=suggestion",), 1),
    ],
)
def test_the_status_tells_whether_anything_counts(desk, text, arguments, code):
    desk.write("a.md", text)
    assert desk("check", *arguments).code == code


def test_a_file_that_nothing_reads_does_not_stop_the_others(desk):
    desk.write("a.md", "It is utilize.")
    desk.write("posts.csv", "post_id,title\n")
    done = desk.json("a.md", "posts.csv")
    assert (done.code, done.rules) == (1, ["house-terms"])
    assert "posts.csv: passed over, there is no reader for `.csv` files" in done.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("chek",), "there is no command `chek`; did you mean `check`?"),
        (("check", "--formt", "json"), "--format"),
        (("check", "--format", "jsn"), "'json'"),
        (("check", "--fail-on", "warn"), "'warning'"),
        (("check", "--jobs", "0"), "--jobs"),
        (("check", "none.md"), "error: none.md: no such file or folder"),
        (("check", "copydesk.yaml"), "error: copydesk.yaml: there is no reader for `.yaml` files"),
        (("check", "--select", "huose"), "there is no rule or family `huose`; did you mean `house`?"),
        (("check", "--ignore", "house-term"), "there is no rule or family `house-term`; did you mean `house-terms`?"),
        (("check", "--config", "none.yaml"), "error: none.yaml: no such configuration file"),
        (("check", "--archive", "none"), "error: none: no such file or folder"),
        (("check", "--output", "none/report.txt"), "cannot write here"),
        (("check", "--changed-since", "--upload-pack=x"), "is no git ref"),
        (("explain", "house-trms"), "there is no rule `house-trms`; did you mean `house-terms`?"),
        (("test-rules", "none"), "there is no such folder of rules"),
        (("facts", "none.md"), "no such file or folder"),
        (("claims", "--path", "none.md"), "no such file or folder"),
        (("init", "none"), "no such folder"),
        (("init",), "stands there already and is left as it is"),
    ],
)
def test_wrong_usage_is_two(desk, arguments, said):
    done = desk(*arguments)
    assert done.code == 2
    assert said in done.err
    assert "Traceback" not in done.err
    assert done.out == ""


@pytest.mark.parametrize("command", ["check", "rules", "explain house-terms", "index", "facts", "claims", "test-rules"])
def test_a_wrong_configuration_is_two_everywhere(desk, command):
    desk.write("copydesk.yaml", "rules: [rules]\n\nselct: []\n")
    done = desk(*command.split())
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("error: ")
    assert done.err.endswith("copydesk.yaml:3: unknown key `selct`; did you mean `select`?\n")
    assert done.err.count("\n") == 1


def test_a_wrong_rule_file_is_two(desk):
    desk.write("rules/terms.yaml", "id: house-terms\nkind: existence\nmessage: x\noptions:\n  tokens: ['(']\n")
    done = desk("check")
    assert done.code == 2
    assert "terms.yaml:5: `tokens`: `(` is no regular expression: missing ) at position 1" in done.err


def test_an_internal_error_is_three(desk):
    def fail(*_):
        raise ZeroDivisionError("boom")

    desk.monkeypatch.setattr("lint.cli.check.run", fail)
    done = desk("check")
    assert done.code == 3
    assert "copydesk itself failed (ZeroDivisionError); please report this" in done.err


def test_a_service_that_cannot_be_reached_is_three(desk):
    from lint.model.errors import ServiceError

    def fail(*_):
        raise ServiceError("no server at http://localhost:8081")

    desk.monkeypatch.setattr("lint.cli.check.run", fail)
    done = desk("check")
    assert (done.code, done.err) == (3, "error: no server at http://localhost:8081\n")


@pytest.mark.parametrize(
    ("arguments", "rules"),
    [
        ((), ["terms", "maybe", "really"]),
        (("--select", "house-maybe"), ["maybe"]),
        (("--select", "house-maybe,house-really"), ["maybe", "really"]),
        (("--select", "house-maybe", "--select", "house-terms"), ["terms", "maybe"]),
        (("--select", "house"), ["terms", "maybe", "really"]),
        (("--select", "house-off"), ["off"]),
        (("--select", "house,house-off"), ["terms", "maybe", "really", "off"]),
        (("--select", "house-terms, house-off"), ["terms", "off"]),
        (("--ignore", "house-terms"), ["maybe", "really"]),
        (("--ignore", "house"), []),
        (("--select", "house-maybe,house-terms", "--ignore", "house-terms"), ["maybe"]),
        (("--select", "house-maybe", "--ignore", "house"), ["maybe"]),
        (("--select", "typo"), []),
    ],
)
def test_select_and_ignore(desk, arguments, rules):
    desk.write("a.md", ALL)
    assert desk.json(*arguments).rules == [f"house-{name}" for name in rules]


def test_ignored_in_the_configuration_and_named_on_the_command_line(desk):
    desk.write("a.md", ALL)
    desk.write("copydesk.yaml", "rules: [rules]\nselect: [house]\nignore: [house-maybe]\n")
    assert "house-maybe" not in desk.json().rules
    assert desk.json("--select", "house-maybe").rules == ["house-maybe"]


def test_suggestions_are_shown_when_asked_for(desk):
    desk.write("a.md", ALL)
    plain = desk("check").out
    assert "house-really" not in plain
    assert plain.endswith("1 error, 1 warning, 1 suggestion in 1 post, 8 words in " + plain.rpartition(" in ")[2])
    assert "(--verbose shows suggestions)" in plain
    for arguments in (("--verbose",), ("-v",), ("--fail-on", "suggestion")):
        assert "suggestion[house-really] not “really”" in desk("check", *arguments).out


def test_quiet_prints_the_summary_alone(desk):
    desk.write("a.md", ALL)
    done = desk("check", "--quiet")
    assert done.out.count("\n") == 1
    assert done.out.startswith("1 error, 1 warning")
    assert done.err == ""


def test_statistics_count_by_rule(desk):
    desk.write("a.md", ALL + "\nutilize utilize\n")
    done = desk("check", "--quiet", "--statistics")
    assert done.out.splitlines()[:3] == [
        "     3  house-terms  (error)",
        "     1  house-maybe  (warning)",
        "     1  house-really  (suggestion)",
    ]


def test_version_and_help(scratch):
    import lint

    assert scratch("--version").out == f"copydesk, version {lint.__version__}\n"
    done = scratch("--help")
    assert done.code == 0
    assert all(
        name in done.out for name in ("check", "claims", "facts", "index", "rules", "explain", "test-rules", "init")
    )
    assert scratch("check", "-h").code == 0


def test_without_a_configuration_one_line_says_so(scratch):
    scratch.write("a.md", "Fine.\n")
    done = scratch("check")
    assert done.code == 0
    assert (
        done.err
        == "copydesk: no copydesk.yaml: posts were compared only with one another; `copydesk init` changes that\n"
    )
    assert scratch("check", "--quiet").err == ""


def test_nothing_to_check(scratch):
    done = scratch("check")
    assert done.code == 0
    assert "No findings in 0 posts" in done.out
