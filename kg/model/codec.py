"""Records to and from the outward contract: one JSON object per article, fixed by ``contract.schema.json``.

Written by hand because it stands on the hot path: ``dataclasses.asdict`` alone would take twice the budget of a report.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from kg.model.citations import Citations
from kg.model.dates import PartialDate
from kg.model.records import ABSENT, Directive, Extraction, Meeting, Official, Participation, Role
from kg.model.text import Article, Evidence, Segment

Row = dict[str, Any]

SPEAKING = frozenset({"speaker", "presenter"})
"""Capacities in which words at the meeting are attributed to a person."""

_BREAK = re.compile(r"\s*[\r\n]\s*")
"""A line break of the source, with the padding around it."""

_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False)


@cache
def schema() -> Row:
    """Return the JSON Schema of what :func:`to_row` makes."""
    found: Row = json.loads((files(__package__) / "contract.schema.json").read_text(encoding="utf-8"))
    return found


@cache
def meeting_as_issuer() -> str:
    """Return the word that stands for the meeting itself where a directive's issuer is no person."""
    word: str = schema()["$defs"]["meetingAsIssuer"]["const"]
    return word


def to_row(extraction: Extraction) -> Row:
    """Return the article and its records as the outward contract prints them.

    Raises:
        KeyError: if a record refers to an id that the extraction does not hold.
    """
    cited = Citations(extraction.article.text)
    row = _row(extraction, cited)
    row["evidence"] = cited.rows()
    return row


def dumps(extraction: Extraction) -> str:
    """Return the row as one line of JSON, without a line end."""
    cited = Citations(extraction.article.text)
    row = _ENCODER.encode(_row(extraction, cited))
    return f'{row[:-1]}, "evidence": {cited.dumps()}}}'


def _row(extraction: Extraction, cited: Citations) -> Row:
    """Return the row without its last key, the evidence, which is added to ``cited``."""
    names = {official.id: official.name for official in extraction.officials}
    row = _head(extraction.article, extraction)
    row["persons"] = _persons(extraction.officials, cited)
    row["meetings"] = _meetings(extraction, names, cited)
    row["roles"] = _roles(extraction.roles, names, cited)
    row["directives"] = _directives(extraction, names, cited)
    row["officials"] = _described(extraction.officials)
    return row


def article_from_row(row: Mapping[str, Any]) -> Article:
    """Return the article of a row: of the outward contract, or of any JSON Lines source with ``id`` and ``text``.

    A place that an earlier reading took from the paper or the text is left out: reading the row again finds it again.

    Raises:
        ValueError: if a key is missing, has the wrong type, or holds what is no text or no date; the message names it.
    """
    published = _text(row, "published")
    return Article(
        id=_required(row, "id"),
        text=_required(row, "text"),
        title=_text(row, "title"),
        published=None if published is None else _published(published),
        place=_text(row, "place") if row.get("place_from", "given") == "given" else None,
        publisher=_text(row, "publisher"),
        url=_text(row, "url"),
        source=_text(row, "source"),
        page_sha256=_text(row, "page_sha256"),
        segments=_segments(row.get("segments", ())),
    )


def _head(article: Article, extraction: Extraction) -> Row:
    return {
        "id": article.id,
        "title": article.title,
        "text": article.text,
        "published": None if article.published is None else article.published.iso(),
        "publisher": article.publisher,
        "url": article.url,
        "source": article.source,
        "page_sha256": article.page_sha256,
        "segments": [[s.start, s.end, s.page_start, s.page_end] for s in article.segments],
        "kind": extraction.kind,
        "place": extraction.place,
        "place_from": extraction.place_from,
    }


def _persons(officials: tuple[Official, ...], cited: Citations) -> list[str]:
    """List every name once; two officials of one name share its entry, and both are cited for it."""
    places: dict[str, int] = {}
    for official in officials:
        path = f"/persons/{places.setdefault(official.name, len(places))}"
        for evidence in official.evidence:
            cited.add(path, evidence)
    return list(places)


def _described(officials: tuple[Official, ...]) -> list[Row]:
    return [
        {"person": official.name, "sex": official.sex, "ethnicity": official.ethnicity}
        for official in officials
        if official.sex or official.ethnicity
    ]


def _roles(roles: tuple[Role, ...], names: Mapping[str, str], cited: Citations) -> list[Row]:
    rows = []
    for number, role in enumerate(roles):
        cited.add(f"/roles/{number}", role.evidence)
        person = names[role.official]
        rows.append({"person": person, "post": role.post, "status": role.status, "organization": role.organization})
    return rows


def _meetings(extraction: Extraction, names: Mapping[str, str], cited: Citations) -> list[Row]:
    if not extraction.meetings:
        return []
    sitting: dict[str, list[Participation]] = {meeting.id: [] for meeting in extraction.meetings}
    for participation in extraction.participations:
        sitting[participation.meeting].append(participation)
    rows = []
    for number, meeting in enumerate(extraction.meetings):
        path = f"/meetings/{number}"
        row = _meeting(meeting, path, cited)
        row.update(_people(sitting[meeting.id], names, path, cited))
        row.update(_groups(extraction, meeting.id, path, cited))
        rows.append(row)
    return rows


