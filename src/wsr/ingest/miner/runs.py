"""Glyphs painted one after another, joined into words where no gap parts them."""

from math import hypot, sqrt
from typing import NamedTuple

from pdfminer.pdfinterp import PDFTextState

from wsr.ingest.miner.fonts import Face
from wsr.ingest.miner.geometry import Box, Matrix, bounds_of
from wsr.ingest.miner.spacing import joined_letters, without_doubles
from wsr.ingest.painted import Colour, PaintedWord

WORD_GAP = 0.15
"""
Of the font size: a wider gap parts words. Blanks are at least 0.18 wide, even in tight justified lines of a narrow
face; within words gaps of 0.11 were seen (pdfminer's word margin of 0.1 parts those).
"""
_OVERLAP = 0.3
_BASELINE = 0.12
"""Of the font size: a larger step from the baseline is a raised or lowered note mark, a word by itself."""
_RAISED = 0.7
_SAME_PLACE = 0.1
_SKEW = 0.05
_SLANT = 0.15
"""Letters that lean so far for their height are italic, made of upright ones; programs use 0.2 to 0.34."""
_SMALL = 3.0
_ORDINALS = frozenset({"st", "nd", "rd", "th"})


class Ink(NamedTuple):
    """How a string is painted."""

    colour: Colour | None
    invisible: bool
    bold: bool
    """True when outlined in its own colour, which thickens it."""
    artifact: bool
    clip: Box


class _Run:
    """A word being put together, along a line at an angle."""

    __slots__ = (
        "across", "along0", "along1", "bold", "face", "ink", "last", "last_along", "longest", "order", "size",
        "slanted", "text", "turn",
    )  # fmt: skip

    def __init__(self, text: str, along0: float, along1: float, line: "Line") -> None:
        self.text = text
        self.along0 = along0
        self.along1 = along1
        self.across = line.across
        self.size = line.size
        self.turn = line.turn
        self.slanted = line.slanted
        self.face = line.face
        self.ink = line.ink
        self.order = line.order
        self.bold = line.ink.bold
        self.last = text
        self.last_along = along0
        self.longest = len(text)


class Line:
    """Where and how the present string is shown: along a line at an angle, `base + step * x` from its start."""

    base: float
    step: float
    across: float
    turn: tuple[float, float]
    size: float
    slanted: bool
    tracking: float
    nearest: float
    """From the end of a piece to one that goes on with its word, in text space: this much back …"""
    furthest: float
    """… to this much onwards."""
    face: Face
    ink: Ink
    order: int


_UPRIGHT = (1.0, 0.0)


