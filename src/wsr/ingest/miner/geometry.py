"""Where a point of a page appears in a viewer: cropped, rotated, scaled, origin at the top left."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]

LETTER: Box = (0.0, 0.0, 612.0, 792.0)
"""What viewers assume for a page that does not say its size."""
MAX_SIDE = 14_400.0
"""Points; the largest page of the PDF specification."""


def usable_box(value: object) -> Box | None:
    """The rectangle with its corners in order, or None: not four finite numbers, or a side beyond 1 to 14,400."""
    if not isinstance(value, Sequence) or len(value) != 4:
        return None
    if not all(isinstance(item, (int, float)) and isfinite(item) for item in value):
        return None
    ax, ay, bx, by = (float(item) for item in value)
    x0, x1, y0, y1 = min(ax, bx), max(ax, bx), min(ay, by), max(ay, by)
    sides_fit = 1 <= x1 - x0 <= MAX_SIDE and 1 <= y1 - y0 <= MAX_SIDE
    return (x0, y0, x1, y1) if sides_fit else None


def visible_box(media: Box, crop: Box | None) -> Box:
    """The part of the page that a viewer shows: the crop box within the media box."""
    if crop is None:
        return media
    x0, y0 = max(media[0], crop[0]), max(media[1], crop[1])
    x1, y1 = min(media[2], crop[2]), min(media[3], crop[3])
    return (x0, y0, x1, y1) if x1 - x0 >= 1 and y1 - y0 >= 1 else media


@dataclass(frozen=True, slots=True)
class View:
    """How a viewer shows a page: its size in points and the way from the file's coordinates to the viewer's."""

    width: float
    height: float
    matrix: Matrix


def view_of(box: Box, rotate: int, unit: float) -> View:
    """
    The view of a page whose visible part is *box*, turned clockwise by *rotate* degrees.

    Args:
        unit: size of the file's unit in points (UserUnit), usually 1.
    """
    x0, y0, x1, y1 = box
    width, height = (x1 - x0) * unit, (y1 - y0) * unit
    u = unit
    match rotate % 360:
        case 90:
            return View(height, width, (0.0, u, u, 0.0, -u * y0, -u * x0))
        case 180:
            return View(width, height, (-u, 0.0, 0.0, u, u * x1, -u * y0))
        case 270:
            return View(height, width, (0.0, -u, -u, 0.0, u * y1, u * x1))
        case _:
            return View(width, height, (u, 0.0, 0.0, -u, -u * x0, u * y1))


def times(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that applies *first* and *then* the other."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def bounds_of(matrix: Matrix, box: Box) -> Box:
    """The smallest upright rectangle around a transformed one."""
    a, b, c, d, e, f = matrix
    x0, y0, x1, y1 = box
    xs = (a * x0 + c * y0, a * x1 + c * y0, a * x0 + c * y1, a * x1 + c * y1)
    ys = (b * x0 + d * y0, b * x1 + d * y0, b * x0 + d * y1, b * x1 + d * y1)
    return (min(xs) + e, min(ys) + f, max(xs) + e, max(ys) + f)


def within(box: Box, frame: Box) -> Box | None:
    """The common part of two rectangles, None when they have none."""
    x0, y0 = max(box[0], frame[0]), max(box[1], frame[1])
    x1, y1 = min(box[2], frame[2]), min(box[3], frame[3])
    return (x0, y0, x1, y1) if x0 <= x1 and y0 <= y1 else None
