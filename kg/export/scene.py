"""What a picture shows: the whole network as columns, and which nodes stand where when it opens."""

from __future__ import annotations

import math
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kg.export.layout import Box
from kg.export.whole import visible
from kg.view.levels import levels
from kg.view.register import Register

LINE = 11
"""Characters of a label's line; a label has two at most, the whole text stands in the card."""
LEAST = 5.0
"""The strength that the largest node stands for at least: in a small network nobody is drawn as a giant."""
ENOUGH = 0.8
"""Bits that colouring by level has to tell: less is nearly everybody in one colour."""
COLOURS = 7
"""Groups with a colour of their own: as many as a colour-blind reader can tell apart; the rest are grey."""


@dataclass(slots=True)
class Node:
    """A node of the picture: an official (``o``) or a meeting (``m``).

    ``strength`` decides its size and its turn, ``groups`` its colour in each grouping;
    ``below`` stands under a label of one line.
    """

    id: str
    kind: str
    label: str
    strength: float
    level: str
    groups: dict[str, str] = field(default_factory=dict)
    below: str = ""
    radius: int = 6
    font: int = 12


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie between two nodes, by number; ``rank`` is its place among the ties of the end that ranks it higher."""

    a: int
    b: int
    weight: float
    count: int
    rank: int = 0


@dataclass(slots=True)
class Scene:
    """One picture. ``columns`` are what the page's script reads, ``places`` the nodes that stand when it opens."""

    kind: str
    nodes: list[Node]
    ties: list[Tie]
    places: dict[int, tuple[int, int]]
    groupings: list[dict[str, Any]]
    columns: dict[str, Any]
    left_out: int = 0
    weight: float = 0.0
    rank: int = 0
    options: dict[str, Any] = field(default_factory=dict)


