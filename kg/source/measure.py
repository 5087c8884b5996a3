"""How wide a column is set.

A newspaper squeezes its punctuation: a line of thirty characters with four marks is as wide as one of twenty-eight without. So
the lines of one column differ in cells, and its width shows once the marks are discounted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median

from kg.source.lines import Line
from kg.source.pieces import SLACK, Kind, Piece
from kg.source.rules import marks

Range = tuple[float, float]

UNKNOWN: Range = (0.0, 1e6)
"""The range of width of a column of which nothing is known."""

_SQUEEZES = (0.0, 0.45, 0.9)
"""By how many cells a mark may be squeezed: on a page of which this was measured it was 0.8 to 1.0."""

_FEW = 4
"""Up to how many lines a piece may have that says nothing of the squeeze."""


class Measure:
    """Measures the lines of a page, with the squeeze under which its columns are most even."""

    def __init__(self, pieces: Iterable[Piece]) -> None:
        texts = [piece for piece in pieces if piece.kind is Kind.TEXT and len(piece.lines) > _FEW]
        self._known: dict[int, float] = {}
        self.squeeze = min(_SQUEEZES, key=lambda squeeze: sum(_unevenness(_inner(piece), squeeze) for piece in texts))

    def line(self, line: Line) -> float:
        """Return how wide a line is set, in cells."""
        if line.start not in self._known:
            self._known[line.start] = _set_width(line, self.squeeze)
        return self._known[line.start]

    def column(self, piece: Piece) -> float:
        """Return how wide the column is set that a piece fills, in cells."""
        inner = _inner(piece)
        return median(map(self.line, inner)) if inner else max(map(self.line, piece.lines))

    def widths(self, piece: Piece) -> Range:
        """Return how wide its column is at least and at most: a few lines only say so much."""
        column = self.column(piece)
        if len(piece.lines) > 2:
            return column, column
        if len(piece.lines) == 1 and piece.lines[0].is_closed:
            return column - 1, UNKNOWN[1]
        return column - 1, column + SLACK + 1

    def missing(self, piece: Piece, column: float | None) -> float:
        """Return by how many cells the first line falls short of the column, or of one that is known from elsewhere.

        Marks are only squeezed where a line would not come out even without: the truth lies between the two ways to count.
        """
        first = piece.lines[0]
        squeezed = (column or self.column(piece)) - self.line(first)
        plain = max(column or 0.0, piece.column) - first.width
        return (squeezed + plain) / 2


def is_known(widths: Range) -> bool:
    """Whether a range says how wide a column is."""
    return widths[1] - widths[0] <= SLACK


def narrower(one: Range, other: Range) -> Range:
    """Return which of two ranges of width says more; the first where they say as much."""
    return one if one[1] - one[0] <= other[1] - other[0] else other


def compared(body: Range, piece: Range) -> str:
    """Return whether two columns are ``as wide``, ``perhaps as wide``, ``nearly as wide`` or ``not as wide``."""
    if is_known(body) and is_known(piece):
        apart = abs(body[1] - piece[1])
        return "as wide" if apart <= 1.2 else ("nearly as wide" if apart <= 2.5 else "not as wide")
    return "not as wide" if max(body[0] - piece[1], piece[0] - body[1]) > 0 else "perhaps as wide"


def _inner(piece: Piece) -> list[Line]:
    """Return the lines that fill their column: not the first, nor the last, nor the last of a paragraph."""
    return [line for line in piece.lines[1:-1] if not (line.is_closed and line.width < piece.column - SLACK)]


def _unevenness(lines: Sequence[Line], squeeze: float) -> float:
    widths = [_set_width(line, squeeze) for line in lines]
    middle = median(widths) if widths else 0.0
    return sum(abs(width - middle) for width in widths)


def _set_width(line: Line, squeeze: float) -> float:
    return line.width - squeeze * sum(mark in marks("squeezed") for mark in line.text) if squeeze else line.width
