"""The sample reviews themselves: that the set is whole, fictional, and as varied as real reviews are."""

import json
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

SAMPLES = Path(__file__).parents[1] / "data" / "sample_reviews"
PDFS = sorted(SAMPLES.glob("*.pdf"))
ROLES = {"report", "executive_summary", "action_plan", "briefing", "letter", "other"}
STANCES = {"identified", "suggested", "general", "criticism", "neutral"}
LEVELS = {"national", "regional", "board", "agency", "unknown"}
SECTION_KINDS = {
    "front",
    "contents",
    "introduction",
    "terms_of_reference",
    "methodology",
    "background",
    "chronology",
    "analysis",
    "effective_practice",
    "learning",
    "conclusions",
    "recommendations",
    "action_plan",
    "reviewer_statement",
    "process",
    "admin",
    "letter",
    "glossary",
    "appendix",
    "other",
}
PASSAGE_KINDS = {"paragraph", "list_item", "table_row", "footnote", "caption", "quotation", "prompt"}
THEMES = {
    "care-and-support": {
        "consistent-care",
        "persistent-care",
        "working-relationships",
        "practitioner-support",
    },
    "communication": {"effective-communication", "persistent-communication", "multi-agency-working"},
    "risk-and-escalation": {"risk-assessment", "escalating-concerns"},
    "policy-procedures-recording": {"adhering-to-procedure", "record-keeping"},
    "learning-and-reflections": {"learning-from-reviews", "suggested-practice"},
}

each_sample = pytest.mark.parametrize("pdf", PDFS, ids=lambda pdf: pdf.stem)


def _truth(pdf: Path) -> dict[str, Any]:
    truth: dict[str, Any] = json.loads(pdf.with_suffix(".expected.json").read_text(encoding="utf-8"))
    return truth


def _source(pdf: Path) -> str:
    return (SAMPLES / "sources" / f"{pdf.stem}.md").read_text(encoding="utf-8")


