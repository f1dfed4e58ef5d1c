"""Dead links by the rules of site generators: what is known to be missing, and what is not."""

import pytest

POSTS = {f"content/posts/{name}.md": f"# {name.title()}\n\nText.\n" for name in ("tar", "rope", "oars")}
JEKYLL = {f"_posts/2024-05-0{day}-{name}.md": "# T\n\nText.\n" for day, name in enumerate(("tar", "rope", "oars"), 1)}


@pytest.mark.parametrize(
    ("files", "name", "target", "dead"),
    [
        (POSTS, "content/posts/new.md", "/posts/tar/", False),
        (POSTS, "content/posts/new.md", "/posts/mast/", True),
        (POSTS, "content/posts/new.md", "/mast/", False),
        (POSTS, "content/posts/new.md", "/posts/feed.xml", False),
        ({**POSTS, "static/_redirects": "/posts/mast /"}, "content/posts/new.md", "/posts/mast/", False),
        ({**POSTS, "static/posts/mast/index.html": "x"}, "content/posts/new.md", "/posts/mast/", False),
        (JEKYLL, "_posts/2024-06-01-new.md", "/2024/05/01/tar.html", False),
        (JEKYLL, "_posts/2024-06-01-new.md", "/2024/05/01/mast.html", True),
        (JEKYLL, "_posts/2024-06-01-new.md", "/about/us/", False),
        ({"docs/b.md": "# B\n\n## Keel\n"}, "docs/a.md", "b.md#keel", False),
        ({"docs/b.md": "# B\n\n## Keel\n"}, "docs/a.md", "b.md#mast", True),
        ({"docs/b.md": "# B\n"}, "docs/a.md", "./c.md", True),
        ({"docs/b.md": "# B\n"}, "docs/a.md", "../../c.md", False),
        ({"img/a.png": "x"}, "a.md", "/img/a.png", False),
        ({"img/a.png": "x"}, "a.md", "/img/b.png", True),
        ({"img/a%20b.png": "x", "img/c d.png": "x"}, "a.md", "img/c%20d.png", False),
        ({}, "a.md", "/img/b.png", False),
        ({}, "a.md", "b.png", False),
        ({}, "a.md", "/posts/b/", False),
    ],
)
def test_addresses(scratch, files: dict[str, str], name: str, target: str, dead: bool) -> None:  # type: ignore[no-untyped-def]
    for path, text in files.items():
        scratch.write(path, text)
    scratch.write(name, f"# New\n\n[here]({target})\n")
    found = scratch.json("--select", "link-dead").report["findings"]
    assert [item["path"] for item in found] == ([name] if dead else [])


def test_a_site_that_stands_elsewhere_is_a_site_of_its_own(desk):
    desk.write("site/content/guides/tar/_index.md", "---\ntitle: Tar\n---\nText.\n")
    desk.write(
        "site/content/news/oars.md", 'See [tar]({{< ref "/guides/tar/_index.md" >}}) and [rope](/guides/tar/).\n'
    )
    (desk.folder / "elsewhere").mkdir()
    (desk.folder / "copydesk.yaml").unlink()
    done = desk.json("../site", "--select", "link", cwd="elsewhere")
    assert (done.code, done.rules) == (0, [])


def test_an_address_that_no_system_takes_stops_nothing(scratch) -> None:  # type: ignore[no-untyped-def]
    scratch.write("docs/b.md", "# B\n")
    scratch.write("docs/a.md", f"# New\n\n[here]({'x' * 5000}.md) and [there](c.md), [nowhere](a%00b.md)\n")
    found = scratch.json("--select", "link-dead,input").report["findings"]
    assert {item["rule"] for item in found} == {"link-dead"}
    assert "[there](c.md)" in {item["excerpt"] for item in found}
