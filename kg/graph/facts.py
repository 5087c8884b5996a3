"""Triples indexed by subject, as the shapes look at them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.graph.terms import Triple


class Facts:
    """The triples of one graph: subject → predicate → objects, all of them N-Triples tokens, in the order of writing."""

    __slots__ = ("nodes",)

    def __init__(self, triples: Iterable[Triple] = ()) -> None:
        self.nodes: dict[str, dict[str, list[str]]] = {}
        for triple in triples:
            self.add(*triple)

    def add(self, subject: str, predicate: str, value: str) -> None:
        """Write a triple; one that is there already is for the caller to leave out."""
        node = self.nodes.get(subject)
        if node is None:
            self.nodes[subject] = {predicate: [value]}
        elif predicate in node:
            node[predicate].append(value)
        else:
            node[predicate] = [value]

    def __iter__(self) -> Iterator[Triple]:
        for subject, node in self.nodes.items():
            for predicate, values in node.items():
                for value in values:
                    yield subject, predicate, value

    def values(self, subject: str, predicate: str) -> list[str]:
        """Return what the subject has for the predicate."""
        node = self.nodes.get(subject)
        return [] if node is None else node.get(predicate, [])

    def lines(self, graph: str) -> list[str]:
        """Return the triples as N-Quads of a graph."""
        tail = f" {graph} .\n"
        return [
            f"{subject} {predicate} {value}{tail}"
            for subject, node in self.nodes.items()
            for predicate, values in node.items()
            for value in values
        ]
