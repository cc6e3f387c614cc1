"""Facts of a review with who states them."""

from typing import Any

import pytest

from tests.making import a_document, a_parsed_document, a_recommendation
from tests.web.shelf import a_claim
from wsr.domain.claims import Claim
from wsr.domain.kinds import ClaimSource, Language, ReferenceSource, Role, Status
from wsr.domain.passages import Place
from wsr.domain.review import Review
from wsr.ingest.assemble import assemble
from wsr.web.facts import disagreements, facts, statements
from wsr.web.recommendations import recommendation_rows
from wsr.web.wording import wording

ENGLISH = wording(Language.EN)


def a_review(*claims: Claim, printed: str | None = "CPR2020-W01", **facts_of_report: Any) -> Review:
    """A report with an action plan beside it, and these claims."""
    report = a_parsed_document("Text.", claims=claims, **facts_of_report)
    plan = a_parsed_document(
        "Plan.",
        role=Role.ACTION_PLAN,
        recommendations=(
            a_recommendation(1, "Keep records.", places=(Place(document="d2", section="s0", page=1),)),
        ),
    )
    return assemble(
        "CPR2020-W01",
        printed,
        ReferenceSource.TEXT,
        Status.PUBLISHED,
        [(a_document(), report), (a_document("b" * 64, id="d2", role=Role.ACTION_PLAN), plan)],
        [],
    )


def manifest(field: str, value: str) -> Claim:
    """A fact that the list of files states."""
    return a_claim(field, value, source=ClaimSource.MANIFEST, document=None, page=None, quote=None)


def test_sources_that_disagree_are_named_and_the_outranked_one_is_marked() -> None:
    """The list of files outranks the document; what the document says stays to be seen."""
    review = a_review(a_claim("report_date", "2020-03-01"), manifest("report_date", "2020-04"))
    shown = [(item.value, item.used) for item in statements(ENGLISH, Language.EN, review)]

    assert ("Date of the report",) == disagreements(ENGLISH, review)
    assert [("April 2020", True), ("1 March 2020", False)] == shown


@pytest.mark.parametrize(
    "claims",
    [
        (a_claim("report_date", "2020-03-01"), manifest("report_date", "2020-03")),
        (a_claim("title", "A review"), a_claim("title", "Its action plan", document="d2")),
        (a_claim("board", "gwent"), manifest("board", "gwent")),
    ],
)
def test_saying_less_or_the_same_is_not_disagreeing(claims: tuple[Claim, ...]) -> None:
    """A vaguer date, the title of another document, the same board twice."""
    assert () == disagreements(ENGLISH, a_review(*claims))


def test_the_form_that_was_printed_is_kept() -> None:
    """Where it is not the canonical one."""
    (reference,) = [
        fact for fact in facts(ENGLISH, a_review(printed="CPR 2020 – W1")) if fact.label == "Reference"
    ]

    assert ("CPR2020-W01",) == reference.values
    assert "printed as “CPR 2020 – W1”" == reference.note


def test_a_recommendation_names_the_document_where_it_is_printed() -> None:
    """Unless that is the first."""
    ((place,),) = [row.places for row in recommendation_rows(ENGLISH, Language.EN, a_review())]

    assert "Action plan, page 1" == place.label
    assert "/en/reviews/cpr2020-w01/pages/1?document=d2" == place.url
