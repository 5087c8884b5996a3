"""The two networks as the formats of other programs can hold them."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from kg.export.whole import legal
from kg.graph.store import Store
from kg.view.network import attendance_network, chairs_network
from kg.view.tables import read_register


def networks(store: Store) -> Iterator[tuple[str, nx.Graph]]:
    """Yield the networks of a store under the names of their files, every string legal in XML."""
    register = read_register(store)
    yield "chairs", cleaned(chairs_network(register))
    yield "attendance", cleaned(attendance_network(register))


def cleaned(graph: nx.Graph) -> nx.Graph:
    """Return a copy without characters that XML cannot hold."""
    copy = nx.Graph(**graph.graph)
    copy.add_nodes_from((legal(node), _legal(values)) for node, values in graph.nodes(data=True))
    copy.add_edges_from((legal(a), legal(b), _legal(values)) for a, b, values in graph.edges(data=True))
    return copy


def _legal(values: dict[str, str | int | float]) -> dict[str, str | int | float]:
    return {name: legal(value) if isinstance(value, str) else value for name, value in values.items()}
