"""Columns printed side by side, as a layout-keeping extraction leaves them → one below the other.

A gutter is white space of two cells or more that stands at one place in many lines on end::

    市委召开常委会议，传达    本报讯（记者秦岚）连日
    学习有关文件精神，研究    来，城关区组织志愿者清
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.source.width import cells

_GAP = re.compile(r"(?<=\S)(?: {2,}|[ ]*[\u3000\t][ \u3000\t]*)(?=\S)")
_LEAST_ROWS = 4
"""In how many lines on end a gap must stand at one place to be a gutter."""

_LEAST_CELLS = 16
"""The narrowest column, in cells: narrower ones are tables and padded names."""

_LONGEST = 300
"""The longest line, in characters, that may hold columns."""


class Raw(NamedTuple):
    """A stretch of the page that is read as a line: ``page[start:end]``, and the end of the white space after it."""

    start: int
    end: int
    after: int


def unfold(page: str, lines: Sequence[Raw]) -> Iterator[Raw]:
    """Yield the lines with columns that stand side by side one below the other, a blank line between."""
    if not _GAP.search(page):
        yield from lines
        return
    place = 0
    while place < len(lines):
        rows, gutter = _rows(page, lines, place)
        if gutter and len([row for row in rows if _gaps(page, row)]) >= _LEAST_ROWS:
            yield from _beside(page, rows, gutter)
        else:
            rows = [lines[place]]
            yield lines[place]
        place += len(rows)


def _rows(page: str, lines: Sequence[Raw], place: int) -> tuple[list[Raw], tuple[int, int] | None]:
    """Return a line and those after it that have its gutter, or nothing on one side of it."""
    gutter = _gutter(page, lines[place])
    rows = [lines[place]]
    for line in map(lines.__getitem__, range(place + 1, len(lines) if gutter else 0)):
        shared = gutter and (_shared(gutter, _gaps(page, line)) or (_is_one_sided(page, line, gutter) and gutter))
        if not shared:
            break
        gutter = shared
        rows.append(line)
    return rows, gutter


def _is_one_sided(page: str, line: Raw, gutter: tuple[int, int]) -> bool:
    text = page[line.start : line.end]
    indent = len(text) - len(text.lstrip())
    return cells(text.rstrip()) <= gutter[0] or cells(text[:indent]) >= gutter[1]


def _gaps(page: str, line: Raw) -> list[tuple[int, int]]:
    """Return from which cell to which each gap of a line reaches."""
    text = page[line.start : line.end]
    if len(text) > _LONGEST:
        return []
    return [(cells(text[: gap.start()]), cells(text[: gap.end()])) for gap in _GAP.finditer(text)]


def _gutter(page: str, line: Raw) -> tuple[int, int] | None:
    gaps = _gaps(page, line)
    wide = [gap for gap in gaps if gap[0] >= _LEAST_CELLS]
    return wide[0] if wide and cells(page[line.start : line.end]) - wide[0][1] >= _LEAST_CELLS // 2 else None


def _shared(gutter: tuple[int, int], gaps: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """Return what a line's gap has in common with the gutter so far, or None."""
    for left, right in gaps:
        low, high = max(left, gutter[0]), min(right, gutter[1])
        if high > low:
            return low, high
    return None


def _beside(page: str, rows: Sequence[Raw], gutter: tuple[int, int]) -> Iterator[Raw]:
    """Yield the left halves of the rows, a blank line, and the right halves, unfolded again."""
    cut = [_cut(page, row, gutter) for row in rows]
    yield from (left for left, _ in cut)
    yield Raw(rows[-1].end, rows[-1].end, rows[-1].end)
    yield from unfold(page, [right for _, right in cut])
    yield Raw(rows[-1].end, rows[-1].end, rows[-1].after)


def _cut(page: str, row: Raw, gutter: tuple[int, int]) -> tuple[Raw, Raw]:
    text = page[row.start : row.end]
    for gap in _GAP.finditer(text):
        if cells(text[: gap.start()]) <= gutter[0] and cells(text[: gap.end()]) >= gutter[1]:
            end = row.start + gap.start()
            return Raw(row.start, end, end + 1), Raw(row.start + gap.end(), row.end, row.after)
    blank = Raw(row.end, row.end, row.after)
    return (row, blank) if cells(text.rstrip()) <= gutter[0] else (blank, row)
