"""Levels: how deep each heading lies, by its number and by how it is set."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from wsr.ingest.structure.contents import is_contents_head
from wsr.ingest.structure.heads import Head, Look

_DEEPEST = 6
_CHAPTER = re.compile(r"(?:chapter|pennod)\s", re.IGNORECASE)


def with_levels(found: Mapping[int, Head]) -> dict[int, Head]:
    """
    The headings with their levels, 1 the highest.

    Larger, bold, capital or underlined type is higher. Numbers with points decide for themselves and for the
    headings set like them; plain numbers do so unless two kinds of type have them and do not count together.
    """
    depths = _depths(found)
    levels: dict[Look, int] = {}
    above = 0
    higher: Look | None = None
    for look in sorted(
        {head.look for head in found.values() if not is_contents_head(head.text)}, reverse=True
    ):
        depth = depths.get(look)
        if depth is None or (higher and depth <= levels[higher] and not _one_series(found, higher, look)):
            depths.pop(look, None)
            depth = above + 1
        levels[look] = above = depth
        if look in depths:
            higher = look
    return {
        index: replace(head, level=min(_level(head, levels, depths), _DEEPEST))
        for index, head in found.items()
    }


def _level(head: Head, levels: Mapping[Look, int], depths: Mapping[Look, int]) -> int:
    if is_contents_head(head.text):
        return 1
    depth = _depth(head)
    return depth if depth and head.look in depths else levels.get(head.look, 1)


def _depths(found: Mapping[int, Head]) -> dict[Look, int]:
    """For looks whose headings are mostly numbered, the depth of most of the numbers; one plain number is none."""
    numbered: dict[Look, Counter[int]] = {}
    for head in found.values():
        if is_contents_head(head.text):
            continue
        numbered.setdefault(head.look, Counter())[_depth(head)] += 1
    most = {look: depths.most_common(1)[0] for look, depths in numbered.items()}
    return {look: depth for look, (depth, count) in most.items() if depth > 1 or (depth and count > 1)}


def _depth(head: Head) -> int:
    """How deep the number of a heading is: 1 for "2" and "Chapter Two", 2 for "2.1"; 0 without one."""
    if head.number is None:
        return 0
    if _CHAPTER.match(head.number):
        return 1
    return len(re.split(r"[.–-]", head.number.removesuffix(".0")))


def _one_series(found: Mapping[int, Head], look: Look, other: Look) -> bool:
    """True when the plain numbers of both looks together go up one by one."""
    numbers = [
        int(head.number)
        for head in found.values()
        if head.look in (look, other) and head.number and head.number.isdigit()
    ]
    return _steps(numbers) >= 0.8 * (len(numbers) - 1)


def _steps(numbers: Sequence[int]) -> int:
    return sum(after - before == 1 for before, after in pairwise(numbers))
