"""The addresses of the site, built in one place; what comes in is quoted, never trusted."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from wsr.domain.coding import Stance
from wsr.domain.exports import ExportFormat
from wsr.domain.kinds import Language
from wsr.domain.search import SearchQuery, Sort, Unit
from wsr.web.work import Work

if TYPE_CHECKING:  # the command line writes addresses too, and starts without the web framework
    from fastapi import Request

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
    "recommendation_theme": "recommendation_theme",
    "addressee": "addressee",
    "body": "body",
    "level": "level",
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
_EXPORTED = SearchQuery(unit=Unit.EXTRACT)
"""What the address of a file means when it says nothing else."""

_LONGEST = 2_000
"""Characters of an address that a form leads back to."""


REGISTER = SearchQuery(unit=Unit.RECOMMENDATION, sort=Sort.NEWEST, per_page=50)
"""What the register of recommendations shows until the reader asks otherwise."""


def query_pairs(query: SearchQuery, defaults: SearchQuery = _DEFAULTS) -> list[tuple[str, str]]:
    """
    The query as pairs for an address, defaults left out; the words come first, also when blank.

    A filter that is set by default and not in this query is written with a blank value.
    """
    pairs = [("q", query.text)]
    for field, name in PARAMETERS.items():
        value = getattr(query, field)
        if field == "text" or value == getattr(defaults, field):
            continue
        values = value if isinstance(value, tuple) else (value,)
        pairs += [(name, _written(item)) for item in values or ("",)]
    return pairs


def work_pairs(work: Work) -> list[tuple[str, str]]:
    """A set to work through as pairs for an address."""
    return query_pairs(work.query) + ([("alone", "true")] if work.alone else [])


def search_address(language: Language, query: SearchQuery) -> str:
    """The page that answers a query."""
    return f"/{language}/search?{urlencode(query_pairs(query))}"


def method_address(language: Language, query: SearchQuery) -> str:
    """The page that says how a query was answered."""
    return f"/{language}/method?{urlencode(query_pairs(query))}"


def feed_address(language: Language, query: SearchQuery) -> str:
    """The feed of a query; it has an order and a length of page of its own."""
    plain = query.model_copy(update={"sort": _DEFAULTS.sort, "per_page": _DEFAULTS.per_page})
    return f"/{language}/search.atom?{urlencode(query_pairs(plain))}"


def concordance_address(
    language: Language, query: SearchQuery, options: Iterable[tuple[str, str]] = (), page: int = 1
) -> str:
    """The concordance of a query, with its own options; its pages are not those of the query."""
    pairs = query_pairs(query.model_copy(update={"page": page, "per_page": _DEFAULTS.per_page}))
    return f"/{language}/concordance?{urlencode([*pairs, *options])}"


def export_address(format: ExportFormat, query: SearchQuery) -> str:
    """A file of all that a query finds; it always says what is counted."""
    whole = query.model_copy(update={"page": 1, "per_page": _DEFAULTS.per_page})
    return f"/api/v1/export/{format}?{urlencode(query_pairs(whole, _EXPORTED))}"


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


def recommendation_address(language: Language, slug: str, key: str, at: str | None = None) -> str:
    """The page of a recommendation, its permanent address; or a place on it."""
    return f"/{language}/reviews/{quote(slug, safe='')}/recommendations/{quote(key, safe='')}" + _tail([], at)


def learning_address(
    language: Language, slug: str = "", key: str = "", *, below: str = "", order: str = ""
) -> str:
    """Where one asks whether something has been recommended before; what that is for one of the register, or its report."""
    pairs = [("recommendation", f"{slug}/{key}")] if key else []
    return f"/{language}/learning{below}" + _tail(pairs + ([("order", order)] if order else []))


def linking_address(
    language: Language,
    extract: tuple[str, str],
    recommendations: Iterable[tuple[str, str]],
    made: int | None = None,
) -> str:
    """Where an extract is linked to one of some recommendations, each by slug and key; or what link was made there."""
    pairs = [
        ("extract", "/".join(extract)),
        *(("recommendation", "/".join(each)) for each in recommendations),
    ]
    return f"/{language}/learning/link" + _tail(pairs + ([("made", str(made))] if made else []))


def groups_address(language: Language, state: str = "", page: int = 1) -> str:
    """The groups of recommendations that repeat each other, of one state or of all; a page of them."""
    pairs = [("state", state)] if state else []
    return f"/{language}/learning/groups" + _tail([*pairs, ("page", str(page))] if page > 1 else pairs)


def group_address(language: Language, place: tuple[str, str], said: str = "", at: str | None = None) -> str:
    """The group that a recommendation is in, by slug and key; with what is said on arrival."""
    slug, key = (quote(part, safe="") for part in place)
    return f"/{language}/learning/groups/{slug}/{key}" + _tail([("said", said)] if said else [], at)


def register_address(language: Language, query: SearchQuery) -> str:
    """The recommendations that a query leaves, as the register shows them."""
    pairs = [pair for pair in query_pairs(query, REGISTER) if pair != ("q", "")]
    return f"/{language}/recommendations" + _tail(pairs)


def shown_at_first(theme: str) -> SearchQuery:
    """What a theme's page shows of it until the reader asks otherwise: the good practice identified, best first."""
    return SearchQuery(
        unit=Unit.EXTRACT, stance=(Stance.IDENTIFIED.value,), theme=(theme,), sort=Sort.STRENGTH
    )