def _meeting(meeting: Meeting, path: str, cited: Citations) -> Row:
    cited.add(path, meeting.evidence)
    value, values = cited.value, cited.values
    for number, step in enumerate(meeting.agenda):
        cited.add(f"{path}/agenda/{number}", step.evidence)
    return {
        "name": value(path + "/name", meeting.name),
        "date": cited.date(path + "/date", meeting.date),
        "conveys": values(path + "/conveys", meeting.conveys),
        "kind": meeting.kind,
        "body": value(path + "/body", meeting.body),
        "session": value(path + "/session", meeting.session),
        "form": value(path + "/form", meeting.form),
        "end": cited.date(path + "/end", meeting.end),
        "venue": value(path + "/venue", meeting.venue),
        "branch_venues": values(path + "/branch_venues", meeting.branch_venues),
        "part_of": value(path + "/part_of", meeting.part_of),
        "agenda": [{"action": step.action, "text": step.text} for step in meeting.agenda],
        "expected": value(path + "/expected", meeting.expected),
        "present": value(path + "/present", meeting.present),
    }


def _people(sitting: list[Participation], names: Mapping[str, str], path: str, cited: Citations) -> Row:
    """Lay out a meeting's participations: each as a row of its own, and the names by what they did, chairs first."""
    rows: list[Row] = []
    chairs: dict[str, Evidence] = {}
    others: dict[str, Evidence] = {}
    speakers: dict[str, Evidence] = {}
    for number, seat in enumerate(sitting):
        person = names[seat.official]
        capacities = cited.values(f"{path}/participants/{number}/capacities", seat.capacities)
        rows.append({"person": person, "capacities": capacities, "position": seat.position, "post": seat.post})
        for capacity, evidence in seat.capacities:
            if capacity == "chair":
                chairs.setdefault(person, evidence)
            elif capacity not in ABSENT:
                others.setdefault(person, evidence)
            if capacity in SPEAKING:
                speakers.setdefault(person, evidence)
    return {
        "chairs": _names(chairs, path + "/chairs/", cited),
        "attendees": _names({**chairs, **others}, path + "/attendees/", cited),
        "speakers": _names(speakers, path + "/speakers/", cited),
        "participants": rows,
    }


def _names(people: Mapping[str, Evidence], path: str, cited: Citations) -> list[str]:
    for number, evidence in enumerate(people.values()):
        cited.add(f"{path}{number}", evidence)
    return list(people)


def _groups(extraction: Extraction, meeting: str, path: str, cited: Citations) -> Row:
    there = [group for group in extraction.groups if group.meeting == meeting and group.capacity not in ABSENT]
    for number, group in enumerate(there):
        cited.add(f"{path}/groups/{number}", group.evidence)
    return {"groups": [group.text for group in there], "group_capacities": [group.capacity for group in there]}


def _directives(extraction: Extraction, names: Mapping[str, str], cited: Citations) -> list[Row]:
    numbers: dict[str | None, int | None] = {meeting.id: n for n, meeting in enumerate(extraction.meetings)}
    numbers[None] = None
    rows = []
    for number, directive in enumerate(extraction.directives):
        row = _directive(directive, f"/directives/{number}", cited)
        row["issuer"] = meeting_as_issuer() if directive.issuer is None else names[directive.issuer]
        row["meeting"] = numbers[directive.meeting]
        rows.append(row)
    return rows


def _directive(directive: Directive, path: str, cited: Citations) -> Row:
    cited.add(path, directive.evidence)
    cited.add(path + "/issuer", directive.attribution.evidence)
    return {
        "issuer": None,
        "text": _on_one_line(directive.text),
        "addressees": cited.values(path + "/addressees", directive.addressees),
        "verb": directive.attribution.value,
        "modality": directive.modality,
        "documents": cited.values(path + "/documents", directive.documents),
        "deadline": cited.value(path + "/deadline", directive.deadline),
    }


def _on_one_line(text: str) -> str:
    """Return a text without line breaks; most have none, and to look for the marks is far cheaper than to replace."""
    return _BREAK.sub("", text) if "\n" in text or "\r" in text else text


def _required(row: Mapping[str, Any], key: str) -> str:
    found = _text(row, key)
    if found is None:
        raise ValueError(f"no {key!r}")
    return found


def _text(row: Mapping[str, Any], key: str) -> str | None:
    found = row.get(key)
    if found is None:
        return None
    if not isinstance(found, str):
        raise ValueError(f"{key!r} is no string: {found!r:.40}")
    try:
        found.encode()
    except UnicodeEncodeError as error:
        raise ValueError(f"{key!r} holds half a surrogate pair at character {error.start}") from None
    return found


def _published(text: str) -> PartialDate:
    try:
        return PartialDate.parse(text)
    except ValueError as error:
        raise ValueError(f"'published': {error}") from None


def _segments(found: Any) -> tuple[Segment, ...]:
    """Read back the map to the page: rows of four whole numbers."""
    if not isinstance(found, list | tuple):
        raise ValueError("'segments' is no list")
    for row in found:
        if not isinstance(row, list) or len(row) != 4 or not all(type(number) is int for number in row):
            raise ValueError(f"'segments' holds no four whole numbers: {row!r:.40}")
    return tuple(Segment(*row) for row in found)
