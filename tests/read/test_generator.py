"""The settings of site generators: what addresses they make of which folders."""

import pytest

from lint.read.generator import layout

SITES = {
    "jekyll": ({"_config.yml": "permalink: pretty\ncollections: {docs: {output: true}, data: {output: false}}\n"},
               {"_posts/": "/:categories/:year/:month/:day/:title/", "_docs/": "/docs/:path"}),
    "jekyll ": ({"_config.yml": "defaults: [{scope: {type: posts}, values: {permalink: '/n/:title'}}]\n"},
                {"_posts/": "/n/:title"}),
    "hugo": ({"hugo.toml": "[permalinks]\nblog = '/blog/:year/:slug/'\n"},
             {"content/": "/:sections/:slug/", "content/blog/": "/blog/:year/:slug/"}),
    "hugo ": ({"config/_default/hugo.yaml": "uglyURLs: true\ncontentDir: text\n"}, {"text/": "/:sections/:slug.html"}),
    "mkdocs": ({"mkdocs.yml": "use_directory_urls: false\ndocs_dir: book\nnav: !!python/name:x.y ''\n"},
               {"book/": "/:sections/:slug.html"}),
    "eleventy": ({".eleventy.js": "module.exports = () => ({dir: {input: './src'}})"}, {"src/": "/:sections/:slug/"}),
    "zola": ({"config.toml": "", "templates/a.html": ""}, {"content/": "/:sections/:slug/"}),
    "": ({"a.md": "Text."}, {}),
}  # fmt: skip


@pytest.mark.parametrize("name", SITES)
def test_permalinks(name, tmp_path):
    files, permalinks = SITES[name]
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    found = layout(tmp_path)
    assert (found.generator, found.permalinks) == (name.strip(), permalinks)


def test_redirects(tmp_path):
    (tmp_path / "_redirects").write_text("/old/* /new/:splat 301\n/gone /404.html 404\n# /no /x\n")
    (tmp_path / "netlify.toml").write_text("[[redirects]]\nfrom='/a'\nto='/b'\n[[redirects]]\nfrom='/*'\nstatus=404\n")
    (tmp_path / "vercel.json").write_text('{"redirects": [{"source": "/c/:d", "destination": "/"}]}')
    assert layout(tmp_path).redirects == ("/old/*", "/a", "/c/:d")


@pytest.mark.parametrize("text", ["- a", "a: [", "collections: 3\ndefaults: {a: b}", "x: &a [*a]", "\0"])
def test_settings_that_cannot_be_read_are_none(text, tmp_path):
    (tmp_path / "_config.yml").write_text(text)
    assert set(layout(tmp_path).permalinks) == {"_posts/"}


@pytest.mark.parametrize(
    ("name", "file", "text", "slugs"),
    [
        ("jekyll", "_config.yml", "title: x\n", ("kramdown-gfm",)),
        ("jekyll", "_config.yml", "kramdown: {input: kramdown}\n", ("kramdown",)),
        ("jekyll", "_config.yml", "kramdown: {auto_id_prefix: x-}\n", ()),
        ("jekyll", "_config.yml", "markdown: CommonMark\n", ()),
        (
            "hugo",
            "hugo.toml",
            "title = 'x'\n[markup.goldmark.parser]\nautoHeadingIDType = 'blackfriday'\n",
            ("blackfriday",),
        ),
        ("hugo", "config.yaml", "title: x\n", ("goldmark",)),
        ("hugo", "hugo.toml", "[markup]\ndefaultMarkdownHandler = 'pandoc'\n", ()),
        ("mkdocs", "mkdocs.yml", "markdown_extensions: [admonition, {toc: {permalink: true}}]\n", ("python",)),
        ("mkdocs", "mkdocs.yml", "markdown_extensions:\n- toc: {slugify: !!python/name:x.y }\n", ()),
        ("zola", "config.toml", "[slugify]\nanchors = 'safe'\n", ()),
        ("eleventy", "eleventy.config.js", "", ()),
    ],
)
def test_rules_for_the_ids_of_headings(tmp_path, name, file, text, slugs):
    (tmp_path / file).write_text(text)
    assert layout(tmp_path, name).slugs == slugs


def test_a_plugin_that_makes_anchors(tmp_path):
    (tmp_path / "_config.yml").write_text("title: x\n")
    assert not layout(tmp_path).scripted
    (tmp_path / "_plugins").mkdir()
    (tmp_path / "_plugins" / "tar.rb").write_text('"<a id=\\"#{anchor}\\">"')
    assert layout(tmp_path).scripted
