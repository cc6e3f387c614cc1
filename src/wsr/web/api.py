"""The repository for programs: version 1 of the API, typed answers, additive changes only."""

from collections.abc import Callable
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, Field

from wsr.domain.holdings import ReviewSummary
from wsr.domain.kinds import Language, ReviewType
from wsr.domain.passages import Recommendation
from wsr.domain.recommendations import RecommendationLink, StatusRecord
from wsr.domain.review import Board, Review
from wsr.domain.search import FacetValue, Hit, Unit
from wsr.domain.themes import ThemeCount
from wsr.repository.linking import links_of
from wsr.repository.register import recommendation_at, statuses_of
from wsr.repository.themes import count_themes
from wsr.web.addresses import query_pairs
from wsr.web.asked import RepositoryDep, SlugDep
from wsr.web.conditional import answer
from wsr.web.facets import in_words
from wsr.web.listing import ListParams, list_address, listed
from wsr.web.paging import require_page
from wsr.web.params import SearchParams, ThemesParams
from wsr.web.problems import documented
from wsr.web.roles import anyone
from wsr.web.wording import wording

PATH = "/api/v1"
router = APIRouter(prefix=PATH, tags=["version 1"])


class SearchAnswer(BaseModel):
    """One page of what a query finds, with the counts of the whole."""

    query: str
    unit: Unit
    total: int = Field(description="How many hits there are on all pages.")
    total_reviews: int = Field(description="In how many reviews they are.")
    page: int
    pages: int
    hits: tuple[Hit, ...]
    facets: dict[str, tuple[FacetValue, ...]]
    suggestions: tuple[str, ...]
    index_version: str = Field(description="Names the state of the index that answered; cite it.")


class ThemesAnswer(BaseModel):
    """The codebook in force with counts: always so many extracts in so many reviews."""

    codebook: str = Field(description="Its id and version.")
    title: str
    source: str
    stance: tuple[str, ...] = Field(description="The stances counted; of every stance when it is empty.")
    themes: tuple[ThemeCount, ...] = Field(description="In the order of the codebook.")
    index_version: str = Field(description="Names the state of the index that answered; cite it.")


class RecommendationAnswer(BaseModel):
    """One recommendation with its review, what rules say of it, and what people recorded of it."""

    reference: str
    slug: str
    review_type: ReviewType
    year: int | None
    board: Board | None
    recommendation: Recommendation = Field(description="With its themes, addressees and places in `coding`.")
    statuses: tuple[StatusRecord, ...] = Field(description="As people recorded them, the earliest first.")
    links: tuple[RecommendationLink, ...] = Field(
        description="To extracts of later reviews, as people made and withdrew them, the earliest first."
    )


class ReviewsAnswer(BaseModel):
    """One page of the list of reviews."""

    total: int
    page: int
    pages: int
    reviews: tuple[ReviewSummary, ...]


@router.get("/search", response_model=SearchAnswer, responses=documented(400, 404, 422, 503))
@anyone
def search(request: Request, params: Annotated[SearchParams, Query()], repository: RepositoryDep) -> Response:
    """The passages, extracts, recommendations or reviews that a query finds: the same query, under the same names, as the search page."""
    results = repository.search(params.query())
    require_page(params.page, results.pages)
    found = SearchAnswer(
        query=results.query.text,
        unit=results.query.unit,
        total=results.total,
        total_reviews=results.total_reviews,
        page=params.page,
        pages=results.pages,
        hits=results.hits,
        facets=in_words(wording(Language.EN), results.facets),
        suggestions=results.suggestions,
        index_version=results.index_version,
    )

    def address(page: int) -> str:
        return f"{PATH}/search?{urlencode(query_pairs(results.query.model_copy(update={'page': page})))}"

    return _json(request, found, links(params.page, results.pages, address))


@router.get("/themes", response_model=ThemesAnswer, responses=documented(400, 422, 503))
@anyone
def themes(request: Request, params: Annotated[ThemesParams, Query()], repository: RepositoryDep) -> Response:
    """The codebook in force: each theme and sub-theme with what it means and what is held of it."""
    query, codebook = params.query(), repository.coder().codebook
    found = ThemesAnswer(
        codebook=codebook.name,
        title=codebook.title,
        source=codebook.source,
        stance=query.stance,
        themes=count_themes(repository, query),
        index_version=repository.index_version(),
    )
    return _json(request, found)


@router.get("/reviews", response_model=ReviewsAnswer, responses=documented(404, 422, 503))
@anyone
def reviews(request: Request, params: Annotated[ListParams, Query()], repository: RepositoryDep) -> Response:
    """The reviews held, one line each."""
    left = listed(repository.summaries(), params)
    pages = -(-len(left) // params.per_page)
    require_page(params.page, pages)
    start = (params.page - 1) * params.per_page
    found = ReviewsAnswer(
        total=len(left),
        page=params.page,
        pages=pages,
        reviews=tuple(left[start : start + params.per_page]),
    )

    def address(page: int) -> str:
        return list_address(f"{PATH}/reviews", params.model_copy(update={"page": page}))

    return _json(request, found, links(params.page, pages, address))


@router.get("/reviews/{slug}", response_model=Review, responses=documented(404, 422, 503))
@anyone
def review(request: Request, slug: SlugDep, repository: RepositoryDep) -> Response:
    """
    One review whole: facts, claims, sections, passages with their places, recommendations, extracts on practice.

    Each extract has its words with their place, its terms, its stance and codes as the rules found them with the
    reasons ("rule: words"), and beside them, never over them, the latest decision of a person, or null. What holds
    is the decision's stance and codes where it gives any; where it keeps and gives none, those of its `seen`, which
    the person affirmed; else the rules'. Extracts that a person rejected are among them.
    Why a review was once held back is for its keepers: `hold_reasons` is always empty here.
    """
    return _json(request, repository.review(slug).model_copy(update={"hold_reasons": ()}))


@router.get(
    "/recommendations/{slug}/{key}", response_model=RecommendationAnswer, responses=documented(404, 422, 503)
)
@anyone
def recommendation(request: Request, slug: SlugDep, key: str, repository: RepositoryDep) -> Response:
    """
    One recommendation, by the slug of its review and its key.

    A status is what a person recorded, never inferred; no record says nothing about what was done.
    """
    held, made = recommendation_at(repository, slug, key)
    found = RecommendationAnswer(
        reference=held.reference,
        slug=held.slug,
        review_type=held.review_type,
        year=held.year,
        board=held.board,
        recommendation=made,
        statuses=statuses_of(repository, held.slug, made.key),
        links=links_of(repository, held.slug, made.key),
    )
    return _json(request, found)


def links(page: int, pages: int, address: Callable[[int], str]) -> str:
    """The Link header (RFC 8288) of one page of several."""
    last = max(1, pages)
    named = {"first": 1, "prev": page - 1, "next": page + 1, "last": last}
    return ", ".join(
        f'<{address(number)}>; rel="{name}"' for name, number in named.items() if 1 <= number <= last
    )


def _json(request: Request, found: BaseModel, link: str | None = None) -> Response:
    headers = {"Link": link} if link else {}
    return answer(request, found.model_dump_json().encode(), "application/json", headers=headers)
