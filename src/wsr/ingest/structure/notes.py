"""Notes: the footnotes at the foot of a page, taken out from between the halves of its text."""

import re
from collections.abc import Sequence
from dataclasses import replace

from wsr.ingest.pages import Rule
from wsr.ingest.structure.lines import Line, text_of
from wsr.ingest.structure.regions import Region
from wsr.ingest.structure.style import Style

_SMALLER = 0.93
"""Notes are set in type smaller than this part of the body type, unless a rule parts them from it."""

_MARK = re.compile(r"(?:\[?\d{1,3}[\].)]?|[*†‡§]{1,3})")


def without_notes(region: Region, style: Style, rules: Sequence[Rule]) -> tuple[Region, list[Line]]:
    """
    The region without the notes at its foot, and the lines of the notes from the top down.

    Notes begin with a raised or small mark, in smaller type than the body or below a short rule; a region
    that is all in small type has none.
    """
    lines = [item for item in region.items if isinstance(item, Line)]
    if region.boxed or not lines or lines[-1] is not region.items[-1]:
        return region, []
    start = _start(lines, style, rules)
    if start is None:
        return region, []
    notes = lines[start:]
    kept = tuple(item for item in region.items if not any(item is note for note in notes))
    return replace(region, items=kept), [_marked(line) for line in notes]


def _start(lines: Sequence[Line], style: Style, rules: Sequence[Rule]) -> int | None:
    """Place of the first line of the notes: the topmost marked small line with only small ones below it."""
    start = None
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        ruled = _is_ruled(line, lines[index - 1] if index else None, rules)
        small = line.size < _SMALLER * style.size
        if small and _begins_note(line):
            start = index
        if ruled and (small or line.note):
            return index
        if not small and not line.note:
            break
    return start or None


def _is_ruled(line: Line, above: Line | None, rules: Sequence[Rule]) -> bool:
    """True when a short rule at the left stands between a line and the line above it, clear of an underlining."""
    top = above.baseline + 0.4 * above.size if above else line.y0 - 40
    return any(
        rule.y0 == rule.y1
        and top < rule.y0 <= line.baseline - 0.5 * line.size
        and 30 < abs(rule.x1 - rule.x0) < 260
        and min(rule.x0, rule.x1) < line.x0 + 12
        for rule in rules
    )


def _begins_note(line: Line) -> bool:
    return line.note is not None or bool(_MARK.fullmatch(line.words[0].text))


def _marked(line: Line) -> Line:
    """The line with its mark taken out of its text, also when it is not raised."""
    if line.note is None and _MARK.fullmatch(line.words[0].text) and len(line.words) > 1:
        mark = line.words[0].text.strip("[].)")
        return replace(line, note=mark, text=text_of(line.words[1:]))
    return line
