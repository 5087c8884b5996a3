"""Dates as a text writes them: ``12月19日-20日``, ``昨日（27日）``, ``二〇二〇年五月十二日``, ``日前``; never more precise than the text.

:func:`find` reads the mentions of a view in one pass, :func:`resolve` turns one into days, :func:`resolve_all` all of an
article in order. A mention of a time that cannot be known (``日前``, a day of the lunar calendar) is found and resolves to None.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from kg.extract.datewords import RELATIVE_DAYS, patterns, read_number, read_year
from kg.model.dates import PartialDate

Parts = tuple[int | None, int | None, int | None]
"""Year, month and day as far as the text gives them."""
Resolved = tuple[PartialDate, PartialDate | None]
"""The first day, and the last where the mention is of several."""

AHEAD = 3
"""Days that a date without a year may lie after the publication before it is taken for one of the year before."""
_LEAP_CYCLE = 9
"""Years within which every day of the calendar, 29 February too, comes again."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as the text writes it; ``text[start:end]`` is what it was read from.

    ``relative`` is ``yesterday``, ``last_year``, ``same_day`` … (the keys of ``dates.toml``), ``vague`` or ``lunar``. ``use`` says
    what the date is for, where its surroundings do: ``deadline``, ``since``, ``planned`` or ``dateline``. ``rule`` names how it is written.
    """

    start: int
    end: int
    first: Parts
    last: Parts | None
    relative: str | None
    use: str | None
    rule: str

    @property
    def precision(self) -> str:
        """``day``, ``month``, ``year``, or ``none`` where the text gives no time that can be known."""
        if self.relative in RELATIVE_DAYS or self.first[2] is not None:
            return "day"
        if self.first[1] is not None or (self.relative or "").endswith("_month"):
            return "month"
        return "year" if self.first[0] is not None or (self.relative or "").endswith("_year") else "none"


def find(text: str) -> list[DateMention]:
    """Return the dates of a view's text, in order and without overlaps; what no calendar has is left out."""
    rules = patterns()
    mentions: list[DateMention] = []
    for found in rules.master.finditer(text):
        group = found.lastgroup
        if group is None or found.end() == found.start():
            continue
        values = {name: value for name, value in found.groupdict().items() if value is not None}
        read = _read(values, text, found.start(), found.end())
        if read is not None:
            first, last, relative, rule = read
            use = rules.use(text, found.start(), found.end())
            mentions.append(DateMention(found.start(), found.end(), first, last, relative, use, f"dates.{rule}"))
    return mentions


def _read(values: dict[str, str], text: str, start: int, end: int) -> tuple[Parts, Parts | None, str | None, str] | None:
    """Return first, last, relative word and rule of a match, or None where it is no date."""
    rules = patterns()
    none: Parts = (None, None, None)
    if "lost" in values:
        return _lost_month(values["lost"])
    if "vague" in values:
        return none, None, "vague", "vague"
    if "lunar" in values:
        return none, None, "lunar", "lunar"
    if "ny" in values:
        numeric: Parts = (int(values["ny"]), int(values["nm"]), int(values.get("nd") or values["ndd"]))
        return (numeric, None, None, "numeric") if _exists(numeric) else None
    relative = rules.keys.get(values.get("word") or values.get("yearword") or values.get("monthword") or "")
    if "word" in values:
        given: Parts = (None, _number(values, "wm"), _number(values, "wd"))
        return (given, None, relative, "relative") if given == none or _exists(given) else None
    first: Parts = (read_year(values["y1"]) if "y1" in values else None, _number(values, "m1"), _number(values, "d1"))
    last: Parts = (read_year(values["y2"]) if "y2" in values else None, _number(values, "m2", "m3"), _number(values, "d2", "d3"))
    if (first == none and relative is None) or _gap(first, relative):
        return None
    if not rules.stands(values, text, start, end):
        return None
    whole = _inherit(first, last) if last != none else None
    if (first != none and not _exists(first)) or (whole is not None and not _exists(whole)):
        return None
    rule = "range" if whole is not None else "relative" if relative else "calendar"
    return first, whole, relative, rule


def _gap(first: Parts, relative: str | None) -> bool:
    """Whether a year and a day stand without a month between them."""
    dated = first[0] is not None or (relative or "").endswith("_year")
    return dated and first[1] is None and first[2] is not None and not (relative or "").endswith("_month")


