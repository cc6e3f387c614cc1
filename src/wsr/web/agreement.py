"""The page that says how far people agree, and shows their disagreements side by side."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, Field

from wsr.domain.agreement import Agreement
from wsr.domain.codebook import Codebook
from wsr.domain.kinds import Language
from wsr.repository.agreeing import agreement
from wsr.web.addresses import agreement_address
from wsr.web.asked import RepositoryDep
from wsr.web.coefficients import CoefficientTable, alone_words, coefficient_tables, pair_name
from wsr.web.differences import Difference, difference
from wsr.web.paging import Paging, paging
from wsr.web.roles import CuratorDep
from wsr.web.templating import Page, language_of, render, told
from wsr.web.wording import Wording, counted, later, wording

router = APIRouter()

_PER_PAGE = 20

_METHOD = later(
    "The intervals hold the middle 95 in 100 results of %(draws)s random draws from the same extracts, and are the "
    "same each time. With fewer than %(fewest)s extracts there is none: it would look surer than it is."
)


class AgreementParams(BaseModel):
    """The parameters of the page."""

    person: list[str] = Field(default=[], description="Compare these people; everybody without it.")
    page: int = Field(default=1, ge=1, description="Page of the disagreements.")


@router.get("/agreement")
def agreement_page(
    request: Request,
    params: Annotated[AgreementParams, Query()],
    account: CuratorDep,
    repository: RepositoryDep,
) -> Response:
    """How far people agree who decided about the same extracts: for those who code, because it names people."""
    found = agreement(repository, params.person or None)
    return render(
        request, agreement_context(language_of(request), found, repository.coder().codebook, params)
    )


@dataclass(frozen=True)
class Comparison:
    """A choice of people to compare."""

    label: str
    url: str


@dataclass(frozen=True)
class Results:
    """What comes of comparing people who share extracts."""

    tables: tuple[CoefficientTable, ...]
    method: str
    """How intervals are made, in two sentences."""
    count: str
    """“12 extracts in 3 reviews”: those that people disagree about."""
    differences: tuple[Difference, ...]
    """The disagreements of this page, in the order of the reviews."""
    paging: Paging


@dataclass(frozen=True, kw_only=True)
class AgreementPage(Page):
    """How far people agree."""

    template: ClassVar[str] = "agreement.html"

    found: str = told("How many extracts at least two people decided about.")
    alone: str = told("How many of them were judged alone; empty when nobody shares an extract.")
    coders: tuple[str, ...] = told("“Eirlys: 40 extracts”, by name.")
    comparisons: tuple[Comparison, ...] = told("Each pair, when there are several; everybody, when some are left out.")  # fmt: skip
    results: Results | None = told("The figures and the disagreements; None when nobody shares an extract.")


def agreement_context(
    language: Language, found: Agreement, codebook: Codebook, params: AgreementParams
) -> AgreementPage:
    """The page of an agreement. Raises PageNotFound for a page past the end."""
    say_in = wording(language)
    return AgreementPage(
        title=say_in.gettext("Agreement between coders"),
        found=_found(say_in, found),
        alone=alone_words(say_in, found) if found.extracts else "",
        coders=tuple(f"{coder.person}: {_extracts(say_in, coder.judged)}" for coder in found.coders),
        comparisons=_comparisons(say_in, language, found, params),
        results=_results(language, found, codebook, params) if found.extracts else None,
    )


def _results(language: Language, found: Agreement, codebook: Codebook, params: AgreementParams) -> Results:
    say_in, differing = wording(language), found.disagreements

    def address(number: int) -> str:
        return agreement_address(language, params.person, number)

    pages = paging(say_in, params.page, _PER_PAGE, len(differing), address)
    return Results(
        tables=coefficient_tables(say_in, found, codebook),
        method=say_in.gettext(_METHOD) % {"draws": f"{found.draws:,}", "fewest": found.fewest},
        count=_count(say_in, found),
        differences=tuple(difference(say_in, language, one, codebook) for one in pages.part(differing)),
        paging=pages,
    )


def _found(say_in: Wording, found: Agreement) -> str:
    if not found.extracts:
        return say_in.gettext("Fewer than two people have decided about the same extracts.")
    return say_in.gettext("%(extracts)s decided about by at least two people.") % {
        "extracts": _extracts(say_in, found.extracts)
    }


def _count(say_in: Wording, found: Agreement) -> str:
    reviews = len({one.extract.reference for one in found.disagreements})
    return say_in.gettext("%(extracts)s in %(reviews)s") % {
        "extracts": _extracts(say_in, len(found.disagreements)),
        "reviews": counted(say_in, "%(number)s review", "%(number)s reviews", reviews),
    }


def _extracts(say_in: Wording, number: int) -> str:
    return counted(say_in, "%(number)s extract", "%(number)s extracts", number)


def _comparisons(
    say_in: Wording, language: Language, found: Agreement, params: AgreementParams
) -> tuple[Comparison, ...]:
    pairs = found.pairs if len(found.pairs) > 1 else ()
    links = [Comparison(pair_name(say_in, pair), agreement_address(language, pair)) for pair in pairs]
    if params.person:
        links.append(Comparison(say_in.gettext("Everybody"), agreement_address(language)))
    return tuple(links)
