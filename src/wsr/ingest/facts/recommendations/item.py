"""One recommendation at one place of a document."""

from dataclasses import dataclass, replace
from enum import IntEnum

from wsr.ingest.facts.reading import Stretch


class Part(IntEnum):
    """Which part of a document prints a recommendation; the wording of the lowest number counts."""

    BODY = 0
    SUMMARY = 1
    ACTION_PLAN = 2
    ELSEWHERE = 3
    """Labelled recommendations that stand in other sections, as in boxes after each theme."""


@dataclass(frozen=True, slots=True)
class Item:
    """A recommendation as one place prints it."""

    part: Part
    region: int
    """Ordinal of its region in the document: what one region prints is never merged with itself."""
    section: str
    page_first: int
    page_last: int
    paragraphs: tuple[str, ...] = ()
    label: str | None = None
    number: str | None = None
    addressed: str = ""
    """Whom its label or a column of its table says it is addressed to."""
    lead: str = ""
    """Whom a column of its table names as leading on it."""
    group: str = ""
    """The heading of the group it stands under."""
    level: str = ""
    """What a column of its table says of its level."""

    @property
    def text(self) -> str:
        """Its paragraphs, a line each."""
        return "\n".join(self.paragraphs)

    def with_more(self, text: str, page_first: int, page_last: int) -> "Item":
        """The same with another paragraph."""
        first = self.page_first if self.paragraphs else page_first
        return replace(
            self,
            paragraphs=(*self.paragraphs, text),
            page_first=first,
            page_last=max(page_last, self.page_last),
        )

    def continued(self, text: str, page_last: int) -> "Item":
        """The same, its last paragraph going on with a text that a turn of the page cut off."""
        joined = f"{self.paragraphs[-1]} {text}"
        return replace(
            self, paragraphs=(*self.paragraphs[:-1], joined), page_last=max(page_last, self.page_last)
        )


def item_at(stretch: Stretch, part: Part, region: int, text: str = "") -> Item:
    """The item that begins at a stretch, with its first paragraph if there is one."""
    last = stretch.passage.page_last if stretch.passage else stretch.page
    return Item(part, region, stretch.section.id, stretch.page, last, (text,) if text else ())
