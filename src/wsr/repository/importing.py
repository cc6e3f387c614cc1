"""
Codings that people made in other programs become their decisions, in one transaction.

    project | whose codings | each source: its review and document, by guid, else by name | each stretch: its passage
    -> decisions (wsr.repository.receiving) | the index follows
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from wsr.domain.imports import Imported, Misfit
from wsr.domain.kinds import Language, Role
from wsr.domain.passages import Passage
from wsr.domain.qda import Project, Source
from wsr.domain.review import Review
from wsr.errors import InvalidInput
from wsr.exchange.aligning import Aligned
from wsr.exchange.codes import names_of_codes
from wsr.exchange.read.codings import Row, by_reference
from wsr.exchange.returned import RULES, CodesKnown, Returned, coders_of, returned
from wsr.exchange.sources import shown
from wsr.exchange.texts import SourceText, one_line, source_guid, source_name, source_text
from wsr.repository.clock import now
from wsr.repository.covering import Placed
from wsr.repository.receiving import Asked, Received, receive
from wsr.repository.repository import Repository, assembled
from wsr.repository.tabled import Tabled
from wsr.repository.upkeep import follow, recover_locked
from wsr.store import accounts, decisions, reviews
from wsr.store.database import Session
from wsr.store.reviews import StoredReview

_SAID = {
    "no_words": "There are no words in it.",
    "text_not_found": "Its words are not in the text that is held now.",
    "ambiguous": "Its words stand several times in the text, and nothing tells which are meant.",
    "more_than_a_passage": "It reaches over several paragraphs; an extract lies in one.",
}
"""What is said of stretches without a place, by reason."""


@dataclass(frozen=True, slots=True)
class _Document:
    """The document that a source is."""

    slug: str
    role: Role
    language: Language


def import_project(
    repository: Repository, project: Project, person: str, *, user: str | None = None, dry_run: bool = False
) -> Imported:
    """
    Take the codings of one user of a project as decisions of a person.

    Args:
        person: The name of an account.
        user: What the project calls the person; needed only when several people coded in it.
        dry_run: Say what would be taken, and change nothing.

    What the rules or other people of ours coded is theirs and not taken. Whatever does not fit is named, and nothing
    is made of it. Raises AccountNotFound, or InvalidInput naming the users to choose among.
    """
    with repository.writing():
        recover_locked(repository)
        name, others = _account(repository, person)
        coders = coders_of(project)
        people = _people(coders, name, others, user)
        coder = repository.coder()
        names_rules = any(each.startswith(RULES) for each in coders.values())
        asked = Asked(name, coder.codebook.name, coder.version, now(), names_rules=names_rules)
        received = Received([Misfit(reason=one.reason, sentence=one.sentence) for one in project.unread])
        known = CodesKnown.of(project, coder.codebook, coder.terms)
        sources = _by_review(repository, project.sources, people, known, received)
        with repository.session() as session:
            for slug, own in sources.items():
                kept = _kept(session, slug)
                review = assembled(kept)
                placed = [one for each in own for one in _placed(review, *each, received)]
                _take(session, kept, review, placed, asked, received, dry_run=dry_run)
        if not dry_run:
            follow(repository)
    return received.imported(name, dry_run=dry_run)


def import_codings(
    repository: Repository, rows: Sequence[Row], person: str, *, dry_run: bool = False
) -> Imported:
    """
    Take the rows of a table that were changed since they were written as decisions of a person.

    Raises AccountNotFound.
    """
    with repository.writing():
        recover_locked(repository)
        name, _ = _account(repository, person)
        coder = repository.coder()
        asked = Asked(name, coder.codebook.name, coder.version, now(), names_rules=True)
        received = Received()
        slugs = {summary.reference.casefold(): summary.slug for summary in repository.summaries()}
        with repository.session() as session:
            for reference, own in by_reference(rows):
                if reference not in slugs:
                    received.misfits.append(_unknown_review(own))
                    continue
                kept = _kept(session, slugs[reference])
                judged = {one.key: one for one in kept.judged}
                tabled = Tabled(assembled(kept), judged, names_of_codes(coder.codebook), received.misfits)
                placed = list(tabled.placed(own))
                received.unchanged += tabled.nothing_new
                _take(session, kept, tabled.review, placed, asked, received, dry_run=dry_run)
        if not dry_run:
            follow(repository)
    return received.imported(name, dry_run=dry_run)


def _account(repository: Repository, person: str) -> tuple[str, set[str]]:
    """The name of an account, and those of all others. Raises AccountNotFound."""
    with repository.session() as session:
        name = accounts.load_account(session, person.strip().lower()).account.name
        return name, {one.name for one in accounts.all_accounts(session)} - {name}


def _people(
    coders: Mapping[str | None, str], person: str, others: set[str], user: str | None
) -> set[str | None]:
    """The guids of those whose codings are the person's. Raises InvalidInput when that cannot be told."""
    if user is not None:
        chosen = {guid for guid, name in coders.items() if name == user}
        if not chosen:
            raise InvalidInput(f"Nobody called “{user}” coded in this file. {_listed(coders)}")
        return chosen
    own = {guid for guid, name in coders.items() if name == person}
    foreign = {
        guid: name
        for guid, name in coders.items()
        if name != person and name not in others and not name.startswith(RULES)
    }
    if len(set(foreign.values())) > 1:
        raise InvalidInput(
            f"Several people coded in this file: say whose codings with --user. {_listed(foreign)}"
        )
    return own | set(foreign)


