"""Precision, recall and F1 by slot, pooled over articles, with bootstrap intervals over articles."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from kg.evaluate.tally import SLOTS, Tally

DRAWS = 400
"""How often the articles are drawn anew for an interval."""

SEED = 1
"""With it, the draws are those of the scorer that comes with the gold."""


@dataclass(frozen=True, slots=True)
class Figures:
    """One slot's figures; ``low`` and ``high`` bound its F1 in 95 of 100 draws, ``gold`` and ``found`` count values."""

    precision: float
    recall: float
    f1: float
    low: float
    high: float
    gold: int
    found: int


def ratios(right: int, missed: int, invented: int) -> tuple[float, float, float]:
    """Return precision, recall and F1; each is 1 where there was nothing to find and nothing was found."""
    precision = right / (right + invented) if right + invented else 1.0
    recall = right / (right + missed) if right + missed else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def figures(tallies: Sequence[Tally]) -> dict[str, Figures]:
    """Return the figures of every slot over the articles."""
    dice = random.Random(SEED)
    samples = [dice.choices(range(len(tallies)), k=len(tallies)) for _ in range(DRAWS)] if tallies else []
    return {slot: _slot(slot, tallies, samples) for slot in SLOTS}


def _slot(slot: str, tallies: Sequence[Tally], samples: Sequence[Sequence[int]]) -> Figures:
    columns = [
        [counts[slot] for counts in side] for side in zip(*((t.right, t.missed, t.invented) for t in tallies), strict=True)
    ]
    right, missed, invented = (sum(column) for column in columns) if columns else (0, 0, 0)
    drawn = sorted(_f1(columns, sample) for sample in samples)
    low, high = (drawn[int(0.025 * DRAWS)], drawn[int(0.975 * DRAWS) - 1]) if drawn else (0.0, 1.0)
    precision, recall, f1, lowest, highest = (round(figure, 4) for figure in (*ratios(right, missed, invented), low, high))
    return Figures(precision, recall, f1, lowest, highest, right + missed, right + invented)


def _f1(columns: Sequence[Sequence[int]], sample: Sequence[int]) -> float:
    right, missed, invented = (sum(map(column.__getitem__, sample)) for column in columns)
    return ratios(right, missed, invented)[2]
