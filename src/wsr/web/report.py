"""The page of the report on best practice, to be read and printed."""

from dataclasses import dataclass
from typing import ClassVar, Self

from fastapi import APIRouter, Request, Response

from wsr.domain.parts import Part, Report
from wsr.web.addresses import site_address
from wsr.web.asked import RepositoryDep
from wsr.web.conditional import answer
from wsr.web.report_files import MEDIA_TYPE, attached, report_file_name, report_in_word
from wsr.web.report_parts import best_practice
from wsr.web.roles import anyone
from wsr.web.templating import Page, language_of, render, told

router = APIRouter()


@dataclass(frozen=True, kw_only=True)
class ReportPage(Page):
    """A report in parts."""

    template: ClassVar[str] = "report.html"

    notice: str = told("What to bear in mind; empty where the parts say it.")
    parts: tuple[Part, ...] = told("The parts, in their order.")
    word_url: str = told("The same in Word; empty where the page before offers it.")

    @classmethod
    def of(cls, report: Report, word_url: str = "") -> Self:
        """The page of a report."""
        return cls(title=report.title, notice=report.notice, parts=report.parts, word_url=word_url)


@router.get("/report/best-practice")
@anyone
def best_practice_report_page(request: Request, repository: RepositoryDep) -> Response:
    """The report on best practice from the present data."""
    language = language_of(request)
    report = best_practice(repository, language, site_address(request))
    return render(request, ReportPage.of(report, f"/{language}/report/best-practice.docx"))


@router.get("/report/best-practice.docx")
@anyone
def best_practice_report_file(request: Request, repository: RepositoryDep) -> Response:
    """The same in Word."""
    report = best_practice(repository, language_of(request), site_address(request))
    headers = attached(report_file_name("best-practice", report))
    return answer(request, report_in_word(report), MEDIA_TYPE, headers=headers)
