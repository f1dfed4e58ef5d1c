from lint.read import read

TAKEOUT = b"""<?xml version='1.0' encoding='utf-8'?>
<feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'>
<title>Wharf</title>
<entry><blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status><title>Tar</title>
<content type='html'>&lt;p&gt;Hot.&lt;/p&gt;</content><blogger:created>2024-05-01T01:00:00Z</blogger:created>
<published>2024-05-02T01:00:00Z</published><blogger:filename>/2024/05/tar.html</blogger:filename></entry>
<entry><blogger:type>PAGE</blogger:type><blogger:status>DRAFT</blogger:status><title>Oars</title>
<content type='html'>Ash.</content><blogger:filename></blogger:filename></entry>
<entry><blogger:type>COMMENT</blogger:type><blogger:status>LIVE</blogger:status><title>Re</title>
<content type='html'>A reader.</content></entry>
<entry><blogger:type>POST</blogger:type><blogger:status>SOFT_TRASHED</blogger:status><title>Gone</title>
<content type='html'>Old.</content></entry>
</feed>"""
OLDER = b"""<feed xmlns='http://www.w3.org/2005/Atom' xmlns:app='http://purl.org/atom/app#'>
<entry><category scheme='http://schemas.google.com/g/2005#kind'
 term='http://schemas.google.com/blogger/2008/kind#settings'/><title>Setting</title>
<content type='text'>x</content></entry>
<entry><category scheme='http://schemas.google.com/g/2005#kind'
 term='http://schemas.google.com/blogger/2008/kind#post'/>
<category scheme='http://www.blogger.com/atom/ns#' term='tar'/>
<app:control><app:draft>yes</app:draft></app:control><title>Tar</title><content type='html'>Hot.</content>
<link rel='alternate' type='text/html' href='https://wharf.example/2024/05/tar.html'/></entry></feed>"""


def test_takeout() -> None:
    posts = read("Blogs/Wharf/feed.atom", TAKEOUT)
    assert [(post.title, post.url, post.draft) for post in posts] == [
        ("Tar", "/2024/05/tar.html", False), ("Oars", "", True),
    ]  # fmt: skip


def test_older_export() -> None:
    posts = read("blog.xml", OLDER)
    assert [(post.title, post.url, post.draft) for post in posts] == [
        ("Tar", "https://wharf.example/2024/05/tar.html", True),
    ]  # fmt: skip
