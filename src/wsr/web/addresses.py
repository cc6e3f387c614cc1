"""The addresses of the site, built in one place; what comes in is quoted, never trusted."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import Request

from wsr.domain.kinds import Language
from wsr.domain.search import SearchQuery

PARAMETERS: dict[str, str] = {
    "text": "q",
    "unit": "unit",
    "review_type": "review_type",
    "year": "year",
    "board": "board",
    "section_kind": "section_kind",
    "language": "language",
    "stance": "stance",
    "theme": "theme",
    "subtheme": "subtheme",
    "term": "term",
    "agency": "agency",
    "decided": "decided",
    "reference": "reference",
    "stemmed": "stemmed",
    "all_sections": "all_sections",
    "sample": "sample",
    "seed": "seed",
    "sort": "sort",
    "per_page": "per_page",
    "page": "page",
}
"""Field of SearchQuery -> name in an address, in the order written: the same everywhere, so that one query
object makes the page, its counts, its pages and the API's answer."""

_DEFAULTS = SearchQuery()

_LONGEST = 2_000
"""Characters of an address that a form leads back to."""


def query_pairs(query: SearchQuery) -> list[tuple[str, str]]:
    """The query as pairs for an address, defaults left out; the words come first, also when blank."""
    pairs = [("q", query.text)]
    for field, name in PARAMETERS.items():
        value = getattr(query, field)
        if field == "text" or value == getattr(_DEFAULTS, field):
            continue
        pairs += [(name, _written(item)) for item in (value if isinstance(value, tuple) else (value,))]
    return pairs


def search_address(language: Language, query: SearchQuery) -> str:
    """The page that answers a query."""
    return f"/{language}/search?{urlencode(query_pairs(query))}"


def review_address(
    language: Language,
    slug: str,
    *,
    query: SearchQuery | None = None,
    document: str | None = None,
    marks: Iterable[tuple[str, str]] = (),
    at: str | None = None,
) -> str:
    """A review, with the search that led to it, one of its documents, what is marked, or a place in it (p12, e3)."""
    pairs = query_pairs(query) if query else []
    if document:
        pairs.append(("document", document))
    pairs += marks
    return f"/{language}/reviews/{quote(slug, safe='')}" + _tail(pairs, at)


def page_address(
    language: Language, slug: str, number: int, *, document: str | None = None, passage: str | None = None
) -> str:
    """A page of the original beside its text; `passage` is boxed in the picture."""
    pairs = [(name, value) for name, value in (("document", document), ("passage", passage)) if value]
    return f"/{language}/reviews/{quote(slug, safe='')}/pages/{number}" + _tail(pairs)


def picture_address(slug: str, number: int, document: str | None = None) -> str:
    """The picture of a page of the original."""
    pairs = [("document", document)] if document else []
    return f"/reviews/{quote(slug, safe='')}/pages/{number}.webp" + _tail(pairs)


def passage_address(language: Language, slug: str, key: str) -> str:
    """The permanent address of a passage, which outlives a new reading of the document."""
    return f"/{language}/reviews/{quote(slug, safe='')}/passages/{quote(key, safe='')}"


def extract_address(language: Language, slug: str, key: str) -> str:
    """The permanent address of an extract, which outlives a new reading of the document and new rules."""
    return f"/{language}/reviews/{quote(slug, safe='')}/extracts/{quote(key, safe='')}"


def theme_address(language: Language, theme: str) -> str:
    """The page of a theme of the codebook."""
    return f"/{language}/themes/{quote(theme, safe='')}"


def file_address(slug: str, document: str | None = None) -> str:
    """The original file of a document."""
    pairs = [("document", document)] if document else []
    return f"/reviews/{quote(slug, safe='')}.pdf" + _tail(pairs)


def sign_in_address(language: Language, after: str = "") -> str:
    """The form for signing in, and where it leads afterwards."""
    home = f"/{language}/"
    return f"/{language}/sign-in" + _tail([("next", after)] if after not in ("", home) else [])


def here(request: Request) -> str:
    """The address of a request, as a link within the site."""
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")


def local_address(address: str, language: Language) -> str:
    """The address if it is a path of this site; else the first page (RELIABILITY W5)."""
    is_path = address.startswith("/") and not address.startswith("//") and "\\" not in address
    return address if is_path and address.isprintable() and len(address) <= _LONGEST else f"/{language}/"


def agreement_address(language: Language, people: Iterable[str] = (), page: int = 1) -> str:
    """How far these people agree, or everybody; with a page of their disagreements."""
    pairs = [("person", person) for person in people]
    return f"/{language}/agreement" + _tail([*pairs, ("page", str(page))] if page > 1 else pairs)


def coding_address(language: Language, query: SearchQuery | None = None) -> str:
    """Where a set of extracts is chosen to be worked through."""
    return f"/{language}/coding" + _tail(query_pairs(query) if query else [])


def next_address(
    language: Language, query: SearchQuery, after: tuple[str, str] | None = None, said: str = ""
) -> str:
    """The next undecided extract of a set, after a place (slug and key); with what is said on arrival."""
    pairs = query_pairs(query) + ([("after", "/".join(after))] if after else [])
    return f"/{language}/coding/next" + _tail(pairs + ([("said", said)] if said else []))


def deciding_address(
    language: Language,
    place: tuple[str, str],
    query: SearchQuery,
    said: str = "",
    *,
    at: str | None = "extract",
) -> str:
    """One extract to decide about, as a part of a set; with what is said on arrival."""
    slug, key = (quote(part, safe="") for part in place)
    pairs = query_pairs(query) + ([("said", said)] if said else [])
    return f"/{language}/coding/{slug}/{key}" + _tail(pairs, at)


def _tail(pairs: list[tuple[str, str]], at: str | None = None) -> str:
    return (f"?{urlencode(pairs)}" if pairs else "") + (f"#{quote(at, safe='')}" if at else "")


def _written(value: Any) -> str:
    return "true" if value is True else str(value)
