"""The graphics state with what pdfminer leaves out: transparency, blending and the clip."""

from typing import TypeVar

from pdfminer.pdfinterp import PDFGraphicState

from wsr.ingest.miner.geometry import Box, within

_State = TypeVar("_State")


def copied(state: _State) -> _State:
    """A copy of a state object; pdfminer's own way takes several times as long, for each q operator."""
    copy = object.__new__(state.__class__)
    copy.__dict__.update(state.__dict__)
    return copy


class GraphicsState(PDFGraphicState):
    """pdfminer's graphics state with alpha, blend mode and clip."""

    def __init__(self) -> None:
        super().__init__()
        self.fill_alpha = 1.0
        self.stroke_alpha = 1.0
        self.is_blended = False
        """True for blend modes and soft masks, through which what lies beneath can show."""
        self.clip: Box | None = None
        """Rectangle around what can be painted on, in viewer coordinates; None for the whole page."""
        self.clip_is_rectangle = True

    def copy(self) -> "GraphicsState":
        """A copy that can change by itself."""
        return copied(self)

    def narrow(self, box: Box, is_rectangle: bool) -> None:
        """Clip to *box* too. A clip of no area stays as a point, on which nothing shows."""
        if self.clip is None:
            self.clip = box
        else:
            x, y = self.clip[:2]
            self.clip = within(box, self.clip) or (x, y, x, y)
        self.clip_is_rectangle = self.clip_is_rectangle and is_rectangle