def theme_address(
    language: Language, theme: str, query: SearchQuery | None = None, at: str | None = None
) -> str:
    """The page of a theme of the codebook, with the extracts that a query leaves of it; or a place on it."""
    pairs = query_pairs(query, shown_at_first(theme)) if query else []
    return f"/{language}/themes/{quote(theme, safe='')}" + _tail(
        [pair for pair in pairs if pair != ("q", "")], at
    )


def themes_address(language: Language, stances: tuple[str, ...]) -> str:
    """The themes with the extracts of some stances counted; of all when there are none."""
    pairs = [("stance", stance) for stance in stances or ("",)]
    return f"/{language}/themes" + ("" if stances == (Stance.IDENTIFIED,) else _tail(pairs))


def file_address(slug: str, document: str | None = None) -> str:
    """The original file of a document."""
    pairs = [("document", document)] if document else []
    return f"/reviews/{quote(slug, safe='')}.pdf" + _tail(pairs)


def citation_file_address(slug: str, suffix: str) -> str:
    """What a reference manager reads of a review: ris, bib or csl.json."""
    return f"/reviews/{quote(slug, safe='')}.{suffix}"


def sign_in_address(language: Language, after: str = "") -> str:
    """The form for signing in, and where it leads afterwards."""
    home = f"/{language}/"
    return f"/{language}/sign-in" + _tail([("next", after)] if after not in ("", home) else [])


def here(request: "Request") -> str:
    """The address of a request, as a link within the site."""
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")


def site_address(request: "Request") -> str:
    """Where the site is read, as its settings say, else as it was asked: https://example.org, without a last slash."""
    address: str | None = request.app.state.settings.address
    return address or str(request.base_url).rstrip("/")


def local_address(address: str, language: Language) -> str:
    """The address if it is a path of this site; else the first page (RELIABILITY W5)."""
    is_path = address.startswith("/") and not address.startswith("//") and "\\" not in address
    return address if is_path and address.isprintable() and len(address) <= _LONGEST else f"/{language}/"


def working_set_file_address(language: Language, format: ExportFormat, work: Work) -> str:
    """A file of the extracts of a set."""
    return f"/{language}/working-set/{format}" + _tail(work_pairs(work))


def agreement_address(language: Language, people: Iterable[str] = (), page: int = 1) -> str:
    """How far these people agree, or everybody; with a page of their disagreements."""
    pairs = [("person", person) for person in people]
    return f"/{language}/agreement" + _tail([*pairs, ("page", str(page))] if page > 1 else pairs)


def coding_address(language: Language, work: Work) -> str:
    """Where a set of extracts is chosen to be worked through."""
    return f"/{language}/coding" + _tail(work_pairs(work))


def packs_address(language: Language, pairs: Iterable[tuple[str, str]], *, work: bool = False) -> str:
    """The page for packs, with what one is to be about: see `wsr.web.pack_form.pack_pairs`; of a working set when asked."""
    return f"/{language}/packs" + ("/working-set" if work else "") + _tail(list(pairs))


def next_address(language: Language, work: Work, after: tuple[str, str] | None = None, said: str = "") -> str:
    """The next undecided extract of a set, after a place (slug and key); with what is said on arrival."""
    pairs = work_pairs(work) + ([("after", "/".join(after))] if after else [])
    return f"/{language}/coding/next" + _tail(pairs + ([("said", said)] if said else []))


def deciding_address(
    language: Language,
    place: tuple[str, str],
    work: Work,
    said: str = "",
    *,
    at: str | None = "extract",
) -> str:
    """One extract to decide about, as a part of a set; with what is said on arrival."""
    slug, key = (quote(part, safe="") for part in place)
    pairs = work_pairs(work) + ([("said", said)] if said else [])
    return f"/{language}/coding/{slug}/{key}" + _tail(pairs, at)


def _tail(pairs: list[tuple[str, str]], at: str | None = None) -> str:
    return (f"?{urlencode(pairs)}" if pairs else "") + (f"#{quote(at, safe='')}" if at else "")


def _written(value: Any) -> str:
    return "true" if value is True else str(value)
