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
PASSAGE_KINDS = {"paragraph", "list_item", "table_row", "footnote", "caption", "quotation"}
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
    assert re.search(rb"file://|/home/|/tmp/|/work/", data) is None


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
