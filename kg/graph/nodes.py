"""The shapes file as nodes and their values, with clear errors for what is missing or not understood."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from kg.errors import ShapeError

_RDF = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#"


class Nodes:
    """Triples of a small file, all terms as N-Triples tokens."""

    __slots__ = ("_nodes",)

    def __init__(self, quads: Iterable[ox.Quad]) -> None:
        self._nodes: dict[str, dict[str, list[str]]] = {}
        for quad in quads:
            self._nodes.setdefault(str(quad.subject), {}).setdefault(str(quad.predicate), []).append(str(quad.object))

    def subjects(self, predicate: str) -> list[str]:
        """Return the nodes that have the predicate."""
        return [node for node, values in self._nodes.items() if predicate in values]

    def predicates(self, node: str) -> set[str]:
        """Return the predicates that a node has, its class left out."""
        return set(self._nodes.get(node, {})) - {f"{_RDF}type>"}

    def all(self, node: str, predicate: str) -> list[str]:
        """Return the node's values."""
        return self._nodes.get(node, {}).get(predicate, [])

    def maybe(self, node: str, predicate: str) -> str | None:
        """Return the node's one value, or None.

        Raises:
            ShapeError: if there are several.
        """
        values = self.all(node, predicate)
        if len(values) > 1:
            raise ShapeError(f"shapes.ttl: {node} has {len(values)} values for {predicate}")
        return values[0] if values else None

    def one(self, node: str, predicate: str) -> str:
        """Return the node's one value.

        Raises:
            ShapeError: if there is none, or several.
        """
        value = self.maybe(node, predicate)
        if value is None:
            raise ShapeError(f"shapes.ttl: {node} lacks {predicate}")
        return value

    def listed(self, head: str) -> list[str]:
        """Return the members of an RDF list."""
        found = []
        while head != f"{_RDF}nil>":
            found.append(self.one(head, f"{_RDF}first>"))
            head = self.one(head, f"{_RDF}rest>")
        return found

    def refuse_others(self, node: str, understood: set[str]) -> None:
        """Check that a node has no predicates but those named.

        Raises:
            ShapeError: naming one that it has.
        """
        for predicate in sorted(self.predicates(node) - understood):
            raise ShapeError(f"shapes.ttl: {node}: {predicate} is not understood")
