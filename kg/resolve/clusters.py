"""Records that are held to be the same, as disjoint sets that never join what must stay apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence


class Clusters:
    """Disjoint sets of the numbers 0 … n-1; two sets that share a ``bar`` (an article, say) are never joined."""

    __slots__ = ("_bars", "_parent")

    def __init__(self, bars: Iterable[str]) -> None:
        self._bars = [{bar} for bar in bars]
        self._parent = list(range(len(self._bars)))

    def root(self, number: int) -> int:
        """Return the smallest number of the set."""
        parent = self._parent
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    def join(self, left: int, right: int) -> bool:
        """Make one set of two, unless a bar keeps them apart; return whether they are one now."""
        low, high = sorted((self.root(left), self.root(right)))
        if low == high:
            return True
        if self._bars[low] & self._bars[high]:
            return False
        self._bars[low] |= self._bars[high]
        self._bars[high] = set()
        self._parent[high] = low
        return True

    def sets(self) -> Iterator[Sequence[int]]:
        """Yield the sets in ascending order of their smallest numbers, each ascending."""
        found: dict[int, list[int]] = {}
        for number in range(len(self._parent)):
            found.setdefault(self.root(number), []).append(number)
        yield from found.values()
