"""Heads → bodies: which headline, subtitle, byline and label belongs to which text, by what they say and where they stand.

What a headline says counts for more than its place: on a page read from its print file the headlines often come after the bodies,
in an order of their own. A line between two paragraphs of one body is a heading inside it, unless it fits another far better.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.source.chains import Body
from kg.source.kinship import Kinship, longest_common, pairs
from kg.source.pieces import Kind, Piece
from kg.source.rules import shape

_LEAD = 220
"""How many characters at the beginning of a body tell what its headline says."""

_CLEAR = 0.8
"""By how much a headline must fit one body better than another for its place not to matter."""

_LEAST = 0.6
"""The least score for a line to be a body's headline."""

_FEATURE = 0.6
"""What speaks for a label's belonging to a body that is no report."""

_OWN_WORDS = 4
"""How many characters in a row a line must share with a body to be taken away from the one that it stands in."""


@dataclass(slots=True)
class Head:
    """What stands above a body, as indices into the page's pieces; ``inside`` and ``after`` stay where they stand."""

    titles: list[int] = field(default_factory=list)
    above: list[int] = field(default_factory=list)
    subtitles: list[int] = field(default_factory=list)
    bylines: list[int] = field(default_factory=list)
    labels: list[int] = field(default_factory=list)
    inside: list[int] = field(default_factory=list)

    def lines(self) -> Iterator[int]:
        """Yield what is printed above the body: headline, subtitle, byline, label."""
        yield from sorted(self.titles + self.above)
        for group in (self.subtitles, self.bylines, self.labels):
            yield from sorted(group)


