"""Dates as people write them, no more exact than they are known."""

from wsr.domain.dates import PartialDate
from wsr.web.labels import MONTHS
from wsr.web.wording import Wording


def written_date(wording: Wording, date: PartialDate) -> str:
    """“17 May 2016”, “May 2016” or “2016”, as exact as the date is known."""
    if date.month is None:
        return str(date.year)
    month = wording.gettext(MONTHS[date.month - 1])
    return f"{month} {date.year}" if date.day is None else f"{date.day} {month} {date.year}"
