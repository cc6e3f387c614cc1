"""One recommendation: its words, where they are printed, what rules say of it, and what people recorded of it."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from wsr.domain.coding import Coding
from wsr.domain.kinds import Language
from wsr.domain.passages import Recommendation
from wsr.domain.recommendations import AddressedBody
from wsr.domain.review import Review
from wsr.domain.search import SearchQuery
from wsr.errors import DecisionRefused, NoteTooLong, PageNotFound, ReviewNotFound, SearchIndexError
from wsr.repository.linking import extract_now, link, links_of, withdraw
from wsr.repository.notes import LONGEST_NOTE
from wsr.repository.register import recommendation_at, record_status, statuses_of
from wsr.repository.regrouping import Known
from wsr.repository.repository import Repository
from wsr.web import labels
from wsr.web.addresses import (
    REGISTER,
    group_address,
    learning_address,
    recommendation_address,
    register_address,
    review_address,
    theme_address,
)
from wsr.web.asked import NumberDep, RepositoryDep, SlugDep
from wsr.web.codes import code_name
from wsr.web.form import Option, options
from wsr.web.forms import posted, sent_on
from wsr.web.group_page import asked_for
from wsr.web.group_words import group_counts, group_words
from wsr.web.quoting import SCRIPT, Quoter, quoter_of
from wsr.web.reading import document_of
from wsr.web.recommendation_forms import LinkForm, StatusForm
from wsr.web.recommendations import PlaceLink, asked_words, place_links, recommendation_label
from wsr.web.recorded import LinkLine, RecordedLine, link_line, recorded_lines
from wsr.web.roles import CuratorDep, anyone
from wsr.web.templating import Page, language_of, render, told
from wsr.web.why import Link
from wsr.web.wording import Wording, say, titled, wording

router = APIRouter()

PATH = "/reviews/{slug}/recommendations/{key}"

_PATIENCE = 0.25
"""Seconds that the page waits for groups that are being worked out."""


@router.get(PATH)
@anyone
def recommendation_page(request: Request, slug: SlugDep, key: str, repository: RepositoryDep) -> Response:
    """The permanent address of a recommendation; a key of an earlier version leads to the present one."""
    language = language_of(request)
    review, made = recommendation_at(repository, slug, key)
    if (review.slug, made.key) != (slug, key):
        return RedirectResponse(recommendation_address(language, review.slug, made.key), status_code=302)
    return render(request, recommendation_context(repository, quoter_of(request), review, made))


@router.post(PATH + "/statuses")
def record(
    request: Request,
    slug: SlugDep,
    key: str,
    account: CuratorDep,
    repository: RepositoryDep,
    form: Annotated[StatusForm, Depends(posted(StatusForm))],
) -> Response:
    """Keeps a status that somebody records; or the page with what is wrong."""
    language = language_of(request)
    review, made = recommendation_at(repository, slug, key)
    errors = form.errors(wording(language))
    if errors:
        page = recommendation_context(
            repository, quoter_of(request), review, made, status_form=form, errors=errors
        )
        return render(request, page, 400)
    record_status(repository, slug, made.key, account.name, form.choice())
    return sent_on(recommendation_address(language, review.slug, made.key, "recorded"))


@router.post(PATH + "/links")
def make_link(
    request: Request,
    slug: SlugDep,
    key: str,
    account: CuratorDep,
    repository: RepositoryDep,
    form: Annotated[LinkForm, Depends(posted(LinkForm))],
) -> Response:
    """Links the recommendation to a later extract; or the page with what is wrong."""
    language = language_of(request)
    review, made = recommendation_at(repository, slug, key)
    place, errors = form.place(), form.errors(wording(language))
    if not errors and place and form.bearing:
        try:
            link(repository, (slug, made.key), place, form.bearing, account.name, form.why)
        except (DecisionRefused, PageNotFound, ReviewNotFound) as error:
            field = "why" if isinstance(error, NoteTooLong) else "extract"
            errors = {field: error.message.said(wording(language).gettext)}
    if errors:
        page = recommendation_context(
            repository, quoter_of(request), review, made, link_form=form, errors=errors
        )
        return render(request, page, 400)
    return sent_on(recommendation_address(language, review.slug, made.key, "links"))


@router.post(PATH + "/links/{number}/withdraw")
def withdraw_link(
    request: Request,
    slug: SlugDep,
    key: str,
    number: NumberDep,
    account: CuratorDep,
    repository: RepositoryDep,
) -> Response:
    """Withdraws a link; that it was made stays to be seen."""
    language = language_of(request)
    review, made = recommendation_at(repository, slug, key)
    try:
        withdraw(repository, (slug, made.key), number, account.name)
    except DecisionRefused as error:
        errors = {"links": error.message.said(wording(language).gettext)}
        return render(
            request, recommendation_context(repository, quoter_of(request), review, made, errors=errors), 400
        )
    return sent_on(recommendation_address(language, review.slug, made.key, "links"))


@dataclass(frozen=True)
class CodeLine:
    """A theme that rules give, and the words that spoke for it."""

    name: str
    url: str
    because: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class RecommendationPage(Page):
    """A recommendation."""

    template: ClassVar[str] = "recommendation.html"
    script: ClassVar[str] = SCRIPT

    reference: str = told("The reference of its review.")
    kind: str = told("The type of the review.")
    year: str = told("The year of the review; empty when unknown.")
    board: str = told("The body that published the review; empty when unknown.")
    review_title: str = told("The title of the review.")
    review_url: str = told("The recommendation in the table of its review.")
    label: str = told("What it is called: as printed before it, or in words.")
    paragraphs: tuple[str, ...] = told("Its text, as printed.")
    language: str = told("The language of the text.")
    addressees: tuple[str, ...] = told("Whom it is addressed to, as printed.")
    agencies: tuple[Link, ...] = told("The kinds of agency addressed, in alphabetical order.")
    bodies: tuple[Link, ...] = told(
        "The known bodies addressed, by their present names, in alphabetical order."
    )
    level: Link = told("Whom it binds.")
    places: tuple[PlaceLink, ...] = told("Every place where it is printed.")
    action: str = told("What is to be done, from its verb on; empty when no verb says it.")
    times: tuple[str, ...] = told("Dates and time limits printed.")
    themes: tuple[CodeLine, ...] = told("Its high-level themes.")
    codes: tuple[CodeLine, ...] = told("Its themes of practice.")
    recorded: tuple[RecordedLine, ...] = told("The statuses that people recorded, the latest first.")
    links: tuple[LinkLine, ...] = told("The links to later extracts that hold.")
    withdrawn: tuple[LinkLine, ...] = told("Those that were withdrawn.")
    permalink: str = told("Its permanent address.")
    quotation: str = told("Its words with their citation, ready to paste.")
    register_url: str = told("All recommendations.")
    learning_url: str = told("Recommendations of earlier reviews that are like it, and later practice.")
    group: Link | None = told("The group that it is in; None when it is in none, or that is not known yet.")
    group_said: str = told("Who confirmed the group, or that nobody has.")
    group_url: str = told("Where it can be put together with others.")
    statuses: tuple[Option, ...] = told("What can be recorded.")
    bearings: tuple[Option, ...] = told("What a later extract can have to do with it.")
    status_form: StatusForm = told("The form of a status, as it was sent.")
    link_form: LinkForm = told("The form of a link, as it was sent.")
    errors: dict[str, str] = told("What is wrong: the id of a field and a sentence each.")
    longest_note: int = told("How many characters a note may have.")


def recommendation_context(
    repository: Repository,
    quoter: Quoter,
    review: Review,
    made: Recommendation,
    *,
    status_form: StatusForm | None = None,
    link_form: LinkForm | None = None,
    errors: dict[str, str] | None = None,
) -> RecommendationPage:
    """The page of a recommendation, with the forms as they were sent and what is wrong in them."""
    say_in, language, coding = quoter.say_in, quoter.language, made.coding
    status_form, link_form = status_form or StatusForm(), link_form or LinkForm()
    lines = [
        link_line(say_in, language, each, extract_now(repository, each))
        for each in links_of(repository, review.slug, made.key)
    ]
    codebook = repository.coder().codebook
    title = _title(say_in, review, made)
    asked = asked_for(review, made, _known(repository))
    group_url = group_address(language, asked.place)
    return RecommendationPage(
        title=titled(say_in, title, errors),
        reference=review.reference,
        kind=say(say_in, labels.REVIEW_TYPES, review.review_type),
        year=str(review.year or ""),
        board=review.board.name if review.board else "",
        review_title=review.title,
        review_url=review_address(language, review.slug, at=made.id),
        label=recommendation_label(say_in, made.label),
        paragraphs=tuple(made.text.split("\n")),
        language=document_of(review, made.places[0].document).language.value,
        addressees=made.addressees,
        agencies=_agencies(say_in, language, coding.agencies if coding else ()),
        bodies=_bodies(language, coding.bodies if coding else ()),
        level=Link(say(say_in, labels.LEVELS, made.level), _register(language, level=made.level.value)),
        places=place_links(say_in, language, review, made),
        action=asked_words(made.text, coding.action) if coding else "",
        times=coding.times if coding else (),
        themes=tuple(
            CodeLine(
                say(say_in, labels.RECOMMENDATION_THEMES, each.theme),
                _register(language, recommendation_theme=each.theme),
                _because(each),
            )
            for each in (coding.themes if coding else ())
        ),
        codes=tuple(
            CodeLine(code_name(codebook, each.code), theme_address(language, each.theme), _because(each))
            for each in (coding.codes if coding else ())
        ),
        recorded=recorded_lines(say_in, statuses_of(repository, review.slug, made.key)),
        links=tuple(line for line in lines if line.holds),
        withdrawn=tuple(line for line in lines if not line.holds),
        permalink=recommendation_address(language, review.slug, made.key),
        quotation=quoter.of_recommendation(review, made),
        register_url=register_address(language, REGISTER),
        learning_url=learning_address(language, review.slug, made.key),
        group=Link(group_counts(say_in, asked.group), group_url) if asked.group else None,
        group_said=group_words(say_in, asked.group) if asked.group else "",
        group_url=group_url,
        statuses=options(say_in, labels.RECOMMENDATION_STATUSES, status_form.status),
        bearings=options(say_in, labels.BEARINGS, link_form.bearing),
        status_form=status_form,
        link_form=link_form,
        errors=errors or {},
        longest_note=LONGEST_NOTE,
    )


def _title(say_in: Wording, review: Review, made: Recommendation) -> str:
    label = recommendation_label(say_in, made.label)
    return say_in.gettext("%(label)s of %(reference)s") % {"label": label, "reference": review.reference}


def _known(repository: Repository) -> Known:
    """The groups that are known; the page stays up without any, and without an index."""
    try:
        return repository.regrouping.known(_PATIENCE)
    except SearchIndexError:
        return Known(None, current=False)


def _agencies(say_in: Wording, language: Language, ids: tuple[str, ...]) -> tuple[Link, ...]:
    links = [Link(say(say_in, labels.AGENCIES, each), _register(language, addressee=each)) for each in ids]
    return tuple(sorted(links, key=lambda link: link.text.casefold()))


def _bodies(language: Language, bodies: tuple[AddressedBody, ...]) -> tuple[Link, ...]:
    links = [Link(each.name, _register(language, body=each.id)) for each in bodies]
    return tuple(sorted(links, key=lambda link: link.text.casefold()))


def _register(language: Language, **filters: str) -> str:
    """The register with the recommendations that share a value."""
    changed: SearchQuery = REGISTER.model_copy(update={name: (value,) for name, value in filters.items()})
    return register_address(language, changed)


def _because(coding: Coding) -> tuple[str, ...]:
    return tuple(reason.words for reason in coding.because if reason.words)
