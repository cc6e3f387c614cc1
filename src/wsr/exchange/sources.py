"""
Our documents as the sources of a project of qualitative analysis. Pure.

    document -> one source      its extract -> selections
    what rules gave -> codings of "wsr rules N"      what a person decided -> codings of that person

Rules and each person stand apart: nobody's coding takes the place of another's. What people rejected is left out
unless it is asked for.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from wsr.domain.codebook import Codebook, TermList
from wsr.domain.coding import Decided, Decision, Extract, Stance
from wsr.domain.judging import Judged
from wsr.domain.qda import CodeApplied, Note, Selection, Source
from wsr.domain.review import Document, Review
from wsr.exchange.codes import Kind, Meaning, meanings
from wsr.exchange.guids import guid_of
from wsr.exchange.texts import SourceText, one_line, source_guid, source_name, source_text
from wsr.exchange.users import machine_of, person_of
from wsr.language.text import fixed

_SHOWN = 80
"""Characters of an extract in the name of its selection."""


@dataclass(frozen=True, slots=True)
class Coders:
    """What selections are made from: the method in force, and what is to be left out."""

    codebook: Codebook
    terms: TermList
    rules: str
    with_rejected: bool = False
    _known: dict[Meaning, str] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._known.update((each, each.guid) for each in meanings(self.codebook, self.terms))

    def guid(self, kind: Kind, name: str) -> str | None:
        """The guid of a code; None for one of another codebook or list."""
        return self._known.get(Meaning(kind, name))


def sources_of(
    review: Review,
    judged: Iterable[Judged],
    coders: Coders,
    keys: Container[str] | None = None,
    passages: Container[tuple[str, str]] = (),
) -> Iterator[Source]:
    """
    The documents of a review as sources, with its extracts as selections; one without any text is left out.

    Args:
        review: With its extracts, merged with what people decided.
        judged: Of the same review, with every decision of everybody.
        keys: The extracts that are wanted; all when None.
        passages: The passages that are wanted too, by document and id, each a selection without a code.
    """
    by_key = {one.key: one for one in judged}
    for document in review.documents:
        whole = source_text(review.passages, document.id)
        if not whole.passages:
            continue
        own = [e for e in review.extracts if e.document == document.id and (keys is None or e.key in keys)]
        source = _source(review, document, whole, own, by_key, coders)
        bare = tuple(_bare(review, whole, coders.rules, passages))
        yield source.model_copy(update={"selections": _in_order((*source.selections, *bare))})


def _source(
    review: Review,
    document: Document,
    whole: SourceText,
    extracts: Iterable[Extract],
    judged: dict[str, Judged],
    coders: Coders,
) -> Source:
    places = {
        passage.id: (start, len(passage.text))
        for passage, start in zip(whole.passages, whole.starts, strict=True)
    }
    selections: list[Selection] = []
    notes: list[Note] = []
    for extract in extracts:
        if extract.decided is Decided.REJECTED and not coders.with_rejected:
            continue
        about = _Selected(review, extract, judged.get(extract.key), coders)
        notes += about.notes()
        selections += about.selections(whole, *places[extract.passage])
    return Source(
        guid=source_guid(review.slug, document.role, document.language),
        name=source_name(review.reference, document.role, document.language),
        text=whole.text,
        description=one_line(review.title),
        selections=_in_order(selections),
        own_notes=tuple(notes),
    )


def _bare(
    review: Review, whole: SourceText, rules: str, wanted: Container[tuple[str, str]]
) -> Iterator[Selection]:
    """The passages that are wanted, as selections without a code."""
    for passage, start in zip(whole.passages, whole.starts, strict=True):
        if (passage.document, passage.id) in wanted:
            yield Selection(
                guid=guid_of("selection", review.slug, passage.document, passage.key),
                name=shown(passage.text),
                start=start,
                end=start + len(passage.text),
                description=one_line(f"{review.reference}, page {passage.page_first}"),
                user=machine_of(rules).guid,
            )


def _in_order(selections: Iterable[Selection]) -> tuple[Selection, ...]:
    return tuple(sorted(selections, key=lambda one: (one.start, one.end)))


@dataclass(frozen=True, slots=True)
class _Selected:
    """One extract on its way into a source."""

    review: Review
    extract: Extract
    judged: Judged | None
    coders: Coders

    def selections(self, whole: SourceText, begins: int, length: int) -> Iterator[Selection]:
        """One for the rules and one for each person: some programs know no other coder than that of a selection."""
        if self.extract.found_by_rules:
            yield self._selection(whole, begins, self._limits(None, length), None)
        for decision in self._latest():
            yield self._selection(whole, begins, self._limits(decision, length), decision)

    def notes(self) -> Iterator[Note]:
        """What people wrote beside their decisions."""
        for decision in self._latest():
            if text := fixed(decision.note):
                yield Note(
                    guid=self._note_guid(decision),
                    name=one_line(f"{self.review.reference}, {decision.person}"),
                    text=text,
                    user=person_of(decision.person).guid,
                    created=decision.decided_at,
                )

    def _selection(
        self, whole: SourceText, begins: int, limits: tuple[int, int], decision: Decision | None
    ) -> Selection:
        start, end = (begins + limit for limit in limits)
        user = person_of(decision.person) if decision else machine_of(self.coders.rules)
        created = decision.decided_at if decision else None
        guid = guid_of("selection", self.review.slug, self.extract.key, user.guid)
        return Selection(
            guid=guid,
            name=shown(whole.text[start:end]),
            start=start,
            end=end,
            description=self._described(),
            user=user.guid,
            created=created,
            codings=tuple(
                CodeApplied(guid=guid_of("coding", guid, code), code=code, user=user.guid, created=created)
                for code in self._codes(decision)
            ),
            notes=(self._note_guid(decision),) if decision and fixed(decision.note) else (),
        )

    def _codes(self, decision: Decision | None) -> list[str]:
        """The guids of what the rules say, or of what a person says; who keeps an extract affirms what they saw of it."""
        extract, guid = self.extract, self.coders.guid
        codes: Sequence[str] = extract.machine_codes
        stance: Stance | None = extract.stance
        if decision is not None:
            said = decision.or_seen(extract.as_seen(self.coders.rules))
            stance, codes = said.said_stance, said.said_codes or ()
        found = [guid(Kind.STANCE, stance.value)] if stance else []
        found += [guid(Kind.THEME, code) for code in codes]
        found += (
            [guid(Kind.VERDICT, decision.verdict.value)]
            if decision
            else [guid(Kind.TERM, t) for t in extract.terms]
        )
        return list(dict.fromkeys(each for each in found if each is not None))

    def _limits(self, decision: Decision | None, length: int) -> tuple[int, int]:
        """In the passage, of this length: those that the decision gives, else where the extract was found."""
        if decision is not None and decision.start is not None and decision.end is not None:
            start, end = max(decision.start, 0), min(decision.end, length)
            if start < end:
                return start, end
        if self.judged is not None and self.judged.standing is not None:
            return self.judged.standing.start, self.judged.standing.end
        return self.extract.start, self.extract.end

    def _latest(self) -> list[Decision]:
        """The latest decision of each person, by name."""
        latest = {decision.person: decision for decision in (self.judged.decisions if self.judged else ())}
        return [latest[person] for person in sorted(latest)]

    def _note_guid(self, decision: Decision) -> str:
        return guid_of("note", self.review.slug, self.extract.key, decision.person)

    def _described(self) -> str:
        """Where the extract is printed, and why the rules say what they say."""
        because = "; ".join(str(reason) for reason in self.extract.stance_because)
        return one_line(f"{self.review.reference}, page {self.extract.page}. {because}".rstrip(" ."))


def shown(text: str) -> str:
    """The beginning of a text on one line, with a mark where it is cut."""
    line = one_line(text)
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1].rstrip() + "…"
