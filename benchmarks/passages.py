"""Generated passages of the shape of real ones: for measuring only, they say nothing."""

import datetime
import random
from collections.abc import Iterator
from itertools import accumulate

from wsr.domain.coding import Coding, Extract, Stance
from wsr.domain.kinds import (
    Language,
    PassageKind,
    ReferenceSource,
    ReviewType,
    Role,
    SectionKind,
    Status,
    YearBasis,
)
from wsr.domain.passages import Passage, Section
from wsr.domain.references import slug_of
from wsr.domain.review import Board, Document, Review, Source

REVIEWS = 183
TYPES = {"CPR": 87, "APR": 45, "DHR": 34, "MHHR": 14, "SUSR": 3}
"""As many of each type as the published analysis had."""

MEAN_WORDS = 60
DIFFERENT_WORDS = 28_000

TERMS = [
    "best practice",
    "expected practice",
    "good practice",
    "attempting",
    "commended",
    "consistent",
    "co-operation",
    "cooperation",
    "detailed reports",
    "effective",
    "effective communication",
    "effective practice",
    "good communication",
    "good continuity",
    "good relationship",
    "good response",
    "kept on trying",
    "maintained involvement",
    "mindful",
    "multiple attempts",
    "positive practice",
    "responsive",
    "thorough",
    "thoughtful",
    "timely",
    "underestimated",
]
"""The 26 best-practice terms."""

_COMMON = [
    "the",
    "of",
    "and",
    "to",
    "in",
    "a",
    "was",
    "that",
    "with",
    "for",
    "on",
    "had",
    "his",
    "her",
    "by",
    "not",
    "at",
    "is",
    "be",
    "as",
    "from",
    "were",
    "this",
    "it",
    "child",
    "an",
    "have",
    "which",
    "review",
    "she",
    "he",
    "been",
    "there",
    "are",
    "or",
    "school",
    "health",
    "family",
    "worker",
    "social",
    "care",
    "police",
    "mother",
    "father",
    "home",
    "risk",
    "practice",
    "agencies",
    "information",
    "concerns",
    "support",
    "services",
    "assessment",
    "plan",
    "meeting",
    "children",
    "adult",
    "safeguarding",
    "report",
    "process",
    "board",
    "local",
    "authority",
    "good",
    "professionals",
    "referral",
    "hospital",
    "time",
    "during",
    "made",
    "attended",
    "visit",
    "year",
    "further",
    "contact",
    "staff",
    "being",
    "communication",
    "practitioner",
    "recorded",
    "seen",
    "team",
    "court",
    "known",
    "young",
    "person",
    "community",
]
_CODES = (
    Coding(theme="care-and-support", subtheme="consistent-care"),
    Coding(theme="communication", subtheme="effective-communication"),
    Coding(theme="communication", subtheme="multi-agency-working"),
    Coding(theme="learning-and-reflections"),
)
_KINDS = (SectionKind.ANALYSIS, SectionKind.CHRONOLOGY, SectionKind.BACKGROUND, SectionKind.LEARNING,
          SectionKind.CONCLUSIONS, SectionKind.EFFECTIVE_PRACTICE)  # fmt: skip
_BOARDS = (
    "gwent",
    "north-wales",
    "cwm-taf-morgannwg",
    "west-glamorgan",
    "cardiff-and-vale",
    "mid-and-west-wales",
)


