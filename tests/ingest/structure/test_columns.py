"""Two and three columns are read one after the other; what stands above and below them, before and after."""

from tests.ingest.structure.sheets import OTHER, PROSE, Sheet, flow_of, texts


def _column(sheet: Sheet, left: float, right: float, *paragraphs: str, y: float = 130) -> None:
    sheet.left, sheet.right, sheet.y = left, right, y
    for paragraph in paragraphs:
        sheet.text(paragraph)


def test_two_columns_below_a_line_across() -> None:
    """Text in two columns is not read across the gutter."""
    sheet = Sheet()
    sheet.text("A line above the columns that goes on across the gutter from left to right, as they do.")
    _column(sheet, 72, 285, PROSE, OTHER)
    _column(sheet, 310, 523, OTHER.replace("March", "June"), PROSE.replace("week", "month"))

    assert [
        PROSE, OTHER, OTHER.replace("March", "June"), PROSE.replace("week", "month"),
    ] == texts(flow_of(sheet))[1:]  # fmt: skip


def test_three_columns() -> None:
    """A gutter is looked for again on each side of the first."""
    sheet = Sheet()
    found = [PROSE, OTHER, PROSE.replace("week", "month")]
    for number, text in enumerate(found):
        _column(sheet, 40 + 180 * number, 200 + 180 * number, text)

    assert found == texts(flow_of(sheet))


def test_the_last_column_may_be_shorter() -> None:
    """At the end of a text the left column goes on below the end of the right one."""
    sheet = Sheet()
    _column(sheet, 72, 285, PROSE, OTHER, PROSE.replace("week", "month"))
    _column(sheet, 310, 523, OTHER.replace("March", "June"))

    assert [PROSE, OTHER, PROSE.replace("week", "month"), OTHER.replace("March", "June")] == texts(
        flow_of(sheet)
    )


def test_columns_go_on_overleaf_for_a_few_lines() -> None:
    """Two lines in each column at the top of a page are columns when those of the page before were."""
    first, second = Sheet(), Sheet()
    _column(first, 72, 285, PROSE, OTHER)
    _column(first, 310, 523, PROSE.replace("week", "month"), OTHER.replace("March", "June"))
    _column(second, 72, 285, "Nobody had asked her this before the day of the visit.", y=90)
    _column(second, 310, 523, "She told the reviewers so when they met her at the school.", y=90)

    assert [
        "Nobody had asked her this before the day of the visit.",
        "She told the reviewers so when they met her at the school.",
    ] == texts(flow_of(first, second))[-2:]


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    """A sentence cut by the foot of a column is whole, with a box in each column."""
    sheet = Sheet()
    words = PROSE.split(" ")
    _column(sheet, 72, 285, OTHER, OTHER.replace("March", "June"), " ".join(words[:20]))
    _column(sheet, 310, 523, " ".join(words[20:]), OTHER.replace("April", "May"))

    flow = flow_of(sheet)

    assert PROSE == texts(flow)[2]
    assert [72.0, 310.0] == [box.x0 for box in flow.passages[2].boxes]
