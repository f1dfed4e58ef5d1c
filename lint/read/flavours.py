"""What flavours of Markdown add to it that a reader sees nothing of: admonitions, embeds, markers, MDX's expressions.

Each is filled with as many characters, as holes are, so that every offset stays and Markdown's own structure with it.
"""

from bisect import bisect_left

from lint import patterns as re
from lint.read.holes import FILL, LAST, SILENT

# It begins with a line end, and then with what few lines begin with, so that text without any is passed over fast.
LINE = re.compile(
    r"\n(?=[ \t>]{0,40}[:!?=\-\[*])(?:"
    # Docusaurus, VitePress, Pandoc and MyST fences: the line itself says what the box is, not what is in it.
    r"(?P<mark>[ \t>]{0,40})(?:(?P<fence>:{3,20}(?:\{[\w:-]{1,40}\}[^\n]{0,300}"
    r"(?:\n[ \t>]{0,40}:[\w-]{1,40}:[^\n]{0,300})+|[^\n]{0,300}))"
    # MkDocs: what is indented under the line is prose, so the line becomes the mark of a list item.
    r"|(?P<box>(?:!!!|\?\?\?)\+?[ \t]+[\w\"'-][^\n]{0,300}|===[!+]?[ \t]+[\"'][^\n]{0,300})"
    r"|(?P<alone>-{1,2}8<-{1,2}[^\n]{0,300}|\[(?:TOC|toc)\]|\[\[_?(?:TOC|toc)_?\]\])[ \t]*"
    r"|(?P<callout>\[![\w-]{1,30}(?:\|[^\]\n]{0,60})?\][+-]?))\r?$"
    r"|(?P<titled>[ \t]{0,3}(?:>[ \t]?){1,9}\[![\w-]{1,30}(?:\|[^\]\n]{0,60})?\][+-]?)(?=[ \t])"
    r"|(?P<short>\*\[[^\]\n]{1,60}\]:))",
    re.MULTILINE,
)
EMBED = re.compile(r"!\[\[(?:[^\[\]\n]|\[[^\[\]\n]{0,80}\]){1,300}\]\]")
# What Obsidian calls a block, so that others may link to it.
IDENT = re.compile(r" \^(?<=\S \^)[A-Za-z0-9-]{1,40}[ \t]*\r?$", re.MULTILINE)
SHORTCODE = re.compile(r"\{\{[<%][ \t]*(highlight|mermaid|katex|math|code|chart|rawhtml|gist)\b[^\n]{0,300}?[>%]\}\}")
# WordPress's shortcodes, kept by who moved from it: an embed by its address, attributes, the end of a pair.
ATTRIBUTES = r"(?:[ \t]{1,9}[\w-]{1,30}=(?:\"[^\"\[\]\n]{0,300}\"|'[^'\[\]\n]{0,300}'|[^\s\"'\[\]]{1,300})){1,20}"
EMBEDDED = re.compile(
    r"(?<![\[\\!])\[(?!/?(?:\w{0,20}note|e?fn|mfn|ref|code|pre|sourcecode)\b)"
    rf"(?:[a-z][\w-]{{1,30}}(?:(?:=|[ \t])https?://[^\s\[\]]{{1,500}}|{ATTRIBUTES})[ \t]{{0,9}}/?"
    r"|/[a-z][\w-]{1,30})\](?![(\[:])"
)
# Code between marks of a house's own: [code] … [/code], or lines such as =CODE_START= and =CODE_END=.
LISTING = re.compile(
    r"(?<![\[\\])\[(?P<tag>code|sourcecode|pre)\b[^\[\]\n]{0,200}\]|^(?P<mark>\W{1,3})(?P<name>CODE|LISTING|SOURCE)[_-]"
    r"(?:START|BEGIN)(?P<last>\W{1,3})$",
    re.MULTILINE,
)
MODULE = re.compile(r"^(?:import|export)\b(?:[ \t]*[{*\"']|[ \t]+[\w$]).{0,20000}?(?=\r?\n[ \t]*\r?\n|\Z)", re.M | re.S)
# MyST's boxes of prose look like fenced code; the lines under the fence that begin with colons are its settings.
BOXES = (
    "note|tip|hint|important|warning|caution|attention|danger|error|seealso|admonition|aside|margin|sidebar|topic"
    "|epigraph|pull-quote|highlights|dropdown|card|tab-item|tab-set|grid|grid-item|grid-item-card|exercise|solution"
    r"|version(?:added|changed)|deprecated|(?:prf|proof):\w{1,20}"
)
BOX = re.compile(rf"[`~]\{{(?:{BOXES})\}}")
DIRECTIVE = re.compile(
    rf"^[ \t>]{{0,40}}(?P<fence>`{{3,20}}|~{{3,20}})\{{(?:{BOXES})\}}[^`\n]{{0,300}}"
    r"(?:\n[ \t>]{0,40}:[\w-]{1,40}:[^\n]{0,300})*$",
    re.MULTILINE,
)
FENCE_END = re.compile(r"^[ \t>]{0,40}(?P<fence>`{3,20}|~{3,20})[ \t]*\r?$", re.MULTILINE)
BRACE = re.compile(r"[{}]|\n[ \t]*\r?\n")
LONGEST = 4_000


