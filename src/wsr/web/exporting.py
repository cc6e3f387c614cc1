"""What is taken away from a search: everything found, with its method in words, its addresses and its citations."""

import re
import unicodedata
from collections.abc import Sequence
from functools import partial

from wsr.domain.exports import Export, ExportedItem, ExportFormat, ExportMethod
from wsr.domain.kinds import Language
from wsr.domain.method import Provenance
from wsr.domain.references import ReviewKey
from wsr.domain.search import SearchQuery, SearchResults, Sort
from wsr.exchange.citation import Quotation, cite_extract
from wsr.exchange.entry import entry_of
from wsr.exchange.formats import FORMATS
from wsr.repository.exporting import Addresses, exported, judged_of
from wsr.repository.method import provenance
from wsr.repository.repository import Repository
from wsr.web import labels
from wsr.web.addresses import (
    extract_address,
    passage_address,
    recommendation_address,
    review_address,
    search_address,
)
from wsr.web.facets import Names, names_of
from wsr.web.method_words import citation, search_method
from wsr.web.results import counts_in_words, quoted
from wsr.web.wording import Wording, counted, later, say, wording

NOTICE = later(
    "The words quoted are those of published reviews, each of a death or of serious harm. They are given as printed: "
    "check them against the original before you quote them, and do not join a pseudonym to a name."
)

_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME = 60


def export_of(
    repository: Repository,
    query: SearchQuery,
    format: ExportFormat,
    language: Language,
    site: str,
    places: Sequence[ReviewKey] | None = None,
) -> Export:
    """
    All that a query finds, for one of the formats; or of that the places of a working set.

    `site` is where the website is read: https://example.org.

    Raises QueryError or IndexUnavailable, as a search does.
    """
    say_in = wording(language)
    asked = query
    if FORMATS[format].grouped:
        asked = query.model_copy(update={"sort": Sort.REFERENCE})
        places = None if places is None else sorted(places)
    coder = repository.coder()
    found = exported(repository, asked, _addresses(say_in, language, site), places)
    names = names_of(coder.codebook, found.results.facets)
    known = provenance(repository).model_copy(update={"index_version": found.results.index_version})
    address = site + search_address(language, query.model_copy(update={"page": 1}))
    return Export(
        method=ExportMethod(
            title=_title(say_in, found.results),
            sentences=_sentences(
                say_in, found.results, known, names, found.counts.raw_hits, found.counts.distinct_hits
            ),
            query=found.results.query,
            counts=found.counts,
            provenance=known,
            citation=citation(say_in, _title(say_in, found.results), known, address),
            address=address,
            notice=say_in.gettext(NOTICE),
        ),
        items=found.items,
        reviews=found.reviews,
        whole=repository.review,
        judged=partial(judged_of, repository),
        people=found.people,
        longest=found.longest,
        codebook=coder.codebook,
        terms=coder.terms,
        names=_names(say_in, names),
    )


def file_name(query: SearchQuery, export: ExportMethod, suffix: str) -> str:
    """A name in ASCII that says what the file is of: wsr_information-sharing_2026-11-22.csv."""
    words = query.text or " ".join((*query.theme, *query.reference)) or query.unit.value + "s"
    return f"wsr_{plain_name(words) or 'search'}_{export.date.isoformat()}.{suffix}"


def plain_name(words: str) -> str:
    """The words in ASCII as a part of the name of a file, shortened; empty when nothing is left of them."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return _NOT_PLAIN.sub("-", plain)[:_LONGEST_NAME].strip("-")


def _addresses(say_in: Wording, language: Language, site: str) -> Addresses:
    def cite(item: ExportedItem) -> str:
        quotation = Quotation(item.text, item.page, item.address, item.cited_number)
        return cite_extract(say_in, entry_of(item.review, item.review.address), quotation)

    return Addresses(
        review=lambda slug: site + review_address(language, slug),
        passage=lambda slug, key: site + passage_address(language, slug, key),
        extract=lambda slug, key: site + extract_address(language, slug, key),
        recommendation=lambda slug, key: site + recommendation_address(language, slug, key),
        cite=cite,
    )


def _title(say_in: Wording, results: SearchResults) -> str:
    counts = counts_in_words(say_in, results)
    if not results.query.text:
        return counts
    return say_in.gettext("%(counts)s: %(text)s") % {"counts": counts, "text": quoted(results.query.text)}


def _sentences(
    say_in: Wording,
    results: SearchResults,
    known: Provenance,
    names: Names,
    raw: int | None,
    distinct: int | None,
) -> tuple[str, ...]:
    said = search_method(say_in, results, known, names)
    if raw is None or distinct is None:
        return said
    hits = partial(counted, say_in, "%(number)s hit", "%(number)s hits")
    of_terms = say_in.gettext(
        "Terms of the list in these extracts: %(raw)s, without duplicates %(distinct)s."
    )
    return (said[0], of_terms % {"raw": hits(raw), "distinct": hits(distinct)}, *said[1:])


def _names(say_in: Wording, names: Names) -> dict[str, dict[str, str]]:
    """The words for values, by field."""
    ours = {
        "stance": labels.STANCES,
        "review_type": labels.REVIEW_TYPES,
        "section_kind": labels.SECTION_KINDS,
        "decided": labels.DECIDED,
    }
    said = {
        field: {str(value): say(say_in, words, value) for value in words} for field, words in ours.items()
    }
    codes = {
        field: {value: say_in.gettext(name) for value, name in names[field].items()}
        for field in ("theme", "subtheme")
    }
    return said | codes
