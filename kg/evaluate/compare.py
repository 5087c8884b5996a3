"""When two values are the same: the comparisons that the gold is scored by, pruned where the outcome is certain.

``SequenceMatcher`` is quadratic; equal texts need no matcher, and texts that share too few characters cannot reach the
least that counts, in whatever order the characters stand.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple, TypeVar

from kg.model import verify

T = TypeVar("T")

_BLANK = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]+")
_DOTS = re.compile(r"[·•・．‧∙･‐\-.]")

bare = lru_cache(maxsize=1 << 15)(verify.bare)
"""A text as matching sees it; each value is compared with many others, so that it is made once."""


class Pairs(NamedTuple):
    """Positions of gold and found values that belong together, and those left alone on either side."""

    both: list[tuple[int, int]]
    gold: list[int]
    found: list[int]


def person(name: str | None) -> str:
    """Return a name without padding, all middle dots alike."""
    return _DOTS.sub("·", _BLANK.sub("", name or ""))


def common(left: str | None, right: str | None, least: float = 0.0) -> float:
    """Return the share of the longer text that both have in common in order; 0 where it cannot reach ``least``."""
    one, other = bare(left or ""), bare(right or "")
    if not one or not other:
        return 0.0
    if one == other:
        return 1.0
    longer = max(len(one), len(other))
    if min(len(one), len(other)) / longer < least or (Counter(one) & Counter(other)).total() / longer < least:
        return 0.0
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / longer


@lru_cache(maxsize=1 << 14)
def alike(left: str | None, right: str | None) -> float:
    """Return how alike two names of meetings are, from 0 to 1."""
    if not left or not right:
        return 0.0
    one, other = bare(left), bare(right)
    return 1.0 if one == other else SequenceMatcher(None, one, other, autojunk=False).ratio()


def contained(left: str | None, right: str | None) -> float:
    """Return the shorter text's share of the longer that contains it; 0 where neither contains the other."""
    one, other = bare(left or ""), bare(right or "")
    if not one or not other or not (one in other or other in one):
        return 0.0
    return min(len(one), len(other)) / max(len(one), len(other))


def pairing(gold: Sequence[T], found: Sequence[T], likeness: Callable[[T, T], float], least: float) -> Pairs:
    """Pair values one to one, the most alike first, as far as they are alike by ``least``."""
    scored = ((likeness(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found))
    ranked = sorted((entry for entry in scored if entry[0] >= least), key=lambda entry: (-entry[0], entry[1], entry[2]))
    left, right, both = set(range(len(gold))), set(range(len(found))), []
    for _, i, j in ranked:
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            both.append((i, j))
    return Pairs(both, sorted(left), sorted(right))
