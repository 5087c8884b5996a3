"""A person at a meeting, and in what capacities the text places them there."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.cast import Mention


@dataclass(slots=True)
class Part:
    """A person at a meeting: capacities by the range that states each, in the order in which the text states them."""

    name: str
    capacities: dict[str, tuple[int, int, str]] = field(default_factory=dict)
    mention: Mention | None = None
    position: int | None = None


class Parts(dict[str, Part]):
    """The people of one meeting by name."""

    def add(self, mention: Mention, capacity: str, start: int, end: int, rule: str) -> Part:
        """Note a capacity that ``[start, end)`` and the name state; what states it first stays its evidence."""
        first, last, name = mention
        part = self.get(name)
        if part is None:
            part = self[name] = Part(name)
        if capacity not in part.capacities:
            part.capacities[capacity] = (min(first, start), max(last, end), rule)
        if part.mention is None:
            part.mention = mention
        return part
