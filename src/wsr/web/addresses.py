"""The addresses of the site, built in one place; what comes in is quoted, never trusted."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote, urlencode

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


def method_address(language: Language, query: SearchQuery) -> str:
    """The page that says how a query was answered."""
    return f"/{language}/method?{urlencode(query_pairs(query))}"


def concordance_address(
    language: Language, query: SearchQuery, options: Iterable[tuple[str, str]] = (), page: int = 1
) -> str:
    """The concordance of a query, with its own options; its pages are not those of the query."""
    pairs = query_pairs(query.model_copy(update={"page": page, "per_page": _DEFAULTS.per_page}))
    return f"/{language}/concordance?{urlencode([*pairs, *options])}"


def review_address(
    language: Language,
    slug: str,
    *,
    query: SearchQuery | None = None,
    document: str | None = None,
    at: str | None = None,
) -> str:
    """A review, with the search that led to it, one of its documents, or a place in it (p12)."""
    pairs = query_pairs(query) if query else []
    if document:
        pairs.append(("document", document))
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


def file_address(slug: str, document: str | None = None) -> str:
    """The original file of a document."""
    pairs = [("document", document)] if document else []
    return f"/reviews/{quote(slug, safe='')}.pdf" + _tail(pairs)


def agreement_address(language: Language, people: Iterable[str] = (), page: int = 1) -> str:
    """How far these people agree, or everybody; with a page of their disagreements."""
    pairs = [("person", person) for person in people]
    return f"/{language}/agreement" + _tail([*pairs, ("page", str(page))] if page > 1 else pairs)


def _tail(pairs: list[tuple[str, str]], at: str | None = None) -> str:
    return (f"?{urlencode(pairs)}" if pairs else "") + (f"#{quote(at, safe='')}" if at else "")


def _written(value: Any) -> str:
    return "true" if value is True else str(value)