def _listed(coders: Mapping[str | None, str]) -> str:
    names = sorted({name or "somebody without a name" for name in coders.values()})
    return f"Those who coded: {', '.join(names)}."


def _by_review(
    repository: Repository,
    sources: Iterable[Source],
    people: set[str | None],
    known: CodesKnown,
    received: Received,
) -> dict[str, list[tuple[_Document, Source, list[Returned]]]]:
    """The sources in which these people coded by the slug of their reviews; what has none is noted."""
    by_guid, by_name = _documents(repository)
    found: dict[str, list[tuple[_Document, Source, list[Returned]]]] = defaultdict(list)
    for source in sources:
        stretches, misfits = returned(source, people, known)
        received.misfits += misfits
        if not stretches:
            continue
        document = by_guid.get(source.guid) or by_name.get(_name(source.name))
        if document is None:
            received.misfits.append(
                Misfit(
                    reason="unknown_source",
                    sentence=f"“{source.name}” is no document of a published review; "
                    f"{len(stretches)} coded stretches are left out.",
                    source=source.name,
                )
            )
        else:
            found[document.slug].append((document, source, stretches))
    return found


def _documents(repository: Repository) -> tuple[dict[str, _Document], dict[str, _Document]]:
    """Every document of the published reviews by its guid and by its name as sources."""
    by_guid, by_name = {}, {}
    for summary in repository.summaries():
        for role in summary.roles:
            for language in Language:
                document = _Document(summary.slug, role, language)
                by_guid[source_guid(summary.slug, role, language)] = document
                by_name[_name(source_name(summary.reference, role, language))] = document
    return by_guid, by_name


def _name(name: str) -> str:
    """The name of a source without what tools do to names: case, blanks, the ending of a file."""
    return one_line(name).casefold().replace("_", " ").removesuffix(".txt").removesuffix(".docx")


def _kept(session: Session, slug: str) -> StoredReview:
    kept = reviews.load_review(session, slug)
    assert kept is not None, "It was just listed."
    return kept


def _take(
    session: Session,
    kept: StoredReview,
    review: Review,
    placed: Sequence[Placed],
    asked: Asked,
    received: Received,
    *,
    dry_run: bool,
) -> None:
    made = list(receive(review, kept.judged, placed, asked, received))
    if made and not dry_run:
        reviews.mark_changed(session, kept.id)  # first of all: from here on decisions about a review queue up
        for judged, decision in made:
            decisions.judge(session, kept.id, judged, decision)


def _unknown_review(rows: Sequence[Row]) -> Misfit:
    return Misfit(
        reason="unknown_source",
        sentence=f"“{rows[0].reference}” is no published review; {len(rows)} rows are left out.",
        source=f"line {rows[0].number}",
    )


def _placed(
    review: Review, document: _Document, source: Source, stretches: Iterable[Returned], received: Received
) -> Iterator[Placed]:
    """The stretches in their passages; those that have no place there are noted."""
    own = next(
        (d for d in review.documents if (d.role, d.language) == (document.role, document.language)), None
    )
    ours = source_text(review.passages, own.id if own else "")
    aligned = Aligned(source.text, ours.text)
    for one in stretches:
        place = _passage_of(ours, aligned, one)
        if isinstance(place, str):
            received.misfits.append(
                Misfit(reason=place, sentence=_SAID[place], source=source.name, words=shown(one.words))
            )
        else:
            passage, start, end = place
            yield Placed(passage, start, end, one.said, source.name, one.note, one.created)


def _passage_of(ours: SourceText, aligned: Aligned, one: Returned) -> tuple[Passage, int, int] | str:
    place = aligned.at(one.start, one.end)
    if isinstance(place, str):
        return place
    return ours.at(*place) or "more_than_a_passage"
