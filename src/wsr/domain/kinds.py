"""The closed lists of the field, one meaning each (see the glossary in the README)."""

from enum import StrEnum


class ReviewType(StrEnum):
    """The five kinds of Welsh safeguarding review."""

    CPR = "CPR"
    APR = "APR"
    DHR = "DHR"
    """Also Domestic Abuse Death Review (DADR) and Domestic Abuse Related Death Review (DARDR)."""
    MHHR = "MHHR"
    SUSR = "SUSR"


class Criterion(StrEnum):
    """The kind of review whose criteria a Single Unified Safeguarding Review meets; it may meet several."""

    CPR = "CPR"
    APR = "APR"
    DHR = "DHR"
    MHHR = "MHHR"
    OWHR = "OWHR"


class Form(StrEnum):
    """Concise or extended, a distinction of child and adult practice reviews."""

    CONCISE = "concise"
    EXTENDED = "extended"


class Language(StrEnum):
    """The languages of the repository."""

    EN = "en"
    CY = "cy"


class Role(StrEnum):
    """What a document is within its review, in the order in which documents are read."""

    REPORT = "report"
    EXECUTIVE_SUMMARY = "executive_summary"
    ACTION_PLAN = "action_plan"
    BRIEFING = "briefing"
    LETTER = "letter"
    OTHER = "other"


class Status(StrEnum):
    """Whether a review is shown: only published ones are searched and read."""

    PUBLISHED = "published"
    HELD = "held"
    WITHDRAWN = "withdrawn"


class SectionKind(StrEnum):
    """What a headed part of a review is for."""

    FRONT = "front"
    CONTENTS = "contents"
    INTRODUCTION = "introduction"
    TERMS_OF_REFERENCE = "terms_of_reference"
    METHODOLOGY = "methodology"
    BACKGROUND = "background"
    CHRONOLOGY = "chronology"
    ANALYSIS = "analysis"
    EFFECTIVE_PRACTICE = "effective_practice"
    LEARNING = "learning"
    CONCLUSIONS = "conclusions"
    RECOMMENDATIONS = "recommendations"
    ACTION_PLAN = "action_plan"
    REVIEWER_STATEMENT = "reviewer_statement"
    PROCESS = "process"
    ADMIN = "admin"
    LETTER = "letter"
    GLOSSARY = "glossary"
    APPENDIX = "appendix"
    OTHER = "other"


UNSEARCHED_SECTIONS = frozenset(
    {SectionKind.CONTENTS, SectionKind.ADMIN, SectionKind.LETTER, SectionKind.GLOSSARY}
)
"""Kept and shown, but searched only when asked for: they speak of the document, not of practice."""


class PassageKind(StrEnum):
    """What a passage is on its page."""

    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    FOOTNOTE = "footnote"
    CAPTION = "caption"
    QUOTATION = "quotation"
    PROMPT = "prompt"
    """The form's own words asking what to write; kept, never searched unless asked for."""


class Level(StrEnum):
    """Whom a recommendation binds."""

    NATIONAL = "national"
    REGIONAL = "regional"
    BOARD = "board"
    AGENCY = "agency"
    UNKNOWN = "unknown"


class ClaimSource(StrEnum):
    """Who states a fact. Precedence rises in the order written; see `wsr.domain.claims`."""

    DOCUMENT = "document"
    FILE_NAME = "file_name"
    MANIFEST = "manifest"
    EDITOR = "editor"


class ReferenceSource(StrEnum):
    """Where the reference of a review comes from."""

    MANIFEST = "manifest"
    FILE_NAME = "file_name"
    TEXT = "text"
    ASSIGNED = "assigned"


class YearBasis(StrEnum):
    """Which fact a review's year is taken from."""

    PUBLICATION = "publication"
    REPORT = "report"
    REFERENCE = "reference"


class Outcome(StrEnum):
    """What became of one ingested file."""

    ACCEPTED = "accepted"
    UNCHANGED = "unchanged"
    REPARSED = "reparsed"
    DUPLICATE = "duplicate"
    NEW_VERSION = "new_version"
    COMPANION = "companion"
    HELD = "held"
    NEEDS_OCR = "needs_ocr"
    REJECTED = "rejected"


class Rejection(StrEnum):
    """Why a file cannot become a document of a review."""

    NOT_PDF = "not_pdf"
    EMPTY = "empty"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    NO_TEXT = "no_text"
    TOO_LARGE = "too_large"
    TIMED_OUT = "timed_out"
    OUT_OF_MEMORY = "out_of_memory"
    NOT_A_REVIEW = "not_a_review"
