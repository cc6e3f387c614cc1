"""From pages of words to sections and whole passages."""

from tests.ingest.structure.sheets import PROSE, Sheet, flow_of, headings, texts
from wsr.domain.kinds import PassageKind, SectionKind


def test_a_heading_opens_a_section_with_its_paragraphs() -> None:
    """Larger bold type above text is a heading; the text below it belongs to its section."""
    sheet = Sheet()
    sheet.lines("Introduction", size=16, bold=True)
    sheet.text(PROSE)

    flow = flow_of(sheet)

    assert ["Introduction"] == headings(flow)
    assert [(PROSE, "s1")] == [(passage.text, passage.section) for passage in flow.passages]
    assert SectionKind.INTRODUCTION == flow.sections[1].kind


def test_a_paragraph_cut_by_a_page_turn_is_one_passage() -> None:
    """A sentence that goes on overleaf is whole, with a box on each page."""
    first, second = Sheet(), Sheet()
    first.lines("Background", size=16, bold=True)
    first.y = 700
    first.lines("The police officer who came to the house that night saw that the child had not been put to")
    second.lines("bed and rang the duty social worker, who came at once.")

    (passage,) = flow_of(first, second).passages

    assert (
        "The police officer who came to the house that night saw that the child had not been put to bed and "
        "rang the duty social worker, who came at once."
    ) == passage.text
    assert (1, 2) == (passage.page_first, passage.page_last)
    assert [1, 2] == [box.page for box in passage.boxes]


def test_running_heads_and_page_numbers_reach_no_passage() -> None:
    """What stands at the edge of every page is furniture, named by page."""
    sheets = []
    for number in (1, 2, 3):
        sheet = Sheet()
        sheet.at(72, 40, "Concise Child Practice Review – Final v5", size=8)
        sheet.at(290, 810, str(number), size=8)
        sheet.text(f"{number} {PROSE}")
        sheets.append(sheet)

    flow = flow_of(*sheets)

    assert not [text for text in texts(flow) if "Final v5" in text]
    assert {(n, "Concise Child Practice Review – Final v5") for n in (1, 2, 3)} <= set(flow.furniture)
    assert {(1, "1"), (2, "2"), (3, "3")} <= set(flow.furniture)


def test_numbered_paragraphs_keep_their_numbers_apart_from_their_text() -> None:
    """Numbers that count on are those of paragraphs; a year at the start of a line is not."""
    sheet = Sheet()
    sheet.text(PROSE, mark="1.1", hang=30)
    sheet.text("She was seen again in May " + "2013 and " * 30 + "later.", mark="1.2", hang=30)
    sheet.text(PROSE, mark="1.3", hang=30)

    flow = flow_of(sheet)

    assert ["1.1", "1.2", "1.3"] == [passage.number for passage in flow.passages]
    assert PROSE == flow.passages[0].text


def test_list_items_with_bullets_are_kept_apart() -> None:
    """A private-use glyph before a hanging text is a bullet; each item is a passage."""
    sheet = Sheet()
    sheet.text("The panel asked:")
    for item in ("what was known to each agency;", "whether it was shared; and", PROSE):
        sheet.text(item, mark="\uf0b7", hang=18, x=90)

    flow = flow_of(sheet)

    assert ["what was known to each agency;", "whether it was shared; and", PROSE] == texts(flow)[1:]
    assert {PassageKind.LIST_ITEM} == {passage.kind for passage in flow.passages[1:]}
    assert {passage.id for passage in flow.passages[1:]} == flow.bullets


def test_a_ruled_table_gives_a_passage_for_each_row() -> None:
    """Cells are joined by bars; the first row names the columns of the others."""
    sheet = Sheet()
    sheet.text(PROSE)
    sheet.table(
        [["Date", "Event"], ["May 2015", "Referral to the\ncommunity team"], ["June 2015", "Closed"]],
        [100, 300],
    )

    flow = flow_of(sheet)
    rows = [passage for passage in flow.passages if passage.kind is PassageKind.TABLE_ROW]

    assert ["Date | Event", "May 2015 | Referral to the community team", "June 2015 | Closed"] == [
        row.text for row in rows
    ]
    assert ("Date", "Event") == flow.tables[rows[1].id].heads
    assert [True, False, False] == [flow.tables[row.id].is_head for row in rows]


def test_a_page_sized_frame_is_read_as_text() -> None:
    """A ruled box around a whole page is no table."""
    sheet = Sheet()
    sheet.text(PROSE)
    sheet.text(PROSE)
    sheet.frame(60, 70, 535, 770)

    assert [PROSE, PROSE] == texts(flow_of(sheet))


def test_two_columns_are_read_one_after_the_other() -> None:
    """Text in two columns is not read across the gutter."""
    sheet = Sheet(right=290)
    sheet.text(PROSE)
    sheet.y, sheet.left, sheet.right = 90, 310, 523
    sheet.text(PROSE.upper().lower().replace("health visitor", "midwife"))

    assert [PROSE, PROSE.lower().replace("health visitor", "midwife")] == texts(flow_of(sheet))


def test_hidden_words_reach_nothing() -> None:
    """A word that a reader cannot see is in no passage, page text or furniture."""
    sheet = Sheet()
    sheet.at(72, 90, "The child was called", bold=False)
    sheet.at(200, 90, "Siân", hidden="covered")

    flow = flow_of(sheet)

    assert "Siân" not in "".join([*texts(flow), *flow.page_texts, *(text for _, text in flow.furniture)])


def test_blank_pages_give_a_flow_without_passages() -> None:
    """Nothing on the pages is no error."""
    flow = flow_of(Sheet(), Sheet())

    assert () == flow.passages
    assert ("", "") == flow.page_texts
