"""Names that only say what somebody is who stands before them: Ardley Ports, formerly part of Tranter, handled …"""

from collections.abc import Sequence

from lint.extract.bag import bag
from lint.extract.claims.described import body, home_of
from lint.extract.claims.tokens import Token

_KIN = bag(
    "parent owner unit subsidiary division arm part rival sister owned founded run led backed controlled spun formerly "
    "previously once headed chaired"
)


def asides(line: Sequence[Token]) -> set[int]:
    """Return which tokens are names within such a phrase: of kin and owners, and homes of whoever is described."""
    found: set[int] = set()
    for at in range(1, len(line)):
        if line[at].kind != "," or line[at - 1].kind != "N":
            continue
        stop = next((index for index in range(at + 1, len(line)) if line[index].kind in ",.;)—"), len(line))
        part = range(at + 1, stop)
        names = [index for index in part if line[index].kind == "N"]
        first = next((line[index].low for index in part if line[index].low in _KIN or line[index].kind not in "dg"), "")
        if first in _KIN:
            found.update(names)
        elif part and line[part[0]].low in ("a", "an", "the") and any(body(line[index].low) for index in part):
            found.update(index for index in names if line[index].low.endswith("-based") or home_of(line[index].low))
    return found