def make_reviews(passages: int, seed: int = 1) -> Iterator[Review]:
    """So many passages, in as many reviews as were published, but no more than passages."""
    chance = random.Random(seed)
    words = _vocabulary(chance)
    weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(words))))
    types = [kind for kind, count in TYPES.items() for _ in range(count)]
    reviews = min(REVIEWS, passages)
    for number in range(reviews):
        count = passages // reviews + (number < passages % reviews)
        texts = [_text(chance, words, weights) for _ in range(count)]
        yield _review(number, types[number * len(types) // reviews], texts, chance)


def rare_word() -> str:
    """A word that few passages have."""
    return _vocabulary(random.Random(1))[3000]


def _text(chance: random.Random, words: list[str], weights: list[float]) -> str:
    length = max(6, int(chance.gammavariate(2.2, MEAN_WORDS / 2.2)))
    chosen = chance.choices(words, cum_weights=weights, k=length)
    if chance.random() < 0.12:
        chosen[chance.randrange(length)] = chance.choice(TERMS)
    return " ".join(chosen).capitalize() + "."


def _vocabulary(chance: random.Random) -> list[str]:
    """Words from the commonest to the rarest: real ones first, then the words of the terms, then made-up ones."""
    of_terms = {word for term in TERMS for word in term.split()} - set(_COMMON)
    made_up: dict[str, None] = {}
    while len(made_up) < DIFFERENT_WORDS:
        syllables = chance.choices(_SYLLABLES, k=chance.choice((2, 2, 3, 3, 4)))
        made_up["".join(syllables)] = None
    rare = list(made_up)
    return [*_COMMON, *rare[:400], *sorted(of_terms), *rare[400:]]


_SYLLABLES = [onset + vowel + coda for onset in ("b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "w")
              for vowel in "aeiou" for coda in ("", "n", "r", "l", "s", "m")]  # fmt: skip


def _review(number: int, kind: str, texts: list[str], chance: random.Random) -> Review:
    year = 2008 + number % 18
    extracts = _extracts(number, texts)
    reference = f"{kind}{year}-{number:02d}/GEN" if kind == "SUSR" else f"{kind}{year}-W{number:02d}"
    board = _BOARDS[number % len(_BOARDS)]
    sections = tuple(
        Section(
            id=f"s{at}", document="d1", number=str(at), heading=each.value, kind=each, level=1, page_first=1
        )
        for at, each in enumerate(_KINDS, start=1)
    )
    return Review(
        reference=reference, reference_as_printed=reference, reference_source=ReferenceSource.FILE_NAME,
        slug=slug_of(reference), review_type=ReviewType(kind), form=None, criteria=(), title=f"Review {reference}",
        language=Language.EN, status=Status.PUBLISHED, board=Board(id=board, name=board), board_reference=None,
        board_reference_as_printed=None, subjects=(), authors=(), incident_date=None, report_date=None,
        publication_date=None, year=year, year_basis=YearBasis.REFERENCE, pages=30, agencies=(),
        documents=(_document(),), claims=(), sections=sections,
        passages=tuple(_passage(reference, at, text, chance) for at, text in enumerate(texts, start=1)),
        recommendations=(), extracts=tuple(extracts), warnings=(),
    )  # fmt: skip


def _extracts(review: int, texts: list[str]) -> Iterator[Extract]:
    """What stands around each term: half a passage, coded in turn."""
    for at, text in enumerate(texts, start=1):
        terms = tuple(term for term in TERMS if f" {term} " in text)
        if terms:
            start = text.rfind(" ", 0, text.index(terms[0]) // 2 + 1) + 1
            yield Extract(
                id=f"e{at}", key=f"{review}-e{at}", document="d1", passage=f"p{at}", start=start, end=len(text),
                text=text[start:], page=1 + at // 15, terms=terms, stance=tuple(Stance)[at % 5],
                codes=_CODES[: at % 3],
            )  # fmt: skip


def _document() -> Document:
    return Document(
        id="d1", role=Role.REPORT, language=Language.EN, version=1, pages=30, machine_read=False, page_sizes=(),
        page_languages=(),
        source=Source(filename="generated.pdf", sha256="0" * 64, bytes=1, extractor="generated",
                      ingested_at=datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)),
    )  # fmt: skip


def _passage(reference: str, at: int, text: str, chance: random.Random) -> Passage:
    return Passage(
        id=f"p{at}", key=f"{reference}-{at}", document="d1", number=None, kind=PassageKind.PARAGRAPH,
        section=f"s{chance.randint(1, len(_KINDS))}", text=text, page_first=1 + at // 15, page_last=1 + at // 15, boxes=(),
    )  # fmt: skip
