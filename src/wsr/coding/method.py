"""
The statistics of a term list: what each term found, what it added, and what others had found already. Pure.

    rows (extracts) | those of each term | counts, overlap, gain | counts by type and year -> ListCounts
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from wsr.domain.method import Counts, GroupCounts, ListCounts, TermCounts, TermRow


def stretches_of_some(hits: Mapping[str, int], distinct: int, terms: Collection[str]) -> int | None:
    """
    How many stretches the hits of some terms cover in an extract, from the counts of all its hits.

    None when counts do not tell: hits overlap, and some of those that do may be of other terms. Then they must be
    found again in its text.
    """
    chosen = sum(count for term, count in hits.items() if term in terms)
    in_all = sum(hits.values())
    if chosen == in_all:
        return distinct
    return chosen if distinct == in_all or chosen < 2 else None


def count_terms(
    rows: Sequence[TermRow],
    terms: Sequence[str],
    held_by_type: Mapping[str, int],
    held_by_year: Mapping[str, int],
) -> ListCounts:
    """
    What a term list found.

    Args:
        rows: One for each extract, in any order; those without a hit make no difference.
        terms: The ids of the list's terms, in its order.
        held_by_type: How many reviews are held of each type, in the order wanted; also those where nothing was found.
        held_by_year: Likewise of each year, as text; "" for those whose year is not known.

    Raises:
        ValueError: two rows are of one extract, or a row has a term that is not of the list.
    """
    _check(rows, terms)
    found = [row for row in rows if row.hits]
    return ListCounts(
        terms=tuple(_term_counts(found, terms)),
        raw_hits=sum(sum(row.hits.values()) for row in found),
        found=_found(found),
        by_type=_groups(found, terms, [row.review_type for row in found], held_by_type),
        by_year=_groups(found, terms, [_year(row) for row in found], held_by_year),
    )


def _check(rows: Sequence[TermRow], terms: Sequence[str]) -> None:
    repeated = [key for key, count in Counter((row.review, row.extract) for row in rows).items() if count > 1]
    if repeated:
        raise ValueError(f"The extract {repeated[0][1]} of {repeated[0][0]} has more than one row.")
    unknown = sorted({term for row in rows for term in row.hits} - set(terms))
    if unknown:
        raise ValueError(f"The term {unknown[0]!r} is not of the list.")


def _term_counts(rows: Sequence[TermRow], terms: Sequence[str]) -> Iterator[TermCounts]:
    extracts = {term: {at for at, row in enumerate(rows) if term in row.hits} for term in terms}
    seen_extracts: set[int] = set()
    seen_reviews: set[str] = set()
    for term, own in extracts.items():
        reviews = {rows[at].review for at in own}
        yield TermCounts(
            term=term,
            found=_found_by(term, [rows[at] for at in own]),
            new_extracts=len(own - seen_extracts),
            new_reviews=len(reviews - seen_reviews),
            shared={
                other: len(own & its) / len(own)
                for other, its in extracts.items()
                if other != term and own & its
            },
        )
        seen_extracts |= own
        seen_reviews |= reviews


def _groups(
    rows: Sequence[TermRow], terms: Sequence[str], values: Sequence[str], held: Mapping[str, int]
) -> tuple[GroupCounts, ...]:
    """In the order of what is held, then what is found only."""
    members: dict[str, list[TermRow]] = {value: [] for value in (*held, *sorted(set(values) - set(held)))}
    for value, row in zip(values, rows, strict=True):
        members[value].append(row)
    return tuple(
        GroupCounts(
            value=value,
            held=held.get(value, 0),
            found=_found(own),
            terms={term: _found_by(term, own) for term in terms},
        )
        for value, own in members.items()
    )


def _found(rows: Sequence[TermRow]) -> Counts:
    return Counts(
        hits=sum(row.distinct for row in rows), extracts=len(rows), reviews=len({row.review for row in rows})
    )


def _found_by(term: str, rows: Sequence[TermRow]) -> Counts:
    own = [row for row in rows if term in row.hits]
    return Counts(
        hits=sum(row.hits[term] for row in own), extracts=len(own), reviews=len({row.review for row in own})
    )


def _year(row: TermRow) -> str:
    return "" if row.year is None else str(row.year)
