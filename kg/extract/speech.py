"""Who speaks over which stretches: ``巴音朝鲁强调，…。…。``, ``会议要求，…``, ``他说，…``, ``“…。”满玉琥说。``.

An attribution opens a block; the block lasts over the sentences that follow until the next attribution, or until the
report goes on to tell something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kg.extract.attribution import Attributions, Block
from kg.extract.cast import Cast
from kg.extract.cues import Cues, Modal, Said, is_firm
from kg.extract.reading import ACT, ATTEND, CHAIR, HOLD, SAY, Reading
from kg.extract.signs import FRAME
from kg.extract.voices import Voices
from kg.extract.wording import Wording, either, numbered, wording

_PREDICATE = CHAIR | ATTEND | ACT | HOLD | SAY
_HEADLINE = 60
"""Characters of the longest headline."""
_ENDING = frozenset("。；！？：”’，）")
"""With what a sentence ends that is no headline."""
_ASPECT = re.compile("在[^，。；]{1,14}(?:方面，|上[^，。；]{2,8}[。；])")


class Uttered(NamedTuple):
    """A sentence of a block without its attribution, and its modal words; ``opens`` says that it is the block's first."""

    start: int
    end: int
    block: Block
    opens: bool
    orders: list[Modal]


@cache
def _narrative() -> tuple[Wording, Wording]:
    """Return with what sentences begin, and with what they end, that tell of the meeting again."""
    return wording("subject.narrative_start"), wording("subject.narrative_end")


def find(reading: Reading, cast: Cast) -> list[Uttered]:
    """Return the sentences of reported speech, in order, each with its block."""
    cues = Cues(reading.text)
    if not cues.said and not cast.mentions:
        return []
    teller = _Teller(reading, cast, cues)
    teller.walk()
    return teller.uttered


