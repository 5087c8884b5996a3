import os
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.export.layout import Box, communities, place


def overlaps(a: tuple[int, int], b: tuple[int, int], box_a: Box, box_b: Box) -> bool:
    beside = abs(a[0] - b[0]) >= (box_a.width + box_b.width) / 2 - 1
    above = a[1] + box_a.below <= b[1] - box_b.above + 1 or b[1] + box_b.below <= a[1] - box_a.above + 1
    return not (beside or above)


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 40), st.integers(0, 60), st.randoms(use_true_random=False))
def test_no_label_lies_on_another(nodes: int, ties: int, chance) -> None:
    graph = nx.Graph()
    graph.add_nodes_from(str(number) for number in range(nodes))
    for _ in range(ties):
        a, b = chance.randrange(nodes), chance.randrange(nodes)
        if a != b:
            graph.add_edge(str(a), str(b), weight=chance.random() + 0.1)
    boxes = {node: Box(chance.randint(10, 140), chance.randint(5, 25), chance.randint(20, 60)) for node in graph}
    placed = place(graph, boxes)
    assert set(placed) == set(graph)
    assert not [
        pair for pair in combinations(sorted(placed), 2) if overlaps(*(placed[n] for n in pair), *(boxes[n] for n in pair))
    ]


def test_the_same_network_stands_in_the_same_places_whatever_the_order_of_its_ties() -> None:
    ties = [("a", "b", 1.0), ("b", "c", 2.0), ("c", "a", 1.0), ("c", "d", 0.5), ("e", "f", 1.0)]
    boxes = dict.fromkeys("abcdef", Box(40, 10, 30))
    first, second = nx.Graph(), nx.Graph()
    first.add_weighted_edges_from(ties)
    second.add_weighted_edges_from((b, a, weight) for a, b, weight in reversed(ties))
    assert place(first, boxes) == place(second, boxes)


def test_two_teams_are_two_communities_and_stand_apart() -> None:
    graph = nx.Graph()
    for team in ("a", "b"):
        graph.add_weighted_edges_from((f"{team}{x}", f"{team}{y}", 1.0) for x, y in combinations(range(6), 2))
    graph.add_edge("a0", "b0", weight=0.2)
    assert [len(members) for members in communities(graph)] == [6, 6]
    placed = place(graph, dict.fromkeys(graph, Box(40, 10, 30)))
    centres = [[sum(placed[f"{team}{x}"][axis] for x in range(6)) / 6 for axis in (0, 1)] for team in ("a", "b")]
    between = ((centres[0][0] - centres[1][0]) ** 2 + (centres[0][1] - centres[1][1]) ** 2) ** 0.5
    widest = max(((placed[f"a{x}"][0] - centres[0][0]) ** 2 + (placed[f"a{x}"][1] - centres[0][1]) ** 2) ** 0.5 for x in range(6))
    assert between > widest


def test_nothing_to_place_is_placed_nowhere() -> None:
    assert place(nx.Graph(), {}) == {}


HASHED = """
import random
import networkx as nx
from kg.export.layout import communities

chance = random.Random(5)
graph = nx.Graph()
for _ in range(2000):
    a, b = chance.sample([f"https://example.org/{number}" for number in range(400)], 2)
    graph.add_edge(a, b, weight=chance.randint(1, 3))
# Less than half of a graph is walked as a set.
print(communities(graph.subgraph(sorted(graph)[:150])))
"""


def test_communities_do_not_depend_on_the_order_of_hashes() -> None:
    said = set()
    for seed in "01234":
        env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parent.parent.parent)}
        said.add(subprocess.run([sys.executable, "-c", HASHED], env=env, capture_output=True, text=True, check=True).stdout)
    assert len(said) == 1
