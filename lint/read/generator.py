"""The folder of a publication in, the rules of its site generator out: which it is, and what addresses it makes."""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from lint import patterns as re
from lint.model.site import Layout

# What gives a generator away (paths joined by a blank must all be there), where it keeps posts, and where drafts.
GENERATORS: tuple[tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...] = (
    ("Jekyll", ("_config.yml", "_config.yaml", "_posts"), ("_posts/",), ("_drafts/",)),
    ("Hugo", ("hugo.toml", "hugo.yaml", "hugo.json", "config/_default", "archetypes"), ("content/",), ()),
    ("Astro", ("astro.config.mjs", "astro.config.ts", "astro.config.js"), ("src/content/", "src/pages/"), ()),
    ("Eleventy", (".eleventy.js", "eleventy.config.js", "eleventy.config.mjs", "eleventy.config.cjs"), (), ()),
    ("MkDocs", ("mkdocs.yml", "mkdocs.yaml"), ("docs/",), ()),
    ("Docusaurus", ("docusaurus.config.js", "docusaurus.config.ts"), ("blog/", "docs/"), ()),
    ("Zola", ("config.toml templates",), ("content/",), ()),
    ("Pelican", ("pelicanconf.py",), ("content/",), ()),
    ("Gatsby", ("gatsby-config.js", "gatsby-config.ts"), ("content/", "src/pages/"), ()),
)
# https://jekyllrb.com/docs/permalinks/#built-in-formats
STYLES = {
    "date": "/:categories/:year/:month/:day/:title.html",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title.html",
    "weekdate": "/:categories/:year/W:week/:short_day/:title.html",
    "none": "/:categories/:title.html",
}
HUGO = ("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config.toml", "config.yaml", "config.yml", "config.json")
INPUT = re.compile(r"\binput\s*:\s*[\"'](?:\./)?([\w./-]{1,100}?)/?[\"']")
LARGEST = 1_000_000


