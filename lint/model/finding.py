"""What a check finds: the Hit a kind yields, and the Finding it becomes once a rule has signed it."""

from typing import Literal

import msgspec

from lint.model.text import Place, Span

Severity = Literal["error", "warning", "suggestion"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "suggestion")


class Suggestion(msgspec.Struct, frozen=True, gc=False):
    """A proposed replacement of the span; `safe` only where one fix is certain and no markup is crossed."""

    text: str
    safe: bool = False


class Related(msgspec.Struct, frozen=True, gc=False):
    """Another place that belongs to the finding. role: conflict, support or note."""

    path: str
    place: Place
    post: str
    role: str
    message: str
    line_text: str = ""


class Gate(msgspec.Struct, frozen=True, gc=False):
    """A test that two statements passed before they were told: its name, and in words what it saw.

    result  what it left of the confidence: 1 is all of it
    """

    gate: str
    result: float
    detail: str


class Hit(msgspec.Struct, frozen=True, gc=False):
    """What a kind yields: a span of the post it looks at, and the words that fill the rule's message.

    `place` may be given instead of being worked out from the span, where the kind has it already.
    `severity` may lower the rule's own (a likely case beside the certain ones). `why` is filled where it is asked for.
    """

    span: Span
    words: dict[str, str] = {}
    suggestions: tuple[Suggestion, ...] = ()
    related: tuple[Related, ...] = ()
    confidence: float | None = None
    place: Place | None = None
    severity: Severity | None = None
    why: tuple[Gate, ...] = ()


class Origin(msgspec.Struct, frozen=True, gc=False):
    """What found a fault where it was not copydesk itself: a grammar engine, and its own id for it."""

    engine: str
    id: str


class Finding(msgspec.Struct, frozen=True, gc=False):
    """A hit signed by its rule, with its place.

    span         what suppresses it
    line_text    the line it stands on
    fingerprint  what tells it from every other finding of the publication, wherever its line moves
    """

    rule: str
    severity: Severity
    message: str
    path: str
    place: Place
    span: Span
    post: str
    part: int = 0
    suggestions: tuple[Suggestion, ...] = ()
    related: tuple[Related, ...] = ()
    confidence: float | None = None
    line_text: str = ""
    origin: Origin | None = None
    fingerprint: str = ""
    why: tuple[Gate, ...] = ()
