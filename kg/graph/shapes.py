"""The shapes of ``ontology/shapes.ttl``, compiled to checks that are fast enough to stand before every article.

pySHACL takes seconds to start and longer to run; the part of SHACL that the file uses is small. What is not understood is
refused when the file is compiled, never passed over; the tests hold both validators to the same verdicts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.errors import ShapeError
from kg.graph import ontology, vocab
from kg.graph.facts import Facts
from kg.graph.nodes import Nodes
from kg.graph.value_tests import Test, compiled, lexical, unescaped

_SH = "<http://www.w3.org/ns/shacl#"
_LOCAL = re.compile(r"[^/#]*(?=>$)")

_NONE: list[str] = []

_COUNTED = frozenset({f"{_SH}path>", f"{_SH}minCount>", f"{_SH}maxCount>", f"{_SH}lessThan>"})
_ABOUT = {f"{_SH}targetClass>", f"{_SH}property>", f"{_SH}sparql>"}


@dataclass(frozen=True, slots=True)
class Fault:
    """A node that breaks a shape, and how."""

    shape: str
    node: str
    message: str

    def __str__(self) -> str:
        return f"{self.shape}: {self.node}: {self.message}"


@dataclass(frozen=True, slots=True)
class Property:
    """What a shape asks of one property: how many values, and what holds for each."""

    shape: str
    path: str
    least: int
    most: int | None
    less_than: str | None
    tests: tuple[tuple[str, Test], ...]

    def holds(self, facts: Facts, values: list[str]) -> bool:
        """Whether nothing is wrong with a node's values; the order that ``less_than`` asks for is not looked at."""
        count = len(values)
        if count < self.least or (self.most is not None and count > self.most):
            return False
        for value in values:
            for _, test in self.tests:
                if not test(facts, value):
                    return False
        return True

    def faults(self, facts: Facts, node: str) -> Iterator[Fault]:
        """Yield what is wrong with a node's values."""
        values = facts.values(node, self.path)
        if len(values) < self.least:
            yield self._fault(node, f"has {len(values)}, needs {self.least}")
        if self.most is not None and len(values) > self.most:
            yield self._fault(node, f"has {len(values)}, may have {self.most}")
        for value in values:
            for name, test in self.tests:
                if not test(facts, value):
                    yield self._fault(node, f"{value:.80} is no {name}")
        if self.less_than is not None:
            yield from self._order(facts, node, values)

    def _order(self, facts: Facts, node: str, values: list[str]) -> Iterator[Fault]:
        for low in values:
            for high in facts.values(node, self.less_than or ""):
                if not int(lexical(low)) < int(lexical(high)):
                    yield self._fault(node, f"{low} is not less than {high}")

    def _fault(self, node: str, message: str) -> Fault:
        return Fault(self.shape, node, f"{local(self.path)} {message}")


def local(token: str) -> str:
    """Return the last part of an IRI."""
    found = _LOCAL.search(token)
    return found[0] if found else token


def faults(facts: Facts) -> Iterator[Fault]:
    """Yield whatever in one article's graph breaks a shape."""
    shapes = properties()
    for node, found in facts.nodes.items():
        for kind in found.get(vocab.RDF_TYPE, ()):
            for one in shapes.get(kind, ()):
                # The quick look first: it is what nearly every node of nearly every article gets.
                if one.less_than is not None or not one.holds(facts, found.get(one.path, _NONE)):
                    yield from one.faults(facts, node)


@cache
def properties() -> dict[str, tuple[Property, ...]]:
    """Return the property shapes of every class, compiled.

    Raises:
        ShapeError: if the file uses a part of SHACL that is not understood here.
    """
    nodes = Nodes(ontology.quads("shapes.ttl"))
    found: dict[str, tuple[Property, ...]] = {}
    for shape in sorted(nodes.subjects(f"{_SH}targetClass>")):
        nodes.refuse_others(shape, _ABOUT)
        kind = nodes.one(shape, f"{_SH}targetClass>")
        mine = tuple(_property(nodes, local(shape), one) for one in nodes.all(shape, f"{_SH}property>"))
        found[kind] = found.get(kind, ()) + mine
    return found


def _property(nodes: Nodes, shape: str, here: str) -> Property:
    least = nodes.maybe(here, f"{_SH}minCount>")
    most = nodes.maybe(here, f"{_SH}maxCount>")
    return Property(
        shape=shape,
        path=nodes.one(here, f"{_SH}path>"),
        least=0 if least is None else int(lexical(least)),
        most=None if most is None else int(lexical(most)),
        less_than=nodes.maybe(here, f"{_SH}lessThan>"),
        tests=tuple(compiled(nodes, here, beside=_COUNTED)),
    )


@dataclass(frozen=True, slots=True)
class Rule:
    """A constraint in SPARQL: a query whose rows are faults of the node ``?this``."""

    shape: str
    message: str
    query: str


def rules() -> tuple[Rule, ...]:
    """Return the SPARQL constraints; their prefixes are those of the ontology."""
    nodes = Nodes(ontology.quads("shapes.ttl"))
    found = []
    for shape in sorted(nodes.subjects(f"{_SH}sparql>")):
        here = nodes.one(shape, f"{_SH}sparql>")
        message, query = (unescaped(nodes.one(here, f"{_SH}{part}>")) for part in ("message", "select"))
        found.append(Rule(local(shape), message, query.replace("$this", "?this")))
    return tuple(found)


def require_sound(facts: Facts, article: str) -> None:
    """Hold one article's graph to the shapes.

    Raises:
        ShapeError: naming the article and the first faults.
    """
    found = list(faults(facts))
    if found:
        more = f" (and {len(found) - 3} more)" if len(found) > 3 else ""
        raise ShapeError(f"{article}: " + "; ".join(map(str, found[:3])) + more)