class Linker:
    """Gives each head of a page to one of its bodies."""

    def __init__(self, pieces: Sequence[Piece], bodies: Sequence[Body], kinship: Kinship, wrapped: bool = True) -> None:
        self._pieces = pieces
        self._bodies = bodies
        self._kinship = kinship
        self._wrapped = wrapped
        self._owner = {place: number for number, body in enumerate(bodies) for place in body.pieces + body.captions}
        self._texts = ["".join(pieces[place].text for place in body.pieces + body.captions) for body in bodies]
        self._words = [pairs(text) for text in self._texts]
        self._leads = [pairs(text[:_LEAD]) for text in self._texts]
        self._heads = [Head() for _ in bodies]

    def link(self) -> list[Head]:
        """Return the head of each body."""
        free = [number for number, piece in enumerate(self._pieces) if piece.is_head and not self._stays(number)]
        units = list(self._units(free))
        scores = [[self._score(unit, body) for body in range(len(self._bodies))] for unit in units]
        main = self._match(units, scores)
        for number, unit in enumerate(units):
            body = main.get(number, max(range(len(self._bodies)), key=scores[number].__getitem__))
            self._give(unit, body, number in main)
        for body, head in enumerate(self._heads):
            self._promote(head, body)
        return self._heads

    # Where a head stands.

    def _before(self, place: int) -> int | None:
        """Return the body of the text before a piece."""
        return next((self._owner[at] for at in range(place - 1, -1, -1) if at in self._owner), None)

    def _after(self, place: int) -> int | None:
        return next((self._owner[at] for at in range(place + 1, len(self._pieces)) if at in self._owner), None)

    def _begins(self, place: int, body: int) -> bool:
        """Whether the body's first piece is the next text after a piece."""
        following = next((at for at in range(place + 1, len(self._pieces)) if at in self._owner), None)
        return following is not None and following == self._bodies[body].first

    def _stays(self, place: int) -> bool:
        """Keep a heading that stands between two pieces of one body in it; say whether it was kept."""
        before, after = self._before(place), self._after(place)
        if not self._wrapped and before is not None and (after is None or not self._begins(place, after)):
            self._heads[before].inside.append(place)
            return True
        if before is None or before != after or self._begins(place, before):
            return False
        piece = self._pieces[place]
        if not shape("outline").search(piece.text) and self._is_strange(piece.text, before):
            return False
        self._heads[before].inside.append(place)
        return True

    def _is_strange(self, text: str, body: int) -> bool:
        """Whether a line speaks of another body in its own words."""
        fits = [self.fit(text, other) for other in range(len(self._bodies))]
        best = fits.index(max(fits))
        return fits[best] > fits[body] + _CLEAR and longest_common(text, self._texts[best]) >= _OWN_WORDS

    # What a head says.

    def fit(self, text: str, body: int) -> float:
        """Return how well a head says what a body says: 0 for nothing in common, about 4 for its very words."""
        words = pairs(text)
        share = self._kinship.share
        common = longest_common(text, self._texts[body])
        return share(words, self._leads[body]) + share(words, self._words[body]) + 0.2 * max(common - 2, 0)

    def _place(self, unit: Sequence[int], body: int) -> float:
        """Return what a head's place says for a body: on a page that begins with a text headlines stand below more often."""
        above, below = (0.8, 0.4) if self._pieces[0].is_head else (0.4, 0.8)
        if self._begins(unit[-1], body):
            return above + 0.8 * self._pieces[unit[-1]].attached
        return below if self._before(unit[0]) == body and unit[0] - 1 in self._owner and self._is_finished(unit[0], body) else 0.0

    def _is_finished(self, place: int, body: int) -> bool:
        """Whether all of a body stands before a head."""
        return max(self._bodies[body].pieces + self._bodies[body].captions) < place

    def _score(self, unit: Sequence[int], body: int) -> float:
        text = "\n".join(self._pieces[place].text for place in unit if self._pieces[place].kind is not Kind.BYLINE)
        return self.fit(text, body) + self._place(unit, body) + _FEATURE * (self._is_label(unit[0]) and self._is_feature(body))

    def _is_feature(self, body: int) -> bool:
        """Whether a body is no news report: columns of the paper have names, reports begin in their own way."""
        places = self._bodies[body].pieces
        return bool(places) and not self._pieces[places[0]].is_lead

    # Which heads belong together.

    def _units(self, places: Sequence[int]) -> Iterator[list[int]]:
        """Yield heads that stand together: a headline's lines, its subtitle, its byline; a label alone."""
        unit: list[int] = []
        for place in places:
            if unit and not self._together(unit, place):
                yield unit
                unit = []
            unit.append(place)
        if unit:
            yield unit

    def _together(self, unit: Sequence[int], place: int) -> bool:
        last, piece = self._pieces[unit[-1]], self._pieces[place]
        if place != unit[-1] + 1 or self._is_label(place) or self._is_label(unit[-1]):
            return False
        if piece.kind is Kind.TITLE:
            return last.kind is Kind.TITLE and last.attached and not self._disagree(last, piece)
        return True

    def _disagree(self, one: Piece, other: Piece) -> bool:
        """Whether two lines clearly fit different bodies."""
        here = [self.fit(one.text, body) for body in range(len(self._bodies))]
        there = [self.fit(other.text, body) for body in range(len(self._bodies))]
        first, second = here.index(max(here)), there.index(max(there))
        return here[first] > here[second] + _CLEAR and there[second] > there[first] + _CLEAR

    # Who gets what.

    def _match(self, units: Sequence[Sequence[int]], scores: Sequence[Sequence[float]]) -> dict[int, int]:
        """Return the body of each unit that is a body's headline: one to one, the best fit first, then by exchange."""
        main = [number for number, unit in enumerate(units) if self._is_headline(unit)]
        ranked = sorted((-scores[unit][body], unit, body) for unit in main for body in range(len(self._bodies)))
        given: dict[int, int] = {}
        for score, unit, body in ranked:
            if -score >= _LEAST and unit not in given and body not in given.values():
                given[unit] = body
        return _exchanged(given, scores)

    def _is_headline(self, unit: Sequence[int]) -> bool:
        return self._pieces[unit[0]].kind is Kind.TITLE and not self._is_label(unit[0])

    def _is_label(self, place: int) -> bool:
        """Whether a line names a column of the paper, and is not a line of the headline in whose block it stands."""
        piece = self._pieces[place]
        before = self._pieces[place - 1] if place else None
        below = before is not None and before.attached and before.kind is Kind.TITLE
        return piece.is_label and not below and not (piece.attached and shape("shoulder").search(piece.text))

    def _give(self, unit: Sequence[int], body: int, main: bool) -> None:
        head = self._heads[body]
        if not main and self._ends(unit, body):
            head.inside.extend(unit)
            return
        for place in unit:
            piece = self._pieces[place]
            group = head.titles if main else head.above
            if piece.kind is Kind.SUBTITLE:
                group = head.subtitles
            elif piece.kind is Kind.BYLINE:
                group = head.bylines
            elif self._is_label(place):
                group = head.labels
            group.append(place)

    def _promote(self, head: Head, body: int) -> None:
        """Take a label for the headline of a body that has none, where it stands right before or after it and no byline does."""
        places = self._bodies[body].pieces
        beside = {places[0] - 1, places[-1] + 1} if places else set()
        if len(head.labels) == 1 and not (head.titles or head.above or head.bylines) and head.labels[0] in beside:
            head.titles, head.labels = head.labels, []

    def _ends(self, unit: Sequence[int], body: int) -> bool:
        """Whether a line that is no headline stands after the body and before no other: a signature, a date."""
        return self._before(unit[0]) == body and self._after(unit[-1]) is None and not self._is_label(unit[0])


def _exchanged(given: dict[int, int], scores: Sequence[Sequence[float]]) -> dict[int, int]:
    """Exchange bodies between two headlines as long as that makes the sum of the fits greater."""
    better = True
    while better:
        better = False
        for one in given:
            for other in given:
                now = scores[one][given[one]] + scores[other][given[other]]
                if scores[one][given[other]] + scores[other][given[one]] > now + 1e-9:
                    given[one], given[other] = given[other], given[one]
                    better = True
    return given
