"""What the sentences of a meeting say of its business: agenda, what it conveyed, unnamed participants, venues, counts."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from kg.extract import agenda, conveyed, groups, venues
from kg.extract.agenda import Item
from kg.extract.deeds import Deed
from kg.extract.groups import Group
from kg.extract.meetings import Met
from kg.extract.narrative import Sentence
from kg.extract.reading import Reading
from kg.extract.signs import BRANCH, DUE, FORM
from kg.extract.venues import Count, Form, Range


@dataclass(slots=True)
class Business:
    """Ranges in the view, each with a concept's key where it has one."""

    agenda: list[Item] = field(default_factory=list)
    conveys: list[Range] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    branches: list[Range] = field(default_factory=list)
    venue: Range | None = None
    form: Form | None = None
    expected: Count | None = None
    present: Count | None = None


def find(reading: Reading, told: list[Sentence], met: Met, deeds: list[Deed]) -> Business:
    """Return what the sentences of a meeting say of its business; ``deeds`` are those of the text, none inside another."""
    found, text = Business(), reading.text
    signs, starts, first = reading.signs, [start for start, _ in deeds], True
    for sentence in met.told_in(told):
        if not sentence.within:
            deed = bisect_left(starts, sentence.start)
            inside = deeds[deed : bisect_left(starts, sentence.speech, deed)]
            if inside:
                found.agenda += agenda.find(reading, sentence, inside)
                found.conveys += conveyed.find(reading, sentence, inside, first)
            if inside or sentence.verbs:
                found.groups += groups.find(reading, sentence, inside)
                if found.venue is None:
                    found.venue = venues.venue(text, sentence)
            if signs & FORM:
                found.form = found.form or venues.form(text, sentence)
            if signs & BRANCH:
                found.branches += venues.branches(text, sentence)
        if signs & DUE and found.expected is None:
            _count(reading, sentence, found)
        first = False
    return found


def _count(reading: Reading, sentence: Sentence, found: Business) -> None:
    """Add how many should have come and how many came, and who these are."""
    counts = venues.counts(reading.text, sentence)
    if counts is not None:
        found.expected, who, found.present = counts
        found.groups += groups.due(reading, who)
