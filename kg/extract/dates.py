"""Dates as a text writes them: ``12月19日-20日``, ``昨日（27日）``, ``二〇二〇年五月十二日``, ``日前``.

:func:`find` reads the mentions of a view in one pass, :func:`resolve` turns one into days, :func:`resolve_all` all of an
article in order; never into days more precise than the text. A mention of a time that cannot be known (``日前``, a day of the
traditional calendar) is found, so that nobody takes it for another, and resolves to None.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from kg.extract.calendar import AHEAD, Parts, date, earliest, exists, latest, shift
from kg.extract.datewords import RELATIVE_DAYS, patterns, read_number, read_year
from kg.model.dates import PartialDate

Resolved = tuple[PartialDate, PartialDate | None]
"""The first day, and the last where the mention is of several."""

REACH = 400
"""Characters over which a date lends its month and year to the next."""
CLAUSE = 30
"""Characters over which a plan goes on to the next date."""
HEAD = 80
"""Characters from the start of the text within which a dateline or masthead is the report's own."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as the text writes it; ``text[start:end]`` is what it was read from.

    ``relative`` is ``yesterday``, ``last_year``, ``same_day`` … (the keys of ``dates.toml``), ``vague`` or ``lunar``. ``use``
    says what the date is for, where its surroundings do: ``deadline``, ``since``, ``planned`` or ``dateline`` (also a masthead).
    ``rule`` names how it is written.
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


def find(text: str, limit: int | None = None) -> list[DateMention]:
    """Return the dates of a view's text, in order and without overlaps; what no calendar has is left out.

    Args:
        text: the view's text.
        limit: where the last date that anybody asks for begins at the latest: what stands behind tells nothing of it.
    """
    rules = patterns()
    mentions: list[DateMention] = []
    end = 0
    for start in rules.starts(text, len(text) if limit is None else limit):
        found = rules.master.match(text, start) if start >= end else None
        if found is None or found.end() == start:
            continue
        end = found.end()
        values = {name: value for name, value in found.groupdict().items() if value is not None}
        read = _read(values, text, start, end)
        if read is not None:
            use = rules.use(text, start, end) or _carried(text, mentions, start)
            mentions.append(DateMention(start, end, read.first, read.last, read.relative, use, f"dates.{read.rule}"))
    return mentions


def _carried(text: str, mentions: list[DateMention], start: int) -> str | None:
    """Return ``planned`` where a date goes on from a planned one: 定于3月5日开幕，3月12日闭幕."""
    planned = bool(mentions) and mentions[-1].use == "planned" and start - mentions[-1].end < CLAUSE
    return "planned" if planned and not patterns().stop.search(text, mentions[-1].end, start) else None


class _Reading(NamedTuple):
    first: Parts
    last: Parts | None
    relative: str | None
    rule: str


_NONE: Parts = (None, None, None)


def _read(values: dict[str, str], text: str, start: int, end: int) -> _Reading | None:
    """Return what the groups of a match say, or None where it is no date."""
    if "vague" in values or "lunar" in values:
        kind = "vague" if "vague" in values else "lunar"
        return _Reading(_NONE, None, kind, kind)
    if "lost" in values:
        return _lost_month(values["lost"])
    if "ny" in values:
        parts: Parts = (int(values["ny"]), int(values["nm"]), int(values.get("nd") or values["ndd"]))
        return _Reading(parts, None, None, "numeric") if exists(parts) else None
    if "word" in values:
        parts = (None, _number(values, "wm"), _number(values, "wd"))
        return _Reading(parts, None, patterns().keys[values["word"]], "relative") if exists(parts) else None
    return _calendar(values, text, end)


def _calendar(values: dict[str, str], text: str, end: int) -> _Reading | None:
    """Read years, months and days, and the ranges of them."""
    rules = patterns()
    relative = rules.keys.get(values.get("yearword") or values.get("monthword") or "")
    first: Parts = (read_year(values["y1"]) if "y1" in values else None, _number(values, "m1"), _number(values, "d1"))
    last: Parts = (
        read_year(values["y2"]) if "y2" in values else None,
        _number(values, "m2" if "m2" in values else "m3"),
        _number(values, "d2" if "d2" in values else "d3"),
    )
    whole = _inherit(first, last) if last != _NONE else None
    if (first == _NONE and relative is None) or _gap(first, relative) or not rules.stands(values, text, end):
        return None
    if not exists(first) or (whole is not None and not exists(whole)):
        return None
    return _Reading(first, whole, relative, "range" if whole is not None else "relative" if relative else "calendar")


def _gap(first: Parts, relative: str | None) -> bool:
    """Whether a year and a day stand without a month between them."""
    dated = first[0] is not None or (relative or "").endswith("_year")
    return dated and first[1] is None and first[2] is not None and not (relative or "").endswith("_month")


