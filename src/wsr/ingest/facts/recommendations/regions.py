"""Where recommendations stand in a document."""

import re
from dataclasses import dataclass

from wsr.domain.kinds import Role, SectionKind
from wsr.domain.passages import Section
from wsr.ingest.facts.reading import Reading, Stretch
from wsr.ingest.facts.recommendations.item import Part
from wsr.vocabulary.boards import find_boards
from wsr.vocabulary.recommendations import (
    asks,
    body_level,
    column_of,
    is_other_label,
    label_of,
    level_named,
    opens_recommendations,
)
from wsr.vocabulary.titles import report, roles

_OPENING_KINDS = frozenset({SectionKind.RECOMMENDATIONS, SectionKind.ACTION_PLAN})
_INHERITING_KINDS = frozenset({SectionKind.OTHER, SectionKind.EFFECTIVE_PRACTICE}) | _OPENING_KINDS
"""A sub-heading of one of these kinds belongs to the part it stands in."""
_NEVER = frozenset(
    {
        SectionKind.CONTENTS,
        SectionKind.ADMIN,
        SectionKind.LETTER,
        SectionKind.GLOSSARY,
        SectionKind.FRONT,
        SectionKind.TERMS_OF_REFERENCE,
        SectionKind.REVIEWER_STATEMENT,
        SectionKind.METHODOLOGY,
    }
)
"""What reads like a recommendation here is a prompt, a question to answer or advice on the report itself."""
_MIXED = re.compile(r"conclusion|lesson|learning|finding|casgliad|dysgu|gwersi", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Region:
    """A run of sections with recommendations of one part of the document."""

    part: Part
    mixed: bool
    """The heading announces something else too, so that plain paragraphs are not taken for recommendations."""
    stretches: tuple[Stretch, ...]


def find_regions(reading: Reading) -> list[Region]:
    """The parts with recommendations in reading order, then one region with what is labelled elsewhere."""
    parts = _parts(reading.flow.sections, _asking_sections(reading))
    regions: list[Region] = []
    open_run: list[Stretch] = []
    elsewhere: list[Stretch] = []
    before: tuple[Part, bool] | None = None
    for stretch in reading.stretches:
        here = parts.get(stretch.section.id)
        if here is None:
            row = _is_row_of_recommendations(reading, stretch) and stretch.section.kind is SectionKind.FRONT
            if stretch.section.kind not in _NEVER or row:
                elsewhere.append(stretch)
            continue
        if here != before and open_run and before is not None:
            regions.append(Region(*before, tuple(open_run)))
            open_run = []
        open_run.append(stretch)
        before = here
    if open_run and before is not None:
        regions.append(Region(*before, tuple(open_run)))
    labelled = _labelled(reading, elsewhere)
    return regions + ([Region(Part.ELSEWHERE, True, tuple(labelled))] if labelled else [])


def _parts(sections: tuple[Section, ...], asking: frozenset[str]) -> dict[str, tuple[Part, bool]]:
    """By section id: the part and whether it is mixed, for the sections with recommendations."""
    inside: dict[str, tuple[Part, bool]] = {}
    parents: list[Section] = []
    summary_until = _summary_ends(sections)
    for at, section in enumerate(sections):
        while parents and parents[-1].level >= section.level:
            parents.pop()
        above = inside.get(parents[-1].id) if parents else None
        before = inside.get(sections[at - 1].id) if at else None
        parents.append(section)
        if section.kind in _NEVER or is_other_label(section.heading):
            continue
        opens = section.kind in _OPENING_KINDS or opens_recommendations(section.heading)
        if opens:
            part = _part(section, parents, at < summary_until)
            inside[section.id] = (part, bool(_MIXED.search(section.heading)))
        elif above is not None and (
            section.kind in _INHERITING_KINDS or label_of(section.heading, alone=True)
        ):
            inside[section.id] = above
        elif before is not None and section.id in asking and _heads_group(section):
            inside[section.id] = before
    return inside


def _asking_sections(reading: Reading) -> frozenset[str]:
    """Ids of the sections in which at least half of the passages ask for something."""
    asking: dict[str, list[bool]] = {}
    for passage in reading.flow.passages:
        asking.setdefault(passage.section, []).append(asks(passage.text))
    return frozenset(section for section, answers in asking.items() if 2 * sum(answers) >= len(answers))


def _heads_group(section: Section) -> bool:
    """Whether a heading of no smaller type goes on with the part before it: it names a body or a level."""
    names = body_level(section.heading) or level_named(section.heading) or find_boards(section.heading)
    return section.kind is SectionKind.OTHER and bool(names)


def _part(section: Section, parents: list[Section], in_summary: bool) -> Part:
    if section.kind is SectionKind.ACTION_PLAN or any(one.kind is SectionKind.ACTION_PLAN for one in parents):
        return Part.ACTION_PLAN
    summarises = any(_is_summary(one.heading) for one in parents)
    return Part.SUMMARY if summarises or in_summary else Part.BODY


def _summary_ends(sections: tuple[Section, ...]) -> int:
    """Where a summary bound in front of the report ends: at the report's own title; 0 without one."""
    begun = next((at for at, section in enumerate(sections) if _is_summary(section.heading)), None)
    if begun is None:
        return 0
    after = range(begun + 1, len(sections))
    return next((at for at in after if report().words.search(sections[at].heading)), 0)


def _is_summary(heading: str) -> bool:
    return roles()[Role.EXECUTIVE_SUMMARY].words.search(heading) is not None


def _is_row_of_recommendations(reading: Reading, stretch: Stretch) -> bool:
    """Whether a stretch is a row of a table with a column of recommendations, as an action plan by itself has."""
    table = reading.flow.tables.get(stretch.passage.id) if stretch.passage else None
    return table is not None and any(column_of(head, "recommendation") for head in table.heads)


def _labelled(reading: Reading, stretches: list[Stretch]) -> list[Stretch]:
    """Labelled recommendations among other stretches, each with the stretches that a label alone needs."""
    kept: list[Stretch] = []
    open_label = False
    for stretch in stretches:
        bold = reading.flow.emphasis.get(stretch.passage.id, "") if stretch.passage else ""
        if _is_row_of_recommendations(reading, stretch):
            kept.append(stretch)
            continue
        table = stretch.passage is not None and stretch.passage.id in reading.flow.tables
        label = label_of(
            stretch.text, alone=stretch.passage is None or label_of(bold, alone=True) is not None
        )
        if label and not table and "recommend" in label.printed.casefold() + stretch.text.casefold()[:20]:
            kept.append(stretch)
            open_label = not stretch.text[label.end :].strip() or stretch.passage is None
        elif open_label and stretch.passage is not None:
            kept.append(stretch)
            open_label = False
    return kept