class Runs:
    """The words of one page, as its strings are shown."""

    def __init__(self) -> None:
        self.unseen = ""
        self.doubled = 0
        self.undecoded = 0
        self._words: list[PaintedWord] = []
        self._run: _Run | None = None
        self.line = Line()
        self._ended = True

    def words(self) -> tuple[PaintedWord, ...]:
        """The words so far, in the order painted; doubles and spaced letters put right."""
        self._flush()
        single = without_doubles(self._words)
        if len(single) < len(self._words):
            self.doubled += sum(len(w.text) for w in self._words) - sum(len(w.text) for w in single)
        return tuple(joined_letters(single))

    def begin(self, state: PDFTextState, ctm: Matrix, face: Face, ink: Ink, order: int) -> None:
        """Begin a string: work out where its line runs on the page."""
        a1, b1, c1, d1, e1, f1 = state.matrix
        a0, b0, c0, d0, e0, f0 = ctm
        a, b = a0 * a1 + c0 * b1, b0 * a1 + d0 * b1
        c, d = a0 * c1 + c0 * d1, b0 * c1 + d0 * d1
        y = state.linematrix[1] + state.rise
        x0 = a0 * e1 + c0 * f1 + e0 + c * y
        y0 = b0 * e1 + d0 * f1 + f0 + d * y
        line = self.line
        if a > 0 and -_SKEW * a <= b <= _SKEW * a:
            line.turn = _UPRIGHT
            line.step, line.base, line.across = a, x0, y0
        else:
            step = hypot(a, b) or 1e-9
            cos, sin = a / step, b / step
            line.turn = (cos, sin)
            line.step, line.base, line.across = step, x0 * cos + y0 * sin, y0 * cos - x0 * sin
        height, lean = _stature((a, b), (c, d))
        line.size, line.slanted = abs(state.fontsize) * height, lean > _SLANT * height
        line.tracking = max(0.0, state.charspace * state.scaling * 0.01 * line.step)
        line.nearest = -_OVERLAP * line.size / line.step
        line.furthest = (WORD_GAP * line.size + line.tracking) / line.step
        line.face, line.ink, line.order = face, ink, order

    def end_word(self) -> None:
        """A blank was shown: what follows is another word."""
        self._ended = True

    def add(self, text: str, start: float, end: float) -> None:
        """Show a piece of the present string, from *start* to *end* in text space."""
        line = self.line
        start = line.base + line.step * start
        end = line.base + line.step * end
        run = self._run
        if run is not None and not self._ended and run.turn == line.turn:
            size = line.size if line.size > run.size else run.size
            gap = start - run.along1
            if -_OVERLAP * size <= gap <= WORD_GAP * size + line.tracking and self._continues(
                run, text, size
            ):
                if gap < -_SAME_PLACE * size / 2 and self._doubles(run, text, start, size):
                    return
                self._extend(run, text, start, end)
                return
            if self._doubles(run, text, start, size):
                return
        self._flush()
        self._run = _Run(text, start, end, line)
        self._ended = False

    def _continues(self, run: _Run, text: str, size: float) -> bool:
        """Whether a piece that touches the run stands on its line; the th of 19th does, a note's number not."""
        line = self.line
        step = abs(line.across - run.across)
        if step <= _BASELINE * size:
            return _SMALL * min(line.size, run.size) >= size
        return step <= _RAISED * size and text in _ORDINALS and run.text[-1].isdigit()

    def _doubles(self, run: _Run, text: str, start: float, size: float) -> bool:
        """Whether a piece is the last one painted again, slightly beside it: bold made by hand."""
        line = self.line
        if text != run.last or abs(start - run.last_along) > _SAME_PLACE * size:
            return False
        if abs(line.across - run.across) > _SAME_PLACE * size:
            return False
        self.doubled += len(text)
        run.bold = True
        run.order = line.order
        run.ink = line.ink
        return True

    def _extend(self, run: _Run, text: str, start: float, end: float) -> None:
        line = self.line
        run.text += text
        run.last, run.last_along = text, start
        if end > run.along1:
            run.along1 = end
        if line.size > run.size:
            run.size = line.size
        if line.face is not run.face and len(text) > run.longest:
            run.face, run.longest = line.face, len(text)
            run.bold, run.slanted = line.ink.bold, line.slanted

    def put(self, text: str, start: float, end: float) -> None:
        """Show a whole word of the present string, with blanks on both sides: what `add` does, sooner."""
        self._flush()
        line = self.line
        along0, along1 = line.base + line.step * start, line.base + line.step * end
        self._keep(text, along0, along1, line, line.ink.bold)

    def _flush(self) -> None:
        """Put the present run among the words."""
        run, self._run = self._run, None
        if run is not None:
            self._keep(run.text, run.along0, run.along1, run, run.bold)

    def _keep(self, text: str, along0: float, along1: float, place: "_Run | Line", bold: bool) -> None:
        """Keep a word, unless nothing of it can be seen."""
        size, across, face, ink = place.size, place.across, place.face, place.ink
        is_upright = place.turn is _UPRIGHT
        x0, y0 = along0, across - face.ascent * size
        x1, y1 = along1, across + face.descent * size
        baseline = across
        if not is_upright:
            cos, sin = place.turn
            baseline = along0 * sin + across * cos
            x0, y0, x1, y1 = bounds_of((cos, sin, -sin, cos, 0.0, 0.0), (x0, y0, x1, y1))
        left, top, right, bottom = ink.clip
        if not (left <= (x0 + x1) / 2 <= right and top <= (y0 + y1) / 2 <= bottom):
            self.unseen += text
            return
        self._words.append(
            PaintedWord(
                text,
                x0,
                y0,
                x1,
                y1,
                baseline,
                size,
                face.name,
                face.bold or bold,
                face.italic or place.slanted,
                is_upright,
                place.order,
                ink.colour,
                ink.invisible,
                ink.artifact,
            )
        )


def _stature(along: tuple[float, float], up: tuple[float, float]) -> tuple[float, float]:
    """How high letters stand over their line, and how far they lean along it, by the two sides of their frame."""
    full = hypot(*up)
    lean = (along[0] * up[0] + along[1] * up[1]) / (hypot(*along) or 1e-9)
    if not lean or abs(lean) > 0.9 * full:  # upright, or no letters at all
        return full, 0.0
    return sqrt(full * full - lean * lean), lean
