"""The columns of every file that has a row for each item: what each is called, what it means, what stands in it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from wsr.domain.exports import Export, ExportedItem

SEPARATOR = "; "
"""Between the values of a cell that holds several; it stands in no value."""

Cell = str | int
"""Text, empty for what is not known or does not apply; a number in the columns of numbers alone."""


@dataclass(frozen=True, slots=True)
class Row:
    """What a row is made from."""

    number: int
    """From 1, in the order of the export."""
    item: ExportedItem
    export: Export


@dataclass(frozen=True, slots=True)
class Column:
    """One column."""

    name: str
    meaning: str
    """A sentence."""
    value: Callable[[Row], object]
    """None for what is not known or does not apply."""
    number: bool = False

    def cell(self, row: Row) -> Cell:
        """What stands in this column of a row."""
        value = self.value(row)
        if value is None:
            return ""
        return value if self.number and isinstance(value, int) else str(value)


def rows(export: Export) -> Iterator[tuple[Cell, ...]]:
    """The cells of each item in the order of COLUMNS, without a head row, read once. Text is exact, nothing guarded."""
    for number, item in enumerate(export.items, start=1):
        row = Row(number, item, export)
        yield tuple(column.cell(row) for column in COLUMNS)


def joined(values: Iterable[object]) -> str:
    """Several values as one cell has them: parted by `SEPARATOR`, which becomes a comma where a value holds it."""
    return SEPARATOR.join(str(value).replace(SEPARATOR, ", ") for value in values)


def code_label(export: Export, code: str) -> str:
    """The words for a code: “Communication: Multi-agency working”, the theme's name alone for a theme."""
    theme, _, subtheme = code.partition("/")
    name = export.name("theme", theme)
    return f"{name}: {export.name('subtheme', code)}" if subtheme else name


def _decided_at(row: Row) -> str | None:
    decision = row.item.decision
    return decision.decided_at.isoformat(timespec="seconds") if decision else None


def _machine_codes(row: Row) -> str:
    return joined(f"{coding.code} {coding.score:.2f}" for coding in row.item.machine_codes)


