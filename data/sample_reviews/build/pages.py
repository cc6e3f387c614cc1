"""Where words stand in a finished PDF, as poppler's pdftotext reads it (never our own parser)."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path

from source import Inline

NUMBER = r"(?:\d{1,3}|[ivxlIVXL]{1,6})"
HYPHENS = "-\u2010\u00ad"


@dataclass(frozen=True)
class Place:
    """A half-open stretch of a `Pages` stream, and its first and last page (from 1)."""

    start: int
    end: int
    page_first: int
    page_last: int


def collapse(text: str) -> str:
    """Only the letters and digits, casefolded: what survives hyphenation, line breaks and punctuation."""
    return "".join(char for char in unicodedata.normalize("NFKC", text).casefold() if char.isalnum())


class Pages:
    """The letters and digits of all pages as one stream, without running heads and feet."""

    def __init__(self, pdf: Path, furniture: list[str]) -> None:
        command = ["pdftotext", "-raw", "-enc", "UTF-8", str(pdf), "-"]
        printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        self.texts = printed.split("\f")[:-1]
        self.count = len(self.texts)
        patterns = [self._pattern(line) for line in furniture]
        self.starts: list[int] = []
        self.hyphens: list[int] = []
        stream = ""
        for text in self.texts:
            self.starts.append(len(stream))
            for line in self._body(text, patterns):
                stream += collapse(line)
                if line.rstrip().endswith(tuple(HYPHENS)) and line.rstrip()[-2:-1].isalpha():
                    self.hyphens.append(len(stream))
        self.stream = stream

    @staticmethod
    def _pattern(line: str) -> re.Pattern[str]:
        parts = (re.escape(part) for part in re.split(r"\{pages?\}", line.strip()))
        return re.compile(NUMBER.join(re.sub(r"(\\?\s)+", r"\\s*", part) for part in parts))

    @staticmethod
    def _body(text: str, patterns: list[re.Pattern[str]]) -> list[str]:
        """The lines of a page but for furniture; a bare number is such only when it is the first or last line."""
        lines = [line for line in text.splitlines() if line.strip()]
        last = len(lines) - 1
        return [
            line
            for n, line in enumerate(lines)
            if not (min(n, last - n) < 4 and any(pattern.fullmatch(line.strip()) for pattern in patterns))
            and not (n in (0, last) and re.fullmatch(NUMBER, line.strip()))
        ]

    def page_of(self, offset: int) -> int:
        """The page, from 1, on which a letter of the stream stands."""
        return bisect_right(self.starts, offset)

    def place(self, start: int, end: int) -> Place:
        """The stretch from start to end as a Place."""
        return Place(start, end, self.page_of(start), self.page_of(max(start, end - 1)))

    def find(self, inline: Inline | str, after: int = 0) -> Place | None:
        """The first place after an offset; text that a page turn cuts may have notes or captions between."""
        words = self._words(inline)
        if not words:
            return None
        if match := re.compile("".join(words)).search(self.stream, after):
            return self.place(match.start(), match.end())
        return self._find_cut(words, after)

    def find_all(self, inline: Inline | str) -> list[Place]:
        """Every place where the words stand in the order of the text."""
        pattern = re.compile("".join(self._words(inline)))
        return [self.place(m.start(), m.end()) for m in pattern.finditer(self.stream)]

    def find_last(self, text: str, start: int, end: int) -> Place | None:
        """The last place between two offsets."""
        at = self.stream.rfind(collapse(text), start, end)
        return None if at < 0 else self.place(at, at + len(collapse(text)))

    def hyphenated(self, place: Place) -> bool:
        """Whether a word of the place is hyphenated at the end of a line."""
        return any(place.start < offset < place.end for offset in self.hyphens)

    def run_in(self, label: str, before: Place) -> str:
        """A label with its mark as printed before a place; empty when it stands on a line of its own."""
        page = self.texts[before.page_first - 1]
        lines = re.findall(rf"^({re.escape(label)}[.:]?)(?=\s)(.*)$", page, re.M)
        return lines[-1][0] if lines and lines[-1][1].strip() else ""

    @staticmethod
    def _words(inline: Inline | str) -> list[str]:
        """A pattern for each word; the mark of a note may or may not be read as digits."""
        runs = (
            [(inline, False)]
            if isinstance(inline, str)
            else [(r.text, r.note is not None) for r in inline.runs]
        )
        words: list[str] = []
        for text, is_note in runs:
            words += [r"(?:\d{1,2})?"] if is_note else filter(None, map(collapse, text.split()))
        return words

    def _find_cut(self, words: list[str], after: int) -> Place | None:
        """Text in two halves, one ending a page's text and the rest on the next page: the earliest such."""
        found: list[tuple[int, int]] = []
        for cut in range(len(words) - 1, 0, -1):
            for first in re.compile("".join(words[:cut])).finditer(self.stream, after):
                page = self.page_of(first.start())
                if page >= self.count:
                    continue
                rest = re.compile("".join(words[cut:])).search(self.stream, self.starts[page])
                if rest and self.page_of(rest.start()) == page + 1:
                    found.append((first.start(), rest.end()))
                    break
        return self.place(*min(found)) if found else None
