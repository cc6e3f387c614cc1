"""Welsh or English, by function words and letters that only one of them has; no model."""

import re
from collections.abc import Sequence

from wsr.domain.kinds import Language

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ENGLISH = _words("""
    the of and to in was is that for with had were be by this as at not it from which have has been are
    their they she he his her would could should who when there what about into
""")
_WELSH = _words("""
    y yr yn ac ar mae oedd wedi gan fod bod ei eu ond neu roedd hyn sydd nad nid na ni dros gyda drwy trwy
    rhwng wrth gael cael bu byddai gallai dylai dylid sy fel pan lle oherwydd ynghylch mewn rhag hwn hon
    honno hynny rhai pob bob cyn ôl gwneud ynglŷn nhw chi fe hefyd eisoes unrhyw iddi iddo iddynt ganddi
    ganddo arni arno i'r o'r a'r i'w o'i a'i â'r
""")
"""Words that both languages write (a, i, o, am, on, an, no) are in neither list."""

_WELSH_LETTERS = re.compile(r"[ŵŷ]|^(?:ll|rh|ngh|mh|nh)|dd|wy|(?:iad|aeth|iaeth|ydd|wyd|odd|iau|ion|au)$")
_ENGLISH_LETTERS = re.compile(r"[qvxz]|k|j|tion|ough|ing$|ed$|ee|oo|sh|th$|ck")
_LETTER_WEIGHT = 0.15
_ENOUGH = 2.0


def language_of(text: str) -> Language | None:
    """The language of a text; None when it is too short to tell or both speak alike."""
    english = welsh = 0.0
    for word in _WORD.findall(text.lower().replace("’", "'")):
        if word in _ENGLISH:
            english += 1
        elif word in _WELSH:
            welsh += 1
        elif len(word) > 3:
            welsh += _LETTER_WEIGHT * bool(_WELSH_LETTERS.search(word))
            english += _LETTER_WEIGHT * bool(_ENGLISH_LETTERS.search(word))
    if max(english, welsh) < _ENOUGH or english == welsh:
        return None
    return Language.CY if welsh > english else Language.EN


def page_languages(pages: Sequence[str]) -> tuple[Language, ...]:
    """The language of each page; a page that does not tell has that of the whole, English if none tells."""
    whole = language_of("\n".join(pages)) or Language.EN
    return tuple(language_of(page) or whole for page in pages)
