"""What rules say of recommendations is replaced; what people recorded is only added to."""

import datetime
from typing import Any

from tests.making import NOON, a_document, a_parsed_document, a_recommendation
from tests.store.test_reviews import _review
from wsr.domain.coding import Coding, Reason
from wsr.domain.dates import PartialDate
from wsr.domain.kinds import Status
from wsr.domain.recommendations import (
    AddressedBody,
    Anchor,
    Bearing,
    RecommendationCoding,
    RecommendationStatus,
    StatusRecord,
)
from wsr.store import documents, register, reviews
from wsr.store.database import Session, Sessions

EARLY, LATE = "CPR2019-W91", "APR2021-W92"
TEXT = "The Board should ask how missed visits are recorded."


def add(session: Session, reference: str, **facts: Any) -> int:
    """A review with one recommendation."""
    review = _review(reference=reference, slug=reference.lower(), **facts)
    number = reviews.add_review(session, review, NOON)
    sha256 = reference[-1] * 64
    parsed = a_parsed_document("Words.", recommendations=(a_recommendation(1, TEXT),))
    documents.add_document(session, number, a_document(sha256), parsed)
    return number


def coding(**facts: Any) -> RecommendationCoding:
    """What rules say, with every field filled."""
    because = (Reason(rule="cue", words="ask how"),)
    values: dict[str, Any] = {
        "themes": (Coding(theme="communication", score=0.5, because=because),),
        "codes": (Coding(theme="communication", subtheme="multi-agency-working", score=0.7),),
        "agencies": ("safeguarding-board",),
        "bodies": (AddressedBody(id="gwent", name="Gwent Safeguarding Board", as_printed="The Board"),),
        "action": "ask",
        "times": ("within a year",),
    }
    return RecommendationCoding(**{**values, **facts})


def anchor(reference: str, key: str = "k1", text: str = TEXT) -> Anchor:
    """A place in a review."""
    return Anchor(reference=reference, slug=reference.lower(), key=key, text=text)


def said(**facts: Any) -> dict[str, Any]:
    """What a person says with a link."""
    return {"bearing": "shows", "note": "", "person": "mari", "made_at": NOON, **facts}


def test_codings_come_back_as_they_were_and_are_replaced(sessions: Sessions) -> None:
    """With the review, by key; the earlier ones are gone."""
    with sessions.begin() as session:
        number = add(session, EARLY)
        register.replace_codings(session, number, {"k1": coding(), "k2": coding(action="")})
        register.replace_codings(session, number, {"k1": coding(times=())})

    with sessions() as session:
        kept = reviews.load_review(session, EARLY)

    assert kept is not None
    assert {"k1": coding(times=())} == kept.recommendations


def test_statuses_are_kept_in_their_order_with_all_that_was_said(sessions: Sessions) -> None:
    """Of published reviews alone; times keep their offset."""
    first = StatusRecord(
        status=RecommendationStatus.ACCEPTED,
        since=PartialDate.parse("2020-05"),
        note="Agreed.\nBy all.",
        evidence="https://example.org/plan",
        person="mari",
        recorded_at=NOON,
    )
    second = StatusRecord(
        status=RecommendationStatus.DONE, person="ifan", recorded_at=NOON + datetime.timedelta(days=1)
    )
    with sessions.begin() as session:
        number = add(session, EARLY)
        held = add(session, LATE, status=Status.HELD)
        register.add_status(session, number, "k1", TEXT, first)
        register.add_status(session, number, "k1", TEXT, second)
        register.add_status(session, held, "k1", TEXT, second)

    with sessions() as session:
        found = register.statuses(session)
        assert [(anchor(EARLY), first), (anchor(EARLY), second)] == [
            (each.anchor, each.record) for each in found
        ]
        assert found == register.statuses(session, EARLY.lower())
        assert [] == register.statuses(session, LATE.lower())


def test_a_link_is_seen_from_both_ends_and_withdrawn_by_a_record_of_its_own(sessions: Sessions) -> None:
    """The link stays, with who withdrew it and when."""
    later = NOON + datetime.timedelta(hours=1)
    ends = (anchor(EARLY), anchor(LATE, "e1", "They asked."))
    with sessions.begin() as session:
        numbers = add(session, EARLY), add(session, LATE)
        one = register.add_link(session, numbers, ends, said(note="Plainly."))
        two = register.add_link(session, numbers, ends, said(bearing="contradicts"))
        register.add_link(session, numbers, ends, said(person="ifan", made_at=later), withdraws=one)

    with sessions() as session:
        first, second = register.links_from(session, EARLY.lower())
        assert [first, second] == register.links_to(session, LATE.lower()) == register.all_links(session)
        assert [] == register.links_to(session, EARLY.lower()) == register.links_from(session, LATE.lower())

    assert (one, two) == (first.id, second.id)
    assert ends == (first.recommendation, first.extract)
    assert (Bearing.SHOWS, "Plainly.", "mari", NOON) == (
        first.bearing,
        first.note,
        first.person,
        first.made_at,
    )
    assert (False, "ifan", later) == (first.holds, first.withdrawn_by, first.withdrawn_at)
    assert (True, None) == (second.holds, second.withdrawn_by)
