"""Dates as reviews print them, in both languages, become dates of the right precision."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wsr.language.dates import find_dates


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("14th May 2018", "2018-05-14"),
        ("14 May 2018", "2018-05-14"),
        ("the 3rd of March, 2020", "2020-03-03"),
        ("Monday 1 June 2015", "2015-06-01"),
        ("May 14, 2018", "2018-05-14"),
        ("23.06.2014", "2014-06-23"),
        ("07.09.18", "2018-09-07"),
        ("7/9/2018", "2018-09-07"),
        ("01-02-1999", "1999-02-01"),
        ("2018-05-14", "2018-05-14"),
        ("August 2021", "2021-08"),
        ("Sept. 2016", "2016-09"),
        ("14 Chwefror 2017", "2017-02-14"),
        ("8fed o Fai 2019", "2019-05-08"),
        ("ym mis Mawrth 2016", "2016-03"),
        ("ym mis Tachwedd 2014", "2014-11"),
    ],
)
def test_printed_forms_are_read(printed: str, date: str) -> None:
    """Day, month and year, in words or figures, day first."""
    assert [date] == [str(found.date) for found in find_dates(f"It was {printed}.")]


@pytest.mark.parametrize(
    "text",
    [
        "32 May 2018",
        "31.02.2014",
        "section 5.4.2015.1",
        "WG28365",
        "paragraph 1.2.3",
        "in 2018",
    ],
)
def test_what_is_no_date_is_passed_over(text: str) -> None:
    """Impossible dates, paragraph numbers and codes are none; a year alone is one only on request."""
    assert [] == find_dates(text)


def test_years_alone_count_when_asked_for() -> None:
    """A year that is part of a fuller date does not count again."""
    found = find_dates("Died in 2016; the report of May 2018 came out in 2019.", years=True)

    assert ["2016", "2018-05", "2019"] == [str(one.date) for one in found]


@given(
    st.dates(datetime.date(1950, 1, 1), datetime.date(2049, 12, 31)),
    st.sampled_from(["%d %B %Y", "%d.%m.%Y", "%d/%m/%y"]),
)
def test_every_day_is_read_back(day: datetime.date, form: str) -> None:
    """Whatever the day, in words or figures, it is found with its offsets."""
    text = f"on {day.strftime(form)}, that is"
    (found,) = find_dates(text)

    assert (day.isoformat(), day.strftime(form)) == (str(found.date), text[found.start : found.end])
