"""The reviews that something was found in, for reference managers: each entry says how it was found."""

from collections.abc import Iterator

from wsr.domain.exports import Export
from wsr.exchange.entry import Entry, entry_of, one_line
from wsr.exchange.write.bibtex import bibtex
from wsr.exchange.write.csl import csl
from wsr.exchange.write.ris import ris


def as_ris(export: Export) -> Iterator[str]:
    """One record a review."""
    return ris(_entries(export))


def as_bibtex(export: Export) -> Iterator[str]:
    """The whole method as a comment, then one entry a review."""
    for sentence in (export.method.title, *export.method.sentences, export.method.citation):
        yield f"% {one_line(sentence).replace('@', '(at)')}\n"  # an @ would begin an entry
    yield "\n"
    yield from bibtex(_entries(export))


def as_csl(export: Export) -> Iterator[str]:
    """One object a review."""
    return csl(_entries(export))


def _entries(export: Export) -> Iterator[Entry]:
    """The entries, each with the method that found it; the day is named in the first one alone."""
    method = export.method
    found = f"{' '.join(method.sentences[:-1])} {method.address}"
    dated = f"{found} {method.sentences[-1]} {method.citation}"
    for number, review in enumerate(export.reviews):
        yield entry_of(review, review.address, found if number else dated)
