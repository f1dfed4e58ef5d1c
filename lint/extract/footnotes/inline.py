"""Notes written where they are referred to: `^[text]`, shortcodes, `\\footnote{text}`, `#footnote[text]`, `<ref>`."""

from collections.abc import Iterator

from lint import patterns as re
from lint.extract.footnotes.mark import FAR, hidden, inside, led, links, mark, pairs, prose_blocks, veils
from lint.model.facts import Mark
from lint.model.post import Block, Post

NAMES = "ref|fn|footnote|efn_note|mfn|modern_footnote|note|sidenote|marginnote"
SHORTCODE = re.compile(rf"\[(?P<close>/)?(?P<name>{NAMES})(?P<attrs>[ \t][^\[\]\n]{{0,200}})?\]", re.IGNORECASE)
# These names mean nothing else; any other must be closed once to be a shortcode, or be glued on both sides.
SURE = ("efn_note", "mfn", "modern_footnote")
CARET = re.compile(r"(?<![\\^\[])\^\[")
LATEX = re.compile(r"\\(?:footnote|sidenote|marginnote|thanks)(?:\[\w{1,10}\])?\{")
TYPST = re.compile(r"#footnote\[")
TYPST_LABEL = re.compile(r"\s?<(?P<label>[\w.:-]{1,60})>")
TYPST_AGAIN = re.compile(r"#footnote\(\s?<(?P<label>[\w.:-]{1,60})>\s?\)")
DOUBLE = re.compile(r"(?:(?<=[\w.,;:!?'\"”’)…])(?P<gap> )|(?<=[.,;:!?'\"”’…]))\(\((?=[^\s()])|(?<![\w(])\(\(\)\)")
MIDDLE = re.compile(r"[\w.,;:!?'\"”’)…]")


def marks(post: Post) -> Iterator[Mark]:
    """Yield the notes of a post that are written in place."""
    unseen = veils(post)
    yield from (found for found in _marks(post) if not inside(found.span.start, unseen))


def _marks(post: Post) -> Iterator[Mark]:
    blocks = [block for block in prose_blocks(post) if any(sign in block.prose.text for sign in "[({")]
    for block in blocks:
        text, code = block.prose.text, hidden(block)
        if "^[" in text and post.shape == "markdown":
            yield from _bracketed(post, block, CARET, "[]", "caret", code)
        if "\\" in text:
            yield from _bracketed(post, block, LATEX, "{}", "latex", code)
        if "#footnote" in text:
            yield from _bracketed(post, block, TYPST, "[]", "typst", code)
            yield from _typst_again(post, block, code)
    yield from _shortcodes(post, blocks)
    if post.shape not in ("plain", "dump"):
        yield from _doubles(post, blocks)


def _bracketed(
    post: Post, block: Block, pattern: re.Pattern[str], brackets: str, style: str, code: list[tuple[int, int]]
) -> Iterator[Mark]:
    """Yield the notes that one pattern opens and a bracket closes; one that nothing closes is unclosed."""
    text = block.prose.text
    closed, leading = pairs(text, *brackets), led(block)
    for match in pattern.finditer(text):
        if inside(match.start(), code):
            continue
        stop = closed.get(match.end() - 1)
        if stop is not None:
            span = block.prose.home(match.start(), stop + 1)
            label = TYPST_LABEL.match(text, stop + 1) if style == "typst" else None
            words = text[match.end() : stop].strip()
            leads = links(leading, match.end(), stop)
            name = label["label"] if label else ""
            yield mark(post, "inline", name, span, text=words, links=leads, style=style, number=None)
        elif match.start() and MIDDLE.match(text[match.start() - 1]) and text[match.end() : match.end() + 1].isalpha():
            yield mark(post, "unclosed", "", block.prose.home(*match.span()), style=style)


def _typst_again(post: Post, block: Block, code: list[tuple[int, int]]) -> Iterator[Mark]:
    """Yield Typst's references to a note that has a label."""
    for match in TYPST_AGAIN.finditer(block.prose.text):
        if not inside(match.start(), code):
            span = block.prose.home(*match.span())
            yield mark(post, "reference", match["label"], span, style="typst", number=None)


def _shortcodes(post: Post, blocks: list[Block]) -> Iterator[Mark]:
    """Yield the notes between `[ref]` and `[/ref]`, across paragraphs too."""
    tags = []
    for block in blocks:
        code = hidden(block) if "[" in block.prose.text else []
        for match in SHORTCODE.finditer(block.prose.text) if "[" in block.prose.text else ():
            if not inside(match.start(), code) and not (match["attrs"] or "").rstrip().endswith("/"):
                tags.append((block, match))
    closed = {match["name"].lower() for _, match in tags if match["close"]}
    for number, (block, match) in enumerate(tags):
        if match["close"]:
            continue
        name, text = match["name"].lower(), block.prose.text
        after = tags[number + 1] if number + 1 < len(tags) else None
        if after is not None and after[1]["close"] and after[1]["name"].lower() == name:
            same = after[0] is block
            words = text[match.end() : after[1].start() if same else None]
            span = block.prose.home(match.start(), after[1].end() if same else match.end())
            words = words if same else words + after[0].prose.text[: after[1].start()]
            leads = links(led(block), match.end(), after[1].start() if same else FAR)
            yield mark(post, "inline", "", span, text=words.strip(), links=leads, style="shortcode")
        elif name in closed or name in SURE or _glued(text, match.start(), match.end()):
            yield mark(post, "unclosed", name, block.prose.home(*match.span()), style="shortcode")


def _glued(text: str, start: int, end: int) -> bool:
    return start > 0 and bool(MIDDLE.match(text[start - 1])) and text[end : end + 1].isalpha()


def _doubles(post: Post, blocks: list[Block]) -> Iterator[Mark]:
    """Yield the notes in double parentheses, where one of several words shows that they are in use."""
    found: list[Mark] = []
    worded = False
    for block in blocks:
        text = block.prose.text
        if "((" not in text:
            continue
        code, nested, leading = hidden(block), pairs(text, "(", ")"), led(block)
        for match in DOUBLE.finditer(text):
            if inside(match.start(), code):
                continue
            start = match.start() + len(match["gap"] or "")
            stop = nested.get(start + 1, -1)
            if start in nested and nested[start] != stop + 1:
                continue  # two pairs of parentheses that only begin together
            if stop < 0:
                found.append(mark(post, "unclosed", "", block.prose.home(start, match.end()), style="parentheses"))
                continue
            words = text[start + 2 : stop].strip()
            worded = worded or len(words.split()) > 3
            leads = links(leading, start, stop)
            span = block.prose.home(start, stop + 2)
            found.append(mark(post, "inline", "", span, text=words, links=leads, style="parentheses"))
    if worded:
        yield from found