@each_sample
def test_opens_and_says_that_it_is_fictional(pdf: Path) -> None:
    """Page 1 says in plain words that nothing in the document is real."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    page = subprocess.run(
        ["pdftotext", "-l", "1", "-enc", "UTF-8", str(pdf), "-"], check=True, capture_output=True, text=True
    ).stdout

    assert re.search(r"fictional|ffuglennol", page, flags=re.I)


@each_sample
def test_truth_names_its_own_file_and_a_known_outcome(pdf: Path) -> None:
    """The expected result belongs to the file beside it and uses the words of the design."""
    truth = _truth(pdf)
    outcome = truth["outcome"]

    assert pdf.name == truth["file"]
    assert truth["fictional"] is True
    assert outcome["outcome"] in {"accepted", "companion"}
    assert outcome["role"] in ROLES
    assert outcome["language"] in {"en", "cy"}
    assert re.fullmatch(r"(CPR|APR|DHR|MHHR)\d{4}-[WL]\d+|SUSR\d{4}-\d+/[A-Z]+", outcome["reference"])
    assert outcome["reference"] == truth["review"]["reference"]


@each_sample
def test_truth_stays_within_the_document(pdf: Path) -> None:
    """Kinds, stances and themes are known ones, and every page is a page of the file."""
    truth = _truth(pdf)
    last = truth["review"]["pages"]
    pages = [section["page_first"] for section in truth["sections"]]
    pages += [passage[end] for passage in truth["passages"] for end in ("page_first", "page_last")]
    pages += [place["page"] for one in truth["recommendations"] for place in one["places"]]
    pages += [one["page"] for one in truth["good_practice"]]

    assert {section["kind"] for section in truth["sections"]} <= SECTION_KINDS
    assert {passage["kind"] for passage in truth["passages"]} <= PASSAGE_KINDS
    assert {one["stance"] for one in truth["good_practice"]} <= STANCES
    assert {one["level"] for one in truth["recommendations"]} <= LEVELS
    assert all(1 <= page <= last for page in pages)
    for theme in (theme for one in truth["good_practice"] for theme in one["themes"]):
        name, _, part = theme.partition("/")
        assert part in THEMES[name]


@each_sample
def test_report_is_rich_enough_to_try_a_reader_on(pdf: Path) -> None:
    """A whole report has at least a dozen hard passages and several kinds of practice sentence."""
    truth = _truth(pdf)
    if truth["outcome"]["outcome"] == "companion":
        pytest.skip("companions are shorter")

    assert len(truth["passages"]) >= 12
    assert len({one["stance"] for one in truth["good_practice"]}) >= 4
    assert sum(one["stance"] == "identified" for one in truth["good_practice"]) >= 6


@each_sample
def test_is_small_and_carries_no_trace_of_the_machine_that_made_it(pdf: Path) -> None:
    """Under 400 kB, with no path in it."""
    data = pdf.read_bytes()

    assert data.startswith(b"%PDF-")
    assert len(data) < 400_000
    assert re.search(rb"file://|/home/|/tmp/", data) is None


FORM_WORDS = (
    "statement of independence", "quality assurance statement of qualification", "i make the following statement", "i have not been directly concerned",
    "i have had no immediate line management", "i have the appropriate recognised qualifications",
    "the review was conducted appropriately", "legal context from guidance", "identify each individual learning point",
    "in order to promote the learning from this case", "to include here", "thank you for submitting",
    "the report was considered at the quality assurance",
    "gwnaf y datganiad canlynol", "nodwch bob pwynt dysgu unigol", "er mwyn hyrwyddo r hyn a ddysgwyd o r achos",
    "mae r ddogfen yma hefyd ar gael",
    "establish what lessons are to be learned",
    "identify clearly what those lessons are",
    "apply these lessons to service responses",
    "prevent domestic violence and homicide",
    "contribute to a better understanding of the nature",
)  # fmt: skip
"""Beginnings of what the official forms themselves say, which every review of the type repeats."""


def _long_sentences(pdf: Path) -> set[str]:
    """The sentences of a source with twelve words or more, as plain lower-case words."""
    body = _source(pdf).split("\n---\n", 1)[1]
    body = body.replace("<br>", "\n\n")
    body = re.sub(r"^(:::|\{|#).*$", "\n", body, flags=re.M)
    body = re.sub(r"\[\[[^|\]]*\||\]\]|\^\[|<br>|[*>#|{}]", " ", body)
    sentences = (
        re.sub(r"\W+", " ", part).strip().lower() for part in re.split(r"[.?!;:]\s|\n\n|\n-|–", body)
    )
    return {part for part in sentences if len(part.split()) >= 12 and not part.startswith(FORM_WORDS)}


def test_no_two_reviews_share_a_long_sentence() -> None:
    """Each review is written on its own; only the words of the official forms recur."""
    said = {
        (_truth(pdf)["review"]["reference"], sentence) for pdf in PDFS for sentence in _long_sentences(pdf)
    }
    holders = Counter(sentence for _, sentence in said)

    assert sorted(sentence for sentence, count in holders.items() if count > 1) == []


LAYOUTS = (
    "unnumbered", "1.1", "1.1.1", "straight", "running_head", "running_foot", "contents_page",
    "private_use_bullets", "page_turn_paragraph", "page_turn_recommendation", "line_end_hyphens", "footnotes",
    "timeline_table", "panel_table", "action_plan_table", "landscape", "bound_dhr", "home_office_letter",
    "two_columns", "welsh_twin", "briefing", "roman_front_matter", "banner", "chapter_words", "glossary",
)  # fmt: skip
"""What a reader of reviews must cope with; each stands in two samples at least."""

EVIDENCE = {
    "page_turn_paragraph": "cut by a page turn",
    "line_end_hyphens": "hyphenated at a line end",
    "footnotes": "footnote",
    "timeline_table": "row of a table (timeline)",
    "action_plan_table": "row of a table (action_plan)",
    "two_columns": "in a",
}
"""Layouts that the hard passages must bear out, by words of their `why`."""


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_layout_stands_in_two_samples(layout: str) -> None:
    """No way of laying out a review is tried on one document alone."""
    holders = [pdf.stem for pdf in PDFS if layout in _truth(pdf)["layouts"]]

    assert len(holders) >= 2


@each_sample
def test_layouts_are_borne_out_by_the_passages(pdf: Path) -> None:
    """A sample that claims a cut paragraph, a footnote, a timeline … has such a passage in its truth."""
    truth = _truth(pdf)
    reasons = {reason for passage in truth["passages"] for reason in passage["why"].split(", ")}
    claimed = {EVIDENCE[layout] for layout in truth["layouts"] if layout in EVIDENCE}

    assert {claim for claim in claimed if not any(reason.startswith(claim) for reason in reasons)} == set()


@each_sample
def test_a_claimed_cut_recommendation_is_cut(pdf: Path) -> None:
    """Where a sample says that a page turn cuts a recommendation, one of its hard passages is that text."""
    truth = _truth(pdf)
    cut = [passage["text"] for passage in truth["passages"] if passage["page_last"] > passage["page_first"]]
    texts = [" ".join(one["text"].split()) for one in truth["recommendations"]]

    claimed = "page_turn_recommendation" in truth["layouts"]
    assert not claimed or any(text in passage for text in texts for passage in cut)


def test_set_covers_types_boards_producers_and_languages() -> None:
    """All five types, six regional boards, three producers, Welsh, and a review without recommendations."""
    truths = [_truth(pdf) for pdf in PDFS]
    reports = [truth for truth in truths if truth["outcome"]["outcome"] == "accepted"]
    boards = {truth["review"]["board"] for truth in reports}

    assert len(reports) >= 16
    assert {truth["review"]["review_type"] for truth in reports} == {"APR", "CPR", "DHR", "MHHR", "SUSR"}
    assert {"north-wales", "mid-and-west-wales", "west-glamorgan"} <= boards
    assert {"cwm-taf-morgannwg", "cardiff-and-vale", "gwent", "healthcare-inspectorate-wales"} <= boards
    assert {truth["producer"] for truth in truths} >= {"libreoffice", "weasyprint", "reportlab", "chromium"}
    assert {truth["outcome"]["language"] for truth in truths} == {"en", "cy"}
    assert any(not truth["recommendations"] for truth in reports)
    assert all(5 <= truth["review"]["pages"] <= 30 for truth in reports)


def test_companions_join_a_review_that_is_there() -> None:
    """A twin, a briefing or a separate plan names a review of the set."""
    outcomes = [_truth(pdf)["outcome"] for pdf in PDFS]
    references = {outcome["reference"] for outcome in outcomes if outcome["outcome"] == "accepted"}
    companions = {outcome["reference"] for outcome in outcomes if outcome["outcome"] == "companion"}

    assert companions <= references


def test_every_pdf_has_its_source_and_truth() -> None:
    """PDF, source and expected result come in threes."""
    sources = {path.stem for path in (SAMPLES / "sources").glob("*.md")}
    truths = {path.name.removesuffix(".expected.json") for path in SAMPLES.glob("*.expected.json")}

    assert {pdf.stem for pdf in PDFS} == sources == truths
