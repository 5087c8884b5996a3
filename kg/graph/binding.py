"""Values for the variables of a question, put in as RDF literals: never as text that a query could be made of."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pyoxigraph as ox

from kg.errors import QuestionError

_VARIABLE = re.compile(r"\?(\w+)")
_PLACE = re.compile(r"VALUES\s+\?(\w+)\s*\{\s*UNDEF\s*\}")


def places(query: str) -> tuple[str, ...]:
    """Return the variables that a query leaves open as ``VALUES ?name { UNDEF }``, in order."""
    return tuple(dict.fromkeys(_PLACE.findall(query)))


def bound(query: str, bindings: Mapping[str, str | int]) -> str:
    """Return the query with a literal in place of each variable that is bound, and without the place that left it open.

    A literal rather than a line of VALUES: Oxigraph joins those last, and would filter all of the graph first.

    Raises:
        QuestionError: if the query leaves no such variable open, or a text cannot be written as UTF-8.
    """
    if not bindings:
        return query
    for name in sorted(set(bindings) - set(places(query))):
        raise QuestionError(f"the query leaves no ?{name} open; `VALUES ?{name} {{ UNDEF }}` would")
    terms = {name: _term(value) for name, value in bindings.items()}
    closed = _PLACE.sub(lambda found: "" if found[1] in terms else found[0], query)
    return _VARIABLE.sub(lambda found: terms.get(found[1], found[0]), closed)


def _term(value: str | int) -> str:
    try:
        return str(ox.Literal(value))
    except (UnicodeEncodeError, ValueError) as error:
        raise QuestionError(f"{value!r:.40} is no text: {error}") from error
