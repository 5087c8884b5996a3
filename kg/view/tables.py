"""Store → rows: one function per class. What articles say separately is told of canonical officials and meetings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from kg.graph.store import Store, Value
from kg.view.levels import level_of
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


@dataclass(frozen=True, slots=True)
class Record:
    """What the graph says of one node: property's local name → values, sorted."""

    id: str
    values: Mapping[str, list[Value]]

    def text(self, name: str) -> str:
        """Return the first value as text, or ``""``."""
        return str(next(iter(self.values.get(name, ())), ""))

    def number(self, name: str) -> int | None:
        """Return the first value if it is a whole number, or None."""
        found = next(iter(self.values.get(name, ())), None)
        return found if isinstance(found, int) else None

    def texts(self, name: str) -> tuple[str, ...]:
        """Return every value as text."""
        return tuple(map(str, self.values.get(name, ())))

    def keys(self, name: str) -> tuple[str, ...]:
        """Return the keys of the concepts that the values are."""
        return tuple(map(local, self.texts(name)))

    def key(self, name: str) -> str:
        """Return the key of the first concept, or ``""``."""
        return local(self.text(name))

    @property
    def evidence(self) -> tuple[str, ...]:
        """The sentences that say it."""
        return self.texts("wasDerivedFrom")


def local(iri: str) -> str:
    """Return what stands behind the last ``#`` or ``/``."""
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def records(store: Store, kind: str) -> list[Record]:
    """Return every node of a class, given as ``gm:Role``, by id."""
    found: dict[str, dict[str, list[Value]]] = defaultdict(lambda: defaultdict(list))
    # DISTINCT: a node that several articles describe says the same in each of their graphs.
    for node, name, value in store.select(f"SELECT DISTINCT ?node ?name ?value {{ ?node a {kind} ; ?name ?value }}").rows:
        found[str(node)][local(str(name))].append(value)
    return [Record(node, {name: sorted(found[node][name], key=_order) for name in found[node]}) for node in sorted(found)]


def canonical_ids(store: Store) -> dict[str, str]:
    """Return the canonical id of each official and meeting, itself included."""
    return {str(own): str(kept) for own, kept in store.select("SELECT ?own ?kept { ?own gm:canonical ?kept }").rows}


def articles(store: Store) -> tuple[ArticleRow, ...]:
    """Return the reports."""
    return tuple(
        ArticleRow(
            found.id,
            found.text("headline"),
            found.text("datePublished"),
            found.text("publisherName"),
            found.text("url"),
            found.key("articleKind"),
            found.text("jurisdictionName"),
        )
        for found in records(store, "schema:NewsArticle")
    )


def evidence(store: Store) -> tuple[EvidenceRow, ...]:
    """Return the sentences, in the order of their articles."""
    query = """SELECT ?sentence ?article ?start ?end ?quote {
        ?sentence oa:hasSource ?article ; oa:hasSelector ?selector .
        ?selector oa:start ?start ; oa:end ?end ; oa:exact ?quote }"""
    rows = (
        EvidenceRow(str(node), str(article), int(start or 0), int(end or 0), str(quote))
        for node, article, start, end, quote in store.select(query).rows
    )
    return tuple(sorted(rows, key=lambda row: (row.article, row.start, row.end)))


def officials(store: Store) -> tuple[OfficialRow, ...]:
    """Return the officials, each once; sex and ethnicity from whichever article states them."""
    return tuple(
        OfficialRow(
            kept.id,
            kept.text("name"),
            _first(members, lambda record: record.key("gender")),
            _first(members, lambda record: record.text("ethnicity")),
            tuple(record.id for record in members),
        )
        for kept, members in _merged(store, "gm:Official")
    )


def organizations(store: Store) -> tuple[OrganizationRow, ...]:
    """Return the bodies."""
    names = ((found.id, found.text("prefLabel")) for found in records(store, "gm:Organization"))
    return tuple(OrganizationRow(node, name, level_of(name)) for node, name in names)


def roles(store: Store) -> tuple[RoleRow, ...]:
    """Return the roles, one for each statement of an article."""
    kept, source, bodies = canonical_ids(store), _articles_of(store), _names(store)
    return tuple(
        RoleRow(
            found.id,
            kept[found.text("member")],
            found.text("postLabel"),
            found.key("roleStatus"),
            bodies.get(found.text("organization"), ""),
            source(found),
            found.evidence,
        )
        for found in records(store, "gm:Role")
    )


def meetings(store: Store) -> tuple[MeetingRow, ...]:
    """Return the meetings, each once; a value that the canonical record lacks comes from the next that has it."""
    bodies = _names(store)
    return tuple(_meeting(kept, members, bodies) for kept, members in _merged(store, "gm:Meeting"))


