"""Small PDFs written object by object, so that a test shows all that its file holds."""

from collections.abc import Mapping
from pathlib import Path

FONTS = {
    "F1": b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    "F2": b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    "F3": b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Italic /Encoding /WinAnsiEncoding >>",
}
A4 = b"[0 0 595 842]"


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """The body of a stream object."""
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries, len(content), content)


def pdf_of_objects(objects: Mapping[int, bytes], root: int = 1, trailer: bytes = b"") -> bytes:
    """A file of these objects with a right index."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    size = max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        known = number in places
        out += b"%010d %05d %s \n" % (places.get(number, 0), 0 if known else 65535, b"n" if known else b"f")
    out += b"trailer\n<< /Size %d /Root %d 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, root, trailer, start)
    return bytes(out)


def pdf_of(
    *contents: bytes,
    page: bytes = b"/MediaBox " + A4,
    resources: bytes = b"",
    catalogue: bytes = b"",
    more: Mapping[int, bytes] | None = None,
) -> bytes:
    """
    A file with one page for each content.

    Args:
        page: entries of every page.
        resources: entries of the resources beside the fonts F1 (Helvetica), F2 (bold) and F3 (Times italic).
        more: further objects, numbered from 100.
    """
    fonts = b" ".join(b"/%s %s" % (name.encode(), body) for name, body in FONTS.items())
    kids = b" ".join(b"%d 0 R" % (10 + 2 * i) for i in range(len(contents)))
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalogue,
        2: b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(contents), kids),
        3: b"<< /Font << %s >> %s >>" % (fonts, resources),
    }
    for index, content in enumerate(contents):
        number = 10 + 2 * index
        objects[number] = b"<< /Type /Page /Parent 2 0 R /Resources 3 0 R /Contents %d 0 R %s >>" % (
            number + 1,
            page,
        )
        objects[number + 1] = stream(content)
    return pdf_of_objects(objects | dict(more or {}))


def text(words: str, x: float = 72, y: float = 700, size: float = 11, font: str = "F1") -> bytes:
    """The content that shows words at a place, counted from the bottom left."""
    shown = words.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
    return b"BT /%s %g Tf %g %g Td (%s) Tj ET\n" % (font.encode(), size, x, y, shown)


def written(folder: Path, data: bytes, name: str = "file.pdf") -> Path:
    """The path of a file with this content."""
    path = folder / name
    path.write_bytes(data)
    return path
