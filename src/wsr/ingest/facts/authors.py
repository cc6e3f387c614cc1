"""Who wrote the review, and who chaired its panel."""

import re
from collections.abc import Iterable

from wsr.domain.claims import Claim
from wsr.domain.kinds import SectionKind
from wsr.ingest.facts.reading import Reading, Stretch
from wsr.vocabulary.people import label_at_start, names_in

_AUTHOR_SECTION = re.compile(r"\bauthor|reviewer|awdur|adolygwyr|adolygydd", re.IGNORECASE)
_AUTHOR_ROLE = re.compile(r"\b(?:author|reviewer|awdur|adolygydd)s?\b", re.IGNORECASE)
_OTHER_AUTHORS = re.compile(
    r"\bIMR\b|individual management review|agency author|internal management", re.IGNORECASE
)
_STATED = re.compile(
    r"(?:chair(?:ed)?\s+and\s+(?:(?:overview\s+)?(?:report\s+)?author|written)|author(?:ed)?|reviewers?|(?:report|review)\s+was\s+written|written)"
    r"\b[^.]{0,60}?\b(?:is|are|was|were|by)\s+(?=[A-Z])"
)
_STATED_AFTER = re.compile(
    r"(?P<names>[A-Z][\w’'-]{1,30}(?:\s[A-Z][\w’'.-]{1,30}){1,3})\s*,?\s+(?:is|was|has been|were)\s+(?:appointed|commissioned)[^.]{0,80}?"
    r"\b(?:author|reviewer|write)"
)
_SIGNATORY = re.compile(
    r"(?:\b(?:name|enw)(?:\s*\((?!signature)[^)]*\))?|^\W*(?:independent\s+)?(?:reviewer|author|adolygydd|awdur)(?:\s+(?:\d|one|two|un|dau))?)"
    r"(?!\s*\((?:signature|llofnod))\s*[:.–-]*\s+(?=[A-Z]|$)",
    re.IGNORECASE,
)
_REVIEWER = re.compile(r"\b(?:reviewer|author|adolygydd|awdur)\b", re.IGNORECASE)
_CHAIR_SIGNS = re.compile(r"\b(?:chair|cadeirydd)\b", re.IGNORECASE)
_Found = tuple[str, int, str]


def find_authors(reading: Reading) -> list[Claim]:
    """
    The authors or reviewers, and the chair in a claim of its own; empty where none is named.

    The title page is asked first, then the section on the author, the reviewers' statement, the table of the
    panel. A chair who is nowhere called author or reviewer is not one, unless nobody else is named.
    """
    authors, chairs = _of_title_page(reading)
    for finder in (_of_statement, _of_author_section, _of_panel_table, _of_sentences):
        if not authors:
            authors = list(finder(reading))
    return _claims(reading, "authors", authors or chairs) + _claims(reading, "chair", chairs)


def _of_title_page(reading: Reading) -> tuple[list[_Found], list[_Found]]:
    authors: list[_Found] = []
    chairs: list[_Found] = []
    lines = [line for line in reading.title_page if not line.prose]
    for at, line in enumerate(lines):
        label = label_at_start(line.text)
        if label is None:
            continue
        here = [(name, line.page, line.text) for name in names_in(line.text[label.end :])]
        follows = lines[at + 1 : at + 4] if here or not line.text[label.end :].strip() else []
        for following in follows:
            more = names_in(following.text) if label_at_start(following.text) is None else []
            if not more or (here and len(here) > 1):
                break
            here += [(name, following.page, following.text) for name in more]
        (authors if label.author else chairs).extend(here)
    return authors, chairs


def _of_statement(reading: Reading) -> Iterable[_Found]:
    """Names in the reviewers' statement: after "Name", or after REVIEWER 1 and REVIEWER 2; the chair's left out."""
    chair_signs = False
    for stretch in _in(reading, SectionKind.REVIEWER_STATEMENT):
        cells = _cells(reading, stretch)
        for at, cell in enumerate(cells):
            signed, chair, _ = _split_at_chair(cell)
            if not (chair_signs and not _REVIEWER.search(signed)):
                following = cells[at + 1] if at + 1 < len(cells) else ""
                yield from (
                    (name, stretch.page, cell[:200]) for name in _signatories(signed, following, stretch)
                )
            chair_signs = bool(chair) or (chair_signs and not _REVIEWER.search(cell))


def _split_at_chair(cell: str) -> tuple[str, str, str]:
    match = _CHAIR_SIGNS.search(cell)
    return (cell[: match.start()], match[0], cell[match.end() :]) if match else (cell, "", "")


def _signatories(signed: str, following: str, stretch: Stretch) -> Iterable[str]:
    starts = [match.end() for match in _SIGNATORY.finditer(signed)]
    for text in (signed[start : start + 80] for start in starts):
        yield from names_in(text if text.strip() else following)[:1]
    if not starts and _AUTHOR_SECTION.search(stretch.section.heading) and len(signed) < 200:
        yield from names_in(signed.split(",")[0])[:1]


def _of_author_section(reading: Reading) -> Iterable[_Found]:
    for stretch in reading.speaking:
        if stretch.passage and _AUTHOR_SECTION.search(stretch.section.heading):
            yield from _stated(stretch)


def _of_panel_table(reading: Reading) -> Iterable[_Found]:
    for stretch in reading.speaking:
        cells = _cells(reading, stretch)
        roles = [cell for cell in cells if _AUTHOR_ROLE.search(cell) and not _OTHER_AUTHORS.search(cell)]
        if len(cells) > 1 and roles and len(" ".join(cells)) < 250:
            names = [name for cell in cells if cell not in roles for name in names_in(cell)][:1]
            yield from ((name, stretch.page, stretch.text) for name in names)


def _of_sentences(reading: Reading) -> Iterable[_Found]:
    for stretch in reading.speaking:
        if stretch.passage and not _OTHER_AUTHORS.search(stretch.text):
            yield from _stated(stretch)


def _stated(stretch: Stretch) -> Iterable[_Found]:
    """Names that a sentence says to be the author's: "the author of this report is …"."""
    found = [stretch.text[match.end() : match.end() + 80] for match in _STATED.finditer(stretch.text)]
    found += [match["names"] for match in _STATED_AFTER.finditer(stretch.text)]
    for text in found:
        yield from ((name, stretch.page, stretch.text[:200]) for name in names_in(text.split(".")[0])[:2])


def _in(reading: Reading, kind: SectionKind) -> Iterable[Stretch]:
    return (stretch for stretch in reading.stretches if stretch.section.kind is kind and stretch.passage)


def _cells(reading: Reading, stretch: Stretch) -> tuple[str, ...]:
    if stretch.passage is None:
        return ()
    table = reading.flow.tables.get(stretch.passage.id)
    return tuple(cell for cell in table.cells if cell.strip()) if table else (stretch.text,)


def _claims(reading: Reading, field: str, found: list[_Found]) -> list[Claim]:
    claims: dict[str, Claim] = {}
    for name, page, quote in found:
        claims.setdefault(name, reading.claim(field, name, page, quote))
    return list(claims.values())
