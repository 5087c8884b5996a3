"""Pieces → bodies: text that column breaks, captions and other articles have scattered, in its order again.

A text that breaks off in mid-sentence goes on in a piece as wide, most often the next; one that ended may have another paragraph.
What begins like a report, or stands under a headline and speaks of something else, is a body of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.source.kinship import Kinship, pairs
from kg.source.pieces import Kind, Piece
from kg.source.rules import compiled, marks
from kg.source.signs import NO_CLAIM, WEIGHTS, Tail, claims, headlines, is_as_wide, signs


@dataclass(slots=True)
class Body:
    """The pieces of one article's text, as indices into the page's pieces; grows while the page is read."""

    pieces: list[int] = field(default_factory=list)
    captions: list[int] = field(default_factory=list)
    pairs: frozenset[str] = frozenset()
    widths: tuple[int, int] = (0, 10**6)

    @property
    def first(self) -> int:
        """The index of its first piece."""
        return self.pieces[0] if self.pieces else self.captions[0]


class Chainer:
    """Reads the pieces in order and gives each text to a body, by the sum of what speaks for it.

    Where lines are not cut at a column's width (``wrapped`` is false) nothing was scattered: a body lasts until the next report
    begins.
    """

    def __init__(self, pieces: Sequence[Piece], kinship: Kinship, wrapped: bool = True) -> None:
        self._pieces = pieces
        self._kinship = kinship
        self._wrapped = wrapped
        self._bodies: list[Body] = []
        self._latest: Body | None = None
        self._claims = claims(pieces, kinship)
        self._single = headlines(pieces) <= 1

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
        if not piece.is_lead and self._bodies:
            scores = self.scores(number, piece)
            best = max(range(len(scores)), key=lambda place: (scores[place], place))
            if not self._wrapped or compiled("masthead.date").fullmatch(piece.text):
                chosen = self._latest
            elif scores[best] > 0 or piece.text[0] in marks("continuing"):
                chosen = self._bodies[best]
        if chosen is None:
            chosen = Body()
            self._bodies.append(chosen)
        self.add(chosen, number, piece)

    def add(self, body: Body, number: int, piece: Piece) -> None:
        """Let a body go on with a piece."""
        body.pieces.append(number)
        body.pairs |= pairs(piece.text)
        low, high = piece.widths
        if high - low < body.widths[1] - body.widths[0]:
            body.widths = piece.widths
        elif high - low == body.widths[1] - body.widths[0]:
            body.widths = max(body.widths, piece.widths)  # half-width digits make lines narrower, nothing makes them wider
        self._latest = body

    def scores(self, number: int, piece: Piece) -> list[float]:
        """Return for each body what speaks for its going on with a piece; above 0 more speaks for it than against."""
        return [sum(WEIGHTS[sign] * value for sign, value in found.items()) for found in self.signs(number, piece)]

    def signs(self, number: int, piece: Piece) -> list[dict[str, float]]:
        """Return the signs that :data:`WEIGHTS` weighs, for each body."""
        words = pairs(piece.text)
        shares = [self._kinship.share(words, body.pairs) for body in self._bodies]
        heads = self._heads_before(number)
        wide = [body for body in self._bodies if is_as_wide(body.widths, piece.widths)]
        alone = wide[0] if len(wide) == 1 else None
        claim = self._claims.get(number, NO_CLAIM)
        found = []
        for place, body in enumerate(self._bodies):
            rival = max((share for other, share in enumerate(shares) if other != place), default=0.0)
            last = self._pieces[body.pieces[-1]]
            waiting = any(
                other is not body and self._pieces[other.pieces[-1]].is_open and not self._is_over(other)
                for other in self._bodies
            )
            over = self._is_over(body)
            tail = Tail(last, body.widths, body is self._latest, waiting, over, body is alone, self._single)
            found.append(signs(tail, piece, heads, shares[place], rival, claim, self._kinship))
        return found

    def _is_over(self, body: Body) -> bool:
        return self._pieces[body.pieces[-1]].lines[-1].is_last

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
            self._bodies.append(Body(captions=[number]))
            return
        max(self._bodies, key=nearness).captions.append(number)
