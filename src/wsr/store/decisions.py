"""What people decided about extracts: added to, never changed, and kept whatever becomes of the text."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import and_, exists, select, update
from sqlalchemy.orm import Session

from wsr.domain.coding import Decision, Seen, Stance, Verdict
from wsr.domain.judging import Judged, Standing, Unanchored
from wsr.domain.kinds import Status
from wsr.store.last_places import last_place
from wsr.store.tables import DecisionRow, ExtractRow, JudgedRow, ReviewRow


class Said(NamedTuple):
    """Who said what of which extract, without the rest of the decision."""

    slug: str
    key: str
    person: str
    verdict: Verdict


class Found(NamedTuple):
    """What the machine says where a judged extract stands."""

    slug: str
    key: str
    """Of the judged extract."""
    stands: tuple[int, int]
    found: tuple[int, int]
    """Where the machine's extract begins and ends, in the same passage."""
    stance: Stance
    codes: tuple[str, ...]
    """theme/subtheme, or the theme alone."""


def load_judged(session: Session, review_id: int) -> list[Judged]:
    """The judged extracts of a review with all decisions, in the order in which they were first decided."""
    rows = session.scalars(
        select(JudgedRow).where(JudgedRow.review_id == review_id).order_by(JudgedRow.id)
    ).all()
    return _judged(session, rows)


def judged_reviews(session: Session) -> set[int]:
    """The numbers of the reviews in which people have decided about anything."""
    return set(session.scalars(select(JudgedRow.review_id).distinct()))


def judge(session: Session, review_id: int, judged: Judged, decision: Decision) -> None:
    """
    Keep a decision. The judged extract is founded by its first decision.

    Raises AssertionError when it has no standing: what is not in the text cannot be decided about.
    """
    standing = judged.standing
    assert standing is not None, "A decision is about words that are there."
    row = session.scalars(
        select(JudgedRow).where(JudgedRow.review_id == review_id, JudgedRow.key == judged.key)
    ).one_or_none()
    if row is None:
        row = JudgedRow(
            review_id=review_id,
            **judged.model_dump(exclude={"decisions", "standing"}),
            document=standing.document,
            passage=standing.passage,
            end=standing.end,
        )
        session.add(row)
        session.flush()
    shifts: tuple[int | None, int | None] = (None, None)
    if decision.start is not None and decision.end is not None:
        shifts = (decision.start - standing.start, decision.end - standing.end)
    session.add(
        DecisionRow(
            judged_id=row.id,
            start_shift=shifts[0],
            end_shift=shifts[1],
            **decision.model_dump(exclude={"start", "end", "seen"}),
            **_seen_columns(decision.seen),
        )
    )
    session.flush()


def set_standings(session: Session, review_id: int, judged: Iterable[Judged]) -> None:
    """Remember where judged extracts of a review stand now."""
    for one in judged:
        standing = one.standing
        found: dict[str, object] = {"document": None, "passage": None, "end": None}
        if standing is not None:
            found = {
                "document": standing.document,
                "passage": standing.passage,
                "passage_key": standing.passage_key,
                "start": standing.start,
                "end": standing.end,
            }
        session.execute(
            update(JudgedRow)
            .where(JudgedRow.review_id == review_id, JudgedRow.key == one.key)
            .values(**found)
        )


def unanchored(session: Session) -> list[Unanchored]:
    """The judged extracts of published reviews whose words are there no more, by reference."""
    statement = (
        select(JudgedRow, ReviewRow.reference, ReviewRow.slug)
        .join(ReviewRow, ReviewRow.id == JudgedRow.review_id)
        .where(JudgedRow.document.is_(None), ReviewRow.status == Status.PUBLISHED)
        .order_by(ReviewRow.reference, JudgedRow.id)
    )
    found = session.execute(statement).all()
    judged = _judged(session, [row for row, _, _ in found])
    return [
        Unanchored(reference=reference, slug=slug, judged=one, stood=last_place(session, row.review_id, one))
        for (row, reference, slug), one in zip(found, judged, strict=True)
    ]


