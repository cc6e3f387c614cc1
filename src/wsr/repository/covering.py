"""Which extract a stretch coded elsewhere is about: the one that it mostly covers, else one of its own. Pure."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from wsr.coding.anchoring import context_of
from wsr.coding.keys import extract_key
from wsr.coding.merging import SAME, in_common
from wsr.domain.coding import Decision, Extract
from wsr.domain.judging import Judged, Standing
from wsr.domain.passages import Passage
from wsr.domain.review import Review
from wsr.exchange.codes import Meaning
from wsr.exchange.sources import shown

Limits = tuple[int, int]
"""Half-open offsets into a passage."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A stretch of a passage with what the person said of it."""

    passage: Passage
    start: int
    end: int
    said: tuple[Meaning, ...]
    source: str
    """As the file calls it."""
    note: str = ""
    created: datetime.datetime | None = None
    says_codes: bool = True
    """False where no code means that nothing is said of codes, not that there is none."""

    @property
    def words(self) -> str:
        """The beginning of the stretch, for a list of misfits."""
        return shown(self.passage.text[self.start : self.end])


@dataclass(frozen=True, slots=True)
class Covered:
    """One extract, or a place for one, with the stretches that are about it."""

    key: str
    found: Limits
    """Where it stands without anybody's limits."""
    extract: Extract | None
    """None where nobody had found one."""
    judged: Judged | None
    """None where nobody had decided."""
    stretches: tuple[Placed, ...]

    @property
    def passage(self) -> Passage:
        """The passage that it is in."""
        return self.stretches[0].passage

    @property
    def limits(self) -> Limits:
        """From where the first stretch begins to where the last ends: tools may keep a stretch for each code."""
        return _around(self.stretches)


def covered(review: Review, judged: Iterable[Judged], stretches: Sequence[Placed]) -> list[Covered]:
    """The stretches by the extract that they are about: first those of extracts that there are, then new ones."""
    decided = {one.key: one for one in judged}
    there: dict[tuple[str, str], list[Extract]] = defaultdict(list)
    for extract in review.extracts:
        there[extract.document, extract.passage].append(extract)
    known: dict[str, list[Placed]] = defaultdict(list)
    new: list[list[Placed]] = []
    for one in stretches:
        best = _best(one, there[one.passage.document, one.passage.id], decided)
        (known[best.key] if best else _alike(one, new)).append(one)
    extracts = {extract.key: extract for extract in review.extracts}
    return [
        *(_of_extract(extracts[key], decided.get(key), own) for key, own in known.items()),
        *_of_their_own(new, extracts.keys() | decided.keys()),
    ]


def founded(review: Review, about: Covered) -> Judged:
    """The judged extract that the first decision about it founds."""
    passage, (start, end) = about.passage, about.found
    document = next(one for one in review.documents if one.id == passage.document)
    before, after = context_of(passage.text, start, end)
    return Judged(
        key=about.key,
        role=document.role,
        language=document.language,
        passage_key=passage.key,
        quote=passage.text[start:end],
        before=before,
        after=after,
        start=start,
        standing=Standing(
            document=passage.document, passage=passage.id, passage_key=passage.key, start=start, end=end
        ),
        decisions=(),
    )


def _best(one: Placed, there: Iterable[Extract], decided: Mapping[str, Judged]) -> Extract | None:
    """The extract that a stretch shares most with, by any limits that it has or had."""
    shared = [
        (
            max(
                in_common((one.start, one.end), limits)
                for limits in _all_limits(each, decided.get(each.key), one.passage)
            ),
            each,
        )
        for each in there
    ]
    most, best = max(shared, key=lambda pair: pair[0], default=(0.0, None))
    return best if most >= SAME else None


def within(decision: Decision, passage: Passage) -> Limits | None:
    """The limits that a decision gives, as far as they lie in a text that may have shrunk; None when it gives none."""
    if decision.start is None or decision.end is None:
        return None
    start, end = max(decision.start, 0), min(decision.end, len(passage.text))
    return (start, end) if start < end else None


def _all_limits(extract: Extract, judged: Judged | None, passage: Passage) -> Iterator[Limits]:
    yield extract.start, extract.end
    yield _found_at(extract, judged)
    for decision in judged.decisions if judged else ():
        if (limits := within(decision, passage)) is not None:
            yield limits


def _found_at(extract: Extract, judged: Judged | None) -> Limits:
    if judged is not None and judged.standing is not None:
        return judged.standing.start, judged.standing.end
    return extract.start, extract.end


def _alike(one: Placed, new: list[list[Placed]]) -> list[Placed]:
    """The stretches so far that are mostly the same place as this one; a new, empty list where there are none."""
    for own in new:
        if (
            own[0].passage == one.passage
            and in_common((own[0].start, own[0].end), (one.start, one.end)) >= SAME
        ):
            return own
    new.append([])
    return new[-1]


def _of_extract(extract: Extract, judged: Judged | None, own: Sequence[Placed]) -> Covered:
    return Covered(extract.key, _found_at(extract, judged), extract, judged, tuple(own))


def _of_their_own(new: Iterable[list[Placed]], taken: set[str]) -> Iterator[Covered]:
    """New extracts, each with a key that no other has."""
    taken = set(taken)
    for own in new:
        passage, (start, end) = own[0].passage, _around(own)
        text = passage.text[start:end]
        occurrence = 1 + passage.text.count(text, 0, start)
        while (key := extract_key(passage.key, text, occurrence)) in taken:
            occurrence += 1
        taken.add(key)
        yield Covered(key, (start, end), None, None, tuple(own))


def _around(stretches: Iterable[Placed]) -> Limits:
    places = [(one.start, one.end) for one in stretches]
    return min(start for start, _ in places), max(end for _, end in places)
