"""pdfminer's page interpreter with limits, and with the operators that it leaves out."""

from collections.abc import Sequence

from pdfminer.pdfinterp import LITERAL_FORM, LITERAL_IMAGE, PDFPageInterpreter
from pdfminer.pdftypes import PDFObjRef, PDFStream, dict_value, list_value, num_value, resolve1, stream_value
from pdfminer.psparser import LIT, PSLiteral, literal_name

from wsr.ingest.miner.budget import PageBudget
from wsr.ingest.miner.colours import BLACK, colour_of_parts
from wsr.ingest.miner.damage import DAMAGE
from wsr.ingest.miner.device import WordDevice
from wsr.ingest.miner.fonts import Fonts
from wsr.ingest.miner.geometry import Box, Matrix, bounds_of, times, usable_box
from wsr.ingest.miner.notes import covers_of, fields_of
from wsr.ingest.miner.shapes import shapes_of
from wsr.ingest.miner.state import GraphicsState, copied
from wsr.ingest.miner.streams import StreamTooLarge
from wsr.ingest.miner.tree import ViewedPage

_ARTIFACT, _OPTIONAL = LIT("Artifact"), LIT("OC")
_NORMAL = frozenset({"Normal", "Compatible"})


class PageInterpreter(PDFPageInterpreter):
    """
    Runs the content of one page, forms included, within a budget.

    Args:
        layers_off: numbers of the optional content groups that a viewer leaves out.
    """

    device: WordDevice
    graphicstate: GraphicsState
    ctm: Matrix

    def __init__(
        self, fonts: Fonts, device: WordDevice, budget: PageBudget, layers_off: frozenset[int], depth: int = 0
    ) -> None:
        super().__init__(fonts, device)
        self.budget = budget
        self.layers_off = layers_off
        self.depth = depth

    def dup(self) -> "PageInterpreter":
        """An interpreter for a form inside this content."""
        return self.__class__(self.rsrcmgr, self.device, self.budget, self.layers_off, self.depth + 1)

    def process_page(self, page: ViewedPage) -> None:
        """Run the content of a page in viewer coordinates, then what lies on it: form fields and drawn boxes."""
        matrix = page.view.matrix
        self.render_contents(page.resources, page.contents, ctm=matrix)
        self.init_state(matrix)
        for shown, box in fields_of(page):
            self.draw_form(shown, times(_placing(shown, box), matrix))
        self.device.set_ctm(matrix)
        for box, parts in covers_of(page):
            self.device.add_box(
                bounds_of(matrix, box), self.graphicstate, colour_of_parts(parts), opaque=True
            )

    def execute(self, streams: Sequence[object]) -> None:
        """Count what the streams unpack to, then run those that can be unpacked."""
        readable = []
        for stream in streams:
            content = stream_value(stream)
            try:
                self.budget.decode(content.objid, len(content.get_data()))
            except StreamTooLarge:
                raise
            except DAMAGE:
                self.device.is_spoiled = True
            else:
                readable.append(content)
        self.run(readable)

    def run(self, streams: Sequence[object]) -> None:
        """Run streams by pdfminer's own lexer."""
        super().execute(streams)

    def init_state(self, ctm: Matrix) -> None:
        """Begin with a graphics state that knows transparency and clip."""
        super().init_state(ctm)
        self.graphicstate = GraphicsState()

    def do_q(self) -> None:
        """Save the graphics state."""
        self.gstack.append((self.ctm, copied(self.textstate), copied(self.graphicstate)))

    def do_gs(self, name: object) -> None:
        """Take transparency and blend mode from a named set of parameters."""
        named = dict_value(dict_value(self.resources.get("ExtGState")).get(literal_name(name)))
        state = self.graphicstate
        if "ca" in named:
            state.fill_alpha = num_value(named["ca"])
        if "CA" in named:
            state.stroke_alpha = num_value(named["CA"])
        if "BM" in named or "SMask" in named:
            blend = resolve1(named.get("BM", LIT("Normal")))
            blend = resolve1(blend[0]) if isinstance(blend, list) and blend else blend
            mask = resolve1(named.get("SMask"))
            state.is_blended = literal_name(blend) not in _NORMAL or isinstance(mask, dict)
        if "Font" in named:
            self._set_font(list_value(named["Font"]))

    def _set_font(self, font: Sequence[object]) -> None:
        if len(font) == 2 and isinstance(font[0], PDFObjRef):
            self.textstate.font = self.rsrcmgr.get_font(font[0].objid, dict_value(font[0]))
            self.textstate.fontsize = num_value(font[1])

    def do_cs(self, name: object) -> None:
        """Choose a colour space; its first colour is black until one is set."""
        super().do_cs(name)
        self.graphicstate.ncolor = BLACK if self.graphicstate.ncs.ncomponents == 3 else 0

    def do_CS(self, name: object) -> None:  # noqa: N802  # the operator is CS
        """Choose a colour space for strokes."""
        super().do_CS(name)
        self.graphicstate.scolor = BLACK if self.graphicstate.scs.ncomponents == 3 else 0

    def do_F(self) -> None:  # noqa: N802  # the operator is F
        """Fill, as f does."""
        self.do_f()

    def do_W(self) -> None:  # noqa: N802  # the operator is W
        """Clip to the present path."""
        shapes = list(shapes_of(self.curpath, self.ctm))
        boxes = [shape.box for shape in shapes]
        if boxes:
            around = (
                min(box[0] for box in boxes),
                min(box[1] for box in boxes),
                max(box[2] for box in boxes),
                max(box[3] for box in boxes),
            )
            self.graphicstate.narrow(around, len(shapes) == 1 and shapes[0].is_full)

    def do_W_a(self) -> None:  # noqa: N802  # the operator is W*
        """Clip to the present path, by the other rule."""
        self.do_W()

    def do_sh(self, name: object) -> None:
        """Paint a shading over all that the clip leaves."""
        state = self.graphicstate
        if state.clip is not None:
            self.device.add_box(state.clip, state, None, opaque=False)

    def do_BMC(self, tag: object) -> None:  # noqa: N802  # the operator is BMC
        """Open marked content."""
        self.device.open_mark(tag is _ARTIFACT, False)

    def do_BDC(self, tag: object, props: object) -> None:  # noqa: N802  # the operator is BDC
        """Open marked content that has properties: it may be a layer that is switched off."""
        is_off = False
        if tag is _OPTIONAL and isinstance(props, PSLiteral):
            properties = dict_value(self.resources.get("Properties"))
            is_off = self._is_off(properties.get(literal_name(props)))
        self.device.open_mark(tag is _ARTIFACT, is_off)

    def do_EMC(self) -> None:  # noqa: N802  # the operator is EMC
        """Close marked content."""
        self.device.close_marks(self.device.open_marks - 1)

    def _is_off(self, layer: object) -> bool:
        """Whether a layer, or all layers of a membership dictionary, are switched off."""
        if isinstance(layer, PDFObjRef) and layer.objid in self.layers_off:
            return True
        members = dict_value(layer).get("OCGs")
        groups = members if isinstance(members, list) else [members]
        numbers = [group.objid for group in groups if isinstance(group, PDFObjRef)]
        return bool(numbers) and all(number in self.layers_off for number in numbers)

    def do_Do(self, xobjid_arg: object) -> None:  # noqa: N802  # the operator is Do
        """Paint a form, or keep the place of a picture."""
        item = resolve1(self.xobjmap.get(literal_name(xobjid_arg)))
        if not isinstance(item, PDFStream) or self._is_off(item.get("OC")):
            return
        kind = resolve1(item.get("Subtype"))
        if kind is LITERAL_FORM:
            self.draw_form(item, self.ctm)
        elif kind is LITERAL_IMAGE:
            self.device.set_ctm(self.ctm)
            self.device.paint_picture(item, self.graphicstate)

    def draw_form(self, form: PDFStream, ctm: Matrix) -> None:
        """Run the content of a form with the state in force, clipped to its box."""
        inner = self.subinterp()
        self.budget.call_form(inner.depth)
        ctm = times(_matrix_of(form), ctm)
        open_marks = self.device.open_marks
        inner.init_resources(dict_value(form.get("Resources")) or self.resources)
        inner.init_state(ctm)
        inner.graphicstate = copied(self.graphicstate)
        box = usable_box([resolve1(item) for item in list_value(form.get("BBox"))])
        if box is not None:
            inner.graphicstate.narrow(bounds_of(ctm, box), is_rectangle=True)
        inner.execute([form])
        self.device.close_marks(open_marks)
        self.device.set_ctm(self.ctm)

    def do_EI(self, obj: object) -> None:  # noqa: N802  # the operator is EI
        """Keep the place of a picture written into the content."""
        if isinstance(obj, PDFStream):
            self.device.paint_picture(obj, self.graphicstate)


def _matrix_of(form: PDFStream) -> Matrix:
    numbers = [num_value(item) for item in list_value(form.get("Matrix"))]
    return tuple(numbers) if len(numbers) == 6 else (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _placing(form: PDFStream, box: Box) -> Matrix:
    """How the box of a field's appearance comes to lie on its place (ISO 32000-1, 12.5.5, algorithm 8.1)."""
    own = usable_box([resolve1(item) for item in list_value(form.get("BBox"))]) or box
    x0, y0, x1, y1 = bounds_of(_matrix_of(form), own)
    across, down = (box[2] - box[0]) / max(x1 - x0, 1e-6), (box[3] - box[1]) / max(y1 - y0, 1e-6)
    return (across, 0.0, 0.0, down, box[0] - x0 * across, box[1] - y0 * down)
