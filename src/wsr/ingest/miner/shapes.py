"""Painted paths as rules and boxes: what is thin is a line, what has an area is a box."""

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wsr.ingest.miner.geometry import Box, Matrix, within

THIN = 2.5
"""Points; a rectangle thinner than this is a line."""
_SHORT = 1.0
_ALMOST = 0.6
_NEARLY_FULL = 0.9
_MANY = 200


class Shape(NamedTuple):
    """One subpath: the rectangle around it, and whether it nearly fills that rectangle."""

    box: Box
    is_full: bool
    points: list[tuple[float, float]]
    is_closed: bool
    is_clockwise: bool


def shapes_of(path: Sequence[tuple[object, ...]], matrix: Matrix) -> Iterator[Shape]:
    """The subpaths of a path, as a viewer shows them; curves count by their end points."""
    points: list[tuple[float, float]] = []
    closed = False
    a, b, c, d, e, f = matrix
    for segment in path:
        if segment[0] == "h":
            closed = True
            continue
        if segment[0] == "m" and points:
            yield _shape(points, closed)
            points, closed = [], False
        x, y = segment[-2], segment[-1]
        points.append((a * x + c * y + e, b * x + d * y + f))  # type: ignore[operator]
    if points:
        yield _shape(points, closed)


def _shape(points: list[tuple[float, float]], closed: bool) -> Shape:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    box = (min(xs), min(ys), max(xs), max(ys))
    whole = (box[2] - box[0]) * (box[3] - box[1])
    area = sum(x * points[i - 1][1] - points[i - 1][0] * y for i, (x, y) in enumerate(points)) / 2
    return Shape(box, whole > 0 and abs(area) >= _NEARLY_FULL * whole, points, closed, area > 0)


def strokes_of(shape: Shape) -> Iterator[Box]:
    """The horizontal and vertical sides of a stroked subpath, as (x0, y0, x1, y1) without width."""
    points = shape.points + ([shape.points[0]] if shape.is_closed else [])
    for (ax, ay), (bx, by) in itertools.pairwise(points):
        yield from line_within((min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)), _ALMOST)


def line_within(box: Box, thickness: float = THIN) -> Iterator[Box]:
    """The middle line of a rectangle thinner than *thickness*; nothing for dots and for areas."""
    x0, y0, x1, y1 = box
    width, height = x1 - x0, y1 - y0
    if height <= thickness and width > max(height, _SHORT):
        yield (x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)
    elif width <= thickness and height > max(width, _SHORT):
        yield ((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)


def rings_of(shapes: Sequence[Shape], evenodd: bool) -> set[int]:
    """
    Indexes of the subpaths of one filled path that make a ring: one with a hole, and the hole.

    Only the edge of a ring is filled. A subpath within another is a hole by the even-odd rule, and by the other
    rule when it turns the other way. Of very many subpaths all are taken for rings.
    """
    if len(shapes) > _MANY:
        return set(range(len(shapes)))
    return {
        index
        for i, outer in enumerate(shapes)
        for j, inner in enumerate(shapes)
        if i != j
        and (evenodd or outer.is_clockwise != inner.is_clockwise)
        and within(inner.box, outer.box) == inner.box != outer.box
        for index in (i, j)
    }
