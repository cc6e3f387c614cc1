"""The numbers printed before headings and paragraphs, in the styles that reviews use."""

from __future__ import annotations


class Numbering:
    """A running series in one scheme.

    none      nothing is numbered.
    1.1       chapters 1, 2 …; paragraphs 1.1, 1.2 … within a chapter; sub-headings bare.
    1.1.1     chapters 1; sub-headings 1.1; paragraphs 1.1.1 (or 1.1, before the chapter's first sub-heading).
    straight  paragraphs 1, 2, 3 … through the whole report; chapters bare unless `heading_numbers` is true;
              `heading_numbers: series` counts headings in the same series (66. text, 67. Heading, 68. text).

    A heading with the attribute `unnumbered` switches numbers off until the next heading of its level or
    above; `number=…` prints another number before a heading; `restart` begins the series anew with it.
    """

    def __init__(self, scheme: str, heading_numbers: bool | str | None = None) -> None:
        if scheme not in ("none", "1.1", "1.1.1", "straight"):
            raise ValueError(f"unknown numbering {scheme!r}")
        self.scheme = scheme
        self.heading_numbers = scheme in ("1.1", "1.1.1") if heading_numbers is None else heading_numbers
        self.chapter = 0
        self.last = 0  # of the chapter, or of the whole report when straight
        self.deep: int | None = None  # last paragraph below the current 1.1 sub-heading
        self.silent_level = 0

    def heading(self, level: int, attrs: dict[str, str]) -> str | None:
        """The number of the next heading, or None when it has none."""
        if "restart" in attrs:
            self.chapter = self.last = 0
        if "unnumbered" in attrs:
            self.silent_level = level
        if (self.silent_level and level > self.silent_level) or "unnumbered" in attrs:
            return attrs.get("number")
        self.silent_level = 0
        own = None
        if level == 1:
            self.chapter += 1
            self.last = self.last if self.scheme == "straight" else 0
            self.deep = None
            own = str(self.chapter)
        elif level == 2 and self.scheme == "1.1.1":
            self.last, self.deep = self.last + 1, 0
            own = f"{self.chapter}.{self.last}"
        if self.heading_numbers == "series":
            own = self.paragraph()
        return attrs.get("number", own if self.heading_numbers else None)

    def paragraph(self) -> str | None:
        """The number of the next paragraph, or None when it has none."""
        number = self._next()
        if number is not None:
            self._step()
        return number

    def spend(self, label: str) -> None:
        """Counts a labelled recommendation as a paragraph when its label is the next number of the series."""
        if label == self._next():
            self._step()

    def _next(self) -> str | None:
        if self.scheme == "none" or self.silent_level or (self.chapter == 0 and self.scheme != "straight"):
            return None
        if self.scheme == "straight":
            return str(self.last + 1)
        if self.deep is not None:
            return f"{self.chapter}.{self.last}.{self.deep + 1}"
        return f"{self.chapter}.{self.last + 1}"

    def _step(self) -> None:
        if self.deep is None:
            self.last += 1
        else:
            self.deep += 1
