"""Blocks of earlier posts against the other posts: which of two is told, what addresses lead to, what is known."""

from pathlib import Path

import pytest

from lint.model.job import NONE, File, Job, Own
from lint.rulebook import shipped
from lint.run import run

NOWHERE = Path("no-such-folder").absolute()
RULES = tuple(rule for rule in shipped() if rule.family == "previously")
BLOCK = "\n\n## Previously\n\n- [Motor](https://quay.example/motor/)\n- [Pay](https://quay.example/pay/)\n"


@pytest.fixture
def told():
    """Findings as (path, rule without its family, line); posts of the archive are compared with, not reported on."""

    def check(posts, archive=None, root=NOWHERE, own=NONE, **shared):
        def files(texts):
            return tuple(File(name, root / name, text.encode()) for name, text in sorted((texts or {}).items()))

        job = Job(root, files(posts), files(archive), frozenset(), RULES, shared=shared, own=own, cache=False, jobs=1)
        return [(item.path, item.rule.partition("-")[2], item.place.line) for item in run(job).findings]

    return check


def post(title="", date="", url="", body="", **more):
    """A Markdown post."""
    matter = {"title": title, "date": date, "permalink": url, **more}
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in matter.items() if value) + "---\n\n" + body


def test_of_two_posts_the_later_has_the_copy_whatever_their_names(told):
    posts = {"a.md": post("A", "2024-05-08", body=BLOCK), "b.md": post("B", "2024-05-01", body=BLOCK)}
    assert told(posts) == [("a.md", "duplicate-block", 8)]


def test_an_old_post_is_told_when_only_it_is_reported_on(told):
    old, new = {"a.md": post("A", "2024-05-01", body=BLOCK)}, {"b.md": post("B", "2024-05-08", body=BLOCK)}
    assert told(old, new) == [("a.md", "duplicate-block", 8)]
    assert told(new, old) == [("b.md", "duplicate-block", 8)]


def test_one_post_in_two_files_is_one(told):
    feed = (
        '<rss version="2.0"><channel><title>Q</title><link>https://quay.example/</link><item><title>A</title>'
        "<link>https://quay.example/a/</link><description><![CDATA[<h2>Previously</h2><ul>"
        '<li><a href="https://quay.example/motor/">Motor</a></li><li><a href="https://quay.example/pay/">Pay</a></li></ul>'
        "]]></description></item></channel></rss>"
    )
    assert told({"a.md": post("A", "2024-05-01", body=BLOCK), "feed.xml": feed}) == []


def test_a_block_under_many_posts_is_navigation(told):
    assert told({f"{name}.md": post(name, body=BLOCK) for name in "abcd"}) == []


LINK = "## Previously\n\n- [Motor]({})\n"


@pytest.mark.parametrize(
    ("url", "named", "link"),
    [
        ("/motor/", "x.md", "/motor/"),
        ("https://quay.example/motor/", "x.md", "https://www.quay.example/motor?utm_source=a"),
        ("motor", "x.md", "/2024/motor/"),
        ("", "2024-05-08-motor.md", "/posts/motor/"),
        ("", "motor/index.md", "/motor/"),
        ("", "motor.md", "motor.md"),
        ("", "motor.md", "motor.html"),
        ("", "_posts/2024-05-08-motor.md", "{% post_url 2024-05-08-motor %}"),
        ("", "content/posts/motor.md", '{{< ref "posts/motor.md" >}}'),
    ],
)
def test_what_an_address_leads_to(told, url, named, link):
    later = post("Motor", "2024-05-08", url, "Text.")
    assert ("old.md", "future-link", 8) in told(
        {"old.md": post("Old", "2024-05-01", body=LINK.format(link)), named: later}
    )


@pytest.mark.parametrize("link", ["https://other.example/motor/", "/motor/?p=2", "/motors/"])
def test_what_it_does_not_lead_to(told, link):
    posts = {"old.md": post("Old", "2024-05-01", body=LINK.format(link)), "motor.md": post("Motor", "2024-05-08")}
    assert told(posts) == []


def test_the_address_of_the_publication_is_its_own(told):
    posts = {
        "old.md": post("Old", "2024-05-01", body=LINK.format("https://quay.example/motor/")),
        "x.md": post("Motor", "2024-05-08", "/motor/", "Text."),
    }
    assert told(posts) == []
    assert told(posts, base_url="https://quay.example/") == [("old.md", "future-link", 8)]


def test_two_posts_of_one_name_are_not_guessed_between(told):
    posts = {"old.md": post("Old", "2024-05-01", body=LINK.format("/motor/"))}
    posts |= {f"{year}/motor.md": post("Motor", f"{year}-05-08") for year in (2025, 2026)}
    assert told(posts) == []


@pytest.mark.parametrize("mark", [{"draft": "true"}, {"published": "false"}])
def test_drafts_cannot_be_reached(told, mark):
    posts = {
        "old.md": post("Old", "2024-05-01", body=LINK.format("/motor/")),
        "x.md": post("Motor", "", "/motor/", **mark),
    }
    assert told(posts) == [("old.md", "dead-link", 8)]
    posts["old.md"] = post("Old", "2024-05-01", body=LINK.format("/motor/"), draft="true")
    assert told(posts) == []


