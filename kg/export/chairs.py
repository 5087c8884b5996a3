"""The picture of officials and the meetings that they chaired."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import zip_longest

import networkx as nx

from kg.export.layout import place
from kg.export.scene import Columns, Node, Scene, Tie, box, by_group, by_level, sized
from kg.export.texts import texts
from kg.graph.ontology import concepts
from kg.view.network import chairs_network
from kg.view.register import Register

OFFICIALS, MEETINGS = 2_000, 6_000
"""The most officials (by meetings chaired) and meetings (latest first) that the file holds."""
OTHER = "other"
FEW, SMALL, LARGE = 60, ((9, 20), (16, 24)), ((12, 30), (24, 36))
"""Radii and font sizes of officials in pictures of up to so many nodes, and in larger ones, which are seen from afar."""
OPENING_OFFICIALS, OPENING = 24, 160
"""Officials, and nodes in all, that stand when the picture opens."""


def chairs_scene(register: Register) -> Scene:
    """Build the picture: squares are meetings, dots their chairs, both coloured by level or by the body that met."""
    graph = chairs_network(register)
    officials, meetings = _chosen(graph)
    numbers = {node: number for number, node in enumerate([*officials, *meetings])}
    nodes = _nodes(graph.subgraph(numbers), officials, meetings)
    ties = [
        Tie(numbers[official], numbers[meeting], 1.0, 1)
        for official in officials
        for meeting in _latest(graph, official)
        if meeting in numbers
    ]
    opening = _opening(graph, officials, numbers)
    placed = place(graph.subgraph(opening), {node: box(nodes[numbers[node]]) for node in opening})
    return Scene(
        kind="chairs",
        nodes=nodes,
        ties=ties,
        places={numbers[node]: placed[node] for node in sorted(placed)},
        groupings=[
            by_level(nodes),
            by_group("type", nodes, texts("other_types"), concepts()["meeting-kind"]),
            by_group("body", nodes, texts("other_bodies")),
        ],
        columns=Columns(register, officials, meetings).built(chairs_only=True),
        left_out=len(graph) - len(nodes),
    )


def _chosen(graph: nx.Graph) -> tuple[list[str], list[str]]:
    kinds = graph.nodes(data="kind")
    officials = sorted((node for node, kind in kinds if kind == "official"), key=lambda node: (-graph.degree(node), node))[
        :OFFICIALS
    ]
    kept = set(officials)
    meetings = [node for node, kind in kinds if kind == "meeting" and not kept.isdisjoint(graph[node])]
    return officials, sorted(sorted(meetings), key=lambda node: str(graph.nodes[node]["date"]), reverse=True)[:MEETINGS]


def _nodes(graph: nx.Graph, officials: list[str], meetings: list[str]) -> list[Node]:
    people = [_node(graph, node, {key: _most(graph, node, key) for key in ("type", "body")}) for node in officials]
    met = [_node(graph, node, {key: _told(graph, node, key) for key in ("type", "body")}) for node in meetings]
    sized(people, *(LARGE if len(people) + len(met) > FEW else SMALL))
    sized(met, (7, 7), (13, 13))
    return [*people, *met]


def _node(graph: nx.Graph, node: str, groups: dict[str, str]) -> Node:
    found: Mapping[str, str] = graph.nodes[node]
    # A meeting without a name is called by its kind and day; the day stands below.
    label = found["label"].removesuffix(found["date"]).rstrip() or found["label"]
    return Node(node, found["kind"][0], label, float(graph.degree(node)), found["level"], groups, below=found["date"])


def _most(graph: nx.Graph, official: str, key: str) -> str:
    """Return the body, or the kind of meeting, that the official chaired most often."""
    counted = Counter(_told(graph, meeting, key) for meeting in graph[official])
    del counted[""]
    return min(counted, key=lambda name: (-counted[name], name), default="")


def _told(graph: nx.Graph, meeting: str, key: str) -> str:
    """Return the body or the kind of a meeting; a meeting of another kind than the code list names is of none."""
    told = str(graph.nodes[meeting][key])
    return "" if told == OTHER else told


def _latest(graph: nx.Graph, official: str) -> list[str]:
    return sorted(sorted(graph[official]), key=lambda node: str(graph.nodes[node]["date"]), reverse=True)


def _opening(graph: nx.Graph, officials: list[str], numbers: Mapping[str, int]) -> list[str]:
    """Choose who and what stands when the picture opens: the busiest chairs, and in turn the latest meetings of each."""
    people = officials[:OPENING_OFFICIALS]
    in_turn = zip_longest(*([meeting for meeting in _latest(graph, official) if meeting in numbers] for official in people))
    meetings = dict.fromkeys(meeting for row in in_turn for meeting in row if meeting)
    return [*people, *list(meetings)[: OPENING - len(people)]]
