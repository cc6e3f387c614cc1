"""A later extract is linked to one of some recommendations: addresses name both ends, and never a draft."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Annotated, ClassVar

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import BaseModel

from wsr.domain.coding import Extract
from wsr.domain.dates import PartialDate
from wsr.domain.kinds import Language
from wsr.domain.passages import Recommendation
from wsr.domain.recommendations import Bearing
from wsr.domain.references import ReviewKey
from wsr.domain.review import Review
from wsr.errors import DecisionRefused, NoteTooLong, PageNotFound, ReviewNotFound
from wsr.repository.linking import link, links_to, refusal
from wsr.repository.notes import LONGEST_NOTE
from wsr.repository.register import recommendation_at
from wsr.repository.repository import Repository
from wsr.web import labels
from wsr.web.addresses import extract_address, linking_address, page_address, recommendation_address
from wsr.web.asked import RepositoryDep, checked_slug
from wsr.web.dates import written_date
from wsr.web.form import Option, options
from wsr.web.forms import posted, sent_on
from wsr.web.reading import document_of
from wsr.web.recommendations import recommendation_label
from wsr.web.recorded import Linked, linked
from wsr.web.roles import CuratorDep
from wsr.web.templating import Page, language_of, render, told
from wsr.web.wording import Wording, say, titled, wording

router = APIRouter()

MOST = 40
"""Recommendations of which one is chosen; further ones are left out."""


class LinkParams(BaseModel):
    """What the address says."""

    extract: str
    """Slug and key of the extract."""
    recommendation: list[str] = []
    """Slug and key of each recommendation that it can be linked to."""
    made: int | None = None
    """The number of the link that was made just now."""


class LinkChoice(BaseModel):
    """The form as it is sent."""

    extract: str = ""
    recommendation: list[str] = []
    to: str = ""
    """Slug and key of the one that was chosen."""
    bearing: Bearing | None = None
    why: str = ""

    def errors(self, say_in: Wording) -> dict[str, str]:
        """What must be changed: the id of a field and a sentence each."""
        wrong = {}
        if self.to not in self.recommendation:
            wrong["to-1"] = say_in.gettext("Choose the recommendation that the extract is linked to.")
        if self.bearing is None:
            wrong["bearing-shows"] = say_in.gettext(
                "Choose what the extract has to do with the recommendation."
            )
        return wrong


@dataclass(frozen=True)
class Target:
    """A recommendation that can be chosen."""

    value: str
    chosen: bool
    reference: str
    date: str
    label: str
    text: str
    language: str
    url: str


@dataclass(frozen=True)
class Later:
    """The extract that is linked."""

    reference: str
    date: str
    stance: str
    text: str
    language: str
    url: str
    page_label: str
    page_url: str


@dataclass(frozen=True, kw_only=True)
class LinkPage(Page):
    """The form that links an extract."""

    template: ClassVar[str] = "learning_link.html"

    name: str = told("The extract, as its form names it.")
    extract: Later = told("The extract.")
    targets: tuple[Target, ...] = told("The recommendations that it can be linked to, in the order given.")
    kept: tuple[str, ...] = told("What the form carries on: the names of all recommendations.")
    left_out: str = told("Which were left out because they are no older or are there no more; empty when none was.")  # fmt: skip
    bearings: tuple[Option, ...] = told("What it can have to do with one.")
    why: str = told("The note, as it was sent.")
    errors: dict[str, str] = told("What is wrong: the id of a field and a sentence each.")
    longest_note: int = told("How many characters a note may have.")
    made: str = told("What was linked just now; empty when nothing was.")
    made_url: str = told("The page of the recommendation, with that link.")
    links: tuple[Linked, ...] = told("The links that hold to this extract.")


@router.get("/learning/link")
def linking_page(
    request: Request, params: Annotated[LinkParams, Query()], account: CuratorDep, repository: RepositoryDep
) -> Response:
    """Where somebody signed in chooses what an extract is linked to; with the link that was made."""
    choice = LinkChoice(extract=params.extract, recommendation=params.recommendation)
    return render(request, _page(repository, language_of(request), choice, made=params.made))


@router.post("/learning/link")
def make_link(
    request: Request,
    account: CuratorDep,
    repository: RepositoryDep,
    form: Annotated[LinkChoice, Depends(posted(LinkChoice))],
) -> Response:
    """Links the extract; or the page with what is wrong, status 400."""
    language = language_of(request)
    errors = form.errors(wording(language))
    if not errors and form.bearing:
        try:
            made = link(
                repository, _place(form.to), _place(form.extract), form.bearing, account.name, form.why
            )
        except (DecisionRefused, PageNotFound, ReviewNotFound) as error:
            field = "why" if isinstance(error, NoteTooLong) else "to-1"
            errors = {field: error.message.said(wording(language).gettext)}
        else:
            places = [_place(each) for each in form.recommendation]
            address = linking_address(language, _place(form.extract), places, made.id)
            return sent_on(address)
    return render(request, _page(repository, language, form, errors), 400)


def _place(name: str) -> ReviewKey:
    slug, _, key = name.partition("/")
    return checked_slug(slug), key


def _page(
    repository: Repository,
    language: Language,
    choice: LinkChoice,
    errors: dict[str, str] | None = None,
    made: int | None = None,
) -> LinkPage:
    say_in = wording(language)
    slug, key = _place(choice.extract)
    later, extract = repository.review(slug), repository.extract_by_key(slug, key)
    names = list(dict.fromkeys(choice.recommendation))[:MOST]
    found = list(_found(repository, names))
    offered = [each for each in found if refusal(each[1], later) is None]
    holding = links_to(repository, later.slug).get(extract.key, ())
    mine = next((each for each in holding if each.id == made), None)
    title = say_in.gettext("Link an extract to a recommendation")
    return LinkPage(
        title=titled(say_in, title, errors),
        name=f"{later.slug}/{extract.key}",
        extract=_later(say_in, language, later, extract),
        targets=tuple(_targets(say_in, language, offered, choice.to)),
        kept=tuple(names),
        left_out=_left_out(say_in, len(found) - len(offered), len(names) - len(found)),
        bearings=options(say_in, labels.BEARINGS, choice.bearing),
        why=choice.why,
        errors=errors or {},
        longest_note=LONGEST_NOTE,
        made=linked(say_in, language, mine).text if mine else "",
        made_url=recommendation_address(
            language, mine.recommendation.slug, mine.recommendation.key, "links"
        ) if mine else "",
        links=tuple(linked(say_in, language, each) for each in holding),
    )  # fmt: skip


def _found(repository: Repository, names: Iterable[str]) -> Iterator[tuple[str, Review, Recommendation]]:
    """The recommendations of these names that there are: a review may be withdrawn while somebody chooses."""
    for name in names:
        with suppress(PageNotFound, ReviewNotFound):
            yield name, *recommendation_at(repository, *_place(name))


def _targets(
    say_in: Wording,
    language: Language,
    offered: Sequence[tuple[str, Review, Recommendation]],
    chosen: str,
) -> Iterator[Target]:
    for name, review, made in offered:
        yield Target(
            value=name,
            chosen=name == chosen or len(offered) == 1,
            reference=review.reference,
            date=_date(say_in, review),
            label=recommendation_label(say_in, made.label),
            text=made.text,
            language=document_of(review, made.places[0].document).language.value,
            url=recommendation_address(language, review.slug, made.key),
        )


def _later(say_in: Wording, language: Language, review: Review, extract: Extract) -> Later:
    return Later(
        reference=review.reference,
        date=_date(say_in, review),
        stance=say(say_in, labels.STANCES, extract.stance_in_force),
        text=extract.text,
        language=document_of(review, extract.document).language.value,
        url=extract_address(language, review.slug, extract.key),
        page_label=say_in.gettext("page %(number)s") % {"number": extract.page},
        page_url=page_address(
            language, review.slug, extract.page, document=extract.document, passage=extract.passage
        ),
    )


def _date(say_in: Wording, review: Review) -> str:
    date = review.publication_date or review.report_date
    if date is None and review.year is not None:
        date = PartialDate(review.year)
    return written_date(say_in, date) if date else say_in.gettext("undated")


def _left_out(say_in: Wording, later: int, gone: int) -> str:
    said = []
    if later:
        said.append(
            say_in.gettext(
                "Left out, because an extract shows nothing of what was recommended later or in its own review: %(number)s."
            )
            % {"number": later}
        )
    if gone:
        said.append(
            say_in.gettext("Left out, because they are in no published review now: %(number)s.")
            % {"number": gone}
        )
    return " ".join(said)