def test_files_are_looked_for_where_they_are(told, tmp_path):
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "there.md").write_text("Text.\n", "utf-8")
    posts = {"notes/old.md": post("Old", body="## Related\n\n- [A](there.md)\n- [B](gone.md)\n- [C](../../out.md)\n")}
    assert told(posts, root=tmp_path) == [("notes/old.md", "dead-link", 8)]


def test_tags_are_not_judged_by_a_post_alone(told):
    body = "## Related\n\n- [A]({% post_url 2024-05-01-gone %})\n- [[Gone]]\n"
    assert told({"_posts/2024-05-02-a.md": post("A", body=body)}) == []
    both = told({"_posts/2024-05-02-a.md": post("A", body=body), "_posts/2024-05-01-b.md": post("B")})
    assert [line for _, _, line in both] == [7, 8]


def test_one_post_by_two_addresses_is_listed_twice(told):
    block = "## Previously\n\n- [Motor]({% post_url 2024-05-01-motor %})\n- [Motor](/2024/motor/)\n"
    posts = {"_posts/2024-05-08-a.md": post("A", body=block), "_posts/2024-05-01-motor.md": post("Motor")}
    assert told(posts) == [("_posts/2024-05-08-a.md", "duplicate-entry", 8)]


def test_a_call_is_no_stale_title_and_a_changed_word_is(told):
    block = "## Related\n\n- [Read more](/motor/)\n- [Why we kept the pay](/pay/)\n- [see below](/oars/)\n"
    posts = {
        "a.md": post("A", body=block),
        "b.md": post("The motor", url="/motor/"),
        "c.md": post("Why we cut the pay", url="/pay/"),
        "d.md": post("On ash", url="/oars/"),
    }
    assert told(posts) == [("a.md", "stale-title", 8)]


def test_an_export_that_does_not_tell_its_host(told):
    item = (
        "<entry><title>{}</title><published>2024-05-0{}</published><filename>/2024/{}.html</filename>"
        "<content type='html'>{}</content></entry>"
    )
    body = "&lt;h3>Related&lt;/h3>&lt;ul>&lt;li>&lt;a href='https://q.example/2024/{}.html'>{}&lt;/a>&lt;/li>&lt;/ul>"
    feed = "<feed xmlns='http://www.w3.org/2005/Atom'>{}</feed>".format(
        item.format("The motor", 1, "motor", body.format("pay", "The pay"))
        + item.format("The pay", 2, "pay", body.format("motor", "An engine"))
    )
    assert told({"feed.atom": feed}) == [("feed.atom", "future-link", 1)]


HUGO = {"permalinks": {"content/": "/:sections/:slug/", "content/blog/": "/b/:year/:title/"}}


@pytest.mark.parametrize(
    ("path", "link"),
    [
        ("content/notes/motor.md", "/notes/motor/"),
        ("content/notes/motor.md", "../motor"),
        ("content/notes/motor/index.md", "/notes/motor"),
        ("content/notes/motor.fr.md", "/fr/notes/motor/"),
        ("content/blog/motor.md", "/b/2024/motor/index.html"),
        ("content/blog/2024-05-08-x.md", "/b/2024/the-motor/"),
    ],
)
def test_the_addresses_of_a_generator(told, path, link):
    later = post("The motor", "2024-05-08", body="Text.")
    old = post("Old", "2024-05-01", body=LINK.format(link).replace("Motor", "The motor"))
    assert told({"content/notes/old.md": old, path: later, "other/motor.md": post("Motor")}, layout=HUGO) == [
        ("content/notes/old.md", "future-link", 8)
    ]


def test_a_post_that_leads_to_its_own_address(told):
    own = post("Motor", "2024-05-08", body=LINK.format("/b/2024/motor/"))
    posts = {"content/blog/motor.md": own, "content/blog/motor.es.md": post("El motor", "2024-05-08")}
    assert told(posts, layout=HUGO) == [("content/blog/motor.md", "self-link", 8)]


@pytest.mark.parametrize("line", ["## From the log book, May", "**From the log book:**", "⚓ from the log book"])
def test_a_lead_in_of_the_publication(told, line):
    posts = {"a.md": f"# A\n\n{line}\n\n- [Motor](/motor/)\n- [Motor](/motor/)\n"}
    assert told(posts) == []
    assert told(posts, own=Own(leads=("From the log book*",))) == [("a.md", "duplicate-entry", 6)]


def test_a_lead_in_of_the_publication_on_one_line(told):
    posts = {"a.md": "# A\n\nLog book: [Motor](/motor/), [Pay](/pay/), [Motor](/motor/)\n"}
    assert told(posts, own=Own(leads=("Log book",))) == [("a.md", "duplicate-entry", 3)]


@pytest.mark.parametrize("text", ["## Related\n\n- [M](/m/)\n- [M](/m/)\n", "Related: [M](/m/), [M](/m/)\n"])
def test_a_lead_in_that_is_none(told, text):
    assert told({"a.md": text}) != []
    assert told({"a.md": text}, own=Own(unled=("Related",))) == []
