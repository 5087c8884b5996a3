"""Which pieces of a page its headlines speak of: those begin bodies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.source.kinship import Kinship, longest_common, pairs
from kg.source.pieces import Kind, Piece
from kg.source.rules import shape

_BEGINNING = 110
"""How many characters of a piece a headline is compared with."""

_NARROW = 20
"""The width in cells up to which a line may be a heading inside a text."""

_HEADING = 16
"""The width in cells up to which a line is more likely a heading inside a text than a headline."""


class Claim(NamedTuple):
    """How well a headline fits a piece's beginning, and no other's, from 0 to 2; ``near`` says that it stands right above."""

    clarity: float
    near: bool


NO_CLAIM = Claim(0.0, False)


def claims(pieces: Sequence[Piece], kinship: Kinship) -> dict[int, Claim]:
    """Return the pieces whose beginnings headlines of the page speak of, and how clearly; each headline claims one."""
    texts = [number for number, piece in enumerate(pieces) if piece.kind is Kind.TEXT]
    begins = [pieces[number].text[:_BEGINNING] for number in texts]
    words = [pairs(begin) for begin in begins]
    found: dict[int, Claim] = {}
    for first, last in _headlines(pieces):
        said = "\n".join(piece.text for piece in pieces[first : last + 1])
        title = pairs(said)
        fits = [
            kinship.share(title, word) + 0.15 * max(longest_common(said, begin) - 2, 0)
            for word, begin in zip(words, begins, strict=True)
        ]
        if not fits:
            continue
        best = max(range(len(fits)), key=fits.__getitem__)
        claim = _claim(pieces, first, last, texts[best], fits)
        if claim:
            found[texts[best]] = max(found.get(texts[best], claim), claim)
    return found


def _claim(pieces: Sequence[Piece], first: int, last: int, best: int, fits: Sequence[float]) -> Claim | None:
    """Return what a headline, ``pieces[first : last + 1]``, says of the text that it fits best."""
    near = last < best and all(other.is_head for other in pieces[last:best])
    narrow = first == last and pieces[first].lines[0].width <= _NARROW
    if near and narrow:
        return None  # it may as well be a heading inside a text
    top, second = [*sorted(fits, reverse=True), 0.0][:2]
    return Claim((0.5 if narrow else 1.0) * min(top, 2.0) * min(1.0, 2.0 * (top - second)), near)


def headlines(pieces: Sequence[Piece]) -> int:
    """Return how many headlines the page has, or reports that begin as such, whichever is more."""
    leads = sum(piece.kind is Kind.TEXT and piece.is_lead for piece in pieces)
    return max(leads, sum(pieces[first].lines[0].width > _HEADING for first, _ in _headlines(pieces)))


def _headlines(pieces: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """Yield first and last index of each headline and the subtitle below it."""
    for number, piece in enumerate(pieces):
        if piece.kind is Kind.TITLE and not piece.is_label and not shape("outline").search(piece.text):
            below = number + 1 < len(pieces) and pieces[number + 1].kind is Kind.SUBTITLE
            yield number, number + below
