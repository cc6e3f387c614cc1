"""The package that a Word document is: its files in a zip, the same bytes for the same files."""

from collections.abc import Iterable
from shutil import copyfileobj
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

TEXT, RELATIONS = "word/document.xml", "word/_rels/document.xml.rels"
"""The file of the text, and that of the addresses it leads to."""

_END, _END_OF_RELATIONS = b"<w:sectPr", b"</Relationships>"


def write_package(files: dict[str, bytes], body: Iterable[bytes], addresses: BinaryIO, out: BinaryIO) -> None:
    """
    A document without text (see `styles.without_text`) with this body, written piece by piece.

    `addresses` are those of its links, which are known when the whole body is made.
    """
    before, _, after = files[TEXT].partition(_END)
    first, _, last = files[RELATIONS].rpartition(_END_OF_RELATIONS)
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for name, content in files.items():
            if name not in (TEXT, RELATIONS):
                package.writestr(_named(name), content)
        with package.open(_named(TEXT), "w") as file:
            file.write(before)
            for piece in body:
                file.write(piece)
            file.write(_END + after)
        addresses.seek(0)
        with package.open(_named(RELATIONS), "w") as file:
            file.write(first)
            copyfileobj(addresses, file)
            file.write(_END_OF_RELATIONS + last)


def _named(name: str) -> ZipInfo:
    """A file of the package, of no day."""
    info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    info.compress_type = ZIP_DEFLATED
    return info
