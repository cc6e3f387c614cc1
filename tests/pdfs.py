"""Small fictional reviews as real PDFs, each made in a line."""

from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer

_STYLES = getSampleStyleSheet()

FICTIONAL = "This is a fictional sample and describes no real person or event."


def make_review(
    path: Path,
    *,
    title: str = "Child Practice Review Report",
    board: str = "Gwent Safeguarding Board",
    subject: str = "Re: Child A",
    date: str = "May 2019",
    analysis: Sequence[str] = (
        "The health visitor kept on trying and wrote down each visit on the same day.",
    ),
    recommendations: Sequence[str] = (
        "The Board should seek assurance that missed appointments are followed up.",
    ),
) -> Path:
    """
    A review of one or two pages with the parts that every review has.

    Returns the path written. The same arguments give the same bytes.
    """
    flow: list[Flowable] = [Paragraph(text, _STYLES["Title"]) for text in (title, board)]
    flow += [Paragraph(text, _STYLES["Normal"]) for text in (subject, date, FICTIONAL)]
    flow += _part("Brief outline of circumstances resulting in the Review", (
        "A concise Child Practice Review was commissioned by the Board under the Social Services and Well-being "
        "(Wales) Act 2014. The family had been known to services for two years before the incident.",
    ))  # fmt: skip
    flow += _part("Practice and organisational learning", analysis)
    flow += _part(
        "Recommendations", [f"Recommendation {n}: {text}" for n, text in enumerate(recommendations, start=1)]
    )
    path.parent.mkdir(exist_ok=True)
    SimpleDocTemplate(str(path), title=title, invariant=1).build(flow)
    return path


def make_early_and_late(
    folder: Path, early: Sequence[str], late: Sequence[str], praise: Sequence[str] = ()
) -> None:
    """CPR2019-W91, which recommends, and CPR2021-W92 of another child, which recommends later and praises."""
    make_review(folder / "CPR2019-W91.pdf", recommendations=early)
    make_review(
        folder / "CPR2021-W92.pdf",
        date="May 2021",
        subject="Re: Child B",
        analysis=praise or ("Nothing else is told here.",),
        recommendations=late,
    )


def _part(heading: str, paragraphs: Sequence[str]) -> list[Flowable]:
    body = [
        flowable for text in paragraphs for flowable in (Paragraph(text, _STYLES["Normal"]), Spacer(1, 8))
    ]
    return [Spacer(1, 14), Paragraph(heading, _STYLES["Heading1"]), *body]
