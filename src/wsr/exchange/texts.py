"""A document of a review as one text: its passages in order, with blank lines between, and where each begins."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from wsr.domain.kinds import Language, Role
from wsr.domain.passages import Passage
from wsr.exchange.guids import guid_of
from wsr.language.text import fixed

_BETWEEN = "\n\n"


class SourceText(NamedTuple):
    """The text of a document with its passages."""

    text: str
    passages: tuple[Passage, ...]
    starts: tuple[int, ...]
    """The offset of each passage in the text."""

    def at(self, start: int, end: int) -> tuple[Passage, int, int] | None:
        """The passage that a stretch of the text lies in, with its offsets there; None where it leaves one."""
        number = bisect_right(self.starts, start) - 1
        if number < 0 or start >= end:
            return None
        passage, begins = self.passages[number], self.starts[number]
        return (passage, start - begins, end - begins) if end <= begins + len(passage.text) else None


def source_text(passages: Iterable[Passage], document: str) -> SourceText:
    """The text of one document among the passages of its review."""
    own = tuple(passage for passage in passages if passage.document == document)
    starts, here = [], 0
    for passage in own:
        starts.append(here)
        here += len(passage.text) + len(_BETWEEN)
    return SourceText(_BETWEEN.join(passage.text for passage in own), own, tuple(starts))


def source_name(reference: str, role: Role, language: Language) -> str:
    """What a document is called in a project: “CPR2024-W11 report en”. Tools make file names of it."""
    return f"{reference.replace('/', '-')} {role.value.replace('_', ' ')} {language.value}"


def source_guid(slug: str, role: Role, language: Language) -> str:
    """The guid of a document of a review as a source; every version of the document has the same."""
    return guid_of("source", slug, role.value, language.value)


def one_line(text: str) -> str:
    """A text on one line, in the form in which ours are stored."""
    return " ".join(fixed(text).split())
