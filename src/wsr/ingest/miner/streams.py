"""
Flate streams unpacked under a bound: a few bytes of a file can ask for gigabytes.

pdfminer unpacks with `zlib.decompress` in one module, `pdfminer.pdftypes`; there `install_bound` puts ours.
"""

import zlib

from pdfminer import pdftypes
from pdfminer.pdfexceptions import PDFException

MAX_STREAM_BYTES = 64_000_000
"""Fonts are the largest streams that are ever unpacked; whole East Asian fonts stay below this."""
_CHUNK = 256


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


def install_bound() -> None:
    """Make pdfminer unpack through BoundedZlib, in this process, from now on."""
    pdftypes.zlib = BoundedZlib
