"""The compiled shapes and pySHACL come to the same verdicts, on sound articles and on planted faults."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pyoxigraph as ox
import pyshacl
import pytest
from rdflib import Graph, Namespace
from stores import first, second

from kg.errors import ShapeError
from kg.graph import ontology, records, shapes, value_tests, vocab
from kg.graph.facts import Facts
from kg.graph.links import links, run
from kg.graph.names import DEFAULT_BASE
from kg.graph.nodes import Nodes
from kg.graph.rules import described
from kg.model.measured import RuleFigures
from kg.model.records import Extraction
from kg.model.resolution import summarize
from kg.model.text import Stated
from kg.resolve import resolve

SH = Namespace("http://www.w3.org/ns/shacl#")


def swapped(subject: str, predicate: str, *values: str) -> Callable[[Facts], None]:
    """Return what gives a node other values for a predicate."""

    def plant(facts: Facts) -> None:
        node = facts.nodes[f"<{DEFAULT_BASE}article/a1{subject}>"]
        if values:
            node[predicate] = list(values)
        else:
            del node[predicate]

    return plant


CONCEPT = "<https://w3id.org/govmeet/scheme/"
XSD = "<http://www.w3.org/2001/XMLSchema#"
QUOTED = [node for node in records.facts(first(), DEFAULT_BASE, "0").nodes if node.endswith("/s>")]
SELECTOR = QUOTED[0].removeprefix(f"<{DEFAULT_BASE}article/a1")[:-1]

FAULTS = {
    "no label": swapped("/m1", vocab.RDFS_LABEL),
    "two labels": swapped("/m1", vocab.RDFS_LABEL, '"甲"', '"乙"'),
    "an empty name": swapped("/o1", vocab.FOAF_NAME, '""'),
    "a name with a language": swapped("/o1", vocab.FOAF_NAME, '"林海峰"@zh'),
    "a name that is a node": swapped("/o1", vocab.FOAF_NAME, "<a:b>"),
    "a kind that is no concept": swapped("/m1", vocab.MEETING_KIND, f"{CONCEPT}meeting-kind/party>"),
    "a kind of another scheme": swapped("/m1", vocab.MEETING_KIND, f"{CONCEPT}form/video>"),
    "a day that no month has": swapped("/m1", vocab.SCHEMA_START_DATE, f'"2020-05-33"^^{XSD}date>'),
    "a month typed as a day": swapped("/m1", vocab.SCHEMA_START_DATE, f'"2020-05"^^{XSD}date>'),
    "a date that is a string": swapped("/m1", vocab.SCHEMA_START_DATE, '"2020-05-12"'),
    "a moment": swapped("/m1", vocab.SCHEMA_START_DATE, f'"2020-05-12T08:00:00"^^{XSD}dateTime>'),
    "evidence that is a meeting": swapped("/m1", vocab.PROV_WAS_DERIVED_FROM, f"<{DEFAULT_BASE}article/a1/m1>"),
    "no evidence": swapped("/r1", vocab.PROV_WAS_DERIVED_FROM),
    "no rule": swapped("/r1", vocab.RULE),
    "a role of a meeting": swapped("/r1", vocab.ORG_MEMBER, f"<{DEFAULT_BASE}article/a1/m1>"),
    "a role of nobody": swapped("/r1", vocab.ORG_MEMBER, f"<{DEFAULT_BASE}article/a1/o9>"),
    "no capacity": swapped("/p1", vocab.PROV_HAD_ROLE),
    "a position before the first": swapped("/p2", vocab.LIST_POSITION, f'"0"^^{XSD}integer>'),
    "a position in words": swapped("/p2", vocab.LIST_POSITION, '"1"'),
    "an issuer that is a group": swapped("/d1", vocab.ISSUER, f"<{DEFAULT_BASE}article/a1/g1>"),
    "an issuer that is the meeting": swapped("/d1", vocab.ISSUER, f"<{DEFAULT_BASE}article/a1/m1>"),
    "a hash that is none": swapped("", vocab.SCHEMA_SHA256, '"12ab"'),
    "a generator that is a text": swapped("/graph", vocab.PROV_WAS_GENERATED_BY, '"me"'),
    "a quote that ends before it begins": swapped(SELECTOR, vocab.OA_END, f'"0"^^{XSD}integer>'),
}
SOUND = {"an issuer that is the meeting"}


def article() -> Facts:
    return records.facts(first(), DEFAULT_BASE, "0")


def as_graph(facts: Facts) -> Graph:
    graph = Graph().parse(data="".join(f"{s} {p} {o} .\n" for s, p, o in facts), format="nt")
    return graph.parse(data=ontology.text("schemes.ttl"), format="turtle")


def theirs(facts: Facts, shapes_graph: Graph) -> set[tuple[str, str]]:
    """Return node and path of what pySHACL finds, leaving out what SPARQL constraints say."""
    _, report, _ = pyshacl.validate(as_graph(facts), shacl_graph=shapes_graph, advanced=False, inplace=True)
    return {
        (report.value(result, SH.focusNode).n3(), report.value(result, SH.resultPath).n3())
        for result in report.objects(None, SH.result)
    }


def ours(facts: Facts) -> set[tuple[str, str]]:
    found = set()
    for fault in shapes.faults(facts):
        local = fault.message.split(" ")[0]
        paths = {one.path for group in shapes.properties().values() for one in group if shapes.local(one.path) == local}
        found |= {(fault.node, path) for path in paths if path in facts.nodes[fault.node] or len(paths) == 1}
    return found


@pytest.fixture(scope="module")
def core() -> Graph:
    """The shapes without their SPARQL constraints, which speak of a whole build."""
    graph = Graph().parse(data=ontology.text("shapes.ttl"), format="turtle")
    for shape in list(graph.subjects(SH.sparql)):
        graph.remove((shape, None, None))
    return graph


@pytest.mark.parametrize("extraction", [first(), second()], ids=["a1", "a2"])
def test_both_pass_a_sound_article(extraction: Extraction, core: Graph) -> None:
    facts = records.facts(extraction, DEFAULT_BASE, "0")
    assert ours(facts) == theirs(facts, core) == set()


@pytest.mark.filterwarnings("ignore::UserWarning:rdflib")
@pytest.mark.parametrize("fault", FAULTS)
def test_both_find_a_planted_fault_at_the_same_place(fault: str, core: Graph, caplog: pytest.LogCaptureFixture) -> None:
    facts = article()
    FAULTS[fault](facts)
    found = ours(facts)
    assert found == theirs(facts, core)
    assert bool(found) == (fault not in SOUND)


RULE_FAULTS = {
    "a sound rule": (vocab.READS, vocab.ROLE),
    "a precision beyond one": (vocab.PRECISION, f'"1.5"^^{XSD}decimal>'),
    "a precision that is a text": (vocab.PRECISION, '"0.9"'),
    "a count below nothing": (vocab.WRONG_COUNT, f'"-1"^^{XSD}integer>'),
    "no name": (vocab.RDFS_LABEL, '""'),
}


@pytest.mark.parametrize("fault", RULE_FAULTS)
def test_both_find_what_is_wrong_with_a_rule(fault: str, core: Graph) -> None:
    measured = {"test": RuleFigures((("roles", 8, 2), ("persons", 10, 0)))}
    facts = Facts(described({("test", vocab.ROLE), ("other", vocab.MEETING)}, measured, DEFAULT_BASE))
    predicate, value = RULE_FAULTS[fault]
    facts.nodes[f"<{DEFAULT_BASE}rule/test>"][predicate] = [value]
    found = ours(facts)
    assert found == theirs(facts, core)
    assert bool(found) == (fault != "a sound rule")


def test_the_links_of_a_build_keep_to_the_sparql_constraints_of_both() -> None:
    summaries = [summarize(extraction) for extraction in (first(), second())]
    facts = Facts(links(summaries, resolve(summaries), DEFAULT_BASE, "0"))
    for extraction in (first(), second()):
        for triple in records.facts(extraction, DEFAULT_BASE, "0"):
            facts.add(*triple)
    for triple in run(DEFAULT_BASE, "0", {"govmeet": "0"}):
        facts.add(*triple)
    assert verdicts(facts) == (set(), set())
    meeting, chair = f"<{DEFAULT_BASE}article/a1/m1>", f"<{DEFAULT_BASE}article/a1/o1>"
    attended = facts.nodes[meeting][vocab.ATTENDED_BY]
    attended[:] = [official for official in attended if official != chair]
    facts.nodes[f"<{DEFAULT_BASE}article/a2/o2>"][vocab.CANONICAL] = [f"<{DEFAULT_BASE}article/a2/o3>", chair]
    del facts.nodes[f"<{DEFAULT_BASE}article/a2/m1>"][vocab.CANONICAL]
    mine, others = verdicts(facts)
    assert mine == others
    assert {shape for _, shape in mine} == {"ChairIsPresent", "OfficialHasCanonical", "MeetingHasCanonical"}


def verdicts(facts: Facts) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Return what the SPARQL constraints find, asked of Oxigraph and by pySHACL: the node and the shape."""
    store = ox.Store()
    store.load("".join(f"{s} {p} {o} .\n" for s, p, o in facts).encode(), format=ox.RdfFormat.N_TRIPLES)
    mine = {
        (str(row["this"]), rule.shape) for rule in shapes.rules() for row in store.query(rule.query, prefixes=ontology.prefixes())
    }
    shapes_graph = Graph().parse(data=ontology.text("shapes.ttl"), format="turtle")
    _, report, _ = pyshacl.validate(as_graph(facts), shacl_graph=shapes_graph, inplace=True)
    theirs = {
        (report.value(result, SH.focusNode).n3(), shapes.local(report.value(result, SH.sourceShape).n3()))
        for result in report.objects(None, SH.result)
    }
    return mine, theirs


