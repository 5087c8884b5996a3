"""Pieces → bodies: text that column breaks, captions and other articles have scattered, in its order again.

A text that breaks off in mid-sentence goes on in a piece as wide, most often the next; one that ended may have another paragraph.
What begins like a report, or stands under a headline and speaks of something else, is a body of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.source.kinship import Kinship, balanced, pairs
from kg.source.pieces import SLACK, Kind, Piece
from kg.source.rules import marks, shape


@dataclass(slots=True)
class Body:
    """The pieces of one article's text, as indices into the page's pieces; grows while the page is read."""

    pieces: list[int] = field(default_factory=list)
    captions: list[int] = field(default_factory=list)
    pairs: frozenset[str] = frozenset()
    column: int = 0
    open: bool = False
    over: bool = False

    @property
    def first(self) -> int:
        """The index of its first piece."""
        return self.pieces[0] if self.pieces else self.captions[0]


class Chainer:
    """Reads the pieces in order and gives each text to a body, by the sum of what speaks for it."""

    def __init__(self, pieces: Sequence[Piece], kinship: Kinship) -> None:
        self._pieces = pieces
        self._kinship = kinship
        self._bodies: list[Body] = []
        self._latest: Body | None = None

    def bodies(self) -> list[Body]:
        """Return the bodies in the order in which they begin; captions are given out last."""
        for number, piece in enumerate(self._pieces):
            if piece.kind is Kind.TEXT:
                self._place(number, piece)
        for number, piece in enumerate(self._pieces):
            if piece.kind is Kind.CAPTION:
                self._place_caption(number, piece)
        return sorted(self._bodies, key=lambda body: body.first)

    def _place(self, number: int, piece: Piece) -> None:
        chosen: Body | None = None
        if not piece.is_lead:
            scores = [(self._goes_on(body, number, piece), place) for place, body in enumerate(self._bodies) if not body.over]
            best = max(scores, default=(0.0, 0), key=lambda score: (score[0], score[1]))
            if scores and best[0] > self._begins(number, piece):
                chosen = self._bodies[best[1]]
        if chosen is None:
            chosen = Body()
            self._bodies.append(chosen)
        self._add(chosen, number, piece)

    def _add(self, body: Body, number: int, piece: Piece) -> None:
        body.pieces.append(number)
        body.pairs |= pairs(piece.text)
        body.column = max(body.column, piece.column) if len(piece.lines) < 3 else piece.column
        body.open = piece.is_open
        body.over = piece.lines[-1].is_last
        self._latest = body

    def _goes_on(self, body: Body, number: int, piece: Piece) -> float:
        score = self._width(body, piece) + 2.0 * self._kinship.share(pairs(piece.text), body.pairs)
        if body is self._latest:
            score += 1.0
        last = self._pieces[body.pieces[-1]]
        if body.open:
            score += 1.0 + self._joint(last, piece)
            score -= 2.0 if starts_paragraph(piece) else 0.0
        elif piece.text[0] in marks("continuing"):
            score -= 4.0
        return score

    def _joint(self, last: Piece, piece: Piece) -> float:
        score = self._kinship.joint(last.text, piece.text)
        if piece.text[0] in marks("continuing"):
            score += 2.0
        if balanced([last.text]) > 0 and balanced([piece.text]) < 0:
            score += 1.0
        return score

    def _width(self, body: Body, piece: Piece) -> float:
        apart = abs(body.column - piece.column)
        if len(piece.lines) == 1 and piece.column <= body.column + SLACK:
            return 0.5
        return 1.0 if apart <= SLACK else 0.0 if apart <= SLACK + 2 else -2.0

    def _begins(self, number: int, piece: Piece) -> float:
        """Weigh what speaks for a new body, apart from what speaks against the others."""
        heads = self._heads_before(number)
        if piece.text[0] in marks("continuing"):
            return -2.0
        score = 1.6
        if self._latest is None:
            return 99.0
        titles = [
            head for head in heads if head.kind is Kind.TITLE and not head.is_label and not shape("outline").search(head.text)
        ]
        score += 1.0 * any(head.lines[0].width > 18 for head in titles)
        score += 1.0 * any(head.kind in (Kind.SUBTITLE, Kind.BYLINE) for head in heads)
        return score

    def _heads_before(self, number: int) -> list[Piece]:
        found: list[Piece] = []
        for piece in reversed(self._pieces[:number]):
            if piece.kind is Kind.TEXT:
                break
            if piece.is_head:
                found.append(piece)
        return found

    def _place_caption(self, number: int, piece: Piece) -> None:
        """Give a caption to the body that it speaks of, or to the nearest; without any it is one itself."""
        words = pairs(piece.text)

        def nearness(body: Body) -> tuple[float, int]:
            distance = min(abs(number - place) for place in body.pieces + body.captions)
            return 3.0 * self._kinship.share(words, body.pairs) - 0.25 * min(distance, 6), -distance

        if not self._bodies:
            self._bodies.append(Body())
        best = max(self._bodies, key=nearness)
        best.captions.append(number)


def starts_paragraph(piece: Piece) -> bool:
    """Whether the first line is set in: by white space, or by being narrower than the lines after it."""
    first = piece.lines[0]
    if first.indent >= 2:
        return True
    return len(piece.lines) > 2 and first.width <= piece.column - SLACK and piece.lines[1].width >= piece.column - 2
