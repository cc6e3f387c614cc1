"""Rows of page numbers."""

import pytest

from wsr.domain.kinds import Language
from wsr.errors import PageNotFound
from wsr.web.paging import paging, shown_numbers
from wsr.web.wording import wording

ENGLISH = wording(Language.EN)


@pytest.mark.parametrize(
    ("page", "pages", "expected"),
    [
        (1, 1, [1]),
        (1, 3, [1, 2, 3]),
        (1, 9, [1, 2, None, 9]),
        (5, 9, [1, None, 4, 5, 6, None, 9]),
        (4, 9, [1, 2, 3, 4, 5, None, 9]),
        (9, 9, [1, None, 8, 9]),
    ],
)
def test_the_current_page_its_neighbours_and_both_ends_are_shown(
    page: int, pages: int, expected: list[int | None]
) -> None:
    """A gap stands for two pages or more; a single one is shown itself."""
    assert expected == shown_numbers(page, pages)


def test_every_page_of_a_result_can_be_reached_to_the_end() -> None:
    """From each page the next one is linked, and the last has none."""
    seen = [1]
    while (row := paging(ENGLISH, seen[-1], 20, 205, str)).next:
        seen.append(int(row.next))

    assert list(range(1, 12)) == seen
    assert (201, 205) == (row.first, row.last)


def test_an_empty_result_is_one_page_without_links() -> None:
    """Nothing to turn, and nothing counted."""
    row = paging(ENGLISH, 1, 20, 0, str)

    assert ((), None, None, 0, 0) == (row.links, row.previous, row.next, row.first, row.last)
    assert [] == row.part([])


def test_the_pages_of_a_list_are_the_list() -> None:
    """Each item once, in order."""
    items = list(range(45))

    assert items == [
        item for page in (1, 2, 3) for item in paging(ENGLISH, page, 20, len(items), str).part(items)
    ]


def test_a_page_past_the_end_is_not_found() -> None:
    """The sentence says how many pages there are."""
    with pytest.raises(PageNotFound, match="has 2 pages; there is no page 3"):
        paging(ENGLISH, 3, 20, 40, str)