class _Teller:
    """Walks the sentences of a reading and collects what is said in each block."""

    __slots__ = ("attributions", "block", "cues", "framed", "reading", "text", "uttered", "voices")

    def __init__(self, reading: Reading, cast: Cast, cues: Cues) -> None:
        self.reading, self.text, self.cues = reading, reading.text, cues
        self.framed = reading.signs & FRAME > 0
        self.voices = Voices(reading, cast)
        self.attributions = Attributions(reading.text, self.voices)
        self.block: Block | None = None
        self.uttered: list[Uttered] = []

    def walk(self) -> None:
        """Go through the sentences once."""
        text, said, hear = self.text, self.cues.said, self.voices.unheard.append
        index, count = 0, len(said)
        for start, end in self.reading.sentences:
            if text[end - 1] == "\n":
                end -= 1
            fresh = start == 0 or text[start - 1] == "\n"
            first = index
            while index < count and said[index].start < end:
                index += 1
            if first == index and self.block is None and text[start] != "“" and not fresh:
                hear((start, end))
            elif fresh and self._framing(start, end):
                if self.block is None and first == index and text[start] != "“":
                    hear((start, end))
                self.block = None
            else:
                self._sentence(start, end, fresh, said[first:index])

    def _sentence(self, start: int, end: int, fresh: bool, said: list[Said]) -> None:
        text = self.text
        if text[start] == "“" and not any(text[verb.end + 1 : verb.end + 2] == "‘" for verb in said):
            self._quoted(start)
        at = self._attributed(start, end, fresh, said) if fresh or said else start
        block, opens = self.block, at > start
        if block is None:
            self.voices.unheard.append((start, end))
            return
        if opens:
            left, right = self._content(at, end)
        else:
            left, right = start, _trim_quote(text, start, end) if text[end - 1] in "”’" else end
        orders = self.cues.modals(left, right)
        firm = is_firm(orders)
        if not opens and self._leaves(start, end, fresh, orders, firm):
            self.block = None
            self.voices.unheard.append((start, end))
            return
        if block.speaker.known and right > left and (firm or not self.voices.superior(left, right)):
            self.uttered.append(Uttered(left, right, block, opens, orders))
        if opens and text[at : at + 1] == "。" and block.kind == "tell":
            self.block = None

    def _framing(self, start: int, end: int) -> bool:
        """Whether a paragraph is a headline or of the page's frame."""
        text = self.text
        if text[end - 1] not in _ENDING and end - start < _HEADLINE and end < len(text):
            return True
        return self.framed and either("subject.frame").search(text, start, end) is not None

    def _attributed(self, start: int, end: int, fresh: bool, said: list[Said]) -> int:
        """Open the block of a sentence's attribution; return where its words end, or ``start`` where there is none."""
        if fresh and start in self.voices.beginning and (opened := self.attributions.transcribed(start, end)):
            self._enter(opened)
            return opened.attribution[1]
        at = start
        for verb in said:
            if verb.start < at or (at > start and not self._nested(verb, at)):
                continue
            if (opened := self.attributions.opened(start, verb, self.block)) is not None:
                self._enter(opened)
                at = verb.end
        return at

    def _enter(self, block: Block) -> None:
        self.block = block
        self.voices.heard(block.speaker)

    def _nested(self, verb: Said, at: int) -> bool:
        """Whether a second attribution of a sentence counts: what another said in quotes, or a demand after 提出要求，."""
        text, end = self.text, verb.end
        return text[end : end + 1] in "“‘" or text[end + 1 : end + 2] in ("“", "‘") or at + 1 == verb.start

    def _quoted(self, start: int) -> None:
        """``“…。”满玉琥说。``: a quotation whose speaker follows it."""
        text = self.text
        close = text.find("”", start)
        paragraph = text.find("\n", start)
        if close < 0 or 0 <= paragraph < close:
            return
        stop = next((at for at in range(close + 1, min(close + 40, len(text))) if text[at] in "，。：\n"), len(text))
        verb = next((verb for verb in self.cues.said if verb.end == stop and verb.start > close), None)
        block = self.attributions.beside(close + 1, stop, verb)
        if block is None:
            return
        self.voices.heard(block.speaker)
        for left, right in self._within(start + 1, close):
            self.uttered.append(Uttered(left, right, block, True, self.cues.modals(left, right)))
        self.block = None

    def _within(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Return the sentences of a quotation."""
        while start < end:
            stop = next((at + 1 for at in range(start, end) if self.text[at] in "。！？；"), end)
            yield start, stop
            start = stop

    def _content(self, at: int, end: int) -> tuple[int, int]:
        """Return the range of what is said after the verb that ends at ``at``."""
        text = self.text
        while at < end and text[at] in "，：。":
            at += 1
        if text[at : at + 1] in ("“", "‘"):
            close = text.find("”" if text[at] == "“" else "’", at, end)
            if close < 0:
                return at + 1, end
            if end - close <= 2 or text[close - 1] in "，。；！？" or text[close + 1] in "，。；":
                return at + 1, close
        return at, _trim_quote(text, at, end)

    def _leaves(self, start: int, end: int, fresh: bool, orders: list[Modal], firm: bool) -> bool:
        """Whether a sentence without attribution leaves the open block; a paragraph does unless it goes on with orders."""
        text = self.text
        if firm and not fresh:
            return False
        found = self.voices.subjects(start, min(end, start + 40))
        if fresh and not numbered(text, start):
            if not firm and not _ASPECT.match(text, start):
                return True
            if found and found[0].start < start + 30 and not any(0 <= order.start - found[-1].end < 10 for order in orders):
                return True
        if firm:
            return False
        starts, ends = _narrative()
        if starts.at(text, start):
            return True
        stop = end - 1 if text[end - 1] in "。；！？" else end
        if ends.before(text, start, stop):
            return True
        return bool(found) and self.voices.predicate(found[-1].end, end, _PREDICATE)


def _trim_quote(text: str, start: int, end: int) -> int:
    """Return ``end`` without the closing quotation marks that have no opening in the range."""
    while end > start and text[end - 1] in "”’" and text.count("“", start, end) < text.count("”", start, end):
        end -= 1
    return end
