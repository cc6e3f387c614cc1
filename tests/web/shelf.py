"""Reviews put into a real repository without being parsed: told by their texts, kept and indexed as ever."""

import hashlib
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from tests.exchange.projects import judged_of
from tests.making import NOON, a_document, a_parsed_document, a_passage, a_recommendation, a_section
from wsr.coding.keys import extract_key
from wsr.domain.claims import Claim
from wsr.domain.coding import Coding, Decision, Extract, Reason, Stance, Verdict
from wsr.domain.kinds import (
    ClaimSource,
    Language,
    Level,
    PassageKind,
    ReferenceSource,
    Role,
    SectionKind,
    Status,
)
from wsr.domain.passages import Box, DocumentWarning, Passage, Place
from wsr.domain.review import Document, ParsedDocument
from wsr.ingest.assemble import assemble
from wsr.repository.repository import Repository
from wsr.repository.upkeep import recover
from wsr.store import decisions, documents, extracts, reviews
from wsr.store.files import FileStore


def hold(
    repository: Repository,
    reference: str,
    *parsed: ParsedDocument,
    status: Status = Status.PUBLISHED,
    claims: Sequence[Claim] = (),
) -> None:
    """Keep a review with these documents, d1 first, and let the index follow."""
    pairs = [(_document(repository.files, reference, n, item), item) for n, item in enumerate(parsed, 1)]
    review = assemble(reference, reference, ReferenceSource.TEXT, status, pairs, claims)
    with repository.session() as session:
        number = reviews.add_review(session, review, NOON)
        for document, item in pairs:
            documents.add_document(session, number, document, item)
        reviews.set_outside_claims(session, number, claims)
        reviews.update_review(session, number, review)
    recover(repository)


def code(
    repository: Repository, reference: str, found: Sequence[Extract], decided: dict[str, Decision]
) -> None:
    """Put these extracts in place of those that rules find, with decisions by key, and let the index follow."""
    with repository.session() as session:
        kept = reviews.load_review(session, reference)
        assert kept is not None
        extracts.replace_extracts(session, kept.id, found, repository.coder().version, {})
        passages = {item.id: item for _, parsed in kept.documents for item in parsed.passages}
        for extract in found:
            if extract.key in decided:
                key = passages[extract.passage].key
                decisions.judge(session, kept.id, judged_of(extract, key), decided[extract.key])
        reviews.mark_changed(session, kept.id)
    recover(repository)


def an_extract(passage: Passage, words: str, stance: Stance, **facts: Any) -> Extract:
    """The extract with these words of a passage; its number does not matter, it is given when reviews are read."""
    start = passage.text.index(words)
    return Extract(
        id="e0",
        key=extract_key(passage.key, words),
        document=passage.document,
        passage=passage.id,
        start=start,
        end=start + len(words),
        text=words,
        page=passage.page_first,
        stance=stance,
        **facts,
    )


def extracts_of_the_report() -> tuple[tuple[Extract, ...], dict[str, Decision]]:
    """Extracts of every stance in a_report, two that overlap; one changed and one rejected by a person."""
    at = {passage.id: passage for passage in a_report().passages}
    persistent = Coding(
        theme="care-and-support",
        subtheme="persistent-care",
        score=2.5,
        because=(Reason(rule="cue", words="kept on trying"),),
    )
    recorded = Coding(theme="policy-procedures-recording", subtheme="record-keeping", score=1)
    returned = Coding(theme="communication", subtheme="persistent-communication", score=1)
    tried = an_extract(
        at["p2"],
        "The health visitor kept on trying.",
        Stance.IDENTIFIED,
        terms=("kept on trying",),
        term_counts=(1,),
        stance_because=(Reason(rule="kept_at_it", words="kept on trying"),),
        codes=(persistent,),
    )
    kept = an_extract(at["p3"], "The school nurse kept a record", Stance.IDENTIFIED, codes=(recorded,))
    shared = an_extract(
        at["p3"], "kept a record; the record was shared.", Stance.SUGGESTED, codes=(recorded,)
    )
    calls = an_extract(
        at["p4"],
        "calls were returned",
        Stance.CRITICISM,
        stance_because=(Reason(rule="a_rule_to_come", words="returned"),),
        codes=(returned,),
    )
    came = an_extract(at["p6"], "“They kept coming back.”", Stance.GENERAL)
    report = an_extract(at["p7"], "See the annual report.", Stance.IDENTIFIED)
    visit = an_extract(
        at["p8"],
        "The last visit was recorded the same day",
        Stance.NEUTRAL,
        stance_because=(Reason(rule="place", words="methodology"),),
    )
    decided = {
        shared.key: Decision(
            person="r.reader",
            decided_at=NOON,
            verdict=Verdict.KEEP,
            stance=Stance.GENERAL,
            codes=("communication/multi-agency-working",),
            note="Told as a norm.",
        ),
        report.key: Decision(person="r.reader", decided_at=NOON, verdict=Verdict.REJECT),
    }
    return (tried, kept, shared, calls, came, report, visit), decided


