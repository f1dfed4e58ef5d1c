"""--changed-since: the posts of a branch against the whole archive, from the merge base."""

import shutil
import subprocess

import pytest

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
BAD = "We utilize it.\n"


def git(folder, *arguments):
    name = (
        "-c",
        "user.name=A",
        "-c",
        "user.email=a@example.org",
        "-c",
        "init.defaultBranch=main",
        "-c",
        "commit.gpgsign=false",
    )
    done = subprocess.run(["git", *name, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout


def commit(desk, message="x"):
    git(desk.folder, "add", "-A")
    git(desk.folder, "commit", "-q", "-m", message)


@pytest.fixture
def repository(desk):
    """Return a publication with posts on main, and a branch that is checked out."""
    git(desk.folder, "init", "-q")
    desk.write(".gitignore", "/.copydesk/\nprivate/\n")
    for name in ("posts/old.md", "posts/edited.md", "posts/moved.md", "posts/gone.md"):
        desk.write(name, BAD)
    commit(desk)
    git(desk.folder, "checkout", "-q", "-b", "draft")
    return desk


def paths(done):
    assert done.code in (0, 1), done.err
    return [finding["path"] for finding in done.report["findings"]]


def test_nothing_changed(repository):
    done = repository.json("--changed-since", "main")
    assert paths(done) == []
    assert done.report["summary"]["files"] == 0


def test_commits_the_working_tree_and_new_files_count(repository):
    repository.write("posts/edited.md", BAD + "More.\n")
    repository.write("posts/größe 1.md", BAD)
    (repository.folder / "posts/moved.md").rename(repository.folder / "posts/renamed.md")
    (repository.folder / "posts/gone.md").unlink()
    commit(repository)
    repository.write("posts/new.md", BAD)
    repository.write("private/secret.md", BAD)
    wanted = ["posts/edited.md", "posts/größe 1.md", "posts/new.md", "posts/renamed.md"]
    assert paths(repository.json("--changed-since", "main")) == wanted
    assert paths(repository.json("--changed-since", "main", "posts/new.md", "posts/old.md")) == ["posts/new.md"]
    assert [path[6:] for path in wanted] == paths(repository.json("--changed-since", "main", cwd="posts"))


def test_from_the_merge_base_not_from_the_tip(repository):
    repository.write("posts/new.md", BAD)
    commit(repository)
    git(repository.folder, "checkout", "-q", "main")
    repository.write("posts/old.md", BAD + "Changed on main.\n")
    commit(repository)
    git(repository.folder, "checkout", "-q", "draft")
    assert paths(repository.json("--changed-since", "main")) == ["posts/new.md"]


def test_a_tag_a_hash_and_head(repository):
    git(repository.folder, "tag", "v1")
    repository.write("posts/new.md", BAD)
    commit(repository)
    head = git(repository.folder, "rev-parse", "HEAD~1").strip()
    for ref in ("v1", head, head[:10], "HEAD~1"):
        assert paths(repository.json("--changed-since", ref)) == ["posts/new.md"]
    assert paths(repository.json("--changed-since", "HEAD")) == []


def test_a_publication_below_the_top_of_the_repository(scratch, tmp_path_factory):
    git(scratch.folder, "init", "-q")
    rule = "id: house-terms\nkind: existence\nseverity: error\nmessage: x\noptions: {tokens: [utilize]}\n"
    scratch.write("site/rules/terms.yaml", rule)
    scratch.write("site/copydesk.yaml", "rules: [rules]\nselect: [house]\n")
    scratch.write("site/old.md", BAD)
    commit(scratch)
    scratch.write("site/new.md", BAD)
    scratch.write("other/new.md", BAD)
    assert paths(scratch.json("--changed-since", "HEAD", cwd="site")) == ["new.md"]
    assert paths(scratch.json("--changed-since", "HEAD", "site")) == ["site/new.md"]
    outside = tmp_path_factory.mktemp("outside")
    found = paths(scratch.json("--changed-since", "HEAD", scratch.folder / "site", cwd=outside))
    assert [path.rpartition("/")[2] for path in found] == ["new.md"]


@pytest.mark.parametrize("ref", ["mian", "origin/main", "v9", "main..draft"])
def test_a_ref_that_is_not_there(repository, ref):
    done = repository("check", "--changed-since", ref)
    assert done.code == 2
    assert done.err == f"error: no merge base with `{ref}`: is it fetched, and spelt right?\n"


def test_a_shallow_clone_is_told_what_it_needs(repository, tmp_path_factory):
    for number in range(3):
        repository.write("posts/new.md", BAD * number)
        commit(repository)
    shallow = tmp_path_factory.mktemp("clone") / "shallow"
    url = repository.folder.as_uri()
    git(repository.folder, "clone", "-q", "--depth", "1", "--branch", "draft", url, str(shallow))
    git(shallow, "fetch", "-q", "--depth", "1", "origin", "main:refs/remotes/origin/main")
    repository.folder = shallow
    done = repository("check", "--changed-since", "origin/main")
    assert done.code == 2
    assert "this clone is shallow; check out with `fetch-depth: 0`" in done.err
    git(shallow, "fetch", "-q", "--unshallow", "origin", "draft", "main:refs/remotes/origin/main")
    assert paths(repository.json("--changed-since", "origin/main")) == ["posts/new.md", "posts/new.md"]


def test_outside_a_repository(desk):
    done = desk("check", "--changed-since", "main")
    assert done.code == 2
    assert done.err.startswith("error: git rev-parse failed: ")
    assert done.err.count("\n") == 1
