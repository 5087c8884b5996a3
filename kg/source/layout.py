"""How a page breaks its lines and marks its paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from kg.source.lines import Line
from kg.source.pieces import SLACK, Kind, Piece
from kg.source.rules import marks

_WRAPPED = 0.3
"""The least share of lines that break off in mid-sentence on a page whose lines are cut at a column's width."""

_SHORTEST = 16
"""The narrowest line, in cells, that counts for that: shorter ones are ends of paragraphs; heads have no inner marks."""

_WIDEST = 100
"""The widest column, in cells; where one line in ten is wider, lines are paragraphs."""


class Layout(NamedTuple):
    """How a page is set.

    ``wrapped`` into columns, else each line is a paragraph; ``sets_in`` the first line of a paragraph, by white space where it
    is ``indented``, else by being narrower.
    """

    wrapped: bool
    sets_in: bool
    indented: bool


def read_layout(lines: Sequence[Line], pieces: Sequence[Piece]) -> Layout:
    """Return how a page is set, by its lines and the pieces that they make."""
    votes = list(_votes(pieces))
    sets_in = not votes or 2 * sum(votes) >= len(votes)
    return Layout(is_wrapped(lines), sets_in, sets_in and _is_indented(pieces))


def is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether lines are cut at a column's width: then many of them break off in mid-sentence."""
    long = [line for line in lines if line.width >= _SHORTEST and set(line.text) & marks("inner")]
    widths = sorted(line.width for line in long)
    if not widths or widths[-1 - len(widths) // 10] > _WIDEST:
        return False
    return sum(not line.is_closed for line in long) > _WRAPPED * len(long)


def _paragraphs(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, Line, bool]]:
    """Yield the lines that surely begin a paragraph, with their pieces, and whether the report begins there."""
    tail: Piece | None = None
    for piece in pieces:
        if piece.kind is not Kind.TEXT:
            continue
        if tail and len(piece.lines) > 2 and _ends(tail.lines[-1], tail.column):
            yield piece, piece.lines[0], piece.is_lead
        for last, line in pairwise(piece.lines):
            if _ends(last, piece.column):
                yield piece, line, False
        tail = piece


def _ends(line: Line, column: int) -> bool:
    return line.is_closed and line.width < column - SLACK


def _votes(pieces: Sequence[Piece]) -> Iterator[bool]:
    """Yield for each paragraph whose column is known whether its first line is set in; where reports begin it always is."""
    for piece, line, lead in _paragraphs(pieces):
        if len(piece.lines) > 2 and not lead and (line.indent >= 2 or line is not piece.lines[-1]):
            yield line.indent >= 2 or line.width <= piece.column - SLACK + 1


def _is_indented(pieces: Sequence[Piece]) -> bool:
    """Whether most paragraphs begin with white space."""
    votes = [line.indent >= 2 for _, line, _ in _paragraphs(pieces)]
    return bool(votes) and 2 * sum(votes) > len(votes)
