"""Extracts beside passages: what is found of each, by what they are counted, and that neither disturbs the other."""

import pytest

from tests.index.conftest import IndexMaker, search
from tests.index.reviews import make_extract, make_review
from wsr.domain.coding import Stance, Verdict
from wsr.domain.kinds import SectionKind
from wsr.domain.review import Review
from wsr.domain.search import SearchQuery, SearchResults, Unit
from wsr.index import SearchIndex, fingerprint_of


def names(results: SearchResults) -> list[str]:
    """The ids of the hits, in order."""
    return [hit.id for hit in results.hits]


def counts(results: SearchResults, facet: str) -> list[tuple[str, int]]:
    """The values of a facet with their counts, in order."""
    return [(each.value, each.count) for each in results.facets[facet]]


def coded_review(reference: str = "CPR2019-W01") -> Review:
    """Four passages: of two extracts, of one rejected, of one unsure, of none."""
    return make_review(
        reference,
        "The police made a timely visit. The school should have called.",
        "An effective date was agreed.",
        "The visit was good practice by LA1.",
        "The visit was long.",
        extracts=[
            make_extract(
                1,
                "The school should have called.",
                start=32,
                stance=Stance.SUGGESTED,
                codes=["learning-and-reflections/suggested-practice", "communication"],
            ),
            make_extract(
                1,
                "The police made a timely visit.",
                codes=["communication/multi-agency-working", "communication/effective-communication"],
                terms=["timely"],
            ),
            make_extract(
                2,
                "An effective date was agreed.",
                stance=Stance.NEUTRAL,
                terms=["effective"],
                verdict=Verdict.REJECT,
            ),
            make_extract(
                3,
                "The visit was good practice by LA1.",
                codes=["communication"],
                terms=["good practice"],
                verdict=Verdict.UNSURE,
                decided_stance=Stance.CRITICISM,
                decided_codes=("care-and-support/consistent-care", "own-theme/own-code"),
            ),
        ],
    )


@pytest.fixture
def coded(index_of: IndexMaker) -> SearchIndex:
    """An index of `coded_review`."""
    return index_of(coded_review())


def test_each_unit_finds_its_own_rows(coded: SearchIndex) -> None:
    """Words are looked for in the extract's own text; passages and reviews never give extracts."""
    assert names(search(coded, "visit", unit=Unit.EXTRACT, sort="reference")) == ["e2", "e4"]
    assert names(search(coded, "visit", sort="reference")) == ["p1", "p3", "p4"]
    assert names(search(coded, "visit", unit=Unit.REVIEW, sort="reference")) == ["p1"]
    assert search(coded, "visit called", unit=Unit.EXTRACT).total == 0
    assert search(coded, "visit called").total == 1


def test_extracts_come_in_the_order_of_the_text(coded: SearchIndex) -> None:
    """By their passage and their place in it, however the review lists them."""
    assert names(search(coded, unit=Unit.EXTRACT)) == ["e2", "e1", "e4"]


def test_an_extract_is_a_complete_hit(coded: SearchIndex) -> None:
    """With what is in force of it, the machine's or a person's, and where it is; a passage has none of it."""
    (hit,) = search(coded, "good", unit=Unit.EXTRACT).hits

    assert (hit.id, hit.key, hit.passage, hit.document) == ("e4", "cpr2019-w01-e4", "p3", "d1")
    assert (hit.terms, hit.stance, hit.decided) == (("good practice",), "criticism", "unsure")
    assert hit.codes == ("care-and-support/consistent-care", "own-theme/own-code")
    assert (hit.matches, hit.snippet.text) == (((14, 18),), "The visit was good practice by LA1.")
    (passage,) = search(coded, "good").hits
    assert (passage.id, passage.passage) == ("p3", "p3")
    assert (passage.terms, passage.stance, passage.codes, passage.decided) == ((), None, (), None)


