"""Store → records: what the graph says of each node, by class, read in one pass."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from kg.graph import vocab
from kg.graph.scanning import triples
from kg.graph.store import Store


@dataclass(frozen=True, slots=True)
class Record:
    """What the graph says of one node: property, as a token of ``kg.graph.vocab`` → values, each once."""

    id: str
    values: Mapping[str, list[str | int]]

    def text(self, name: str) -> str:
        """Return the first value as text, or ``""``."""
        found = self.values.get(name)
        return str(found[0]) if found else ""

    def number(self, name: str) -> int | None:
        """Return the first value if it is a whole number, or None."""
        found = self.values.get(name, [None])[0]
        return found if isinstance(found, int) else None

    def texts(self, name: str) -> tuple[str, ...]:
        """Return every value as text."""
        return tuple(map(str, self.values.get(name, ())))

    def key(self, name: str) -> str:
        """Return the key of the first concept, or ``""``."""
        return self.text(name).rpartition("/")[2]

    def keys(self, name: str) -> tuple[str, ...]:
        """Return the keys of the concepts that the values are."""
        return tuple(text.rpartition("/")[2] for text in self.texts(name))

    @property
    def evidence(self) -> tuple[str, ...]:
        """The sentences that say it."""
        return self.texts(vocab.PROV_WAS_DERIVED_FROM)


class Reading:
    """The records of a store, by class; all of it in memory, some 400 bytes a triple."""

    def __init__(self, store: Store, predicates: Collection[str] = ()) -> None:
        """Read a store.

        Args:
            store: an open build.
            predicates: the properties that are needed, as tokens; all of them if empty.
        """
        said: dict[str, dict[str, list[str | int]]] = {}
        for subject, predicate, value in triples(store, predicates):
            values = said.setdefault(subject, {}).setdefault(predicate, [])
            if value not in values:
                values.append(value)
        self._said = said
        self._of_class: dict[str, list[str]] = defaultdict(list)
        for subject in sorted(said):
            for kind in said[subject].get(vocab.RDF_TYPE, ()):
                self._of_class[f"<{kind}>"].append(subject)

    def records(self, kind: str) -> list[Record]:
        """Return every node of a class, given as a token of ``kg.graph.vocab``, by id."""
        return [Record(node, self._said[node]) for node in self._of_class[kind]]

    def record(self, node: str) -> Record:
        """Return what is said of a node: nothing, where it is not known."""
        return Record(node, self._said.get(node, {}))

    def canonical(self, node: str) -> str:
        """Return the canonical id of an official or a meeting, ``""`` of nothing."""
        return self.record(node).text(vocab.CANONICAL) or node

    def article(self, record: Record) -> str:
        """Return the article in which a record stands: that of its first sentence."""
        return self.record(next(iter(record.evidence), "")).text(vocab.OA_HAS_SOURCE)

    @cached_property
    def merged(self) -> Mapping[str, list[Record]]:
        """Canonical id → the records that are the same official or meeting, the canonical one first."""
        members: dict[str, list[Record]] = defaultdict(list)
        for kind in (vocab.OFFICIAL, vocab.MEETING):
            for record in self.records(kind):
                members[self.canonical(record.id)].append(record)
        return {node: sorted(members[node], key=lambda record: (record.id != node, record.id)) for node in sorted(members)}
