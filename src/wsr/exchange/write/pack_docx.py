"""A pack for practice as a Word document: A4, to be printed and handed round, and to be changed."""

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import groupby
from typing import BinaryIO
from xml.sax.saxutils import quoteattr

from wsr.domain.packs import Checklist, Pack, PackKind, PackPart, PackQuote, PackTable
from wsr.exchange.entry import one_line
from wsr.exchange.write.paragraphs import Links, run
from wsr.exchange.write.styles import without_text
from wsr.exchange.write.word_package import TEXT, write_package
from wsr.exchange.write.word_tables import Cell, table

_ACCENT, _PALE = "24495C", "EEF2F4"
_ACROSS, _WIDE = 160.0, 174.0
"""Millimetres between the margins of a page, and between the narrower ones of a briefing."""

_PAGE_SIZE = re.compile(rb"<w:pgSz [^>]*/>")
_LYING = b'<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
_MARGINS = re.compile(rb'w:(top|right|bottom|left)="1417"')


def write(pack: Pack, out: BinaryIO) -> None:
    """The whole document; the same pack gives the same bytes."""
    with BytesIO() as addresses:
        body = map(str.encode, _body(pack, Links(addresses)))
        files = without_text(one_line(f"{pack.title}: {pack.about}"), one_line(pack.address), pack.day)
        if pack.checklist:
            files[TEXT] = _PAGE_SIZE.sub(_LYING, files[TEXT])
        if pack.checklist or pack.kind is PackKind.BRIEFING:
            files[TEXT] = _MARGINS.sub(rb'w:\1="1021"', files[TEXT])
        write_package(files, body, addresses, out)


def _body(pack: Pack, links: Links) -> Iterator[str]:
    yield _paragraph("Review", run(pack.about), after=2)
    yield _paragraph("Title", run(pack.title), after=6)
    for sentence in pack.lead:
        yield _paragraph("Normal", run(sentence), after=10)
    if pack.kind is PackKind.BRIEFING:
        yield _boxes(pack, links)
    else:
        for part in pack.parts:
            yield from _part(part, links)
    if pack.checklist:
        yield _paragraph("Normal", after=4)
        yield _checklist(pack.checklist, links)
    small = 9 if pack.kind is PackKind.BRIEFING else None
    for part in pack.closing:
        yield from _part(part, links, small)


def _part(part: PackPart, links: Links, size: float | None = None) -> Iterator[str]:
    """A part under its heading; a small one takes little room."""
    after = None if size is None else 2.0
    yield _heading(part.level - 1 if size is None else 2, part.heading)
    for sentence in part.paragraphs:
        style = "Notice" if part.id == "care" else "Normal"
        yield _paragraph(style, run(sentence), after=after, size=size, stays=bool(part.quotes))
    if part.table:
        yield _table(part.table)
        yield _paragraph("Normal", after=0)
    for point in part.points:
        yield _paragraph("ListBullet", run(point))
    for quote in part.quotes:
        yield from _quote(quote, links)
    for link in part.links:
        yield _paragraph("ListBullet", links.to(link.address, shown=link.text), after=after, size=size)


def _quote(quote: PackQuote, links: Links) -> Iterator[str]:
    yield _paragraph("Quote", run(quote.text, quote.language))
    note = run(f"{quote.note}. ") if quote.note else ""
    yield _paragraph("Source", note, links.to(quote.address, shown=quote.source), run(f" ({quote.review})"))


def _heading(level: int, text: str) -> str:
    return _paragraph(f"Heading{level}", run(text), before=20 if level == 1 else 12, after=4)


def _table(made: PackTable) -> str:
    head = [Cell(_paragraph("Normal", _strong(name), after=0), _PALE) for name in made.heads]
    rows = [
        [
            Cell(_paragraph("Normal", _strong(cell) if not at else run(cell), after=0))
            for at, cell in enumerate(cells)
        ]
        for cells in made.rows
    ]
    return table((22.0, _ACROSS - 22), [head, *rows], head=True)


