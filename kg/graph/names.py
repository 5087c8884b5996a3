"""How the graph's nodes are named under the base that the user sets."""

from __future__ import annotations

import re

from kg.errors import StoreError
from kg.graph.ontology import SCHEMES
from kg.graph.terms import segment

DEFAULT_BASE = "https://w3id.org/govmeet/id/"
"""Where data has its names unless the user sets another base; not registered."""

_BASE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^\s<>\"{}|\\^`#?]+/", re.ASCII)


def checked_base(base: str) -> str:
    """Return the base.

    Raises:
        StoreError: if it is no absolute IRI that ends in a slash.
    """
    if not _BASE.fullmatch(base):
        raise StoreError(f"{base!r}: a base is an absolute IRI that ends in a slash, such as {DEFAULT_BASE}")
    return base


def article(base: str, identifier: str) -> str:
    """Return an article's IRI; its records' begin with it."""
    return f"{base}article/{segment(identifier)}"


def links_graph(base: str) -> str:
    """Return the name of the graph of links, as a token."""
    return f"<{base}graph/links>"


def run_graph(base: str) -> str:
    """Return the name of the graph that describes the program, as a token."""
    return f"<{base}graph/run>"


def run(base: str, edition: str) -> str:
    """Return the run of an edition of the program, as a token: not of one day, so that the same input gives the same graph."""
    return f"<{base}run/{segment(edition)}>"


def rule(base: str, name: str) -> str:
    """Return a rule of the program, as a token."""
    return f"<{base}rule/{segment(name)}>"


def concept(scheme: str, key: str) -> str:
    """Return a concept of a code list, as a token; whether there is one is for the shapes to say."""
    return f"<{SCHEMES}{scheme}/{segment(key)}>"
