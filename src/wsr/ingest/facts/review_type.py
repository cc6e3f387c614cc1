"""Which of the five reviews a document belongs to, or what it looks like instead."""

from typing import NamedTuple

from wsr.domain.claims import Claim
from wsr.domain.kinds import ClaimSource, ReviewType
from wsr.domain.passages import DocumentWarning
from wsr.domain.references import find_references
from wsr.errors import Rejected
from wsr.ingest.facts.reading import Reading
from wsr.vocabulary.titles import LookAlike, Naming, look_alikes, name_of, review_types

_OFTEN = 2
"""A type named this often in the text, without a title that says so, is the document's own."""
_SAFEGUARDING = ("safeguard", "diogelu", "abuse", "cam-drin", "homicide", "dynladdiad")


class _Named(NamedTuple):
    """What a line names: a type or a look-alike, and where."""

    what: ReviewType | LookAlike
    page: int
    quote: str


def find_review_type(
    reading: Reading, as_type: ReviewType | None
) -> tuple[list[Claim], list[DocumentWarning]]:
    """
    The type that the curator, the file name and the text each state, with a warning where they disagree.

    The title decides; where it names nothing, the type that the text names most. Words that speak about
    reviews (an annual report, guidance) decide in a title even beside the name of a type.

    Raises:
        Rejected: the text is none of the five types and nobody said that it is (not_a_review).
    """
    claims = []
    if as_type is not None:
        claims.append(Claim(field="review_type", value=as_type, source=ClaimSource.MANIFEST))
    named = find_references(reading.filename)
    if named:
        claims.append(reading.file_name_claim("review_type", named[0].review_type, named[0].as_printed))
    stated = _title_states(reading)
    if stated is None or (isinstance(stated.what, LookAlike) and not stated.what.about):
        stated = _text_states(reading, stated)
    if isinstance(stated, _Named) and isinstance(stated.what, ReviewType):
        claims.append(reading.claim("review_type", stated.what, stated.page, stated.quote))
        return claims, _disagreements(reading, claims)
    if as_type is None:
        _reject_unless_named(reading, stated, bool(named))
    return claims, []


def _title_states(reading: Reading) -> _Named | None:
    """What the title page names first among its largest lines, then among all of them, then in running lines."""
    lines = [line for line in reading.title_page if not line.prose]
    largest = max((line.size for line in lines), default=0.0)
    blocks = [
        [(line.page, line.text) for line in lines if line.size >= 0.9 * largest],
        [(line.page, line.text) for line in lines],
        list(reading.running_lines),
    ]
    for at, block in enumerate(blocks):
        named = _first_named(" ".join(text for _, text in block), about_first=at == 0)
        if named is not None:
            page = next((page for page, line in block if named.quote in line), block[0][0])
            return named._replace(page=page)
    return None


def _first_named(text: str, *, about_first: bool) -> _Named | None:
    """
    The type or look-alike that a title names first.

    A unified review goes before the types whose criteria it meets. In the largest lines words that speak about
    reviews decide; in smaller ones they may be anything (a web address, a note on the law) and decide last.
    """
    found: list[tuple[int, int, _Named]] = []
    kinds: list[tuple[ReviewType | LookAlike, Naming]] = [*review_types().items()]
    for what, naming in [*kinds, *((one, one.naming) for one in look_alikes())]:
        match = naming.first_in(text)
        if match:
            about = isinstance(what, LookAlike) and what.about
            rank = (0 if about_first else 3) if about else 1 if what is ReviewType.SUSR else 2
            found.append((rank, match.start(), _Named(what, 1, match[0])))
    return min(found, key=lambda one: one[:2])[2] if found else None


def _text_states(reading: Reading, title: _Named | None) -> _Named | None:
    """The type that the running text names most, or the look-alike that it or the title names."""
    text = "\n".join(stretch.text for stretch in reading.speaking)
    counts: list[tuple[int, ReviewType | LookAlike]] = [
        *((naming.count_in(text), kind) for kind, naming in review_types().items()),
        *((one.naming.count_in(text), one) for one in look_alikes() if not one.about),
    ]
    count, most = max(counts, key=lambda one: one[0])
    if title is not None and isinstance(most, ReviewType) and count < 2 * _OFTEN:
        return title
    if count == 0:
        return title
    naming = most.naming if isinstance(most, LookAlike) else review_types()[most]
    where = next(stretch for stretch in reading.speaking if naming.words.search(stretch.text))
    if count >= _OFTEN or where in reading.opening:
        match = naming.words.search(where.text)
        return _Named(most, where.page, match[0] if match else where.text)
    return title


def _reject_unless_named(reading: Reading, stated: _Named | None, named_by_file: bool) -> None:
    if stated is not None and isinstance(stated.what, LookAlike):
        raise Rejected(
            "not_a_review",
            f"It looks like {stated.what.name}: “{stated.quote[:80]}”. If it is one of the five reviews of "
            "Wales all the same, say which with --as TYPE.",
        )
    text = " ".join(stretch.text for stretch in reading.stretches).casefold()
    if not (named_by_file and any(word in text for word in _SAFEGUARDING)):
        raise Rejected(
            "not_a_review",
            "It names none of the five reviews of Wales, in its title or its text. If it is one all the "
            "same, say which with --as TYPE.",
        )


def _disagreements(reading: Reading, claims: list[Claim]) -> list[DocumentWarning]:
    said = {claim.value: claim for claim in claims}
    warnings = []
    if len(said) > 1:
        names = " and ".join(
            f"{name_of(ReviewType(claim.value))} ({claim.source})" for claim in said.values()
        )
        warnings.append(DocumentWarning(kind="type_differs", detail=f"Its type is stated as {names}."))
    text = "\n".join(stretch.text for stretch in reading.speaking)
    counts = {kind: naming.count_in(text) for kind, naming in review_types().items()}
    stated = ReviewType(claims[-1].value)
    most = max(counts, key=lambda kind: counts[kind])
    if stated is not ReviewType.SUSR and counts[most] > 3 * max(counts[stated], 1):
        warnings.append(
            DocumentWarning(
                kind="type_differs",
                detail=f"Its title says {name_of(stated)}, but its text names {name_of(most)} more often.",
            )
        )
    return warnings
