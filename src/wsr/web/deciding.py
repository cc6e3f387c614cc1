"""One extract to decide about: its passage with what stands around it, what is said of it, and the form."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar

from fastapi import APIRouter, Depends, Query, Request, Response
from starlette.background import BackgroundTask

from wsr.domain.accounts import Account
from wsr.domain.kinds import Language
from wsr.domain.passages import Passage
from wsr.domain.review import Review
from wsr.errors import DecisionRefused, ExtractNotFound, NoteTooLong, ReviewNotFound
from wsr.repository.deciding import decide
from wsr.repository.following import follow_soon
from wsr.repository.notes import LONGEST_NOTE
from wsr.repository.repository import Repository
from wsr.repository.working_set import WorkingSet, working_set
from wsr.web import labels
from wsr.web.addresses import (
    coding_address,
    deciding_address,
    extract_address,
    next_address,
    page_address,
    review_address,
)
from wsr.web.alone_form import form_for
from wsr.web.asked import RepositoryDep, SlugDep
from wsr.web.case import Case, look_up
from wsr.web.coding import progress
from wsr.web.decision_form import DecisionForm, Fields, fields_of
from wsr.web.forms import posted, sent_on
from wsr.web.limits import text_mark
from wsr.web.made import Made, made_of
from wsr.web.params import SaidOnArrival, WorkingParams
from wsr.web.reading import document_of, named_document
from wsr.web.roles import CuratorDep
from wsr.web.selection import Marks
from wsr.web.templating import Page, language_of, render, told
from wsr.web.why import Teller, Why
from wsr.web.wording import Wording, later, say, titled, wording
from wsr.web.work import Work

router = APIRouter()

_SAID: dict[SaidOnArrival, str] = {
    SaidOnArrival.SAVED: later("Saved."),
    SaidOnArrival.GONE: later(
        "That extract is no longer where it was: its text or the rules have changed. This is the next one."
    ),
}

_CHANGED = later("The text of this extract has changed meanwhile. Nothing was saved: look at it again.")


@router.get("/coding/{slug}/{key}")
def deciding_page(
    request: Request,
    slug: SlugDep,
    key: str,
    params: Annotated[WorkingParams, Query()],
    account: CuratorDep,
    repository: RepositoryDep,
) -> Response:
    """One extract with its form; one that is there no more leads on to the next."""
    language, work = language_of(request), params.work()
    try:
        case = look_up(repository, slug, key, account.name, alone=work.alone)
    except (ExtractNotFound, ReviewNotFound):
        return sent_on(next_address(language, work, (slug, key), SaidOnArrival.GONE))
    form = form_for(work).preset(case.extract, case.passage, repository.coder().codebook)
    return render(request, _context(repository, language, account, params, case, form, {}))


@router.post("/coding/{slug}/{key}")
def save_decision(
    request: Request,
    slug: SlugDep,
    key: str,
    params: Annotated[WorkingParams, Query()],
    account: CuratorDep,
    repository: RepositoryDep,
    form: Annotated[DecisionForm, Depends(posted(DecisionForm))],
) -> Response:
    """Keeps a decision and leads to the next extract; or the form with what is wrong."""
    language, work, place = language_of(request), params.work(), (slug, key)
    form = form_for(work).model_validate(form.model_dump())
    try:
        case = look_up(repository, slug, key, account.name, alone=work.alone)
        if form.text != text_mark(case.passage.text):
            form, errors = (
                form.over(case.extract, case.passage),
                {"first": wording(language).gettext(_CHANGED)},
            )
        else:
            errors = form.errors(wording(language))
        if not errors:
            choice = form.choice(case.extract, case.passage, repository.coder().codebook)
            decide(repository, slug, key, account.name, choice)
    except (ExtractNotFound, ReviewNotFound):
        return sent_on(next_address(language, work, place, SaidOnArrival.GONE))
    except DecisionRefused as error:
        field = "note" if isinstance(error, NoteTooLong) else "verdict-keep"
        errors = {field: error.message.said(wording(language).gettext)}
    if errors:
        return render(request, _context(repository, language, account, params, case, form, errors), 400)
    response = sent_on(next_address(language, work, place, SaidOnArrival.SAVED))
    response.background = BackgroundTask(follow_soon, repository)
    return response


@dataclass(frozen=True)
class Quoted:
    """The passage of the extract: what stands before its words, the words, and what comes after."""

    language: str
    before: str
    words: str
    after: str
    earlier: tuple[str, ...]
    """The texts of the passages before."""
    later: tuple[str, ...]


@dataclass(frozen=True)
class Walk:
    """Where the extract stands in the set, and the ways on and back."""

    progress: str
    number: str
    """“Extract 13 of 840”; empty for one that is not in the set."""
    save_url: str
    skip_url: str
    back_url: str
    """Empty at the first."""
    set_url: str


@dataclass(frozen=True, kw_only=True)
class DecidingPage(Page):
    """An extract to decide about."""

    template: ClassVar[str] = "deciding.html"
    script: ClassVar[str] = "coding.js"

    heading: str = told("The review and the page of the extract.")
    section: str = told("The heading of its section.")
    review_url: str = told("The extract in the text of its review.")
    page_url: str = told("The page of the original.")
    said: str = told("What has just happened; empty on the first visit.")
    quoted: Quoted = told("The extract in its passage.")
    why: Why | None = told("What the machine says, and why; None for who decides alone.")
    made: tuple[Made, ...] = told(
        "The decisions about it until now, the latest first; one’s own for who decides alone."
    )
    walk: Walk = told("Where one stands in the set.")
    fields: Fields = told("The fields of the form, filled in.")
    errors: dict[str, str] = told("What is wrong: the id of a field and a sentence each.")
    longest_note: int = told("How many characters a note may have.")


def _context(
    repository: Repository,
    language: Language,
    account: Account,
    params: WorkingParams,
    case: Case,
    form: DecisionForm,
    errors: dict[str, str],
) -> DecidingPage:
    say_in, work, codebook = wording(language), params.work(), repository.coder().codebook
    review, extract, passage = case.review, case.extract, case.passage
    heading = _heading(say_in, case)
    working = working_set(repository, work.query, account.name)
    teller = Teller(language, review.slug, codebook)
    return DecidingPage(
        title=titled(say_in, heading, errors),
        heading=heading,
        section=_section(say_in, review, passage),
        review_url=_in_its_review(language, case, work.alone),
        page_url=page_address(
            language,
            review.slug,
            extract.page,
            document=named_document(review, extract.document),
            passage=passage.id,
        ),
        said=say_in.gettext(_SAID[params.said]) if params.said and not errors else "",
        quoted=_quoted(case),
        why=None if work.alone else teller.why(extract.model_copy(update={"decision": None})),
        made=tuple(
            made_of(say_in, each, codebook, with_seen=not work.alone) for each in reversed(case.history)
        ),
        walk=_walk(say_in, language, work, working, (review.slug, extract.key)),
        fields=fields_of(say_in, form, passage, codebook),
        errors=errors,
        longest_note=LONGEST_NOTE,
    )


def _heading(say_in: Wording, case: Case) -> str:
    return say_in.gettext("%(reference)s, page %(page)s") % {
        "reference": case.review.reference,
        "page": case.extract.page,
    }


def _in_its_review(language: Language, case: Case, alone: bool) -> str:
    """The extract in the text of its review; for who decides alone the passage, with nothing marked."""
    slug, extract = case.review.slug, case.extract
    if not alone:
        return extract_address(language, slug, extract.key)
    document = named_document(case.review, extract.document)
    unmarked = (("marks", Marks.NONE.value),)
    return review_address(language, slug, document=document, marks=unmarked, at=extract.passage)


def _section(say_in: Wording, review: Review, passage: Passage) -> str:
    """The heading of a passage's section, or its kind in words."""
    for section in review.sections:
        if (section.document, section.id) == (passage.document, passage.section):
            return section.heading or say(say_in, labels.SECTION_KINDS, section.kind)
    return ""


def _quoted(case: Case) -> Quoted:
    text, extract = case.passage.text, case.extract
    return Quoted(
        language=document_of(case.review, extract.document).language.value,
        before=text[: extract.start],
        words=text[extract.start : extract.end],
        after=text[extract.end :],
        earlier=_texts(case.before),
        later=_texts(case.after),
    )


def _texts(passages: Sequence[Passage]) -> tuple[str, ...]:
    return tuple(each.text for each in passages)


def _walk(
    say_in: Wording, language: Language, work: Work, working: WorkingSet, place: tuple[str, str]
) -> Walk:
    number, before = working.number(place), working.before(place)
    said = say_in.gettext("Extract %(number)s of %(all)s")
    return Walk(
        progress=progress(say_in, working),
        number=said % {"number": f"{number:,}", "all": f"{len(working.places):,}"} if number else "",
        save_url=deciding_address(language, place, work, at=None),
        skip_url=next_address(language, work, place),
        back_url=deciding_address(language, before, work) if before else "",
        set_url=coding_address(language, work),
    )
