"""Has this been recommended before? The draft is sent by POST and kept nowhere: not stored, logged or cached."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel, Field

from wsr.domain.dates import PartialDate
from wsr.domain.kinds import Language
from wsr.domain.learning import LIMIT_OF_DRAFT, Answer, AnswerOrder
from wsr.domain.parts import Report
from wsr.domain.references import ReviewKey
from wsr.errors import Busy, IndexUnavailable, InvalidQuery, TooOften
from wsr.repository.learning import answer, answer_of
from wsr.repository.register import latest_statuses
from wsr.repository.repository import Repository
from wsr.web import conditional
from wsr.web.addresses import learning_address, site_address
from wsr.web.alike import ORDERS
from wsr.web.asked import RepositoryDep, checked_slug
from wsr.web.conditional import PERSONAL
from wsr.web.errors import status_of, waiting
from wsr.web.form import Option, options
from wsr.web.forms import posted
from wsr.web.learning_items import Found, found_items
from wsr.web.learning_report import panel_report
from wsr.web.pace import at_work
from wsr.web.report import ReportPage
from wsr.web.report_files import MEDIA_TYPE, attached, report_file_name, report_in_word
from wsr.web.roles import anyone
from wsr.web.templating import Page, language_of, render, told
from wsr.web.wording import Wording, titled, wording

router = APIRouter()


class LearningForm(BaseModel):
    """The form as it is sent."""

    draft: str = Field(default="", repr=False)
    before: str = ""
    after: str = ""
    order: AnswerOrder = AnswerOrder.SCORE
    make: str = ""
    """docx for a report in Word, print for one to print; anything else for the page."""

    def date(self, name: str) -> PartialDate | None:
        """A date of the form; None for a blank one. Raises ValueError for what is none."""
        text = str(getattr(self, name)).strip()
        return PartialDate.parse(text) if text else None

    def errors(self, say_in: Wording) -> dict[str, str]:
        """What is wrong with the dates."""
        wrong = {}
        for name in ("before", "after"):
            try:
                self.date(name)
            except ValueError:
                wrong[name] = say_in.gettext("This is no date. Write a year, a month or a day: 2024, 2024-05 or 2024-05-17.")  # fmt: skip
        return wrong


@dataclass(frozen=True)
class Ways:
    """What else can be done with what was found of a recommendation of the register."""

    word_url: str
    print_url: str
    orders: tuple[tuple[str, str], ...]
    """Words and address of each order; the address of the one in force is empty."""


@dataclass(frozen=True, kw_only=True)
class LearningPage(Page):
    """The form, and what was found."""

    template: ClassVar[str] = "learning.html"

    form: LearningForm = told("The form as it was sent.")
    orders: tuple[Option, ...] = told("The orders that can be asked for.")
    errors: dict[str, str] = told("What is wrong with it: the id of a field and a sentence each.")
    most: int = told("How many characters a draft may have.")
    found: Found | None = told("What is alike; None when nothing was asked yet, or not rightly.")
    ways: Ways | None = told("Of a recommendation of the register: its reports and orders; None for a draft.")


@router.get("/learning")
@anyone
def learning_page(
    request: Request,
    repository: RepositoryDep,
    recommendation: str = "",
    order: AnswerOrder = AnswerOrder.SCORE,
) -> Response:
    """The form; with a recommendation of the register, what is like it."""
    say_in, language = wording(language_of(request)), language_of(request)
    if not recommendation:
        return render(request, _page(say_in))
    asked = _place(recommendation)
    with at_work(request):
        found = _items(repository, language, _found(repository, asked, order), asked)
    ways = Ways(
        word_url=learning_address(language, *asked, below="/report.docx", order=order),
        print_url=learning_address(language, *asked, below="/report", order=order),
        orders=tuple(
            (
                say_in.gettext(ORDERS[each]),
                "" if each is order else learning_address(language, *asked, order=each),
            )
            for each in AnswerOrder
        ),
    )
    return render(request, _page(say_in, found=found, ways=ways))


@router.post("/learning")
@anyone
def ask(
    request: Request,
    repository: RepositoryDep,
    form: Annotated[LearningForm, Depends(posted(LearningForm))],
) -> Response:
    """What is like the draft that was sent, or a report on it; or the form as it was, with what is wrong."""
    say_in = wording(language_of(request))
    errors = form.errors(say_in)
    try:
        if errors:
            response = render(request, _page(say_in, form, errors), 400)
        else:
            with at_work(request):
                response = _answered(request, repository, form)
    except (InvalidQuery, TooOften, Busy, IndexUnavailable) as error:
        wrong = {"draft": error.message.said(say_in.gettext)}
        response = render(request, _page(say_in, form, wrong), status_of(error))
        response.headers.update(waiting(error))
    response.headers["Cache-Control"] = PERSONAL
    del response.headers["ETag"]
    return response


@router.get("/learning/report")
@anyone
def report_to_print(
    request: Request, repository: RepositoryDep, recommendation: str, order: AnswerOrder = AnswerOrder.DATE
) -> Response:
    """The report on a recommendation of the register, to be read and printed."""
    report = _report(request, repository, _place(recommendation), order)
    return render(request, ReportPage.of(report))


@router.get("/learning/report.docx")
@anyone
def report_as_file(
    request: Request, repository: RepositoryDep, recommendation: str, order: AnswerOrder = AnswerOrder.DATE
) -> Response:
    """The same in Word."""
    asked = _place(recommendation)
    report = _report(request, repository, asked, order)
    name = report_file_name(f"learning_{asked[0]}", report)
    return conditional.answer(request, report_in_word(report), MEDIA_TYPE, headers=attached(name))


def _answered(request: Request, repository: Repository, form: LearningForm) -> Response:
    language = language_of(request)
    found = answer(repository, form.draft, form.date("before"), form.date("after")).in_order(form.order)
    if form.make not in ("docx", "print"):
        items = _items(repository, language, found)
        return render(request, _page(wording(language), form, found=items))
    report = panel_report(repository, language, site_address(request), found)
    if form.make == "print":
        return render(request, ReportPage.of(report))
    name = report_file_name("learning_draft", report)
    return Response(report_in_word(report), media_type=MEDIA_TYPE, headers=attached(name))


def _place(recommendation: str) -> ReviewKey:
    """The slug and key that an address names. Raises ReviewNotFound for a slug that cannot be one."""
    slug, _, key = recommendation.partition("/")
    return checked_slug(slug), key


def _found(repository: Repository, asked: ReviewKey, order: AnswerOrder) -> Answer:
    return answer_of(repository, *asked).in_order(order)


def _items(
    repository: Repository, language: Language, found: Answer, asked: ReviewKey | None = None
) -> Found:
    statuses = latest_statuses(repository, {each.slug for each in found.earlier})
    return found_items(wording(language), language, found, statuses, asked)


def _report(request: Request, repository: Repository, asked: ReviewKey, order: AnswerOrder) -> Report:
    with at_work(request):
        found = _found(repository, asked, order)
        return panel_report(repository, language_of(request), site_address(request), found, asked)


def _page(
    say_in: Wording,
    form: LearningForm | None = None,
    errors: dict[str, str] | None = None,
    found: Found | None = None,
    ways: Ways | None = None,
) -> LearningPage:
    title = say_in.gettext("Has this been recommended before?")
    form = form or LearningForm()
    return LearningPage(
        title=titled(say_in, title, errors),
        form=form,
        orders=options(say_in, ORDERS, form.order),
        errors=errors or {},
        most=LIMIT_OF_DRAFT,
        found=found,
        ways=ways,
    )
