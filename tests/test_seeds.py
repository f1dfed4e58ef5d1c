"""The sample publication: its report is the expected one, whatever the order of files or the number of workers.

Where a change of the rules changes it, read every difference, then write it anew as seeds/README.md says.
"""

import json
import shutil
import sys

import pytest

from tests import scratch

EXPECTED = {name: (scratch.HOUSE / "seeds" / f"expected.{name}").read_text("utf-8") for name in ("txt", "json")}
FORMATS = {"txt": "text", "json": "json"}
FOLDERS = ["drafts", "feeds", "pages", "posts", "saved"]


@pytest.fixture
def publication(tmp_path):
    """A copy of the sample, so that no index of another run is in the way."""
    ignore = shutil.ignore_patterns(".copydesk")
    shutil.copytree(scratch.HOUSE / "seeds", tmp_path / "seeds", ignore=ignore)
    return tmp_path


def check(folder, *arguments):
    """The report, and nothing of what goes to standard error: there is nothing to say."""
    status, said = scratch.run(folder, sys.executable, "-m", "lint", "check", *arguments, PYTHONPATH=str(scratch.HOUSE))
    assert status == 1, said
    return said


@pytest.mark.parametrize("form", ["txt", "json"])
def test_the_report_is_the_expected_one(publication, form):
    assert check(publication, "--format", FORMATS[form], "seeds") == EXPECTED[form]


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("order", [FOLDERS, FOLDERS[::-1]], ids=["forwards", "backwards"])
def test_neither_order_nor_workers_change_it(publication, order, jobs):
    paths = [f"seeds/{name}" for name in order]
    assert check(publication, "--format", "json", "--jobs", jobs, *paths) == EXPECTED["json"]


def test_deleting_the_index_changes_nothing(publication):
    first = check(publication, "--format", "json", "seeds")
    warm = check(publication, "--format", "json", "seeds")
    shutil.rmtree(publication / "seeds" / ".copydesk")
    assert first == warm == check(publication, "--format", "json", "--no-cache", "seeds")


def test_a_place_is_where_it_says(publication):
    report = json.loads(EXPECTED["json"])
    for item in report["findings"]:
        for place in (item, *item["related"]):
            lines = (publication / place["path"]).read_text("utf-8").split("\n")
            if place["line"] == place["end_line"]:
                assert lines[place["line"] - 1][place["column"] - 1 : place["end_column"] - 1] == place["excerpt"]


def test_one_post_alone_is_told_what_it_contradicts(publication):
    """A draft checked alone knows the contradictions that a run over everything knows of it."""
    path = "seeds/saved/reader-preview.txt"
    alone = json.loads(check(publication, "--format", "json", path))["findings"]
    assert [item for item in alone if item["path"] != path] == []
    together = [item for item in json.loads(EXPECTED["json"])["findings"] if item["path"] == path]
    strip = [{key: value for key, value in item.items() if key != "related"} for item in together]
    assert [item for item in strip if item["rule"] not in {known["rule"] for known in alone}] == []
