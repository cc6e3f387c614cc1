"""
What a term list found in the published reviews, with all that is needed to find it again.

    extracts of the store, or found anew | decisions of people | filters | count_terms -> Method
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from wsr import __version__
from wsr.coding.coder import RULES, Coder
from wsr.coding.merging import paired
from wsr.coding.method import count_terms, stretches_of_some
from wsr.coding.terms import TermFinder, distinct
from wsr.domain.codebook import Codebook, TermList
from wsr.domain.coding import Decision, Extract, Stance, Verdict
from wsr.domain.kinds import ReviewType
from wsr.domain.method import Counts, Method, Provenance, TermRow
from wsr.errors import SearchIndexError, UnknownFilter
from wsr.repository.clock import now
from wsr.repository.recoding import version_named
from wsr.repository.repository import Repository, assembled
from wsr.store import decisions, reviews
from wsr.store.database import Session
from wsr.store.extracts import hits_left_out
from wsr.store.found_terms import FoundTerms, PublishedReview, found_terms, published_reviews, texts

Watch = Callable[[Sequence[str]], Iterable[str]]
"""Is given the references that will be read, and gives them back one by one: for showing progress."""


@dataclass(frozen=True, slots=True)
class TermChoice:
    """What is counted: terms of the list, in extracts that pass the filters. Nothing named in one means all."""

    term: tuple[str, ...] = ()
    review_type: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    """Four digits, or none for reviews whose year is not known."""
    stance: tuple[str, ...] = ()
    """The one in force: a person's before the machine's."""
    theme: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Tally:
    rows: list[TermRow]
    rejected: list[TermRow]
    left_out: dict[str, int]


def provenance(repository: Repository) -> Provenance:
    """The versions, holdings and date of an answer that is given now."""
    coder = repository.coder()
    with repository.session() as session:
        held = len(published_reviews(session))
    return Provenance(
        term_list=coder.terms.name,
        codebook=coder.codebook.name,
        rules_version=str(RULES),
        index_version=_index_version(repository),
        software_version=__version__,
        date=now().date(),
        reviews_held=held,
    )


def count_list(
    repository: Repository,
    choice: TermChoice = TermChoice(),
    filters: tuple[str, ...] = (),
    list_name: str | None = None,
    watch: Watch = iter,
) -> Method:
    """
    What a term list found in the published reviews, and how.

    Args:
        choice: What is counted.
        filters: The same as sentences, for the record.
        list_name: Another list than the one in force: "id" (its newest version) or "id version". The reviews are
            then coded anew with it, which takes time; nothing of that is kept.
        watch: See Watch; called only when reviews are coded anew.

    Raises UnknownFilter for a value that does not exist, such as a term that is not of the list, and
    UnknownVocabulary for a list that is not held.
    """
    coder = repository.coder()
    _check(choice, coder.codebook)
    terms = version_named(repository.term_lists(), list_name, coder.terms)
    wanted = _some_of(terms, choice.term)
    with repository.session() as session:
        held = published_reviews(session, choice.review_type, choice.year)
        if terms == coder.terms:
            tally = _tally_stored(session, held, terms, wanted, choice)
        else:
            tally = _tally_anew(session, held, Coder(wanted, coder.codebook), choice, watch)
    types, years = _held_by(held)
    return Method(
        **provenance(repository).model_dump(exclude={"term_list", "reviews_held"}),
        term_list=terms.name,
        reviews_held=len(held),
        query="",
        filters=filters,
        counts=count_terms(tally.rows, [term.id for term in wanted.terms], types, years),
        rejected=Counts(
            hits=sum(row.distinct for row in tally.rejected),
            extracts=len(tally.rejected),
            reviews=len({row.review for row in tally.rejected}),
        ),
        left_out=tally.left_out,
        left_out_of_all_terms=terms == coder.terms,
        coded_otherwise=sum(one.coded_with != coder.version for one in held) if terms == coder.terms else 0,
    )


def _check(choice: TermChoice, codebook: Codebook) -> None:
    allowed = {
        "review_type": tuple(kind.value for kind in ReviewType),
        "stance": tuple(stance.value for stance in Stance),
        "theme": tuple(theme.id for theme in codebook.themes),
    }
    for name, known in allowed.items():
        for value in getattr(choice, name):
            if value not in known:
                raise UnknownFilter(name, value, known)


def _some_of(terms: TermList, wanted: Sequence[str]) -> TermList:
    """The list with the terms wanted only, in its order; the whole list when none is named."""
    known = tuple(term.id for term in terms.terms)
    for term in wanted:
        if term not in known:
            raise UnknownFilter("term", term, known)
    if not wanted:
        return terms
    return terms.model_copy(update={"terms": tuple(term for term in terms.terms if term.id in wanted)})


def _tally_stored(
    session: Session, held: Sequence[PublishedReview], terms: TermList, wanted: TermList, choice: TermChoice
) -> _Tally:
    """From what the store keeps of each extract; texts are read only where counts do not tell what overlaps."""
    known, ids = {term.id for term in terms.terms}, {term.id for term in wanted.terms}
    found = [
        replace(one, hits={term: n for term, n in one.hits.items() if term in known})
        for one in found_terms(session, (review.id for review in held))
    ]
    unsure = [
        one
        for one in found
        if ids & one.hits.keys() and stretches_of_some(one.hits, one.distinct, ids) is None
    ]
    again = {
        place: len(distinct(TermFinder(wanted).find(text))) for place, text in texts(session, unsure).items()
    }
    rows = [_narrowed(one, ids, again.get((one.review_id, one.ordinal))) for one in found]
    return _tally(session, held, rows, choice, hits_left_out(session, [review.reference for review in held]))


def _narrowed(one: FoundTerms, ids: set[str], again: int | None) -> FoundTerms:
    """The extract with the hits of some terms only; `again` is how many stretches were found anew, if need was."""
    hits = {term: count for term, count in one.hits.items() if term in ids}
    stretches = stretches_of_some(one.hits, one.distinct, ids) if again is None else again
    assert stretches is not None or not hits, "Where counts do not tell, the text was read."
    return replace(one, hits=hits, distinct=min(max(stretches or 0, bool(hits)), sum(hits.values())))


def _tally_anew(
    session: Session, held: Sequence[PublishedReview], coder: Coder, choice: TermChoice, watch: Watch
) -> _Tally:
    """By coding every review with another list; what people decided is held to what it finds."""
    numbers = {review.reference: review.id for review in held}
    rows: list[FoundTerms] = []
    left_out: Counter[str] = Counter()
    for reference in watch(list(numbers)):
        kept = reviews.load_review(session, reference)
        assert kept is not None, "It was just listed."
        review = assembled(replace(kept, extracts=(), judged=()))
        rows += [_of_extract(numbers[reference], n, one) for n, one in enumerate(coder.extracts(review))]
        left_out.update(coder.left_out(review))
    return _tally(session, held, rows, choice, dict(sorted(left_out.items())))


def _of_extract(number: int, ordinal: int, extract: Extract) -> FoundTerms:
    return FoundTerms(
        review_id=number,
        ordinal=ordinal,
        key=extract.key,
        document=extract.document,
        passage=extract.passage,
        start=extract.start,
        end=extract.end,
        hits=dict(zip(extract.terms, extract.term_counts, strict=True)),
        distinct=extract.distinct_hits,
        stance=extract.stance.value,
        codes=tuple(coding.code for coding in extract.codes),
    )


def _tally(
    session: Session,
    held: Sequence[PublishedReview],
    found: Sequence[FoundTerms],
    choice: TermChoice,
    left_out: dict[str, int],
) -> _Tally:
    """The rows of the extracts that pass the filters, those that people rejected apart."""
    reviews_by_id = {review.id: review for review in held}
    decided = _decisions(session, held, found)
    kept: list[TermRow] = []
    rejected: list[TermRow] = []
    for one in found:
        decision = decided.get((one.review_id, one.ordinal))
        if one.hits and _passes(one, decision, choice):
            away = decision is not None and decision.verdict is Verdict.REJECT
            (rejected if away else kept).append(_row(reviews_by_id[one.review_id], one))
    return _Tally(kept, rejected, left_out)


def _decisions(
    session: Session, held: Sequence[PublishedReview], found: Iterable[FoundTerms]
) -> dict[tuple[int, int], Decision]:
    """The latest decision about each extract that people decided about, by number of review and ordinal."""
    judged = decisions.judged_reviews(session) & {review.id for review in held}
    by_review: dict[int, list[FoundTerms]] = {number: [] for number in judged}
    for one in found:
        if one.review_id in judged:
            by_review[one.review_id].append(one)
    return {
        (number, machine.ordinal): one.decision
        for number, own in by_review.items()
        for one, machine in paired(own, decisions.load_judged(session, number))
        if machine is not None and one.decision is not None
    }


def _passes(one: FoundTerms, decision: Decision | None, choice: TermChoice) -> bool:
    stance = decision.stance_over(Stance(one.stance)) if decision else one.stance
    codes = decision.codes_over(one.codes) if decision else one.codes
    return (not choice.stance or stance in choice.stance) and (
        not choice.theme or any(code.split("/")[0] in choice.theme for code in codes)
    )


def _row(review: PublishedReview, one: FoundTerms) -> TermRow:
    return TermRow(
        review=review.reference,
        review_type=review.review_type,
        year=review.year,
        extract=f"{one.ordinal}",
        hits=one.hits,
        distinct=one.distinct,
    )


def _held_by(held: Iterable[PublishedReview]) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """How many reviews of each type, all five in their order; and of each year, the undated last."""
    held = list(held)
    types = Counter(review.review_type for review in held)
    years = Counter(review.year for review in held)
    by_year = {str(year): years[year] for year in sorted(year for year in years if year is not None)}
    return {kind.value: types[kind.value] for kind in ReviewType}, by_year | (
        {"": years[None]} if years[None] else {}
    )


def _index_version(repository: Repository) -> str:
    """Empty when there is no usable index: these counts come from the store."""
    try:
        return repository.index_version()
    except SearchIndexError:
        return ""


def years_held(repository: Repository) -> Iterator[str]:
    """The years of the published reviews from the newest, and none if there are undated ones."""
    with repository.session() as session:
        years = {review.year for review in published_reviews(session)}
    yield from (str(year) for year in sorted((year for year in years if year is not None), reverse=True))
    if None in years:
        yield "none"
