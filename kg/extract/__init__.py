"""Article → Extraction, pure: one reading of the text, then one extractor after another over it."""

from __future__ import annotations

from kg.extract import (
    assemble,
    business,
    citing,
    dates,
    deeds,
    directives,
    meeting_dates,
    meeting_series,
    meetings,
    narrative,
    officials,
    participations,
    roles,
    sitting,
    speech,
)
from kg.extract.reading import Reading
from kg.extract.setting import article_kind, jurisdiction
from kg.model.records import Extraction, Group, Participation
from kg.model.text import Article

VERSION = "2"
"""Changes whenever the same article may yield other records: caches and provenance are keyed by it."""

EXTRACTORS = (
    officials.find,
    roles.find,
    speech.find,
    narrative.sentences,
    meetings.find,
    dates.find,
    participations.find,
    business.find,
    directives.find,
)
"""What `extract` runs, in order: each needs what those before it found, so that it calls them by name."""


def extract(article: Article) -> Extraction:
    """Return what an article says: officials, roles, meetings, participations, groups and directives.

    The same article always yields the same records. Every record's evidence lies within ``article.text``.
    """
    reading = Reading(article)
    cast = officials.find(reading)
    people, ids = assemble.officials(reading, cast)
    held, titles = assemble.roles(reading, roles.find(reading, cast), ids)
    uttered = speech.find(reading, cast)
    told = narrative.sentences(reading, cast, uttered) if meetings.may_tell(reading) else []
    met = meetings.find(reading, told)
    sat, taking_part, unnamed = [], list[Participation](), list[Group]()
    dated = _dated(reading, told, met) if met else []
    outside, done = (citing.instructing(reading, cast), deeds.find(reading.text)) if met else (set(), [])
    for number, one in enumerate(met, 1):
        affairs = business.find(reading, told, one, done)
        day = meeting_dates.of_meeting(reading.text, told, one, dated, met[0])
        sat.append(sitting.meeting(reading, f"m{number}", one, affairs, day))
        parts = participations.find(reading, cast, told, one, outside)
        taking_part += assemble.participations(reading, len(taking_part), f"m{number}", parts, ids, titles)
        unnamed += sitting.groups(reading, len(unnamed), f"m{number}", affairs)
    firsts = [(number, first) for number, one in enumerate(met, 1) for first in one.firsts()]
    starts = sorted(((f"m{number}", told[first].start) for number, first in firsts), key=lambda one: one[1])
    orders = assemble.directives(reading, directives.find(reading, uttered), ids, starts)
    place, place_from = jurisdiction(reading)
    return Extraction(
        article,
        article_kind(reading, met),
        place,
        place_from,
        people,
        held,
        tuple(sat),
        tuple(taking_part),
        tuple(unnamed),
        orders,
    )


def _dated(reading: Reading, told: list[narrative.Sentence], met: list[meetings.Met]) -> list[meeting_dates.Dated]:
    """Return the dates, as far as they can be of a meeting, with the days that they mean."""
    mentions = dates.find(reading.text, meeting_dates.reach(told, met))
    return dates.resolve_all(mentions, reading.article.published, _year(reading, met))


def _year(reading: Reading, met: list[meetings.Met]) -> int | None:
    """Return the year that a meeting's own name gives, ``2012年镇工作会议``."""
    return next((year for one in met if one.name and (year := meeting_series.year(reading.text, *one.name))), None)
