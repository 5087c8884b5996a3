"""Lines → pieces: stretches of running text, and the single lines between them that are headlines, bylines or captions.

A newspaper line is filled to the column's width, or is the last of its paragraph; what is neither, and has no full stop, is
no text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise

from kg.source.frames import cuts
from kg.source.lines import Line
from kg.source.rules import compiled, marks, shape

SLACK = 4
"""By how many cells a full line may miss its column's width: a mark that may not begin a line, half-width digits."""

_CROWDED = 25
"""On a page that has more lines than this to a blank one white space separates nothing."""

_WIDEST_HEAD = 72
_LONGEST_LABEL = 6
_SOLID = re.compile("[\u3400-\u9fff]")
_BARE = re.compile("[【\\[<《]?[\u3400-\u9fff]+[】\\]>》]?$")


class Kind(Enum):
    """What a piece is."""

    TEXT = "text"
    CAPTION = "caption"
    TITLE = "title"
    SUBTITLE = "subtitle"
    BYLINE = "byline"


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines that stand together: text and captions of any number, a head of one.

    ``column`` is the width in cells to which its lines are filled; ``attached`` says that the next piece follows without a gap.
    """

    kind: Kind
    lines: tuple[Line, ...]
    column: int
    attached: bool = False

    @property
    def text(self) -> str:
        """Its characters, without line breaks."""
        return "".join(line.text for line in self.lines)

    @property
    def is_open(self) -> bool:
        """Whether it ends in the middle of a sentence."""
        return not self.lines[-1].is_closed

    @property
    def is_lead(self) -> bool:
        """Whether it begins as only the body of a report does."""
        return bool(shape("lead").search(self.lines[0].text))

    @property
    def is_head(self) -> bool:
        """Whether it is a line above a body."""
        return self.kind not in (Kind.TEXT, Kind.CAPTION)

    @property
    def is_label(self) -> bool:
        """Whether it is so short that it names a column of the paper rather than what happened."""
        text = self.lines[0].text
        return self.kind is Kind.TITLE and bool(_BARE.match(text)) and len(_SOLID.findall(text)) <= _LONGEST_LABEL


def read_pieces(lines: Sequence[Line]) -> tuple[Piece, ...]:
    """Return the pieces in their order on the page."""
    found: list[Piece] = []
    for block in _blocks(lines, _is_crowded(lines)):
        tail = next((piece for piece in reversed(found) if not piece.is_head), None)
        pieces = list(_cut(block, _column(block), tail))
        found.extend(replace(piece, attached=piece is not pieces[-1]) for piece in pieces)
    return tuple(_reread(found))


def as_text(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Take heads that no text follows or precedes for the text themselves."""
    if all(piece.is_head for piece in pieces):
        return tuple(replace(piece, kind=Kind.TEXT) for piece in pieces)
    return pieces


