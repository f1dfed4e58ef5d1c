"""Who is meant by another form of a name, as the posts of the archive have it: only where it can be just one."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec

from lint.model.facts import Alias, Claim, Facts, Name, Tie

Key = tuple[str, int]
Row = tuple[Key, Alias]
NOWHERE: Key = ("", 0)


def sides(alias: Alias) -> tuple[str, ...]:
    """Return the keys under which an alias is kept: from its form, and from the name that it stands for."""
    names = {f"<{word}" for word in _ends(alias.known)}
    if alias.kind == "other":
        return (f">{alias.form}", *sorted(names), f"#{alias.core}", f"&{alias.of}")
    mark = "=" if alias.kind == "made" else "~"
    return (f"{mark}{alias.form.partition('|')[0]}", *sorted(names))


class Gazetteer:
    """The forms of names that an archive has; `rows` and `names` look up aliases by side and the names of a post."""

    def __init__(self, rows: Callable[[str], Iterable[Row]], names: Callable[[Key], Sequence[Name]]) -> None:
        self._read, self._names = rows, names
        self._rows: dict[str, Sequence[Row]] = {}

    def _at(self, side: str) -> Sequence[Row]:
        found = self._rows.get(side)
        if found is None:
            found = self._rows[side] = list(self._read(side))
        return found

    def resolved(self, facts: Facts) -> Facts:
        """Return facts whose claims and figures are about whoever the archive knows by their names."""
        claims = tuple(self.meant(claim, facts.key) for claim in facts.claims)
        figures = tuple(self.meant(figure, facts.key) for figure in facts.figures)
        ties = tuple(self.tied(tie, facts.key) for tie in facts.ties)
        return msgspec.structs.replace(facts, claims=claims, figures=figures, ties=ties)

    def tied(self, tie: Tie, post: Key) -> Tie:
        """Return what is told of a person, with the house as the archive knows it by its name."""
        sort, _, house = tie.key.rpartition("|")
        if sort == "age":
            return tie
        if sort.startswith("at|"):
            return msgspec.structs.replace(tie, value=self.core(tie.value, post))
        return msgspec.structs.replace(tie, key=f"{sort}|{self.core(house, post)}")

    def meant(self, claim: Claim, post: Key) -> Claim:
        """Return a claim or figure of a post as one about whoever its names and its description mean."""
        claim = self._renamed(claim, post) if claim.key else claim
        if claim.parties:
            return claim
        names = tuple(self._name(name, post) for name in claim.names)
        if claim.described:
            home = claim.described.lstrip("=").partition("|")[0]
            who = self._described(claim, post)
            if who is None:
                return msgspec.structs.replace(claim, names=())
            if who:
                names = (who, *(name for name in names if name[0] != "?" and name != home))
        return claim if names == claim.names else msgspec.structs.replace(claim, names=tuple(dict.fromkeys(names)))

    def _renamed(self, claim: Claim, post: Key) -> Claim:
        frame, *cores = claim.key.split("|")
        last = {core: row for core in cores if (row := self._last(f"#{core}", post)) is not None}
        if not last:
            return claim
        key = "|".join((frame, *(last[core].of if core in last else core for core in cores)))
        parties = {role: _party(name, last) for role, name in claim.parties.items()}
        return msgspec.structs.replace(claim, key=key, parties=parties)

    def _name(self, name: str, post: Key) -> str:
        row = self._last(f">{name}", post)
        return name if row is None else row.known

    def _last(self, side: str, post: Key) -> Alias | None:
        """Return the alias by which a form is known in the end: a body may have had several names in turn."""
        found, mark, seen = None, side[0], {side}
        while (row := self._one(side, post)) is not None:
            side = f"{mark}{row.of if mark == '#' else row.known}"
            if side in seen:
                return None
            seen.add(side)
            found = row
        return found

    def _one(self, side: str, post: Key) -> Alias | None:
        """Return the one alias of a form: the post's own, or else the archive's."""
        rows = self._at(side)
        if not rows:
            return None
        return _only([alias for key, alias in rows if key == post]) or _only([alias for _, alias in rows])

    def _described(self, claim: Claim, post: Key) -> str | None:
        """Return whom a description means; "" where the archive does not know, None where it may be several."""
        home, _, trade = claim.described.partition("|")
        words = set(trade.split())
        fit = [alias for _, alias in self._at(home)] if home[:1] == "=" else []
        home = home.lstrip("=")
        fit = fit or [
            alias
            for _, alias in self._at(f"~{home}")
            if (words <= set(alias.form.partition("|")[2].split()) if home else alias.form[1:] == trade)
        ]
        if not fit:
            return ""
        only = _only(fit)
        return only.known if only is not None and self._may_mean(only, claim, post) else None

    def _may_mean(self, alias: Alias, claim: Claim, post: Key) -> bool:
        """Tell whether a post that describes somebody names him before, or nobody else whom it could describe."""
        begin = claim.quantity.span.start - len(claim.sentence)
        before = [
            name for name in self._names(post) if name.span.start < begin and not (name.titled and name.times < 2)
        ]
        if any(_same(alias.name.lower(), name.text.lower()) for name in before):
            return True
        return not any(name.kind in ("", "organisation") and not self._at(f"~{name.text.lower()}") for name in before)

    def core(self, core: str, post: Key = NOWHERE) -> str:
        """Return what claims know somebody by who is named by this core, or by another form of it."""
        row = self._last(f"#{core}", post)
        return core if row is None else row.of

    def forms(self, name: str) -> set[str]:
        """Return the other forms of a name and the names it is a form of, folded as the names of figures are."""
        names = {alias.known for _, alias in self._at(f">{name}")}
        words = {alias.form for one in (name, *names) for alias in self._of(one) if alias.kind != "called"}
        return (names | words) - {name}

    def _of(self, name: str) -> Iterator[Alias]:
        return (alias for _, alias in self._at(f"<{name.partition(' ')[0]}") if alias.known == name)

    def sources(self, key: str) -> set[str]:
        """Return the keys under which figures of whom a key names may be kept, this one included."""
        word, _, unit = key.rpartition("|")
        words, new = {word}, {word}
        while new:
            new = {part for one in new for _, alias in self._at(f"<{one}") for part in _ways(alias)} - words
            words |= new
        return {f"{one}|{unit}" for one in words}

    def spellings(self, key: str) -> set[str]:
        """Return the keys under which claims about the parties of a key may be kept, this one included."""
        frame, *cores = key.split("|")
        found = {frame}
        for core in cores:
            forms, new = {core}, {core}
            while new:
                new = {alias.core for one in new for _, alias in self._at(f"&{one}")} - forms
                forms |= new
            found = {f"{before}|{form}" for before in found for form in forms}
        return found


def _party(name: str, rows: Mapping[str, Alias]) -> str:
    letters = "".join(filter(str.isalnum, name.lower()))
    return next((row.name for core, row in rows.items() if letters.startswith(core)), name)


def _ways(alias: Alias) -> set[str]:
    """Return the words under which figures are kept that say an alias: of a description the first one, behind ?."""
    return _ends(alias.form) if alias.kind == "other" else {f"?{alias.form.replace('|', ' ').split()[0]}"}


def _only(aliases: Sequence[Alias]) -> Alias | None:
    """Return the alias of the shortest name, where all names are of one body; None where they are of several."""
    if not aliases:
        return None
    ranked = sorted(set(aliases), key=lambda alias: (len(alias.known), alias.known, alias.name, alias.form))
    return ranked[0] if all(_same(ranked[0].known, alias.known) for alias in ranked) else None


def _same(one: str, other: str) -> bool:
    """Tell whether of two names one is the other's first words."""
    short, long = sorted((one, other), key=len)
    return long == short or long.startswith(f"{short} ")


def _ends(name: str) -> set[str]:
    words = name.split()
    return {words[0], words[-1]} if words else set()
