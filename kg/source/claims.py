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


Fits = list[tuple[tuple[int, int], dict[int, float]]]
"""The first and last piece of each headline, and how well it fits each text."""


def fits(pieces: Sequence[Piece], kinship: Kinship, length: int | None = None) -> Fits:
    """Return how well each headline of a page fits each of its texts, or so many characters at its beginning: 0 to about 3."""
    texts = {number: piece.text[:length] for number, piece in enumerate(pieces) if piece.kind is Kind.TEXT}
    words = {number: pairs(text) for number, text in texts.items()}
    found: Fits = []
    for first, last in _headlines(pieces):
        said = "\n".join(piece.text for piece in pieces[first : last + 1])
        title = pairs(said)
        fit = {
            number: kinship.share(title, words[number]) + 0.15 * max(longest_common(said, texts[number]) - 2, 0)
            for number in texts
        }
        found.append(((first, last), fit))
    return found


def agreement(headlines: Fits, chains: Sequence[Sequence[int]]) -> float:
    """Return how well headlines and bodies, the latter as their pieces, fit each other when each has one at most."""
    ranked = sorted(
        (
            (max(fit[number] for number in chain), -head, -body)
            for head, (_, fit) in enumerate(headlines)
            for body, chain in enumerate(chains)
        ),
        reverse=True,
    )
    heads: set[int] = set()
    bodies: set[int] = set()
    total = 0.0
    for fit_, head, body in ranked:
        if head not in heads and body not in bodies:
            heads.add(head)
            bodies.add(body)
            total += min(fit_, 2.0)
    return total


def claims(pieces: Sequence[Piece], kinship: Kinship) -> dict[int, Claim]:
    """Return the pieces whose beginnings headlines of the page speak of, and how clearly; each headline claims one."""
    found: dict[int, Claim] = {}
    for (first, last), fit in fits(pieces, kinship, _BEGINNING):
        if not fit:
            continue
        best = max(fit, key=lambda number: fit[number])
        claim = _claim(pieces, first, last, best, list(fit.values()))
        if claim:
            found[best] = max(found.get(best, claim), claim)
    return found


def _claim(pieces: Sequence[Piece], first: int, last: int, best: int, found: Sequence[float]) -> Claim | None:
    """Return what a headline, ``pieces[first : last + 1]``, says of the text that it fits best."""
    near = last < best and all(other.is_head for other in pieces[last:best])
    narrow = first == last and pieces[first].lines[0].width <= _NARROW
    if near and narrow:
        return None  # it may as well be a heading inside a text
    top, second = [*sorted(found, reverse=True), 0.0][:2]
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
