"""A page of the original: its picture, a passage boxed in it, and its text below."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, Field

from wsr.domain.kinds import Language
from wsr.domain.passages import Box, Passage
from wsr.domain.review import Document, Review
from wsr.errors import Message, PageNotFound
from wsr.web import labels
from wsr.web.addresses import file_address, page_address, picture_address, review_address
from wsr.web.asked import NumberDep, RepositoryDep, SlugDep
from wsr.web.reading import Part, Reader, document_of, named_document, parts
from wsr.web.roles import anyone
from wsr.web.templating import Page, language_of, render, told
from wsr.web.wording import say, wording

router = APIRouter()

_MARGIN = 3.0
"""Points between the words of a passage and the box drawn round them."""


class OriginalParams(BaseModel):
    """Which document's page, and which passage is boxed in it."""

    document: str | None = Field(default=None, description="d1, d2 …; the first one without it.")
    passage: str | None = Field(default=None, description="p1, p2 …: boxed in the picture.")


@router.get("/reviews/{slug}/pages/{number}")
@anyone
def original_page(
    request: Request,
    slug: SlugDep,
    number: NumberDep,
    params: Annotated[OriginalParams, Query()],
    repository: RepositoryDep,
) -> Response:
    """One page of a document as it was printed, beside its text."""
    review = repository.review(slug)
    document = document_of(review, params.document)
    return render(request, original_context(language_of(request), review, document, number, params.passage))


@dataclass(frozen=True)
class Frame:
    """A box in the picture, in points of the page."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, kw_only=True)
class OriginalPage(Page):
    """A page of a document."""

    template: ClassVar[str] = "original.html"

    review_title: str = told("The title of the review.")
    reference: str = told("Its reference.")
    language: str = told("The language of the document.")
    document: str = told("What the document is: a report, an action plan.")
    number: int = told("The number of the page, from 1 as a viewer shows it.")
    pages: int = told("How many pages the document has.")
    picture_url: str = told("The picture of the page.")
    width: float = told("Width of the page in points.")
    height: float = told("Height of the page in points.")
    frames: tuple[Frame, ...] = told("The boxes of the passage asked for, on this page.")
    passage_url: str = told("That passage in the whole text; empty when none was asked for.")
    review_url: str = told("The review, at the first passage of this page.")
    previous_url: str = told("The page before; empty on the first.")
    next_url: str = told("The page after; empty on the last.")
    file_url: str = told("The original file.")
    parts: tuple[Part, ...] = told("The sections with the passages that stand on this page, whole.")


def original_context(
    language: Language, review: Review, document: Document, number: int, boxed: str | None
) -> OriginalPage:
    """The context of a page. Raises PageNotFound when the document does not have it."""
    if number > document.pages:
        raise PageNotFound(
            Message(
                "This document has %(pages)s pages; there is no page %(page)s.",
                pages=document.pages,
                page=number,
            )
        )
    say_in, name = wording(language), named_document(review, document.id)
    passages = [item for item in review.passages if item.document == document.id]
    here = [item for item in passages if item.page_first <= number <= item.page_last]
    passage = next((item for item in passages if item.id == boxed), None)
    width, height = document.page_sizes[number - 1]

    def address(to: int) -> str:
        wanted = 1 <= to <= document.pages
        return page_address(language, review.slug, to, document=name, passage=boxed) if wanted else ""

    def place(at: Passage | None) -> str:
        return review_address(language, review.slug, document=name, at=at.id if at else None)

    return OriginalPage(
        title=say_in.gettext("Page %(number)s of %(reference)s")
        % {"number": number, "reference": review.reference},
        review_title=review.title,
        reference=review.reference,
        language=document.language.value,
        document=say(say_in, labels.ROLES, document.role),
        number=number,
        pages=document.pages,
        picture_url=picture_address(review.slug, number, name),
        width=width,
        height=height,
        frames=tuple(frame(box) for box in passage.boxes if box.page == number) if passage else (),
        passage_url=place(passage) if passage else "",
        review_url=place(here[0] if here else None),
        previous_url=address(number - 1),
        next_url=address(number + 1),
        file_url=file_address(review.slug, name),
        parts=parts(Reader(language, review, document, {}, boxed), number),
    )


def frame(box: Box) -> Frame:
    """The box with a little air round the words."""
    return Frame(
        x=round(box.x0 - _MARGIN, 1),
        y=round(box.y0 - _MARGIN, 1),
        width=round(box.x1 - box.x0 + 2 * _MARGIN, 1),
        height=round(box.y1 - box.y0 + 2 * _MARGIN, 1),
    )
