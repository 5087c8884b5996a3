"""Who is who across articles: what is remembered of each article, the judgements, and the canonical record of each local one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from kg.model.records import Extraction, Meeting


class Key(NamedTuple):
    """A record of an article: the article's id and the record's own in it."""

    article: str
    record: str


class Named(NamedTuple):
    """An official as one article knows them: the posts are those that its roles state."""

    id: str
    name: str
    posts: tuple[str, ...]


class Told(NamedTuple):
    """A meeting as one article tells it: ``date`` is a full ISO date or None, ``present`` the names of those at it."""

    id: str
    name: str | None
    date: str | None
    present: tuple[str, ...]


class Tie(NamedTuple):
    """Two records of one article: an official at a meeting, or a directive and whose words it is."""

    record: str
    official: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What the stages after extraction remember of an article: no text, no evidence.

    ``chaired`` and ``attended`` tie meetings to those present (a chair is in both), ``issued`` directives to officials.
    """

    article: str
    published: str | None
    place: str | None
    officials: tuple[Named, ...]
    meetings: tuple[Told, ...]
    chaired: tuple[Tie, ...]
    attended: tuple[Tie, ...]
    issued: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether records are of the same official or meeting: ``verdict`` is ``same``, ``different`` or ``cannot tell``.

    The first of ``members`` is the canonical one; ``reason`` is a sentence, ``rule`` the name of the function that judged.
    """

    verdict: str
    members: tuple[Key, ...]
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """The judgements, and the canonical record of every one that is not its own."""

    judgements: tuple[Judgement, ...]
    canonical: Mapping[Key, Key]

    def of(self, article: str, record: str) -> Key:
        """Return the canonical record of an article's own."""
        key = Key(article, record)
        return self.canonical.get(key, key)


def summarize(extraction: Extraction) -> Summary:
    """Keep of an extraction what is needed to tell who is who, and to link it."""
    names = {official.id: official.name for official in extraction.officials}
    posts: dict[str, list[str]] = {official: [] for official in names}
    for role in extraction.roles:
        posts[role.official].append(role.post)
    published = extraction.article.published
    present = [seat for seat in extraction.participations if seat.present]
    return Summary(
        article=extraction.article.id,
        published=None if published is None else published.iso(),
        place=extraction.place,
        officials=tuple(Named(official, name, tuple(posts[official])) for official, name in names.items()),
        meetings=tuple(
            _told(meeting, tuple(names[seat.official] for seat in present if seat.meeting == meeting.id))
            for meeting in extraction.meetings
        ),
        chaired=tuple(
            Tie(seat.meeting, seat.official) for seat in present if any(value == "chair" for value, _ in seat.capacities)
        ),
        attended=tuple(Tie(seat.meeting, seat.official) for seat in present),
        issued=tuple(Tie(directive.id, directive.issuer) for directive in extraction.directives if directive.issuer),
    )


def _told(meeting: Meeting, present: tuple[str, ...]) -> Told:
    day = None if meeting.date is None else meeting.date.value.full
    return Told(
        meeting.id, None if meeting.name is None else meeting.name.value, None if day is None else day.isoformat(), present
    )
