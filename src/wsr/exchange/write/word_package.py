"""The package that a Word document is: its files in a zip, the same bytes for the same files."""

from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

TEXT, RELATIONS = "word/document.xml", "word/_rels/document.xml.rels"
"""The file of the text, and that of the addresses it leads to."""

_END, _END_OF_RELATIONS = b"<w:sectPr", b"</Relationships>"


def write_package(files: dict[str, bytes], body: bytes, addresses: bytes, out: BinaryIO) -> None:
    """A document without text (see `styles.without_text`) with this body, and the addresses of its links."""
    before, _, after = files[TEXT].partition(_END)
    first, _, last = files[RELATIONS].rpartition(_END_OF_RELATIONS)
    filled = {TEXT: before + body + _END + after, RELATIONS: first + addresses + _END_OF_RELATIONS + last}
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for name, content in {**files, **filled}.items():
            info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            package.writestr(info, content)
