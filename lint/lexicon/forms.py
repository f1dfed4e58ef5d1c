"""Forms of words: from a form to its base, and from a noun to its plural."""

from lint import lexicon


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
    """Return the past of a verb, made by rule; a last letter is not doubled."""
    if word.endswith("e"):
        return word + "d"
    return word[:-1] + "ied" if word.endswith("y") and word[-2:-1] not in "aeiou" else word + "ed"
