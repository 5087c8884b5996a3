"""The picture of who was at meetings with whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations

import networkx as nx

from kg.export.layout import communities, place
from kg.export.scene import Columns, Node, Scene, Tie, box, by_group, by_level, sized
from kg.export.texts import texts
from kg.view.network import Pair, Present, meetings_of, present, strongest, weigh
from kg.view.register import Register

OFFICIALS, TIES = 2_000, 12_000
"""The most officials and ties, strongest first, that the file holds."""
OPENING_OFFICIALS, OPENING_TIES, OPENING_RANK = 110, 420, 4
"""Officials and ties that stand when the picture opens; of each official's ties, the four strongest and those that
are among the four strongest of the other end."""


def attendance_scene(register: Register) -> Scene:
    """Build the picture: dots are officials, coloured by level or by community, ties as heavy as they met closely."""
    at = present(register)
    attended = meetings_of(at)
    everyone = list(attended)
    weights = weigh(at, {official: number for number, official in enumerate(everyone)})
    strengths = _strengths(weights)
    order = sorted(range(len(everyone)), key=lambda number: (-round(strengths[number], 9), everyone[number]))[:OFFICIALS]
    officials = [everyone[number] for number in order]
    ties = _ties(at, weights, order, officials)
    nodes = _nodes(register, officials, [strengths[number] for number in order], ties)
    opening, weight = _opening(ties)
    placed = place(opening, {str(number): box(nodes[int(number)]) for number in opening})
    return Scene(
        kind="attendance",
        nodes=nodes,
        ties=ties,
        places={int(number): placed[number] for number in sorted(placed, key=int)},
        groupings=[by_level(nodes), by_group("community", nodes, texts("other_communities"))],
        columns=Columns(register, officials, _shared(at, officials)).built(chairs_only=False),
        left_out=len(everyone) - len(officials),
        weight=weight,
        rank=OPENING_RANK,
    )


def _strengths(weights: Mapping[Pair, float]) -> Counter[int]:
    """Return official → the sum of the ties: about the number of meetings attended in company."""
    strengths: Counter[int] = Counter()
    for (left, right), weight in weights.items():
        strengths[left] += weight  # type: ignore[assignment]
        strengths[right] += weight  # type: ignore[assignment]
    return strengths


def _ties(at: Present, weights: Mapping[Pair, float], order: Sequence[int], officials: Sequence[str]) -> list[Tie]:
    numbers = {old: new for new, old in enumerate(order)}
    kept = {
        tuple(sorted((numbers[a], numbers[b]))): weight for (a, b), weight in weights.items() if a in numbers and b in numbers
    }
    counts = _counts(at, {official: number for number, official in enumerate(officials)})
    ties: list[Tie] = []
    seen: Counter[int] = Counter()
    for (a, b), weight in strongest(kept, TIES):  # type: ignore[arg-type]
        seen.update((a, b))
        ties.append(Tie(a, b, round(weight, 3), counts[a, b], min(seen[a], seen[b])))
    return ties


def _counts(at: Present, numbers: Mapping[str, int]) -> Counter[Pair]:
    counts: Counter[Pair] = Counter()
    for members in at.values():
        counts.update(combinations(sorted(numbers[official] for official in members if official in numbers), 2))
    return counts


def _nodes(register: Register, officials: Sequence[str], strengths: Sequence[float], ties: Sequence[Tie]) -> list[Node]:
    nodes = [
        Node(official, "o", register.officials[official].name, round(strength, 3), register.level_of_official(official))
        for official, strength in zip(officials, strengths, strict=True)
    ]
    graph = nx.Graph()
    graph.add_weighted_edges_from((tie.a, tie.b, tie.weight) for tie in ties)
    for members in communities(graph):
        for member in members:
            nodes[int(member)].groups["community"] = nodes[int(members[0])].label  # the smallest number is the strongest official
    sized(nodes, (7, 24), (14, 26))
    return nodes


def _opening(ties: Sequence[Tie]) -> tuple[nx.Graph, float]:
    """Return the graph of the opening view, its nodes named by number, and the weight that its ties have at least."""
    first = [tie for tie in ties if max(tie.a, tie.b) < OPENING_OFFICIALS and tie.rank <= OPENING_RANK][:OPENING_TIES]
    graph = nx.Graph()
    graph.add_weighted_edges_from((str(tie.a), str(tie.b), tie.weight) for tie in first)
    return graph, min((tie.weight for tie in first), default=0.0)


def _shared(at: Present, officials: Sequence[str]) -> list[str]:
    """Return the meetings, sorted, at which at least one of the officials was."""
    kept = set(officials)
    return [meeting for meeting in sorted(at) if not kept.isdisjoint(at[meeting])]
