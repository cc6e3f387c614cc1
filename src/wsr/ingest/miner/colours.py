"""The colour that a graphics state paints with, in red, green and blue where that can be told."""

from collections.abc import Sequence

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
    parts = value if isinstance(value, tuple) else (value,)
    if not all(isinstance(part, (int, float)) for part in parts):
        return None
    return colour_of_parts(parts)


def colour_of_parts(parts: Sequence[float]) -> Colour | None:
    """The colour of one part (grey), three (red, green, blue) or four (cyan, magenta, yellow, black)."""
    shares = [_part(part) for part in parts]
    match shares:
        case [grey]:
            return (grey, grey, grey)
        case [red, green, blue]:
            return (red, green, blue)
        case [cyan, magenta, yellow, black]:
            return ((1 - cyan) * (1 - black), (1 - magenta) * (1 - black), (1 - yellow) * (1 - black))
    return None


def _part(value: float) -> float:
    return min(1.0, max(0.0, float(value)))
