"""The device that pdfminer paints on: it keeps words, boxes, lines and pictures in viewer coordinates."""

from collections.abc import Iterable, Sequence

from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdfinterp import PDFTextState
from pdfminer.pdftypes import PDFStream

from wsr.ingest.miner.budget import PageBudget
from wsr.ingest.miner.colours import WHITE, colour_of
from wsr.ingest.miner.fonts import Face, Fonts
from wsr.ingest.miner.geometry import Box, Matrix, View, bounds_of, within
from wsr.ingest.miner.notation import string_of
from wsr.ingest.miner.runs import Ink, Runs
from wsr.ingest.miner.shapes import THIN, Shape, line_within, rings_of, shapes_of, strokes_of
from wsr.ingest.miner.state import GraphicsState
from wsr.ingest.painted import Colour, PaintedBox, PaintedLine, PaintedPage, PaintedPicture

_STROKE_ONLY, _FILL_AND_STROKE = 1, 2
_WITHOUT_INK = frozenset({3, 7})
_FAINT, _SOLID = 0.05, 0.95
"""Less than this cannot be seen, more than this cannot be seen through."""
_NOWHERE: Box = (0.0, 0.0, -1.0, -1.0)
_UNIT: Box = (0.0, 0.0, 1.0, 1.0)
_MARGIN = 2.0


