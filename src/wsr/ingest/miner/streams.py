"""
Flate streams unpacked under a bound: a few bytes of a file can ask for gigabytes.

pdfminer unpacks with `zlib.decompress`, and undoes predictors, in one module, `pdfminer.pdftypes`; there
`install_bound` puts ours.
"""

import zlib
from collections.abc import Callable
from typing import Any

from pdfminer import pdftypes
from pdfminer.pdfexceptions import PDFException

MAX_STREAM_BYTES = 64_000_000
"""Fonts are the largest streams that are ever unpacked; whole East Asian fonts stay below this."""
_CHUNK = 256
_Predictor = Callable[..., bytes]


class StreamTooLarge(PDFException):
    """A stream unpacks to more than any honest one does."""


class BoundedZlib:
    """What pdfminer uses of zlib; `decompress` is bounded and gives what it can of a damaged stream."""

    error = zlib.error
    decompressobj = staticmethod(zlib.decompressobj)

    @staticmethod
    def decompress(data: bytes) -> bytes:
        """The unpacked bytes up to the first damage. Raises StreamTooLarge past MAX_STREAM_BYTES."""
        inflater = zlib.decompressobj()
        try:
            unpacked = inflater.decompress(data, MAX_STREAM_BYTES)
        except zlib.error:
            return _salvage(data)
        if inflater.unconsumed_tail:
            raise StreamTooLarge(f"a stream unpacks to more than {MAX_STREAM_BYTES:,} bytes")
        return unpacked


def _salvage(data: bytes) -> bytes:
    """What comes before the damage, as viewers show it; the end of a stream is often all that is wrong."""
    inflater = zlib.decompressobj()
    parts: list[bytes] = []
    size = 0
    for start in range(0, len(data), _CHUNK):
        try:
            parts.append(inflater.decompress(data[start : start + _CHUNK]))
        except zlib.error:
            break
        size += len(parts[-1])
        if size > MAX_STREAM_BYTES:
            raise StreamTooLarge(f"a stream unpacks to more than {MAX_STREAM_BYTES:,} bytes")
    return b"".join(parts)


def _within_reason(undo: _Predictor) -> _Predictor:
    """The function that undoes a predictor, refusing rows longer than all the data: they ask for gigabytes."""

    def undo_within_reason(*arguments: Any) -> bytes:
        *_, colors, columns, bits, data = arguments
        if data and not 0 < colors * columns * bits <= 8 * len(data):
            raise PDFException("the rows of a stream are longer than the stream")
        return undo(*arguments)

    return undo_within_reason


def install_bound() -> None:
    """Make pdfminer unpack within bounds, in this process, from now on."""
    if pdftypes.zlib is not BoundedZlib:
        pdftypes.zlib = BoundedZlib
        pdftypes.apply_png_predictor = _within_reason(pdftypes.apply_png_predictor)
        pdftypes.apply_tiff_predictor = _within_reason(pdftypes.apply_tiff_predictor)
