"""From a document to its recommendations: regions | items | merged | addressed."""

import re
from collections.abc import Sequence
from itertools import pairwise

from wsr.domain.kinds import Role
from wsr.domain.passages import DocumentWarning, Place, Recommendation
from wsr.ingest.facts.reading import Reading
from wsr.ingest.facts.recommendations.addressees import addressees_of, level_of
from wsr.ingest.facts.recommendations.bodies import Bodies
from wsr.ingest.facts.recommendations.item import Item, Part
from wsr.ingest.facts.recommendations.items import find_items
from wsr.ingest.facts.recommendations.merging import repeats, similarity
from wsr.ingest.facts.recommendations.regions import Region, find_regions
from wsr.language.keys import passage_keys
from wsr.vocabulary.recommendations import says_there_are_none

_WITH_RECOMMENDATIONS = frozenset({Role.REPORT, Role.EXECUTIVE_SUMMARY, Role.ACTION_PLAN})
_LAST_NUMBER = re.compile(r"(?:(?P<chapter>\d+(?:\.\d+)*)\.)?(?P<last>\d+)$")


def find_recommendations(
    reading: Reading, role: Role
) -> tuple[tuple[Recommendation, ...], list[DocumentWarning]]:
    """
    The recommendations of a document in the order of its body, each once with all places, and warnings.

    A letter has none. None found is an answer only where the document says so; otherwise, and where numbers
    are missing from a series, a warning tells that one should look.

    Args:
        reading: The document.
        role: What it is; a report, summary or action plan should have recommendations.
    """
    if role is Role.LETTER:
        return (), []
    regions = find_regions(reading)
    series = [find_items(reading, region, ordinal) for ordinal, region in enumerate(regions)]
    merged = _merged(series)
    bodies = Bodies.of(reading)
    keys = passage_keys(group[0].text for group in merged)
    found = tuple(
        _recommendation(reading.document, f"r{number}", key, group, bodies)
        for number, (key, group) in enumerate(zip(keys, merged, strict=True), start=1)
    )
    return found, _warnings(reading, role, regions, series)


def _merged(series: Sequence[list[Item]]) -> list[list[Item]]:
    """Items grouped with those that repeat them, the body's wording first; one series never merges with itself."""
    ordered = sorted(series, key=lambda items: items[0].part if items else Part.ELSEWHERE)
    groups: list[list[Item]] = []
    for items in ordered:
        before = list(groups)
        for item in items:
            same = [group for group in before if group[0].region != item.region and _repeats(item, group[0])]
            if same:
                best = max(same, key=lambda group: similarity(item.text, group[0].text))
                best.append(item)
            else:
                groups.append([item])
    return groups


def _repeats(item: Item, other: Item) -> bool:
    same_number = item.number is not None and item.number == other.number
    return repeats(item.text, other.text, same_number=same_number)


def _recommendation(document: str, name: str, key: str, group: list[Item], bodies: Bodies) -> Recommendation:
    fullest = group[0]
    addressees = next((named for item in group if (named := addressees_of(item, bodies))), ())
    labels = [item.label for item in group if item.label]
    places = {(item.section, item.page_first): None for item in group}
    return Recommendation(
        id=name,
        key=key,
        label=labels[0] if labels else None,
        text=fullest.text,
        addressees=addressees,
        level=level_of(fullest, addressees, bodies),
        page_first=fullest.page_first,
        page_last=fullest.page_last,
        places=tuple(Place(document=document, section=section, page=page) for section, page in places),
    )


def _warnings(
    reading: Reading, role: Role, regions: list[Region], series: list[list[Item]]
) -> list[DocumentWarning]:
    if any(series):
        return [warning for items in series for warning in _gaps(items, _numbers_printed(reading))]
    if role not in _WITH_RECOMMENDATIONS or any(
        says_there_are_none(stretch.text) for stretch in reading.speaking
    ):
        return []
    if regions:
        where = regions[0].stretches[0]
        detail = (
            f"The part “{where.section.heading[:80]}” should hold recommendations, but none was recognised."
        )
        return [DocumentWarning(kind="recommendations_not_found", detail=detail, page=where.page)]
    detail = "No part with recommendations was found, and nothing says that there are none."
    return [DocumentWarning(kind="recommendations_not_found", detail=detail)]


def _numbers_printed(reading: Reading) -> frozenset[str]:
    """All numbers before headings and passages: where a heading takes one of a series, none is missing."""
    numbers = [section.number for section in reading.flow.sections] + [
        p.number for p in reading.flow.passages
    ]
    return frozenset(number for number in numbers if number)


def _gaps(items: list[Item], printed: frozenset[str]) -> list[DocumentWarning]:
    """A warning for each place where a series of numbers leaves one out that stands nowhere else either."""
    series: dict[str, list[tuple[int, Item]]] = {}
    for item in items:
        match = _LAST_NUMBER.search(item.number or "")
        if match:
            kind = re.sub(r"[\d.]+\s*$", "", item.label or "")
            series.setdefault(f"{kind}{match['chapter'] or ''}", []).append((int(match["last"]), item))
    warnings = []
    for numbers in series.values():
        for (before, earlier), (after, item) in pairwise(numbers):
            chapter = (earlier.number or "").removesuffix(str(before))
            missing = [n for n in range(before + 1, after) if f"{chapter}{n}" not in printed]
            if missing and item.label:
                which = " to ".join(dict.fromkeys((str(missing[0]), str(missing[-1]))))
                detail = f"Before recommendation “{item.label}” the series leaves out {which}."
                warnings.append(DocumentWarning(kind="number_gap", detail=detail, page=item.page_first))
    return warnings
