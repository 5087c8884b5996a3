from __future__ import annotations

from bench.turns import Rate, rates


def test_sides_are_measured_in_turns_and_the_median_counts() -> None:
    turns: list[str] = []

    def side(name: str, times: list[float]) -> float:
        turns.append(name)
        return times.pop(0)

    slow, fast = [4.0, 8.0, 2.0], [1.0, 1.0, 1.0]
    found = rates({"slow": (8, lambda: side("slow", slow)), "fast": (8, lambda: side("fast", fast))}, rounds=3)
    assert turns == ["slow", "fast"] * 3
    assert found == {"slow": Rate(2.0, 1.0, 4.0), "fast": Rate(8.0, 8.0, 8.0)}
