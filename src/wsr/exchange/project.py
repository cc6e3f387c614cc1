"""
Our reviews as the head of a project of qualitative analysis. Pure.

    review -> one case with its variables      how extracts were found -> a note      codebook, terms -> codes

The sources are made by `wsr.exchange.sources`.
"""

import datetime
from collections.abc import Iterable, Sequence

from wsr.domain.codebook import Codebook, TermList
from wsr.domain.qda import Case, Note, ProjectHead, Variable, VariableType, VariableValue
from wsr.domain.review import Review
from wsr.exchange.codes import project_codes
from wsr.exchange.guids import guid_of
from wsr.exchange.texts import one_line, source_guid
from wsr.exchange.users import RESEARCHER, machine_of, person_of
from wsr.language.text import fixed

_VARIABLES = (
    ("Type", VariableType.TEXT, "The kind of review."),
    ("Form", VariableType.TEXT, "Concise or extended."),
    ("Criteria", VariableType.TEXT, "The kinds of review that a single unified review stands for."),
    ("Board", VariableType.TEXT, "The body that published it."),
    ("Title", VariableType.TEXT, ""),
    ("Language", VariableType.TEXT, "Of its report: en or cy."),
    ("Year", VariableType.INTEGER, "Of publication, else of the report, else of the reference."),
    ("Incident date", VariableType.TEXT, "To the day, the month or the year, as it is known."),
    ("Report date", VariableType.TEXT, "To the day, the month or the year, as it is known."),
    ("Publication date", VariableType.TEXT, "To the day, the month or the year, as it is known."),
)
"""What is known of each case. Dates are texts: a tool would make a day of a month or a year."""


def head_of(
    reviews: Iterable[Review],
    codebook: Codebook,
    terms: TermList,
    *,
    name: str,
    origin: str,
    rules: str,
    day: datetime.date,
    people: Iterable[str] = (),
    method: Sequence[str] = (),
) -> ProjectHead:
    """
    A project without its sources.

    Args:
        reviews: Those whose sources will be written, gone through once.
        origin: The program and its version.
        rules: The version of the rules that the machine's codings were made with.
        day: On which it is made. One program stops at a note without a date.
        people: Everybody whose decisions will be written.
        method: How the extracts were found, a sentence each: it becomes a note about the project.
    """
    machine, made = machine_of(rules), datetime.datetime.combine(day, datetime.time(), datetime.UTC)
    note = Note(
        guid=guid_of("note", "method"),
        name="Method",
        text=_lines(method),
        user=machine.guid,
        created=made,
    )
    return ProjectHead(
        name=one_line(name),
        origin=origin,
        user=machine.guid,
        created=made,
        users=(RESEARCHER, machine, *(person_of(each) for each in sorted(set(people)))),
        codes=project_codes(codebook, terms),
        variables=tuple(
            Variable(guid=_variable(each), name=each, type=kind, description=said)
            for each, kind, said in _VARIABLES
        ),
        cases=tuple(_case(review) for review in reviews),
        notes=(note,) if note.text else (),
    )


def _case(review: Review) -> Case:
    known = {
        "Type": review.review_type,
        "Form": review.form,
        "Criteria": ", ".join(review.criteria),
        "Board": review.board and review.board.name,
        "Title": review.title,
        "Language": review.language,
        "Year": review.year,
        "Incident date": review.incident_date,
        "Report date": review.report_date,
        "Publication date": review.publication_date,
    }
    return Case(
        guid=guid_of("case", review.slug),
        name=review.reference,
        description=one_line(review.title),
        values=tuple(
            VariableValue(variable=_variable(name), value=one_line(str(known[name])))
            for name, _, _ in _VARIABLES
            if known[name] not in (None, "")
        ),
        sources=tuple(
            source_guid(review.slug, document.role, document.language)
            for document in review.documents
            if any(passage.document == document.id for passage in review.passages)
        ),
    )


def _variable(name: str) -> str:
    return guid_of("variable", name)


def _lines(sentences: Iterable[str]) -> str:
    return "\n".join(map(fixed, sentences))
