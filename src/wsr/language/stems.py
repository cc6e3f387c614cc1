"""English stems: the part that the forms of a word have in common."""

from functools import lru_cache
from threading import Lock

import snowballstemmer

_STEMMER = snowballstemmer.stemmer("english")
_ONE_AT_A_TIME = Lock()


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The stem of a folded English word: assess for assessed, assessing, assesses (but not for assessment).

    Source:
        The Snowball project's English stemmer (Porter 2).
    """
    with _ONE_AT_A_TIME:  # a stemmer keeps the word that it works on
        return str(_STEMMER.stemWord(word))
