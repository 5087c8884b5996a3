"""What a shape may ask of a value, as functions of the graph and the value's token."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kg.errors import ShapeError
from kg.graph import ontology, vocab
from kg.graph.facts import Facts
from kg.graph.nodes import Nodes
from kg.graph.terms import XSD

Test = Callable[[Facts, str], bool]
Named = tuple[str, Test]

_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_ESCAPES = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f", '"': '"', "'": "'", "\\": "\\"}

_SH = "<http://www.w3.org/ns/shacl#"

_ZONE = r"(?:Z|[+-]\d\d:\d\d)?"
_FORMS = {
    "integer": re.compile(r"[+-]?\d+"),
    "decimal": re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)"),
    "anyURI": re.compile(r"[^\s<>\"{}|\\^`]*"),
    "date": re.compile(rf"-?\d{{4,}}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]){_ZONE}"),
    "gYearMonth": re.compile(rf"-?\d{{4,}}-(?:0[1-9]|1[0-2]){_ZONE}"),
    "gYear": re.compile(rf"-?\d{{4,}}{_ZONE}"),
    "gMonthDay": re.compile(rf"--(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]){_ZONE}"),
    "gMonth": re.compile(rf"--(?:0[1-9]|1[0-2]){_ZONE}"),
    "gDay": re.compile(rf"---(?:0[1-9]|[12]\d|3[01]){_ZONE}"),
}
"""Well-formed values of the types of XML Schema that the data uses."""


def lexical(token: str) -> str:
    """Return a literal's characters; escapes stay as they are written."""
    return token[1 : token.rindex('"')]


def unescaped(token: str) -> str:
    """Return a literal's text."""
    return _ESCAPE.sub(_character, lexical(token))


def _character(found: re.Match[str]) -> str:
    code = found[1] or found[2]
    return chr(int(code, 16)) if code else _ESCAPES[found[3]]


def compiled(nodes: Nodes, here: str, beside: frozenset[str] = frozenset()) -> Iterator[Named]:
    """Yield the tests that a shape puts to a value, each with its name.

    Raises:
        ShapeError: if the shape has a constraint that is not understood; those ``beside`` are someone else's to read.
    """
    for predicate in sorted(nodes.predicates(here) - beside):
        make = _MAKERS.get(predicate)
        if make is None:
            raise ShapeError(f"shapes.ttl: {here}: {predicate} is not understood")
        for value in nodes.all(here, predicate):
            yield make(nodes, value)


def _datatype(nodes: Nodes, value: str) -> Named:
    if value == f"<{XSD}string>":
        return "string", lambda facts, token: token[0] == '"' == token[-1]
    name = value.removeprefix(f"<{XSD}")[:-1]
    form = _FORMS.get(name)
    if form is None:
        raise ShapeError(f"shapes.ttl: datatype {value} is not understood")
    end = f"^^{value}"
    return name, lambda facts, token: token.endswith(end) and form.fullmatch(lexical(token)) is not None


def _class(nodes: Nodes, value: str) -> Named:
    return value, lambda facts, token: value in facts.values(token, vocab.RDF_TYPE)


def _node(nodes: Nodes, value: str) -> Named:
    tests = tuple(test for _, test in compiled(nodes, value))
    return value, lambda facts, token: all(test(facts, token) for test in tests)


def _or(nodes: Nodes, value: str) -> Named:
    choices = [tuple(compiled(nodes, member)) for member in nodes.listed(value)]
    name = " or ".join(name for choice in choices for name, _ in choice)
    return name, lambda facts, token: any(all(test(facts, token) for _, test in choice) for choice in choices)


def _in_scheme(nodes: Nodes, value: str) -> Named:
    """Compile the one property that a value shape may ask for: to be a concept of a code list."""
    nodes.refuse_others(value, {f"{_SH}path>", f"{_SH}hasValue>"})
    if nodes.one(value, f"{_SH}path>") != vocab.SKOS_IN_SCHEME:
        raise ShapeError(f"shapes.ttl: {value}: a value may only be asked for its scheme")
    scheme = nodes.one(value, f"{_SH}hasValue>")[1:-1]
    keys = ontology.concepts()[scheme.removeprefix(ontology.SCHEMES)]
    members = frozenset(f"<{scheme}/{key}>" for key in keys)
    return f"concept of {scheme}", lambda facts, token: token in members


def _min_length(nodes: Nodes, value: str) -> Named:
    if lexical(value) != "1":
        raise ShapeError(f"shapes.ttl: minLength {value} is not understood, only 1")
    return "text that says something", lambda facts, token: token != '""'


def _min_inclusive(nodes: Nodes, value: str) -> Named:
    least = int(lexical(value))
    whole = _FORMS["integer"]
    return (
        f"number from {least}",
        lambda facts, token: token[0] == '"' and whole.fullmatch(lexical(token)) is not None and int(lexical(token)) >= least,
    )


def _pattern(nodes: Nodes, value: str) -> Named:
    pattern = re.compile(lexical(value))
    return f"text like {pattern.pattern}", lambda facts, token: pattern.search(lexical(token)) is not None


def _node_kind(nodes: Nodes, value: str) -> Named:
    if value != f"{_SH}IRI>":
        raise ShapeError(f"shapes.ttl: nodeKind {value} is not understood, only sh:IRI")
    return "IRI", lambda facts, token: token[0] == "<"


_MAKERS: dict[str, Callable[[Nodes, str], Named]] = {
    f"{_SH}datatype>": _datatype,
    f"{_SH}class>": _class,
    f"{_SH}node>": _node,
    f"{_SH}or>": _or,
    f"{_SH}property>": _in_scheme,
    f"{_SH}minLength>": _min_length,
    f"{_SH}minInclusive>": _min_inclusive,
    f"{_SH}pattern>": _pattern,
    f"{_SH}nodeKind>": _node_kind,
}
