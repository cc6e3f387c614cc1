"""Tables, ruled or bare, give a passage a row; frames and layouts are read as text."""

from tests.ingest.structure.sheets import OTHER, PROSE, Sheet, flow_of, headings, rows, texts
from wsr.ingest.pages import Fill


def test_a_ruled_table_gives_a_passage_for_each_row() -> None:
    """Cells are joined by bars, their lines by spaces; the first row names the columns of the others."""
    sheet = Sheet()
    sheet.text(PROSE)
    sheet.table(
        [["Date", "Event"], ["May 2015", "Referral to the\ncommunity team"], ["June 2015", "Closed"]],
        [100, 300],
    )

    flow = flow_of(sheet)
    names = list(flow.tables)

    assert ["Date | Event", "May 2015 | Referral to the community team", "June 2015 | Closed"] == rows(flow)
    assert [("Date", "Event")] * 3 == [flow.tables[name].heads for name in names]
    assert [True, False, False] == [flow.tables[name].is_head for name in names]


def test_an_empty_cell_keeps_its_place() -> None:
    """The bars tell the columns, also where a cell has no words."""
    sheet = Sheet()
    sheet.table([["No.", "Action", "Date"], ["1", "", "June"], ["2", "Audit", ""]], [60, 200, 100])

    flow = flow_of(sheet)

    assert ["No. | Action | Date", "1 | | June", "2 | Audit |"] == rows(flow)
    assert ("2", "Audit", "") == list(flow.tables.values())[2].cells


def test_a_row_that_crosses_a_page_turn_is_one_passage() -> None:
    """An empty first cell, or a sentence that runs on, is the rest of the row before; it has two boxes."""
    first, second = Sheet(), Sheet()
    first.y = 650
    first.table([["Date", "Event"], ["May", "The visitor came and\nfound that the"]], [100, 300])
    second.table([["", "child was asleep."], ["June", "Closed"]], [100, 300], bold_head=False)

    flow = flow_of(first, second)
    whole = flow.passages[1]

    assert [
        "Date | Event",
        "May | The visitor came and found that the child was asleep.",
        "June | Closed",
    ] == rows(flow)
    assert [1, 2] == [box.page for box in whole.boxes]
    assert {("Date", "Event")} == {cells.heads for cells in flow.tables.values()}


def test_a_frame_around_a_page_is_read_as_text() -> None:
    """A ruled box around paragraphs, headings and all, is no table."""
    sheet = Sheet()
    sheet.lines("Introduction", size=16, bold=True)
    sheet.text(PROSE)
    sheet.text(OTHER)
    sheet.frame(60, 70, 535, 770)

    flow = flow_of(sheet)

    assert [PROSE, OTHER] == texts(flow)
    assert ["Introduction"] == headings(flow)


def test_a_table_within_a_frame_stands_between_its_paragraphs() -> None:
    """What a box holds is read in its order."""
    sheet = Sheet()
    sheet.text(PROSE)
    sheet.left += 20
    sheet.table([["Name", "Age"], ["Sibling 1", "9"], ["Sibling 2", "2"]], [100, 100])
    sheet.left -= 20
    sheet.y += 20
    sheet.text(OTHER)
    sheet.frame(60, 70, 535, 770)

    assert [PROSE, "Name | Age", "Sibling 1 | 9", "Sibling 2 | 2", OTHER] == texts(flow_of(sheet))


def test_a_page_laid_out_in_two_columns_of_cells_is_read_as_text() -> None:
    """Cells with whole pieces of text, numbered at the side, are no rows, whatever a page turn cuts."""
    long = "\n".join(
        [*(f"The {word} meeting was held in the hall of the school and" for word in "abcdefghijkl"), "ended."]
    )
    sheet = Sheet()
    sheet.table([["1", long], ["2", long.replace("hall", "office")]], [30, 420], bold_head=False)

    flow = flow_of(sheet)

    assert [] == rows(flow)
    assert 2 == len(flow.passages)


def test_cards_with_headings_of_their_own_are_read_one_after_the_other() -> None:
    """A briefing on one page is drawn as a table and is none."""
    sheet = Sheet()
    cells = [
        ["**Background**\nShe was eight.", "**What helped**\nThe school rang."],
        ["**Learning**\nAsk again.", "**More**\nSee the report."],
    ]
    sheet.table(cells, [220, 220], bold_head=False)

    flow = flow_of(sheet)

    assert ["Background", "What helped", "Learning", "More"] == headings(flow)
    assert ["She was eight.", "The school rang.", "Ask again.", "See the report."] == texts(flow)


def test_short_texts_in_columns_without_lines_are_a_table() -> None:
    """At least three rows that line up; a meaning over two lines stays in its cell."""
    sheet = Sheet()
    for short, long in (
        ("CPN", "Community psychiatric nurse"),
        ("MARAC", "Multi-agency risk assessment conference, where\nmeans of safety are agreed"),
        ("PPN", "Public protection notification"),
    ):
        sheet.at(72, sheet.y, short)
        for line in long.split("\n"):
            sheet.at(180, sheet.y, line)
            sheet.y += 14
        sheet.y += 8

    assert [
        "CPN | Community psychiatric nurse",
        "MARAC | Multi-agency risk assessment conference, where means of safety are agreed",
        "PPN | Public protection notification",
    ] == rows(flow_of(sheet))


def test_numbers_before_paragraphs_are_no_column() -> None:
    """A hanging number lines up too, and makes no table."""
    sheet = Sheet()
    for number in range(1, 5):
        sheet.text(PROSE, mark=f"{number}.", hang=36)

    assert [] == rows(flow_of(sheet))


def test_rows_between_shaded_ones_belong_to_the_table() -> None:
    """A table drawn with stripes has fills behind every other row only."""
    sheet = Sheet()
    for number, row in enumerate((("Name", "Role"), ("Ann", "Chair"), ("Bob", "Author"), ("Cat", "Member"))):
        y = 100 + 16 * number
        if number % 2 == 0:
            sheet.fills += [Fill(70, y - 12, 200, y + 4), Fill(200, y - 12, 330, y + 4)]
        sheet.at(74, y, row[0], bold=number == 0)
        sheet.at(204, y, row[1], bold=number == 0)

    assert ["Name | Role", "Ann | Chair", "Bob | Author", "Cat | Member"] == rows(flow_of(sheet))


def test_lines_through_words_are_a_drawing() -> None:
    """A chart's lines do not cut words into cells."""
    sheet = Sheet()
    sheet.text(PROSE)
    sheet.frame(150, 70, 250, 135)
    sheet.frame(250, 70, 350, 135)

    assert [PROSE] == texts(flow_of(sheet))