def _number(values: dict[str, str], name: str) -> int | None:
    return read_number(values[name]) if name in values else None


def _lost_month(digits: str) -> _Reading | None:
    """Read ``325日下午``, whose ``月`` was lost on the way: only where one reading is possible."""
    readings: list[Parts] = [
        (None, int(digits[:cut]), int(digits[cut:]))
        for cut in (1, 2)
        if digits[0] != "0" and digits[cut] != "0" and exists((None, int(digits[:cut]), int(digits[cut:])))
    ]
    return _Reading(readings[0], None, None, "lost_month") if len(readings) == 1 else None


def _inherit(first: Parts, last: Parts) -> Parts:
    """Return the last day of a range with the year and month that it shares with the first (``12月19日-20日``)."""
    year, month, day = last
    if year is None and (month is None or first[1] is None or month >= first[1]):
        year = first[0]
    elif year is None and first[0] is not None:
        year = first[0] + 1
    return year, month if month is not None or day is None else first[1], day


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
        before = latest(mention.first, last) if last is not None else None
        return (before, last) if before is not None else None
    return first, earliest(mention.last, first)


def resolve_all(
    mentions: list[DateMention], published: PartialDate | None, year: int | None = None
) -> list[tuple[DateMention, Resolved | None]]:
    """Resolve the mentions of one article in order: each may rest on one shortly before it, and on the dateline.

    Args:
        mentions: all of the article's, in order.
        published: when it appeared, as far as known.
        year: the year that the text itself gives for what it reports (``2012年镇工作会议``), used where ``published`` is silent.
    """
    reported, hint = published, PartialDate(year) if year is not None else None
    anchor, anchored = hint, 0
    results: list[tuple[DateMention, Resolved | None]] = []
    for mention in mentions:
        if mention.start - anchored > REACH:
            anchor = hint
        told_before = mention.relative is None or mention.relative in ("same_day", "next_day")
        days = resolve(mention, reported, anchor if told_before else hint)
        results.append((mention, days))
        if days is None or mention.precision != "day" or mention.use in ("deadline", "planned"):
            continue
        if _heads(mention, published):
            reported = days[0]
        if days[0].month is not None:
            anchor, anchored = _with_year(days[0], year), mention.end
    return results


def _heads(mention: DateMention, published: PartialDate | None) -> bool:
    """Whether a date is the report's own: a dateline, a masthead, or digits above it (``2024-12-27``)."""
    return mention.start < HEAD and (mention.use == "dateline" or (mention.rule == "dates.numeric" and published is None))


def _with_year(day: PartialDate, year: int | None) -> PartialDate:
    return day if day.year is not None or year is None else date((year, day.month, day.day)) or day


def _relative(mention: DateMention, published: PartialDate | None, anchor: PartialDate | None) -> PartialDate | None:
    """Count from the day, month or year of the report, or from a day told before."""
    key, parts = mention.relative or "", mention.first
    if key not in RELATIVE_DAYS:
        step = {"last": -1, "this": 0, "next": 1}[key.partition("_")[0]]
        base = published if published is not None and published.year is not None else anchor
        return _in_year(base, step, parts) if key.endswith("_year") else _in_month(base, step, parts)
    if parts != _NONE:
        return _complete(parts, published, anchor, planned=False)
    told = anchor if anchor is not None and anchor.day is not None else None
    base = told if key in ("same_day", "next_day") else told or published
    return shift(base, RELATIVE_DAYS[key]) if base is not None else None


def _in_year(base: PartialDate | None, step: int, parts: Parts) -> PartialDate | None:
    return date((base.year + step if base is not None and base.year is not None else None, parts[1], parts[2]))


def _in_month(base: PartialDate | None, step: int, parts: Parts) -> PartialDate | None:
    if base is None or base.year is None or base.month is None:
        return date((None, None, parts[2]))
    months = base.year * 12 + base.month - 1 + step
    return date((months // 12, months % 12 + 1, parts[2]))


def _complete(parts: Parts, published: PartialDate | None, anchor: PartialDate | None, planned: bool) -> PartialDate | None:
    """Add to a date what the publication, or else a date told before, says of its year and month."""
    year, month, day = parts
    if year is not None or (month is None and day is None):
        return date(parts)
    if published is not None and (published.year is not None or month is None):
        found = earliest(parts, published, slack=AHEAD) if planned and published.full else latest(parts, published)
        if found is not None and (month is not None or found.month is not None):
            return found
    if anchor is None:
        return date(parts)
    if month is None and anchor.month is not None:
        return date((anchor.year, anchor.month, day)) or latest(parts, anchor)
    return date((anchor.year if month is not None else None, month, day)) or date(parts)
