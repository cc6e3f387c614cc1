"""What the machine found and what people decided about, as one list of extracts. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from wsr.domain.coding import Extract, Stance
from wsr.domain.judging import Judged
from wsr.domain.passages import Passage

SAME = 0.5
"""Share of the longer of two stretches that must be common before they are one extract."""


class Placed(Protocol):
    """Where something stands, as an extract does."""

    @property
    def key(self) -> str: ...  # noqa: D102
    @property
    def document(self) -> str: ...  # noqa: D102
    @property
    def passage(self) -> str: ...  # noqa: D102
    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102


Found = TypeVar("Found", bound=Placed)


def merge(
    machine: Sequence[Extract], judged: Iterable[Judged], passages: Sequence[Passage]
) -> tuple[Extract, ...]:
    """
    The extracts of a review in the order of its text, numbered e1, e2 …

    A judged extract takes the place of the machine's that it is, or mostly covers, and keeps what the machine
    says of it; one that the machine did not find stands beside. Judged extracts without a standing are left out:
    they are listed apart.
    """
    order = {(passage.document, passage.id): number for number, passage in enumerate(passages)}
    texts = {(passage.document, passage.id): passage for passage in passages}
    pairs = paired(machine, judged)
    taken = {id(found) for _, found in pairs}
    remaining = [extract for extract in machine if id(extract) not in taken]
    merged = [_decided(one, found, texts) for one, found in pairs if one.standing is not None]
    everything = sorted((*remaining, *merged), key=lambda e: (order[e.document, e.passage], e.start, e.end))
    return tuple(e.model_copy(update={"id": f"e{n}"}) for n, e in enumerate(everything, start=1))


def paired(machine: Iterable[Found], judged: Iterable[Judged]) -> list[tuple[Judged, Found | None]]:
    """Each judged extract with the machine's that it is, or mostly covers; None when the machine finds none there."""
    remaining = list(machine)
    pairs = []
    for one in judged:
        found = _machines(one, remaining) if one.standing is not None else None
        remaining = [extract for extract in remaining if extract is not found]
        pairs.append((one, found))
    return pairs


def _machines(judged: Judged, machine: Iterable[Found]) -> Found | None:
    """The machine's extract that a judged one is, or the one that it shares most with."""
    standing = judged.standing
    assert standing is not None
    there = [e for e in machine if (e.document, e.passage) == (standing.document, standing.passage)]
    shared = {e.key: in_common((e.start, e.end), (standing.start, standing.end)) for e in there}
    best = max(there, key=lambda e: shared[e.key], default=None)
    return best if best is not None and shared[best.key] >= SAME else None


def in_common(one: tuple[int, int], other: tuple[int, int]) -> float:
    """The share of the longer of two stretches of a passage that both have; negative when they do not meet."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared / max(one[1] - one[0], other[1] - other[0])


def _decided(judged: Judged, found: Extract | None, texts: Mapping[tuple[str, str], Passage]) -> Extract:
    standing, decision = judged.standing, judged.decision
    assert standing is not None
    passage = texts[standing.document, standing.passage]
    start, end = standing.start, standing.end
    if decision is not None and decision.start is not None and decision.end is not None:
        start, end = _within(decision.start, decision.end, passage.text) or (start, end)
    placed = {
        "key": judged.key,
        "start": start,
        "end": end,
        "text": passage.text[start:end],
        "decision": decision,
    }
    if found is not None:
        return found.model_copy(update=placed)
    return Extract(
        id="e0",
        document=standing.document,
        passage=standing.passage,
        page=passage.page_first,
        stance=Stance.NEUTRAL,
        **placed,
    )


def _within(start: int, end: int, text: str) -> tuple[int, int] | None:
    """A person's limits as far as they lie in the text as it is now; None when nothing of them does."""
    start, end = max(start, 0), min(end, len(text))
    return (start, end) if start < end else None
