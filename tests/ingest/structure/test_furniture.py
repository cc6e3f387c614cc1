"""Running heads, feet, page numbers and banners reach no passage; repeated text in mid-page stays."""

import pytest

from tests.ingest.structure.sheets import OTHER, PROSE, Sheet, flow_of, rows, texts


def _body(number: int) -> set[str]:
    """The text of a page, different on each."""
    return {f"Meeting {'one ' * number}was of this kind. {PROSE}", OTHER.replace("March", "May" * number)}


def _sheets(count: int) -> list[Sheet]:
    sheets = [Sheet() for _ in range(count)]
    for number, sheet in enumerate(sheets, start=1):
        for text in sorted(_body(number)):
            sheet.text(text)
    return sheets


def _left(sheets: list[Sheet]) -> set[str]:
    """What passages hold beside the text of the pages; all of that is still there."""
    body = {text for number in range(1, len(sheets) + 1) for text in _body(number)}
    found = set(texts(flow_of(*sheets)))
    assert body <= found
    return found - body


@pytest.mark.parametrize(
    "style",
    ["{n}", "Page {n} of 9", "{n} | P a g e", "- {n} -", "Tudalen {n} o 9", "Final v5 {n}", "[{n}]"],
)
def test_page_numbers_of_every_style_are_furniture(style: str) -> None:
    """Numbers that follow the pages, alone or with words."""
    sheets = _sheets(4)
    for number, sheet in enumerate(sheets, start=3):
        sheet.at(280, 805, style.format(n=number), size=9)

    assert set() == _left(sheets)


def test_roman_numbers_of_the_front_matter_are_furniture() -> None:
    """i, ii, iii … before the first arabic page."""
    sheets = _sheets(4)
    for numeral, sheet in zip(("i", "ii", "iii", "iv"), sheets, strict=True):
        sheet.at(280, 805, numeral, size=9)

    assert set() == _left(sheets)


def test_left_and_right_pages_may_differ() -> None:
    """A head that stands on every other page is furniture, with its name by page."""
    sheets = _sheets(6)
    for number, sheet in enumerate(sheets, start=1):
        sheet.at(72 if number % 2 else 300, 40, "Child T" if number % 2 else "Gwent Board", size=8)

    assert set() == _left(sheets)
    assert {(1, "Child T"), (2, "Gwent Board")} <= set(flow_of(*sheets).furniture)


@pytest.mark.parametrize(
    "banner", ["OFFICIAL", "RESTRICTED", "OFFICIAL-SENSITIVE", "Confidential", "CYFRINACHOL"]
)
def test_a_banner_is_furniture_even_on_one_page(banner: str) -> None:
    """Classification at the edge of the paper is no text."""
    sheets = _sheets(2)
    sheets[1].at(270, 30, banner, size=9)

    assert set() == _left(sheets)


def test_a_head_of_a_chapter_is_furniture_in_the_place_of_the_others() -> None:
    """The same place and type with another text on one page."""
    sheets = _sheets(9)
    for sheet in sheets[:8]:
        sheet.at(72, 40, "Part one", size=8)
    sheets[8].at(72, 40, "Part two: the family", size=8)

    assert set() == _left(sheets)


def test_a_repeated_line_in_mid_page_stays() -> None:
    """Answers and labels come again at the same height without being furniture."""
    sheets = _sheets(5)
    for sheet in sheets:
        sheet.y = 400
        sheet.lines("No further action was taken.")
        sheet.text(PROSE.replace("each", "every"))

    assert {"No further action was taken.", PROSE.replace("each", "every")} == _left(sheets)


def test_a_counted_part_at_the_top_of_each_page_stays() -> None:
    """Recommendation 1, 2, 3 … are not running heads."""
    sheets = [Sheet() for _ in range(4)]
    for number, sheet in enumerate(sheets, start=1):
        sheet.lines(f"Recommendation {number}")
        for text in sorted(_body(number)):
            sheet.text(text)

    assert {f"Recommendation {number}" for number in range(1, 5)} == _left(sheets)


def test_a_watermark_of_huge_type_is_furniture() -> None:
    """Upright, behind the text, in the same place on each page."""
    sheets = _sheets(3)
    for sheet in sheets:
        sheet.at(150, 500, "DRAFT", size=90)

    assert set() == _left(sheets)


def test_the_head_of_a_table_that_goes_on_is_left_out_once_printed() -> None:
    """A head row is kept where the table begins and named as furniture where it is printed again."""
    sheets = [Sheet(), Sheet()]
    for number, sheet in enumerate(sheets):
        sheet.y = 90
        body = [
            [f"{day} May 2015", "A home visit\nwas made"] for day in range(1 + 9 * number, 10 + 9 * number)
        ]
        sheet.table([["Date", "Event"], *body], [100, 300])

    flow = flow_of(*sheets)

    assert 19 == len(rows(flow))
    assert [(2, "Date | Event")] == list(flow.furniture)
    assert {("Date", "Event")} == {cells.heads for cells in flow.tables.values()}
