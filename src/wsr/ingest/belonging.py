"""To which review a document without a reference belongs. Pure."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import PurePath

from wsr.domain.claims import winning, winning_all
from wsr.domain.kinds import ReferenceSource, ReviewType, Role
from wsr.domain.review import ParsedDocument
from wsr.ingest.facts.reference import board_reference_key
from wsr.vocabulary.titles import words_of_no_review, words_of_parts


@dataclass(frozen=True, slots=True)
class HeldReview:
    """A review that the store holds, as far as joining needs it."""

    reference: str
    reference_source: ReferenceSource
    review_type: ReviewType
    board: str | None = None
    board_reference: str | None = None
    subjects: tuple[str, ...] = ()
    incident_date: str | None = None
    filenames: tuple[str, ...] = ()
    """Names of all its files."""


def review_of(
    parsed: ParsedDocument, filename: str, role: Role, reviews: Iterable[HeldReview]
) -> HeldReview | None:
    """
    The one review to which a document clearly belongs, or None when none or several would do.

    Tried in this order, each only among reviews of the same type: the board's own reference (and no other
    board); the name of the file without words for parts and languages; the same subjects, board and date of
    the incident. A pseudonym alone never joins, because Child A is the subject of many reviews; nor does the
    last of these join a report, which may be of another review of the same month.
    """
    claim = winning(parsed.claims, "review_type")
    alike = [review for review in reviews if claim is None or claim.value == review.review_type]
    rules: list[Callable[[HeldReview], bool]] = [
        lambda review: _same_board_reference(parsed, review),
        lambda review: _same_stem(filename, review),
    ]
    if role is not Role.REPORT:
        rules.append(lambda review: _same_circumstances(parsed, review))
    for rule in rules:
        fitting = [review for review in alike if rule(review)]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return None


def stem_of(filename: str) -> str | None:
    """What the file names of a review's documents share; None when nothing in it is particular to a review."""
    words = re.sub(r"[^\w]+|_", " ", PurePath(filename).stem.casefold())
    words = " ".join(words_of_parts().sub(" ", words).split())
    words = re.sub(r"\b0+(?=\d)", "", words)
    particular = [word for word in words.split() if word not in words_of_no_review()]
    has_number = any(word.isdigit() for word in particular)
    return (
        words if len(particular) >= 2 or (particular and not has_number and len(particular[0]) > 3) else None
    )


def _same_board_reference(parsed: ParsedDocument, review: HeldReview) -> bool:
    claim, board = winning(parsed.claims, "board_reference"), winning(parsed.claims, "board")
    if claim is None or review.board_reference is None:
        return False
    if board is not None and review.board is not None and board.value != review.board:
        return False
    return board_reference_key(claim.value) == board_reference_key(review.board_reference)


def _same_stem(filename: str, review: HeldReview) -> bool:
    stem = stem_of(filename)
    return stem is not None and any(stem == stem_of(other) for other in review.filenames)


def _same_circumstances(parsed: ParsedDocument, review: HeldReview) -> bool:
    subjects = {_code(claim.value) for claim in winning_all(parsed.claims, "subjects")}
    board, incident = winning(parsed.claims, "board"), winning(parsed.claims, "incident_date")
    return (
        bool(subjects)
        and subjects == {_code(subject) for subject in review.subjects}
        and board is not None
        and board.value == review.board
        and incident is not None
        and review.incident_date is not None
        and incident.value[:7] == review.incident_date[:7]
    )


def _code(subject: str) -> str:
    """A pseudonym apart from its language: Plentyn A is Child A."""
    words = subject.split()
    return words[-1] if len(words) > 1 and len(words[-1]) <= 2 else subject
