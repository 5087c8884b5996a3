"""Values for the variables of a question, put in as RDF literals: never as text that a query could be made of."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pyoxigraph as ox

from kg.errors import QuestionError

_PLACE = re.compile(r"VALUES\s+\?(\w+)\s*\{\s*UNDEF\s*\}")


def places(query: str) -> tuple[str, ...]:
    """Return the variables that a query leaves open as ``VALUES ?name { UNDEF }``, in order."""
    return tuple(dict.fromkeys(_PLACE.findall(query)))


def bound(query: str, bindings: Mapping[str, str | int]) -> str:
    """Return the query with a literal in place of ``UNDEF`` for each binding.

    Raises:
        QuestionError: if the query leaves no such variable open, or a text cannot be written as UTF-8.
    """
    if not bindings:
        return query
    for name in sorted(set(bindings) - set(places(query))):
        raise QuestionError(f"the query leaves no ?{name} open; `VALUES ?{name} {{ UNDEF }}` would")

    def fill(found: re.Match[str]) -> str:
        name = found[1]
        return f"VALUES ?{name} {{ {_term(bindings[name])} }}" if name in bindings else found[0]

    return _PLACE.sub(fill, query)


def _term(value: str | int) -> str:
    try:
        return str(ox.Literal(value))
    except (UnicodeEncodeError, ValueError) as error:
        raise QuestionError(f"{value!r:.40} is no text: {error}") from error