class WordDevice(PDFTextDevice):
    """One page being painted; `page` gives what was painted so far."""

    ctm: Matrix

    def __init__(self, fonts: Fonts, view: View, budget: PageBudget) -> None:
        super().__init__(fonts)
        self._fonts = fonts
        self._budget = budget
        self._view = view
        self._frame: Box = (-_MARGIN, -_MARGIN, view.width + _MARGIN, view.height + _MARGIN)
        self._runs = Runs()
        self._boxes: list[PaintedBox] = []
        self._lines: list[PaintedLine] = []
        self._pictures: list[PaintedPicture] = []
        self._order = 0
        self.is_spoiled = False
        """True when part of the content could not be unpacked."""
        self._inks: dict[object, Ink] = {}
        self._marks: list[tuple[bool, bool]] = []
        self._artifacts = 0
        self._left_out = 0

    def page(self, number: int) -> PaintedPage:
        """What was painted so far."""
        words = self._runs.words()
        return PaintedPage(
            number=number,
            width=self._view.width,
            height=self._view.height,
            words=words,
            boxes=tuple(self._boxes),
            lines=tuple(self._lines),
            pictures=tuple(self._pictures),
            unseen=self._runs.unseen,
            doubled=self._runs.doubled,
            undecoded=self._runs.undecoded,
            is_spoiled=self.is_spoiled,
        )

    def render_string(
        self,
        textstate: PDFTextState,
        seq: Iterable[int | float | bytes],
        ncs: PDFColorSpace,
        graphicstate: GraphicsState,
    ) -> None:
        """Show a string as pdfminer's own lexer gives it."""
        shown = [
            (b"<%s>" % item.hex().encode(), b"") if isinstance(item, bytes) else (b"()", b"%f" % item)
            for item in seq
        ]
        self.show(textstate, graphicstate, shown)

    def show(self, state: PDFTextState, paint: GraphicsState, shown: Iterable[tuple[bytes, bytes]]) -> None:
        """
        Show a string, and move the text position past it.

        Args:
            shown: parts as written, with their brackets, each with the number after it or nothing.
        """
        if state.font is None:
            return
        face = self._fonts.face_of(state.font)
        ink = self._ink(state.render, paint)
        self._order += 1
        if face.is_vertical:
            self._show_downwards(state, shown, face, ink)
            return
        self._runs.begin(state, self.ctm, face, ink, self._order)
        self._budget.show(self._show_onwards(state, shown, face))

    def _show_onwards(self, state: PDFTextState, shown: Iterable[tuple[bytes, bytes]], face: Face) -> int:
        """Add the words of a shown string to the runs; how many codes it has. The innermost loop of all."""
        scale = state.scaling * 0.01
        em, between, blank = state.fontsize * scale, state.charspace * scale, state.wordspace * scale
        step = em * 0.001
        runs, literals = self._runs, face.literals
        nearest, furthest = runs.line.nearest, runs.line.furthest
        x, y = state.linematrix
        total = 0
        word, word_start, word_end, ended, begun = "", 0.0, 0.0, False, False
        for literal, after in shown:
            pieces, width, codes, blanks, undecoded = literals.get(literal) or face.cut_literal(literal)
            done = 0
            for text, start, before, spaces, end, upto in pieces:
                left = x + start * em + before * between + spaces * blank
                right = x + end * em + (upto - 1) * between + spaces * blank
                if before > done:
                    ended = True
                if word and not ended and nearest <= left - word_end <= furthest:
                    word += text
                else:
                    if word:
                        (runs.put if begun and ended else runs.add)(word, word_start, word_end)
                    begun = ended
                    if ended:
                        runs.end_word()
                    word, word_start = text, left
                word_end, done, ended = right, upto, False
            ended = ended or codes > done
            x += width * em + codes * between + blanks * blank
            total += codes
            runs.undecoded += undecoded
            if after and (number := after.strip()):
                x -= float(number) * step
        if word:
            runs.add(word, word_start, word_end)
        if ended:
            runs.end_word()
        state.linematrix = (x, y)
        return total

    def _show_downwards(
        self, state: PDFTextState, shown: Iterable[tuple[bytes, bytes]], face: Face, ink: Ink
    ) -> None:
        """Vertical writing: each glyph is a word by itself, at its place."""
        x, y = state.linematrix
        for literal, after in shown:
            for code in face.font.decode(string_of(literal)):
                text, width = face.glyph(code)
                state.linematrix = (x, y)
                self._runs.begin(state, self.ctm, face, ink, self._order)
                self._runs.end_word()
                if text and not text.isspace():
                    self._runs.add(text, x - state.fontsize / 2, x + state.fontsize / 2)
                self._budget.show(1)
                y += width * state.fontsize + state.charspace
            if after.strip():
                y -= float(after) * state.fontsize * 0.001
        state.linematrix = (x, y)

    def _ink(self, render: int, state: GraphicsState) -> Ink:
        """How a state paints text; worked out once for all states alike."""
        key = (
            render, state.ncolor, state.ncs.name, state.scolor, state.scs.name, state.fill_alpha,
            state.stroke_alpha, state.clip, self._artifacts, self._left_out,
        )  # fmt: skip
        ink = self._inks.get(key)
        if ink is None:
            ink = self._inks[key] = self._new_ink(render, state)
        return ink

    def _new_ink(self, render: int, state: GraphicsState) -> Ink:
        alpha = state.stroke_alpha if render == _STROKE_ONLY else state.fill_alpha
        fill = colour_of(state.ncolor, state.ncs)
        stroke = colour_of(state.scolor, state.scs) if render in (_STROKE_ONLY, _FILL_AND_STROKE) else None
        return Ink(
            colour=stroke if render == _STROKE_ONLY else fill,
            invisible=render in _WITHOUT_INK or alpha < _FAINT or self._left_out > 0,
            bold=render == _FILL_AND_STROKE and stroke == fill,
            artifact=self._artifacts > 0,
            clip=self._shown(state.clip or self._frame) or _NOWHERE,
        )

    def _shown(self, box: Box, state: GraphicsState | None = None) -> Box | None:
        """The part of a rectangle within the page, and within the clip of a state."""
        clipped = within(box, state.clip) if state is not None and state.clip is not None else box
        return within(clipped, self._frame) if clipped is not None else None

    @property
    def open_marks(self) -> int:
        """How many pieces of marked content are open."""
        return len(self._marks)

    def open_mark(self, artifact: bool, left_out: bool) -> None:
        """Open marked content: an artifact of the layout, or what a viewer leaves out."""
        self._marks.append((artifact, left_out))
        self._artifacts += artifact
        self._left_out += left_out

    def close_marks(self, to: int) -> None:
        """Close marked content until so many are open."""
        while len(self._marks) > max(0, to):
            artifact, left_out = self._marks.pop()
            self._artifacts -= artifact
            self._left_out -= left_out

    def paint_path(
        self,
        graphicstate: GraphicsState,
        stroke: bool,
        fill: bool,
        evenodd: bool,
        path: Sequence[tuple[object, ...]],
    ) -> None:
        """Keep the boxes and lines of a path that can be seen."""
        state = graphicstate
        if self._left_out:
            return
        shapes = list(shapes_of(path, self.ctm))
        if fill and state.fill_alpha >= _FAINT:
            self._fill(state, shapes, evenodd)
        if stroke and state.stroke_alpha >= _FAINT:
            self._stroke(state, shapes)

    def _stroke(self, state: GraphicsState, shapes: list[Shape]) -> None:
        """Keep strokes as lines, and broad ones, which can hide words, as boxes."""
        colour = colour_of(state.scolor, state.scs)
        half = state.linewidth / 2
        for line in (line for shape in shapes for line in strokes_of(shape)):
            if state.linewidth > THIN:
                x0, y0, x1, y1 = line
                broad = (x0, y0 - half, x1, y1 + half) if y0 == y1 else (x0 - half, y0, x1 + half, y1)
                self.add_box(broad, state, colour, _is_solid(state, state.stroke_alpha, state.scs))
            elif colour != WHITE:
                self._add_lines([line], state)

    def _fill(self, state: GraphicsState, shapes: list[Shape], evenodd: bool) -> None:
        colour = colour_of(state.ncolor, state.ncs)
        is_solid = _is_solid(state, state.fill_alpha, state.ncs)
        rings = rings_of(shapes, evenodd) if len(shapes) > 1 else ()
        for index, shape in enumerate(shapes):
            lines = list(line_within(shape.box))
            if index in rings:
                lines = list(strokes_of(shape._replace(is_closed=True)))
            if colour != WHITE:
                self._add_lines(lines, state)
            if not lines and max(shape.box[2] - shape.box[0], shape.box[3] - shape.box[1]) > THIN:
                self.add_box(shape.box, state, colour, is_solid and shape.is_full)

    def add_box(self, box: Box, state: GraphicsState, colour: Colour | None, opaque: bool) -> None:
        """Keep what of a filled rectangle lies within the clip and the page."""
        shown = self._shown(box, state)
        if shown is None or shown[2] - shown[0] <= 0 or shown[3] - shown[1] <= 0:
            return
        self._order += 1
        self._boxes.append(PaintedBox(*shown, self._order, colour, opaque))

    def _add_lines(self, lines: Iterable[Box], state: GraphicsState) -> None:
        for line in lines:
            shown = self._shown(line, state)
            if shown is not None and (shown[0] < shown[2] or shown[1] < shown[3]):
                self._lines.append(PaintedLine(*shown))

    def paint_picture(self, stream: PDFStream, state: GraphicsState) -> None:
        """Keep the place of a picture; its content is never decoded."""
        shown = self._shown(bounds_of(self.ctm, _UNIT), state)
        if shown is None or state.fill_alpha < _FAINT or self._left_out:
            return
        self._order += 1
        veiled = any(stream.get(key) for key in ("SMask", "Mask", "ImageMask", "IM", "SMaskInData"))
        opaque = not veiled and _is_solid(state, state.fill_alpha, None)
        self._pictures.append(PaintedPicture(*shown, self._order, opaque))


def _is_solid(state: GraphicsState, alpha: float, space: PDFColorSpace | None) -> bool:
    """Whether what is painted hides all that lies beneath the rectangle around it."""
    is_pattern = space is not None and space.name == "Pattern"
    return alpha > _SOLID and not state.is_blended and not is_pattern and state.clip_is_rectangle
