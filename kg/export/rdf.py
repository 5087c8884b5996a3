"""Turtle, TriG, N-Quads and JSON-LD, as the store writes them: sorted, the same facts in the same bytes."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from kg.export.exporter import Exporter
from kg.export.whole import whole
from kg.graph.store import Store


def write(name: str, suffix: str, store: Store, folder: Path) -> tuple[Path, ...]:
    """Write the graph in one of the store's formats."""
    target = folder / f"graph{suffix}"
    with whole(target) as file:
        store.write(file, name)
    return (target,)


TURTLE = Exporter("turtle", ".ttl", partial(write, "turtle", ".ttl"))
TRIG = Exporter("trig", ".trig", partial(write, "trig", ".trig"))
NQUADS = Exporter("nquads", ".nq", partial(write, "nquads", ".nq"))
JSONLD = Exporter("jsonld", ".jsonld", partial(write, "jsonld", ".jsonld"))
