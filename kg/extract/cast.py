"""The people of an article, as the extractors hand them on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Mention(NamedTuple):
    """A name in the view."""

    start: int
    end: int
    name: str


@dataclass(slots=True)
class Cast:
    """The people of an article.

    ``first`` maps a name to its first believed range and rule; ``mentions`` are all its ranges, in order;
    ``lists`` are chains of names joined by 、.
    """

    first: dict[str, tuple[int, int, str]] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    lists: list[list[tuple[int, int]]] = field(default_factory=list)

    def believe(self, text: str, start: int, end: int, rule: str) -> None:
        """Take ``text[start:end]`` for a name."""
        name = text[start:end]
        known = self.first.get(name)
        if known is None or start < known[0]:
            self.first[name] = (start, end, rule)
