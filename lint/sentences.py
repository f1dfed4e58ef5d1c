"""Where the sentences of a text begin and end."""

from lint import patterns as re


def _bag(words: str) -> frozenset[str]:
    return frozenset(words.split())


# A full stop, question or exclamation mark with what closes after it, then a blank, then what can open a sentence.
_BOUNDARY = re.compile(r"""[.!?…]{1,4}["'”’)\]»]{0,3}\s{1,20}(?=["'“‘(\[«]{0,3}[A-Z0-9$€£À-ÖØ-Þ@#])""")
_LAST_WORD = re.compile(r"([A-Za-z]{1,12}(?:\.[A-Za-z]{1,4}){0,4})$")
# Never the end of a sentence, whatever follows.
_TITLES = _bag(
    "mr mrs ms mx dr prof st jr gen col lt capt sgt cpl maj cmdr adm rep gov hon rev fr messrs mme mlle vs v cf "
    "eg e.g ie i.e viz approx resp incl excl dept univ jan feb apr jun jul aug sept oct nov thurs ca"
)
# An abbreviation only before a number.
_NUMBERED = _bag("no nos art fig figs sec ch vol vols pp pg eds ext tel mar sep dec est p")
# The end of a sentence only when a word that opens one comes next.
_FIRMS = _bag("inc corp co ltd llc llp plc bros cos etc u.s u.k u.n e.u d.c u.s.a a.m p.m ph.d m.d s.a s.p.a n.v")
_OPENERS = _bag(
    "the a an it its he she his her they their this that these those there we our you i but and or so yet in on "
    "at by for from with as if when while after before since although however meanwhile now then what who why how "
    "where which no not nor one some many most all both each such many more still also even just last next"
)
_WORD = re.compile(r"""["'“‘(\[«]{0,3}([A-Za-z]{1,20})""")


def sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return the spans of the sentences in `text[start:end]`, blanks between them left out. A line break is a blank."""
    end = len(text) if end is None else end
    spans: list[tuple[int, int]] = []
    begin = start
    for match in _BOUNDARY.finditer(text, start, end):
        if text[match.start()] == "." and not _ends(text, match):
            continue
        stop = match.end()
        while stop > begin and text[stop - 1].isspace():
            stop -= 1
        spans.append((begin, stop))
        begin = match.end()
    while end > begin and text[end - 1].isspace():
        end -= 1
    if end > begin:
        spans.append((begin, end))
    return spans


def _ends(text: str, match: re.Match[str]) -> bool:
    """Tell whether a full stop ends a sentence rather than an abbreviation."""
    at = match.start()
    begin = max(0, at - 30)
    word = _LAST_WORD.search(text, max(begin, text.rfind(" ", begin, at) + 1), at)
    if word is None:
        return True
    if text[word.start(1) - 1 : word.start(1)].isdigit():
        return True  # $562M. is no initial
    folded = word[1].lower()
    if folded in _TITLES:
        return False
    if folded in _NUMBERED:
        return not text[match.end() : match.end() + 1].isdigit()
    if folded in _FIRMS or "." in folded or (len(folded) == 1 and word[1].isupper()):
        following = _WORD.match(text, match.end())
        return following is not None and following[1][0].isupper() and following[1].lower() in _OPENERS
    return True
