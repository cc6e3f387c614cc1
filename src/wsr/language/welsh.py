"""
Welsh initial mutation: the forms that the beginning of a word takes.

A sound rule, not a dictionary: some forms that it gives are no words. Whoever looks them up keeps those that
a text really has.

Source:
    The three mutations (treiglad meddal, trwynol, llaes) and the h after ei, ein and eu, as every grammar of
    Welsh gives them.
"""

_MUTATIONS = {
    "p": ("b", "mh", "ph"),
    "t": ("d", "nh", "th"),
    "c": ("g", "ngh", "ch"),
    "b": ("f", "m"),
    "d": ("dd", "n"),
    "g": ("", "ng"),
    "m": ("f",),
    "ll": ("l",),
    "rh": ("r",),
}
"""For each radical beginning what it becomes: soft, nasal, aspirate, as far as it has them."""

_DIGRAPHS = ("ch", "dd", "ff", "ng", "ll", "ph", "rh", "th")
_VOWELS = "aeiouwyâêîôûŵŷ"
_AFTER_DROPPED_G = _VOWELS + "lrn"


def mutated_forms(word: str) -> frozenset[str]:
    """
    The word itself and all forms of the words that it may be a form of: for blant also plant, mhlant, phlant.

    Args:
        word: Folded (see wsr.language.folding).
    """
    return frozenset(form for radical in _radicals(word) for form in _forms(radical))


def _radicals(word: str) -> set[str]:
    found = {word}
    for radical, mutations in _MUTATIONS.items():
        for mutation in mutations:
            if _begins(word, mutation):
                candidate = radical + word[len(mutation) :]
                if word in _forms(candidate):
                    found.add(candidate)
    if word[:1] == "h" and word[1:2] and word[1] in _VOWELS:
        found.add(word[1:])
    return found


def _forms(radical: str) -> set[str]:
    beginning = _beginning(radical)
    rest = radical[len(beginning) :]
    forms = {radical, *(mutation + rest for mutation in _MUTATIONS.get(beginning, ()))}
    if beginning == "g" and rest[:1] not in tuple(_AFTER_DROPPED_G):
        forms.discard(rest)
    if beginning and beginning in _VOWELS:
        forms.add("h" + radical)
    return forms


def _begins(word: str, mutation: str) -> bool:
    if not mutation:
        return word[:1] in tuple(_AFTER_DROPPED_G)
    return word.startswith(mutation) and (len(mutation) > 1 or _beginning(word) == mutation)


def _beginning(word: str) -> str:
    """The first letter of a word, of one or two characters."""
    return word[:2] if word[:2] in _DIGRAPHS else word[:1]
