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
from wsr.ingest.miner.runs import Ink, Runs
from wsr.ingest.miner.shapes import Shape, line_within, shapes_of, strokes_of
from wsr.ingest.miner.state import GraphicsState
from wsr.ingest.painted import Colour, PaintedBox, PaintedLine, PaintedPage, PaintedPicture

_STROKE_ONLY, _FILL_AND_STROKE = 1, 2
_WITHOUT_INK = frozenset({3, 7})
_FAINT = 0.05
_UNIT: Box = (0.0, 0.0, 1.0, 1.0)
_MANY = 60
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
        self.marks: list[tuple[bool, bool]] = []
        """Open marked content: whether it is an artifact, whether a viewer leaves it out."""

    def page(self, number: int) -> PaintedPage:
        """What was painted so far."""
        return PaintedPage(
            number=number,
            width=self._view.width,
            height=self._view.height,
            words=self._runs.words(),
            boxes=tuple(self._boxes),
            lines=tuple(self._lines),
            pictures=tuple(self._pictures),
            unseen=self._runs.unseen,
            undecoded=self._runs.undecoded,
        )

    def render_string(
        self,
        textstate: PDFTextState,
        seq: Iterable[int | float | bytes],
        ncs: PDFColorSpace,
        graphicstate: GraphicsState,
    ) -> None:
        """Show a string: add its pieces to the runs, and move the text position past it."""
        face = self._fonts.face_of(textstate.font)
        ink = self._ink(textstate.render, graphicstate)
        self._order += 1
        if face.is_vertical:
            self._show_downwards(textstate, seq, face, ink)
            return
        self._runs.begin(textstate, self.ctm, face, ink, self._order)
        self._show_onwards(textstate, seq, face)

    def _show_onwards(self, state: PDFTextState, seq: Iterable[int | float | bytes], face: Face) -> None:
        scale = state.scaling * 0.01
        em = state.fontsize * scale
        between, blank = state.charspace * scale, state.wordspace * scale
        runs = self._runs
        x, y = state.linematrix
        glyphs = 0
        for item in seq:
            if item.__class__ is not bytes:
                x -= item * em * 0.001
                continue
            pieces, units, codes, spaces, undecoded = face.pieces(item)
            shown = 0
            for text, start, before, blanks, end, upto in pieces:
                if before > shown:
                    runs.end_word()
                left = x + before * between + blanks * blank
                runs.add(text, left + start * em, left + end * em + (upto - before - 1) * between)
                shown = upto
            if codes > shown:
                runs.end_word()
            x += units * em + codes * between + spaces * blank
            glyphs += codes
            runs.undecoded += undecoded
        state.linematrix = (x, y)
        self._budget.show(glyphs)

    def _show_downwards(
        self, state: PDFTextState, seq: Iterable[int | float | bytes], face: Face, ink: Ink
    ) -> None:
        """Vertical writing: each glyph is a word by itself, at its place."""
        x, y = state.linematrix
        for item in seq:
            if item.__class__ is not bytes:
                y -= item * state.fontsize * 0.001
                continue
            for code in face.font.decode(item):
                text, width = face.glyph(code)
                state.linematrix = (x, y)
                self._runs.begin(state, self.ctm, face, ink, self._order)
                self._runs.end_word()
                if text and not text.isspace():
                    self._runs.add(text, x - state.fontsize / 2, x + state.fontsize / 2)
                self._budget.show(1)
                y += width * state.fontsize + state.charspace
        state.linematrix = (x, y)

    def _ink(self, render: int, state: GraphicsState) -> Ink:
        alpha = state.stroke_alpha if render == _STROKE_ONLY else state.fill_alpha
        fill = colour_of(state.ncolor, state.ncs)
        stroke = colour_of(state.scolor, state.scs) if render in (_STROKE_ONLY, _FILL_AND_STROKE) else None
        return Ink(
            colour=stroke if render == _STROKE_ONLY else fill,
            invisible=render in _WITHOUT_INK or alpha < _FAINT or any(out for _, out in self.marks),
            bold=render == _FILL_AND_STROKE and stroke == fill,
            artifact=any(artifact for artifact, _ in self.marks),
            clip=within(state.clip, self._frame) or (0.0, 0.0, -1.0, -1.0) if state.clip else self._frame,
        )

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
        if any(out for _, out in self.marks):
            return
        shapes = list(shapes_of(path, self.ctm))
        if fill and state.fill_alpha >= _FAINT:
            self._fill(state, shapes)
        if stroke and state.stroke_alpha >= _FAINT and colour_of(state.scolor, state.scs) != WHITE:
            for shape in shapes:
                self._add_lines(strokes_of(shape), state)

    def _fill(self, state: GraphicsState, shapes: list[Shape]) -> None:
        colour = colour_of(state.ncolor, state.ncs)
        is_pattern = state.ncs.name == "Pattern"
        is_solid = state.fill_alpha > 0.95 and not state.is_blended and not is_pattern
        rings = _rings(shapes)
        for index, shape in enumerate(shapes):
            lines = list(line_within(shape.box))
            if index in rings:
                lines = list(strokes_of(shape._replace(is_closed=True)))
            if colour != WHITE or lines == []:
                self._add_lines(lines, state)
            if not lines:
                opaque = is_solid and shape.is_full and state.clip_is_rectangle
                self.add_box(shape.box, state, colour, opaque)

    def add_box(self, box: Box, state: GraphicsState, colour: Colour | None, opaque: bool) -> None:
        """Keep what of a filled rectangle lies within the clip and the page."""
        shown = within(box, state.clip or self._frame)
        shown = within(shown, self._frame) if shown else None
        if shown is None or shown[2] - shown[0] <= 0 or shown[3] - shown[1] <= 0:
            return
        self._order += 1
        self._boxes.append(PaintedBox(*shown, self._order, colour, opaque))

    def _add_lines(self, lines: Iterable[Box], state: GraphicsState) -> None:
        for line in lines:
            shown = within(line, state.clip or self._frame)
            shown = within(shown, self._frame) if shown else None
            if shown is not None and (shown[0] < shown[2] or shown[1] < shown[3]):
                self._lines.append(PaintedLine(*shown))

    def paint_picture(self, stream: PDFStream, state: GraphicsState) -> None:
        """Keep the place of a picture; its content is never decoded."""
        shown = within(bounds_of(self.ctm, _UNIT), state.clip or self._frame)
        shown = within(shown, self._frame) if shown else None
        if shown is None or state.fill_alpha < _FAINT or any(out for _, out in self.marks):
            return
        self._order += 1
        veiled = any(stream.get(key) for key in ("SMask", "Mask", "ImageMask", "IM", "SMaskInData"))
        opaque = not veiled and state.fill_alpha > 0.95 and not state.is_blended and state.clip_is_rectangle
        self._pictures.append(PaintedPicture(*shown, self._order, opaque))


def _rings(shapes: list[Shape]) -> set[int]:
    """Indexes of the shapes that hold another one of the same path: frames, of which only the edge is filled."""
    if len(shapes) < 2 or len(shapes) > _MANY:
        return set(range(len(shapes))) if len(shapes) > _MANY else set()
    return {
        i
        for i, outer in enumerate(shapes)
        for j, inner in enumerate(shapes)
        if i != j and within(inner.box, outer.box) == inner.box and inner.box != outer.box
    }
