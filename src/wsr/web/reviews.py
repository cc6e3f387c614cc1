"""The page that lists the reviews held."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar

from fastapi import APIRouter, Query, Request, Response

from wsr.domain.holdings import ReviewSummary
from wsr.domain.kinds import Language
from wsr.domain.search import Sort
from wsr.web import labels
from wsr.web.asked import RepositoryDep
from wsr.web.cards import ReviewCard, review_card
from wsr.web.facets import Chip, Choice, Facet, label_of
from wsr.web.listing import FILTERS, UNKNOWN, ListParams, counts, list_address, listed, toggled
from wsr.web.paging import Paging, paging
from wsr.web.roles import anyone
from wsr.web.templating import Page, language_of, render, told
from wsr.web.wording import Wording, counted, say, wording

router = APIRouter()

SORTS = (Sort.NEWEST, Sort.OLDEST, Sort.REFERENCE)


@router.get("/reviews")
@anyone
def reviews_page(
    request: Request, params: Annotated[ListParams, Query()], repository: RepositoryDep
) -> Response:
    """The reviews held, filtered and in order."""
    return render(request, list_context(language_of(request), repository.summaries(), params))


@dataclass(frozen=True)
class Order:
    """One order of the list, and where choosing it leads."""

    label: str
    url: str
    current: bool


@dataclass(frozen=True, kw_only=True)
class ReviewsPage(Page):
    """The list of reviews."""

    template: ClassVar[str] = "reviews.html"

    count: str = told("“12 reviews”: how many the filters leave.")
    chips: tuple[Chip, ...] = told("The filters in force, each with the address without it.")
    clear_url: str = told("The list without filters.")
    facets: tuple[Facet, ...] = told("The filters to choose from, with counts.")
    orders: tuple[Order, ...] = told("The orders to choose from.")
    feed_url: str = told("The feed of the reviews that the filters leave.")
    cards: tuple[ReviewCard, ...] = told("The reviews of this page.")
    paging: Paging = told("The row of pages.")


def list_context(language: Language, summaries: Sequence[ReviewSummary], params: ListParams) -> ReviewsPage:
    """The page of a list. Raises PageNotFound for a page past the end."""
    say_in, path, left = wording(language), f"/{language}/reviews", listed(summaries, params)

    def address(**changes: object) -> str:
        return list_address(path, params.model_copy(update={"page": 1, **changes}))

    pages = paging(say_in, params.page, params.per_page, len(left), lambda number: address(page=number))
    return ReviewsPage(
        title=say_in.gettext("Reviews"),
        count=counted(say_in, "%(number)s review", "%(number)s reviews", len(left)),
        chips=tuple(
            Chip(
                label=say(say_in, labels.FACETS, name),
                value=_label(say_in, summaries, name, value),
                url=list_address(path, toggled(params, name, value)),
            )
            for name in FILTERS
            for value in params.values(name)
        ),
        clear_url=path,
        facets=tuple(_facet(say_in, path, summaries, params, name) for name in FILTERS),
        orders=tuple(
            Order(say(say_in, labels.SORTS, sort), address(sort=sort), sort is params.sort) for sort in SORTS
        ),
        feed_url=list_address(f"{path}.atom", ListParams(**{name: params.values(name) for name in FILTERS})),
        cards=tuple(review_card(say_in, language, item) for item in pages.part(left)),
        paging=pages,
    )


def _facet(
    say_in: Wording, path: str, summaries: Sequence[ReviewSummary], params: ListParams, name: str
) -> Facet:
    held = counts(summaries, params, name)
    choices = [
        Choice(
            label=_label(say_in, summaries, name, value),
            count=f"{number:,}",
            count_in_words=counted(say_in, "%(number)s review", "%(number)s reviews", number),
            url=list_address(path, toggled(params, name, value)),
            chosen=value in params.values(name),
        )
        for value, number in sorted(held.items(), key=_order_of(name), reverse=name == "year")
    ]
    return Facet.folded(say(say_in, labels.FACETS, name), choices)


def _order_of(name: str) -> Callable[[tuple[str, int]], str]:
    """What the values of a filter are sorted by: themselves, unknown ones last."""
    last = "" if name == "year" else "~"
    return lambda pair: last if pair[0] == UNKNOWN else pair[0]


def _label(say_in: Wording, summaries: Sequence[ReviewSummary], name: str, value: str) -> str:
    boards = {item.board.id: item.board.name for item in summaries if item.board}
    return label_of(say_in, name, value, {"board": boards})
