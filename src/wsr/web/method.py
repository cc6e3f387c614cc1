"""The page that says how the results of a search were found, for a method section or a note."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from fastapi import APIRouter, Query, Request, Response

from wsr.repository.method import provenance
from wsr.web.addresses import search_address, site_address
from wsr.web.asked import RepositoryDep
from wsr.web.facets import names_of
from wsr.web.method_words import citation, search_method
from wsr.web.params import SearchParams
from wsr.web.results import quoted
from wsr.web.roles import anyone
from wsr.web.templating import Page, language_of, render, told
from wsr.web.wording import wording

router = APIRouter()


@dataclass(frozen=True, kw_only=True)
class MethodPage(Page):
    """How the results of a search were found."""

    template: ClassVar[str] = "method.html"

    sentences: tuple[str, ...] = told("What was asked, searched and found, and with which versions.")
    citation: str = told("How to cite the result, its address in it.")
    search_url: str = told("The search itself.")


@router.get("/method")
@anyone
def method_page(
    request: Request, params: Annotated[SearchParams, Query()], repository: RepositoryDep
) -> Response:
    """How the results of a query were found; a query that cannot be run is an error page, status 400."""
    language, query = language_of(request), params.query().model_copy(update={"page": 1})
    say_in, results, known = wording(language), repository.search(query), provenance(repository)
    known = known.model_copy(update={"index_version": results.index_version})
    what = (
        say_in.gettext("Search: %(text)s") % {"text": quoted(query.text)}
        if query.text
        else say_in.gettext("Search")
    )
    address = search_address(language, query)
    page = MethodPage(
        title=say_in.gettext("How these results were found"),
        sentences=search_method(
            say_in, results, known, names_of(repository.coder().codebook, results.facets)
        ),
        citation=citation(say_in, what, known, site_address(request) + address),
        search_url=address,
    )
    return render(request, page)