def test_extracts_are_counted_by_their_own_values(coded: SearchIndex) -> None:
    """Each value of a row counts once, in a fixed order: as defined, as in the codebook, else by alphabet."""
    results = search(coded, unit=Unit.EXTRACT)

    assert counts(results, "stance") == [("identified", 1), ("suggested", 1), ("criticism", 1)]
    assert counts(results, "theme") == [
        ("care-and-support", 1),
        ("communication", 2),
        ("learning-and-reflections", 1),
        ("own-theme", 1),
    ]
    assert counts(results, "subtheme") == [
        ("care-and-support/consistent-care", 1),
        ("communication/effective-communication", 1),
        ("communication/multi-agency-working", 1),
        ("learning-and-reflections/suggested-practice", 1),
        ("own-theme/own-code", 1),
    ]
    assert counts(results, "term") == [("good practice", 1), ("timely", 1)]
    assert counts(results, "agency") == [("education", 1), ("police", 1)]
    assert counts(results, "decided") == [("undecided", 2), ("unsure", 1)]
    assert counts(results, "section_kind") == [("analysis", 3)]


def test_passages_carry_what_their_extracts_have(coded: SearchIndex) -> None:
    """All values of all extracts but the rejected ones, each once; agencies are those of the whole passage."""
    results = search(coded)

    assert counts(results, "stance") == [("identified", 1), ("suggested", 1), ("criticism", 1)]
    assert dict(counts(results, "theme"))["communication"] == 1
    assert counts(results, "term") == [("good practice", 1), ("timely", 1)]
    assert counts(results, "agency") == [("education", 1), ("police", 1)]
    assert counts(results, "decided") == []
    assert names(search(coded, stance=("neutral",))) == []
    assert names(search(coded, stance=("suggested",), agency=("police",))) == ["p1"]


def test_values_are_alternatives_and_filters_are_not(coded: SearchIndex) -> None:
    """Any value of one filter, and all filters; a filtered facet is counted as if it were not."""
    either = search(coded, unit=Unit.EXTRACT, stance=("identified", "suggested"))
    both = search(coded, unit=Unit.EXTRACT, stance=("identified", "suggested"), agency=("police",))

    assert names(either) == ["e2", "e1"]
    assert names(both) == ["e2"]
    assert counts(both, "stance") == [("identified", 1)]
    assert counts(both, "agency") == [("education", 1), ("police", 1)]
    assert search(coded, unit=Unit.EXTRACT, subtheme=("communication",)).total == 0
    assert search(coded, unit=Unit.EXTRACT, term=("no such term",)).total == 0


def test_reviews_are_counted_once_a_value(index_of: IndexMaker) -> None:
    """With reviews as the unit a value counts each review that has it in any passage found."""
    index = index_of(coded_review(), coded_review("CPR2019-W02"))

    results = search(index, unit=Unit.REVIEW, agency=("police", "education"))

    assert results.total == 2
    assert counts(results, "agency") == [("education", 2), ("police", 2)]
    assert counts(results, "term") == [("timely", 2)]


def test_rejected_extracts_are_found_by_naming_them(coded: SearchIndex) -> None:
    """They are in no result and no count unless `decided` names them."""
    assert search(coded, "effective", unit=Unit.EXTRACT).total == 0
    rejected = search(coded, unit=Unit.EXTRACT, decided=("rejected",))
    assert names(rejected) == ["e3"]
    assert counts(rejected, "term") == [("effective", 1)]
    assert counts(rejected, "decided") == [("undecided", 2), ("unsure", 1), ("rejected", 1)]
    unsure = search(coded, unit=Unit.EXTRACT, decided=("unsure",))
    assert names(unsure) == ["e4"]
    assert counts(unsure, "decided") == [("undecided", 2), ("unsure", 1)]


def test_extracts_of_other_parts_wait_for_all_sections(index_of: IndexMaker) -> None:
    """An extract is searched where its passage is."""
    index = index_of(
        make_review(
            "CPR2019-W01",
            "Good practice.",
            kind=SectionKind.GLOSSARY,
            extracts=[make_extract(1, "Good practice.")],
        )
    )

    assert search(index, unit=Unit.EXTRACT).total == 0
    assert search(index, unit=Unit.EXTRACT, all_sections=True).total == 1


def test_extracts_change_nothing_for_passages(index_of: IndexMaker) -> None:
    """Scores, counts and near spellings of passages are the same with extracts and without."""
    review = coded_review()
    queries = ("visit", "the good practice", "timely OR school", '"effective date"', "efective")
    without = index_of(review.model_copy(update={"extracts": ()}))
    plain = [search(without, text) for text in queries]
    coded = [search(index_of(review), text) for text in queries]

    for one, other in zip(plain, coded, strict=True):
        assert [(hit.key, hit.score) for hit in one.hits] == [(hit.key, hit.score) for hit in other.hits]
        assert one.suggestions == other.suggestions
    assert plain[-1].suggestions == ("effective",)


