"""The page of the report on best practice, to be read and printed."""

from dataclasses import dataclass
from typing import ClassVar

from fastapi import APIRouter, Request, Response

from wsr.domain.parts import Part
from wsr.repository.reporting import best_practice_report
from wsr.web.asked import RepositoryDep
from wsr.web.report_parts import TITLE, report_parts
from wsr.web.roles import anyone
from wsr.web.templating import Page, language_of, render, told
from wsr.web.wording import wording

router = APIRouter()


@dataclass(frozen=True, kw_only=True)
class ReportPage(Page):
    """A report in parts."""

    template: ClassVar[str] = "report.html"

    parts: tuple[Part, ...] = told("The parts, in their order.")


@router.get("/report/best-practice")
@anyone
def best_practice_report_page(request: Request, repository: RepositoryDep) -> Response:
    """The report on best practice from the present data."""
    language, coder = language_of(request), repository.coder()
    say_in, report = wording(language), best_practice_report(repository)
    parts = report_parts(say_in, language, report, coder.terms, coder.codebook)
    return render(request, ReportPage(title=say_in.gettext(TITLE), parts=parts))
