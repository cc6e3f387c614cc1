"""The single recommendations of a region, put together from its passages."""

import re
from dataclasses import dataclass, field, replace

from wsr.domain.kinds import PassageKind
from wsr.domain.passages import Passage
from wsr.ingest.facts.reading import Reading, Stretch
from wsr.ingest.facts.recommendations.item import Item, item_at
from wsr.ingest.facts.recommendations.regions import Region
from wsr.ingest.facts.recommendations.tables import items_of_rows
from wsr.vocabulary.recommendations import (
    Label,
    asks,
    binds,
    is_other_label,
    label_of,
    leads_in,
    opens_recommendations,
    says_there_are_none,
    speaks_of_recommendations,
)

_GROUP_WORDS = 16
"""A longer line that ends with a colon leads in to something; it heads no group."""
_BARE_GROUP_WORDS = 8
"""… and without a colon."""
_LISTED = re.compile(r"\d{1,3}")
_INNER_LABEL = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z])")
_NO_TEXT = frozenset({PassageKind.FOOTNOTE, PassageKind.CAPTION})


def find_items(reading: Reading, region: Region, ordinal: int) -> list[Item]:
    """
    The recommendations of a region in the order printed; empty when it holds none.

    Labels decide where there are any; else numbers, else bullets, else plain paragraphs that ask for something.
    A paragraph about the recommendations is none. After "makes no recommendations" only labelled ones count.
    """
    gathering = _Gathering(reading, region, ordinal, _Style.of(reading, region))
    rows: list[Stretch] = []
    for stretch in region.stretches:
        if stretch.passage is not None and stretch.passage.id in reading.flow.tables:
            rows.append(stretch)
            continue
        gathering.take_rows(rows)
        rows = []
        if stretch.passage is None:
            gathering.take_heading(stretch)
        elif stretch.passage.kind not in _NO_TEXT:
            gathering.take_passage(stretch, stretch.passage)
    gathering.take_rows(rows)
    gathering.close()
    return gathering.found


@dataclass(frozen=True, slots=True)
class _Style:
    """How a region sets its recommendations apart."""

    labels: bool
    numbers: bool
    bullets: bool
    plain: bool
    """Whether a plain paragraph that asks for something is a recommendation."""
    every_number: bool
    """Whether every numbered passage is one, asking or not: a plain list of 1, 2, 3."""

    @classmethod
    def of(cls, reading: Reading, region: Region) -> "_Style":
        passages = [stretch.passage for stretch in region.stretches if stretch.passage is not None]
        none = any(says_there_are_none(passage.text) for passage in passages)
        labels = any(_label(reading, stretch) for stretch in region.stretches)
        numbered = [passage for passage in passages if passage.number]
        bulleted = [p for p in passages if p.id in reading.flow.bullets and not p.number]
        numbers = not labels and not none and any(_asks_itself(passage.text) for passage in numbered)
        announced = any(opens_recommendations(s.text) for s in region.stretches if s.passage is None)
        only_bullets = (
            announced and not numbers and not any(asks(p.text) for p in passages if p not in bulleted)
        )
        bullets = not labels and not none and (_mostly_ask(bulleted) or only_bullets)
        return cls(
            labels=labels,
            numbers=numbers,
            bullets=bullets,
            plain=not (labels or numbers or none or region.mixed or bullets),
            every_number=numbers
            and not region.mixed
            and all(map(_is_listed, numbered))
            and _mostly_ask(numbered),
        )


