"""Calendar arithmetic on dates of which only parts are known: the last before, the first after, some days on."""

from __future__ import annotations

import datetime

from kg.model.dates import PartialDate

Parts = tuple[int | None, int | None, int | None]
"""Year, month and day as far as the text gives them."""

AHEAD = 3
"""Days that a date without a year may lie after the publication before it is taken for one of the year before."""
_LEAP_CYCLE = 9
"""Years within which every day of the calendar, 29 February too, comes again."""


def exists(parts: Parts) -> bool:
    """Whether a calendar has such a date."""
    year, month, day = parts
    try:
        datetime.date(2000 if year is None else year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return False
    return True


def shift(base: PartialDate, days: int) -> PartialDate | None:
    """Move a date by some days, as far as that can be done without its year or month."""
    if base.day is None:
        return None
    if not days:
        return base
    if base.month is None:
        return date((None, None, base.day + days)) if 1 <= base.day + days <= 28 else None
    common, leap = (
        datetime.date(base.year or year, base.month, base.day) + datetime.timedelta(days)
        for year in ((2001, 2000) if (base.month, base.day) != (2, 29) else (2000, 2000))
    )
    if (common.month, common.day) != (leap.month, leap.day):
        return None
    return PartialDate(common.year if base.year else None, common.month, common.day)


def latest(parts: Parts, limit: PartialDate) -> PartialDate | None:
    """Return the last such date that is not after ``limit``, as far as that one is known."""
    year, month, day = parts
    if year is not None:
        return date(parts)
    if month is None:
        return _latest_day(day, limit)
    if limit.year is None:
        return date(parts)
    slack = datetime.timedelta(AHEAD)
    for back in range(_LEAP_CYCLE):
        found = date((limit.year - back, month, day))
        if found is None:
            continue
        if limit.full is not None and day is not None:
            if found.full is not None and found.full <= limit.full + slack:
                return found
        elif back or limit.month is None or month <= limit.month:
            return found
    return None


def _latest_day(day: int | None, limit: PartialDate) -> PartialDate | None:
    """Return the last day of that number that is not after ``limit``."""
    if limit.month is None:
        return date((None, None, day))
    for back in range(3):
        months = (limit.year or 0) * 12 + limit.month - 1 - back
        found = date((months // 12 if limit.year is not None else None, months % 12 + 1, day))
        if found is not None and (back or limit.day is None or (day or 0) <= limit.day):
            return found
    return None


def earliest(parts: Parts, start: PartialDate, slack: int = 0) -> PartialDate | None:
    """Return the first such date that is not before ``start`` (less ``slack`` days), as far as that one is known."""
    year, month, day = parts
    if year is not None or (month is not None and start.year is None):
        return date(parts)
    if month is not None and start.year is not None:
        for ahead in range(_LEAP_CYCLE):
            found = date((start.year + ahead, month, day))
            if found is not None and not _before(found, start, slack):
                return found
        return None
    if start.month is None:
        return date(parts)
    for ahead in range(3):
        months = (start.year or 0) * 12 + start.month - 1 + ahead
        found = date((months // 12 if start.year is not None else None, months % 12 + 1, day))
        if found is not None and (ahead or start.day is None or (day or 0) >= start.day - slack):
            return found
    return None


def _before(day: PartialDate, start: PartialDate, slack: int) -> bool:
    """Whether a date lies before another of the same year or later, by what is known of both."""
    if day.full is not None and start.full is not None:
        return day.full < start.full - datetime.timedelta(slack)
    return (day.year or 0, day.month or 12) < (start.year or 0, start.month or 1)


def date(parts: Parts) -> PartialDate | None:
    """Return a date of parts, or None where there are none or no calendar has them."""
    year, month, day = parts
    nothing, gap = parts == (None, None, None), year is not None and month is None and day is not None
    return None if nothing or gap or not exists(parts) else PartialDate(year, month, day)
