"""GEXF 1.2 of the two networks, for Gephi and networkx."""

from __future__ import annotations

import re
from pathlib import Path

import networkx as nx

from kg.export.exporter import Exporter
from kg.export.networks import networks
from kg.export.whole import write_whole
from kg.graph.store import Store

_META = re.compile(r"<meta .*?</meta>", re.DOTALL)
_GRAPH_NAME = re.compile(r'(<graph [^>]*?) name="[^"]*"')


def write(store: Store, folder: Path) -> tuple[Path, ...]:
    """Write ``chairs.gexf`` and ``attendance.gexf``."""
    return tuple(write_whole(folder / f"{name}.gexf", gexf(graph)) for name, graph in networks(store))


def gexf(graph: nx.Graph) -> bytes:
    """Return a network, whose strings are legal in XML, as GEXF."""
    text = "\n".join(nx.generate_gexf(graph, version="1.2draft"))
    # networkx writes today's date, its own version, and a name that the schema does not allow on the graph.
    text = _META.sub("<meta><creator>govmeet</creator></meta>", text, count=1)
    text = _GRAPH_NAME.sub(r"\1", text, count=1)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


GEXF = Exporter("gexf", ".gexf", write)
