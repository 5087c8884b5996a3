"""From ranges in the view to the records of a meeting and of its unnamed groups."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from kg.extract import meeting_series
from kg.extract.business import Business
from kg.extract.clauses import MARKS
from kg.extract.kinds import kind
from kg.extract.meeting_dates import Dated
from kg.extract.meetings import Met
from kg.extract.reading import ORGANIZATION, Reading
from kg.extract.stating import stated
from kg.extract.venues import Count, Range
from kg.extract.wordlists import characters, longest_first
from kg.model.dates import PartialDate
from kg.model.records import AgendaItem, Group, Meeting
from kg.model.text import Stated


def meeting(reading: Reading, id: str, met: Met, business: Business, dated: Dated | None) -> Meeting:
    """Return the record of one meeting; ``dated`` is on which days it was held."""
    name, text, form = met.name, reading.text, business.form
    first_day, last_day = _days(reading, dated)
    session = meeting_series.session(text, *name) if name else None
    whole = meeting_series.whole(text, *name) if name else None
    return Meeting(
        id=id,
        evidence=reading.evidence(met.start, met.end, met.rule),
        name=stated(reading, *name, met.rule) if name else None,
        kind=kind(text[slice(*name)] if name else None),
        body=_body(reading, met),
        session=stated(reading, *session, "session") if session else None,
        form=Stated(form[2], reading.evidence(form[0], form[1], "form")) if form else None,
        date=first_day,
        end=last_day,
        venue=stated(reading, *business.venue, "venue-before-verb") if business.venue else None,
        part_of=stated(reading, *whole, "part-of-whole") if whole else None,
        branch_venues=_distinct(reading, business.branches, "branch-venue"),
        agenda=tuple(_item(reading, *item) for item in business.agenda),
        conveys=_distinct(reading, business.conveys, "conveyed-after-verb"),
        expected=_count(reading, business.expected),
        present=_count(reading, business.present),
    )


def _distinct(reading: Reading, ranges: Iterable[Range], rule: str) -> tuple[Stated[str], ...]:
    """Return what stands in some ranges, each wording once."""
    found: dict[str, Stated[str]] = {}
    for start, end in ranges:
        one = stated(reading, start, end, rule)
        found.setdefault(one.value, one)
    return tuple(found.values())


def _count(reading: Reading, count: Count | None) -> Stated[int] | None:
    return Stated(count[2], reading.evidence(count[0], count[1], "count")) if count else None


def _item(reading: Reading, start: int, end: int, action: str) -> AgendaItem:
    text = stated(reading, start, end, f"agenda-{action}")
    return AgendaItem(action, text.value, text.evidence)


def _days(reading: Reading, dated: Dated | None) -> tuple[Stated[PartialDate] | None, Stated[PartialDate] | None]:
    """Return the first and last day that a date means, with the words that it was read from."""
    if dated is None or dated[1] is None:
        return None, None
    mention, (first, last) = dated[0], dated[1]
    evidence = reading.evidence(mention.start, mention.end, mention.rule)
    return Stated(first, evidence), Stated(last, evidence) if last else None


@cache
def _followed_by() -> tuple[str, ...]:
    return longest_first("meetings", "bodies.followed_by")


def _body(reading: Reading, met: Met) -> Stated[str] | None:
    """Return the body in a meeting's name, 中央财经委员会 of 中央财经委员会第五次会议, else the one that is said to hold it.

    A body is named where what follows it says what kind of its meetings this is, not where a topic follows.
    """
    if met.name:
        start, end = met.name
        ends = [reading.token_ends[index] for index in reading.of(ORGANIZATION, start, end)]
        ends = [stop for stop in ends if stop < end and reading.text.startswith(_followed_by(), stop)]
        if ends:
            return stated(reading, start, ends[-1], "body-in-name")
    return _holder(reading, met.start)


@cache
def _day() -> frozenset[str]:
    return characters("convening", "held.days")


def _holder(reading: Reading, verb: int) -> Stated[str] | None:
    """Return the body that is the subject of 召开: ``中共中央政治局常务委员会召开会议``."""
    text, gaps, days = reading.text, reading.gaps, _day()
    index = reading.ends.get(verb)
    if index is None or not reading.token_classes[index] & ORGANIZATION:
        return None
    start, stops = verb, MARKS | days | {"）"}
    while start > 0 and text[start - 1] not in stops and start not in gaps and not text[start - 1].isdigit():
        start -= 1
    return stated(reading, start, verb, "body-before-verb") if start < verb else None


def groups(reading: Reading, number: int, meeting: str, business: Business) -> list[Group]:
    """Return the unnamed groups of the meeting with the id ``meeting``; ``number`` is how many the article had before."""
    found: dict[str, Group] = {}
    for start, end, capacity in business.groups:
        group = stated(reading, start, end, f"group-{capacity}")
        if group.value not in found:
            found[group.value] = Group(f"g{number + len(found) + 1}", meeting, group.value, capacity, group.evidence)
    return list(found.values())
