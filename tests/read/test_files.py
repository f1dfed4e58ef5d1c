"""Which files of a folder are posts."""

import pytest

from lint.read.files import find


def tree(root, *paths):
    for path in paths:
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("text\n", "utf-8")


def names(root, include=(), exclude=(), folder="."):
    folder = (root / folder).resolve()
    return [path.relative_to(root.resolve()).as_posix() for path in find(folder, root.resolve(), include, exclude)]


def test_what_generators_write_and_vendor_is_left_out(tmp_path):
    tree(tmp_path, "a.md", "_site/a.md", "public/a.md", "node_modules/x/readme.md", ".copydesk/x.md", ".git/x.md")
    tree(tmp_path, "robots.txt", "requirements.txt", "LICENSE.md", "posts/b.md", "posts/picture.png")
    assert names(tmp_path) == ["a.md", "posts/b.md"]


def test_a_section_of_posts_may_have_the_name_of_a_folder_without_posts(tmp_path):
    tree(tmp_path, "content/resources/a.md", "content/public/b.md", "resources/_gen/c.md", "content/node_modules/d.md")
    tree(tmp_path, "layouts/e.md", "docs/resources/f.md")
    found = ["content/public/b.md", "content/resources/a.md"]
    assert names(tmp_path) == [*found, "docs/resources/f.md"]
    assert names(tmp_path, folder="content/public") == found[:1]


def test_include_reaches_into_folders_that_are_skipped_otherwise(tmp_path):
    tree(tmp_path, "a.md", "public/b.md")
    assert names(tmp_path, include=["public/*.md"]) == ["public/b.md"]


def test_exclude_wins(tmp_path):
    tree(tmp_path, "posts/a.md", "posts/old/b.md", "c.md")
    assert names(tmp_path, exclude=["old/", "c.md"]) == ["posts/a.md"]


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        ("b.md\n", ["a.md", "sub/c.md"]),
        ("*.md\n!a.md\n", ["a.md"]),
        ("/sub/\n", ["a.md", "b.md"]),
        ("# nothing\n\n", ["a.md", "b.md", "sub/c.md"]),
    ],
)
def test_gitignore_has_its_say(tmp_path, lines, kept):
    tree(tmp_path, "a.md", "b.md", "sub/c.md")
    (tmp_path / ".gitignore").write_text(lines, "utf-8")
    assert names(tmp_path) == kept


def test_gitignore_of_the_working_tree_above_holds_too(tmp_path):
    tree(tmp_path, "posts/a.md", "posts/b.md")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("posts/b.md\n", "utf-8")
    assert names(tmp_path, folder="posts") == ["posts/a.md"]


def test_the_nearest_gitignore_decides(tmp_path):
    tree(tmp_path, "posts/a.md", "posts/b.md")
    (tmp_path / ".gitignore").write_text("*.md\n", "utf-8")
    (tmp_path / "posts" / ".gitignore").write_text("!a.md\n", "utf-8")
    assert names(tmp_path) == ["posts/a.md"]


def test_links_do_not_lead_out(tmp_path):
    tree(tmp_path, "inside/a.md", "outside.md")
    (tmp_path / "inside" / "b.md").symlink_to(tmp_path / "outside.md")
    (tmp_path / "inside" / "c.md").symlink_to(tmp_path / "inside" / "a.md")
    assert names(tmp_path, folder="inside") == ["inside/a.md", "inside/c.md"]
