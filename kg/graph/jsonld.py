"""JSON-LD from sorted lines: expanded form, one object for each graph, one inside for each subject."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

import pyoxigraph as ox

from kg.graph import vocab

_STRING = "http://www.w3.org/2001/XMLSchema#string"


def jsonld(lines: Iterable[str], base: str) -> Iterator[str]:
    """Yield a JSON-LD document of sorted lines ``graph subject predicate object``."""
    yield "["
    separator = "\n"
    for graph, found in groupby(lines, key=lambda line: line.partition(" ")[0]):
        quads = ox.parse("\n".join(f"{line.partition(' ')[2]} ." for line in found), format=ox.RdfFormat.N_TRIPLES)
        subjects = groupby(quads, key=lambda quad: str(quad.subject))
        nodes = [_node(subject, triples) for subject, triples in subjects]
        yield separator + json.dumps({"@id": graph[1:-1], "@graph": nodes}, ensure_ascii=False)
        separator = ",\n"
    yield "\n]\n"


def _node(subject: str, triples: Iterable[ox.Quad]) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": subject[1:-1]}
    for triple in triples:
        if str(triple.predicate) == vocab.RDF_TYPE:
            node.setdefault("@type", []).append(str(triple.object)[1:-1])
        else:
            node.setdefault(triple.predicate.value, []).append(_value(triple.object))
    return node


def _value(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> dict[str, str]:
    if not isinstance(term, ox.Literal):
        return {"@id": str(term)[1:-1]}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if term.datatype.value == _STRING:
        return {"@value": term.value}
    return {"@value": term.value, "@type": term.datatype.value}
