"""What speaks for a text's going on in a piece, and what against: signs of print and of content, weighed in ``weights``."""

from __future__ import annotations

from collections.abc import Sequence
from math import log
from typing import NamedTuple

from kg.source.claims import Claim
from kg.source.kinship import Kinship, balanced
from kg.source.layout import Layout
from kg.source.measure import UNKNOWN, Measure, Range, compared, is_known, narrower
from kg.source.pieces import SLACK, Kind, Piece
from kg.source.rules import marks, shape

Signs = dict[str, float]

_NARROW = 20
"""The width in cells up to which a line may be a heading inside a text."""

_FULL = 2.3
"""By how many cells a full line may fall short of its column."""

_SET_IN = 7.0
"""By how many cells the first line of a paragraph, of at least two, may fall short of it: four, and what marks make uncertain."""


class Chain(NamedTuple):
    """A body as far as it has been read: its pieces as indices, its pairs and terms, how wide its column is."""

    pieces: tuple[int, ...] = ()
    pairs: frozenset[str] = frozenset()
    terms: frozenset[str] = frozenset()
    widths: Range = UNKNOWN

    def on(self, number: int, widths: Range, pairs: frozenset[str], terms: frozenset[str]) -> Chain:
        """Return the chain with one more piece."""
        return Chain((*self.pieces, number), self.pairs | pairs, self.terms | terms, narrower(self.widths, widths))

    @property
    def column(self) -> float | None:
        """The width of its column in cells, where that is known."""
        return self.widths[1] if is_known(self.widths) else None


class Place(NamedTuple):
    """Where a piece stands: the heads between it and the text before it, what a headline says of it, how the page
    is set and how wide."""

    heads: Sequence[Piece]
    claim: Claim
    layout: Layout
    measure: Measure


def joining(chain: Chain, tail: Piece, piece: Piece, place: Place, kinship: Kinship) -> Signs:
    """Return the signs of a piece's going on from a chain that do not depend on other chains.

    Args:
        chain: the body so far.
        tail: its last piece.
        piece: the text that may belong to it.
        place: where that stands.
        kinship: the page's.
    """
    end, start = ending(tail, chain.column, place.measure), beginning(piece, chain.column, place)
    found = {"join": 1.0, _set(place.layout) + f"{end}, then {start}": 1.0}
    found[compared(chain.widths, place.measure.widths(piece)) + ("" if place.measure.squeeze else ", on an even page")] = 1.0
    found["join claimed"] = place.claim.clarity
    found["join claimed by the line before"] = float(place.claim.near and place.claim.clarity > 0.3)
    if end == "open":
        found["word joins"] = kinship.joint(tail.text, piece.text)
    found["join, behind a blank"] = float(piece.lines[0].indent == 1)
    quoted = balanced([tail.text])
    found["quotation closes"] = float(quoted > 0 > balanced([piece.text]))
    found["list of participants ends"] = float(end.startswith("closed") and bool(shape("ending").search(tail.text)))
    return found | _between(place.heads)


def standing(latest: bool, apart: int, share: float, rival: float, terms: int, others: int, of: int, single: bool) -> Signs:
    """Return the signs that depend on the other chains.

    Args:
        latest: whether the piece before is the chain's.
        apart: how many texts stand between.
        share: how much of the piece's words the chain holds.
        rival: how much the one that holds the most of them beside it.
        terms: how many of its terms the chain holds.
        others: how many the one that holds the most of them beside it.
        of: how many it has.
        single: whether the page has one headline at most.
    """
    return {
        "share": share,
        "share above others": share - rival,
        "terms": log(1 + terms),
        "terms above others": log(1 + terms) - log(1 + others),
        "nothing in common": 0.25 * log(1 + of) * (not terms),
        "latest": float(latest),
        "far": log(1 + apart),
        "latest, on a page of one headline": float(latest and single),
    }


def opening(piece: Piece, before: str | None, share: float, place: Place) -> Signs:
    """Return the signs of a piece's beginning a body.

    Args:
        piece: the text.
        before: how the text before it ends, by the names of :func:`ending`.
        share: how much of its words the body holds that holds the most of them.
        place: where it stands.
    """
    start = beginning(piece, None, place)
    found = {_set(place.layout) + f"new, {start}": 1.0, "new claimed": place.claim.clarity, "new, share": share}
    if before:
        found[f"new, after {before}"] = 1.0
    found["new, behind a blank"] = float(piece.lines[0].indent == 1)
    found["new, like a report"] = float(bool(shape("opening").search(piece.text)))
    return found | {f"new, {sign}": value for sign, value in _between(place.heads).items()}


def closing(tails: Sequence[str], heads: int, agreed: float) -> Signs:
    """Return the signs of a whole page.

    Args:
        tails: how its bodies end, by the names of :func:`ending`.
        heads: how many headlines or reports that begin as such it has.
        agreed: how well its headlines and bodies fit each other.
    """
    return {
        "headlines fit": agreed,
        "left open": float(sum(tail == "open" for tail in tails)),
        "more bodies than heads": float(max(len(tails) - heads, 0)),
        "more heads than bodies": float(max(heads - len(tails), 0)),
    }


def ending(tail: Piece, column: float | None, measure: Measure) -> str:
    """Return how a piece ends: ``over``, ``open``, ``closed short`` or ``closed full``; ``column`` is its body's, if known."""
    last = tail.lines[-1]
    if last.is_last:
        return "over"
    if not last.is_closed:
        return "open"
    return "closed short" if measure.line(last) < (column or measure.column(tail)) - SLACK else "closed full"


def beginning(piece: Piece, column: float | None, place: Place) -> str:
    """Return how a piece begins: with a ``mark``, ``set in``, ``full`` or ``short``; ``column`` is its body's, if known."""
    first = piece.lines[0]
    if piece.text[0] in marks("continuing"):
        return "mark"
    if first.indent >= 2:
        return "set in"
    missing = place.measure.missing(piece, column if len(piece.lines) <= 2 else None)
    if place.layout.indented or missing <= _FULL:
        return "full"
    return "set in" if len(piece.lines) > 1 and missing <= _SET_IN else "short"


def _set(layout: Layout) -> str:
    return "" if layout.sets_in else "flush: "


def _between(heads: Sequence[Piece]) -> Signs:
    titles = [head for head in heads if head.kind is Kind.TITLE and not head.is_label]
    outlines = [head for head in titles if shape("outline").search(head.text)]
    return {
        "title between": float(bool(titles)),
        "wide title between": float(any(head.lines[0].width > _NARROW for head in titles)),
        "byline between": float(any(head.kind in (Kind.BYLINE, Kind.SUBTITLE) for head in heads)),
        "outline between": float(bool(outlines)),
    }
