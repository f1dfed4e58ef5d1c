"""How a site generator makes addresses of files."""

import msgspec

NAMES = ("jekyll", "hugo", "astro", "eleventy", "mkdocs", "docusaurus", "zola", "pelican", "gatsby", "plain")


class Layout(msgspec.Struct, frozen=True):
    """The rules of a publication's site generator.

    generator   its name in lower case, or ""
    slugs       the rules by which it makes ids of the headings of Markdown; none where they are not known
    scripted    a script of the site's own makes places to link to of other text
    redirects   addresses that the host of the site is told to lead elsewhere; `*` and `:name` stand for anything
    permalinks  folder, from the root of the publication and with `/` at its end, to the pattern of the addresses of the
                files in it; the longest folder that fits a file counts. Besides what generators call alike (`:year
                :month :day :i_month :i_day :title :slug :name …`), `:sections` are the folders below that one, and
                `:categories` may be anything.
    """

    generator: str = ""
    slugs: tuple[str, ...] = ()
    scripted: bool = False
    redirects: tuple[str, ...] = ()
    permalinks: dict[str, str] = {}
