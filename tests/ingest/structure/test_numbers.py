"""Numbers and bullets before paragraphs and list items, and what only looks like them."""

import pytest

from tests.ingest.structure.sheets import OTHER, PROSE, Sheet, flow_of, texts
from wsr.domain.kinds import PassageKind
from wsr.ingest.flow import Flow


def _numbers(flow: Flow) -> list[str | None]:
    return [passage.number for passage in flow.passages]


@pytest.mark.parametrize(
    "printed",
    [
        ["1.1", "1.2", "1.3", "2.1", "2.2"],
        ["1.", "2.", "3.", "4.", "5."],
        ["96", "97", "98", "99", "100"],
        ["2.1.1", "2.1.2", "2.2.1", "3.1.1", "3.1.2"],
        ["1.1.", "1.2.", "1.3.", "1.4.", "1.5."],
        ["6-1", "6-2", "6-3", "6-4", "6-5"],
        ["(a)", "(b)", "(c)", "(d)", "(e)"],
        ["(i)", "(ii)", "(iii)", "(iv)", "(v)"],
    ],
    ids=lambda printed: printed[0],
)
def test_numbers_of_every_form(printed: list[str]) -> None:
    """A series that counts on is believed; each number is kept as printed, without its closing dot."""
    sheet = Sheet()
    if printed[0] == "96":
        for count in range(1, 96):
            sheet.lines(f"{count} was said at a meeting of the team in the course of the spring.")
    for number in printed:
        sheet.text(PROSE, mark=number, hang=36)

    flow = flow_of(sheet)

    assert [number.rstrip(".") for number in printed] == _numbers(flow)[-5:]
    assert [PROSE] * 5 == texts(flow)[-5:]


def test_years_and_amounts_at_the_start_of_a_line_are_no_numbers() -> None:
    """A number that does not follow the one before it counts nothing."""
    sheet = Sheet()
    sheet.lines(
        "The review looked at the years from the birth of the child in the spring of",
        "2011. In the whole of that time the family was visited by the team more than ten or",
        "47 times. Most of the visits were made in the two months that began on the Monday,",
        "3 May, and the visits came to an end.",
    )
    sheet.text(OTHER)

    assert [None, None] == _numbers(flow_of(sheet))


def test_numbers_glued_to_their_text_are_found() -> None:
    """Conversion loses the space after a number."""
    sheet = Sheet()
    for number in ("1.1", "1.2", "1.3"):
        sheet.text(number + PROSE)

    flow = flow_of(sheet)

    assert ["1.1", "1.2", "1.3"] == _numbers(flow)
    assert [PROSE] * 3 == texts(flow)


def test_a_list_within_numbered_paragraphs_counts_for_itself() -> None:
    """The paragraphs go on after the list, which begins at one again."""
    sheet = Sheet()
    sheet.text(PROSE, mark="1.1", hang=30)
    for number in ("1.", "2."):
        sheet.text("what was known to the agency at the time;", mark=number, hang=20, x=110)
    for number in range(2, 14):
        sheet.text(PROSE, mark=f"1.{number}", hang=30)

    flow = flow_of(sheet)

    assert ["1.1", "1", "2", "1.2", "1.3"] == _numbers(flow)[:5]
    assert [PassageKind.LIST_ITEM] * 2 == [passage.kind for passage in flow.passages[1:3]]
    assert {PassageKind.PARAGRAPH} == {passage.kind for passage in (*flow.passages[:1], *flow.passages[3:])}


@pytest.mark.parametrize("bullet", ["•", "\uf0b7", "\uf0a7", "\uf06e", "▪", "◼", "–", "➢", "*", "\x83", "o"])
def test_bullets_of_every_kind(bullet: str) -> None:
    """Any private-use or single odd glyph with a gap after it is a bullet; each item is a passage."""
    items = ["what was known to each agency;", "whether it was shared; and", PROSE]
    sheet = Sheet()
    sheet.text("The panel asked:")
    for item in items:
        sheet.text(item, mark=bullet, hang=18, x=90)

    flow = flow_of(sheet)

    assert items == texts(flow)[1:]
    assert {PassageKind.LIST_ITEM} == {passage.kind for passage in flow.passages[1:]}
    assert {passage.id for passage in flow.passages[1:]} == flow.bullets


def test_a_dash_in_a_sentence_is_no_bullet() -> None:
    """A line may begin with the dash of its sentence."""
    sheet = Sheet()
    sheet.lines(
        "The visits of the nurse to the house of the grandmother were kept up for a long time",
        "– for more than a year – and were valued.",
    )

    assert 1 == len(flow_of(sheet).passages)
