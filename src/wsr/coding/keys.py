"""Keys of extracts: they hold through a re-parse and through new rules, as long as the words are the same."""

import hashlib

from wsr.language.keys import normalised

_LENGTH = 16


def extract_key(passage_key: str, text: str, occurrence: int = 1) -> str:
    """
    The key of the extract with this text, the *occurrence*-th with it in its passage: 16 hex digits.

    Only letters and digits of the text count, as in the keys of passages.
    """
    basis = f"{passage_key}\n{normalised(text) or text}\n{occurrence}"
    return hashlib.sha256(basis.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