COLUMNS: tuple[Column, ...] = (
    Column("number", "The number of the row, in the order of this export.", lambda row: row.number, True),
    Column("reference", "The reference of the review.", lambda row: row.item.review.reference),
    Column(
        "review_type",
        "CPR (Child Practice Review), APR (Adult Practice Review), DHR (Domestic Homicide Review), "
        "MHHR (Mental Health Homicide Review) or SUSR (Single Unified Safeguarding Review).",
        lambda row: row.item.review.review_type.value,
    ),
    Column(
        "form", "concise or extended, for reviews that are one of them.", lambda row: row.item.review.form
    ),
    Column("title", "The title of the review.", lambda row: row.item.review.title),
    Column(
        "board",
        "The body that published the review.",
        lambda row: row.item.review.board.name if row.item.review.board else None,
    ),
    Column("year", "The year of the review.", lambda row: row.item.review.year, True),
    Column(
        "year_basis",
        "Where the year is taken from: publication, report or reference.",
        lambda row: row.item.review.year_basis,
    ),
    Column(
        "incident_date",
        "When what is reviewed happened; like every date as exact as it is known: 2016-05-17, 2016-05 or 2016.",
        lambda row: row.item.review.incident_date,
    ),
    Column("report_date", "The date of the report.", lambda row: row.item.review.report_date),
    Column(
        "publication_date", "When the review was published.", lambda row: row.item.review.publication_date
    ),
    Column("language", "The language of the text: en or cy.", lambda row: row.item.language.value),
    Column("document", "The document of the review that the text stands in.", lambda row: row.item.document),
    Column(
        "section",
        "The heading that the text stands under; empty before the first heading.",
        lambda row: row.item.section,
    ),
    Column("section_kind", "What that part of a review is for.", lambda row: row.item.section_kind),
    Column(
        "passage_number",
        "The number printed before the paragraph, if any.",
        lambda row: row.item.passage_number,
    ),
    Column("passage", "The paragraph, by its place in the document.", lambda row: row.item.passage),
    Column(
        "page", "The page of the file where the paragraph begins, from 1.", lambda row: row.item.page, True
    ),
    Column("page_last", "The page where it ends.", lambda row: row.item.page_last, True),
    Column("text", "The words found, as printed.", lambda row: row.item.text),
    Column("before", "What stands before them in the same paragraph.", lambda row: row.item.before),
    Column("after", "What stands after them in the same paragraph.", lambda row: row.item.after),
    Column("terms", "The terms of the term list that stand in the text.", lambda row: joined(row.item.terms)),
    Column(
        "stance",
        "What the reviewer says of the practice: identified, suggested, general, criticism or neutral. "
        "A person's judgement stands before that of the rules.",
        lambda row: row.item.stance,
    ),
    Column("stance_label", "The stance in words.", lambda row: row.export.name("stance", row.item.stance)),
    Column(
        "stance_reasons",
        "The rules that speak for the stance that the rules gave, each with the words it went by.",
        lambda row: joined(row.item.stance_because),
    ),
    Column(
        "themes",
        "The themes of the text. A person's coding stands before that of the rules.",
        lambda row: joined(row.item.themes),
    ),
    Column("subthemes", "The sub-themes, theme/sub-theme each.", lambda row: joined(row.item.subthemes)),
    Column(
        "theme_labels",
        "The themes and sub-themes in words.",
        lambda row: joined(code_label(row.export, code) for code in row.item.codes),
    ),
    Column(
        "decided",
        "How far people have come with it: undecided, kept, unsure or rejected.",
        lambda row: row.item.decided,
    ),
    Column(
        "decided_by",
        "Who decided about it: the name of a person, or machine where nobody has. Who keeps an extract gives its "
        "stance and themes, or affirms those that the rules gave then; who rejects it or is unsure, and gives none, "
        "leaves those of the rules.",
        lambda row: row.item.decided_by,
    ),
    Column("decided_at", "When that person decided, in UTC.", _decided_at),
    Column(
        "note",
        "What that person wrote beside it.",
        lambda row: row.item.decision.note if row.item.decision else None,
    ),
    Column(
        "machine_stance",
        "The stance that the rules gave, whatever people decided.",
        lambda row: row.item.machine_stance,
    ),
    Column(
        "machine_codes",
        "The themes and sub-themes that the rules gave, each with the weight of the words that speak for it.",
        _machine_codes,
    ),
    Column("id", "The text, by its place in the review.", lambda row: row.item.id),
    Column(
        "key",
        "A name of the text in its review that stays when the file is read again.",
        lambda row: row.item.key,
    ),
    Column("address", "The permanent address of the text.", lambda row: row.item.address),
    Column("citation", "A citation to copy.", lambda row: row.item.citation),
    Column(
        "label", "What is printed before a recommendation, as “Recommendation 3”.", lambda row: row.item.label
    ),
    Column("addressees", "Whom a recommendation names, as printed.", lambda row: joined(row.item.addressees)),
    Column(
        "level",
        "Whom a recommendation binds: national, regional, board, agency or unknown.",
        lambda row: row.item.level,
    ),
    Column(
        "recommendation_themes",
        "The high-level themes of a recommendation, given by rules.",
        lambda row: joined(row.item.recommendation_themes),
    ),
    Column(
        "addressee_kinds",
        "The kinds of agency that a recommendation addresses, read by rules.",
        lambda row: joined(row.item.addressee_kinds),
    ),
    Column(
        "addressee_bodies",
        "The known bodies that a recommendation addresses, by their present names, read by rules.",
        lambda row: joined(row.item.addressee_bodies),
    ),
    Column(
        "action",
        "The verb that says what a recommendation asks for, as printed.",
        lambda row: row.item.action,
    ),
    Column(
        "times",
        "Dates and time limits of a recommendation, as printed: no measure of it.",
        lambda row: joined(row.item.times),
    ),
)
"""In the order of the file."""
