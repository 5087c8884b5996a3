"""Write ``vocab.py`` from the ontology: ``python -m kg.graph.vocab_gen``.

It names every term of ``meeting.ttl`` and every term of another vocabulary that ``shapes.ttl`` speaks of, as an N-Triples
token; the test of freshness compares :func:`render` with the file.
"""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph as ox

from kg.graph import ontology

_HEAD = '''"""The terms of the graph as N-Triples tokens. Generated from ontology/ by kg/graph/vocab_gen.py: do not edit."""

from typing import Final

'''
_WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_LEFT_OUT = {"owl", "xsd"}
"""Vocabularies that shapes and ontology speak of, and data does not name by a constant."""

_TARGET = Path(__file__).with_name("vocab.py")


def render() -> str:
    """Return what ``vocab.py`` should hold."""
    named: dict[str, str] = {}
    # Small letters sort after capitals: where a class and a property differ in nothing else, the property has the name.
    for iri in sorted(_terms(), reverse=True):
        name = _constant(iri)
        if name is not None:
            named[name if name not in named else f"{name}_CLASS"] = iri
    lines = [f'{name}: Final = "<{iri}>"' for name, iri in sorted(named.items())]
    return _HEAD + "\n".join(lines) + "\n"


def _terms() -> set[str]:
    """Collect the IRIs that may stand in data: own terms and what they specialize, and all that a shape speaks of."""
    found = {"http://www.w3.org/1999/02/22-rdf-syntax-ns#type"}
    for subject, predicate, value, _, _ in ontology.statements("meeting.ttl"):
        found.add(subject)
        if predicate.endswith(("#subClassOf", "#subPropertyOf")):
            found.add(value)
    found.update(quad.object.value for quad in ontology.quads("shapes.ttl") if isinstance(quad.object, ox.NamedNode))
    return found


def _constant(iri: str) -> str | None:
    """Return the constant's name: own terms bare, code lists as SCHEME_…, others after their prefix; None for the rest."""
    if iri.startswith(ontology.SCHEMES) and not iri.endswith("/"):
        return "SCHEME_" + iri.removeprefix(ontology.SCHEMES).replace("-", "_").upper()
    for prefix, base in ontology.prefixes().items():
        local = iri.removeprefix(base)
        if local != iri and local.isalnum() and prefix not in _LEFT_OUT:
            name = _WORD.sub("_", local).upper()
            return name if prefix == "gm" else f"{prefix.upper()}_{name}"
    return None


def main() -> None:
    """Write the file."""
    _TARGET.write_text(render(), encoding="utf-8")


if __name__ == "__main__":
    main()
