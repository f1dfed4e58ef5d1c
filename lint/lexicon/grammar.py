"""What a word can be in a sentence, read off the endings that Hunspell's dictionary lets it take.

v a verb's base, z its form with he or she, p its past, g its -ing; n a noun, s a plural; a an adjective, c its -er.
A word has every class that it can have: "works" is zs. Words of a few letters or with no endings have none.
"""

from collections.abc import Mapping

# Flags of the dictionary: D -ed, G -ing, S -s, M 's, R -er, T -est, Y -ly, P -ness.
PLURALS = frozenset(
    "aircraft children criteria data feet fish media men mice people phenomena police series sheep species staff teeth"
    " women".split()
)
HISSING = ("s", "x", "z", "ch", "sh")
PREFIXES = tuple("AIUCEFK")
SMALL = frozenset(
    "a about after all also an and another any are as at back be been before being both but by can could did do"
    " does done down each either else even every few for found from further get go had has have he her here him"
    " his how i if in into is it its just last less like many may me might mine more most much must my no nor"
    " not now of off on one only onto or other our out over own per same shall she should so some such than"
    " that the their them then there these they this those three through to too two under until up upon us very"
    " was we well were what when where which while who whom whose why will with would yet you your".split()
)
VERB, ADJECTIVE = frozenset("DG"), frozenset("TYP")


def classes(forms: Mapping[str, set[str]]) -> dict[str, str]:
    """Return the classes of each form, given what made it (sources.hunspell)."""
    flags: dict[str, set[str]] = {}
    for makers in forms.values():
        for maker in filter(None, makers):
            base, _, flag = maker.rpartition(" ")
            flags.setdefault(base, set()).add(flag)
    for form, makers in forms.items():
        if "" in makers and (base := _of_verb(form, forms)):
            flags.setdefault(base, set()).add("D" if form.endswith("ed") else "G")
    found = {}
    for form, makers in forms.items():
        if form.islower() and form not in SMALL:
            mine = {letter for maker in makers for letter in _of(form, maker, flags, forms)}
            if "" in makers and _of_verb(form, forms):
                mine.add("p" if form.endswith("ed") else "g")
            own = flags.get(form[:-1], set()) if form.endswith("s") else set()
            if own & VERB:
                noun = "M" in own or form[:-1] + "'s" in forms
                mine = mine | {"z", "s"} if noun else mine - {"s"} | {"z"}
            if form in PLURALS:
                mine |= {"n", "s"}
            if form.endswith(HISSING) and "v" in mine:
                mine.add("n")  # the dictionary marks their possessive otherwise
            if form.endswith("es") and form[:-2].endswith(HISSING) and "z" in mine:
                mine.add("s")
            if mine:
                found[form] = "".join(sorted(mine))
    return found


def _of(form: str, maker: str, flags: Mapping[str, set[str]], forms: Mapping[str, set[str]]) -> str:
    if not maker:
        own = flags.get(form, set())
        noun = "M" in own or form + "'s" in forms
        return ("v" if own & VERB else "") + ("n" if noun else "") + ("a" if own & ADJECTIVE else "")
    base, _, flag = maker.rpartition(" ")
    if flag in PREFIXES:
        return "".join(_of(base, other, flags, forms) for other in forms[base] if other[-1:] not in PREFIXES)
    own = flags.get(base, set())
    if flag == "S":
        noun = "M" in own or base + "'s" in forms or not own & VERB
        return ("z" if own & VERB else "") + ("s" if noun else "")
    return {"D": "p", "G": "g", "R": "c" if "T" in own else "n", "Z": "s", "J": "s", "N": "n", "X": "s"}.get(flag, "")


def _of_verb(form: str, forms: Mapping[str, set[str]]) -> str:
    """Return the verb of a form in -ed or -ing that stands by itself in the dictionary (tagged, writing)."""
    for ending in ("ed", "ing"):
        stem = form[: -len(ending)]
        if form.endswith(ending) and len(stem) > 2:
            for base in (stem + "e", stem, stem[:-1] if stem[-1] == stem[-2] else ""):
                if "" in forms.get(base, ()):
                    return base
    return ""
