"""What is taken away is what the search page counts, and every item stands where it says."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from tests.making import a_parsed_document, a_section
from tests.web.shelf import a_claim, a_report, code, extracts_of_the_report, hold, many_passages
from wsr.coding.coder import Coder
from wsr.domain.coding import Extract, Stance, Verdict
from wsr.domain.exports import ExportedItem
from wsr.domain.kinds import ClaimSource, SectionKind
from wsr.domain.review import Review
from wsr.domain.search import SearchQuery, Sort, Unit
from wsr.errors import IndexUnavailable
from wsr.repository.deciding import Choice, decide
from wsr.repository.exporting import Addresses, Exported, exported
from wsr.repository.recoding import recode
from wsr.repository.repository import Repository
from wsr.settings import Settings
from wsr.store.extracts import replace_extracts

OTHER_DATE = a_claim(
    "publication_date", "2018", source=ClaimSource.MANIFEST, document=None, page=None, quote=None
)
ADDRESSES = Addresses(
    review=lambda slug: f"at {slug}",
    passage=lambda slug, key: f"passage {key} of {slug}",
    extract=lambda slug, key: f"extract {key} of {slug}",
    recommendation=lambda slug, key: f"recommendation {key} of {slug}",
    cite=lambda item: f"{item.review.reference}, {item.page}",
)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Repository]:
    """A report with extracts that people decided about, and two other reviews, one of them coded by the rules."""
    section = a_section(0, "Analysis", SectionKind.ANALYSIS)
    texts = [f"It was good practice and timely that the nurse rang {n} times." for n in range(10, 20)]
    with Repository.open(Settings(home=tmp_path_factory.mktemp("home"))) as repository:
        hold(repository, "CPR2019-W91", a_parsed_document(*texts, sections=(section,)))
        hold(repository, "APR2021-W90", many_passages(45))
        list(recode(repository))
        first = repository.review("cpr2019-w91").extracts[0]
        decide(repository, "cpr2019-w91", first.key, "mari", Choice(Verdict.KEEP))
        hold(repository, "CPR2017-W91", a_report(), claims=(OTHER_DATE,))
        code(repository, "CPR2017-W91", *extracts_of_the_report())
        yield repository


def taken(repository: Repository, **asked: object) -> tuple[Exported, list[ExportedItem]]:
    """What a query gives, its items gone through."""
    found = exported(repository, SearchQuery(**asked), ADDRESSES)
    return found, list(found.items)


def queries() -> Iterator[SearchQuery]:
    """Fifty queries drawn from words, filters, switches and orders."""
    draw = Random(20261122)
    words = [
        "",
        "nurse",
        "rang",
        '"good practice"',
        "record OR calls",
        "supervision",
        "nothinglikeit",
        "recor*",
    ]
    for _ in range(50):
        yield SearchQuery(
            text=draw.choice(words),
            unit=draw.choice(list(Unit)),
            review_type=draw.choice([(), ("CPR",), ("CPR", "APR")]),
            stance=draw.choice([(), (), ("identified",), ("criticism", "general")]),
            theme=draw.choice([(), (), ("communication",)]),
            decided=draw.choice([(), (), ("kept", "rejected"), ("undecided",)]),
            all_sections=draw.choice([False, True]),
            stemmed=draw.choice([False, True]),
            sample=draw.choice([None, None, 3]),
            sort=draw.choice(list(Sort)),
            page=draw.choice([1, 2]),
        )


@pytest.mark.parametrize("query", list(queries()), ids=lambda query: f"{query.unit}-{query.text or 'all'}")
def test_counts_are_those_of_the_search_for_any_query(shelf: Repository, query: SearchQuery) -> None:
    """Items and reviews are as many as the search counts, in its order, whatever page was looked at."""
    results = shelf.search(query.model_copy(update={"page": 1, "per_page": 100}))
    found = exported(shelf, query, ADDRESSES)
    items = list(found.items)

    assert results.total == found.counts.items == len(items)
    assert results.total_reviews == found.counts.reviews == len(found.reviews)
    assert [hit.key for hit in results.hits] == [item.key for item in items][:100]
    assert {item.review.reference for item in items} <= {review.reference for review in found.reviews}


def test_every_item_stands_where_it_says(shelf: Repository) -> None:
    """Its words are those at its offsets, with the rest of the passage before and after."""
    for unit in (Unit.EXTRACT, Unit.PASSAGE):
        for item in taken(shelf, unit=unit, all_sections=True)[1]:
            review = shelf.review(item.review.slug)
            (passage,) = (p for p in review.passages if (p.document, p.id) == (item.document, item.passage))
            assert passage.text == item.before + item.text + item.after
            assert item.text == passage.text[item.start : item.end]
            assert (passage.key, passage.number) == (item.passage_key, item.passage_number)


def test_a_decision_is_told_beside_what_the_rules_say(shelf: Repository) -> None:
    """The person's stance and codes are in force, with name; the machine's are there too."""
    _, items = taken(shelf, unit=Unit.EXTRACT, reference=("CPR2017-W91",), decided=("kept",))
    (item,) = items

    assert ("general", "suggested", "r.reader") == (item.stance, item.machine_stance, item.decided_by)
    assert ("communication/multi-agency-working",) == item.codes == item.subthemes
    assert ["policy-procedures-recording/record-keeping"] == [each.code for each in item.machine_codes]
    assert item.decision is not None
    assert "Told as a norm." == item.decision.note


def test_what_was_kept_is_told_as_it_was_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside what later rules say."""
    found = Coder.extracts

    def otherwise(coder: Coder, review: Review) -> list[Extract]:
        return [
            one.model_copy(update={"stance": Stance.CRITICISM, "codes": ()}) for one in found(coder, review)
        ]

    with Repository.open(Settings(home=tmp_path / "home")) as repository:
        section = a_section(0, "Analysis", SectionKind.ANALYSIS)
        text = "It was good practice and timely that the nurse rang 10 times."
        hold(repository, "CPR2019-W91", a_parsed_document(text, sections=(section,)))
        list(recode(repository))
        (first,) = repository.review("cpr2019-w91").extracts
        decide(repository, "cpr2019-w91", first.key, "mari", Choice(Verdict.KEEP))
        monkeypatch.setattr(Coder, "extracts", otherwise)
        list(recode(repository, every=True))
        _, (item,) = taken(repository, unit=Unit.EXTRACT, text="nurse")

    assert first.machine_codes
    assert ("identified", first.machine_codes, "mari") == (item.stance, item.codes, item.decided_by)
    assert ("criticism", ()) == (item.machine_stance, item.machine_codes)


