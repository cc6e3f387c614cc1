"""The three dates of a review, each told by the words around it."""

import re
from collections.abc import Iterable
from itertools import pairwise

from wsr.domain.claims import Claim
from wsr.domain.dates import PartialDate
from wsr.domain.kinds import Role, SectionKind
from wsr.domain.passages import DocumentWarning
from wsr.ingest.facts.reading import Reading, Stretch
from wsr.language.dates import FoundDate, find_dates
from wsr.language.sentences import sentence_spans
from wsr.vocabulary.boards import find_boards

FIELDS = ("incident_date", "report_date", "publication_date")
"""In the order in which they should fall."""

_INCIDENT = re.compile(
    r"\bdied\b|\bdeath\b|\bdeaths\b|\bkilled\b|\bmurder(?:ed)?\b|\bhomicide\b|\bfound dead\b|\bfatal|\bcritical incident\b|"
    r"\bdate of (?:the )?(?:incident|death|event)|\b(?:incident|index) (?:date|offence)\b|\bthe incident\b|\bthe event that led\b|"
    r"\bwas found (?:deceased|unresponsive|hanging)\b|\b(?:taken|brought|admitted|rushed) to (?:the )?(?:hospital|emergency)|\boverdose\b|\bcollapsed\b|\bserious(?:ly)? (?:injur|harm)|\btook (?:his|her|their) own li|\bpassed away\b|"
    r"\bled to (?:the|this) review\b|\bsustained\b|\bbu farw\b|\bfarwolaeth\b|\bmarwolaeth\b|\blladdwyd\b|\bdigwyddiad\b|\bdynladdiad\b",
    re.IGNORECASE,
)
_PUBLICATION = re.compile(
    r"\bpublish(?:ed)?\b|\bpublication\b|\bcyhoeddwyd\b|\bcyhoeddi\b|\bdyddiad cyhoeddi\b",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"\bdate of (?:the |this )?(?:final )?(?:overview )?report\b|\breport (?:date|dated|completed|prepared|written|endorsed|approved|finalised|concluded|agreed|signed)\b|"
    r"\b(?:completed|finalised|concluded)\b|\b(?:approved|endorsed|ratified|signed off|accepted|agreed) by\b|\bpresented to\b|"
    r"\bdate completed\b|\bcompletion date\b|\bfinal (?:report|version|draft)\b|\bversion\b|\bdated\b|\bdyddiad yr adroddiad\b|\bcwblhawyd\b|"
    r"\bdyddiad\b|\bupdated\b",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"\W*(?:first |date (?:of )?)?(?:published|publication|cyhoeddwyd|dyddiad cyhoeddi)\b", re.IGNORECASE
)
_CIRCUMSTANCES = re.compile(
    r"^\W*(?:the\s+)?circumstances (?:resulting|leading|that led)|amgylchiadau a arweiniodd", re.IGNORECASE
)
_SIGNED = re.compile(r"\b(?:date|dyddiad|dated|signed)\b\W*(?:on|ar)?\W*$", re.IGNORECASE)
_COMPLETION = re.compile(
    r"\b(?:review|report|overview report)\b[^.]{0,80}\b(?:was|were)\s+(?:completed|finalised|concluded|signed off|approved|ratified|agreed)\b|"
    r"\bcompleted (?:on|in)\b|\bcwblhawyd yr (?:adolygiad|adroddiad)\b",
    re.IGNORECASE,
)
_OTHER_EVENTS = re.compile(
    r"\bwas (?:commissioned|convened|notified|established)\b|\bcommissioned (?:on|in)\b|\binquest\b|\btrial\b|\bconvicted\b|\bsentenced\b|"
    r"\bborn\b|\bsocial services and well-?being|\bact \d{4}\b|\bguidance\b|\bregulations\b|\bpublished by\b|\bthe panel (?:first )?met\b|"
    r"\bdecision\b|\bbetween\b|\bfrom\b[^.]{0,40}\bto\b",
    re.IGNORECASE,
)
_TELLING = frozenset(
    {
        SectionKind.FRONT,
        SectionKind.INTRODUCTION,
        SectionKind.BACKGROUND,
        SectionKind.OTHER,
        SectionKind.TERMS_OF_REFERENCE,
    }
)
_NEAR = 80
"""Characters between a cue and its date."""


def find_date_claims(reading: Reading, role: Role) -> list[Claim]:
    """
    Claims on incident_date, report_date and publication_date, the most telling first; empty where none is stated.

    The title page is read first: a date there with no word beside it is the report's. Then signatures in the
    reviewers' statement, then sentences of the opening parts. Dates of a Home Office letter are none of the three.
    """
    claims = _of_title_page(reading, role)
    claims += _of_circumstances(reading)
    claims += _of_sentences(reading, "incident_date", _INCIDENT)
    claims += _of_signatures(reading)
    claims += _of_sentences(reading, "report_date", _COMPLETION)
    claims += _of_imprint(reading)
    return claims


def order_warnings(dates: dict[str, PartialDate]) -> list[DocumentWarning]:
    """A warning for each pair of dates that stand in the wrong order: an incident after the report."""
    known = [(field, dates[field]) for field in FIELDS if field in dates]
    return [
        DocumentWarning(
            kind="date_order",
            detail=f"The {_said(field)} ({date}) is later than the {_said(later)} ({after}).",
        )
        for (field, date), (later, after) in pairwise(known)
        if date.earliest > after.latest
    ]


