"""The words of one block: styled runs, notes, and the practice marked in them."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Note:
    """A footnote: the number printed at its mark, and its text."""

    number: int
    text: str


@dataclass(frozen=True)
class Run:
    """A stretch of text in one style; a run with a note has no text and is the note's mark."""

    text: str
    bold: bool = False
    italic: bool = False
    note: Note | None = None


@dataclass(frozen=True)
class Practice:
    """A sentence about practice, with the stance and the themes that a careful coder would give it."""

    text: str
    stance: str
    themes: tuple[str, ...]


@dataclass(frozen=True)
class Inline:
    """The words of one block: runs in order, and the practice marked in them. A newline is a line break."""

    runs: tuple[Run, ...] = ()
    practices: tuple[Practice, ...] = ()

    @property
    def text(self) -> str:
        """The words without the marks of notes."""
        return "".join(run.text for run in self.runs)


_INLINE = re.compile(
    r"(?P<practice>\[\[(?P<codes>[^|\]]*)\|)|(?P<end>\]\])|\^\[(?P<note>[^\]]*)\]|(?P<bold>\*\*)|(?P<italic>\*)|<br>"
)


def curly(text: str) -> str:
    """Straight quotation marks turned into typographic ones."""
    text = re.sub(r'(^|[\s(\[–—‘/])"', r"\1“", text).replace('"', "”")
    return re.sub(r"(^|[\s(\[–—“/])'", r"\1‘", text).replace("'", "’")


class Words:
    """Reads the texts of one document in order, numbering their notes."""

    def __init__(self) -> None:
        self.notes = 0

    def read(self, text: str) -> Inline:
        """The runs and practice marks of one block's text."""
        runs: list[Run] = []
        practices: list[Practice] = []
        bold = italic = False
        opened: tuple[str, int] | None = None
        at = 0

        def add(piece: str) -> None:
            if piece:
                runs.append(Run(piece, bold, italic))

        text = curly(text)
        for match in _INLINE.finditer(text):
            add(text[at : match.start()])
            at = match.end()
            if match["practice"]:
                opened = match["codes"].strip(), len(runs)
                at += len(text[at:]) - len(text[at:].lstrip())
            elif match["end"] and opened:
                stance, _, themes = opened[0].partition(" ")
                said = "".join(run.text for run in runs[opened[1] :]).strip()
                practices.append(Practice(said, stance, tuple(filter(None, re.split(r"[,\s]+", themes)))))
                opened = None
            elif match["note"] is not None:
                self.notes += 1
                runs.append(Run("", note=Note(self.notes, match["note"].strip())))
            elif match["bold"]:
                bold = not bold
            elif match["italic"]:
                italic = not italic
            else:
                add("\n")
        add(text[at:])
        if opened:
            raise ValueError(f"a practice mark is not closed by ]] in {text[:60]!r}")
        return Inline(tuple(runs), tuple(practices))
