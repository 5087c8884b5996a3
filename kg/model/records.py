"""What an article yields: officials, roles, meetings, participations, groups and directives.

Ids are local to the article (``o1``, ``r1``, ``m1``, ``p1``, ``g1``, ``d1``) and refer only to records of the same
:class:`Extraction`. Values are as written, without inner padding or line breaks. Words that name a concept
(``capacity``, ``kind``, ``form``, ``status``, ``modality``, ``action``) are keys of ``ontology/schemes.ttl``.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.dates import PartialDate
from kg.model.text import Article, Evidence, Stated


@dataclass(frozen=True, slots=True)
class Official:
    """A named individual of the article. ``evidence`` holds the first mention, then others that say more."""

    id: str
    name: str
    evidence: tuple[Evidence, ...]
    sex: str | None = None
    ethnicity: str | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """An official holding a post, as the article states it.

    ``status`` is ``incumbent``, ``acting``, ``candidate``, ``former``, ``seconded`` …; ``organization`` is the part of the
    post that names the body (``省疫情防控工作领导小组`` of ``省疫情防控工作领导小组组长``), where it has one.
    """

    id: str
    official: str
    post: str
    status: str
    organization: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One thing that the meeting did, in order: ``action`` is ``hear``, ``deliberate``, ``convey``, ``study`` …"""

    action: str
    text: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting that the article reports as held. ``evidence`` is where the article reports it."""

    id: str
    evidence: Evidence
    name: Stated[str] | None = None
    kind: str | None = None
    body: Stated[str] | None = None
    session: Stated[str] | None = None
    form: Stated[str] | None = None
    date: Stated[PartialDate] | None = None
    end: Stated[PartialDate] | None = None
    venue: Stated[str] | None = None
    branch_venues: tuple[Stated[str], ...] = ()
    part_of: Stated[str] | None = None
    agenda: tuple[AgendaItem, ...] = ()
    conveys: tuple[Stated[str], ...] = ()
    expected: Stated[int] | None = None
    present: Stated[int] | None = None


@dataclass(frozen=True, slots=True)
class Participation:
    """An official and a meeting, with every capacity that the article gives.

    Capacities: ``chair``, ``speaker``, ``presenter``, ``attendee``, ``observer``, ``remote``; ``excused`` and ``delegator``
    (who had another chair in their place) say that the person was absent. ``position`` counts from 1 in the printed
    list that the person stands in, ``post`` is the post as printed there.
    """

    id: str
    meeting: str
    official: str
    capacities: tuple[Stated[str], ...]
    position: int | None = None
    post: str | None = None

    @property
    def present(self) -> bool:
        """Whether the text places the person at the meeting."""
        return any(capacity.value not in ABSENT for capacity in self.capacities)


@dataclass(frozen=True, slots=True)
class Group:
    """Unnamed participants, verbatim: ``各县（市、区）党政主要领导``."""

    id: str
    meeting: str
    text: str
    capacity: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Directive:
    """One sentence that tells somebody to do or not to do something.

    ``issuer`` is an official's id, or None where the meeting itself speaks; ``attribution`` is where the text says whose
    words these are (absent where the block goes on from an earlier sentence: then the block's own attribution).
    ``modality`` is ``require``, ``must``, ``forbid``, ``ensure``, ``hope`` …
    """

    id: str
    text: str
    evidence: Evidence
    issuer: str | None
    attribution: Stated[str]
    modality: str
    meeting: str | None = None
    addressees: tuple[Stated[str], ...] = ()
    documents: tuple[Stated[str], ...] = ()
    deadline: Stated[str] | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """One article and what it says.

    ``kind`` is the article's: ``meeting``, ``inspection``, ``reception``, ``document`` …; ``place`` is the jurisdiction that
    ``我市`` or ``省委`` mean, and ``place_from`` how it is known: ``given``, ``publisher``, ``text`` or ``unknown``.
    """

    article: Article
    kind: str
    place: str | None
    place_from: str
    officials: tuple[Official, ...] = ()
    roles: tuple[Role, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    participations: tuple[Participation, ...] = ()
    groups: tuple[Group, ...] = ()
    directives: tuple[Directive, ...] = ()


ABSENT = frozenset({"excused", "delegator"})
"""Capacities that say that a person was not at the meeting."""
