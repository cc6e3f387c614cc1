"""Pages whose text lies on its side, and pages read from pictures."""

from dataclasses import replace

import pytest

from tests.ingest.structure.sheets import OTHER, PROSE, Sheet, flow_of, headings, texts
from wsr.ingest.pages import Page, PdfFile, Rule, Word
from wsr.ingest.structure import find_flow


def _lying(page: Page, upwards: bool) -> Page:
    """The page turned by a quarter, as a wide table is printed on upright paper."""

    def place(x: float, y: float) -> tuple[float, float]:
        return (y, page.width - x) if upwards else (page.height - y, x)

    def word(one: Word) -> Word:
        (ax, ay), (bx, by) = place(one.x0, one.y0), place(one.x1, one.y1)
        return one._replace(
            x0=min(ax, bx),
            y0=min(ay, by),
            x1=max(ax, bx),
            y1=max(ay, by),
            baseline=max(ay, by),
            upright=False,
        )

    def rule(one: Rule) -> Rule:
        return Rule(*place(one.x0, one.y0), *place(one.x1, one.y1))

    return replace(
        page,
        width=page.height,
        height=page.width,
        words=tuple(map(word, page.words)),
        rules=tuple(map(rule, page.rules)),
    )


@pytest.mark.parametrize("upwards", [True, False], ids=["up", "down"])
def test_a_page_on_its_side_is_read_and_its_boxes_lie_where_it_shows_them(upwards: bool) -> None:
    """A table that runs up or down the paper has its rows; a box is that of the words as shown."""
    sheet = Sheet(width=842, height=595, right=770)
    sheet.text(PROSE)
    sheet.table([["No.", "Action"], ["1", "Audit of the files"], ["2", "Training of the staff"]], [60, 300])
    page = _lying(sheet.page(), upwards)

    flow = find_flow(PdfFile((page,)), "d1")
    words = [word for word in page.words if word.text in ("Training", "2")]
    (box,) = flow.passages[-1].boxes

    assert [PROSE, "No. | Action", "1 | Audit of the files", "2 | Training of the staff"] == texts(flow)
    assert all(box.x0 <= word.x0 and word.x1 <= box.x1 for word in words)
    assert all(box.y0 - 1 <= word.y0 and word.y1 <= box.y1 + 1 for word in words)


def test_a_page_read_from_a_picture_has_paragraphs_and_headings() -> None:
    """Sizes that OCR measures vary from line to line; it knows no bold, and takes bullets for letters."""
    sheet = Sheet()
    sheet.lines("Introduction")
    sheet.text(PROSE)
    sheet.lines("Politeness at the door")
    sheet.text(OTHER, mark="e", hang=18)
    words = tuple(
        word._replace(size=word.size + (index // 9 % 3 - 1) * 0.8, confidence=0.9)
        for index, word in enumerate(sheet.words)
    )
    page = replace(sheet.page(), words=words, machine_read=True)

    flow = find_flow(PdfFile((page,)), "d1")

    assert [PROSE, OTHER] == texts(flow)
    assert ["Introduction", "Politeness at the door"] == headings(flow)
    assert {"p2"} == flow.bullets


def test_pages_of_different_width_are_read_each_by_itself() -> None:
    """A landscape page among upright ones."""
    upright, wide = Sheet(), Sheet(width=842, height=595, right=770)
    upright.lines("Analysis", size=16, bold=True)
    upright.text(PROSE)
    wide.text(OTHER)

    flow = flow_of(upright, wide)

    assert [PROSE, OTHER] == texts(flow)
    assert ["Analysis"] == headings(flow)
