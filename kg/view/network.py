"""The two networks, as networkx graphs whose attributes are plain strings and numbers (so that any format holds them)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import TypeAlias

import networkx as nx

from kg.view.register import Register
from kg.view.rows import ParticipationRow

TIES = 100_000
"""The most ties that :func:`attendance_network` keeps unless told otherwise: some 100 MB of networkx dictionaries."""

Present: TypeAlias = Mapping[str, Mapping[str, ParticipationRow]]
"""Meeting → official → the participation that places the official there."""

Pair: TypeAlias = tuple[int, int]


def present(register: Register) -> Present:
    """Return who was at which meeting; where several articles say so, the first participation by id stands."""
    found: dict[str, dict[str, ParticipationRow]] = defaultdict(dict)
    for row in register.participations:
        if row.present:
            kept = found[row.meeting].get(row.official)
            if kept is None or (row.chairs, kept.id) > (kept.chairs, row.id):
                found[row.meeting][row.official] = row
    return found


def chairs_network(register: Register) -> nx.Graph:
    """Return officials and the meetings that they chaired.

    Nodes carry ``kind`` (``official`` or ``meeting``), ``label``, ``level``, ``body``, ``type`` (the kind of meeting),
    ``posts``, ``date``, ``quote``, ``article``; edges carry ``quote``, ``article``, ``published``, ``post``. Ids are IRIs.
    """
    graph = nx.Graph(name="chairs")
    chaired: dict[str, list[ParticipationRow]] = defaultdict(list)
    for row in register.participations:
        if row.chairs:
            chaired[row.meeting].append(row)
    for official in sorted({row.official for rows in chaired.values() for row in rows}):
        graph.add_node(official, **_official(register, official))
    for meeting in sorted(chaired):
        graph.add_node(meeting, **_meeting(register, meeting, [row.official for row in chaired[meeting]]))
        for row in chaired[meeting]:
            graph.add_edge(row.official, meeting, weight=1.0, post=row.post, **_said(register, row))
    return graph


def attendance_network(register: Register, ties: int = TIES) -> nx.Graph:
    """Return who was at meetings with whom.

    A meeting with n named participants gives each pair 1/(n-1), so that each participant gains one in all from a
    meeting, whether it has two participants or three hundred. Nodes are every official who was at a meeting, with the
    attributes of :func:`chairs_network` and ``meetings``, how many. Edges carry ``weight`` (that sum), ``shared``
    (meetings), ``first`` and ``last`` (dates), ``quote``, ``article``, ``published`` (of the smallest meeting that the
    two shared). Only the ``ties`` strongest edges are kept.
    """
    graph = nx.Graph(name="attendance")
    at = present(register)
    attended = meetings_of(at)
    for official, meetings in attended.items():
        graph.add_node(official, meetings=len(meetings), **_official(register, official))
    officials = list(attended)
    numbers = {official: number for number, official in enumerate(officials)}
    for (left, right), weight in strongest(weigh(at, numbers), ties):
        pair = officials[left], officials[right]
        graph.add_edge(*pair, weight=round(weight, 6), **_shared(register, at, attended, *pair))
    return graph


def weigh(at: Present, numbers: Mapping[str, int]) -> dict[Pair, float]:
    """Return the weight of each pair of numbered officials who shared a meeting, the smaller number first."""
    weights: dict[Pair, float] = defaultdict(float)
    for meeting in sorted(at):
        members = sorted(numbers[official] for official in at[meeting] if official in numbers)
        if len(at[meeting]) > 1:
            share = 1 / (len(at[meeting]) - 1)
            for pair in combinations(members, 2):
                weights[pair] += share
    return weights


def strongest(weights: Mapping[Pair, float], ties: int) -> list[tuple[Pair, float]]:
    """Return the heaviest pairs, heaviest first, equal ones by number."""
    return sorted(weights.items(), key=lambda tie: (-round(tie[1], 9), tie[0]))[:ties]


def meetings_of(at: Present) -> dict[str, list[str]]:
    """Return official → the meetings that the official was at, both sorted."""
    attended: dict[str, list[str]] = defaultdict(list)
    for meeting in sorted(at):
        for official in at[meeting]:
            attended[official].append(meeting)
    return {official: attended[official] for official in sorted(attended)}


def _shared(register: Register, at: Present, attended: Mapping[str, list[str]], left: str, right: str) -> dict[str, str | int]:
    fewer, other = sorted((left, right), key=lambda official: (len(attended[official]), official))
    meetings = [meeting for meeting in attended[fewer] if other in at[meeting]]
    dates = sorted(filter(None, map(register.date_of_meeting, meetings)))
    closest = min(meetings, key=lambda meeting: (len(at[meeting]), meeting))
    return {
        "shared": len(meetings),
        "first": dates[0] if dates else "",
        "last": dates[-1] if dates else "",
        "meeting": register.meetings[closest].label,
        **_said(register, at[closest][left]),
    }


def _official(register: Register, official: str) -> dict[str, str]:
    return {
        "kind": "official",
        "label": register.officials[official].name,
        "level": register.level_of_official(official),
        "body": "",
        "type": "",
        "posts": "; ".join(held.post for held in register.posts.get(official, ())),
        "date": "",
        "quote": register.quote(held.evidence for held in register.posts.get(official, ())),
        "article": "",
    }


def _meeting(register: Register, meeting: str, chairs: Iterable[str]) -> dict[str, str]:
    row = register.meetings[meeting]
    article = next((register.articles[key] for key in row.articles if key in register.articles), None)
    return {
        "kind": "meeting",
        "label": row.label,
        "level": register.level_of_meeting(meeting, chairs),
        "body": row.body,
        "type": row.kind,
        "posts": "",
        "date": register.date_of_meeting(meeting),
        "quote": register.quote(row.evidence),
        "article": article.headline if article else "",
    }


def _said(register: Register, row: ParticipationRow) -> dict[str, str]:
    article = register.articles.get(row.article)
    return {
        "quote": register.quote(row.evidence),
        "article": article.headline if article else "",
        "published": article.published if article else "",
    }