def lines(node: Node) -> list[str]:
    """Return the lines drawn for a node: at most two, the second one ending in … where there is more."""
    label = visible(node.label)
    if len(label) <= LINE and node.below:
        return [label, node.below]
    if len(label) <= LINE:
        return [label]
    half = min(-(-len(label) // 2), LINE)  # two lines of one length, rather than a last one of one character
    rest = label[half:]
    return [label[:half], rest if len(rest) <= LINE else rest[: LINE - 1] + "…"]


def box(node: Node) -> Box:
    """Return the pixels that a node takes with the label below it."""
    drawn = lines(node)
    widest = max(sum(1.0 if unicodedata.east_asian_width(letter) in "WFA" else 0.6 for letter in line) for line in drawn)
    return Box(max(2.0 * node.radius, widest * node.font), node.radius + 2.0, node.radius + 6.0 + len(drawn) * node.font * 1.2)


def sized(nodes: Iterable[Node], radii: tuple[int, int], fonts: tuple[int, int]) -> None:
    """Give each node its radius and font size, by the root of its strength."""
    chosen = list(nodes)
    top = max([LEAST, *(node.strength for node in chosen)])
    for node in chosen:
        part = math.sqrt(max(node.strength, 0.0) / top)
        node.radius = round(radii[0] + (radii[1] - radii[0]) * part)
        node.font = round(fonts[0] + (fonts[1] - fonts[0]) * part)


def by_level(nodes: Sequence[Node]) -> dict[str, Any]:
    """Group the nodes by level of government, from the highest."""
    keys = [level.key for level in levels()]
    return {
        "key": "level",
        "names": [{"zh": level.zh, "en": level.en} for level in levels()],
        "of": [keys.index(node.level) for node in nodes],
    }


def by_group(
    key: str, nodes: Sequence[Node], others: Mapping[str, str], labels: Mapping[str, Mapping[str, str]] | None = None
) -> dict[str, Any]:
    """Group the nodes by one of their ``groups``: the most frequent apart, the rest under ``others`` (its name by language).

    ``labels`` say what a group is called by language; without them its key is its name.
    """
    group = [node.groups.get(key, "") for node in nodes]
    counted = Counter(filter(None, group))
    names = sorted(counted, key=lambda name: (-counted[name], name))[:COLOURS]
    return {
        "key": key,
        "names": [
            *(dict(labels[name]) if labels else {"zh": visible(name), "en": visible(name)} for name in names),
            dict(others),
        ],
        "of": [names.index(name) if name in names else len(names) for name in group],
    }


def telling(groupings: Sequence[Mapping[str, Any]], shown: Iterable[int]) -> int:
    """Return the number of the grouping that colours the opening view.

    The first one, if its colours tell enough; else the one that tells most. Told is measured as entropy, in bits; the last
    group of a grouping is the grey rest, which tells nothing.
    """
    nodes = list(shown)

    def entropy(grouping: Mapping[str, Any]) -> float:
        counted = Counter(grouping["of"][node] for node in nodes)
        rest = len(grouping["names"]) - 1
        return -sum(count / len(nodes) * math.log2(count / len(nodes)) for group, count in counted.items() if group != rest)

    if not nodes or entropy(groupings[0]) >= ENOUGH:
        return 0
    return max(range(len(groupings)), key=lambda number: (round(entropy(groupings[number]), 6), -number))


class Columns:
    """The register as columns: each text once, referred to by number."""

    def __init__(self, register: Register, officials: Sequence[str], meetings: Sequence[str]) -> None:
        self.register = register
        self.officials = {official: number for number, official in enumerate(officials)}
        self.meetings = {meeting: number for number, meeting in enumerate(meetings)}
        self._quotes: dict[str, int] = {}
        self._articles: dict[str, int] = {}
        self._words: dict[str, int] = {}

    def quote(self, evidence: Iterable[str]) -> int:
        """Return the number of the first sentence that the ids lead to, or -1."""
        key = next((key for key in evidence if key in self.register.evidence), None)
        return -1 if key is None else self._quotes.setdefault(key, len(self._quotes))

    def word(self, text: str) -> int:
        """Return the number of a text that recurs: a post, a set of capacities."""
        return self._words.setdefault(visible(text), len(self._words))

    def built(self, chairs_only: bool) -> dict[str, Any]:
        """Return every column. Officials and meetings outside the picture are left out."""
        columns: dict[str, Any] = {
            "posts": self._posts(),
            "meetings": self._meetings(),
            "participations": self._participations(chairs_only),
        }
        columns["quotes"] = self._quoted()
        columns["articles"] = self._reported()
        columns["words"] = list(self._words)
        return columns

    def _posts(self) -> dict[str, list[Any]]:
        rows = [
            (number, self.word(held.post), held.first, held.last, held.times, self.quote([held.evidence]))
            for official, number in self.officials.items()
            for held in self.register.posts.get(official, ())
        ]
        return _columns(("official", "post", "first", "last", "times", "quote"), rows)

    def _meetings(self) -> dict[str, list[Any]]:
        rows = [
            (visible(row.label), self.register.date_of_meeting(row.id), visible(row.venue), self.quote(row.evidence))
            for row in (self.register.meetings[meeting] for meeting in self.meetings)
        ]
        return _columns(("label", "date", "venue", "quote"), rows)

    def _participations(self, chairs_only: bool) -> dict[str, list[Any]]:
        rows = [
            (
                self.officials[row.official],
                self.meetings[row.meeting],
                self.word(" ".join(row.capacities)),
                self.word(row.post),
                self.quote(row.evidence),
            )
            for row in self.register.participations
            if row.official in self.officials and row.meeting in self.meetings and (row.chairs if chairs_only else row.present)
        ]
        return _columns(("official", "meeting", "capacities", "post", "quote"), rows)

    def _quoted(self) -> dict[str, list[Any]]:
        rows = [
            (visible(row.quote), self._articles.setdefault(row.article, len(self._articles)))
            for row in (self.register.evidence[key] for key in self._quotes)
        ]
        return _columns(("text", "article"), rows)

    def _reported(self) -> dict[str, list[Any]]:
        articles = self.register.articles
        rows = [
            (visible(row.headline), row.published, visible(row.publisher), linkable(row.url))
            for row in (articles[key] for key in self._articles)
        ]
        return _columns(("headline", "published", "publisher", "url"), rows)


def linkable(url: str) -> str:
    """Return the address if it is one of the web, or ``""``: ``javascript:`` and the like lead nowhere."""
    return url if url.lower().startswith(("https://", "http://")) else ""


def _columns(names: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> dict[str, list[Any]]:
    return {name: [row[place] for row in rows] for place, name in enumerate(names)}
