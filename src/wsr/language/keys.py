"""Keys of passages: names that stay the same when a document is parsed again."""

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterable

_KEY_LENGTH = 16


def normalised(text: str) -> str:
    """The letters and digits of a text, without case, accents, spaces, hyphens and punctuation."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(filter(str.isalnum, decomposed))


def passage_key(text: str, occurrence: int = 1) -> str:
    """
    The key of the passage that has this text for the *occurrence*-th time in its document: 16 hex digits.

    Only letters and digits count, so that a parser which mends a hyphen or a space keeps the key; a text
    without any is taken as it is.
    """
    basis = f"{normalised(text) or text}\n{occurrence}"
    return hashlib.sha256(basis.encode("utf-8", "surrogatepass")).hexdigest()[:_KEY_LENGTH]


def passage_keys(texts: Iterable[str]) -> list[str]:
    """The keys of all passages of a document, in their order; the same text twice has two keys."""
    seen: Counter[str] = Counter()
    keys = []
    for text in texts:
        basis = normalised(text) or text
        seen[basis] += 1
        keys.append(passage_key(text, seen[basis]))
    return keys


def key_in_review(key: str, role: str, language: str) -> str:
    """
    The key of a passage among all documents of its review, from its key in its own document.

    A briefing may repeat its report, and a form its twin; role and language part them, and are the same in every
    version of a document, so that a permanent link outlives a corrected file.
    """
    return hashlib.sha256(f"{role}\n{language}\n{key}".encode()).hexdigest()[:_KEY_LENGTH]
