"""Where one frame of text ends and another begins though no white space stands between: the columns are not as wide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.source.lines import Line

_APART = 6
"""By how many cells two columns differ at least: the first line of a paragraph may be four narrower than its column."""

_LEAST = 3
"""How many lines on either side must break off in mid-sentence: only those are sure to fill their column."""

_ALIKE = 5
"""By how many cells they may differ among themselves: one may be set in."""


def cuts(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the places in a block where the width of its column changes."""
    full = [place for place, line in enumerate(lines[:-1]) if not line.is_closed]
    done = 0
    for number in range(_LEAST, len(full) - _LEAST + 1):
        before, after = full[number - _LEAST : number], full[number : number + _LEAST]
        if before[0] < done or not _differ([lines[at].width for at in before], [lines[at].width for at in after]):
            continue
        closed = before[-1] + 1 < after[0]
        done = before[-1] + 1 + closed  # the closed line after an open one is the end of its sentence
        yield done


def _differ(before: Sequence[int], after: Sequence[int]) -> bool:
    alike = max(before) - min(before) <= _ALIKE and max(after) - min(after) <= _ALIKE
    return alike and abs(max(before) - max(after)) >= _APART