def _document(files: FileStore, reference: str, number: int, parsed: ParsedDocument) -> Document:
    content = _original(f"{reference} d{number}", parsed)
    sha256 = hashlib.sha256(content).hexdigest()
    path = files.path_of(sha256)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    made = a_document(sha256, id=f"d{number}", role=parsed.role, language=parsed.language)
    return made.model_copy(
        update={
            "pages": parsed.pages,
            "machine_read": parsed.machine_read,
            "page_sizes": parsed.page_sizes,
            "page_languages": parsed.page_languages,
            "source": made.source.model_copy(update={"bytes": len(content)}),
        }
    )


def _original(name: str, parsed: ParsedDocument) -> bytes:
    """A PDF with as many pages of those sizes, its name on each."""
    made = BytesIO()
    canvas = Canvas(made, invariant=True)
    for size in parsed.page_sizes:
        canvas.setPageSize(size)
        canvas.drawString(72, size[1] - 92, name)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def a_claim(field: str, value: str, **facts: Any) -> Claim:
    """A fact that the report prints on its first page."""
    defaults: dict[str, Any] = {"source": ClaimSource.DOCUMENT, "document": "d1", "page": 1, "quote": value}
    return Claim(**{**defaults, "field": field, "value": value, **facts})


def a_report() -> ParsedDocument:
    """An English report of three pages with every kind of passage in it."""
    kinds = SectionKind
    return a_parsed_document(
        pages=3,
        page_sizes=((595.0, 842.0), (595.0, 842.0), (842.0, 595.0)),
        page_languages=(Language.EN, Language.EN, Language.CY),
        sections=(
            a_section(),
            a_section(1, "Circumstances", kinds.BACKGROUND, number="1"),
            a_section(2, "Practice that helped", kinds.EFFECTIVE_PRACTICE, number="1.1", level=3),
            a_section(3, "Action plan", kinds.ACTION_PLAN, page_first=3),
        ),
        passages=(
            a_passage(1, "A review of practice with a child called here Child Q."),
            a_passage(2, "The family moved twice.\nThe health visitor kept on trying.", "s1", number="1.1.1"),
            a_passage(3, "The school nurse kept a record; the record was shared.", "s2", number="1.1.2"),
            a_passage(4, "calls were returned", "s2", kind=PassageKind.LIST_ITEM),
            a_passage(5, "the record was read", "s2", kind=PassageKind.LIST_ITEM, number="b"),
            a_passage(6, "“They kept coming back.”", "s2", kind=PassageKind.QUOTATION),
            a_passage(7, "See the annual report.", "s2", kind=PassageKind.FOOTNOTE, number="1"),
            a_passage(
                8,
                "The last visit was recorded the same day, and the paragraph goes on over the page.",
                "s2",
                page_last=2,
                boxes=(
                    Box(page=1, x0=72, y0=700, x1=520, y1=742),
                    Box(page=2, x0=72, y0=72, x1=520, y1=86),
                ),
            ),
            a_passage(
                9, "Date | Event | Agency", "s3", kind=PassageKind.TABLE_ROW, page_first=2, page_last=2
            ),
            a_passage(
                10,
                "12.3.2014 | Visit recorded | Health & school",
                "s3",
                kind=PassageKind.TABLE_ROW,
                page_first=2,
                page_last=2,
            ),
            a_passage(
                11, "May 2014 | Nobody at home", "s3", kind=PassageKind.TABLE_ROW, page_first=2, page_last=2
            ),
            a_passage(12, "Cofnodwyd yr ymweliad.", "s3", page_first=3, page_last=3),
        ),
        recommendations=(
            a_recommendation(
                1,
                "The Board should ask how missed visits are recorded.",
                addressees=("The Board", "Health"),
                level=Level.BOARD,
                places=(
                    Place(document="d1", section="s2", page=1),
                    Place(document="d1", section="s3", page=3),
                ),
            ),
            a_recommendation(2, "Schools should share their records.", label=None),
        ),
        claims=(
            a_claim("title", "Concise Child Practice Review: Child Q"),
            a_claim("form", "concise"),
            a_claim("board", "gwent", quote="Gwent Safeguarding"),
            a_claim("board_reference", "GSB 5/2017", quote="GSB 05/2017"),
            a_claim("subjects", "Child Q"),
            a_claim("authors", "R. Reviewer"),
            a_claim("incident_date", "2016-03", quote="March 2016"),
            a_claim("report_date", "2017-02-14", quote="14 February 2017", page=2),
        ),
        agencies=("health-visiting", "education"),
        coded_agencies=("LA1",),
        warnings=(DocumentWarning(kind="number_gap", detail="Numbers jump from 1.1.2 to 1.1.4.", page=1),),
    )


def a_briefing() -> ParsedDocument:
    """A short companion in Welsh, read by machine."""
    return a_parsed_document(
        "Mae'r ymarferydd yn cofnodi record pob ymweliad.",
        role=Role.BRIEFING,
        language=Language.CY,
        page_languages=(Language.CY,),
        machine_read=True,
    )


def many_passages(number: int) -> ParsedDocument:
    """A report of many paragraphs, each with the word “supervision”."""
    return a_parsed_document(
        *(f"Paragraph {n} speaks of supervision." for n in range(1, number + 1)),
        sections=(a_section(0, "Analysis", SectionKind.ANALYSIS, level=1),),
        claims=(a_claim("publication_date", "2021-06"),),
    )