def _reread(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Take a lone line for text after all, where it is a paragraph's first and the next column goes on in mid-sentence."""
    tail: Piece | None = None
    for number, piece in enumerate(pieces):
        after = pieces[number + 1] if number + 1 < len(pieces) else None
        if tail and after and piece.kind is Kind.TITLE and _is_torn(tail, piece, after):
            piece = replace(piece, kind=Kind.TEXT)
        if piece.kind is Kind.TEXT:
            tail = piece
        yield piece


def _is_torn(tail: Piece, piece: Piece, after: Piece) -> bool:
    alone = not piece.attached and after.kind is Kind.TEXT and not after.is_lead and piece.lines[0].gap
    if not alone or not _is_set_in(piece.lines[0], tail.column) or len(tail.lines) < 3:
        return False
    first = after.lines[0]
    return len(after.text) < 4 or (
        len(after.lines) > 2 and abs(after.column - tail.column) <= 2 and first.width >= tail.column - 2
    )


def _blocks(lines: Sequence[Line], crowded: bool) -> Iterator[list[Line]]:
    """Yield the lines between white space; on a page that has none, and where columns change their width, shorter stretches."""
    block: list[Line] = []
    for line in lines:
        if block and (line.gap or line.doubled != block[-1].doubled):
            yield from _frames(block, crowded)
            block = []
        block.append(line)
    if block:
        yield from _frames(block, crowded)


def _frames(block: list[Line], crowded: bool) -> Iterator[list[Line]]:
    places = [0, *cuts(block), len(block)]
    for start, end in pairwise(places):
        yield from _set_in_parts(block[start:end]) if crowded else [block[start:end]]


def _is_crowded(lines: Sequence[Line]) -> bool:
    """Whether the page has next to no white space between its texts."""
    return len(lines) > _CROWDED * max(1, sum(line.gap for line in lines[1:]))


def _set_in_parts(block: list[Line]) -> Iterator[list[Line]]:
    """Cut a block before each line that is set in after the end of a sentence."""
    column = _column(block)
    start = 0
    for place in range(1, len(block) - 1):
        line = block[place]
        set_in = line.indent >= 2 or (_is_set_in(line, column) and block[place + 1].width >= column - 2)
        if block[place - 1].is_closed and set_in:
            yield block[start:place]
            start = place
    yield block[start:]


def _column(lines: Sequence[Line]) -> int:
    """Return the width to which lines are filled: the upper quartile of those between the first and the last.

    The first may be set in, the last is as short as it happens to be; a headline among them moves the quartile little.
    """
    widths = sorted(line.width for line in lines[1:-1])
    return widths[(3 * (len(widths) - 1)) // 4] if widths else max(line.width for line in lines)


def _cut(block: Sequence[Line], column: int, tail: Piece | None) -> Iterator[Piece]:
    """Cut a block where the kind of its lines changes, and where a report begins or ends."""
    current: list[Line] = []
    kind = Kind.TEXT
    for place, line in enumerate(block):
        before = (kind, current[-1]) if current else None
        here = _kind(block, place, column, before, tail)
        starts = here is not kind or here not in (Kind.TEXT, Kind.CAPTION) or shape("lead").search(line.text)
        if current and (starts or current[-1].is_last):
            yield Piece(kind, tuple(current), _column(current))
            current = []
        current.append(line)
        kind = here
    yield Piece(kind, tuple(current), _column(current))


def _kind(block: Sequence[Line], place: int, column: int, before: tuple[Kind, Line] | None, tail: Piece | None) -> Kind:
    line = block[place]
    if line.doubled or (shape("caption").search(line.text) and not _flows(before, column)):
        return Kind.CAPTION
    if shape("lead").search(line.text):
        return Kind.TEXT
    if before and before[0] is Kind.CAPTION and not (before[1].is_closed and _is_title(block, place, column)):
        return Kind.CAPTION
    if _flows(before, column):
        return Kind.TEXT
    if shape("byline").search(line.text):
        return Kind.BYLINE
    if before is None and tail is not None and _goes_on(tail, block, column):
        return Kind.TEXT
    if shape("subtitle").search(line.text) and not line.is_closed:
        return Kind.SUBTITLE
    return Kind.TITLE if _is_title(block, place, column) else Kind.TEXT


def _flows(before: tuple[Kind, Line] | None, column: int) -> bool:
    """Whether the line before breaks off in mid-sentence at the column's edge."""
    return before is not None and before[0] is Kind.TEXT and not before[1].is_closed and before[1].width >= column - 2 * SLACK


def _goes_on(tail: Piece, block: Sequence[Line], column: int) -> bool:
    """Whether a block is the next column of a text that broke off, or its next paragraph."""
    if tail.kind is not Kind.TEXT:
        return False
    if tail.is_open:
        wide = abs(tail.column - column) <= SLACK and block[0].width >= tail.column - SLACK
        return block[0].text[0] in marks("continuing") or (wide and len(block) > 1)
    return len(block) > 1 and len(tail.lines) > 1 and _is_paragraph(block, tail.column)


def _is_paragraph(block: Sequence[Line], column: int) -> bool:
    """Whether the first line is set in from a column of known width, and the second fills it."""
    if not _is_set_in(block[0], column) or abs(block[1].width - column) > 2 or any(_is_marked(line) for line in block):
        return False
    return any(mark in line.text for line in block for mark in marks("inner"))


def _is_title(block: Sequence[Line], place: int, column: int) -> bool:
    line = block[place]
    if line.width > _WIDEST_HEAD or len(_SOLID.findall(line.text)) < 2 or line.text[-1] in "：:、":
        return False
    if set(line.text) & marks("pause") or "。" in line.text or compiled("masthead.date").fullmatch(line.text):
        return False
    following = block[place + 1 :]
    alone = not any(set(other.text) & (marks("pause") | {"。"}) for other in block)
    if alone and len(block) <= 6:
        return True
    if following and (_is_marked(following[0]) or following[0].indent >= 2 > line.indent):
        return True
    if _is_set_in(line, column):
        return False
    if not following or _begins(following, column):
        return bool(following) or line.width <= column - SLACK
    return line.width < column - 2 * SLACK


def _is_marked(line: Line) -> bool:
    return any(shape(entry).search(line.text) for entry in ("lead", "byline", "subtitle"))


def _begins(lines: Sequence[Line], column: int) -> bool:
    """Whether the first of the lines is set in from the one after it."""
    first = lines[0]
    return len(lines) > 1 and first.width <= column - SLACK + 1 and lines[1].width >= column - 2 and not first.is_closed


def _is_set_in(line: Line, column: int) -> bool:
    """Whether the line is as wide as the first of a paragraph that lost its indent of two characters."""
    return column - SLACK - 1 <= line.width <= column - SLACK + 1
