"""Sides measured in turns: round after round, each side once a round, so that all meet the same machine."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Rate:
    """Reports per second: the median of the rounds, and the slowest and fastest of them."""

    median: float
    slowest: float
    fastest: float


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time that the work takes in this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


def rates(sides: Mapping[str, tuple[float, Callable[[], float]]], rounds: int) -> dict[str, Rate]:
    """Measure every side once a round.

    Args:
        sides: by name, how many reports a turn reads, and the turn, which returns the seconds that it took.
        rounds: how many turns each side has.
    """
    taken: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(rounds):
        for name, (_, turn) in sides.items():
            taken[name].append(turn())
    return {name: _rate(sides[name][0], times) for name, times in taken.items()}


def _rate(count: float, times: list[float]) -> Rate:
    return Rate(count / median(times), count / max(times), count / min(times))
