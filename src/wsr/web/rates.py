"""The tables of what a term list found: by term, by type and by year."""

from collections.abc import Callable

from wsr.domain.method import GroupCounts, Method
from wsr.domain.parts import Grid
from wsr.web import labels
from wsr.web.wording import Wording, say


def term_grid(wording: Wording, method: Method, address_of: Callable[[str], str] | None = None) -> Grid:
    """Each term with what it found and what it added, in the order of the list, zeros too."""
    _ = wording.gettext
    return Grid(
        caption=_("What each term found"),
        heads=(
            _("Term"), _("Hits"), _("Extracts"), _("Reviews"), _("New extracts"),
            _("New reviews"), _("Wholly found by"),
        ),
        rows=tuple(
            (
                each.term,
                f"{each.found.hits:,}",
                f"{each.found.extracts:,}",
                f"{each.found.reviews:,}",
                f"{each.new_extracts:,}",
                f"{each.new_reviews:,}",
                ", ".join(each.within),
            )
            for each in method.counts.terms
        ),
        links=tuple(address_of(each.term) for each in method.counts.terms) if address_of else (),
    )  # fmt: skip


def type_grid(wording: Wording, method: Method) -> Grid:
    """What the list found in the reviews of each type."""
    return _grid(
        wording,
        wording.gettext("What was found, by type of review"),
        wording.gettext("Type of review"),
        method.counts.by_type,
        _type,
    )


def year_grid(wording: Wording, method: Method) -> Grid:
    """What the list found in the reviews of each year."""
    return _grid(
        wording,
        wording.gettext("What was found, by year"),
        wording.gettext("Year"),
        method.counts.by_year,
        _year,
    )


def terms_by_type(wording: Wording, method: Method) -> Grid:
    """The rate of each term in each type."""
    caption = wording.gettext("Extracts for each review held, by term and type")
    return _matrix(wording, caption, method, method.counts.by_type, lambda wording, value: value)


def terms_by_year(wording: Wording, method: Method) -> Grid:
    """The rate of each term in each year."""
    caption = wording.gettext("Extracts for each review held, by term and year")
    return _matrix(wording, caption, method, method.counts.by_year, _year)


def rate(value: float | None) -> str:
    """“0.25”; a dash where no review is held."""
    return "–" if value is None else f"{value:.2f}"


def _grid(
    wording: Wording,
    caption: str,
    head: str,
    groups: tuple[GroupCounts, ...],
    name: Callable[[Wording, str], str],
) -> Grid:
    _ = wording.gettext
    return Grid(
        caption=caption,
        heads=(head, _("Reviews held"), _("Hits"), _("Extracts"), _("Reviews with any"), _("Extracts for each review held")),
        rows=tuple(
            (
                name(wording, group.value),
                f"{group.held:,}",
                f"{group.found.hits:,}",
                f"{group.found.extracts:,}",
                f"{group.found.reviews:,}",
                rate(group.rate(group.found.extracts)),
            )
            for group in groups
        ),
    )  # fmt: skip


def _matrix(
    wording: Wording,
    caption: str,
    method: Method,
    groups: tuple[GroupCounts, ...],
    name: Callable[[Wording, str], str],
) -> Grid:
    return Grid(
        caption=caption,
        heads=(wording.gettext("Term"), *(name(wording, group.value) for group in groups)),
        rows=tuple(
            (each.term, *(rate(group.rate(group.terms[each.term].extracts)) for group in groups))
            for each in method.counts.terms
        ),
    )


def _type(wording: Wording, value: str) -> str:
    return say(wording, labels.REVIEW_TYPES, value)


def _year(wording: Wording, value: str) -> str:
    return value or wording.gettext("Not dated")
