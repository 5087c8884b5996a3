"""GraphML of the two networks, for igraph, Gephi, yEd and networkx."""

from __future__ import annotations

import io
from pathlib import Path

import networkx as nx

from kg.export.exporter import Exporter
from kg.export.networks import networks
from kg.export.whole import write_whole
from kg.graph.store import Store


def write(store: Store, folder: Path) -> tuple[Path, ...]:
    """Write ``chairs.graphml`` and ``attendance.graphml``."""
    return tuple(write_whole(folder / f"{name}.graphml", graphml(graph)) for name, graph in networks(store))


def graphml(graph: nx.Graph) -> bytes:
    """Return a network, whose strings are legal in XML, as GraphML."""
    file = io.BytesIO()
    # The plain writer and not write_graphml, which takes lxml where that is installed and then writes other bytes.
    nx.write_graphml_xml(graph, file)
    return file.getvalue()


GRAPHML = Exporter("graphml", ".graphml", write)
