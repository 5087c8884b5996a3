"""The graph of links: canonical records and the direct edges between them."""

from __future__ import annotations

from dataclasses import replace

from stores import first, second

from kg.graph import vocab
from kg.graph.facts import Facts
from kg.graph.links import links
from kg.graph.names import DEFAULT_BASE
from kg.model.records import Extraction
from kg.model.resolution import summarize
from kg.model.text import Stated
from kg.resolve import resolve


def node(article: str, record: str) -> str:
    return f"<{DEFAULT_BASE}article/{article}/{record}>"


def linked(*extractions: Extraction) -> Facts:
    summaries = [summarize(extraction) for extraction in extractions]
    return Facts(links(summaries, resolve(summaries), DEFAULT_BASE, "0"))


def test_every_record_has_its_canonical_one_itself_included() -> None:
    found = linked(first(), second())
    assert found.values(node("a1", "o1"), vocab.CANONICAL) == [node("a1", "o1")]
    assert found.values(node("a2", "o1"), vocab.CANONICAL) == [node("a1", "o1")]
    assert found.values(node("a2", "m1"), vocab.CANONICAL) == [node("a1", "m1")]
    assert found.values(node("a2", "o3"), vocab.CANONICAL) == [node("a2", "o3")]


def test_direct_edges_lie_between_canonical_records() -> None:
    found = linked(first(), second())
    assert set(found.values(node("a1", "m1"), vocab.CHAIRED_BY)) == {node("a1", "o1")}
    assert set(found.values(node("a1", "m1"), vocab.ATTENDED_BY)) == {node("a1", "o1"), node("a1", "o2"), node("a2", "o3")}
    assert found.values(node("a2", "m1"), vocab.ATTENDED_BY) == []
    assert found.values(node("a1", "d1"), vocab.ISSUED_BY) == [node("a1", "o1")]


def test_who_was_absent_did_not_attend() -> None:
    seat = first().participations[1]
    excused = replace(seat, capacities=(Stated("excused", seat.capacities[0].evidence),))
    found = linked(replace(first(), participations=(excused,)))
    assert found.values(node("a1", "m1"), vocab.ATTENDED_BY) == []


def test_a_link_explains_itself_and_the_graph_says_that_it_is_derived() -> None:
    found = linked(first(), second())
    assert found.values(node("a1", "o1"), vocab.LINKED_BY) == ['"same_name_and_place"']
    assert found.values(node("a2", "o3"), vocab.LINK_REASON) == []
    (status,) = found.values(f"<{DEFAULT_BASE}graph/links>", vocab.FACT_STATUS)
    assert status.endswith("/derived>")
