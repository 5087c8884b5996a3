"""Words that tell what is done at a meeting: 听取, 传达学习, 与…座谈, 召集.

The tables of agenda, conveying and groups say what each of them means; here they are only told apart where they overlap.
"""

from __future__ import annotations

from functools import cache

from kg.extract.wordlists import listed
from kg.lexicon import table

Deed = tuple[int, int]
"""The range of a word in the view."""


@cache
def actions() -> dict[str, str]:
    """Return the agenda's action of each verb of business."""
    return {verb: action for action in table("business")["agenda"] for verb in listed("business", f"agenda.{action}")}


@cache
def verbs() -> frozenset[str]:
    """Return all the words."""
    others = listed("business", "conveyed.verbs") | listed("groups", "talking.verbs", "calling.verbs", "acting.verbs")
    return others.union(actions())


def longest(places: list[Deed]) -> list[Deed]:
    """Return of all the places where such words stand the first, the longest there, and so on behind it; in order."""
    found, stop = list[Deed](), 0
    for place in sorted(places, key=lambda place: (place[0], -place[1])):
        if place[0] >= stop:
            found.append(place)
            stop = place[1]
    return found
