"""What a term list found is counted from the store, with all that is needed to count it again."""

from pathlib import Path

import pytest

from tests.pdfs import make_review
from tests.repository.shelf import take_in
from tests.repository.test_recoding import LIST
from wsr import __version__
from wsr.domain.coding import Stance, Verdict
from wsr.domain.method import Counts, Method
from wsr.domain.search import SearchQuery, Unit
from wsr.errors import UnknownFilter, UnknownVocabulary
from wsr.repository.deciding import Choice, decide
from wsr.repository.method import TermChoice, count_list, provenance, years_held
from wsr.repository.repository import Repository
from wsr.repository.upkeep import follow
from wsr.settings import Settings

PRAISE = "The effective communication between the nurse and the school was good practice."
TIMELY = "The referral was timely and its follow-up was effective."


def three(folder: Path) -> None:
    """Two child practice reviews of 2019 and 2020, and a domestic homicide review, taken in."""
    arrivals = folder / "arrivals"
    make_review(arrivals / "CPR2019-W91.pdf", analysis=(PRAISE, "They made an evening call."))
    make_review(arrivals / "CPR2020-W92.pdf", date="May 2020", subject="Re: Child B", analysis=(TIMELY,))
    make_review(
        arrivals / "DHR2019-W93.pdf",
        title="Domestic Homicide Review Overview Report",
        board="Cardiff Community Safety Partnership",
        subject="Re: Adult C",
        analysis=("Nothing else is told here.",),
    )
    take_in(folder)


BEGINNING = three


@pytest.fixture
def held(repository: Repository) -> Repository:
    """Its repository."""
    return repository


def found(method: Method) -> dict[str, Counts]:
    """What each term found, those that found nothing left out."""
    return {each.term: each.found for each in method.counts.terms if each.found.hits}


ONE = Counts(hits=1, extracts=1, reviews=1)
TWO = Counts(hits=2, extracts=2, reviews=2)


def test_every_term_is_counted_and_overlaps_count_once(held: Repository) -> None:
    """“effective communication” holds “effective”: four hits of the list are three stretches of the first review."""
    counted = count_list(held)

    assert {
        "good practice": ONE,
        "effective": TWO,
        "effective communication": ONE,
        "timely": ONE,
    } == found(counted)
    assert 26 == len(counted.counts.terms)
    assert 5 == counted.counts.raw_hits
    assert Counts(hits=4, extracts=2, reviews=2) == counted.counts.found


def test_ticked_terms_are_counted_by_themselves(held: Repository) -> None:
    """What only terms that were not ticked cover is no hit; overlap is found again in the text."""
    two = count_list(held, TermChoice(term=("good practice", "effective communication")))
    nested = count_list(held, TermChoice(term=("effective", "effective communication")))

    assert (2, Counts(hits=2, extracts=1, reviews=1)) == (two.counts.raw_hits, two.counts.found)
    assert (3, Counts(hits=2, extracts=2, reviews=2)) == (nested.counts.raw_hits, nested.counts.found)


@pytest.mark.parametrize("ticked", [("effective",), ("timely", "effective"), ("good practice", "timely")])
def test_the_search_for_the_same_terms_finds_as_many_extracts(
    held: Repository, ticked: tuple[str, ...]
) -> None:
    """The number beside a term is the number of results behind its link."""
    counted = count_list(held, TermChoice(term=ticked)).counts.found
    results = held.search(SearchQuery(unit=Unit.EXTRACT, term=ticked))

    assert (counted.extracts, counted.reviews) == (results.total, results.total_reviews)


def test_types_and_years_limit_reviews_and_are_rates(held: Repository) -> None:
    """Reviews without a hit are held too; all five types are given, years as they are held."""
    everything = count_list(held)
    only = count_list(held, TermChoice(review_type=("CPR",), year=("2020",)))

    by_type = {group.value: (group.held, group.found.extracts) for group in everything.counts.by_type}
    assert {"CPR": (2, 2), "APR": (0, 0), "DHR": (1, 0), "MHHR": (0, 0), "SUSR": (0, 0)} == by_type
    assert {"2019": 2, "2020": 1} == {group.value: group.held for group in everything.counts.by_year}
    assert 3 == everything.reviews_held
    assert (1, {"effective": ONE, "timely": ONE}) == (only.reviews_held, found(only))
    assert ["2020", "2019"] == list(years_held(held))


