"""The kinds of values in a project, each with its pattern and what is said of one that is not like it."""

import re
from typing import NamedTuple

_DAY = r"-?\d{4,}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
_ZONE = r"(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?"
_GUID = r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"


class Kind(NamedTuple):
    """One kind of value."""

    pattern: re.Pattern[str]
    reason: str
    like: str
    """How one is written."""

    def fits(self, value: str) -> bool:
        """Whether a value is of this kind; blanks around it do not matter, as in XML."""
        return self.pattern.fullmatch(value.strip(" \t\r\n")) is not None


KINDS = {
    "text": Kind(re.compile(r".*", re.DOTALL), "bad_value", "any text"),
    "guid": Kind(
        re.compile(rf"{_GUID}|\{{{_GUID}\}}"),
        "bad_guid",
        "hexadecimal digits in groups of 8, 4, 4, 4 and 12",
    ),
    "rgb": Kind(re.compile(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})"), "bad_colour", "#0072b2 or #07b"),
    "boolean": Kind(re.compile(r"true|false|0|1"), "bad_value", "true or false"),
    "number": Kind(re.compile(r"[+-]?\d+"), "bad_number", "a whole number"),
    "decimal": Kind(re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)"), "bad_number", "a number such as 2.5"),
    "date": Kind(re.compile(_DAY + _ZONE), "bad_date", "2026-05-04"),
    "moment": Kind(
        re.compile(rf"{_DAY}T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?|24:00:00(?:\.0+)?){_ZONE}"),
        "bad_date",
        "2026-05-04T12:00:00Z",
    ),
    "variable": Kind(
        re.compile(r"Text|Boolean|Integer|Float|Date|DateTime"),
        "bad_value",
        "Text, Boolean, Integer, Float, Date or DateTime",
    ),
    "direction": Kind(
        re.compile(r"Associative|OneWay|Bidirectional"),
        "bad_value",
        "Associative, OneWay or Bidirectional",
    ),
    "shape": Kind(
        re.compile(
            r"Person|Oval|Rectangle|RoundedRectangle|Star|LeftTriangle|RightTriangle|UpTriangle|DownTriangle|Note"
        ),
        "bad_value",
        "Oval, Rectangle or another shape of the standard",
    ),
    "line": Kind(re.compile(r"dotted|dashed|solid"), "bad_value", "dotted, dashed or solid"),
}
"""By the name that the tables of `wsr.exchange.check.grammar` use."""
