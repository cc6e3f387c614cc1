"""Paragraphs of a Word document as XML, one by one, each in a style; and the addresses that their links lead to."""

from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from wsr.domain.kinds import Language
from wsr.exchange.write.characters import writable

MOST_LINKS = 30_000
"""
Word makes a field of each link, and opens 32,000 fields.

Source:
    Microsoft, Word operating parameter limitations (Q168804).
"""

_BREAKS = {"\n": "</w:t><w:br/>{open}", "\t": "</w:t><w:tab/>{open}"}
_OPEN = '<w:t xml:space="preserve">'
_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def paragraph(style: str, *runs: str) -> str:
    """A paragraph in the style of this id."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(runs)}</w:p>\n'


def run(text: str, language: str = Language.EN, style: str = "") -> str:
    """Text, exact but for what XML cannot hold; Welsh is marked as such, English is the document's own language."""
    properties = f'<w:rStyle w:val="{style}"/>' if style else ""
    if language == Language.CY:
        properties += '<w:lang w:val="cy-GB"/>'
    marked = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    said = escape(writable(text))
    for sign, broken in _BREAKS.items():
        said = said.replace(sign, broken.format(open=_OPEN))
    return f"<w:r>{marked}{_OPEN}{said}</w:t></w:r>"


def heading(level: int, text: str, anchor: int | None = None) -> str:
    """A heading; with a number that nothing else has, one that `jump` leads to."""
    if anchor is None:
        return paragraph(f"Heading{level}", run(text))
    begin = f'<w:bookmarkStart w:id="{anchor}" w:name="part{anchor}"/>'
    return paragraph(f"Heading{level}", begin, run(text), f'<w:bookmarkEnd w:id="{anchor}"/>')


def jump(anchor: int, text: str) -> str:
    """A link to a heading of the same document."""
    return f'<w:hyperlink w:anchor="part{anchor}" w:history="1">{run(text, style="Hyperlink")}</w:hyperlink>'


class Links:
    """The links of a document to the web. Word wants their addresses in a file beside the text: they wait in one."""

    def __init__(self, file: BinaryIO, most: int = MOST_LINKS) -> None:
        self._file = file
        self._count = 0
        self._left = most

    def to(self, address: str, times: int = 1, shown: str = "") -> str:
        """
        A run that shows this address, or other words, and leads to it, to be written so many times.

        One that is not of the web, or past MOST_LINKS, is shown alone.
        """
        self._left -= times
        if self._left < 0 or not address.startswith(("https://", "http://")) or not address.isprintable():
            return run(shown or address)
        self._count += 1
        relation = f"web{self._count}"
        target = quoteattr(writable(address))
        self._file.write(
            f'<Relationship Id="{relation}" Type="{_HYPERLINK}" Target={target} TargetMode="External"/>\n'.encode()
        )
        said = run(shown or address, style="Hyperlink")
        return f'<w:hyperlink r:id="{relation}" w:history="1">{said}</w:hyperlink>'

    def within(self, text: str, address: str, times: int = 1) -> str:
        """The text with its first mention of the address as a link."""
        before, found, after = text.partition(address)
        if not address or not found:
            return run(text)
        return run(before) + self.to(address, times) + run(after)
