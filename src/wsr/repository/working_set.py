"""
What somebody works through: the extracts of a query, in an order that holds while decisions are made.

    keys of the query -> those that belong to it by what the machine says -> drawn -> those of the state asked for

See docs/decisions/0066-working-sets.md for why the index alone cannot say it.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from wsr.coding.merging import SAME, in_common
from wsr.domain.coding import STATE_AFTER, Decided
from wsr.domain.references import ReviewKey, slug_of
from wsr.domain.search import SearchQuery, Sort, Unit
from wsr.index.sampling import in_order_drawn
from wsr.repository.repository import Repository
from wsr.store import decisions, reviews
from wsr.store.decisions import Found, Said


@dataclass(frozen=True, slots=True)
class WorkingSet:
    """A set of extracts, in its order, and how far it is decided."""

    places: tuple[ReviewKey, ...]
    mine: frozenset[ReviewKey]
    """Those that the person has decided about."""
    decided: frozenset[ReviewKey]
    """Those that anybody has decided about."""

    @property
    def reviews(self) -> int:
        """How many reviews they are of."""
        return len({slug for slug, _ in self.places})

    def number(self, place: ReviewKey) -> int | None:
        """Which one a place is, from 1; None when it is not in the set."""
        return self.places.index(place) + 1 if place in self.places else None

    def after(self, place: ReviewKey | None = None) -> ReviewKey | None:
        """
        The next one that the person has not decided about, then those from the beginning; None when there is none.

        The place itself comes last. After one that is not in the set come those of its review, from the first.
        """
        start = self._start(place)
        return next(
            (each for each in self.places[start:] + self.places[:start] if each not in self.mine), None
        )

    def before(self, place: ReviewKey) -> ReviewKey | None:
        """The one before a place, decided or not; None before the first, and for one that is not in the set."""
        number = self.number(place)
        return self.places[number - 2] if number is not None and number > 1 else None

    def _start(self, place: ReviewKey | None) -> int:
        if place is None:
            return 0
        number = self.number(place)
        if number is not None:
            return number
        return next((at for at, (slug, _) in enumerate(self.places) if slug == place[0]), 0)


def working_set(repository: Repository, query: SearchQuery, person: str) -> WorkingSet:
    """
    The extracts that a query asks for, as one person works through them.

    Its order, page and unit do not matter: extracts come by reference and place, those of a sample as they are
    drawn. Raises QueryError or IndexUnavailable, as a search does.
    """
    with repository.session() as session:
        said = decisions.all_said(session)
        found = beside(decisions.all_found(session)) if _asks_for_coding(query) else {}
        references = [reference for _, reference in reviews.published_numbers(session)]
    mine = {(each.slug, each.key) for each in said if each.person == person}
    states = latest_states(said)
    places = _drawn(_members(repository, query, found), query, references)
    if query.decided:
        places = [
            each for each in places if each in mine or states.get(each, Decided.UNDECIDED) in query.decided
        ]
    held = frozenset(places)
    return WorkingSet(tuple(places), held & mine, held & states.keys())


def undecided(query: SearchQuery) -> SearchQuery:
    """The extracts of a query whatever people have decided and chance would draw, in the order of their texts."""
    states = tuple(state.value for state in Decided)
    return query.model_copy(
        update={"unit": Unit.EXTRACT, "decided": states, "sample": None, "sort": Sort.REFERENCE, "page": 1}
    )


def uncoded(query: SearchQuery) -> SearchQuery:
    """The query without what it asks of stance and themes."""
    return query.model_copy(update={"stance": (), "theme": (), "subtheme": ()})


def latest_states(said: Collection[Said]) -> dict[ReviewKey, Decided]:
    """How far people have come with each extract that anybody decided about."""
    return {(each.slug, each.key): STATE_AFTER[each.verdict] for each in said}


def beside(found: Iterable[Found]) -> dict[ReviewKey, Found]:
    """What the machine says of each judged extract: where it finds the same words, or most of them."""
    share = {each: in_common(each.stands, each.found) for each in found}
    best: dict[ReviewKey, Found] = {}
    for each in sorted(share, key=lambda each: share[each]):
        if share[each] >= SAME:
            best[each.slug, each.key] = each
    return best


def takes(query: SearchQuery, found: Found) -> bool:
    """Whether what the machine says of an extract is what the query asks for."""
    themes = {code.partition("/")[0] for code in found.codes}
    return (
        (not query.stance or found.stance in query.stance)
        and (not query.theme or not themes.isdisjoint(query.theme))
        and (not query.subtheme or not set(found.codes).isdisjoint(query.subtheme))
    )


def _asks_for_coding(query: SearchQuery) -> bool:
    return bool(query.stance or query.theme or query.subtheme)


def _members(repository: Repository, query: SearchQuery, found: Mapping[ReviewKey, Found]) -> list[ReviewKey]:
    """All that belong to the query whatever is decided: by what the machine says where people have decided."""
    lasting = undecided(query)
    now = repository.index.keys(lasting)
    if not found:
        return now
    held = frozenset(now)
    everything = repository.index.keys(uncoded(lasting))
    return [each for each in everything if (takes(query, found[each]) if each in found else each in held)]


def _drawn(places: list[ReviewKey], query: SearchQuery, references: list[str]) -> list[ReviewKey]:
    """The sample that the query asks for, in the order in which it is drawn; everything when it asks for none."""
    if query.sample is None:
        return places
    names = {slug_of(reference): reference for reference in references}
    order = in_order_drawn([(names.get(slug, slug), key) for slug, key in places], query.seed)
    return [places[number] for number in order[: query.sample]]
