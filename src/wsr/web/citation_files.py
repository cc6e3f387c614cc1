"""A review for reference managers: one small file in each of their formats."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from fastapi import APIRouter, Request, Response

from wsr.exchange.entry import Entry, entry_of
from wsr.exchange.write import bibtex, csl, ris
from wsr.web.addresses import review_address, site_address
from wsr.web.asked import RepositoryDep, SlugDep
from wsr.web.conditional import answer
from wsr.web.roles import anyone
from wsr.web.wording import OFFERED

router = APIRouter()


class CitationFormat(NamedTuple):
    """One format of reference managers."""

    name: str
    media_type: str
    write: Callable[[Iterable[Entry]], Iterator[str]]


FORMATS: Mapping[str, CitationFormat] = {
    "ris": CitationFormat("RIS", ris.MEDIA_TYPE, ris.ris),
    "bib": CitationFormat("BibTeX", bibtex.MEDIA_TYPE, bibtex.bibtex),
    "csl.json": CitationFormat("CSL-JSON", csl.MEDIA_TYPE, csl.csl),
}
"""By the ending of their files."""


@router.get("/reviews/{slug}.ris")
@anyone
def ris_file(request: Request, slug: SlugDep, repository: RepositoryDep) -> Response:
    """The review as RIS, for EndNote, Zotero, Mendeley and NVivo."""
    return _file(request, slug, repository, "ris")


@router.get("/reviews/{slug}.bib")
@anyone
def bibtex_file(request: Request, slug: SlugDep, repository: RepositoryDep) -> Response:
    """The review as BibTeX."""
    return _file(request, slug, repository, "bib")


@router.get("/reviews/{slug}.csl.json")
@anyone
def csl_file(request: Request, slug: SlugDep, repository: RepositoryDep) -> Response:
    """The review as CSL-JSON, for Zotero, pandoc and citeproc."""
    return _file(request, slug, repository, "csl.json")


def _file(request: Request, slug: str, repository: RepositoryDep, suffix: str) -> Response:
    """The file as an attachment. It leads to the review in its own language where pages are offered in it."""
    review, written = repository.review(slug), FORMATS[suffix]
    language = review.language if review.language in OFFERED else OFFERED[0]
    entry = entry_of(review, site_address(request) + review_address(language, review.slug))
    headers = {"Content-Disposition": f'attachment; filename="{review.slug}.{suffix}"'}
    body = "".join(written.write([entry])).encode()
    return answer(request, body, f"{written.media_type}; charset=utf-8", headers=headers)
