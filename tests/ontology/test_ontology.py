"""The ontology's own files: labelled, documented, parsed alike by two libraries, without anonymous nodes."""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import OWL, RDF, RDFS, SKOS, BNode, Graph, Literal, URIRef
from rdflib.plugins.sparql import prepareQuery

FOLDER = Path(__file__).resolve().parents[2] / "ontology"
GM = "https://w3id.org/govmeet/ontology#"
SCHEMES = "https://w3id.org/govmeet/scheme/"
FILES = ("meeting.ttl", "schemes.ttl", "shapes.ttl", "alignments.ttl")
QUERIES = sorted(path.name for path in (FOLDER / "queries").glob("*.rq"))


def read(name: str) -> Graph:
    return Graph().parse(FOLDER / name, format="turtle")


@pytest.fixture(scope="module")
def meeting() -> Graph:
    return read("meeting.ttl")


@pytest.fixture(scope="module")
def schemes() -> Graph:
    return read("schemes.ttl")


def own_terms(graph: Graph) -> set[URIRef]:
    return {node for node in graph.subjects() if isinstance(node, URIRef) and node.startswith(GM)}


def languages(graph: Graph, node: URIRef, predicate: URIRef) -> list[str | None]:
    return sorted(value.language or "" for value in graph.objects(node, predicate) if isinstance(value, Literal))


@pytest.mark.parametrize("name", FILES)
def test_rdflib_and_oxigraph_read_the_same_number_of_triples(name: str) -> None:
    assert len(read(name)) == len(list(ox.parse(path=FOLDER / name, format=ox.RdfFormat.TURTLE)))


def test_every_own_term_has_one_label_and_one_definition_in_each_language(meeting: Graph) -> None:
    for term in sorted(own_terms(meeting)):
        assert languages(meeting, term, RDFS.label) == ["en", "zh"], term
        assert languages(meeting, term, SKOS.definition) == ["en", "zh"], term


def test_every_own_term_is_a_class_or_a_property(meeting: Graph) -> None:
    kinds = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty}
    for term in sorted(own_terms(meeting)):
        assert len(set(meeting.objects(term, RDF.type)) & kinds) == 1, term


def test_every_own_class_specializes_one_of_a_standard(meeting: Graph) -> None:
    for term in meeting.subjects(RDF.type, OWL.Class):
        assert [parent for parent in meeting.objects(term, RDFS.subClassOf) if not str(parent).startswith(GM)], term


def test_own_domains_and_ranges_are_defined_here(meeting: Graph) -> None:
    for predicate in (RDFS.domain, RDFS.range, RDFS.subPropertyOf):
        for value in meeting.objects(None, predicate):
            assert not str(value).startswith(GM) or value in own_terms(meeting), value


def test_a_text_property_has_a_text_range_and_an_object_property_has_none(meeting: Graph) -> None:
    for term in meeting.subjects(RDF.type, OWL.DatatypeProperty):
        assert str(meeting.value(term, RDFS.range)).startswith("http://www.w3.org/2001/XMLSchema#"), term
    for term in meeting.subjects(RDF.type, OWL.ObjectProperty):
        assert "XMLSchema" not in str(meeting.value(term, RDFS.range)), term


def test_a_concept_is_labelled_defined_and_named_by_its_notation(schemes: Graph) -> None:
    concepts = set(schemes.subjects(RDF.type, SKOS.Concept))
    assert len(concepts) > 60
    for concept in sorted(concepts):
        scheme = schemes.value(concept, SKOS.inScheme)
        assert concept == URIRef(f"{scheme}/{schemes.value(concept, SKOS.notation)}")
        assert (scheme, RDF.type, SKOS.ConceptScheme) in schemes
        assert languages(schemes, concept, SKOS.prefLabel) == ["en", "zh"], concept
        assert languages(schemes, concept, SKOS.definition) == ["en", "zh"], concept


def test_no_two_concepts_of_a_scheme_share_a_label(schemes: Graph) -> None:
    seen: dict[tuple[str, str], URIRef] = {}
    for concept in schemes.subjects(RDF.type, SKOS.Concept):
        for label in schemes.objects(concept, SKOS.prefLabel):
            key = (str(schemes.value(concept, SKOS.inScheme)), label.n3())
            assert key not in seen, (concept, seen.get(key))
            seen[key] = concept


@pytest.mark.parametrize("name", ["meeting.ttl", "schemes.ttl", "alignments.ttl"])
def test_what_is_published_has_no_blank_nodes(name: str) -> None:
    assert not [node for triple in read(name) for node in triple if isinstance(node, BNode)]


@pytest.mark.parametrize("name", FILES)
def test_schema_org_is_used_over_https(name: str) -> None:
    assert "http://schema.org" not in (FOLDER / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["meeting.ttl", "schemes.ttl"])
def test_the_head_says_that_the_names_are_not_registered(name: str) -> None:
    head = (FOLDER / name).read_text(encoding="utf-8").split("@prefix")[0]
    assert re.search("not registered", head.replace("#", " ").replace("this IRI nor", "not registered"), re.IGNORECASE)


def test_alignments_only_name_own_terms_that_exist(meeting: Graph) -> None:
    for subject in read("alignments.ttl").subjects():
        assert not str(subject).startswith(GM) or subject in own_terms(meeting), subject


def test_shapes_only_name_own_terms_and_schemes_that_exist(meeting: Graph, schemes: Graph) -> None:
    known = own_terms(meeting) | set(schemes.subjects(RDF.type, SKOS.ConceptScheme))
    for value in read("shapes.ttl").objects():
        if isinstance(value, URIRef) and value.startswith((GM, SCHEMES)):
            assert value in known, value


def test_every_own_class_has_a_shape(meeting: Graph) -> None:
    targets = set(read("shapes.ttl").objects(None, URIRef("http://www.w3.org/ns/shacl#targetClass")))
    assert {term for term in meeting.subjects(RDF.type, OWL.Class) if str(term).startswith(GM)} <= targets


@pytest.mark.parametrize("name", QUERIES)
def test_a_question_can_be_asked_as_it_stands_by_two_engines(name: str) -> None:
    text = (FOLDER / "queries" / name).read_text(encoding="utf-8")
    prepareQuery(text)
    assert list(ox.Store().query(text)) is not None


@pytest.mark.parametrize("name", QUERIES)
def test_a_question_only_names_own_terms_that_exist(name: str, meeting: Graph, schemes: Graph) -> None:
    text = (FOLDER / "queries" / name).read_text(encoding="utf-8")
    for local in re.findall(r"\bgm:(\w+)", text):
        assert URIRef(GM + local) in own_terms(meeting), local
    for scheme, key in re.findall(r"\b(capacity|modality):(\w+)", text):
        assert (URIRef(f"{SCHEMES}{scheme}/{key}"), RDF.type, SKOS.Concept) in schemes, key


def test_a_question_lies_within_the_line_length_and_declares_what_it_uses() -> None:
    for name in QUERIES:
        for line in (FOLDER / "queries" / name).read_text(encoding="utf-8").splitlines():
            assert len(line) <= 150, (name, line)