def test_what_people_rejected_is_taken_only_when_it_is_asked_for(shelf: Repository) -> None:
    """As on the search page."""
    assert all(item.decided != "rejected" for item in taken(shelf, unit=Unit.EXTRACT)[1])
    assert ["rejected"] == [
        item.decided for item in taken(shelf, unit=Unit.EXTRACT, decided=("rejected",))[1]
    ]


def test_hits_of_terms_are_counted_raw_and_without_duplicates(shelf: Repository) -> None:
    """“good practice” and “timely” in ten sentences are twenty hits; what a person kept counts too."""
    found, _ = taken(shelf, unit=Unit.EXTRACT, reference=("CPR2019-W91",))
    passages, _ = taken(shelf, unit=Unit.PASSAGE)

    assert (20, 20) == (found.counts.raw_hits, found.counts.distinct_hits)
    assert (None, None) == (passages.counts.raw_hits, passages.counts.distinct_hits)


def test_the_facts_of_a_review_are_those_that_win(shelf: Repository) -> None:
    """Dates and their basis as the review's own record has them."""
    found, _ = taken(shelf, unit=Unit.PASSAGE)
    for told in found.reviews:
        review = shelf.review(told.slug)
        names = (
            "year",
            "year_basis",
            "incident_date",
            "report_date",
            "publication_date",
            "authors",
            "board",
            "title",
        )
        assert [getattr(review, name) for name in names] == [getattr(told, name) for name in names]


def test_a_store_that_moved_on_is_an_error_and_no_short_file(tmp_path: Path) -> None:
    """What the index found and the store no longer has ends the file."""
    section = a_section(0, "Analysis", SectionKind.ANALYSIS)
    with Repository.open(Settings(home=tmp_path / "home")) as repository:
        text = "It was good practice that the nurse rang."
        hold(repository, "CPR2019-W91", a_parsed_document(text, sections=(section,)))
        list(recode(repository))
        found = exported(repository, SearchQuery(unit=Unit.EXTRACT), ADDRESSES)
        with repository.session() as session:
            replace_extracts(session, 1, (), "none", {})

        with pytest.raises(IndexUnavailable, match="Ask for it again"):
            list(found.items)
