"""The concordance page: every match of a search on a line of its own, the match in the middle."""

from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field, field_validator

from wsr.domain.concordance import Concordance, ConcordanceLine, ConcordanceOrder
from wsr.domain.kinds import Language
from wsr.domain.search import SearchQuery, Sort, Unit
from wsr.errors import InvalidQuery
from wsr.repository.concordance import concordance_of
from wsr.web.addresses import concordance_address, method_address, review_address, search_address
from wsr.web.asked import RepositoryDep
from wsr.web.facets import Names, names_of
from wsr.web.form import Option, SearchForm, options, search_form
from wsr.web.lines import bound, counts
from wsr.web.paging import Paging, paging
from wsr.web.params import SearchParams, blank_is_absent
from wsr.web.results import limits
from wsr.web.roles import anyone
from wsr.web.templating import Page, language_of, render, told
from wsr.web.wording import Wording, later, titled, wording

router = APIRouter()

LINES_ON_A_PAGE = 100

MOST_WORDS = 3
"""Words that lines may be sorted by."""

ORDERS: dict[str, str] = {
    ConcordanceOrder.RESULT: later("As found"),
    ConcordanceOrder.LEFT: later("The words before it"),
    ConcordanceOrder.RIGHT: later("The words after it"),
}

UNITS: dict[str, str] = {
    Unit.PASSAGE: later("Every passage"),
    Unit.EXTRACT: later("Extracts on practice"),
    Unit.RECOMMENDATION: later("Recommendations"),
}


NARROWEST, WIDEST = 20, 200
"""Characters on each side of the keyword."""


class ConcordanceParams(SearchParams):
    """The parameters of a search, and those of its lines."""

    by: ConcordanceOrder = Field(default=ConcordanceOrder.RESULT, description="result, left or right.")
    words: int = Field(default=1, ge=1, le=MOST_WORDS, description="Words that lines are sorted by.")
    width: int = Field(
        default=60, ge=NARROWEST, le=WIDEST, description="Characters on each side, from 20 to 200."
    )

    _blank_width_is_absent = field_validator("width", mode="before")(blank_is_absent)

    def options(self) -> tuple[tuple[str, str], ...]:
        """The options of the lines as pairs for an address, defaults left out."""
        defaults = ConcordanceParams()
        changed = (n for n in ("by", "words", "width") if getattr(self, n) != getattr(defaults, n))
        return tuple((name, str(getattr(self, name))) for name in changed)


@dataclass(frozen=True)
class Line:
    """One match."""

    number: int
    place: str
    """“CPR2019-W91, page 4”."""
    url: str
    language: str
    left: str
    keyword: str
    right: str


@dataclass(frozen=True)
class Lines:
    """The lines of one page, and what they are of."""

    counts: str
    """“169 lines, 155 passages in 19 reviews”."""
    bound: str
    """That there are more than are made, and what to do; empty when there are not."""
    limits: tuple[str, ...]
    lines: tuple[Line, ...]
    paging: Paging
    search_url: str
    method_url: str


@dataclass(frozen=True, kw_only=True)
class ConcordancePage(Page):
    """A concordance, or why there is none."""

    template: ClassVar[str] = "concordance.html"

    form: SearchForm = told("The words and the filters as they were sent, with the error if there is one.")
    units: tuple[Option, ...] = told("What can be searched.")
    orders: tuple[Option, ...] = told("What lines can be sorted by.")
    word_counts: tuple[Option, ...] = told("How many words they can be sorted by.")
    width: int = told("Characters on each side.")
    widths: tuple[int, int] = told("The fewest and the most.")
    sample: int | None = told("How many passages were drawn; None for all.")
    seed: int = told("The seed of the sample.")
    found: Lines | None = told("The lines; None when the query cannot be run, or nothing was asked yet.")


@router.get("/concordance")
@anyone
def concordance_page(
    request: Request, params: Annotated[ConcordanceParams, Query()], repository: RepositoryDep
) -> Response:
    """Every match of a query; one that cannot be run is an error at the search box, status 400."""
    language, query = language_of(request), params.query()
    if not query.text and not query.term and not request.url.query:
        return render(request, _page(language, params, query, None))
    try:
        found = concordance_of(repository, query, params.width, params.by, params.words)
    except InvalidQuery as error:
        return render(request, _page(language, params, query, None, error), status=400)
    names = names_of(repository.coder().codebook)
    return render(request, _page(language, params, found.query, _lines(language, params, found, names)))


def _page(
    language: Language,
    params: ConcordanceParams,
    query: SearchQuery,
    found: Lines | None,
    error: InvalidQuery | None = None,
) -> ConcordancePage:
    say_in = wording(language)
    title = say_in.gettext("Concordance")
    form = search_form(say_in, query, error.message if error else None)
    return ConcordancePage(
        title=titled(say_in, title, error),
        form=replace(form, kept=_kept(form, query)),
        units=options(say_in, UNITS, query.unit),
        orders=options(say_in, ORDERS, params.by),
        word_counts=tuple(Option(str(n), str(n), n == params.words) for n in range(1, MOST_WORDS + 1)),
        width=params.width,
        widths=(NARROWEST, WIDEST),
        sample=query.sample,
        seed=query.seed,
        found=found,
    )


def _kept(form: SearchForm, query: SearchQuery) -> tuple[tuple[str, str], ...]:
    """What goes with the form unseen: filters and the order of hits; its own fields do not."""
    own = ("sample", "seed", "per_page")
    kept = tuple(pair for pair in form.kept if pair[0] not in own)
    return kept if query.sort is Sort.RELEVANCE else (*kept, ("sort", query.sort.value))


def _lines(language: Language, params: ConcordanceParams, found: Concordance, names: Names) -> Lines:
    say_in, query, total = wording(language), found.query, len(found.lines)
    row = paging(
        say_in,
        params.page,
        LINES_ON_A_PAGE,
        total,
        lambda number: concordance_address(language, query, params.options(), number),
    )
    search = query.model_copy(update={"page": 1})
    return Lines(
        counts=counts(say_in, found),
        bound=bound(say_in, found),
        limits=limits(say_in, query, names),
        lines=tuple(
            _line(say_in, language, n, line) for n, line in enumerate(row.part(found.lines), row.first)
        ),
        paging=row,
        search_url=search_address(language, search),
        method_url=method_address(language, search),
    )


def _line(say_in: Wording, language: Language, number: int, line: ConcordanceLine) -> Line:
    hit = line.hit
    place = say_in.gettext("%(reference)s, page %(page)s") % {"reference": hit.reference, "page": hit.page}
    url = review_address(language, hit.slug, document=hit.document, at=hit.passage or hit.id)
    return Line(
        number=number,
        place=place,
        url=url,
        language=hit.language,
        left=("… " if line.starts_inside else "") + line.left,
        keyword=line.keyword,
        right=line.right + (" …" if line.ends_inside else ""),
    )
