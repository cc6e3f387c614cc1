"""Dates written in English or Welsh prose, of day, month or year precision."""

import re
from typing import NamedTuple

from wsr.domain.dates import PartialDate

_MONTHS = (
    ("january", "jan", "ionawr"),
    ("february", "feb", "chwefror", "chwef"),
    ("march", "mar", "mawrth", "fawrth"),
    ("april", "apr", "ebrill"),
    ("may", "mai", "fai"),
    ("june", "jun", "mehefin", "fehefin"),
    ("july", "jul", "gorffennaf", "orffennaf"),
    ("august", "aug", "awst"),
    ("september", "sept", "sep", "medi", "fedi"),
    ("october", "oct", "hydref"),
    ("november", "nov", "tachwedd", "dachwedd"),
    ("december", "dec", "rhagfyr", "ragfyr"),
)
"""Names of the months: English with its short forms, Welsh with its mutations."""

_NUMBER_OF_MONTH = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names}
_MONTH = "(?:" + "|".join(sorted(_NUMBER_OF_MONTH, key=len, reverse=True)) + r")\b\.?"
_ORDINAL = r"(?:\s?(?:st|nd|rd|th|af|ail|ydd|fed|ed|eg|ain))?"
_YEAR = r"(?:19|20)\d{2}"
_PRINTED = re.compile(
    rf"(?<![\w/.-])(?:"
    rf"(?P<d1>\d{{1,2}}){_ORDINAL}\s+(?:of\s+|o\s+)?(?:fis\s+)?(?P<m1>{_MONTH}),?\s+(?P<y1>{_YEAR})"
    rf"|(?P<m2>{_MONTH})\s+(?P<d2>\d{{1,2}}){_ORDINAL},?\s+(?P<y2>{_YEAR})"
    rf"|(?P<m3>{_MONTH}),?\s+(?P<y3>{_YEAR})"
    rf"|(?P<d4>\d{{1,2}})(?P<sep>\s?[./-]\s?)(?P<m4>\d{{1,2}})(?P=sep)(?P<y4>{_YEAR}|\d{{2}})"
    rf"|(?P<y5>{_YEAR})-(?P<m5>\d{{2}})-(?P<d5>\d{{2}})"
    rf")(?![\w/-]|\.\d)",
    re.IGNORECASE,
)
_YEAR_ALONE = re.compile(rf"(?<![\w/.-]){_YEAR}(?![\w/-]|\.\d)")
_CENTURY_TURNS = 50
"""Two-digit years from here on belong to the twentieth century."""


class FoundDate(NamedTuple):
    """A date in a text with its half-open offsets."""

    start: int
    end: int
    date: PartialDate


def find_dates(text: str, *, years: bool = False) -> list[FoundDate]:
    """
    The dates in a text, in the order printed; empty if there is none.

    Takes "14th May 2018", "May 14, 2018", "August 2021", "23.06.2014", "07.09.18" (day first), "2018-05-14"
    and Welsh "14 o Fai 2018"; impossible dates are passed over. With *years*, years alone count as dates.
    """
    found = []
    for match in _PRINTED.finditer(text):
        date = _date_of(match)
        if date is not None:
            found.append(FoundDate(match.start(), match.end(), date))
    if years:
        taken = [(one.start, one.end) for one in found]
        found += [
            FoundDate(match.start(), match.end(), PartialDate(int(match[0])))
            for match in _YEAR_ALONE.finditer(text)
            if not any(start <= match.start() < end for start, end in taken)
        ]
    return sorted(found)


def _date_of(match: re.Match[str]) -> PartialDate | None:
    parts = match.groupdict()
    day = next((parts[name] for name in ("d1", "d2", "d4", "d5") if parts[name]), None)
    month = next(parts[name] for name in ("m1", "m2", "m3", "m4", "m5") if parts[name])
    year = next(parts[name] for name in ("y1", "y2", "y3", "y4", "y5") if parts[name])
    try:
        return PartialDate(_year(year), _month(month), int(day) if day else None)
    except ValueError:
        return None


def _month(printed: str) -> int:
    return int(printed) if printed.isdigit() else _NUMBER_OF_MONTH[printed.rstrip(".").lower()]


def _year(printed: str) -> int:
    if len(printed) == 4:
        return int(printed)
    return int(printed) + (1900 if int(printed) >= _CENTURY_TURNS else 2000)
