"""Article → Extraction, pure: one reading of the text, then one extractor after another over it."""

from __future__ import annotations

import re

from kg.extract import agenda, assemble, dates, directives, meetings, officials, participations, roles
from kg.extract.reading import Reading
from kg.extract.setting import article_kind, jurisdiction
from kg.model.records import Extraction, Group, Participation
from kg.model.text import Article

VERSION = "1"
"""Changes whenever the same article may yield other records: caches and provenance are keyed by it."""

EXTRACTORS = (officials.find, roles.find, dates.find, meetings.find, participations.find, agenda.find, directives.find)
"""What reads an article, in order."""

_YEAR_IN_NAME = re.compile(r"((?:19|20)[0-9]{2})年")


def extract(article: Article) -> Extraction:
    """Return what an article says: officials, roles, meetings, participations, groups and directives.

    The same article always yields the same records. Every record's evidence lies within ``article.text``.
    """
    reading = Reading(article)
    cast = officials.find(reading)
    people, ids = assemble.officials(reading, cast)
    held, titles = assemble.roles(reading, roles.find(reading, cast), ids)
    met = meetings.find(reading, cast)
    dated = dates.resolve_all(dates.find(reading.text), article.published, _year(reading, met))
    sat, taking_part, unnamed = [], list[Participation](), list[Group]()
    for number, one in enumerate(met, 1):
        business = agenda.find(reading, cast, one)
        sat.append(assemble.meeting(reading, f"m{number}", one, business, dated, met))
        parts = participations.find(reading, cast, one)
        taking_part += assemble.participations(reading, len(taking_part), f"m{number}", parts, ids, titles)
        unnamed += assemble.groups(reading, len(unnamed), f"m{number}", business)
    starts = [(f"m{number}", reading.sentences[one.sentence][0]) for number, one in enumerate(met, 1)]
    told = assemble.directives(reading, directives.find(reading, cast), ids, starts)
    place, place_from = jurisdiction(reading)
    return Extraction(
        article, article_kind(reading, met), place, place_from, people, held, tuple(sat), tuple(taking_part), tuple(unnamed), told
    )


def _year(reading: Reading, met: list[meetings.Met]) -> int | None:
    """Return the year that a meeting's own name gives, ``2012年镇工作会议``."""
    for one in (one for one in met if one.name):
        found = _YEAR_IN_NAME.search(reading.text, *one.name) if one.name else None
        # 《2011年…公报》评审会 is about the year, not of it.
        if found and reading.text.count("《", one.name[0], found.start()) == reading.text.count("》", one.name[0], found.start()):
            return int(found[1])
    return None
