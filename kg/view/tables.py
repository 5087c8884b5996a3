"""Records → rows: one function per class. What articles say separately is told of canonical officials and meetings."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kg.graph import vocab
from kg.graph.store import Store
from kg.view.levels import level_of
from kg.view.reading import Reading, Record
from kg.view.register import Register, register
from kg.view.rows import (
    AgendaRow,
    ArticleRow,
    DirectiveRow,
    EvidenceRow,
    GroupRow,
    MeetingRow,
    OfficialRow,
    OrganizationRow,
    ParticipationRow,
    RoleRow,
)

PICTURED = (
    vocab.RDF_TYPE,
    vocab.CANONICAL,
    vocab.PROV_WAS_DERIVED_FROM,
    vocab.OA_HAS_SOURCE,
    vocab.OA_HAS_SELECTOR,
    vocab.OA_EXACT,
    vocab.FOAF_NAME,
    vocab.ORG_MEMBER,
    vocab.POST_LABEL,
    vocab.RDFS_LABEL,
    vocab.MEETING_NAME,
    vocab.MEETING_KIND,
    vocab.SCHEMA_START_DATE,
    vocab.SCHEMA_ORGANIZER,
    vocab.SKOS_PREF_LABEL,
    vocab.VENUE_TEXT,
    vocab.SCHEMA_RECORDED_IN,
    vocab.IN_MEETING,
    vocab.PROV_AGENT,
    vocab.PROV_HAD_ROLE,
    vocab.LIST_POSITION,
    vocab.POST_AS_PRINTED,
    vocab.SCHEMA_HEADLINE,
    vocab.SCHEMA_DATE_PUBLISHED,
    vocab.PUBLISHER_NAME,
    vocab.SCHEMA_URL,
)
"""The properties that the networks and pictures need."""


def articles(reading: Reading) -> tuple[ArticleRow, ...]:
    """Return the reports."""
    return tuple(
        ArticleRow(
            found.id,
            found.text(vocab.SCHEMA_HEADLINE),
            found.text(vocab.SCHEMA_DATE_PUBLISHED),
            found.text(vocab.PUBLISHER_NAME),
            found.text(vocab.SCHEMA_URL),
            found.key(vocab.ARTICLE_KIND),
            found.text(vocab.JURISDICTION_NAME),
        )
        for found in reading.records(vocab.SCHEMA_NEWS_ARTICLE)
    )


def evidence(reading: Reading) -> tuple[EvidenceRow, ...]:
    """Return the sentences, in the order of their articles."""
    rows = (
        _sentence(found, reading.record(found.text(vocab.OA_HAS_SELECTOR)))
        for found in reading.records(vocab.OA_SPECIFIC_RESOURCE)
    )
    return tuple(sorted(rows, key=lambda row: (row.article, row.start, row.end)))


def officials(reading: Reading) -> tuple[OfficialRow, ...]:
    """Return the officials, each once; sex and ethnicity from whichever article states them."""
    return tuple(
        OfficialRow(
            members[0].id,
            members[0].text(vocab.FOAF_NAME),
            _first(members, lambda record: record.key(vocab.SCHEMA_GENDER)),
            _first(members, lambda record: record.text(vocab.ETHNICITY)),
            tuple(record.id for record in members),
        )
        for members in _merged(reading, vocab.OFFICIAL)
    )


def organizations(reading: Reading) -> tuple[OrganizationRow, ...]:
    """Return the bodies."""
    names = ((found.id, found.text(vocab.SKOS_PREF_LABEL)) for found in reading.records(vocab.ORGANIZATION))
    return tuple(OrganizationRow(node, name, level_of(name)) for node, name in names)


def roles(reading: Reading) -> tuple[RoleRow, ...]:
    """Return the roles, one for each statement of an article."""
    return tuple(
        RoleRow(
            found.id,
            reading.canonical(found.text(vocab.ORG_MEMBER)),
            found.text(vocab.POST_LABEL),
            found.key(vocab.ROLE_STATUS),
            _name(reading, found.text(vocab.ORG_ORGANIZATION)),
            reading.article(found),
            found.evidence,
        )
        for found in reading.records(vocab.ROLE)
    )


def meetings(reading: Reading) -> tuple[MeetingRow, ...]:
    """Return the meetings, each once; a value that the canonical record lacks comes from the next that has it."""
    return tuple(_meeting(reading, members) for members in _merged(reading, vocab.MEETING))


def agenda(reading: Reading) -> tuple[AgendaRow, ...]:
    """Return what the meetings did, in order."""
    rows = (
        AgendaRow(
            found.id,
            reading.canonical(found.text(vocab.IN_MEETING)),
            found.number(vocab.SCHEMA_POSITION),
            found.key(vocab.ACTION),
            found.text(vocab.TEXT),
            found.evidence,
        )
        for found in reading.records(vocab.AGENDA_ITEM)
    )
    return tuple(sorted(rows, key=lambda row: (row.meeting, row.id.rsplit("/", 1)[0], row.position or 0)))


def participations(reading: Reading) -> tuple[ParticipationRow, ...]:
    """Return the participations, one for each article that tells of it."""
    return tuple(
        ParticipationRow(
            found.id,
            reading.canonical(found.text(vocab.IN_MEETING)),
            reading.canonical(found.text(vocab.PROV_AGENT)),
            found.keys(vocab.PROV_HAD_ROLE),
            found.number(vocab.LIST_POSITION),
            found.text(vocab.POST_AS_PRINTED),
            reading.article(found),
            found.evidence,
        )
        for found in reading.records(vocab.PARTICIPATION)
    )


def groups(reading: Reading) -> tuple[GroupRow, ...]:
    """Return the unnamed participants."""
    return tuple(
        GroupRow(
            found.id,
            reading.canonical(found.text(vocab.IN_MEETING)),
            found.text(vocab.TEXT),
            found.keys(vocab.PROV_HAD_ROLE),
            found.evidence,
        )
        for found in reading.records(vocab.GROUP)
    )


def directives(reading: Reading) -> tuple[DirectiveRow, ...]:
    """Return the directives; the issuer is an official, or the meeting where that speaks."""
    return tuple(
        DirectiveRow(
            found.id,
            reading.canonical(found.text(vocab.ISSUER)),
            found.text(vocab.TEXT),
            reading.canonical(found.text(vocab.IN_MEETING)),
            found.key(vocab.MODALITY),
            tuple(_name(reading, body) for body in found.texts(vocab.ADDRESSEE)),
            tuple(reading.record(document).text(vocab.SCHEMA_NAME) for document in found.texts(vocab.DCTERMS_REFERENCES)),
            found.text(vocab.DEADLINE_TEXT),
            reading.article(found),
            found.evidence,
        )
        for found in reading.records(vocab.DIRECTIVE)
    )


def read_register(store: Store) -> Register:
    """Read what the networks and pictures need."""
    reading = Reading(store, PICTURED)
    return register(
        officials(reading), meetings(reading), participations(reading), roles(reading), articles(reading), evidence(reading)
    )


def _merged(reading: Reading, kind: str) -> list[list[Record]]:
    """Return the records of each official or meeting together, the canonical one first."""
    kinds = {record.id for record in reading.records(kind)}
    return [members for node, members in reading.merged.items() if node in kinds]


def _sentence(found: Record, selector: Record) -> EvidenceRow:
    return EvidenceRow(
        found.id,
        found.text(vocab.OA_HAS_SOURCE),
        selector.number(vocab.OA_START) or 0,
        selector.number(vocab.OA_END) or 0,
        selector.text(vocab.OA_EXACT),
    )


def _meeting(reading: Reading, members: list[Record]) -> MeetingRow:
    def text(name: str) -> str:
        return _first(members, lambda record: record.text(name))

    def key(name: str) -> str:
        return _first(members, lambda record: record.key(name))

    def number(name: str) -> int | None:
        return next((found for record in members if (found := record.number(name)) is not None), None)

    return MeetingRow(
        members[0].id,
        members[0].text(vocab.RDFS_LABEL),
        text(vocab.MEETING_NAME),
        key(vocab.MEETING_KIND),
        key(vocab.FORM),
        text(vocab.SCHEMA_START_DATE),
        text(vocab.SCHEMA_END_DATE),
        _name(reading, text(vocab.SCHEMA_ORGANIZER)),
        text(vocab.SESSION_TEXT),
        text(vocab.VENUE_TEXT),
        _all(members, vocab.BRANCH_VENUE_TEXT),
        text(vocab.PART_OF_TEXT),
        _all(members, vocab.CONVEYS),
        number(vocab.EXPECTED_COUNT),
        number(vocab.PRESENT_COUNT),
        _all(members, vocab.SCHEMA_RECORDED_IN),
        _all(members, vocab.PROV_WAS_DERIVED_FROM),
    )


def _name(reading: Reading, organization: str) -> str:
    return reading.record(organization).text(vocab.SKOS_PREF_LABEL)


def _first(members: Iterable[Record], read: Callable[[Record], str]) -> str:
    return next(filter(None, map(read, members)), "")


def _all(members: Iterable[Record], name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for record in members for value in record.texts(name)))
