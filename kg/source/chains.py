"""Pieces → bodies: text that column breaks, captions and other articles have scattered, in its order again.

The page is read once from its beginning, several ways at a time: each piece goes on from one of the bodies so far or begins one,
and only the ways that the signs speak for most are followed further. So a body that breaks off can wait for the piece that
completes it, though another piece might have fitted as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.source.claims import NO_CLAIM, agreement, claims, fits, headlines
from kg.source.kinship import Kinship, pairs, terms
from kg.source.layout import Layout
from kg.source.measure import Measure
from kg.source.pieces import Kind, Piece
from kg.source.rules import compiled
from kg.source.signs import Chain, Place, Signs, closing, ending, joining, opening, standing
from kg.source.weights import WEIGHTS

WAYS = 24
"""How many ways of reading the page are followed at a time."""


@dataclass(slots=True)
class Body:
    """The pieces of one article's text, as indices into the page's pieces."""

    pieces: list[int] = field(default_factory=list)
    captions: list[int] = field(default_factory=list)

    @property
    def first(self) -> int:
        """The index of its first piece."""
        return self.pieces[0] if self.pieces else self.captions[0]


class Way(NamedTuple):
    """One way of reading the page so far: its bodies, the number of the one read last, what speaks for it."""

    score: float = 0.0
    chains: tuple[Chain, ...] = ()
    latest: int = -1

    def on(self, chosen: int, chain: Chain, score: float) -> Way:
        """Return the way with a chain changed, or added at the end."""
        chains = (*self.chains[:chosen], chain, *self.chains[chosen + 1 :])
        return Way(self.score + score, chains, chosen)


class Common(NamedTuple):
    """What a chain and a piece have in common, whatever the other chains are."""

    share: float
    terms: int
    signs: Signs


class Chainer:
    """Finds the reading of the page's texts that most speaks for.

    Where lines are not cut at a column's width nothing was scattered: a body lasts until the next report begins.
    """

    def __init__(self, pieces: Sequence[Piece], kinship: Kinship, layout: Layout) -> None:
        self._pieces = pieces
        self._kinship = kinship
        self._layout = layout
        self._measure = Measure(pieces)
        self._claims = claims(pieces, kinship)
        self._heads = headlines(pieces)
        self._fits = fits(pieces, kinship)
        self.texts = [number for number, piece in enumerate(pieces) if piece.kind is Kind.TEXT]
        self._order = {number: place for place, number in enumerate(self.texts)}
        self._widths = {number: self._measure.widths(pieces[number]) for number in self.texts}
        self._pairs = {number: pairs(pieces[number].text) for number in self.texts}
        self._terms = {number: terms(pieces[number].text) for number in self.texts}

    def bodies(self) -> list[Body]:
        """Return the bodies in the order in which they begin; captions are given out last."""
        ways = [Way()]
        for number in self.texts:
            ways = self._further(ways, number)
        best = max(ways, key=lambda way: way.score + weighed(self.closing(way)))
        bodies = [Body(list(chain.pieces)) for chain in best.chains]
        words = [chain.pairs for chain in best.chains]
        for number, piece in enumerate(self._pieces):
            if piece.kind is Kind.CAPTION:
                self._place_caption(number, piece, bodies, words)
        return sorted(bodies, key=lambda body: body.first)

    def _further(self, ways: Sequence[Way], number: int) -> list[Way]:
        """Return the best of the ways on which the piece is read too, the best first."""
        known: dict[tuple[int, ...], Common] = {}
        steps = [(way, chosen, weighed(found)) for way in ways for chosen, found in self.choices(way, number, known)]
        steps.sort(key=lambda step: -(step[0].score + step[2]))
        return [self.follow(way, number, chosen, score) for way, chosen, score in steps[:WAYS]]

    def follow(self, way: Way, number: int, chosen: int, score: float) -> Way:
        """Return the way on which a piece goes to the chosen body; one more than there are is a new one."""
        chain = way.chains[chosen] if chosen < len(way.chains) else Chain()
        return way.on(chosen, chain.on(number, self._widths[number], self._pairs[number], self._terms[number]), score)

    def choices(self, way: Way, number: int, known: dict[tuple[int, ...], Common]) -> Iterator[tuple[int, Signs]]:
        """Yield the bodies that a piece may go to, by their numbers on the way, and what speaks for each.

        ``known`` keeps what different ways have in common.
        """
        piece = self._pieces[number]
        if way.chains and self._goes_without_saying(piece):
            yield way.latest, {}
            return
        for chain in way.chains:
            if chain.pieces not in known:
                known[chain.pieces] = self._common(chain, number)
        common = [known[chain.pieces] for chain in way.chains]
        shares = _top_two([one.share for one in common])
        yield len(way.chains), self._opening(way, number, shares[0])
        if not piece.is_lead:
            yield from self._joinings(way, number, common)

    def _joinings(self, way: Way, number: int, common: Sequence[Common]) -> Iterator[tuple[int, Signs]]:
        shares, terms = _top_two([one.share for one in common]), _top_two([one.terms for one in common])
        for place, (chain, one) in enumerate(zip(way.chains, common, strict=True)):
            rival = shares[one.share == shares[0]]
            others = int(terms[one.terms == terms[0]])
            apart = self._order[number] - self._order[chain.pieces[-1]] - 1
            stand = standing(
                place == way.latest,
                apart,
                one.share,
                rival,
                one.terms,
                others,
                len(self._terms[number]),
                self._heads <= 1,
            )
            yield place, one.signs | stand

    def _common(self, chain: Chain, number: int) -> Common:
        tail, piece = self._pieces[chain.pieces[-1]], self._pieces[number]
        share = self._kinship.share(self._pairs[number], chain.pairs)
        signs = joining(chain, tail, piece, self._where(number), self._kinship)
        return Common(share, len(self._terms[number] & chain.terms), signs)

    def closing(self, way: Way) -> Signs:
        """Return the signs of a way at the page's end."""
        agreed = agreement(self._fits, [chain.pieces for chain in way.chains])
        return closing([self._ending(chain) for chain in way.chains], self._heads, agreed)

    def _goes_without_saying(self, piece: Piece) -> bool:
        if piece.is_lead:
            return False
        return not self._layout.wrapped or bool(compiled("masthead.date").fullmatch(piece.text))

    def _opening(self, way: Way, number: int, share: float) -> Signs:
        before = self._ending(way.chains[way.latest]) if way.chains else None
        return opening(self._pieces[number], before, share, self._where(number))

    def _ending(self, chain: Chain) -> str:
        tail = self._pieces[chain.pieces[-1]]
        return ending(tail, chain.column, self._measure)

    def _where(self, number: int) -> Place:
        claim = self._claims.get(number, NO_CLAIM)
        return Place(self._heads_before(number), claim, self._layout, self._measure)

    def _heads_before(self, number: int) -> list[Piece]:
        found: list[Piece] = []
        for piece in reversed(self._pieces[:number]):
            if piece.kind is Kind.TEXT:
                break
            if piece.is_head:
                found.append(piece)
        return found

    def _place_caption(self, number: int, piece: Piece, bodies: list[Body], words: list[frozenset[str]]) -> None:
        """Give a caption to the body that it speaks of, or to the nearest; without any it is one itself."""
        said = pairs(piece.text)

        def nearness(place: int) -> tuple[float, int]:
            distance = min(abs(number - at) for at in bodies[place].pieces + bodies[place].captions)
            return 3.0 * self._kinship.share(said, words[place]) - 0.25 * min(distance, 6), -distance

        if not bodies:
            bodies.append(Body(captions=[number]))
            words.append(said)
            return
        bodies[max(range(len(bodies)), key=nearness)].captions.append(number)


def _top_two(values: Sequence[float]) -> tuple[float, float]:
    """Return the greatest value and the one after it; 0 for what is not there."""
    first, second = [*sorted(values, reverse=True)[:2], 0.0, 0.0][:2]
    return first, second


def weighed(found: Signs) -> float:
    """Return what signs weigh together."""
    return sum(WEIGHTS.get(sign, 0.0) * value for sign, value in found.items())
