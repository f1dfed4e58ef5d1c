import os
import threading

import pytest

from lint.cli._setup import write


def test_a_report_replaces_a_file(tmp_path):
    path = tmp_path / "report"
    path.write_text("old")
    write(["new ", "report"], path)
    assert path.read_text() == "new report"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_stays_a_pipe(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    said = []
    reader = threading.Thread(target=lambda: said.append(pipe.read_text()))
    reader.start()
    write(["report"], pipe)
    reader.join(10)
    assert said == ["report"]
    assert pipe.is_fifo()


def test_the_file_behind_a_link_is_written_and_the_link_stays(tmp_path):
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_text("old")
    try:
        link.symlink_to(real)
    except OSError:
        pytest.skip("no links here")
    write(["report"], link)
    assert link.is_symlink()
    assert real.read_text() == "report"
