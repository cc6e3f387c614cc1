"""Best first: the order of how strongly the words speak for a code, without one review filling the page."""

from collections.abc import Mapping

from tests.index.conftest import IndexMaker, search
from tests.index.reviews import make_extract, make_review
from wsr.domain.coding import Stance, Verdict
from wsr.domain.review import Review
from wsr.domain.search import SearchResults, Unit
from wsr.index import SearchIndex

STRONG, CLEAR, FAINT = 0.8, 0.6, 0.4


def coded(reference: str, *extracts: Mapping[str, float]) -> Review:
    """A review of one extract a passage, told by the scores of its codes."""
    return make_review(
        reference,
        *("It was done." for _ in extracts),
        extracts=[
            make_extract(number, "It was done.", codes=codes) for number, codes in enumerate(extracts, 1)
        ],
    )


def best_first(index: SearchIndex, **choices: object) -> SearchResults:
    """Extracts in the order of strength."""
    return search(index, unit=Unit.EXTRACT, sort="strength", **choices)


def found(results: SearchResults) -> list[str]:
    """Review and extract of each hit, in order."""
    return [f"{hit.reference[-3:]} {hit.id}" for hit in results.hits]


def test_the_strongest_come_first(index_of: IndexMaker) -> None:
    """By the score of the theme asked for, not by that of other codes; equal ones by reference and place."""
    index = index_of(
        coded("CPR2019-W01", {"communication": FAINT, "care-and-support": STRONG}),
        coded("CPR2019-W02", {"communication": STRONG}),
        coded("CPR2019-W03", {"communication": CLEAR}),
        coded("CPR2019-W04", {"communication": CLEAR}),
    )

    assert found(best_first(index, theme=("communication",))) == ["W02 e1", "W03 e1", "W04 e1", "W01 e1"]
    assert found(best_first(index, theme=("care-and-support",))) == ["W01 e1"]
    either = best_first(index, theme=("communication", "care-and-support"))
    assert found(either) == ["W01 e1", "W02 e1", "W03 e1", "W04 e1"]
    assert found(best_first(index)) == found(either)


def test_a_subtheme_is_ordered_by_its_own_strength(index_of: IndexMaker) -> None:
    """A theme is as strong as the strongest of its sub-themes, but the one asked for decides."""
    one, other = "communication/effective-communication", "communication/multi-agency-working"
    index = index_of(
        coded("CPR2019-W01", {one: STRONG, other: FAINT}), coded("CPR2019-W02", {one: FAINT, other: CLEAR})
    )

    assert found(best_first(index, theme=("communication",))) == ["W01 e1", "W02 e1"]
    assert found(best_first(index, subtheme=(other,))) == ["W02 e1", "W01 e1"]
    assert found(best_first(index, theme=("communication",), subtheme=(other,))) == ["W02 e1", "W01 e1"]


def test_one_review_does_not_fill_the_page(index_of: IndexMaker) -> None:
    """Each further extract of a review counts less, so those of others come between; none is left out."""
    index = index_of(
        coded("CPR2019-W01", *[{"communication": STRONG}] * 12),
        coded("CPR2019-W02", *[{"communication": FAINT}] * 3),
        coded("CPR2019-W03", {"communication": CLEAR}),
    )
    results = best_first(index, theme=("communication",))
    reviews = [hit.reference[-3:] for hit in results.hits]

    assert reviews[:6] == ["W01", "W01", "W03", "W01", "W02", "W01"]
    assert len(set(found(results))) == results.total == 16


def test_what_a_person_gave_is_strong(index_of: IndexMaker) -> None:
    """A code of a person's stands before the machine's."""
    decided = make_review(
        "CPR2019-W02",
        "It was done.",
        extracts=[
            make_extract(
                1,
                "It was done.",
                codes={"communication": FAINT},
                verdict=Verdict.KEEP,
                decided_codes=("communication",),
            )
        ],
    )
    index = index_of(coded("CPR2019-W01", {"communication": STRONG}), decided)

    assert found(best_first(index)) == ["W02 e1", "W01 e1"]


def test_passages_and_reviews_are_as_strong_as_their_extracts(index_of: IndexMaker) -> None:
    """Their strongest one that is not rejected; those without any come last."""
    index = index_of(
        make_review(
            "CPR2019-W01",
            "Nothing.",
            "It was done.",
            extracts=[
                make_extract(2, "It was done.", codes={"communication": FAINT}),
                make_extract(2, "It was done.", codes={"communication": CLEAR}, stance=Stance.GENERAL),
            ],
        ),
        coded("CPR2019-W02", {"communication": STRONG}),
    )

    passages = search(index, sort="strength")
    assert [hit.key for hit in passages.hits] == ["cpr2019-w02-1", "cpr2019-w01-2", "cpr2019-w01-1"]
    reviews = search(index, unit=Unit.REVIEW, sort="strength")
    assert [hit.key for hit in reviews.hits] == ["cpr2019-w02-1", "cpr2019-w01-2"]


def test_strengths_outlast_changes_of_the_index(index_of: IndexMaker) -> None:
    """Several segments, deleted rows and an index opened anew give the same order."""
    index = index_of(coded("CPR2019-W01", {"communication": FAINT}))
    index.update([coded("CPR2019-W02", {"communication": CLEAR})])
    index.update([coded("CPR2019-W03", {"care-and-support": STRONG})])
    index.update([coded("CPR2019-W01", {"communication": STRONG})])

    assert found(best_first(index)) == ["W01 e1", "W03 e1", "W02 e1"]
