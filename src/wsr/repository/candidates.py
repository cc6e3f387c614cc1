"""
What a pack for practice may quote: what a topic, a theme, words or a role find.

    extracts by their own words | those of paragraphs and parts with these words | recommendations -> candidates
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from gettext import NullTranslations
from itertools import islice
from typing import NamedTuple

from wsr.domain.coding import Decided, Extract, Stance
from wsr.domain.kinds import SectionKind
from wsr.domain.packs import Nearness, PackKind, Quotable
from wsr.domain.passages import Passage
from wsr.domain.references import ReviewKey
from wsr.domain.review import Review
from wsr.domain.search import Hit, SearchQuery, Sort, Unit
from wsr.domain.topics import Topic
from wsr.index.syntax import parse
from wsr.index.tokens import TOPICS, TYPED, Limits
from wsr.packs.choosing import GROUPS, chosen, group_of, in_order
from wsr.packs.thinness import said_of_little
from wsr.repository.recommended import recommended
from wsr.repository.regrouping import PATIENCE
from wsr.repository.repeated import with_repeats
from wsr.repository.repository import Repository
from wsr.repository.working_set import uncoded, undecided
from wsr.vocabulary.doing import doing_of
from wsr.vocabulary.plainness import PLAIN, PLAINEST, plainness
from wsr.vocabulary.topics import search_of

JUDGED = tuple(stance.value for stance in Stance if stance is not Stance.NEUTRAL)
"""The stances that a pack may quote."""

MOST_EXTRACTS, MOST_PASSAGES = 5_000, 2_000
"""Extracts and paragraphs that are looked at, the strongest and the best: who finds more narrows the search."""

_ON_PRACTICE = (
    SectionKind.LEARNING,
    SectionKind.ANALYSIS,
    SectionKind.EFFECTIVE_PRACTICE,
    SectionKind.CONCLUSIONS,
)
"""The parts of which what is plainly said is offered because its review set out to look at what is asked for."""

MOST_REVIEWS = 40
"""Reviews whose paragraphs are read for extracts near the words asked for: those with the best paragraphs."""


@dataclass(frozen=True, slots=True)
class PackQuery:
    """What a pack is to be about; a query without words, theme or agency is about everything."""

    query: SearchQuery
    topic: Topic | None = None
    without: tuple[str, ...] = ()
    """Words of the topic that are not searched for."""

    @property
    def text(self) -> str:
        """All words that are searched for."""
        of_topic = search_of(self.topic, self.without) if self.topic else ""
        typed = self.query.text
        return f"({of_topic}) ({typed})" if of_topic and typed else of_topic or typed


@dataclass(frozen=True, slots=True)
class Candidates:
    """What a pack may quote, each group with the best first."""

    quotable: tuple[Quotable, ...]
    index_version: str

    def extracts(self, *nearness: Nearness) -> tuple[Quotable, ...]:
        """The extracts of these degrees of nearness."""
        return tuple(each for each in self.quotable if each.stance is not None and each.nearness in nearness)

    @property
    def cut(self) -> bool:
        """Whether there are more extracts than were looked at."""
        return len(self.extracts(Nearness.OWN)) == MOST_EXTRACTS

    def groups(self) -> tuple[tuple[Quotable, ...], ...]:
        """The groups: what is valued, suggested, criticised, recommended."""
        return tuple(
            tuple(each for each in self.quotable if group_of(each) == at) for at in range(len(GROUPS))
        )

    @property
    def recommendations(self) -> tuple[Quotable, ...]:
        """The recommendations."""
        return tuple(each for each in self.quotable if each.stance is None)

    def by_rule(self, kind: PackKind) -> tuple[Quotable, ...]:
        """What a pack of a kind quotes unless a person chooses."""
        return chosen(kind, self.quotable)

    def said_of_little(
        self, wording: NullTranslations, kind: PackKind, quoted: Sequence[Quotable]
    ) -> tuple[str, ...]:
        """For each group what a pack of a kind says of it where a rule quotes little; empty where there is enough."""
        names = {each.name for each in quoted}
        told = []
        for number, group in enumerate(self.groups()):
            own = tuple(each for each in group if each.name in names)
            told.append(said_of_little(wording, kind, number, own, len(group) - len(own)))
        return tuple(told)

    def named(self, names: Iterable[str]) -> tuple[Quotable, ...]:
        """Those of these names that are still there: group by group, within each in this order, each once."""
        held = {each.name: each for each in self.quotable}
        return tuple(sorted((held[name] for name in dict.fromkeys(names) if name in held), key=group_of))


def candidates(
    repository: Repository,
    asked: PackQuery,
    places: Sequence[ReviewKey] | None = None,
    patience: float = PATIENCE,
) -> Candidates:
    """
    Everything that a pack may quote; of the extracts those of a working set, where its places are given.

    What repeats elsewhere is waited for so many seconds, see `wsr.repository.repeated`.
    Raises QueryError or IndexUnavailable, as a search does.
    """
    query = asked.query.model_copy(
        update={"text": asked.text, "stance": asked.query.stance or JUDGED, "page": 1, "sort": Sort.STRENGTH}
    )
    limits = TOPICS if asked.topic else TYPED
    if asked.topic and asked.query.text:
        parse(asked.query.text)  # what is typed has its own limits, and closes no parenthesis of the topic
    version = repository.index_version()
    if asked.topic and not search_of(asked.topic, asked.without):
        return Candidates((), version)
    found = _own(repository, query, limits, places)
    if query.text and query.sample is None and places is None:
        passages = list(islice(repository.index.every(_passages(query), limits), MOST_PASSAGES))
        found += _beside(repository, query, passages)
    found += with_repeats(repository, recommended(repository, query, limits), patience)
    kept = _in_one_language(_each_once(each for each in found if group_of(each) >= 0))
    return Candidates(in_order(_told_apart(kept, query.agency)), version)


def _own(
    repository: Repository, query: SearchQuery, limits: Limits, places: Sequence[ReviewKey] | None
) -> list[Quotable]:
    """The extracts that a query finds; or those at these places, in their order, whatever was decided of them since.

    What a person put into a working set is plain enough to be quoted.
    """
    asked = query.model_copy(update={"unit": Unit.EXTRACT})
    if places is None:
        return [_of_hit(hit) for hit in islice(repository.index.every(asked, limits), MOST_EXTRACTS)]
    held = {
        (hit.slug, hit.key): hit
        for hit in repository.index.every(uncoded(undecided(asked)), limits)
        if hit.decided != Decided.REJECTED
    }
    of_person = (_of_hit(held[place]) for place in places if place in held)
    return [each.model_copy(update={"plainness": PLAINEST}) for each in of_person]


def _passages(query: SearchQuery) -> SearchQuery:
    """The paragraphs, or those under a heading, that have the words; what is asked of extracts is asked later."""
    changes = {"stance": (), "theme": (), "subtheme": (), "term": (), "decided": (), "sort": Sort.RELEVANCE}
    return query.model_copy(update={**changes, "unit": Unit.PASSAGE})


def _beside(repository: Repository, query: SearchQuery, passages: Sequence[Hit]) -> Iterator[Quotable]:
    """The extracts of these paragraphs, and of the parts that they are of, in the order of the paragraphs."""
    of_review: dict[str, dict[tuple[str, str], int]] = defaultdict(dict)
    for rank, hit in enumerate(passages):
        if hit.slug in of_review or len(of_review) < MOST_REVIEWS:
            of_review[hit.slug][hit.document, hit.id] = rank
    ranked: list[tuple[int, Quotable]] = []
    for slug, ranks in of_review.items():
        review = repository.review(slug)
        near = _Near.of(review, ranks)
        for extract in review.extracts:
            passage = near.held[extract.document, extract.passage]
            found = near.of_extract(extract, passage)
            if found is not None and _asked_for(query, extract):
                rank, nearness = found
                ranked.append((rank, _of_extract(review, extract, passage, nearness)))
    return (each for _, each in sorted(ranked, key=lambda pair: pair[0]))


class _Near(NamedTuple):
    """How near the extracts of a review stand to the paragraphs that have the words."""

    held: dict[tuple[str, str], Passage]
    kinds: dict[tuple[str, str], SectionKind]
    ranks: dict[tuple[str, str], int]
    """Of the paragraphs that have the words."""
    parts: dict[tuple[str, str], int]
    """Of the sections that hold these."""
    sought: int | None
    """Of the first of them that is of the terms of reference; None for none."""

    @classmethod
    def of(cls, review: Review, ranks: dict[tuple[str, str], int]) -> "_Near":
        held = {(each.document, each.id): each for each in review.passages}
        kinds = {(each.document, each.id): each.kind for each in review.sections}
        parts: dict[tuple[str, str], int] = {}
        for place, rank in ranks.items():
            if place in held:
                parts.setdefault((held[place].document, held[place].section), rank)
        asked = (rank for part, rank in parts.items() if kinds[part] is SectionKind.TERMS_OF_REFERENCE)
        return cls(held, kinds, ranks, parts, min(asked, default=None))

    def of_extract(self, extract: Extract, passage: Passage) -> tuple[int, Nearness] | None:
        """The rank of what it stands near, and how near; None when it stands near nothing."""
        part = passage.document, passage.section
        if (extract.document, extract.passage) in self.ranks:
            return self.ranks[extract.document, extract.passage], Nearness.PARAGRAPH
        if part in self.parts:
            return self.parts[part], Nearness.PART
        doing = doing_of(extract.text, passage.text[: extract.start])
        plain = plainness(extract, doing) >= PLAIN and self.kinds[part] in _ON_PRACTICE
        return (self.sought, Nearness.REVIEW) if self.sought is not None and plain else None


def _asked_for(query: SearchQuery, extract: Extract) -> bool:
    """Whether an extract has what a query asks of extracts, beside its words."""
    codes = extract.codes_in_force
    themes = {code.partition("/")[0] for code in codes}
    wanted = (
        extract.decided in query.decided if query.decided else extract.decided is not Decided.REJECTED,
        extract.stance_in_force in query.stance,
        not query.theme or not themes.isdisjoint(query.theme),
        not query.subtheme or not set(codes).isdisjoint(query.subtheme),
        not query.term or not set(extract.terms).isdisjoint(query.term),
    )
    return all(wanted)


def _of_hit(hit: Hit) -> Quotable:
    shared = set(Quotable.model_fields) & set(Hit.model_fields)
    return Quotable(**hit.model_dump(include=shared), kept=hit.decided == Decided.KEPT)


def _of_extract(review: Review, extract: Extract, passage: Passage, nearness: Nearness) -> Quotable:
    documents = {document.id: document for document in review.documents}
    pages = documents[extract.document].page_languages
    language = pages[extract.page - 1] if extract.page <= len(pages) else documents[extract.document].language
    doing = doing_of(extract.text, passage.text[: extract.start])
    return Quotable(
        reference=review.reference,
        slug=review.slug,
        review_type=review.review_type,
        year=review.year,
        title=review.title,
        board_name=review.board.name if review.board else "",
        key=extract.key,
        text=extract.text,
        language=language,
        page=extract.page,
        number=passage.cited_number,
        section_kind=next(
            s.kind for s in review.sections if (s.document, s.id) == (passage.document, passage.section)
        ),
        stance=extract.stance_in_force,
        codes=extract.codes_in_force,
        kept=extract.decided is Decided.KEPT,
        plainness=plainness(extract, doing),
        doers=tuple(sorted(doing.agencies)),
        nearness=nearness,
    )


def _told_apart(found: Iterable[Quotable], agencies: Sequence[str]) -> Iterator[Quotable]:
    """What was found for agencies, with whether they are only named in it."""
    for each in found:
        is_only_named = bool(agencies) and set(agencies).isdisjoint(each.doers)
        yield each.model_copy(update={"only_named": is_only_named})


def _each_once(found: Iterable[Quotable]) -> list[Quotable]:
    """Each by its name, and by its words within a review: a summary repeats its report."""
    by_words: dict[tuple[str, str], Quotable] = {}
    for each in found:
        by_words.setdefault((each.slug, " ".join(each.text.casefold().split())), each)
    return list({each.name: each for each in reversed(by_words.values())}.values())[::-1]


def _in_one_language(found: Sequence[Quotable]) -> list[Quotable]:
    """Of a review and its twin in the other language only the one that has more to quote."""
    count: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for each in found:
        count[each.slug][each.language] += 1
    most = {slug: max(of, key=lambda language: of[language]) for slug, of in count.items()}
    return [each for each in found if each.language == most[each.slug]]
