"""The parts a sentence is read into: noun phrases and verb groups."""

from dataclasses import dataclass, field
from typing import Any

from lint.extract.claims.tokens import Token


@dataclass(slots=True, eq=False)
class Phrase:
    """A noun phrase: its tokens, and the phrases that prepositions hang on it."""

    tokens: list[Token]
    at: int
    after: list[tuple[str, "Phrase"]] = field(default_factory=list)
    prep: str = ""
    appos: "Phrase | None" = None

    @property
    def figures(self) -> list[Token]:
        """The figures in it."""
        return [token for token in self.tokens if token.kind == "Q"]

    @property
    def head(self) -> Token:
        """Its last word that is neither a figure nor a time."""
        for token in reversed(self.tokens):
            if token.kind in ("w", "N", "o"):
                return token
        return self.tokens[-1]

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.tokens[0].start


@dataclass(slots=True, eq=False)
class Verb:
    """A verb group: the lemma with its particle, the verbs before it, and what stands around it."""

    lemma: str
    at: int
    start: int
    form: str
    passive: bool
    chain: tuple[str, ...]
    aux: tuple[str, ...]
    negated: bool
    subject: Phrase | None = None
    objects: list[Phrase] = field(default_factory=list)
    preps: list[tuple[str, Phrase]] = field(default_factory=list)
    inner: "Verb | None" = None
    under: "Verb | None" = None
    relative: "Phrase | None" = None
    stop: int = 0
    ongoing: bool = False


@dataclass(slots=True)
class Clauses:
    """The items of a sentence in order (Phrase, Verb or Token), its verbs and phrases."""

    items: list[Any]
    verbs: list[Verb]
    phrases: list[Phrase]
    tokens: list[Token]
