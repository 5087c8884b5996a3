"""How often a rule was right, where that was measured against what a reader found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RuleFigures:
    """How many values of each slot a rule supported, and how many of them were right: ``slots`` has (slot, right, wrong)."""

    slots: tuple[tuple[str, int, int], ...]

    @property
    def right(self) -> int:
        """Values that the gold has too."""
        return sum(right for _, right, _ in self.slots)

    @property
    def wrong(self) -> int:
        """Values that the gold does not have."""
        return sum(wrong for _, _, wrong in self.slots)

    @property
    def precision(self) -> float:
        """The share of what the rule supported that is right."""
        return self.right / (self.right + self.wrong)
