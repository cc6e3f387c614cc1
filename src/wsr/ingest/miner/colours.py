"""The colour that a graphics state paints with, in red, green and blue where that can be told."""

from pdfminer.pdfcolor import PDFColorSpace

from wsr.ingest.painted import Colour

BLACK: Colour = (0.0, 0.0, 0.0)
WHITE: Colour = (1.0, 1.0, 1.0)
_PLAIN = frozenset(
    {"DeviceGray", "CalGray", "G", "DeviceRGB", "CalRGB", "RGB", "DeviceCMYK", "CMYK", "ICCBased"}
)


def colour_of(value: object, space: PDFColorSpace) -> Colour | None:
    """
    The colour of *value* in *space*; None for patterns, spot and indexed colours, which only a viewer can tell.

    Four parts are taken as cyan, magenta, yellow and black, without a profile: near enough to compare.
    """
    if space.name not in _PLAIN:
        return None
    if isinstance(value, (int, float)):
        return (_part(value),) * 3
    if not isinstance(value, tuple) or not all(isinstance(item, (int, float)) for item in value):
        return None
    if len(value) == 3:
        red, green, blue = (_part(item) for item in value)
        return (red, green, blue)
    if len(value) == 4:
        cyan, magenta, yellow, black = (_part(item) for item in value)
        return ((1 - cyan) * (1 - black), (1 - magenta) * (1 - black), (1 - yellow) * (1 - black))
    return None


def _part(value: float) -> float:
    return min(1.0, max(0.0, float(value)))
