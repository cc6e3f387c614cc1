"""
The term lists: best-practice, and those that a user adds.

A list names its terms in order. A term without `match` matches its own id. `within` turns the words of its
phrases into a near expression.
"""

import re
from functools import cache
from pathlib import Path
from typing import Any

from wsr.domain.codebook import TermList
from wsr.language.folding import fold_words
from wsr.vocabulary.versioned import first_repeated, read_versions

_OWN = Path(__file__).with_name("term_lists")
_STRAY_STAR = re.compile(r"(?<!\w)\*|\*\w")

STANDARD = "best-practice"
"""The list that reviews are coded with unless another is chosen."""


def term_lists(folder: Path | None = None) -> tuple[TermList, ...]:
    """The lists that come with wsr and those of a folder, by id, then version. Raises VocabularyError."""
    return read_versions((_OWN, folder), _term_list)


@cache
def standard_list() -> TermList:
    """The newest version of the standard list."""
    return [one for one in term_lists() if one.id == STANDARD][-1]


def _term_list(entries: dict[str, Any]) -> TermList:
    terms = [{"match": [entry.get("id", "")], **entry} for entry in entries.pop("term", [])]
    read = TermList(**entries, terms=terms)
    _check(read)
    return read


def _check(terms: TermList) -> None:
    """Raises ValueError for what could find nothing, or would be counted as something else."""
    for term in terms.terms:
        if not term.match or not all(map(fold_words, term.match)):
            raise ValueError(f"the term “{term.id}” has no word to look for")
        if any(_STRAY_STAR.search(phrase) for phrase in term.match):
            raise ValueError(f"a star of the term “{term.id}” does not stand at the end of a word")
    if repeated := first_repeated(term.id for term in terms.terms):
        raise ValueError(f"the term “{repeated}” stands in it twice")