def test_what_people_reject_is_counted_apart(held: Repository) -> None:
    """A stance that a person gave is the one in force."""
    (extract,) = [e for e in held.review("cpr2019-w91").extracts if e.terms]
    decide(held, "cpr2019-w91", extract.key, "r.reader", Choice(Verdict.KEEP, stance=Stance.GENERAL))
    general = count_list(held, TermChoice(stance=("general",)))
    decide(held, "cpr2019-w91", extract.key, "r.reader", Choice(Verdict.REJECT))
    with held.writing():
        follow(held)
    rejected = count_list(held)

    assert (1, Counts()) == (general.counts.found.extracts, general.rejected)
    assert {"effective": ONE, "timely": ONE} == found(rejected)
    assert Counts(hits=2, extracts=1, reviews=1) == rejected.rejected


def test_themes_limit_extracts(held: Repository) -> None:
    """Each extract counts under every theme of its codes."""
    themes = {code.split("/")[0] for e in held.review("cpr2019-w91").extracts for code in e.codes_in_force}
    limited = count_list(held, TermChoice(theme=tuple(themes), review_type=("CPR",), year=("2019",)))

    assert themes
    assert 1 == limited.counts.found.extracts


def test_a_list_that_is_not_in_force_is_counted_over_the_stored_passages(held: Repository) -> None:
    """The list in force stays; each review is announced as it is read."""
    folder = held.settings.home / "term_lists"
    folder.mkdir()
    (folder / "kindness-1.toml").write_text(LIST, encoding="utf-8")
    announced: list[str] = []

    def watch(references: object) -> list[str]:
        announced.extend(references)  # type: ignore[call-overload]
        return list(announced)

    counted = count_list(held, list_name="kindness", watch=watch)

    assert ["CPR2019-W91", "CPR2020-W92", "DHR2019-W93"] == announced
    assert ("kindness 1", {"evening calls": ONE}) == (counted.term_list, found(counted))
    assert "best-practice 1" == held.coder().terms.name
    assert {"evening calls": ONE} == found(
        count_list(held, TermChoice(term=("evening calls",)), list_name="kindness 1")
    )


def test_the_record_names_what_was_counted_with_what(held: Repository) -> None:
    """Versions, holdings and date; extracts of another version of the rules are told."""
    counted, known = count_list(held, filters=("Year: 2019.",)), provenance(held)

    assert ("best-practice 1", "best-practice 1", __version__) == (
        counted.term_list,
        counted.codebook,
        counted.software_version,
    )
    assert (held.index_version(), ("Year: 2019.",), 0) == (
        counted.index_version,
        counted.filters,
        counted.coded_otherwise,
    )
    assert known.date == counted.date
    assert 3 == known.reviews_held


@pytest.mark.parametrize(
    "choice",
    [
        TermChoice(term=("splendid",)),
        TermChoice(review_type=("XPR",)),
        TermChoice(stance=("good",)),
        TermChoice(theme=("kindness",)),
    ],
)
def test_values_that_do_not_exist_are_named(repository: Repository, choice: TermChoice) -> None:
    """Instead of counting nothing."""
    with pytest.raises(UnknownFilter, match="Choose one of"):
        count_list(repository, choice)


def test_a_list_that_is_not_held_is_named(repository: Repository) -> None:
    """With those that are."""
    with pytest.raises(UnknownVocabulary, match="best-practice 1"):
        count_list(repository, list_name="nothing")


def test_an_empty_repository_counts_zeros(tmp_path: Path) -> None:
    """Every term with a zero, and no index yet."""
    with Repository.open(Settings.load(tmp_path / "empty")) as repository:
        counted = count_list(repository)

    assert (0, 0, "") == (counted.reviews_held, counted.counts.raw_hits, counted.index_version)