def cut(text: str, jsx: bool) -> str:
    """Return the text with what is no prose filled; `jsx` is for MDX, where braces hold code."""
    text = LINE.sub(_filled, f"\n{text}")[1:]
    if "![[" in text:
        text = EMBED.sub(lambda match: hole(len(match[0])), text)
    if "^" in text:
        text = IDENT.sub(_blank, text)
    if "[/code]" in text or "[/sourcecode]" in text or "[/pre]" in text or "_END" in text or "-END" in text:
        text = _listings(text)
    if "=http" in text or " http" in text or "[/" in text or '="' in text:
        text = EMBEDDED.sub(lambda match: hole(len(match[0])), text)
    if "{{<" in text or "{{%" in text:
        text = _code(text)
    if ("`{" in text or "~{" in text) and BOX.search(text):
        text = _directives(text)
    if jsx:
        text = _expressions(MODULE.sub(_blank, text))
    return text


def _filled(match: re.Match[str]) -> str:
    whole, kind = match[0][1:], match.lastgroup
    if kind == "box":
        # The content of an item that begins so stands four columns in, as what belongs to the admonition does.
        end = "\r" if whole.endswith("\r") else ""
        return "\n" + match["mark"] + "-   " + hole(len(match["box"].rstrip("\r")) - 4) + end
    if kind in ("titled", "short"):
        at = whole.index("[") - (kind == "short")
        return "\n" + whole[:at] + hole(len(whole) - at)
    kept = match["mark"] or ""
    return "\n" + kept + re.sub(r"[^\r\n]", " ", whole[len(kept) :])


def hole(size: int) -> str:
    """Return a hole of this size that shows nothing."""
    return SILENT + FILL * (size - 2) + LAST if size > 1 else SILENT * size


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\r\n]", " ", match[0])


def _code(text: str) -> str:
    """Blank the shortcodes that hold code, with what they hold."""
    pieces: list[str] = []
    at, missing = 0, set[str]()
    for match in SHORTCODE.finditer(text):
        name = match[1]
        if match.start() < at or name in missing:
            continue
        end = re.compile(rf"\{{\{{[<%][ \t]*/[ \t]*{name}[ \t]*[>%]\}}\}}").search(text, match.end())
        if end is None:
            missing.add(name)
            continue
        pieces += [text[at : match.start()], re.sub(r"[^\r\n]", " ", text[match.start() : end.end()])]
        at = end.end()
    return "".join((*pieces, text[at:])) if pieces else text


def _listings(text: str) -> str:
    """Blank the code between marks of a house's own, and these marks."""
    pieces: list[str] = []
    at, missing = 0, set[str]()
    for match in LISTING.finditer(text):
        end = f"[/{match['tag']}]" if match["tag"] else f"{match['mark'].strip()}{match['name']}_END"
        if match.start() < at or end in missing:
            continue
        found = text.find(end, match.end())
        if found < 0:
            missing.add(end)
            continue
        stop = found + len(end) + (0 if match["tag"] else len(match["last"].strip()))
        pieces += [text[at : match.start()], re.sub(r"[^\r\n]", " ", text[match.start() : stop])]
        at = stop
    return "".join((*pieces, text[at:])) if pieces else text


def _directives(text: str) -> str:
    """Blank the fences of MyST's directives that hold prose, each with its settings; what they hold stays."""
    closing: dict[str, list[re.Match[str]]] = {}
    for match in FENCE_END.finditer(text):
        closing.setdefault(match["fence"], []).append(match)
    found: list[re.Match[str]] = []
    for match in DIRECTIVE.finditer(text):
        ends = closing.get(match["fence"], [])
        at = bisect_left(ends, match.end(), key=lambda end: end.start())
        found += [match, ends[at]] if at < len(ends) else []
    pieces: list[str] = []
    done = 0
    for match in sorted(found, key=lambda one: one.start()):
        if match.start() >= done:
            pieces += [text[done : match.start()], _blank(match)]
            done = match.end()
    return "".join((*pieces, text[done:]))


def _expressions(text: str) -> str:
    """Fill the expressions of MDX: balanced braces inside one paragraph; an attribute's stay, for its tag is one."""
    pieces: list[str] = []
    at = depth = begun = 0
    for match in BRACE.finditer(text):
        mark = match[0]
        if mark == "{":
            if depth == 0:
                begun = match.start()
            depth += 1
        elif mark == "}":
            if depth == 1 and match.end() - begun <= LONGEST:
                inside = text[begun : match.end()]
                if "\n" in inside:
                    filled = re.sub(r"[^\r\n]", " ", inside)
                else:
                    filled = (
                        f'"{inside[1:-1].translate(_PLAIN)}"' if text[begun - 1 : begun] == "=" else hole(len(inside))
                    )
                pieces += [text[at:begun], filled]
                at = match.end()
            depth = max(0, depth - 1)
        else:
            depth = 0
    return "".join((*pieces, text[at:])) if pieces else text


_PLAIN = str.maketrans({'"': " ", "<": " ", ">": " "})
