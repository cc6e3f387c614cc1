"""Sets of extracts to work through: their order holds whatever is decided meanwhile."""

from pathlib import Path

import pytest

from tests.making import a_parsed_document, a_section
from tests.web.shelf import hold
from wsr.domain.coding import Stance, Verdict
from wsr.domain.kinds import SectionKind
from wsr.domain.references import ReviewKey
from wsr.domain.search import SearchQuery, Unit
from wsr.repository.deciding import Choice, decide
from wsr.repository.recoding import recode
from wsr.repository.repository import Repository
from wsr.repository.upkeep import follow
from wsr.repository.working_set import WorkingSet, working_set
from wsr.settings import Settings

ALL = SearchQuery(unit=Unit.EXTRACT)
PRAISED = SearchQuery(unit=Unit.EXTRACT, stance=("identified",))


def two(folder: Path) -> None:
    """Two reviews, each with six sentences of praise and six of criticism."""
    section = a_section(0, "Analysis", SectionKind.ANALYSIS)
    with Repository.open(Settings(home=folder / "home")) as opened:
        for reference in ("CPR2019-W91", "APR2021-W90"):
            texts = [
                text
                for n in range(10, 16)
                for text in (
                    f"It was good practice that the nurse rang {n} times.",
                    f"There was a failure to share the record of visit {n} with the school.",
                )
            ]
            hold(opened, reference, a_parsed_document(*texts, sections=(section,)))
        list(recode(opened))


BEGINNING = two


def say(repository: Repository, place: ReviewKey, verdict: Verdict = Verdict.KEEP, person: str = "mari", stance: Stance | None = None) -> None:  # fmt: skip
    """Somebody decides, and the index follows."""
    decide(repository, *place, person, Choice(verdict, stance))
    with repository.writing():
        follow(repository)


def walked(repository: Repository, query: SearchQuery, person: str = "mari") -> list[ReviewKey]:
    """The places in the order in which somebody comes by them who rejects or changes every one."""
    came: list[ReviewKey] = []
    place = working_set(repository, query, person).after()
    while place is not None:
        came.append(place)
        verdict = Verdict.REJECT if len(came) % 2 else Verdict.KEEP
        say(repository, place, verdict, person, Stance.NEUTRAL)
        place = working_set(repository, query, person).after(place)
    return came


@pytest.mark.parametrize(
    "query",
    [
        ALL,
        PRAISED,
        PRAISED.model_copy(update={"sample": 6, "seed": 3}),
        ALL.model_copy(update={"decided": ("undecided",)}),
        ALL.model_copy(update={"text": "nurse", "decided": ("undecided", "kept")}),
    ],
    ids=["everything", "by stance", "a sample by stance", "undecided", "words and state"],
)
def test_nothing_is_skipped_and_nothing_comes_twice(repository: Repository, query: SearchQuery) -> None:
    """Although each decision takes its extract out of what the search finds, or puts it elsewhere."""
    before = working_set(repository, query, "mari")
    came = walked(repository, query)
    after = working_set(repository, query, "mari")

    assert len(came) > 5
    assert list(before.places) == came
    assert before.places == after.places
    assert (frozenset(), frozenset(came)) == (before.mine, after.mine)


def test_a_set_comes_by_reference_and_place_a_sample_as_it_is_drawn(repository: Repository) -> None:
    """The first of a sample are a sample too; it is the one that a search draws."""
    everything = working_set(repository, ALL, "mari").places
    eight, three = (
        working_set(repository, ALL.model_copy(update={"sample": size, "seed": 5}), "mari").places
        for size in (8, 3)
    )
    review = repository.review("apr2021-w90")

    assert [("apr2021-w90", each.key) for each in review.extracts] == list(everything[:12])
    assert eight[:3] == three
    searched = repository.search(ALL.model_copy(update={"sample": 8, "seed": 5})).hits
    assert set(eight) == {(hit.slug, hit.key) for hit in searched}
    assert [each for each in everything if each in eight] != list(eight)


def test_others_decisions_count_beside_ones_own(repository: Repository) -> None:
    """What somebody else rejected still comes, so that two people can be compared; unless the state is asked for."""
    first, second = working_set(repository, ALL, "mari").places[:2]
    say(repository, first, Verdict.REJECT, "ifan")
    say(repository, second, Verdict.KEEP, "mari")
    everything = working_set(repository, ALL, "mari")
    undecided = working_set(repository, ALL.model_copy(update={"decided": ("undecided",)}), "mari")
    rejected = working_set(repository, ALL.model_copy(update={"decided": ("rejected",)}), "ceri")

    assert (24, {second}, {first, second}) == (len(everything.places), everything.mine, everything.decided)
    assert first == everything.after()
    assert (23, {second}) == (len(undecided.places), undecided.mine)
    assert (first,) == rejected.places


def test_the_way_goes_on_back_and_round() -> None:
    """Skipped ones come again at the end, the one that is skipped last."""
    a, b, c, d = places = tuple(("x", key) for key in "abcd")
    some = WorkingSet(places, frozenset({b}), frozenset({b}))

    assert (a, c, c, d, a) == (some.after(), some.after(a), some.after(b), some.after(c), some.after(d))
    assert (None, a, c) == (some.before(a), some.before(b), some.before(d))
    assert (1, 4, None) == (some.number(a), some.number(d), some.number(("x", "e")))
    assert None is WorkingSet(places, frozenset(places), frozenset(places)).after(b)
    assert a == WorkingSet((a,), frozenset(), frozenset()).after(a)


def test_after_an_extract_that_is_gone_its_review_goes_on() -> None:
    """From the first that is left in it; another review's does not come before."""
    some = WorkingSet((("w", "a"), ("x", "a"), ("x", "b")), frozenset({("x", "a")}), frozenset())

    assert ("x", "b") == some.after(("x", "gone"))
    assert ("w", "a") == some.after(("y", "gone"))
    assert None is some.before(("x", "gone"))
