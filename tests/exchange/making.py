"""Exports for tests: reviews, items and methods of which all is known unless a test says otherwise."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from wsr.domain.codebook import Codebook, Subtheme, Term, TermList, Theme
from wsr.domain.coding import Coding, Decision, Reason, Verdict
from wsr.domain.dates import PartialDate
from wsr.domain.exports import Export, ExportCounts, ExportedItem, ExportedReview, ExportMethod
from wsr.domain.kinds import Form, Language, ReviewType, YearBasis
from wsr.domain.method import Provenance
from wsr.domain.review import Board, Review
from wsr.domain.search import SearchQuery, Unit

SITE = "https://wsr.example/en"

CODEBOOK = Codebook(
    id="example",
    version=1,
    title="Example codebook",
    themes=(
        Theme(
            id="communication",
            name="Communication",
            definition="Speaking and listening.",
            subthemes=(Subtheme(id="listening", name="Listening", definition="Hearing what is said."),),
        ),
        Theme(id="care", name="Care and support", definition="Help that is steady."),
    ),
)
TERMS = TermList(
    id="example",
    version=1,
    title="Example terms",
    terms=(Term(id="good practice", match=("good practice",)),),
)
NAMES: Mapping[str, Mapping[str, str]] = {
    "stance": {"identified": "Good practice identified", "criticism": "Criticism"},
    "review_type": {"CPR": "Child Practice Review"},
    "section_kind": {"analysis": "Analysis"},
    "theme": {"communication": "Communication", "care": "Care and support"},
    "subtheme": {"communication/listening": "Listening"},
    "decided": {"kept": "Kept by a person", "undecided": "Not yet read by a person"},
}
DECISION = Decision(
    person="Nia Ddychmygol",
    decided_at=datetime.datetime(2031, 11, 1, 9, 30, tzinfo=datetime.UTC),
    verdict=Verdict.KEEP,
    note="Clear.",
)


def a_review(**facts: Any) -> ExportedReview:
    """A review of which everything is known."""
    slug = facts.get("slug", "cpr2031-w97")
    defaults: dict[str, Any] = {
        "slug": slug,
        "reference": slug.upper(),
        "review_type": ReviewType.CPR,
        "form": Form.CONCISE,
        "title": "A quiet house",
        "language": Language.EN,
        "board": Board(id="harbour", name="Harbour & Hills Safeguarding Board"),
        "authors": ("Nia Ddychmygol",),
        "incident_date": PartialDate(2029),
        "report_date": PartialDate(2031, 3),
        "publication_date": PartialDate(2031, 5, 17),
        "year": 2031,
        "year_basis": YearBasis.PUBLICATION,
        "pages": 24,
        "address": f"{SITE}/reviews/{slug}",
    }
    return ExportedReview(**{**defaults, **facts})


def an_extract(number: int = 1, **facts: Any) -> ExportedItem:
    """An extract that rules coded and a person kept."""
    review = facts.get("review") or a_review()
    text = facts.get("text", f"The worker asked again, which was good practice ({number}).")
    address = f"{SITE}/reviews/{review.slug}/extracts/k{number}"
    defaults: dict[str, Any] = {
        "unit": Unit.EXTRACT,
        "review": review,
        "document": "report-en",
        "language": Language.EN,
        "section": "What went well",
        "section_kind": "analysis",
        "passage": f"p{number}",
        "passage_key": f"pk{number}",
        "passage_number": f"4.{number}",
        "id": f"e{number}",
        "key": f"k{number}",
        "page": 9,
        "page_last": 10,
        "start": 6,
        "end": 6 + len(text),
        "text": text,
        "before": "First.",
        "after": " Last.",
        "terms": ("good practice",),
        "term_counts": (1,),
        "stance": "identified",
        "stance_because": (Reason(rule="label", words="good practice"),),
        "machine_stance": "identified",
        "codes": ("communication/listening", "care"),
        "machine_codes": (Coding(theme="communication", subtheme="listening", score=1.5),),
        "decided": "kept",
        "decision": DECISION,
        "address": address,
        "citation": f"“{text}” ({review.reference}, para 4.{number}, p. 9). {address}.",
    }
    return ExportedItem(**{**defaults, **facts})


def a_passage(number: int = 1, **facts: Any) -> ExportedItem:
    """A passage: no stance, no codes, no decision."""
    bare: dict[str, Any] = {
        "unit": Unit.PASSAGE,
        "start": 0,
        "before": "",
        "after": "",
        "terms": (),
        "term_counts": (),
        "stance": None,
        "stance_because": (),
        "machine_stance": None,
        "codes": (),
        "machine_codes": (),
        "decided": None,
        "decision": None,
    }
    return an_extract(number, **{**bare, **facts})


def a_method(items: int, reviews: int, **facts: Any) -> ExportMethod:
    """How they were found."""
    defaults: dict[str, Any] = {
        "title": f"{items} extracts in {reviews} reviews: “good practice”",
        "sentences": ("Extracts that match “good practice”.", "Made on 2 November 2031 (UTC)."),
        "query": SearchQuery(text="good practice", unit=Unit.EXTRACT),
        "counts": ExportCounts(items=items, reviews=reviews, raw_hits=items, distinct_hits=items),
        "provenance": Provenance(
            term_list=TERMS.name,
            codebook=CODEBOOK.name,
            rules_version="1",
            index_version="7",
            software_version="0.1.0",
            date=datetime.date(2031, 11, 2),
            reviews_held=40,
        ),
        "citation": f"Wales Safeguarding Repository (2031). Extracts. {SITE}/search?q=good+practice",
        "address": f"{SITE}/search?q=good+practice",
        "notice": "These are words about real deaths, given as printed.",
    }
    return ExportMethod(**{**defaults, **facts})


def an_export(
    items: Iterable[ExportedItem] = (),
    count: int | None = None,
    reviews: Iterable[ExportedReview] = (),
    longest: int = 0,
    **method: Any,
) -> Export:
    """An export of these items; for a stream of them say how many come, and of which reviews."""
    if count is None:
        items = tuple(items)
        count = len(items)
        reviews = {item.review.slug: item.review for item in items}.values()
        longest = max((len(t) for item in items for t in (item.text, item.before, item.after)), default=0)
    reviews = sorted(reviews, key=lambda review: review.reference)
    return Export(
        method=a_method(count, len(reviews), **method),
        items=iter(items),
        reviews=reviews,
        whole=_not_held,
        judged=lambda slug: (),
        people=(),
        longest=longest,
        codebook=CODEBOOK,
        terms=TERMS,
        names=NAMES,
    )


def _not_held(slug: str) -> Review:
    """These reviews are told by their facts alone."""
    raise AssertionError(f"The whole of {slug} was asked for.")
