"""The links of lightly marked-up text: AsciiDoc, reStructuredText, Org, Textile, LaTeX, MediaWiki and Gemtext."""

from msgspec.structs import replace

from lint import patterns as re
from lint.model.post import Block, Inline
from lint.model.text import Weaver
from lint.read import light, lines
from lint.read.way import Way

# Each has the address as `to` and the words that are shown as `words`, or shows the address itself.
ADDRESS = r"(?:https?|ftp|mailto):[^\s<>\[\]\"'`{}|\\^]{1,2000}"
LINKS = {
    "adoc": rf"(?:link:|xref:)(?P<to>[^\s\[\]]{{1,500}})\[(?P<words>[^\[\]\n]{{0,300}})\]"
    rf"|(?P<to2>{ADDRESS})\[(?P<words2>[^\[\]\n]{{0,300}})\]"
    r"|<<(?P<to3>[^<>,\n]{1,300})(?:,(?P<words3>[^<>\n]{1,300}))?>>",
    "rst": r"`(?P<words>[^`<>\n]{1,300}?)\s*<(?P<to>[^`<>\s]{1,2000}(?<!_))>`__?"
    r"|:doc:`(?:(?P<words2>[^`<>\n]{1,300}?)\s*<(?P<doc>[^`<>\s]{1,300})>|(?P<doc2>[^`<>\n]{1,300}))`",
    "org": r"\[\[(?P<to>[^\[\]\n]{1,2000})\](?:\[(?P<words>[^\[\]\n]{1,300})\])?\]",
    "textile": rf"\"(?P<words>[^\"\n]{{1,300}})\":(?P<to>{ADDRESS}|/[^\s<>\"]{{0,500}})",
    "tex": r"\\href\{(?P<to>[^{}\n]{1,2000})\}\{(?P<words>[^{}\n]{1,300})\}|\\url\{(?P<to2>[^{}\n]{1,2000})\}",
    "wiki": rf"\[(?P<to>{ADDRESS})(?:[ \t](?P<words>[^\[\]\n]{{1,300}}))?\]",
    "gmi": r"(?:^|(?<=\n))=>[ \t]*(?P<to>[^\s]{1,2000})(?:[ \t]+(?P<words>[^\n]{1,300}))?",
}
SUFFIXES = {
    **light.MARKUP,
    **dict.fromkeys((".tex", ".latex"), "tex"),
    **dict.fromkeys((".wiki", ".mediawiki"), "wiki"),
    ".gmi": "gmi",
}
PATTERNS = {markup: re.compile(pattern) for markup, pattern in LINKS.items()}


def woven(block: Block, markup: str) -> Block:
    """Return a block with its links as inlines, and in its prose only the words that they show."""
    text = block.prose.text
    found = [match for match in PATTERNS[markup].finditer(text) if _target(match, markup)]
    if not found or block.role == "code":
        return block
    way, weaver, at = Way(block.prose), Weaver(), 0
    inlines: list[Inline] = []
    for match in found:
        said = {name: match.span(name) for name, value in match.groupdict().items() if value}
        words = next((span for name, span in said.items() if name.startswith("words")), None) or match.span(
            next(name for name in said if name.startswith(("to", "doc")))
        )
        weaver.literal(text[at : match.start()], at)
        begin, at = weaver.length, match.end()
        weaver.literal(text[slice(*words)], words[0])
        inlines.append(Inline("link", begin, weaver.length, way.home(*match.span()), _target(match, markup)))
    weaver.literal(text[at:], at)
    prose = way.prose(weaver.prose())
    bare = [
        one for one in lines.links(prose) if not any(one.start < two.end and two.start < one.end for two in inlines)
    ]
    return replace(block, prose=prose, inlines=tuple(sorted([*inlines, *bare], key=lambda one: one.start)))


def _target(match: re.Match[str], markup: str) -> str:
    """Return where a link leads, `doc:NAME` for a document of Sphinx; nothing where only the site itself can tell."""
    groups = match.groupdict()
    target = next((value for name, value in groups.items() if value and name.startswith(("to", "doc"))), "").strip()
    if groups.get("doc") or groups.get("doc2"):
        return "" if ":" in target else f"doc:{target}"  # of another project
    if markup == "adoc" and match[0].startswith(("<<", "xref:")):
        return target.removesuffix("#") if re.search(r"[#:$/]|\.\w{2,8}$", target) else f"#{target}"
    if markup == "org":
        target = target.removeprefix("file:")
        return target if re.match(r"https?:|mailto:|[./~]", target) or target.endswith(".org") else ""
    return target
