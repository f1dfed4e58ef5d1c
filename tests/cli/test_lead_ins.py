"""Lead-ins of a publication's own: what was read is stale when they change."""


def test_another_lead_in_makes_what_was_read_stale(scratch):
    scratch.write("a.md", "# A\n\n## From the log book\n\n- [Motor](/motor/)\n- [Motor](/motor/)\n")
    scratch.write("copydesk.yaml", "select: [previously]\n")
    assert scratch.json().rules == []
    scratch.write("copydesk.yaml", "select: [previously]\nlead-ins: {accept: [From the log book]}\n")
    assert scratch.json().rules == ["previously-duplicate-entry"]
    scratch.write("copydesk.yaml", "select: [previously]\nlead-ins: {reject: [From the *]}\n")
    assert scratch.json().rules == []


def test_a_generator_that_is_unknown_is_a_mistake_of_the_configuration(scratch):
    scratch.write("copydesk.yaml", "language: en\ngenerator: jekil\n")
    done = scratch("check")
    assert done.code == 2
    assert "copydesk.yaml:2: `generator`: there is no `jekil` among those known" in done.err
    assert "jekyll" in done.err
