"""Where the nodes of an opening view stand: communities apart, no label on another.

Force-directed layout (networkx, seeded) of each connected part, with ties between communities weakened so that
communities drift apart; then boxes that cover node and label are pushed off each other; then the parts are packed.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

import networkx as nx
import numpy as np
from numpy.typing import NDArray

SEED = 20
BETWEEN = 0.15
"""What a tie between two communities counts for in the layout, against 1 inside one."""
ROOM, ROOM_EACH = 2.4, 0.06
"""How much larger than all its boxes together a part is drawn at most, and how much that grows from 1 with each node."""
ASPECT = 1.6
"""Width to height of the whole, that of a usual screen."""
GAP = 14.0
"""Pixels between two boxes, at zoom 1."""
STEP = 20
"""Pixels of a column, when the parts are packed."""
ROUNDS = 400
"""Rounds of pushing after which boxes may stay as they are; some 60 suffice for 300 nodes."""

Floats = NDArray[np.float64]


class Box(NamedTuple):
    """The pixels, at zoom 1, that a node with its label takes: half of them left and right of the node's centre."""

    width: float
    above: float
    below: float

    @property
    def height(self) -> float:
        """Return the height of the box."""
        return self.above + self.below


class Frame(NamedTuple):
    """The pixels that a part takes."""

    left: float
    top: float
    right: float
    bottom: float


def _ties(graph: nx.Graph) -> list[tuple[str, str, float]]:
    """Return the edges with their weights in one order, whatever order the graph holds them in."""
    return sorted((*sorted((a, b)), weight) for a, b, weight in graph.edges(data="weight", default=1.0))


def communities(graph: nx.Graph) -> list[list[str]]:
    """Return the communities (Louvain, seeded), the largest first, each sorted."""
    if not graph.number_of_edges():
        return [[node] for node in sorted(graph)]
    # By number: the seed settles nothing while sets of names are walked in the order of their hashes.
    nodes = sorted(graph)
    number = {node: at for at, node in enumerate(nodes)}
    numbered = nx.Graph()
    numbered.add_nodes_from(range(len(nodes)))
    numbered.add_weighted_edges_from((number[a], number[b], weight) for a, b, weight in _ties(graph))
    groups = nx.community.louvain_communities(numbered, weight="weight", seed=SEED)
    found = [{nodes[at] for at in members} for members in groups]
    return sorted((sorted(members) for members in found), key=lambda members: (-len(members), members))


def place(graph: nx.Graph, boxes: Mapping[str, Box]) -> dict[str, tuple[int, int]]:
    """Return whole pixel coordinates for every node.

    Args:
        graph: at most some hundred nodes; ``weight`` on its edges.
        boxes: the box of each node.
    """
    ordered = nx.Graph()
    ordered.add_nodes_from(sorted(graph))
    ordered.add_weighted_edges_from(_ties(graph))
    parts = sorted((sorted(part) for part in nx.connected_components(ordered)), key=lambda part: (-len(part), part))
    return _packed([_part(ordered.subgraph(part), part, boxes) for part in parts], boxes)


def _part(graph: nx.Graph, nodes: list[str], boxes: Mapping[str, Box]) -> dict[str, tuple[float, float]]:
    """Lay one connected part out, its centre at the origin."""
    area = sum((boxes[node].width + GAP) * (boxes[node].height + GAP) for node in nodes)
    area *= min(1 + ROOM_EACH * len(nodes), ROOM)
    points = _forces(graph, nodes)
    spread = points.max(axis=0) - points.min(axis=0)
    points = (points - points.mean(axis=0)) / np.maximum(spread, 1e-9)
    points *= np.array([math.sqrt(area * ASPECT), math.sqrt(area / ASPECT)])
    points = _apart(points, [boxes[node] for node in nodes])
    return {node: (float(x), float(y)) for node, (x, y) in zip(nodes, points, strict=True)}


def _forces(graph: nx.Graph, nodes: list[str]) -> Floats:
    if len(nodes) == 1:
        return np.zeros((1, 2))
    if len(nodes) == 2:
        return np.array([[0.0, 0.0], [0.0, 1.0]])
    team = {node: number for number, members in enumerate(communities(graph)) for node in members}
    ties = _ties(graph)
    heaviest = max(weight for _, _, weight in ties)
    pulled = nx.Graph()
    pulled.add_nodes_from(nodes)
    for a, b, weight in ties:
        pulled.add_edge(a, b, weight=(0.2 + weight / heaviest) * (1.0 if team[a] == team[b] else BETWEEN))
    start = _started(graph, team)
    # From 500 nodes on networkx takes a method that needs scipy; opening views stay below.
    found = nx.spring_layout(pulled, pos=start, seed=SEED, iterations=120, k=1.6 / math.sqrt(len(nodes)))
    return np.array([found[node] for node in nodes])


