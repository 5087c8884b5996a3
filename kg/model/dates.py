"""Dates that are no more precise than the text they were read from."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

_ISO = re.compile(r"(?:(\d{4})(?:-(\d\d)(?:-(\d\d))?)?|--(\d\d)(?:-(\d\d))?|---(\d\d))\Z")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date of which only the parts that the text gives are known.

    Raises:
        ValueError: for parts that no calendar has, or a day without its month beside a year.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.year is None and self.month is None and self.day is None:
            raise ValueError("a date without a year, a month or a day")
        if self.year is not None and self.month is None and self.day is not None:
            raise ValueError("a year and a day without a month")
        # 2000 stands in for an unknown year: it is a leap year, so that 02-29 passes.
        datetime.date(self.year or 2000, self.month or 1, self.day or 1)

    def iso(self) -> str:
        """Return the date as XML Schema truncates it: ``2020-05-12``, ``2020-05``, ``--05-12``, ``---24``."""
        if self.year is not None:
            parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)]
            return "-".join(parts)
        if self.month is not None:
            return f"--{self.month:02}" + (f"-{self.day:02}" if self.day is not None else "")
        return f"---{self.day:02}"

    @property
    def full(self) -> datetime.date | None:
        """The calendar day, where year, month and day are all known."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return datetime.date(self.year, self.month, self.day)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read what :meth:`iso` writes.

        Raises:
            ValueError: for anything else.
        """
        found = _ISO.match(text)
        if not found:
            raise ValueError(f"not a date: {text!r}")
        year, month, day, month_only, day_of_month, day_only = (int(part) if part else None for part in found.groups())
        return cls(year, month or month_only, day or day_of_month or day_only)
