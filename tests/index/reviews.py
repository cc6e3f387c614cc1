"""Small reviews for the tests of the index, told by the text of their passages."""

import datetime
from collections.abc import Iterable, Mapping

from wsr.domain.coding import Coding, Decision, Extract, Stance, Verdict
from wsr.domain.dates import PartialDate
from wsr.domain.kinds import (
    Language,
    PassageKind,
    ReferenceSource,
    ReviewType,
    Role,
    SectionKind,
    Status,
    YearBasis,
)
from wsr.domain.passages import Passage, Section
from wsr.domain.references import slug_of
from wsr.domain.review import Board, Document, Review, Source

GWENT = Board(id="gwent", name="Gwent Safeguarding Board")
NORTH_WALES = Board(id="north-wales", name="North Wales Safeguarding Board")

_DOCUMENTS = {Language.EN: "d1", Language.CY: "d2"}


def make_extract(
    passage: int,
    text: str,
    *,
    stance: Stance = Stance.IDENTIFIED,
    codes: Iterable[str] | Mapping[str, float] = (),
    terms: Iterable[str] = (),
    verdict: Verdict | None = None,
    decided_stance: Stance | None = None,
    decided_codes: tuple[str, ...] | None = None,
    start: int = 0,
) -> Extract:
    """
    What is coded of the passage of this number; its id and key are given by `make_review`.

    Codes may come with their scores.
    """
    scores = codes if isinstance(codes, Mapping) else dict.fromkeys(codes, 1.0)
    decision = verdict and Decision(
        person="Ann Other",
        decided_at=datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC),
        verdict=verdict,
        stance=decided_stance,
        codes=decided_codes,
    )
    return Extract(
        id="",
        key="",
        document="d1",
        passage=f"p{passage}",
        start=start,
        end=start + len(text),
        text=text,
        page=1,
        terms=tuple(terms),
        stance=stance,
        codes=tuple(
            Coding(theme=code.partition("/")[0], subtheme=code.partition("/")[2] or None, score=score)
            for code, score in scores.items()
        ),
        decision=decision,
    )


def make_review(
    reference: str,
    *texts: str,
    heading: str = "Analysis",
    kind: SectionKind = SectionKind.ANALYSIS,
    more: Iterable[tuple[str, SectionKind, str]] = (),
    passage_kind: PassageKind = PassageKind.PARAGRAPH,
    language: Language = Language.EN,
    year: int | None = 2019,
    date: str | None = None,
    board: Board | None = GWENT,
    status: Status = Status.PUBLISHED,
    extracts: Iterable[Extract] = (),
) -> Review:
    """
    A review with one section of these passages, and one for each of `more`: (heading, kind, passage).

    Keys end in -1, -2 … for passages, in -e1, -e2 … for extracts.
    """
    sections = [(heading, kind, texts), *((title, each, (text,)) for title, each, text in more)]
    document = _DOCUMENTS[language]
    passages: list[Passage] = []
    for number, (_, _, paragraphs) in enumerate(sections, start=1):
        for text in paragraphs:
            ordinal = len(passages) + 1
            passages.append(
                Passage(
                    id=f"p{ordinal}",
                    key=f"{slug_of(reference)}-{ordinal}",
                    document=document,
                    number=None,
                    section=f"s{number}",
                    kind=passage_kind,
                    text=text,
                    page_first=1,
                    page_last=1,
                    boxes=(),
                )
            )
    return Review(
        reference=reference,
        reference_as_printed=reference,
        reference_source=ReferenceSource.FILE_NAME,
        slug=slug_of(reference),
        review_type=ReviewType(reference[: 4 if reference[3].isalpha() else 3]),
        form=None,
        criteria=(),
        title=f"Review {reference}",
        language=language,
        status=status,
        board=board,
        board_reference=None,
        board_reference_as_printed=None,
        subjects=(),
        authors=(),
        incident_date=None,
        report_date=None,
        publication_date=PartialDate.parse(date) if date else None,
        year=year,
        year_basis=YearBasis.REFERENCE if year else None,
        pages=1,
        agencies=(),
        documents=(
            Document(
                id=document,
                role=Role.REPORT,
                language=language,
                version=1,
                pages=1,
                machine_read=False,
                page_sizes=((595.0, 842.0),),
                page_languages=(language,),
                source=Source(
                    filename="file.pdf",
                    sha256="0" * 64,
                    bytes=1,
                    extractor="test 1",
                    ingested_at=datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC),
                ),
            ),
        ),
        claims=(),
        sections=tuple(
            Section(
                id=f"s{number}",
                document=document,
                number=None,
                heading=title,
                kind=each,
                level=1,
                page_first=1,
            )
            for number, (title, each, _) in enumerate(sections, start=1)
        ),
        passages=tuple(passages),
        recommendations=(),
        extracts=tuple(
            extract.model_copy(update={"id": f"e{number}", "key": f"{slug_of(reference)}-e{number}"})
            for number, extract in enumerate(extracts, start=1)
        ),
        warnings=(),
    )
