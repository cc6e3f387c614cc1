"""What a bibliography says of a review: one entry, for citations in words and for the files of reference managers."""

import re
import unicodedata
from dataclasses import dataclass

from wsr.domain.dates import PartialDate
from wsr.domain.exports import ExportedReview
from wsr.domain.holdings import ReviewSummary
from wsr.domain.kinds import Language
from wsr.domain.review import Review
from wsr.vocabulary.titles import name_of

_SPACES = re.compile(r"\s+")


@dataclass(frozen=True)
class Entry:
    """One review as a bibliography has it. Every text is of one line, without control or direction characters."""

    slug: str
    reference: str
    kind: str
    """“Child Practice Review”."""
    title: str
    """Empty when the review is called by its reference alone."""
    board: str
    """Empty when it is not known."""
    authors: tuple[str, ...]
    """As named in the review, first name first; empty when nobody is named or the record does not hold them."""
    date: PartialDate | None
    """When it was published, or its year; None when neither is known."""
    language: Language
    pages: int
    address: str
    """Where it can be read, whole: https://…"""
    note: str = ""
    """How it was found; empty for a review that is cited by itself."""

    @property
    def creators(self) -> tuple[str, ...]:
        """Who stands as author: the authors named, else the board; empty when there is neither."""
        return self.authors or ((self.board,) if self.board else ())

    @property
    def name(self) -> str:
        """The title, or the reference of a review that has none."""
        return self.title or self.reference


def entry_of(review: Review | ExportedReview | ReviewSummary, address: str, note: str = "") -> Entry:
    """The entry of a review that is read at this address. A ReviewSummary holds no authors."""
    reference, title = one_line(review.reference), one_line(review.title)
    authors = () if isinstance(review, ReviewSummary) else review.authors
    return Entry(
        slug=review.slug,
        reference=reference,
        kind=name_of(review.review_type),
        title="" if title == reference else title,
        board=one_line(review.board.name) if review.board else "",
        authors=tuple(name for name in map(one_line, authors) if name),
        date=review.publication_date or (PartialDate(review.year) if review.year else None),
        language=review.language,
        pages=review.pages,
        address=address,
        note=one_line(note),
    )


def one_line(text: str) -> str:
    """
    The text on one line, single spaces, without the characters that steer a terminal or turn the direction of writing.

    Those are the categories Cc, Cf, Cs and Cn of Unicode: a value can then end no line of a file and hide nothing.
    """
    shown = text if text.isprintable() else "".join(map(_shown, text))
    return _SPACES.sub(" ", shown).strip()


def _shown(character: str) -> str:
    if character.isspace():
        return " "
    return "" if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Cn") else character