def _boxes(pack: Pack, links: Links) -> str:
    """Seven numbered boxes, one below the other."""
    rows = []
    for number, part in enumerate(pack.parts, start=1):
        said = [_paragraph("Heading2", run(part.heading), before=0, after=3)]
        said += [_paragraph("Normal", run(sentence), after=3, size=10) for sentence in part.paragraphs]
        said += [_paragraph("ListBullet", run(point), after=2, size=10) for point in part.points]
        for quote in part.quotes:
            said += _small_quote(quote, links)
        mark = _paragraph("Normal", _white(str(number)), after=0, centred=True)
        rows.append([Cell(mark, _ACCENT), Cell("".join(said))])
    return table((13.0, _WIDE - 13), rows, head=False)


def _small_quote(quote: PackQuote, links: Links) -> Iterator[str]:
    note = run(f"{quote.note}. ") if quote.note else ""
    yield _paragraph("Normal", run(f"“{quote.text}”", quote.language), after=0, size=10)
    yield _paragraph("Place", note, links.to(quote.address, shown=quote.source), after=4, indent=0)


def _checklist(made: Checklist, links: Links) -> str:
    widths = (11.0, 82.0, 42.0, 42.0, 20.0, 32.0, 16.0, 16.0)
    rows = [[Cell(_paragraph("Normal", _strong(head), after=0, size=9.5), _PALE) for head in made.heads]]
    for theme, some in groupby(made.rows, lambda row: row.theme):
        rows.append([Cell(_paragraph("Heading2", run(theme), before=0, after=0), _PALE, len(widths))])
        for row in some:
            said = _paragraph("Normal", run(row.statement, row.language), after=2, size=10)
            says = _paragraph("Place", run(row.says), after=0, indent=0)
            place = links.to(row.address, shown=row.source)
            source = _paragraph("Place", place, run(f" ({row.review})"), after=0, indent=0)
            empty = [Cell(_paragraph("Normal", after=0)) for _ in widths[3:]]
            number = Cell(_paragraph("Normal", run(str(row.number)), after=0, size=10))
            rows.append([number, Cell(said + says), Cell(source), *empty])
    return table(widths, rows, head=True)


def _paragraph(
    style: str,
    *runs: str,
    before: float | None = None,
    after: float | None = None,
    size: float | None = None,
    centred: bool = False,
    indent: int | None = None,
    stays: bool = False,
) -> str:
    """
    A paragraph in a style, with other distances (in points) than the style has; its runs of another size.

    One that stays is on the page of the paragraph after it.
    """
    spaces = {name: value for name, value in (("before", before), ("after", after)) if value is not None}
    written = "".join(f" w:{name}={quoteattr(str(round(20 * value)))}" for name, value in spaces.items())
    properties = f'<w:pStyle w:val="{style}"/>' + ("<w:keepNext/>" if stays else "")
    properties += f"<w:spacing{written}/>" if written else ""
    if indent is not None:
        properties += f'<w:ind w:left="{indent}"/>'
    if centred:
        properties += '<w:jc w:val="center"/>'
    said = "".join(runs)
    if size is not None:
        said = _sized(said, size)
    return f"<w:p><w:pPr>{properties}</w:pPr>{said}</w:p>\n"


def _sized(runs: str, points: float) -> str:
    sized = f'<w:sz w:val="{round(2 * points)}"/>'
    return re.sub(
        r"<w:r>(?:<w:rPr>(.*?)</w:rPr>)?",
        lambda found: f"<w:r><w:rPr>{_with_size(found[1] or '', sized)}</w:rPr>",
        runs,
    )


def _with_size(properties: str, sized: str) -> str:
    """The size stands before the language in what Word expects."""
    before, lang, after = properties.partition("<w:lang")
    return before + sized + lang + after


def _strong(text: str) -> str:
    return run(text).replace("<w:r>", "<w:r><w:rPr><w:b/></w:rPr>", 1)


def _white(text: str) -> str:
    return run(text).replace(
        "<w:r>", '<w:r><w:rPr><w:b/><w:color w:val="FFFFFF"/><w:sz w:val="36"/></w:rPr>', 1
    )