def _started(graph: nx.Graph, team: Mapping[str, int]) -> dict[str, tuple[float, float]]:
    """Start each community as a small ring around its own place, the places spread by the ties between communities."""
    quotient = nx.Graph()
    quotient.add_nodes_from(sorted(set(team.values())))
    for a, b in sorted((*sorted((team[a], team[b])),) for a, b in graph.edges if team[a] != team[b]):
        quotient.add_edge(a, b)
    centres = (
        nx.circular_layout(quotient)
        if len(quotient) < 3
        else nx.spring_layout(quotient, seed=SEED, k=2 / math.sqrt(len(quotient)))
    )
    members: dict[int, list[str]] = {number: sorted(node for node in team if team[node] == number) for number in quotient}
    start: dict[str, tuple[float, float]] = {}
    for number, nodes in members.items():
        for turn, node in enumerate(nodes):
            angle, radius = turn * 2.399963, 0.25 * math.sqrt((turn + 0.5) / len(nodes))  # the golden angle: an even disc
            start[node] = (
                float(centres[number][0]) + radius * math.cos(angle),
                float(centres[number][1]) + radius * math.sin(angle),
            )
    return start


def _apart(points: Floats, boxes: list[Box]) -> Floats:
    """Push overlapping boxes off each other, along the axis on which they overlap less."""
    half = np.array([[(box.width + GAP) / 2, (box.height + GAP) / 2] for box in boxes])
    shift = np.array([[0.0, (box.below - box.above) / 2] for box in boxes])
    centres = points + shift
    needed = half[:, None, :] + half[None, :, :]
    for _ in range(ROUNDS):
        apart = centres[:, None, :] - centres[None, :, :]
        overlap = needed - np.abs(apart)
        hit = (overlap > 0.5).all(axis=2)
        np.fill_diagonal(hit, False)
        if not hit.any():
            break
        centres += _push(apart, overlap, hit)
    settled: Floats = centres - shift
    return settled


def _push(apart: Floats, overlap: Floats, hit: NDArray[np.bool_]) -> Floats:
    order = np.sign(np.arange(len(apart))[:, None] - np.arange(len(apart))[None, :])
    sign = np.where(apart == 0, order[:, :, None], np.sign(apart))
    sideways = overlap[:, :, 0] < overlap[:, :, 1]
    push = np.zeros_like(apart)
    push[:, :, 0] = np.where(hit & sideways, overlap[:, :, 0] * sign[:, :, 0], 0)
    push[:, :, 1] = np.where(hit & ~sideways, overlap[:, :, 1] * sign[:, :, 1], 0)
    # A quarter each: half would make a row of three swing.
    moved: Floats = push.sum(axis=1) * 0.25
    return np.clip(moved, -120, 120)


def _packed(parts: list[dict[str, tuple[float, float]]], boxes: Mapping[str, Box]) -> dict[str, tuple[int, int]]:
    """Set the parts beside and below each other, the tallest first, each as high up as it fits, the whole like a screen."""
    framed = [(_frame(part, boxes), part) for part in parts]
    framed.sort(key=lambda each: each[0].top - each[0].bottom)  # stable: equally high parts keep their order
    area = sum((frame.right - frame.left + 2 * GAP) * (frame.bottom - frame.top + 2 * GAP) for frame, _ in framed)
    widest = max((frame.right - frame.left for frame, _ in framed), default=0.0) + 2 * GAP
    skyline = [0.0] * math.ceil(max(math.sqrt(area * ASPECT) * 1.08, widest) / STEP)
    placed: dict[str, tuple[int, int]] = {}
    for frame, part in framed:
        columns = math.ceil((frame.right - frame.left + 2 * GAP) / STEP)
        y, column = min((max(skyline[at : at + columns]), at) for at in range(max(len(skyline) - columns, 0) + 1))
        skyline[column : column + columns] = [y + frame.bottom - frame.top + 2 * GAP] * len(skyline[column : column + columns])
        for node, (node_x, node_y) in part.items():
            placed[node] = (round(column * STEP + node_x - frame.left), round(y + node_y - frame.top))
    return placed


def _frame(part: Mapping[str, tuple[float, float]], boxes: Mapping[str, Box]) -> Frame:
    left = min(x - boxes[node].width / 2 for node, (x, _) in part.items())
    top = min(y - boxes[node].above for node, (_, y) in part.items())
    right = max(x + boxes[node].width / 2 for node, (x, _) in part.items())
    bottom = max(y + boxes[node].below for node, (_, y) in part.items())
    return Frame(left, top, right, bottom)
