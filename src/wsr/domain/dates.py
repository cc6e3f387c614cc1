"""Dates of day, month or year precision, as reviews print them."""

import calendar
import datetime
import re
from functools import total_ordering
from typing import Any, Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

_ISO = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


@total_ordering
class PartialDate:
    """A date known to the day, the month or the year: "2016-05-17", "2016-05" or "2016"."""

    __slots__ = ("day", "month", "year")

    def __init__(self, year: int, month: int | None = None, day: int | None = None) -> None:
        if day is not None and month is None:
            raise ValueError("A day needs its month.")
        datetime.date(year, month or 1, day or 1)
        self.year = year
        self.month = month
        self.day = day

    @classmethod
    def parse(cls, text: str) -> Self:
        """The date written as ISO 8601, whole or cut after year or month. Raises ValueError for others."""
        match = _ISO.fullmatch(text)
        if not match:
            raise ValueError(f"{text!r} is not a date: write 2016, 2016-05 or 2016-05-17.")
        return cls(*(int(part) for part in match.groups() if part))

    @property
    def earliest(self) -> datetime.date:
        """The first day that this date may mean."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> datetime.date:
        """The last day that this date may mean; limits on dates compare this one."""
        month = self.month or 12
        return datetime.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        parts = [f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part)]
        return "-".join(parts)

    def __repr__(self) -> str:
        return f"PartialDate({str(self)!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PartialDate) and str(self) == str(other)

    def __lt__(self, other: "PartialDate") -> bool:
        return (self.latest, str(self)) < (other.latest, str(other))

    def __hash__(self) -> int:
        return hash(str(self))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Records read it from its text and write it as text."""
        from_text = core_schema.no_info_after_validator_function(cls.parse, core_schema.str_schema())
        return core_schema.json_or_python_schema(
            json_schema=from_text,
            python_schema=core_schema.union_schema([core_schema.is_instance_schema(cls), from_text]),
            serialization=core_schema.plain_serializer_function_ser_schema(
                str, return_schema=core_schema.str_schema()
            ),
        )
