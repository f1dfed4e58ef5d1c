"""The ids that site generators make of headings, each by its own rule.

A rule is a function from the words of a heading to its id, and how a second heading of the same words gets another.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from lint import patterns as re
from lint.model.facts import Anchor

SMART = ((re.compile(r"(?<!-)---(?!-)"), "—"), (re.compile(r"(?<!-)--(?!-)"), "–"), (re.compile(r"\.\.\."), "…"))
COUNTED = re.compile(r"(.*)_(\d{1,9})", re.DOTALL)
ENTITY = re.compile(r"<[^>]+>|&(?:[a-z][a-z]+\d{0,2}|#\d\d\d{0,5}|#x[\da-f][\da-f][\da-f]{0,4});", re.IGNORECASE)
SIGNS = re.compile(r"[\s~`!@#$%^&*()\-_+=\[\]{}|\\;:\"'“”‘’<>,.?/]+")
CAMEL = re.compile(r"(?<=[A-Z])(?=[A-Z][a-z\d])|(?<=[a-z\d])(?=[A-Z])")
# What docutils spells with letters of ASCII; accents go by themselves.
PLAIN = str.maketrans(
    dict(zip("øđħıłŧƀƈƌƒƙƚƞƥƭƴƶǥȥȷⱦ", "odhiltbcdfklnptyzgzjt", strict=True)) | {"ß": "sz", "æ": "ae", "œ": "oe"}
)


class Rule(NamedTuple):
    """How an id is made of words, and what is done where it is taken.

    between, first  what stands before a number, and the least number
    smart           dashes and dots are set in place of signs on a keyboard before
    blind           numbers count equal words, whether or not the id with the number is taken too
    """

    made: Callable[[str], str]
    between: str = "-"
    first: int = 1
    smart: bool = False
    blind: bool = False


def _kept(text: str, categories: str, others: str) -> str:
    """Return the characters of these general categories (first letters, or whole), and those of `others`."""
    if text.isascii():
        return "".join(char for char in text if char.isalnum() or char in others)
    sorts = categories.split()
    return "".join(char for char in text if char in others or unicodedata.category(char).startswith(tuple(sorts)))


def _github(text: str) -> str:
    # https://github.com/gjtorikian/html-pipeline, https://github.com/Flet/github-slugger; kramdown's GFM does the same
    return _kept(text.strip().lower(), "L M Nd Nl Pc", "-_ ").replace(" ", "-")


def _kramdown(text: str) -> str:
    letters = re.sub(r"[^a-zA-Z0-9 -]", "", re.sub(r"^[^a-zA-Z]+", "", text.strip()))
    return letters.replace(" ", "-").lower() or "section"


def _goldmark(text: str) -> str:
    return _kept(text.strip().lower(), "L Nd", "-_ ").replace(" ", "-") or "heading"


def _goldmark_ascii(text: str) -> str:
    bare = "".join(filter(str.isascii, unicodedata.normalize("NFD", text.strip().lower())))
    return _kept(bare, "L Nd", "-_ ").replace(" ", "-") or "heading"


def _blackfriday(text: str) -> str:
    spaced = "".join(char if unicodedata.category(char)[0] in "LN" else " " for char in text.lower())
    return "-".join(spaced.split()) or "heading"


def _python(text: str) -> str:
    return _python_unicode(unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode())


def _python_unicode(text: str) -> str:
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", text).strip().lower())


def _pandoc(text: str) -> str:
    kept = _kept(" ".join(text.lower().split()), "L M N", "-_. ")
    first = next((at for at, char in enumerate(kept) if char.isalpha()), len(kept))
    return re.sub(r" +", "-", kept[first:].strip()) or "section"


def _pandoc_gfm(text: str) -> str:
    return _kept(" ".join(text.lower().split()), "L M N Pc", "-_ ").replace(" ", "-")


def _markdown_it(text: str) -> str:
    return re.sub(r"\s+", "-", text.strip().lower())


def _vuepress(text: str) -> str:
    bare = "".join(char for char in unicodedata.normalize("NFKD", text) if not "\u0300" <= char <= "\u036f")
    return re.sub(r"^(?=\d)", "_", SIGNS.sub("-", bare).strip("-").lower())


def _eleventy(text: str) -> str:
    bare = re.sub(r"(?<=\w)['’](?=\w)", "", text.replace("&", " and "))
    return _zola(CAMEL.sub(" ", bare))


def _zola(text: str) -> str:
    return re.sub(r"[^\w]+|_+", "-", _unaccented(text).lower()).strip("-")


def _docutils(text: str) -> str:
    bare = _unaccented(text.lower().translate(PLAIN)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-").lstrip("-0123456789").rstrip("-")


def _asciidoctor(text: str) -> str:
    plain = _kept(ENTITY.sub("", text.lower()), "L M Nd Nl Pc", " _.-")
    return re.sub(r"[ _.-]+", "_", f"_{plain}").removesuffix("_")


def _asciidoctor_dashed(text: str) -> str:
    return _asciidoctor(text).replace("_", "-").strip("-")


def _unaccented(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))


RULES = {
    "github": Rule(_github),
    "kramdown-gfm": Rule(_github, smart=True, blind=True),
    "kramdown": Rule(_kramdown, blind=True),
    "goldmark": Rule(_goldmark),
    "goldmark-ascii": Rule(_goldmark_ascii),
    "blackfriday": Rule(_blackfriday),
    "python": Rule(_python, "_"),
    "python-unicode": Rule(_python_unicode, "_"),
    "pandoc": Rule(_pandoc, smart=True),
    "pandoc-gfm": Rule(_pandoc_gfm, smart=True, blind=True),
    "markdown-it": Rule(_markdown_it),
    "markdown-it-2": Rule(_markdown_it, first=2),
    "vuepress": Rule(_vuepress),
    "eleventy": Rule(_eleventy),
    "zola": Rule(_zola),
    "docutils": Rule(_docutils, "-"),
    "asciidoctor": Rule(_asciidoctor, "_", 2, smart=True),
    "asciidoctor-dashed": Rule(_asciidoctor_dashed, "-", 2, smart=True),
}


def ids(headings: Sequence[Anchor], rules: Iterable[str] = ()) -> Iterator[tuple[str, Anchor]]:
    """Yield the ids that rules (or else all of them) make of the headings of a post, each with its heading.

    Renderers differ in what they take for the words of a heading (as shown or as written, with or without those of its
    images): an id is made of each.
    """
    for number in range(max((len(heading.forms) for heading in headings), default=-1) + 1):
        texts = [(heading.text, *heading.forms)[min(number, len(heading.forms))] for heading in headings]
        for name in rules or RULES:
            rule = RULES[name]
            yield from zip(_numbered(map(rule.made, texts), rule), headings, strict=True)
            if rule.smart and any(_smart(text) != text for text in texts):
                yield from zip(_numbered(map(rule.made, map(_smart, texts)), rule), headings, strict=True)


def _smart(text: str) -> str:
    """Return a text with the dashes and dots that some renderers set in place of signs on a keyboard."""
    for pattern, sign in SMART:
        text = pattern.sub(sign, text)
    return text


def _numbered(slugs: Iterable[str], rule: Rule) -> Iterator[str]:
    """Yield ids: one that is taken gets a number, the first that makes it another."""
    taken: set[str] = set()
    last: dict[str, int] = {}
    for slug in slugs:
        found = slug
        while found in taken or (not found and rule.between == "_"):
            last[slug] = last.get(slug, rule.first - 1) + 1
            found = _with_number(slug, rule, last[slug])
            if rule.blind:
                break
        taken.add(slug if rule.blind else found)
        yield found


def _with_number(slug: str, rule: Rule, number: int) -> str:
    counted = COUNTED.fullmatch(slug) if rule.between == "_" and rule.first == 1 else None
    if counted:  # Python-Markdown counts on from a number that is there
        return f"{counted[1]}_{int(counted[2]) + number}"
    return f"{slug}{rule.between}{number}"