def test_a_query_means_the_same_for_either_unit(index_of: IndexMaker) -> None:
    """What is a compound anywhere in the passages is one in the extracts."""
    index = index_of(
        make_review(
            "CPR2019-W01", "Her well-being.", "His wellbeing.", extracts=[make_extract(2, "His wellbeing.")]
        )
    )

    assert names(search(index, '"well being"', unit=Unit.EXTRACT)) == ["e1"]


def test_near_spellings_are_of_what_the_unit_finds(coded: SearchIndex) -> None:
    """A spelling that only other passages have is not offered for extracts."""
    assert search(coded, "timly", unit=Unit.EXTRACT).suggestions == ("timely",)
    assert search(coded, "lonng", unit=Unit.EXTRACT).suggestions == ()
    assert search(coded, "lonng").suggestions == ("long",)


def test_extracts_are_changed_with_their_review(index_of: IndexMaker) -> None:
    """One commit puts in and takes out a review with both its passages and its extracts."""
    index = index_of(coded_review(), coded_review("CPR2019-W02"))
    index.update([coded_review().model_copy(update={"extracts": ()})])
    assert {hit.reference for hit in search(index, unit=Unit.EXTRACT).hits} == {"CPR2019-W02"}
    assert search(index, stance=("suggested",)).total == 1
    index.remove(["CPR2019-W02"])
    assert search(index, unit=Unit.EXTRACT).total == 0
    assert search(index).total == 4


def test_words_of_extracts_are_gone_with_their_review(index_of: IndexMaker) -> None:
    """Nothing of a removed review's extracts stays in the files of the index."""
    index = index_of(
        coded_review(),
        make_review("CPR2019-W02", "A xylophone.", extracts=[make_extract(1, "A xylophone.")]),
    )
    assert any(b"xylophone" in path.read_bytes() for path in index.folder.rglob("extract*"))
    index.remove(["CPR2019-W02"])
    assert not any(b"xylophone" in path.read_bytes() for path in index.folder.rglob("*") if path.is_file())


def test_the_fingerprint_covers_extracts() -> None:
    """Another stance, code, term, decision or wording is another fingerprint; the reasons of the machine are not."""
    review = coded_review()
    first, *others = review.extracts
    changes = (
        {"stance": Stance.GENERAL},
        {"codes": ()},
        {"terms": ("commended",)},
        {"decision": others[1].decision},
        {"text": "The school should."},
        {"key": "other"},
    )

    def changed(update: dict[str, object]) -> Review:
        return review.model_copy(update={"extracts": (first.model_copy(update=update), *others)})

    prints = {fingerprint_of(changed(update)) for update in changes}

    assert len({fingerprint_of(review), *prints}) == len(changes) + 1
    assert fingerprint_of(changed({"stance_because": ()})) == fingerprint_of(review)


@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest", "reference", "strength"])
def test_all_hits_come_in_the_order_of_the_pages(index_of: IndexMaker, unit: Unit, sort: str) -> None:
    """`every` and `keys` give what turning all pages gives, without regard to the page of the query."""
    index = index_of(*(coded_review(f"CPR20{number}-W01") for number in (19, 15, 17)))
    query = SearchQuery(text="visit", unit=unit, sort=sort, page=3, per_page=2)
    pages = (index.search(query.model_copy(update={"page": page})) for page in range(1, 9))
    paged = [(hit.slug, hit.key, hit.matches) for results in pages for hit in results.hits]

    assert len(paged) == {Unit.PASSAGE: 9, Unit.EXTRACT: 6, Unit.REVIEW: 3}.get(unit, 0)
    assert [(hit.slug, hit.key, hit.matches) for hit in index.every(query)] == paged
    assert index.keys(query) == [(slug, key) for slug, key, _ in paged]


def test_all_hits_are_of_one_state_of_the_index(coded: SearchIndex) -> None:
    """A commit between two hits changes nothing for who has begun to read."""
    hits = coded.every(SearchQuery(unit=Unit.EXTRACT))
    first = next(hits)
    coded.rebuild([])

    assert [first.id, *(hit.id for hit in hits)] == ["e2", "e1", "e4"]
