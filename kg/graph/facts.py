"""Triples indexed by subject, as the shapes look at them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.graph import vocab
from kg.graph.terms import Triple


class Facts:
    """The triples of one graph: subject → predicate → objects, all of them N-Triples tokens."""

    __slots__ = ("nodes",)

    def __init__(self, triples: Iterable[Triple]) -> None:
        nodes: dict[str, dict[str, list[str]]] = {}
        for subject, predicate, value in triples:
            node = nodes.get(subject)
            if node is None:
                node = nodes[subject] = {}
            values = node.get(predicate)
            if values is None:
                node[predicate] = [value]
            else:
                values.append(value)
        self.nodes = nodes

    def values(self, subject: str, predicate: str) -> list[str]:
        """Return what the subject has for the predicate."""
        node = self.nodes.get(subject)
        return [] if node is None else node.get(predicate, [])

    def classes(self) -> Iterator[tuple[str, str]]:
        """Yield every subject with each of its classes."""
        for subject, node in self.nodes.items():
            for kind in node.get(vocab.RDF_TYPE, ()):
                yield subject, kind
