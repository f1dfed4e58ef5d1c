"""Paragraphs twice: what is told once for a run of them, and in which post."""

LONG = "The harbour master keeps a book of tides, and in the book there is a page for every winter since {0}. "
ONE, TWO, THREE, FOUR = ((LONG * 3).format(word) + "\n\n" for word in ("then", "now", "ever", "once"))


def test_a_pasted_stretch_is_told_once(scratch) -> None:  # type: ignore[no-untyped-def]
    scratch.write("a.md", f"# A\n\n{ONE}{TWO}Between.\n\n{ONE}{TWO}")
    (finding,) = scratch.json("--select", "passage-duplicate").report["findings"]
    assert (finding["line"], finding["related"][0]["line"]) == (9, 3)


def test_versions_of_one_post_are_no_copies(scratch) -> None:  # type: ignore[no-untyped-def]
    scratch.write("2024-01-01-a.md", f"# A\n\n{ONE}{TWO}{THREE}{FOUR}")
    scratch.write("2024-01-02-b.md", f"# B\n\n{ONE}{TWO}{THREE}{FOUR}")
    scratch.write("2024-01-03-c.md", "# C\n\nShort.\n")
    assert scratch.json("--select", "passage-duplicate").report["findings"] == []
    scratch.write("2024-01-02-b.md", f"# B\n\n{ONE}")
    (finding,) = scratch.json("--select", "passage-duplicate").report["findings"]
    assert (finding["path"], finding["severity"], finding["related"][0]["path"]) == (
        "2024-01-02-b.md",
        "suggestion",
        "2024-01-01-a.md",
    )
    (finding,) = scratch.json("2024-01-01-a.md", "--archive", ".", "--select", "passage-duplicate").report["findings"]
    assert finding["path"] == "2024-01-01-a.md"
