"""Has this been recommended before? The draft is sent by POST and kept nowhere: not stored, logged or cached."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, ClassVar

from fastapi import APIRouter, Depends, Request, Response
from markupsafe import Markup
from pydantic import BaseModel, Field

from wsr.domain.dates import PartialDate
from wsr.domain.kinds import Language
from wsr.domain.learning import LIMIT_OF_DRAFT, Answer, EarlierRecommendation, LaterExtract
from wsr.errors import InvalidQuery
from wsr.repository.learning import answer, answer_of
from wsr.web.addresses import page_address, recommendation_address, review_address
from wsr.web.alike import (
    NO_EVIDENCE,
    counts_of,
    families_of,
    judge_of,
    later_counts_of,
    limit_sentences,
    meaning_of,
    stance_heading,
    undated_sentences,
)
from wsr.web.asked import RepositoryDep, checked_slug
from wsr.web.conditional import PERSONAL
from wsr.web.forms import posted
from wsr.web.marking import marked_text
from wsr.web.recommendations import recommendation_label
from wsr.web.roles import anyone
from wsr.web.templating import Page, language_of, render, told
from wsr.web.wording import Wording, wording

router = APIRouter()


class LearningForm(BaseModel):
    """The form as it is sent."""

    draft: str = Field(default="", repr=False)
    before: str = ""
    after: str = ""

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
class EarlierItem:
    """A recommendation that is alike."""

    reference: str
    year: str
    board: str
    label: str
    text: Markup
    language: str
    meaning: str
    """What a model says of it; empty for nothing."""
    families: tuple[str, ...]
    url: str
    page_label: str
    page_url: str


@dataclass(frozen=True)
class LaterItem:
    """An extract on the subject."""

    reference: str
    year: str
    text: Markup
    language: str
    meaning: str
    families: tuple[str, ...]
    url: str
    page_label: str


@dataclass(frozen=True)
class StanceItems:
    """The extracts of one stance."""

    id: str
    heading: str
    items: tuple[LaterItem, ...]


@dataclass(frozen=True)
class Found:
    """What is like a draft."""

    counts: str
    limits: tuple[str, ...]
    earlier: tuple[EarlierItem, ...]
    later_counts: str
    stances: tuple[StanceItems, ...]
    undated: tuple[str, ...]
    asked: str
    """What was asked, where it is one of the register; empty for a draft, which stands in the form."""
    asked_of: str
    """The reference of its review."""
    asked_url: str
    judge: str
    no_evidence: str


@dataclass(frozen=True, kw_only=True)
class LearningPage(Page):
    """The form, and what was found."""

    template: ClassVar[str] = "learning.html"

    form: LearningForm = told("The form as it was sent.")
    errors: dict[str, str] = told("What is wrong with it: the id of a field and a sentence each.")
    most: int = told("How many characters a draft may have.")
    found: Found | None = told("What is alike; None when nothing was asked yet, or not rightly.")


@router.get("/learning")
@anyone
def learning_page(request: Request, repository: RepositoryDep, recommendation: str = "") -> Response:
    """The form; with a recommendation of the register, what is like it."""
    say_in, language = wording(language_of(request)), language_of(request)
    if not recommendation:
        return render(request, _page(say_in))
    slug, _, key = recommendation.partition("/")
    found = answer_of(repository, checked_slug(slug), key)
    url = recommendation_address(language, checked_slug(slug), key)
    return render(request, _page(say_in, found=_found(say_in, language, found, url)))


@router.post("/learning")
@anyone
def ask(
    request: Request,
    repository: RepositoryDep,
    form: Annotated[LearningForm, Depends(posted(LearningForm))],
) -> Response:
    """What is like the draft that was sent; or the form with what is wrong with it, status 400."""
    say_in, language = wording(language_of(request)), language_of(request)
    errors = form.errors(say_in)
    if not errors:
        try:
            found = answer(repository, form.draft, form.date("before"), form.date("after"))
        except InvalidQuery as error:
            errors = {"draft": error.message.said(say_in.gettext)}
    if errors:
        response = render(request, _page(say_in, form, errors), 400)
    else:
        response = render(request, _page(say_in, form, found=_found(say_in, language, found)))
    response.headers["Cache-Control"] = PERSONAL
    del response.headers["ETag"]
    return response


def _page(
    say_in: Wording,
    form: LearningForm | None = None,
    errors: dict[str, str] | None = None,
    found: Found | None = None,
) -> LearningPage:
    title = say_in.gettext("Has this been recommended before?")
    return LearningPage(
        title=say_in.gettext("Error: %(title)s") % {"title": title} if errors else title,
        form=form or LearningForm(),
        errors=errors or {},
        most=LIMIT_OF_DRAFT,
        found=found,
    )


def _found(say_in: Wording, language: Language, found: Answer, asked_url: str = "") -> Found:
    return Found(
        counts=counts_of(say_in, found),
        limits=tuple(limit_sentences(say_in, found)),
        earlier=tuple(_earlier(say_in, language, each) for each in found.earlier),
        later_counts=later_counts_of(say_in, found),
        stances=tuple(_stances(say_in, language, found.later)),
        undated=tuple(undated_sentences(say_in, found)),
        asked=found.text if asked_url else "",
        asked_of=found.reference,
        asked_url=asked_url,
        judge=judge_of(say_in, found),
        no_evidence=say_in.gettext(NO_EVIDENCE),
    )


def _earlier(say_in: Wording, language: Language, each: EarlierRecommendation) -> EarlierItem:
    return EarlierItem(
        reference=each.reference,
        year=_year(say_in, each.year),
        board=each.board,
        label=recommendation_label(say_in, each.label),
        text=marked_text(each.text, each.matches),
        language=each.language,
        meaning=meaning_of(say_in, each),
        families=families_of(each.because),
        url=recommendation_address(language, each.slug, each.key),
        page_label=say_in.gettext("page %(number)s") % {"number": each.page},
        page_url=page_address(language, each.slug, each.page, document=each.document, passage=each.passage),
    )


def _stances(say_in: Wording, language: Language, later: Iterable[LaterExtract]) -> Iterable[StanceItems]:
    by_stance: dict[str, list[LaterItem]] = {}
    headings = {}
    for each in later:
        headings[each.stance.value] = stance_heading(say_in, each.stance)
        by_stance.setdefault(each.stance.value, []).append(_later(say_in, language, each))
    return [StanceItems(stance, headings[stance], tuple(items)) for stance, items in by_stance.items()]


def _later(say_in: Wording, language: Language, each: LaterExtract) -> LaterItem:
    return LaterItem(
        reference=each.reference,
        year=_year(say_in, each.year),
        text=marked_text(each.text, each.matches),
        language=each.language,
        meaning=meaning_of(say_in, each),
        families=families_of(each.because),
        url=review_address(language, each.slug, document=each.document, at=each.passage),
        page_label=say_in.gettext("page %(number)s") % {"number": each.page},
    )


def _year(say_in: Wording, year: int | None) -> str:
    return str(year) if year else say_in.gettext("undated")
