"""Forms of words: from a form to its base, and from a noun to its plural."""

from lint import lexicon

PARTICIPLES = dict(
    pair.split(":")
    for pair in (
        "become:become begin:begun bind:bound bite:bitten blow:blown break:broken bring:brought build:built buy:bought"
        " catch:caught choose:chosen come:come do:done draw:drawn drive:driven eat:eaten feel:felt fight:fought"
        " find:found fly:flown forget:forgotten forgive:forgiven get:gotten give:given go:gone grow:grown have:had"
        " hear:heard hide:hidden hold:held keep:kept know:known lead:led leave:left lend:lent lose:lost make:made"
        " mean:meant meet:met overcome:overcome pay:paid prove:proven put:put quit:quit read:read ride:ridden"
        " ring:rung rise:risen run:run say:said see:seen seek:sought sell:sold send:sent set:set shake:shaken"
        " shoot:shot show:shown sing:sung sit:sat sleep:slept speak:spoken spend:spent stand:stood steal:stolen"
        " strike:struck swear:sworn swim:swum take:taken teach:taught tear:torn tell:told think:thought throw:thrown"
        " understand:understood wake:woken withdraw:withdrawn wear:worn win:won write:written"
    ).split()
) | {
    word: word
    for word in (
        "beset bet bid broadcast burst cast cost cut hit hurt knit let offset outrun overrun put quit read reread rerun"
        " reset rid run set shed shut slit split spread sweat thrust typeset undercut upset wed wet"
    ).split()
}

FRONTS = ("fore", "in", "mis", "out", "over", "pre", "re", "un", "under", "up", "with")


def base(word: str, kind: str) -> str:
    """Return the base of a form of the given class (z, p, g or s), or the word itself where none is found.

    "describes" as z gives "describe", "parties" as s gives "party".
    """
    ending = {"z": "s", "s": "s", "p": "ed", "g": "ing"}[kind]
    wanted = "n" if kind == "s" else "v"
    stem = word[: -len(ending)]
    tries = [stem, stem + "e", stem[:-1] + "y" if stem.endswith("i") else "", stem[:-1]]
    if ending == "s":
        tries = [stem, stem[:-1] if stem.endswith("e") else "", stem[:-2] + "y" if stem.endswith("ie") else ""]
    for candidate in filter(None, tries):
        entry = lexicon.word(candidate)
        if word.endswith(ending) and entry and wanted in entry.classes:
            return candidate
    return word


def plural(word: str) -> str:
    """Return the plural of a noun, made by rule."""
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    return word[:-1] + "ies" if word.endswith("y") and word[-2:-1] not in "aeiou" else word + "s"


def ing(word: str) -> str:
    """Return the -ing of a verb, made by rule; a last letter is not doubled."""
    return word[:-1] + "ing" if word.endswith("e") and word[-2:-1] not in "eoy" else word + "ing"


def past(word: str) -> str:
    """Return the participle of a verb: of common irregular ones as it is, else by rule; no last letter is doubled."""
    for front in ("", *FRONTS):
        if word.startswith(front) and word[len(front) :] in PARTICIPLES:
            return front + PARTICIPLES[word[len(front) :]]
    if word.endswith("e"):
        return word + "d"
    return word[:-1] + "ied" if word.endswith("y") and word[-2:-1] not in "aeiou" else word + "ed"


def misformed(word: str) -> tuple[str, ...]:
    """Return what a plural, past or -ing by the wrong rule should be (librarys, binded, prepareing); else nothing."""
    stem = word[:-1]
    entry = lexicon.word(stem) if word.endswith("s") else None
    if entry and entry.kind == "d" and "n" in entry.classes and plural(stem) != word and lexicon.english(plural(stem)):
        return plural(stem), f"{stem}'s"
    entry = lexicon.word(word[:-3]) if word.endswith("eing") else None
    if entry and "v" in entry.classes and lexicon.english(ing(entry.text)) and ing(entry.text) != word:
        return (ing(entry.text),)
    stem = word[:-2] if word[:-2] in PARTICIPLES else word[:-1]
    return (past(stem),) if word.endswith("ed") and stem in PARTICIPLES and past(stem) != word else ()
