"""What a pack is asked for: in an address, and in the form that carries what a person chose."""

from pydantic import BaseModel, Field

from wsr.domain.kinds import Language
from wsr.domain.packs import PackKind
from wsr.domain.search import SearchQuery, Sort, Unit
from wsr.repository.candidates import PackQuery
from wsr.repository.packing import topic_of
from wsr.repository.repository import Repository
from wsr.web.addresses import packs_address, query_pairs
from wsr.web.params import SearchParams, WorkingParams
from wsr.web.work import Work

_LAST = 10_000
"""The place of what was given none."""


class PackFields(BaseModel):
    """What says of a pack more than a search says."""

    kind: PackKind = Field(default=PackKind.SESSION, description="session, briefing, checklist or role.")
    topic: str = Field(default="", max_length=100, description="The id of a topic.")
    without: list[str] = Field(default=[], description="Words of the topic that are not searched for.")


class PackParams(SearchParams, PackFields):
    """The parameters of the page for packs: those of a search, a topic, and the kind."""


class WorkPackParams(WorkingParams, PackFields):
    """The same of a working set."""


class PackForm(PackParams):
    """What a person chose, as it is sent."""

    item: list[str] = Field(default=[], description="The names of everything shown, in the order shown.")
    order: list[str] = Field(
        default=[], description="For each of them the number of its place; blank for none."
    )
    keep: list[str] = Field(default=[], description="The names of those that are quoted.")
    make: str = Field(default="", description="docx, xlsx or print; blank to show the choice again.")

    def names(self) -> tuple[str, ...]:
        """What is quoted, in the order given; what has no number comes last, as it was shown."""
        kept = set(self.keep)
        numbers = [*map(_place, self.order), *(_LAST for _ in self.item)]
        placed = sorted(zip(numbers, range(len(self.item)), self.item, strict=False))
        return tuple(name for _, _, name in placed if name in kept)


class WorkPackForm(PackForm, WorkPackParams):
    """The same of a working set."""


def pack_query(repository: Repository, params: PackParams | WorkPackParams) -> PackQuery:
    """What a pack is to be about. Raises PageNotFound for a topic that there is not."""
    changes = {"unit": Unit.EXTRACT, "page": 1, "per_page": 20, "sort": Sort.RELEVANCE}
    query = params.query().model_copy(update=changes)
    topic = topic_of(repository, params.topic) if params.topic else None
    return PackQuery(query, topic, tuple(params.without) if topic else ())


def pack_pairs(kind: PackKind, asked: PackQuery) -> list[tuple[str, str]]:
    """The same as pairs for an address or for the fields of a form that are not seen."""
    pairs = [("kind", kind.value)]
    if asked.topic:
        pairs.append(("topic", asked.topic.id))
        pairs += [("without", word) for word in asked.without]
    search = query_pairs(asked.query, SearchQuery(unit=Unit.EXTRACT))
    return pairs + [pair for pair in search if pair != ("q", "")]


def pack_address(language: Language, kind: PackKind, asked: PackQuery, *, work: bool = False) -> str:
    """The page of a pack, to be chosen from."""
    return packs_address(language, pack_pairs(kind, asked), work=work)


def pack_address_of(language: Language, query: SearchQuery) -> str:
    """The page for a pack from what a search finds."""
    kind = PackKind.ROLE if query.agency and not query.text else PackKind.SESSION
    if query.unit is Unit.RECOMMENDATION:
        kind = PackKind.CHECKLIST
    whole = query.model_copy(update={"page": 1, "per_page": 20, "unit": Unit.EXTRACT, "sort": Sort.RELEVANCE})
    return pack_address(language, kind, PackQuery(whole))


def work_pack_address(language: Language, work: Work) -> str:
    """The page for a pack from a working set."""
    return pack_address(language, PackKind.SESSION, PackQuery(work.query), work=True)


def _place(number: str) -> int:
    return int(number) if number.strip().isdecimal() and len(number) < 6 else _LAST
