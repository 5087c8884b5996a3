"""How much two stretches of one page speak of the same: pairs of characters, weighed by how few parts of the page hold them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from math import log

_NOISE = re.compile(r"[\s\u3000-\u303f\uff00-\uff0f\uff1a-\uff20\u2010-\u203f!-/:-@]+")

_UNKNOWN = 0.3


def pairs(text: str) -> frozenset[str]:
    """Return the text's pairs of neighbouring characters; punctuation and white space separate."""
    return frozenset(part[place : place + 2] for part in _NOISE.split(text) for place in range(len(part) - 1))


def terms(text: str) -> frozenset[str]:
    """Return the text's triples of neighbouring characters: names and set phrases, mostly."""
    return frozenset(part[place : place + 3] for part in _NOISE.split(text) for place in range(len(part) - 2))


class Kinship:
    """Weighs what texts of one page share; ``parts`` are the stretches in which pairs are counted."""

    def __init__(self, parts: Iterable[str]) -> None:
        counted = [pairs(part) for part in parts]
        self._parts = max(len(counted), 1)
        self._holding = Counter(pair for part in counted for pair in part)

    def weight(self, pair: str) -> float:
        """Return how telling a pair is: what stands everywhere tells nothing."""
        return log((self._parts + 1) / (self._holding[pair] + 0.5))

    def share(self, text: frozenset[str], among: frozenset[str]) -> float:
        """Return which part of the text's weight is among the other's pairs, from 0 to 1.

        What the page has nowhere else counts little: a headline may well use words of its own.
        """
        total = sum(self.weight(pair) * (1.0 if pair in self._holding else _UNKNOWN) for pair in text)
        return sum(self.weight(pair) for pair in text & among) / total if total > 0 else 0.0

    def joint(self, left: str, right: str) -> float:
        """Return how likely the two go on in one word, from -1 to 1, by the pairs that the page has inside its lines."""
        if not left or not right or not (left[-1].isalnum() and right[0].isalnum()):
            return 0.0
        seen = self._holding[left[-1] + right[0]]
        return min(1.0, 0.5 * seen) if seen else -0.5


def longest_common(title: str, text: str) -> int:
    """Return the length of the longest stretch of the title, punctuation aside, that stands in the text."""
    best = 0
    for part in _NOISE.split(title):
        for start in range(len(part)):
            while start + best < len(part) and part[start : start + best + 1] in text:
                best += 1
    return best


def balanced(parts: Sequence[str]) -> int:
    """Return how many quotation marks and brackets stay open at the end of the parts."""
    depth = 0
    for part in parts:
        for character in part:
            depth += (character in "“（《") - (character in "”）》")
    return depth
