"""What speaks for a text's going on in a piece, and what against: signs of print and of content, and what each weighs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.source.kinship import Kinship, balanced, longest_common, pairs
from kg.source.pieces import SLACK, Kind, Piece
from kg.source.rules import marks, shape

WEIGHTS = {
    "always": -5.2,
    "as wide": 1.6,
    "perhaps as wide": 1.4,
    "nearly as wide": -0.5,
    "not as wide": -2.5,
    "share": 4.7,
    "share above others": 7.0,
    "latest": 6.7,
    "open": 4.4,
    "open, but set in": -2.8,
    "closed, another waits": -2.0,
    "closed, another waits for a full line": -1.6,
    "open, and a full line": 0.3,
    "goes on with a mark": 3.0,
    "word joins": 0.8,
    "quotation closes": 0.7,
    "wide title between": -2.5,
    "title between": -0.2,
    "byline between": -4.2,
    "outline between": 2.5,
    "over": -5.0,
    "closed, but alone as wide": 4.0,
    "latest, on a page of one headline": 2.5,
    "claimed": -2.2,
    "claimed by the line before": -1.0,
}
"""What a sign weighs; above 0 in sum, a piece goes on with a body.

By logistic regression on pages that were made from news articles (wrapped, cut, interleaved, headlines moved), rounded; set by
hand where those pages had no case: marks that go on, outlines, bodies that are over, pages of one headline.
"""

_BEGINNING = 110
"""How many characters of a piece a headline is compared with."""

_NARROW = 20
"""The width in cells up to which a line may be a heading inside a text."""

_HEADING = 16
"""The width in cells up to which a line is more likely a heading inside a text than a headline."""


class Tail(NamedTuple):
    """Where a body has got to: its last piece, how wide its column is.

    ``latest`` says that the piece before this one is its; ``waiting`` that another body breaks off in mid-sentence; ``over``
    that it says that it ends or goes on on another page; ``alone`` that it is the only one as wide as the piece;
    ``single`` that the page has one headline at most.
    """

    last: Piece
    widths: tuple[int, int]
    latest: bool
    waiting: bool
    over: bool
    alone: bool
    single: bool


class Claim(NamedTuple):
    """How well a headline fits a piece's beginning, and no other's, from 0 to 2; ``near`` says that it stands right above."""

    clarity: float
    near: bool


NO_CLAIM = Claim(0.0, False)


def signs(
    tail: Tail,
    piece: Piece,
    heads: Sequence[Piece],
    share: float,
    rival: float,
    claim: Claim,
    kinship: Kinship,
) -> dict[str, float]:
    """Return the signs that are there, by the names in :data:`WEIGHTS`.

    Args:
        tail: the body.
        piece: a text that may belong to it.
        heads: what stands between the text before the piece and the piece.
        share: how much of the piece's words the body holds.
        rival: how much the body that holds the most of them beside this one.
        claim: what a headline somewhere on the page says of the piece.
        kinship: the page's.
    """
    is_open = tail.last.is_open and not tail.over
    found = {"always": 1.0, "share": share, "share above others": share - rival}
    found[_width(tail.widths, piece.widths)] = 1.0
    found |= {"latest": float(tail.latest), "open": float(is_open)}
    found["closed, but alone as wide"] = float(tail.alone and not is_open and not tail.latest)
    found["latest, on a page of one headline"] = float(tail.latest and tail.single)
    found["claimed"] = claim.clarity
    found["claimed by the line before"] = float(claim.near and claim.clarity > 0.3)
    found["over"] = float(tail.over)
    found["goes on with a mark"] = float(is_open and piece.text[0] in marks("continuing"))
    found["open, but set in"] = float(is_open and starts_paragraph(piece))
    found["open, and a full line"] = float(is_open and starts_full(piece))
    found["closed, another waits for a full line"] = float(not is_open and tail.waiting and starts_full(piece))
    found["closed, another waits"] = float(not is_open and tail.waiting)
    if is_open:
        found["word joins"] = kinship.joint(tail.last.text, piece.text)
        found["quotation closes"] = float(balanced([tail.last.text]) > 0 > balanced([piece.text]))
    return found | _between(heads)


def is_as_wide(body: tuple[int, int], piece: tuple[int, int]) -> bool:
    """Whether two columns surely are of one width."""
    return _width(body, piece) == "as wide"


def _width(body: tuple[int, int], piece: tuple[int, int]) -> str:
    apart = max(body[0] - piece[1], piece[0] - body[1], 0)
    if apart:
        return "nearly as wide" if apart <= 2 else "not as wide"
    return "as wide" if max(body[1] - body[0], piece[1] - piece[0]) <= SLACK else "perhaps as wide"


def _between(heads: Sequence[Piece]) -> dict[str, float]:
    titles = [head for head in heads if head.kind is Kind.TITLE and not head.is_label]
    outlines = [head for head in titles if shape("outline").search(head.text)]
    return {
        "title between": float(bool(titles)),
        "wide title between": float(any(head.lines[0].width > _NARROW for head in titles)),
        "byline between": float(any(head.kind in (Kind.BYLINE, Kind.SUBTITLE) for head in heads)),
        "outline between": float(bool(outlines)),
    }


def starts_paragraph(piece: Piece) -> bool:
    """Whether the first line is set in: by white space, or by being narrower than the lines after it."""
    first = piece.lines[0]
    if first.indent >= 2:
        return True
    return len(piece.lines) > 2 and first.width <= piece.column - SLACK + 1 and piece.lines[1].width >= piece.column - 2


def starts_full(piece: Piece) -> bool:
    """Whether the first line surely is not set in: it is as wide as the column."""
    return len(piece.lines) > 2 and piece.lines[0].width >= piece.column - 1 and piece.lines[0].indent < 2


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
        second = max((fit for place, fit in enumerate(fits) if place != best), default=0.0)
        near = last < texts[best] and all(other.is_head for other in pieces[last : texts[best]])
        narrow = first == last and pieces[first].lines[0].width <= _NARROW
        if near and narrow:
            continue  # it may as well be a heading inside a text
        claim = Claim((0.5 if narrow else 1.0) * min(fits[best], 2.0) * min(1.0, 2.0 * (fits[best] - second)), near)
        found[texts[best]] = max(found.get(texts[best], claim), claim)
    return found


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
