"""The hits of a search as a page shows them, and the sentence that says what was asked."""

from dataclasses import dataclass, replace

from markupsafe import Markup

from wsr.domain.codebook import Codebook
from wsr.domain.coding import Decided
from wsr.domain.kinds import Language
from wsr.domain.search import FACETS, Hit, SearchQuery, SearchResults, Sort, Unit
from wsr.web import labels
from wsr.web.addresses import page_address, review_address, theme_address
from wsr.web.codes import code_name
from wsr.web.facets import Names, label_of
from wsr.web.marking import marked_snippet, marked_text
from wsr.web.quoting import Quoter
from wsr.web.selection import MARKED, Selection
from wsr.web.wording import Wording, counted, say


@dataclass(frozen=True)
class CodeLink:
    """A code of an extract, and the page of its theme."""

    text: str
    url: str


@dataclass(frozen=True)
class Coded:
    """What is said of an extract found: by rules, or by a person who decided."""

    stance: str
    label: str
    codes: tuple[CodeLink, ...]
    terms: tuple[str, ...]
    decided: str
    """What a person said of it; empty while nobody has."""
    why_url: str
    """The reasons, beside the extract in its review; empty when they are not shown there."""


@dataclass(frozen=True)
class Result:
    """One passage or extract found."""

    reference: str
    review_type: str
    year: str
    title: str
    place: str
    """The heading of its section and its page, in words."""
    url: str
    """The very passage or extract in its review, with the query."""
    page: int
    page_label: str
    page_url: str
    language: str
    snippet: Markup
    """What was found, with the words asked for marked: an extract whole, a passage in pieces."""
    coded: Coded | None
    """None for a passage."""
    quotation: str
    """What was found, whole, with its citation, ready to paste."""


def result(quoter: Quoter, query: SearchQuery, hit: Hit, codebook: Codebook) -> Result:
    """One hit, with addresses that lead to the very passage or extract and to the page of the original."""
    wording, language, found = quoter.say_in, quoter.language, hit.stance is not None
    return Result(
        reference=hit.reference,
        review_type=say(wording, labels.REVIEW_TYPES, hit.review_type),
        year=str(hit.year) if hit.year else wording.gettext("undated"),
        title=hit.title,
        place=hit.section or say(wording, labels.SECTION_KINDS, hit.section_kind),
        url=_address(language, query, hit),
        page=hit.page,
        page_label=wording.gettext("page %(number)s") % {"number": hit.page},
        page_url=page_address(
            language, hit.slug, hit.page, document=hit.document, passage=hit.passage or hit.id
        ),
        language=hit.language,
        snippet=marked_text(hit.text, hit.matches) if found else marked_snippet(hit.snippet),
        coded=_coded(wording, language, query, hit, codebook) if found else None,
        quotation=quoter.of_hit(hit),
    )


def _address(language: Language, query: SearchQuery, hit: Hit, *, why: bool = False) -> str:
    """
    The place of a hit in its review, or that of the reasons for its coding.

    The review marks the extracts that the search is about; where this one would not be among them, all of its
    stance are. One that a person rejected is never marked, but its place is there.
    """
    selection = Selection.of_search(query)
    if hit.stance and hit.stance not in (selection.stances or MARKED):
        selection = replace(selection, stances=(hit.stance,))
    marked = hit.stance is not None and hit.decided != Decided.REJECTED
    return review_address(
        language,
        hit.slug,
        query=query,
        document=hit.document,
        marks=selection.pairs(query) if marked else (),
        at=f"why-{hit.id}" if why else hit.id,
    )


def _coded(wording: Wording, language: Language, query: SearchQuery, hit: Hit, codebook: Codebook) -> Coded:
    return Coded(
        stance=hit.stance or "",
        label=say(wording, labels.STANCES, hit.stance or ""),
        codes=tuple(
            CodeLink(code_name(codebook, code), theme_address(language, code.partition("/")[0]))
            for code in hit.codes
        ),
        terms=hit.terms,
        decided="" if hit.decided == Decided.UNDECIDED else say(wording, labels.DECIDED, hit.decided or ""),
        why_url="" if hit.decided == Decided.REJECTED else _address(language, query, hit, why=True),
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


def limits(wording: Wording, query: SearchQuery, names: Names) -> tuple[str, ...]:
    """What else the query asks for, in short sentences: a citation of the search needs them all."""
    said = [
        wording.gettext("%(name)s: %(values)s.")
        % {
            "name": say(wording, labels.FACETS | labels.FIELDS, name),
            "values": wording.gettext(" or ").join(
                label_of(wording, name, value, names) for value in getattr(query, name)
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
    if query.sample is not None:
        sample = wording.gettext("A sample of %(number)s, seed %(seed)s.")
        said.append(sample % {"number": f"{query.sample:,}", "seed": query.seed})
    if query.sort is not Sort.RELEVANCE:
        order = say(wording, labels.SORTS, query.sort).lower()
        said.append(wording.gettext("In this order: %(order)s.") % {"order": order})
    return tuple(said)