def test_the_message_names_article_shape_node_and_value() -> None:
    facts = article()
    FAULTS["a kind that is no concept"](facts)
    with pytest.raises(ShapeError, match=r"^a1: Meeting: <\S+article/a1/m1>: meetingKind <\S+/party> is no \S*MeetingKind"):
        shapes.require_sound(facts, "a1")


@pytest.mark.parametrize(
    ("constraint", "said"),
    [
        ("sh:maxLength 9", "maxLength> is not understood"),
        ("sh:minLength 2", "minLength .* is not understood"),
        ("sh:datatype xsd:float", "datatype .* is not understood"),
        ("sh:nodeKind sh:Literal", "nodeKind .* is not understood"),
        ("sh:property [ sh:path skos:broader ; sh:hasValue skos:x ]", "only be asked for its scheme"),
    ],
)
def test_what_is_not_understood_is_refused(constraint: str, said: str) -> None:
    text = f"""@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> . <a:shape> {constraint} ."""
    nodes = Nodes(ox.parse(text, format=ox.RdfFormat.TURTLE))
    with pytest.raises(ShapeError, match=said):
        list(value_tests.compiled(nodes, "<a:shape>"))


def test_a_capacity_given_twice_is_one_triple() -> None:
    seat = first().participations[0]
    doubled = replace(seat, capacities=(*seat.capacities, Stated("chair", seat.capacities[1].evidence)))
    facts = records.facts(replace(first(), participations=(doubled,)), DEFAULT_BASE, "0")
    assert not list(shapes.faults(facts))
