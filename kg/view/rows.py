"""The rows of the tables: one frozen dataclass per class of the graph, canonical ids throughout.

Ids are IRIs. ``evidence`` holds ids of :class:`EvidenceRow`; dates are as XML Schema truncates them (``2020-05``);
what the graph does not say is ``""`` (or None for numbers), so that a cell is never the word None.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """A report, as published."""

    id: str
    headline: str = ""
    published: str = ""
    publisher: str = ""
    url: str = ""
    kind: str = ""
    jurisdiction: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A sentence of an article; ``start`` and ``end`` count code points of the article's text."""

    id: str
    article: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class OfficialRow:
    """A named individual; ``mentions`` are the ids that the articles gave, the canonical one among them."""

    id: str
    name: str
    sex: str = ""
    ethnicity: str = ""
    mentions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OrganizationRow:
    """A body that a post, a meeting or a directive names; ``level`` is a key of ``levels.toml``."""

    id: str
    name: str
    level: str = ""


@dataclass(frozen=True, slots=True)
class RoleRow:
    """An official holding a post, as one article states it."""

    id: str
    official: str
    post: str
    status: str = ""
    organization: str = ""
    article: str = ""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting that articles report as held; ``label`` is its name, or what it can be called without one."""

    id: str
    label: str
    name: str = ""
    kind: str = ""
    form: str = ""
    start: str = ""
    end: str = ""
    body: str = ""
    session: str = ""
    venue: str = ""
    branch_venues: tuple[str, ...] = ()
    part_of: str = ""
    conveys: tuple[str, ...] = ()
    expected: int | None = None
    present: int | None = None
    articles: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One thing that a meeting did, in order."""

    id: str
    meeting: str
    position: int | None = None
    action: str = ""
    text: str = ""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ParticipationRow:
    """An official and a meeting, with every capacity that one article gives."""

    id: str
    meeting: str
    official: str
    capacities: tuple[str, ...]
    position: int | None = None
    post: str = ""
    article: str = ""
    evidence: tuple[str, ...] = ()

    @property
    def present(self) -> bool:
        """Whether the article places the person at the meeting."""
        return any(capacity not in ABSENT for capacity in self.capacities)

    @property
    def chairs(self) -> bool:
        """Whether the person chaired the meeting."""
        return CHAIR in self.capacities


@dataclass(frozen=True, slots=True)
class GroupRow:
    """Unnamed participants, verbatim."""

    id: str
    meeting: str
    text: str
    capacities: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DirectiveRow:
    """One sentence that tells somebody to do or not to do something; ``issuer`` is an official or a meeting."""

    id: str
    issuer: str
    text: str
    meeting: str = ""
    modality: str = ""
    addressees: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    deadline: str = ""
    article: str = ""
    evidence: tuple[str, ...] = ()


CHAIR = "chair"
ABSENT = frozenset({"excused", "delegator"})
"""Capacities that say that a person was not at the meeting."""
