"""Tables of a Word document as XML: cells of paragraphs, rows that stay whole, heads that come again on each page."""

from collections.abc import Sequence
from dataclasses import dataclass

TWIPS = 56.7
"""In a millimetre."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: paragraphs, its shade as six hexadecimal digits, how many columns it takes."""

    content: str
    shade: str = ""
    columns: int = 1


def table(
    widths: Sequence[float], rows: Sequence[Sequence[Cell]], *, head: bool, lines: str = "C3CBD1"
) -> str:
    """A table whose columns are so many millimetres wide; with `head` its first row heads the columns."""
    grid = "".join(f'<w:gridCol w:w="{_twips(width)}"/>' for width in widths)
    border = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{lines}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 70), ("left", 110), ("bottom", 70), ("right", 110))
    )
    body = "".join(_row(widths, cells, head=head and number == 0) for number, cells in enumerate(rows))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{_twips(sum(widths))}" w:type="dxa"/><w:tblBorders>{border}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>\n"
    )


def _row(widths: Sequence[float], cells: Sequence[Cell], *, head: bool) -> str:
    made, first = [], 0
    for cell in cells:
        width = sum(widths[first : first + cell.columns])
        first += cell.columns
        span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.shade}"/>' if cell.shade else ""
        properties = f'<w:tcW w:w="{_twips(width)}" w:type="dxa"/>{span}{shade}'
        made.append(f"<w:tc><w:tcPr>{properties}</w:tcPr>{cell.content}</w:tc>")
    repeated = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(made)}</w:tr>"


def _twips(millimetres: float) -> int:
    return round(millimetres * TWIPS)
