"""Rows of tables, cell by cell."""

import pytest

from wsr.web.tables import cell_ranges, is_head, spans_within


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("Date | Event | Agency", ["Date", "Event", "Agency"]),
        ("May 2013 |  | Police", ["May 2013", "", "Police"]),
        ("May 2013 | | Police", ["May 2013", "", "Police"]),
        (" | Police", ["", "Police"]),
        ("One cell", ["One cell"]),
        ("", [""]),
    ],
)
def test_a_row_is_cut_into_its_cells(text: str, cells: list[str]) -> None:
    """Empty cells keep their column."""
    assert cells == [text[start:end] for start, end in cell_ranges(text)]


def test_a_match_is_marked_in_the_cell_that_holds_it() -> None:
    """A span that runs over the border of a cell is cut there."""
    assert [(0, 4)] == spans_within([(5, 12)], 8, 20)
    assert [] == spans_within([(0, 4)], 8, 20)
    assert [(2, 6)] == spans_within([(10, 14)], 8, 20)


def test_a_row_of_short_words_heads_its_columns() -> None:
    """It is the first, with words in every cell."""
    assert is_head([["Date", "Event", "Source"], ["12.3.2014", "Referral made.", "School"]])


@pytest.mark.parametrize(
    "rows",
    [
        [["Date", "Event"]],
        [["March 2014", "Referral"], ["May 2014", "Visit"]],
        [["Date", ""], ["May", "Visit"]],
        [["The review found much to praise.", "Event"], ["May", "Visit"]],
        [["Note"], ["Visit"]],
        [["Name", "Role"], ["A", "B", "C"]],
        [["x" * 61, "Role"], ["A", "B"]],
    ],
)
def test_a_row_that_may_be_data_is_left_as_data(rows: list[list[str]]) -> None:
    """One row, dates, gaps, sentences, one column, fewer cells than others, long text: no head."""
    assert not is_head(rows)
