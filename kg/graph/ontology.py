"""The ontology's files, and what Python needs to know of them: prefixes, code lists, labels.

In a checkout they stand beside the package, in a wheel inside it (hatch's ``force-include`` does not apply to editable
installs), so both places are looked in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox

from kg.errors import StoreError

_PACKAGE = Path(__file__).resolve().parent.parent
_PREFIX = re.compile(r"@prefix\s+([\w-]+):\s+<([^>]*)>", re.ASCII)

SKOS = "http://www.w3.org/2004/02/skos/core#"
SCHEMES = "https://w3id.org/govmeet/scheme/"
VOCABULARY = "https://w3id.org/govmeet/ontology"


class Statement(NamedTuple):
    """A triple of the ontology; ``language`` is that of a label, ``named`` whether the object is an IRI."""

    subject: str
    predicate: str
    object: str
    language: str
    named: bool


@cache
def folder() -> Path:
    """Return the folder that holds ``meeting.ttl`` and its neighbours.

    Raises:
        StoreError: if neither place has it.
    """
    for place in (_PACKAGE / "ontology", _PACKAGE.parent / "ontology"):
        if (place / "meeting.ttl").is_file():
            return place
    raise StoreError(f"{_PACKAGE}: the ontology is neither in the package nor beside it")


def text(name: str) -> str:
    """Return one file of the ontology."""
    return (folder() / name).read_text(encoding="utf-8")


def quads(name: str) -> list[ox.Quad]:
    """Return the triples of one Turtle file of the ontology."""
    return list(ox.parse(text(name), format=ox.RdfFormat.TURTLE))


def statements(name: str) -> Iterator[Statement]:
    """Yield the triples of one file whose subject is an IRI and whose object is an IRI or a literal."""
    for quad in quads(name):
        subject, value = quad.subject, quad.object
        if isinstance(subject, ox.NamedNode) and isinstance(value, ox.NamedNode | ox.Literal):
            language = value.language or "" if isinstance(value, ox.Literal) else ""
            yield Statement(subject.value, quad.predicate.value, value.value, language, isinstance(value, ox.NamedNode))


@cache
def prefixes() -> dict[str, str]:
    """Return the prefixes of data and questions: those of ``meeting.ttl``, and one for each code list."""
    found = dict(_PREFIX.findall(text("meeting.ttl")))
    return found | dict(_PREFIX.findall(text("schemes.ttl")))


@cache
def concepts() -> dict[str, dict[str, dict[str, str]]]:
    """Return the code lists: scheme → key → language → preferred label."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    for subject, predicate, value, language, _ in statements("schemes.ttl"):
        scheme, _, key = subject.removeprefix(SCHEMES).partition("/")
        if key and predicate == SKOS + "prefLabel":
            found.setdefault(scheme, {}).setdefault(key, {})[language] = value
    return found


def concept_label(scheme: str, key: str, language: str = "zh") -> str:
    """Return the preferred label of a concept.

    Raises:
        KeyError: if the scheme has no such concept, or it no label in this language.
    """
    return concepts()[scheme][key][language]


@cache
def labels() -> dict[str, dict[str, str]]:
    """Return the labels of the vocabulary's own classes and properties: local name → language → label."""
    found: dict[str, dict[str, str]] = {}
    for subject, predicate, value, language, _ in statements("meeting.ttl"):
        if predicate == prefixes()["rdfs"] + "label":
            found.setdefault(subject.removeprefix(VOCABULARY).removeprefix("#"), {})[language] = value
    return found
