"""Dates keep the precision that was printed."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from wsr.domain.dates import PartialDate


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31)), st.sampled_from([4, 7, 10]))
def test_a_date_reads_back_as_written(day: datetime.date, length: int) -> None:
    """Year, month and day precision survive text and JSON, and the day lies between earliest and latest."""
    written = day.isoformat()[:length]
    adapter = TypeAdapter(PartialDate)

    read = PartialDate.parse(written)

    assert written == str(read)
    assert read == adapter.validate_json(adapter.dump_json(read))
    assert read.earliest <= day <= read.latest


@pytest.mark.parametrize(
    "text", ["", "16", "2016-5", "2016-13", "2016-02-30", "2016-05-17T00:00", "17.05.2016"]
)
def test_what_is_not_a_date_is_refused(text: str) -> None:
    """Only ISO 8601 dates, whole or cut, are dates."""
    with pytest.raises(ValueError):
        PartialDate.parse(text)


def test_the_latest_day_of_a_month_knows_leap_years() -> None:
    """A month ends on its own last day."""
    assert datetime.date(2024, 2, 29) == PartialDate.parse("2024-02").latest


def test_dates_order_by_the_latest_day_that_they_may_mean() -> None:
    """A year comes after its months, which come after their days."""
    dates = [PartialDate.parse(text) for text in ("2017", "2016", "2016-05", "2016-05-17", "2016-06")]

    assert [str(date) for date in sorted(dates)] == ["2016-05-17", "2016-05", "2016-06", "2016", "2017"]
