"""Coded reviews and the projects that they make, for tests: fictional, small, with two people who differ."""

import datetime
import io
import zipfile
from collections.abc import Iterable, Sequence
from typing import Any

from tests.exchange.making import CODEBOOK, TERMS
from tests.making import NOON, a_document, a_passage, a_section
from wsr.coding.keys import extract_key
from wsr.coding.merging import merge
from wsr.domain.coding import Coding, Decision, Extract, Reason, Stance, Verdict
from wsr.domain.dates import PartialDate
from wsr.domain.judging import Judged, Standing
from wsr.domain.kinds import Form, Language, ReferenceSource, ReviewType, Role, Status, YearBasis
from wsr.domain.qda import Project, ProjectHead, Source
from wsr.domain.review import Board, Review
from wsr.exchange.project import head_of
from wsr.exchange.sources import Coders, sources_of
from wsr.exchange.write.qdpx import write_qdpx

RULES = "4"
CODERS = Coders(CODEBOOK, TERMS, RULES)

OPENING = "Child A was seven when the family moved to the coast."
PRAISE = "It was good practice that the school nurse rang again."
LISTENED = "She listened; the mother said so — “we were heard”."
LATE = "The second referral came too late."
TEXTS = (OPENING, f"{PRAISE} {LISTENED}", LATE)


def a_review(
    *texts: str, reference: str = "SUSR2031-04/CTM", extracts: Sequence[Extract] = (), **facts: Any
) -> Review:
    """A published review of one English report with these passages."""
    defaults: dict[str, Any] = {
        "reference": reference,
        "reference_as_printed": reference,
        "reference_source": ReferenceSource.TEXT,
        "slug": reference.lower().replace("/", "-"),
        "review_type": ReviewType.SUSR,
        "form": Form.EXTENDED,
        "criteria": (),
        "title": "Review of “Child A” & her family",
        "language": Language.EN,
        "status": Status.PUBLISHED,
        "board": Board(id="ctm", name="Cwm Taf Morgannwg Safeguarding Board"),
        "board_reference": None,
        "board_reference_as_printed": None,
        "subjects": (),
        "authors": (),
        "incident_date": None,
        "report_date": PartialDate(2031, 5),
        "publication_date": None,
        "year": 2031,
        "year_basis": YearBasis.REPORT,
        "pages": 1,
        "agencies": (),
        "documents": (a_document(),),
        "claims": (),
        "sections": (a_section(),),
        "passages": tuple(a_passage(number, text) for number, text in enumerate(texts, start=1)),
        "recommendations": (),
        "extracts": tuple(extracts),
        "warnings": (),
    }
    return Review(**{**defaults, **facts})


def an_extract(passage: int, text: str, words: str, /, **facts: Any) -> Extract:
    """An extract of the passage of this number and text, found by the rules."""
    start = text.index(words)
    defaults: dict[str, Any] = {
        "id": "e0",
        "key": extract_key(f"key{passage:09d}", words),
        "document": "d1",
        "passage": f"p{passage}",
        "start": start,
        "end": start + len(words),
        "text": words,
        "page": 1,
        "stance": Stance.IDENTIFIED,
        "stance_because": (Reason(rule="praise", words="good practice"),),
        "terms": ("good practice",) if "good practice" in words else (),
        "term_counts": (1,) if "good practice" in words else (),
        "codes": (Coding(theme="communication", subtheme="listening", score=3.0),),
    }
    return Extract(**{**defaults, **facts})


def judged_of(extract: Extract, passage_key: str, *decisions: Decision) -> Judged:
    """What people decided about an extract, where the rules found it."""
    return Judged(
        key=extract.key,
        role=Role.REPORT,
        language=Language.EN,
        passage_key=passage_key,
        quote=extract.text,
        before="",
        after="",
        start=extract.start,
        standing=Standing(
            document=extract.document,
            passage=extract.passage,
            passage_key=passage_key,
            start=extract.start,
            end=extract.end,
        ),
        decisions=decisions,
    )


def a_decision(person: str, verdict: Verdict = Verdict.KEEP, minutes: int = 0, **facts: Any) -> Decision:
    """A decision at noon, or so many minutes later."""
    return Decision(
        person=person, decided_at=NOON + datetime.timedelta(minutes=minutes), verdict=verdict, **facts
    )


FOUND = (
    an_extract(2, TEXTS[1], PRAISE),
    an_extract(2, TEXTS[1], LISTENED),
    an_extract(3, TEXTS[2], LATE, stance=Stance.CRITICISM, codes=()),
)
JUDGED = (
    judged_of(
        FOUND[0],
        "key000000002",
        a_decision("mari", stance=Stance.GENERAL, codes=("care",), note="A norm?"),
        a_decision("ifan", minutes=5, start=0, end=18),
    ),
    judged_of(FOUND[2], "key000000003", a_decision("mari", Verdict.REJECT)),
)


def coded_review(judged: Iterable[Judged] = JUDGED) -> Review:
    """The review of TEXTS with what was found in it and decided about it."""
    review = a_review(*TEXTS)
    return review.model_copy(update={"extracts": merge(FOUND, judged, review.passages)})


def head(reviews: Iterable[Review] = ()) -> ProjectHead:
    """The head of a project of reviews, with two people and a method."""
    return head_of(
        reviews,
        CODEBOOK,
        TERMS,
        name="Practice in Wales",
        origin="wsr 0.1.0",
        rules=RULES,
        day=NOON.date(),
        people=("mari", "ifan"),
        method=("Everything about “risk”.", "2 extracts in 1 review."),
    )


def a_project() -> Project:
    """The project of the coded review."""
    review = coded_review()
    return Project(head=head((review,)), sources=tuple(sources_of(review, JUDGED, CODERS)))


def written(project: ProjectHead, sources: Iterable[Source]) -> bytes:
    """The bytes of a project file."""
    out = io.BytesIO()
    write_qdpx(project, sources, out)
    return out.getvalue()


def unpacked(content: bytes) -> dict[str, bytes]:
    """The files of an archive by name, in order."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(members: Iterable[tuple[str, bytes]]) -> bytes:
    """An archive of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return out.getvalue()