def _said(field: str) -> str:
    return field.replace("_", " ")


def _of_title_page(reading: Reading, role: Role) -> list[Claim]:
    claims = []
    lines = [line for line in reading.title_page if not line.prose]
    for at, line in enumerate(lines):
        before = lines[at - 1].text if at and not find_dates(lines[at - 1].text) else ""
        for date, segment in _segments(line.text, before):
            field = _field_of(segment) or _field_alone(line.text, date, role)
            if field:
                claims.append(reading.claim(field, str(date.date), line.page, line.text))
    return claims


def _segments(line: str, before: str) -> list[tuple[FoundDate, str]]:
    """The dates of a line, each with the words that may say what it is: those before it, else the line above."""
    dates = find_dates(line, years=True)
    starts = [0, *(date.end for date in dates)]
    return [
        (date, line[start : date.start] if re.search(r"\w", line[start : date.start]) else before)
        for start, date in zip(starts, dates, strict=False)
    ]


def _field_of(words: str) -> str | None:
    """Which date some words announce: that of the last cue among them."""
    cues = (("incident_date", _INCIDENT), ("report_date", _REPORT), ("publication_date", _PUBLICATION))
    found = [(match.end(), field) for field, cue in cues for match in cue.finditer(words)]
    return max(found)[1] if found else None


def _field_alone(line: str, date: FoundDate, role: Role) -> str | None:
    """What a date is that no words announce: the report's, or when a briefing came out."""
    beside = line[: date.start] + line[date.end :]
    for mention in reversed(find_boards(beside)):
        beside = beside[: mention.start] + beside[mention.end :]
    if re.search(r"\w", beside) or date.date.month is None:
        return None
    return "publication_date" if role is Role.BRIEFING else "report_date"


def _of_sentences(reading: Reading, field: str, cue: re.Pattern[str]) -> list[Claim]:
    """Dates close to the cue, or in the sentence before it, in sentences about nothing else; the first three."""
    return [
        reading.claim(field, str(found.date), stretch.page, sentence)
        for stretch in _telling(reading)
        for before, sentence in pairwise(["", *_sentences(stretch.text)])
        if not (field == "incident_date" and _OTHER_EVENTS.search(sentence))
        for match in [cue.search(sentence)]
        if match
        for found in _nearest(sentence, match) or (_last_date(before) if field == "incident_date" else [])
    ][:3]


def _last_date(sentence: str) -> list[FoundDate]:
    return [] if _OTHER_EVENTS.search(sentence) else find_dates(sentence)[-1:]


def _of_circumstances(reading: Reading) -> list[Claim]:
    """
    The date of what happened, under "Circumstances resulting in the review", where the form asks for it.

    That of the first sentence which says that somebody came to harm, or stands before such a one; else the
    first date there. Sentences on the commissioning or on a birth are passed over.
    """
    paragraphs = [s for s in reading.speaking if s.passage and _CIRCUMSTANCES.search(s.section.heading)][:4]
    dated = [
        (sentence, following, stretch.page)
        for stretch in paragraphs
        for sentence, following in pairwise([*_sentences(stretch.text), ""])
        if find_dates(sentence) and not _OTHER_EVENTS.search(sentence)
    ]
    telling = [one for one in dated if _INCIDENT.search(one[0])] or [
        one for one in dated if _INCIDENT.search(one[1])
    ]
    return [
        reading.claim("incident_date", str(find_dates(sentence)[0].date), page, sentence)
        for sentence, _, page in (telling or dated)[:1]
    ]


def _telling(reading: Reading) -> Iterable[Stretch]:
    parts = [stretch for stretch in reading.speaking if stretch.section.kind in _TELLING and stretch.passage]
    return [*reading.opening, *(stretch for stretch in parts if stretch not in reading.opening)]


def _nearest(sentence: str, cue: re.Match[str]) -> list[FoundDate]:
    dates = [
        (gap, found)
        for found in find_dates(sentence)
        if 0 <= (gap := max(found.start - cue.end(), cue.start() - found.end)) <= _NEAR
    ]
    return [min(dates)[1]] if dates else []


def _of_signatures(reading: Reading) -> list[Claim]:
    """The latest date signed in the reviewers' statement."""
    signed: list[tuple[PartialDate, int, str]] = []
    for stretch in reading.speaking:
        if stretch.section.kind is not SectionKind.REVIEWER_STATEMENT:
            continue
        table = reading.flow.tables.get(stretch.passage.id) if stretch.passage else None
        cells = table.cells if table else (stretch.text,)
        for before, cell in zip(("", *cells), cells, strict=False):
            for found in find_dates(cell):
                cue = cell[: found.start] if cell[: found.start].strip() else before
                if _SIGNED.search(cue[-40:]):
                    signed.append((found.date, stretch.page, cell[:200]))
    return [
        reading.claim("report_date", str(date), page, quote)
        for date, page, quote in sorted(signed, reverse=True)[:1]
    ]


def _of_imprint(reading: Reading) -> list[Claim]:
    """A publication that a sentence of the opening states; the year of a copyright is not one."""
    return [
        reading.claim("publication_date", str(found.date), stretch.page, sentence)
        for stretch in reading.opening
        for sentence in _sentences(stretch.text)
        if _PUBLISHED.match(sentence)
        for found in find_dates(sentence, years=True)[:1]
    ]


def _sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]