def generator_of(folder: Path) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return the site generator of a folder, and those of its folders of posts and drafts that exist."""
    for name, signs, posts, drafts in GENERATORS:
        if any(all((folder / part).exists() for part in sign.split(" ")) for sign in signs):
            return name, _there(folder, posts), _there(folder, drafts)
    return "", (), ()


def _there(folder: Path, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if (folder / name).is_dir())


def layout(folder: Path, name: str = "") -> Layout:
    """Return the rules of the generator of a folder; `name` says which it is, where the folder does not."""
    name = name or generator_of(folder)[0].lower()
    made = RULES.get(name)
    return Layout(
        generator=name,
        slugs=SLUGS[name](folder) if name in SLUGS else (),
        scripted=_scripted(folder),
        redirects=tuple(dict.fromkeys(_redirects(folder))),
        permalinks=dict(made(folder)) if made is not None else {},
    )


def _scripted(folder: Path) -> bool:
    """Tell whether a plugin of Jekyll that stands beside the posts makes places to link to."""
    return any("anchor" in _text(path) for path in sorted((folder / "_plugins").glob("*.rb"))[:100])


def _redirects(folder: Path) -> Iterator[str]:
    """Yield the addresses that Netlify, Cloudflare and Vercel are told to lead elsewhere; a 404 leads nowhere."""
    for place in ("", "static/", "public/", "content/", "src/"):
        for line in _text(folder / f"{place}_redirects").splitlines():
            parts = line.partition("#")[0].split()
            if len(parts) > 1 and not parts[-1].startswith("404"):
                yield parts[0]
    for name, key in (("netlify.toml", "from"), ("vercel.json", "source")):
        rows = _settings(folder, name).get("redirects")
        for row in rows if isinstance(rows, list) else ():
            if isinstance(row, dict) and isinstance(row.get(key), str) and row.get("status") != 404:
                yield row[key]


def _jekyll(folder: Path) -> Iterator[tuple[str, str]]:
    data = _settings(folder, "_config.yml", "_config.yaml")
    general = str(data.get("permalink") or "date")
    yield "_posts/", STYLES.get(general, general)
    collections = data.get("collections")
    for name, said in collections.items() if isinstance(collections, dict) else ():
        if isinstance(said, dict) and said.get("output") in (True, "true") and name != "posts":
            yield f"_{name}/", str(said.get("permalink") or f"/{name}/:path")
    defaults = data.get("defaults")
    for item in defaults if isinstance(defaults, list) else ():
        scope, values = (item.get(key) if isinstance(item, dict) else None for key in ("scope", "values"))
        if not isinstance(scope, dict) or not isinstance(values, dict) or not values.get("permalink"):
            continue
        kind, path = str(scope.get("type") or ""), str(scope.get("path") or "").strip("/")
        pattern = str(values["permalink"])
        if kind not in ("", "pages", "page") and "*" not in path:
            inside = "" if path in ("", f"_{kind}") else f"{path.removeprefix(f'_{kind}/')}/"
            yield f"_{kind}/{inside}", STYLES.get(pattern, pattern)


def _hugo(folder: Path) -> Iterator[tuple[str, str]]:
    data = _settings(folder, *(f"config/_default/{name}" for name in HUGO), *HUGO)
    low = {str(key).lower(): value for key, value in data.items()}
    content = str(low.get("contentdir") or "content").strip("/")
    end = ".html" if low.get("uglyurls") in (True, "true") else "/"
    yield f"{content}/", f"/:sections/:slug{end}"
    said = low.get("permalinks") or _settings(
        folder, *(f"config/_default/permalinks{end}" for end in (".toml", ".yaml"))
    )
    pages = said.get("page", said) if isinstance(said, dict) else {}
    for section, pattern in pages.items() if isinstance(pages, dict) else ():
        if isinstance(pattern, str):
            yield f"{content}/{section}/" if section != "/" else f"{content}/", pattern


def _eleventy(folder: Path) -> Iterator[tuple[str, str]]:
    text = "\n".join(
        _text(folder / name) for name in (".eleventy.js", *(f"eleventy.config.{end}" for end in ("js", "mjs", "cjs")))
    )
    found = INPUT.search(text)
    yield f"{found[1]}/" if found and found[1] != "." else "", "/:sections/:slug/"


def _mkdocs(folder: Path) -> Iterator[tuple[str, str]]:
    data = _settings(folder, "mkdocs.yml", "mkdocs.yaml")
    end = ".html" if data.get("use_directory_urls") in (False, "false") else "/"
    yield f"{str(data.get('docs_dir') or 'docs').strip('/')}/", f"/:sections/:slug{end}"


def _docusaurus(folder: Path) -> Iterator[tuple[str, str]]:
    yield "blog/", "/blog/:year/:month/:day/:slug"
    yield "docs/", "/docs/:sections/:slug"


def _content(folder: Path) -> Iterator[tuple[str, str]]:
    yield "content/", "/:sections/:slug/"


def _astro(folder: Path) -> Iterator[tuple[str, str]]:
    yield "src/content/", "/:sections/:slug/"
    yield "src/pages/", "/:sections/:slug/"


RULES = {
    "jekyll": _jekyll,
    "hugo": _hugo,
    "zola": _content,
    "eleventy": _eleventy,
    "mkdocs": _mkdocs,
    "docusaurus": _docusaurus,
    "astro": _astro,
}


def _kramdown_ids(folder: Path) -> tuple[str, ...]:
    data = _settings(folder, "_config.yml", "_config.yaml")
    said = data.get("kramdown")
    options = said if isinstance(said, dict) else {}
    if str(data.get("markdown", "kramdown")).lower() != "kramdown" or (folder / "source" / "_posts").is_dir():
        return ()  # another converter; or Hexo, whose settings have the same name
    if {"auto_id_prefix", "transliterated_header_ids", "auto_ids"} & set(options):
        return ()
    return ("kramdown-gfm",) if str(options.get("input", "GFM")).lower() == "gfm" else ("kramdown",)


def _goldmark_ids(folder: Path) -> tuple[str, ...]:
    data = _settings(folder, *(f"config/_default/{name}" for name in HUGO), *HUGO)
    markup = data.get("markup") or _settings(folder, *(f"config/_default/markup{end}" for end in (".toml", ".yaml")))
    if not isinstance(markup, dict) or str(markup.get("defaultMarkdownHandler", "goldmark")) != "goldmark":
        return ()
    said = {str(key).lower(): value for key, value in _inside(markup, "goldmark", "parser").items()}
    kind = str(said.get("autoidtype") or said.get("autoheadingidtype") or "github")
    return {"github": ("goldmark",), "github-ascii": ("goldmark-ascii",), "blackfriday": ("blackfriday",)}.get(kind, ())


def _mkdocs_ids(folder: Path) -> tuple[str, ...]:
    extensions = _settings(folder, "mkdocs.yml", "mkdocs.yaml").get("markdown_extensions")
    listed = extensions if isinstance(extensions, list) else [extensions]
    said = [_inside(one, name) for one in listed if isinstance(one, dict) for name in one]
    return () if any({"slugify", "separator"} & set(one) for one in said) else ("python",)


def _zola_ids(folder: Path) -> tuple[str, ...]:
    said = _inside(_settings(folder, "config.toml"), "slugify")
    return ("zola",) if said.get("anchors", "on") == "on" else ()


def _slugger_ids(folder: Path) -> tuple[str, ...]:
    return ("github",)


SLUGS = {
    "jekyll": _kramdown_ids,
    "hugo": _goldmark_ids,
    "zola": _zola_ids,
    "mkdocs": _mkdocs_ids,
    "docusaurus": _slugger_ids,
    "astro": _slugger_ids,
}


def _inside(data: Any, *keys: str) -> dict[str, Any]:
    """Return the table at these keys, or an empty one."""
    for key in keys:
        data = data.get(key) if isinstance(data, dict) else None
    return data if isinstance(data, dict) else {}


def _settings(folder: Path, *names: str) -> dict[str, Any]:
    """Return the settings in the first of these files that can be read; of YAML, every scalar stays text."""
    for name in names:
        text = _text(folder / name)
        try:
            if name.endswith(".toml"):
                data: Any = tomllib.loads(text)
            elif name.endswith(".json"):
                data = json.loads(text) if text else {}
            else:
                data = yaml.load(text, Loader=yaml.CBaseLoader)  # which makes nothing but text
        except (ValueError, yaml.YAMLError, RecursionError):
            continue
        if isinstance(data, dict) and data:
            return data
    return {}


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace") if path.stat().st_size <= LARGEST else ""
    except OSError:
        return ""
