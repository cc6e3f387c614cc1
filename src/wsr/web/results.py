"""The hits of a search as a page shows them, and the sentence that says what was asked."""

from dataclasses import dataclass

from markupsafe import Markup

from wsr.domain.kinds import Language
from wsr.domain.search import FACETS, Hit, SearchQuery, SearchResults, Sort, Unit
from wsr.web import labels
from wsr.web.addresses import page_address, review_address
from wsr.web.facets import label_of
from wsr.web.marking import marked_snippet
from wsr.web.wording import Wording, counted, say


@dataclass(frozen=True)
class Result:
    """One passage found."""

    reference: str
    review_type: str
    year: str
    title: str
    place: str
    """The heading of its section and its page, in words."""
    url: str
    """The very passage in its review, with the query."""
    page_label: str
    page_url: str
    language: str
    snippet: Markup


def result(wording: Wording, language: Language, query: SearchQuery, hit: Hit) -> Result:
    """One hit, with addresses that lead to the very passage and to the page of the original."""
    place = hit.section or say(wording, labels.SECTION_KINDS, hit.section_kind)
    return Result(
        reference=hit.reference,
        review_type=say(wording, labels.REVIEW_TYPES, hit.review_type),
        year=str(hit.year) if hit.year else wording.gettext("undated"),
        title=hit.title,
        place=place,
        url=review_address(language, hit.slug, query=query, document=hit.document, at=hit.passage or hit.id),
        page_label=wording.gettext("page %(number)s") % {"number": hit.page},
        page_url=page_address(
            language, hit.slug, hit.page, document=hit.document, passage=hit.passage or hit.id
        ),
        language=hit.language,
        snippet=marked_snippet(hit.snippet),
    )


def counts_in_words(wording: Wording, results: SearchResults) -> str:
    """“43 passages in 12 reviews”: counts are always given as both, unless reviews are what is counted."""
    reviews = counted(wording, "%(number)s review", "%(number)s reviews", results.total_reviews)
    if results.query.unit is Unit.REVIEW:
        return reviews
    if results.query.unit is Unit.EXTRACT:
        passages = counted(wording, "%(number)s extract", "%(number)s extracts", results.total)
    else:
        passages = counted(wording, "%(number)s passage", "%(number)s passages", results.total)
    return wording.gettext("%(passages)s in %(reviews)s") % {"passages": passages, "reviews": reviews}


def finding(wording: Wording, results: SearchResults) -> str:
    """What was found, as a sentence: “43 passages in 12 reviews match “risk”.”"""
    counts = counts_in_words(wording, results)
    if not results.query.text:
        return wording.gettext("%(counts)s.") % {"counts": counts}
    message = wording.ngettext("%(counts)s matches %(text)s.", "%(counts)s match %(text)s.", results.total)
    return message % {"counts": counts, "text": quoted(results.query.text)}


def quoted(text: str) -> str:
    """A query within a sentence: in quotation marks, unless it brings its own."""
    return text if '"' in text else f"“{text}”"


def limits(wording: Wording, results: SearchResults) -> tuple[str, ...]:
    """What else the query asks for, in short sentences: a citation of the search needs them all."""
    query = results.query
    said = [
        wording.gettext("%(name)s: %(values)s.")
        % {
            "name": say(wording, labels.FACETS | labels.FIELDS, name),
            "values": wording.gettext(" or ").join(
                label_of(wording, name, value, results.facets.get(name, ())) for value in getattr(query, name)
            ),
        }
        for name in (*FACETS, "reference")
        if getattr(query, name)
    ]
    if query.unit is Unit.REVIEW:
        said.append(wording.gettext("One passage of each review is shown."))
    if query.stemmed and query.text:
        said.append(wording.gettext("Other forms of the words are matched too."))
    if query.all_sections:
        said.append(wording.gettext("Contents pages, letters, forms and glossaries are searched too."))
    if query.sort is not Sort.RELEVANCE:
        order = say(wording, labels.SORTS, query.sort).lower()
        said.append(wording.gettext("In this order: %(order)s.") % {"order": order})
    return tuple(said)
