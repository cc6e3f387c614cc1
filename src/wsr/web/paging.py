"""The pages of a long list: which numbers are shown, and where they lead."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from wsr.errors import Message, PageNotFound
from wsr.web.wording import Wording

Item = TypeVar("Item")


@dataclass(frozen=True)
class PageLink:
    """One number in a row of pages; a gap when it has no number."""

    number: int | None
    url: str
    label: str
    current: bool


GAP = PageLink(number=None, url="", label="", current=False)


@dataclass(frozen=True)
class Paging:
    """The row of pages below a list; `first` and `last` are the numbers of the items on this page."""

    links: tuple[PageLink, ...]
    previous: str | None
    next: str | None
    first: int
    last: int
    page: int
    pages: int

    def part(self, items: Sequence[Item]) -> Sequence[Item]:
        """Of the whole list what is on this page."""
        return items[max(self.first - 1, 0) : self.last]


def paging(wording: Wording, page: int, per_page: int, total: int, url_of: Callable[[int], str]) -> Paging:
    """The row of pages: the first, the last, the current one and its neighbours, with gaps between."""
    pages = max(1, -(-total // per_page))
    require_page(page, pages)
    links = (
        PageLink(
            number, url_of(number), wording.gettext("Page %(number)s") % {"number": number}, number == page
        )
        if number
        else GAP
        for number in shown_numbers(page, pages)
    )
    return Paging(
        links=tuple(links) if pages > 1 else (),
        previous=url_of(page - 1) if page > 1 else None,
        next=url_of(page + 1) if page < pages else None,
        first=(page - 1) * per_page + 1 if total else 0,
        last=min(page * per_page, total),
        page=page,
        pages=pages,
    )


def require_page(page: int, pages: int) -> None:
    """Nothing when the list has that page. Raises PageNotFound, which says how many it has."""
    if page > max(1, pages):
        raise PageNotFound(
            Message(
                "The list has %(pages)s pages; there is no page %(page)s.", pages=max(1, pages), page=page
            )
        )


def shown_numbers(page: int, pages: int) -> list[int | None]:
    """The numbers to show, in order, with None for a gap: 1 … 4 5 6 … 20."""
    shown: list[int | None] = []
    last = 0
    for number in sorted({1, page - 1, page, page + 1, pages} & set(range(1, pages + 1))):
        if number - last == 2:
            shown.append(last + 1)
        elif number - last > 2:
            shown.append(None)
        shown.append(number)
        last = number
    return shown
