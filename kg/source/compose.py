"""Body and head → the article's text, with the segments that lead back to the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.model.text import Segment
from kg.source.chains import Body
from kg.source.headlines import Head
from kg.source.layout import Layout
from kg.source.lines import Line, ends_sentence
from kg.source.pieces import SLACK, Piece
from kg.source.repair import Run
from kg.source.rules import marks

Paragraph = list[Line]


def compose(pieces: Sequence[Piece], body: Body, head: Head, layout: Layout) -> tuple[str, tuple[Segment, ...]]:
    """Return the text and its segments: the head's lines, the body's paragraphs, the captions, each on a line of its own.

    Args:
        pieces: the page's.
        body: the article's text, as indices into ``pieces``.
        head: what stands above it, or inside.
        layout: how the page breaks lines and marks paragraphs.
    """
    above = [[line] for place in head.lines() for line in pieces[place].lines]
    text = _paragraphs(pieces, sorted(body.pieces + head.inside), layout)
    captions = _captions(pieces, sorted(body.captions))
    return _written([*above, *text, *captions])


def _paragraphs(pieces: Sequence[Piece], places: Iterable[int], layout: Layout) -> Iterator[Paragraph]:
    places = list(places)
    column = _body_column([pieces[place] for place in places if not pieces[place].is_head])
    current: Paragraph = []
    headed = False
    for place in places:
        piece = pieces[place]
        for number, line in enumerate(piece.lines):
            after = piece.lines[number + 1] if number + 1 < len(piece.lines) else None
            if current and (headed or piece.is_head or not layout.wrapped or _breaks(current[-1], line, after, column, layout)):
                yield current
                current = []
            current.append(line)
            headed = piece.is_head
    if current:
        yield current


def _body_column(pieces: Sequence[Piece]) -> int:
    """Return the width to which most of a body's lines are filled, in cells."""
    sure = sorted(piece.column for piece in pieces if len(piece.lines) > 2 for _ in piece.lines)
    return sure[len(sure) // 2] if sure else max((piece.column for piece in pieces), default=0)


def _captions(pieces: Sequence[Piece], places: Iterable[int]) -> Iterator[Paragraph]:
    """Yield captions as paragraphs; one that is torn apart is one again."""
    current: Paragraph = []
    for place in places:
        first = pieces[place].lines[0]
        if current and current[-1].is_closed and not (first.doubled and current[-1].doubled):
            yield current
            current = []
        current.extend(pieces[place].lines)
    if current:
        yield current


def _breaks(last: Line, line: Line, after: Line | None, column: int, layout: Layout) -> bool:
    """Whether a paragraph ends between two lines of a body.

    Args:
        last: the line before.
        line: the line after it.
        after: the line after that, in the same piece.
        column: the width to which the body's lines are filled, in cells.
        layout: how the page marks paragraphs.
    """
    if line.text[0] in marks("continuing"):
        return False
    set_in = line.indent >= 2
    if not ends_sentence(last.text):
        # What is cut by a column goes on, whatever stands between; a salutation or a list does not fill its line.
        short = last.width < column - SLACK * (1 if set_in else 2)
        return last.is_last or (short and (set_in or last.text[-1] in marks("introducing")))
    if set_in or last.width < column - SLACK or last.is_last:
        return True
    if line.gap:
        return not layout.sets_in or line.width < column - 1
    return after is not None and line.width <= column - SLACK and after.width > line.width


def _written(paragraphs: Iterable[Paragraph]) -> tuple[str, tuple[Segment, ...]]:
    runs: list[Run] = []
    last: Line | None = None
    for paragraph in paragraphs:
        for number, line in enumerate(paragraph):
            if last is not None and (number == 0 or _needs_space(last.text, line.text)):
                runs.append(Run(" " if number else "\n", *last.breaks))
            runs.extend(line.runs)
            last = line
    return "".join(run.text for run in runs), tuple(_segments(runs))


def _needs_space(left: str, right: str) -> bool:
    """Whether two lines meet between two words of a script that separates them."""
    return left[-1].isascii() and left[-1].isalpha() and right[0].isascii() and right[0].isalpha()


def _segments(runs: Iterable[Run]) -> Iterator[Segment]:
    """Yield the runs as segments, joined where both the text and the page go on; a break that the page lacks has none."""
    place = 0
    open_: Segment | None = None
    for run in runs:
        start, place = place, place + len(run.text)
        if run.start == run.end:
            continue
        even = len(run.text) == run.end - run.start
        if open_ and even and open_.end == start and open_.page_end == run.start and _is_even(open_):
            open_ = Segment(open_.start, place, open_.page_start, run.end)
            continue
        if open_:
            yield open_
        open_ = Segment(start, place, run.start, run.end)
    if open_:
        yield open_


def _is_even(segment: Segment) -> bool:
    return segment.end - segment.start == segment.page_end - segment.page_start
