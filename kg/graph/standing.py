"""What stands of a build when rules must reach a least precision: in each article, and in the links between them.

A record stands if one of the rules that read it reaches it; an official whom three rules found needs one of them. A capacity,
and what a meeting or a directive says besides, stands or falls alone, by the rules that read it. What belongs to a record
that falls falls with it: the role and the participation of an official, whatever belongs to a meeting. A directive outlives
whoever gave it and the meeting where it was given. Sentences, bodies and documents that nothing leads to any more are left out.

A record names its rules, and a rule what it reads; what is told apart are therefore rules that read different things. Those of
this program do: one that reads chairs reads no speakers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kg.graph import vocab
from kg.graph.facts import Facts
from kg.graph.names import concept
from kg.graph.terms import Triple
from kg.model.records import ABSENT

_OWNERS = (vocab.ORG_MEMBER, vocab.PROV_AGENT, vocab.IN_MEETING)
"""Properties that lead to what a record cannot be without; a directive's meeting is no such thing."""

_LED_TO = frozenset({vocab.OA_SPECIFIC_RESOURCE, vocab.ORGANIZATION, vocab.SCHEMA_CREATIVE_WORK})
"""Classes of which there is a node only because something leads to it."""

_CHAIR = concept("capacity", "chair")
_AWAY = frozenset(concept("capacity", key) for key in ABSENT)
_EDGES = frozenset({vocab.CHAIRED_BY, vocab.ATTENDED_BY, vocab.ISSUED_BY})


Said = dict[str, list[str]]
"""What a graph says of a node: predicate → values."""


@dataclass(frozen=True, slots=True)
class Standard:
    """The rules that reach what is asked, and what each rule of the build reads; all of them tokens."""

    reaching: frozenset[str]
    readers: Mapping[str, frozenset[str]]

    def falls(self, rules: list[str], what: str) -> bool:
        """Whether some of a record's rules read this of it, and none of them reaches what is asked."""
        readers = self.readers.get(what)
        if readers is None:
            return False
        found = readers.intersection(rules)
        return bool(found) and not found & self.reaching


@dataclass(slots=True)
class Kept:
    """What is remembered of the articles, to link what stands of them: tokens of their own records."""

    members: set[str] = field(default_factory=set)
    edges: list[Triple] = field(default_factory=list)
    read: int = 0
    standing: int = 0


def standing(facts: Facts, standard: Standard, kept: Kept) -> Facts:
    """Return what stands of one article's graph, and remember in ``kept`` what the links need."""
    found = Facts()
    found.nodes = _without_orphans(dict(_standing(facts, standard, _fallen(facts, standard))))
    kept.read += sum(vocab.RULE in said for said in facts.nodes.values())
    kept.standing += sum(vocab.RULE in said for said in found.nodes.values())
    for node, said in found.nodes.items():
        if not {vocab.OFFICIAL, vocab.MEETING}.isdisjoint(said.get(vocab.RDF_TYPE, ())):
            kept.members.add(node)
        kept.edges += _edges(node, said)
    return found


def _fallen(facts: Facts, standard: Standard) -> set[str]:
    fallen = {node for node, said in facts.nodes.items() if vocab.RULE in said and _falls(said, standard)}
    return fallen | {node for node, said in facts.nodes.items() if _belongs_to(said, fallen)}


def _falls(said: Said, standard: Standard) -> bool:
    rules, kinds = said[vocab.RULE], said[vocab.RDF_TYPE]
    if vocab.PARTICIPATION in kinds:
        return all(standard.falls(rules, capacity) for capacity in said[vocab.PROV_HAD_ROLE])
    return any(standard.falls(rules, kind) for kind in kinds)


def _belongs_to(said: Said, fallen: set[str]) -> bool:
    if vocab.DIRECTIVE in said.get(vocab.RDF_TYPE, ()):
        return False
    return any(not fallen.isdisjoint(said.get(predicate, ())) for predicate in _OWNERS)


def _standing(facts: Facts, standard: Standard, fallen: set[str]) -> Iterator[tuple[str, Said]]:
    """Yield the nodes that stand with what stands of them; only a record has rules, and leads to records."""
    for node, said in facts.nodes.items():
        if node not in fallen:
            rules = said.get(vocab.RULE)
            if rules is None or (not fallen and standard.reaching.issuperset(rules)):
                yield node, said
            else:
                yield node, dict(_part(said, rules, standard, fallen))


def _part(said: Said, rules: list[str], standard: Standard, fallen: set[str]) -> Iterator[tuple[str, list[str]]]:
    for predicate, values in said.items():
        if not standard.falls(rules, predicate):
            left = [value for value in values if value not in fallen and _value_stands(predicate, value, rules, standard)]
            if left:
                yield predicate, left


def _value_stands(predicate: str, value: str, rules: list[str], standard: Standard) -> bool:
    if predicate == vocab.RULE:
        return value in standard.reaching
    return predicate != vocab.PROV_HAD_ROLE or not standard.falls(rules, value)


def _without_orphans(nodes: Mapping[str, Said]) -> dict[str, Said]:
    led_to = {value for said in nodes.values() if vocab.RULE in said for values in said.values() for value in values}
    orphans = {
        node for node, said in nodes.items() if node not in led_to and not _LED_TO.isdisjoint(said.get(vocab.RDF_TYPE, ()))
    }
    orphans |= {value for node in orphans for value in nodes[node].get(vocab.OA_HAS_SELECTOR, ())}
    return {node: said for node, said in nodes.items() if node not in orphans}


def _edges(node: str, said: Said) -> Iterator[Triple]:
    """Yield the direct edges that a record stands for, between records of its article."""
    capacities = set(said.get(vocab.PROV_HAD_ROLE, ()))
    if vocab.PROV_AGENT in said and capacities - _AWAY:
        (meeting,), (official,) = said[vocab.IN_MEETING], said[vocab.PROV_AGENT]
        yield meeting, vocab.ATTENDED_BY, official
        if _CHAIR in capacities:
            yield meeting, vocab.CHAIRED_BY, official
    for issuer in said.get(vocab.ISSUER, ()):
        yield node, vocab.ISSUED_BY, issuer


def standing_links(facts: Facts, kept: Kept) -> Iterator[Triple]:
    """Yield what stands of the graph of links; where a canonical record fell, the first of those that stand takes its place."""
    canonical = {node: said[vocab.CANONICAL][0] for node, said in facts.nodes.items() if node in kept.members}
    heads = _heads(canonical)
    for subject, predicate, value in facts:
        if predicate == vocab.CANONICAL:
            if subject in kept.members:
                yield subject, predicate, heads[value][0]
        elif predicate in {vocab.LINKED_BY, vocab.LINK_REASON}:
            head, members = heads.get(subject, ("", 0))
            if members > 1:
                yield head, predicate, value
        elif predicate not in _EDGES:
            yield subject, predicate, value
    issued = {subject for subject, said in facts.nodes.items() if vocab.ISSUED_BY in said}
    for subject, predicate, value in kept.edges:
        if predicate != vocab.ISSUED_BY:
            yield heads[canonical[subject]][0], predicate, heads[canonical[value]][0]
        elif subject in issued:
            yield subject, predicate, heads[canonical[value]][0]


def _heads(canonical: Mapping[str, str]) -> dict[str, tuple[str, int]]:
    """Return former canonical record → the one that stands for its members now, and how many they are."""
    members: dict[str, list[str]] = {}
    for node, head in canonical.items():
        members.setdefault(head, []).append(node)
    return {head: (head if head in canonical else min(nodes), len(nodes)) for head, nodes in members.items()}
