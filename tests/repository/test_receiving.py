"""What goes out comes back as nothing new, whatever people decided."""

import io
from typing import Any

from hypothesis import given

from tests.exchange.making import CODEBOOK, TERMS
from tests.exchange.projects import RULES, head, written
from tests.exchange.test_sources import coded
from tests.making import NOON
from wsr.domain.judging import Judged
from wsr.domain.review import Review
from wsr.exchange.read.qdpx import read_qdpx
from wsr.exchange.returned import CodesKnown, returned
from wsr.exchange.sources import Coders, sources_of
from wsr.exchange.texts import source_text
from wsr.exchange.users import person_of
from wsr.repository.covering import Placed
from wsr.repository.receiving import Asked, Received, receive

CODERS = Coders(CODEBOOK, TERMS, RULES, with_rejected=True)


def received(review: Review, judged: list[Judged], person: str) -> Received:
    """What the export of a review gives when it comes back for a person."""
    content = written(head((review,)), sources_of(review, judged, CODERS))
    project = read_qdpx(io.BytesIO(content))
    known = CodesKnown.of(project, CODEBOOK, TERMS)
    ours = source_text(review.passages, "d1")
    placed = []
    for source in project.sources:
        stretches, misfits = returned(source, {person_of(person).guid}, known)
        assert [] == misfits
        for one in stretches:
            place = ours.at(one.start, one.end)
            assert place is not None
            placed.append(
                Placed(*place, said=one.said, source=source.name, note=one.note, created=one.created)
            )
    found = Received()
    list(
        receive(
            review, judged, placed, Asked(person, CODEBOOK.name, "rules 1", NOON, names_rules=True), found
        )
    )
    return found


@given(coded())
def test_an_export_that_comes_back_decides_nothing(made: tuple[Review, list[Any]]) -> None:
    """For anybody in it; and every extract of theirs is known again."""
    review, judged = made
    for person in ("mari", "ifan"):
        decided = sum(any(each.person == person for each in one.decisions) for one in judged)
        found = received(review, judged, person)

        assert ([], [], decided) == (found.taken, found.misfits, found.unchanged)
