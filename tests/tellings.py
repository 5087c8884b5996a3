"""What tests of meetings ask for: what a text tells of its meetings, in one line each."""

from __future__ import annotations

from kg.extract import extract, narrative, officials, speech
from kg.extract.meetings import Met
from kg.extract.meetings import find as find_meetings
from kg.extract.narrative import Sentence
from kg.extract.reading import Reading
from kg.model.dates import PartialDate
from kg.model.records import Extraction, Meeting
from kg.model.text import Article


def told(text: str, published: PartialDate | None = None) -> Extraction:
    """Return the extraction of an article of that text."""
    return extract(Article("a", text, published=published))


def names(text: str, published: PartialDate | None = None) -> list[str]:
    """Return the names of a text's meetings, empty where one has none."""
    return [meeting.name.value if meeting.name else "" for meeting in told(text, published).meetings]


def only(text: str, published: PartialDate | None = None) -> Meeting:
    """Return the only meeting of a text."""
    (meeting,) = told(text, published).meetings
    return meeting


def parts(text: str) -> dict[str, list[str]]:
    """Return the capacities of each person at a text's meetings."""
    found = told(text)
    officials_by_id = {official.id: official.name for official in found.officials}
    seats: dict[str, list[str]] = {}
    for seat in found.participations:
        seats.setdefault(officials_by_id[seat.official], []).extend(capacity.value for capacity in seat.capacities)
    return seats


def groups(text: str) -> list[str]:
    """Return the unnamed groups at a text's meetings."""
    return [group.text for group in told(text).groups]


def conveyed(text: str) -> list[str]:
    """Return what a text's meetings conveyed."""
    return [one.value for meeting in told(text).meetings for one in meeting.conveys]


def sentences(text: str) -> tuple[Reading, list[Sentence]]:
    """Return a text's reading and its sentences as they tell."""
    reading = Reading(Article("a", text))
    cast = officials.find(reading)
    return reading, narrative.sentences(reading, cast, speech.find(reading, cast))


def narrated(text: str) -> list[str]:
    """Return what each sentence of a text tells before any speech."""
    reading, found = sentences(text)
    return [reading.text[sentence.start : sentence.speech] for sentence in found]


def met(text: str) -> list[Met]:
    """Return the meetings of a text as ranges."""
    return find_meetings(*sentences(text))