def all_said(session: Session) -> list[Said]:
    """Every decision about the published reviews in short, the earliest first: cheap, whatever their number."""
    statement = (
        select(ReviewRow.slug, JudgedRow.key, DecisionRow.person, DecisionRow.verdict)
        .join(JudgedRow, JudgedRow.id == DecisionRow.judged_id)
        .join(ReviewRow, ReviewRow.id == JudgedRow.review_id)
        .where(ReviewRow.status == Status.PUBLISHED)
        .order_by(DecisionRow.id)
    )
    return [
        Said(slug, key, person, Verdict(verdict)) for slug, key, person, verdict in session.execute(statement)
    ]


def all_found(session: Session) -> list[Found]:
    """
    What the machine says where judged extracts stand: of each what it finds under the same key, else what meets it.

    Cheap, whatever their number; one that the machine no longer finds there is not in it.
    """
    same_key = and_(ExtractRow.review_id == JudgedRow.review_id, ExtractRow.key == JudgedRow.key)
    meets = and_(
        ExtractRow.review_id == JudgedRow.review_id,
        ExtractRow.document == JudgedRow.document,
        ExtractRow.passage == JudgedRow.passage,
        ExtractRow.start < JudgedRow.end,
        ExtractRow.end > JudgedRow.start,
    )
    statement = (
        select(
            ReviewRow.slug,
            JudgedRow.key,
            JudgedRow.start,
            JudgedRow.end,
            ExtractRow.start,
            ExtractRow.end,
            ExtractRow.stance,
            ExtractRow.codes,
        )
        .join(ReviewRow, ReviewRow.id == JudgedRow.review_id)
        .where(JudgedRow.end.is_not(None))
    )
    by_key = statement.join(ExtractRow, same_key)
    by_place = statement.join(ExtractRow, meets).where(~exists().where(same_key).correlate(JudgedRow))
    return [
        Found(slug, key, (start, end), (found_start, found_end), Stance(stance), _codes(codes))
        for rows in (by_key, by_place)
        for slug, key, start, end, found_start, found_end, stance, codes in session.execute(rows)
        if end is not None
    ]


def _codes(stored: list[dict[str, str | None]]) -> tuple[str, ...]:
    """The codes of an extract as they are kept, without the rest of what is kept of them."""
    return tuple("/".join(part for part in (code["theme"], code["subtheme"]) if part) for code in stored)


def _judged(session: Session, rows: Iterable[JudgedRow]) -> list[Judged]:
    rows = list(rows)
    decisions: dict[int, list[DecisionRow]] = defaultdict(list)
    wanted = select(DecisionRow).where(DecisionRow.judged_id.in_([row.id for row in rows]))
    for decision in session.scalars(wanted.order_by(DecisionRow.id)):
        decisions[decision.judged_id].append(decision)
    return [
        Judged(
            key=row.key,
            role=row.role,
            language=row.language,
            passage_key=row.passage_key,
            quote=row.quote,
            before=row.before,
            after=row.after,
            start=row.start,
            standing=_standing(row),
            decisions=[_decision(row, decision) for decision in decisions[row.id]],
        )
        for row in rows
    ]


def _standing(row: JudgedRow) -> Standing | None:
    if row.document is None or row.passage is None or row.end is None:
        return None
    return Standing(
        document=row.document,
        passage=row.passage,
        passage_key=row.passage_key,
        start=row.start,
        end=row.end,
    )


def _decision(judged: JudgedRow, row: DecisionRow) -> Decision:
    """A decision with its limits where the judged extract stands now."""
    limits: tuple[int | None, int | None] = (None, None)
    if row.start_shift is not None and row.end_shift is not None and judged.end is not None:
        limits = (judged.start + row.start_shift, judged.end + row.end_shift)
    return Decision(
        person=row.person,
        decided_at=row.decided_at,
        verdict=row.verdict,
        stance=row.stance,
        codes=row.codes,
        start=limits[0],
        end=limits[1],
        note=row.note,
        codebook=row.codebook,
        seen=_seen(row),
        alone=row.alone,
    )


def _seen(row: DecisionRow) -> Seen | None:
    if row.seen_with is None:
        return None
    return Seen(stance=row.seen_stance, codes=row.seen_codes or (), version=row.seen_with)


def _seen_columns(seen: Seen | None) -> dict[str, object]:
    if seen is None:
        return {}
    return {"seen_stance": seen.stance, "seen_codes": seen.codes, "seen_with": seen.version}