def _number(values: dict[str, str], *names: str) -> int | None:
    return next((read_number(values[name]) for name in names if name in values), None)


def _lost_month(digits: str) -> tuple[Parts, None, None, str] | None:
    """Read ``325日下午``, whose ``月`` was lost on the way: only where one reading is possible."""
    readings: list[Parts] = [
        (None, int(digits[:cut]), int(digits[cut:]))
        for cut in (1, 2)
        if digits[0] != "0" and digits[cut] != "0" and _exists((None, int(digits[:cut]), int(digits[cut:])))
    ]
    return (readings[0], None, None, "lost_month") if len(readings) == 1 else None


def _inherit(first: Parts, last: Parts) -> Parts:
    """Return the last day of a range with the year and month that it shares with the first (``12月19日-20日``)."""
    year, month, day = last
    if year is None and (month is None or first[1] is None or month >= first[1]):
        year = first[0]
    elif year is None and first[0] is not None:
        year = first[0] + 1
    return year, month if month is not None or day is None else first[1], day


def _exists(parts: Parts) -> bool:
    """Whether a calendar has such a date."""
    year, month, day = parts
    try:
        datetime.date(2000 if year is None else year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return False
    return True


def resolve(mention: DateMention, published: PartialDate | None, anchor: PartialDate | None = None) -> Resolved | None:
    """Return the first and last day that a mention speaks of, or None where it speaks of none that can be known.

    Args:
        mention: what :func:`find` read.
        published: when the article appeared, as far as known; a dateline without a year is one, too.
        anchor: a date that the text gave before, or its year alone: it stands in for what ``published`` does not say, and
            ``同日`` and ``次日`` count from it.
    """
    if mention.relative in ("vague", "lunar"):
        return None
    planned = mention.use in ("planned", "deadline")
    first = _relative(mention, published, anchor) if mention.relative else _complete(mention.first, published, anchor, planned)
    if first is None:
        return None
    if mention.last is None:
        return first, None
    if mention.first[1] is None and mention.last[1] is not None:  # 28日至3月2日: the first day looks back from the last
        last = _complete(mention.last, published, anchor, planned)
        before = _latest(mention.first, last) if last is not None else None
        return (before, last) if before is not None else None
    return first, _earliest(mention.last, first)


def resolve_all(
    mentions: list[DateMention], published: PartialDate | None, year: int | None = None
) -> list[tuple[DateMention, Resolved | None]]:
    """Resolve the mentions of one article in order: a dateline stands for the publication, and each date may rest on those before.

    Args:
        mentions: all of the article's, in order.
        published: when it appeared, as far as known.
        year: the year that the text itself gives for what it reports (``2012年镇工作会议``), used where ``published`` is silent.
    """
    reported, anchor = published, PartialDate(year) if year is not None else None
    results: list[tuple[DateMention, Resolved | None]] = []
    for mention in mentions:
        told_before = mention.relative in ("same_day", "next_day")
        days = resolve(mention, reported, anchor if told_before or mention.relative is None or reported is None else reported)
        results.append((mention, days))
        if days is None or mention.precision != "day" or mention.use in ("deadline", "planned"):
            continue
        if mention.use == "dateline" and (published is None or published.full is None):
            reported = days[0]
        first = days[0]
        if first.month is not None:
            anchor = first if first.year is not None or year is None else PartialDate(year, first.month, first.day)
    return results


def _relative(mention: DateMention, published: PartialDate | None, anchor: PartialDate | None) -> PartialDate | None:
    key, parts = mention.relative or "", mention.first
    if key in RELATIVE_DAYS:
        if parts != (None, None, None):
            return _complete(parts, published, anchor, planned=False)
        base = anchor if anchor is not None and anchor.day is not None else None if key in ("same_day", "next_day") else published
        return _shift(base, RELATIVE_DAYS[key]) if base is not None else None
    step = {"last": -1, "this": 0, "next": 1}[key.partition("_")[0]]
    base = published if published is not None and published.year is not None else anchor
    if key.endswith("_year"):
        year = base.year + step if base is not None and base.year is not None else None
        return _date((year, parts[1], parts[2]))
    if base is None or base.year is None or base.month is None:
        return _date((None, None, parts[2]))
    months = base.year * 12 + base.month - 1 + step
    return _date((months // 12, months % 12 + 1, parts[2]))


def _shift(base: PartialDate, days: int) -> PartialDate | None:
    """Move a date by some days, as far as that can be done without its year or month."""
    if base.day is None:
        return None
    if not days:
        return base
    if base.month is None:
        return _date((None, None, base.day + days)) if 1 <= base.day + days <= 28 else None
    common, leap = (
        datetime.date(base.year or year, base.month, base.day) + datetime.timedelta(days)
        for year in ((2001, 2000) if (base.month, base.day) != (2, 29) else (2000, 2000))
    )
    if (common.month, common.day) != (leap.month, leap.day):
        return None
    return PartialDate(common.year if base.year else None, common.month, common.day)


def _complete(parts: Parts, published: PartialDate | None, anchor: PartialDate | None, planned: bool) -> PartialDate | None:
    """Add to a date what the publication, or else a date told before, says of its year and month."""
    year, month, day = parts
    if year is not None or (month is None and day is None):
        return _date(parts)
    if published is not None and (published.year is not None or month is None):
        found = _earliest(parts, published, slack=AHEAD) if planned and published.full else _latest(parts, published)
        if found is not None and (month is not None or found.month is not None):
            return found
    if anchor is None:
        return _date(parts)
    if month is None and anchor.month is not None:
        return _date((anchor.year, anchor.month, day)) or _latest(parts, anchor)
    return _date((anchor.year if month is not None else None, month, day)) or _date(parts)


def _latest(parts: Parts, limit: PartialDate) -> PartialDate | None:
    """Return the last such date that is not after ``limit``, as far as that one is known."""
    year, month, day = parts
    if year is not None:
        return _date(parts)
    if month is None:
        return _latest_day(day, limit)
    if limit.year is None:
        return _date(parts)
    slack = datetime.timedelta(AHEAD)
    for back in range(_LEAP_CYCLE):
        found = _date((limit.year - back, month, day))
        if found is None:
            continue
        if limit.full is not None and day is not None:
            if found.full is not None and found.full <= limit.full + slack:
                return found
        elif limit.month is None or month <= limit.month:
            return found
    return None


def _latest_day(day: int | None, limit: PartialDate) -> PartialDate | None:
    """Return the last day of that number that is not after ``limit``."""
    if limit.month is None:
        return _date((None, None, day))
    for back in range(3):
        months = (limit.year or 0) * 12 + limit.month - 1 - back
        found = _date((months // 12 if limit.year is not None else None, months % 12 + 1, day))
        if found is not None and (back or limit.day is None or (day or 0) <= limit.day):
            return found
    return None


def _earliest(parts: Parts, start: PartialDate, slack: int = 0) -> PartialDate | None:
    """Return the first such date that is not before ``start`` (less ``slack`` days), as far as that one is known."""
    year, month, day = parts
    if year is not None or (month is not None and start.year is None):
        return _date(parts)
    if month is not None and start.year is not None:
        for ahead in range(_LEAP_CYCLE):
            found = _date((start.year + ahead, month, day))
            if found is not None and not _before(found, start, slack):
                return found
        return None
    if start.month is None:
        return _date(parts)
    for ahead in range(3):
        months = (start.year or 0) * 12 + start.month - 1 + ahead
        found = _date((months // 12 if start.year is not None else None, months % 12 + 1, day))
        if found is not None and (ahead or start.day is None or (day or 0) >= start.day - slack):
            return found
    return None


def _before(date: PartialDate, start: PartialDate, slack: int) -> bool:
    """Whether a date lies before another of the same year or later, by what is known of both."""
    if date.full is not None and start.full is not None:
        return date.full < start.full - datetime.timedelta(slack)
    return (date.year or 0, date.month or 12) < (start.year or 0, start.month or 1)


def _date(parts: Parts) -> PartialDate | None:
    """Return a date of parts, or None where there are none or no calendar has them."""
    year, month, day = parts
    if (year is None and month is None and day is None) or not _exists(parts) or (year is not None and month is None and day is not None):
        return None
    return PartialDate(year, month, day)
