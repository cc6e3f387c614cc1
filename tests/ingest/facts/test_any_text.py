"""Whatever a document says, the finders answer."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ingest.facts.building import Heading, Row, Text, Title, a_reading
from wsr.domain.kinds import ReviewType, SectionKind
from wsr.ingest.facts import build_document

_WORDS = (
    "Child A Adult Mr N Re: the Board should Recommendation 1 R2 . , : – ( ) ‘ ’ May 2018 14.05.18 born on Name "
    "Reviewer and by Gwent Police to Cardiff Vale CTMSB 05/2018 LA1 ☒ • Dylai’r Bwrdd i ni NHS 943 476 5919 No. "
    "www review homicide"
)
_TEXT = st.lists(st.sampled_from(_WORDS.split()), min_size=1, max_size=40).map(" ".join) | st.text(
    min_size=1, max_size=60
)
_PARTS = st.one_of(
    st.builds(Title, text=_TEXT, size=st.sampled_from([9.0, 12.0, 24.0])),
    st.builds(Heading, text=_TEXT, kind=st.sampled_from(list(SectionKind)), level=st.integers(1, 3)),
    st.builds(
        Text,
        text=_TEXT,
        number=st.sampled_from([None, "1", "2.1"]),
        bullet=st.booleans(),
        page=st.integers(2, 3),
    ),
    st.builds(Row, cells=st.tuples(_TEXT, _TEXT), heads=st.just(("Recommendation", "Lead"))),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_PARTS, min_size=1, max_size=12))
def test_any_document_has_an_answer(parts: list[Title | Heading | Text | Row]) -> None:
    """No text makes a finder fail, and what it claims has a place in the document."""
    reading = a_reading(*parts)
    parsed = build_document(reading.pdf, reading.flow, "any.pdf", "d1", ReviewType.CPR)

    assert all(claim.document == "d1" and claim.quote for claim in parsed.claims if claim.page)
    assert all(1 <= one.page_first <= one.page_last and one.places for one in parsed.recommendations)
    assert len(parsed.recommendations) == len({one.key for one in parsed.recommendations})