@dataclass(slots=True)
class _Gathering:
    """What has been found so far in a region, the recommendation still open, and the group it stands under."""

    reading: Reading
    region: Region
    ordinal: int
    style: _Style
    found: list[Item] = field(default_factory=list)
    current: Item | None = None
    group: str = ""

    def begin(self, item: Item) -> None:
        self.close()
        self.current = replace(item, group=self.group)

    def close(self) -> None:
        """End the open recommendation; one that only leads in to a list ("The Board should:") heads a group."""
        if self.current is not None and self.current.paragraphs:
            if len(self.current.paragraphs) == 1 and self.current.text.rstrip().endswith(":"):
                self.group = self.current.text
            else:
                self.found.append(self.current)
        self.current = None

    def head_group(self, text: str) -> None:
        self.close()
        self.group = text

    def take_rows(self, rows: list[Stretch]) -> None:
        if rows:
            self.close()
            self.found += items_of_rows(self.reading, rows, self.region.part, self.ordinal, self.group)

    def take_heading(self, stretch: Stretch) -> None:
        label = label_of(stretch.text, alone=True)
        if label is None:
            self.head_group(stretch.text)
            return
        rest = stretch.text[label.end :].strip()
        self.begin(
            self._labelled(stretch, label, rest if _asks_itself(rest) and len(rest.split()) > 5 else "")
        )

    def take_passage(self, stretch: Stretch, passage: Passage) -> None:
        label = _label(self.reading, stretch)
        if label is not None:
            text, *others = _parted(stretch.text)
            self.begin(self._labelled(stretch, label, text[label.end :].strip()))
            for other in others:
                inner = label_of(other, alone=True)
                assert inner is not None
                page = _page_that_prints(self.reading, passage, other)
                self.begin(
                    replace(self._labelled(stretch, inner, other[inner.end :].strip()), page_first=page)
                )
        elif self.current is not None and self._goes_on(self.current, passage):
            self.current = self.current.with_more(passage.text, passage.page_first, passage.page_last)
        elif _heads_group(passage) and not is_other_label(passage.text):
            self.head_group(passage.text)
        elif self._is_item(passage):
            item = item_at(stretch, self.region.part, self.ordinal, passage.text)
            self.begin(replace(item, label=passage.number, number=passage.number))
        else:
            self.close()

    def _labelled(self, stretch: Stretch, label: Label, text: str) -> Item:
        item = item_at(stretch, self.region.part, self.ordinal, text)
        return replace(item, label=label.printed, number=label.number, addressed=label.addressed)

    def _is_item(self, passage: Passage) -> bool:
        if self.style.labels or is_other_label(passage.text) or _leads_in(passage.text):
            return False
        if passage.number:
            return self.style.numbers and (self.style.every_number or asks(passage.text))
        if passage.id in self.reading.flow.bullets:
            return self.style.bullets
        return self.style.plain and asks(passage.text) and not speaks_of_recommendations(passage.text)

    def _goes_on(self, current: Item, passage: Passage) -> bool:
        """Whether a passage belongs to the recommendation before it: its text, a sub-point, a further paragraph."""
        if not current.paragraphs:
            return True
        if speaks_of_recommendations(passage.text) or is_other_label(passage.text):
            return False
        unfinished = current.text.rstrip()[-1:] in (":", ",")
        numbered_next = self.style.numbers and _is_next(current.number, passage.number)
        if numbered_next or current.label is None:
            return unfinished and not numbered_next
        listed = passage.id in self.reading.flow.bullets or passage.kind is PassageKind.LIST_ITEM
        if unfinished or (listed and (self.style.labels or not passage.number)):
            return True
        return passage.number is None and asks(passage.text) and not _heads_group(passage)


def _label(reading: Reading, stretch: Stretch) -> Label | None:
    """The label of a recommendation at the start of a stretch, set off by a mark or by bold type."""
    bold = reading.flow.emphasis.get(stretch.passage.id, "") if stretch.passage else stretch.text
    return label_of(stretch.text, alone=label_of(bold, alone=True) is not None)


def _parted(text: str) -> list[str]:
    """
    A passage at each label that begins a sentence within it: two recommendations run into one at a turn of the page.

    Only a label that carries the next number of its series parts it, so that "see Recommendation 4" does not.
    """
    first = label_of(text, alone=True)
    number = first.number if first else None
    for match in _INNER_LABEL.finditer(text):
        inner = label_of(text[match.end() :], alone=True)
        if inner and number and number.isdigit() and inner.number == str(int(number) + 1):
            return [text[: match.start()], *_parted(text[match.end() :])]
    return [text]


def _page_that_prints(reading: Reading, passage: Passage, text: str) -> int:
    """The page of a passage on which some words of it begin; its first page when that cannot be told."""
    words = "".join(text.split())[:30]
    pages = range(passage.page_first, passage.page_last + 1)
    return next(
        (n for n in pages if words in "".join(reading.flow.page_texts[n - 1].split())), passage.page_first
    )


def _mostly_ask(passages: list[Passage]) -> bool:
    return 2 * sum(_asks_itself(passage.text) for passage in passages) >= len(passages) > 0


def _asks_itself(text: str) -> bool:
    return asks(text) and not _leads_in(text)


def _leads_in(text: str) -> bool:
    about = speaks_of_recommendations(text) and not binds(text)
    return (
        about
        or leads_in(text)
        or says_there_are_none(text)
        or (text.rstrip().endswith(":") and not asks(text))
    )


def _heads_group(passage: Passage) -> bool:
    """Whether a passage heads a group: short, with a colon at its end or no mark at all."""
    words, end = len(passage.text.split()), passage.text.rstrip()[-1:]
    if end == ":":
        return words <= _GROUP_WORDS and not passage.number
    return (
        words <= _BARE_GROUP_WORDS
        and end not in tuple(".;,!?")
        and not passage.number
        and not asks(passage.text)
    )


def _is_listed(passage: Passage) -> bool:
    return _LISTED.fullmatch(passage.number or "") is not None


def _is_next(number: str | None, following: str | None) -> bool:
    """Whether a number continues the series of another: the same parts before the last, which is higher."""
    if not number or not following:
        return False
    before, after = number.split("."), following.split(".")
    if before[:-1] != after[:-1] or not (before[-1].isdigit() and after[-1].isdigit()):
        return len(after) <= len(before) and after[0].isdigit() and before[0].isdigit()
    return int(after[-1]) > int(before[-1])