def agenda(store: Store) -> tuple[AgendaRow, ...]:
    """Return what the meetings did, in order."""
    kept = canonical_ids(store)
    rows = (
        AgendaRow(
            found.id,
            kept[found.text("inMeeting")],
            found.number("position"),
            found.key("action"),
            found.text("text"),
            found.evidence,
        )
        for found in records(store, "gm:AgendaItem")
    )
    return tuple(sorted(rows, key=lambda row: (row.meeting, row.id.rsplit("/", 1)[0], row.position or 0)))


def participations(store: Store) -> tuple[ParticipationRow, ...]:
    """Return the participations, one for each article that tells of it."""
    kept, source = canonical_ids(store), _articles_of(store)
    return tuple(
        ParticipationRow(
            found.id,
            kept[found.text("inMeeting")],
            kept[found.text("agent")],
            found.keys("hadRole"),
            found.number("listPosition"),
            found.text("postAsPrinted"),
            source(found),
            found.evidence,
        )
        for found in records(store, "gm:Participation")
    )


def groups(store: Store) -> tuple[GroupRow, ...]:
    """Return the unnamed participants."""
    kept = canonical_ids(store)
    return tuple(
        GroupRow(found.id, kept[found.text("inMeeting")], found.text("text"), found.keys("hadRole"), found.evidence)
        for found in records(store, "gm:Group")
    )


def directives(store: Store) -> tuple[DirectiveRow, ...]:
    """Return the directives; the issuer is an official, or the meeting where that speaks."""
    kept, source, bodies, titles = canonical_ids(store), _articles_of(store), _names(store), _titles(store)
    return tuple(
        DirectiveRow(
            found.id,
            kept.get(found.text("issuer"), ""),
            found.text("text"),
            kept.get(found.text("inMeeting"), ""),
            found.key("modality"),
            tuple(bodies[body] for body in found.texts("addressee")),
            tuple(titles[document] for document in found.texts("references")),
            found.text("deadlineText"),
            source(found),
            found.evidence,
        )
        for found in records(store, "gm:Directive")
    )


def read_register(store: Store) -> Register:
    """Read what the networks and pictures need."""
    return register(officials(store), meetings(store), participations(store), roles(store), articles(store), evidence(store))


def _merged(store: Store, kind: str) -> list[tuple[Record, list[Record]]]:
    """Return each canonical record with all that are the same, itself first."""
    kept = canonical_ids(store)
    found = {record.id: record for record in records(store, kind)}
    members: dict[str, list[Record]] = defaultdict(list)
    for node in sorted(found, key=lambda node: (node != kept[node], node)):
        members[kept[node]].append(found[node])
    return [(found[node], members[node]) for node in sorted(members)]


def _meeting(kept: Record, members: list[Record], bodies: Mapping[str, str]) -> MeetingRow:
    def text(name: str) -> str:
        return _first(members, lambda record: record.text(name))

    def key(name: str) -> str:
        return _first(members, lambda record: record.key(name))

    return MeetingRow(
        kept.id,
        kept.text("label"),
        text("meetingName"),
        key("meetingKind"),
        key("form"),
        text("startDate"),
        text("endDate"),
        bodies.get(text("organizer"), ""),
        text("sessionText"),
        text("venueText"),
        _all(members, "branchVenueText"),
        text("partOfText"),
        _all(members, "conveys"),
        next((found for record in members if (found := record.number("expectedCount")) is not None), None),
        next((found for record in members if (found := record.number("presentCount")) is not None), None),
        _all(members, "recordedIn"),
        _all(members, "wasDerivedFrom"),
    )


def _first(members: Iterable[Record], read: Callable[[Record], str]) -> str:
    return next(filter(None, map(read, members)), "")


def _all(members: Iterable[Record], name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for record in members for value in record.texts(name)))


def _names(store: Store) -> dict[str, str]:
    return {found.id: found.text("prefLabel") for found in records(store, "gm:Organization")}


def _titles(store: Store) -> dict[str, str]:
    return {found.id: found.text("name") for found in records(store, "schema:CreativeWork")}


def _articles_of(store: Store) -> Callable[[Record], str]:
    """Return the function that says in which article a record stands: that of its first sentence."""
    source = {
        str(node): str(article) for node, article in store.select("SELECT ?node ?article { ?node oa:hasSource ?article }").rows
    }
    return lambda record: source.get(next(iter(record.evidence), ""), "")


def _order(value: Value) -> tuple[bool, int | float, str]:
    return (False, value, "") if isinstance(value, (int, float)) else (True, 0, str(value))
