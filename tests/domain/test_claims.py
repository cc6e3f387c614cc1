"""Facts are decided by the highest source; all claims are kept."""

from wsr.domain.claims import Claim, winning, winning_all
from wsr.domain.kinds import ClaimSource


def _claim(value: str, source: ClaimSource, field: str = "board") -> Claim:
    return Claim(field=field, value=value, source=source)


DOCUMENT = _claim("gwent", ClaimSource.DOCUMENT)
SECOND = _claim("north-wales", ClaimSource.DOCUMENT)
MANIFEST = _claim("west-glamorgan", ClaimSource.MANIFEST)
EDITOR = _claim("cardiff-and-vale", ClaimSource.EDITOR)


def test_the_highest_source_wins_whatever_the_order() -> None:
    """An editor outranks the manifest, which outranks the document."""
    assert [
        winning([DOCUMENT, EDITOR, MANIFEST], "board"),
        winning([MANIFEST, DOCUMENT], "board"),
        winning([DOCUMENT], "board"),
    ] == [EDITOR, MANIFEST, DOCUMENT]


def test_the_first_claim_of_a_source_wins() -> None:
    """The parser states its surest finding first."""
    assert winning([DOCUMENT, SECOND], "board") == DOCUMENT


def test_nothing_is_decided_where_nobody_speaks() -> None:
    """A field without a claim has no value."""
    assert (winning([DOCUMENT], "title"), winning_all([DOCUMENT], "subjects")) == (None, [])


def test_a_field_of_many_values_takes_all_of_the_highest_source_once() -> None:
    """The manifest's subjects replace the document's, and repeats count once."""
    claims = [_claim(value, source, "subjects") for value, source in (
        ("Child A", ClaimSource.DOCUMENT), ("Child X", ClaimSource.MANIFEST),
        ("Child Y", ClaimSource.MANIFEST), ("Child X", ClaimSource.MANIFEST),
    )]  # fmt: skip

    assert [claim.value for claim in winning_all(claims, "subjects")] == ["Child X", "Child Y"]
