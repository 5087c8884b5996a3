"""Who speaks over which stretches: ``巴音朝鲁强调，…。…。``, ``会议要求，…``, ``他说，…``, ``“…。”满玉琥说。``.

An attribution opens a block; the block lasts over the sentences that follow until the next attribution, or until the
report goes on to tell something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import ahocorasick_rs

from kg.extract.modality import Modal, Modals, is_firm
from kg.extract.officials import Cast
from kg.extract.reading import ACT, ATTEND, CHAIR, HOLD, SAY, Reading
from kg.extract.voices import Speaker, Voices, clause_start
from kg.extract.wording import either, kinds, numbered, raised, scanner, wording, wordset

_MARKS = "，：“‘。"
_MARKED = frozenset(_MARKS)
_PREDICATE = CHAIR | ATTEND | ACT | HOLD | SAY
_HEADLINE = 60
"""Characters of the longest headline."""


@dataclass(slots=True)
class Block:
    """A stretch of reported speech: its speaker, the range of the attributing words, their verb and its kind.

    ``whom`` is the range of those who were addressed in the attribution itself; ``ordered`` whether the last sentence
    was an order.
    """

    speaker: Speaker
    attribution: tuple[int, int, str]
    kind: str
    whom: tuple[int, int] | None = None
    ordered: bool = False


class Uttered(NamedTuple):
    """A sentence of a block without its attribution, and its modal words; ``opens`` says that it is the block's first."""

    start: int
    end: int
    block: Block
    opens: bool
    orders: list[Modal]


class _Said(NamedTuple):
    start: int
    end: int
    verb: str


@cache
def _attributing() -> tuple[ahocorasick_rs.AhoCorasick, list[tuple[str, int]]]:
    """All attributing verbs with their needs: 0 stands anywhere, 1 before a mark or 要, 2 (nouns) before a mark."""
    nouns, marked = wordset("attribution.nouns"), wordset("attribution.marked")
    matcher, ordered = scanner(kinds().keys() | nouns)
    return matcher, [(verb, (1 if verb in marked else 0) if verb in kinds() else 2) for verb in ordered]


def _verbs(text: str) -> list[_Said]:
    """Return where the attributing verbs of a text stand; of verbs that touch (强调指出) the last, from the first on."""
    matcher, verbs = _attributing()
    found: list[_Said] = []
    for word, start, end in matcher.find_matches_as_indexes(text):
        verb, needs = verbs[word]
        if needs and text[end : end + 1] not in _MARKED and (needs == 2 or not _orders(text, end)):
            continue
        if found and found[-1].end == start:
            start = found.pop().start
        found.append(_Said(start, end, verb))
    return found


def _orders(text: str, at: int) -> bool:
    """Whether 要 follows a verb without a mark: 他说要研究…."""
    return text[at : at + 1] == "要" and text[at + 1 : at + 2] not in ("求", "的", "点")


class _Teller:
    """Walks the sentences of a reading and yields what is said in each block."""

    def __init__(self, reading: Reading, cast: Cast, modals: Modals) -> None:
        self.reading, self.text = reading, reading.text
        self.modals = modals
        self.voices = Voices(reading, cast)
        self.block: Block | None = None
        self.said = _verbs(self.text)

    def walk(self) -> Iterator[Uttered]:
        text, index, said = self.text, 0, self.said
        for start, end in self.reading.sentences:
            if text[end - 1] == "\n":
                end -= 1
            first = index
            while index < len(said) and said[index].start < end:
                index += 1
            if first < index or self.block is not None or text[start] == "“":
                yield from self._sentence(start, end, said[first:index])
            else:
                self.voices.hear(start, end)

    def _sentence(self, start: int, end: int, said: list[_Said]) -> Iterator[Uttered]:
        text = self.text
        fresh = start == 0 or text[start - 1] == "\n"
        if fresh and self._framing(start, end):
            self.block = None
            return
        if text[start] == "“" and not any(text[verb.end + 1 : verb.end + 2] == "‘" for verb in said):
            yield from self._quoted(start)
        at = self._attributed(start, end, said)
        if at > start:
            if self.block is not None and self.block.speaker.known:
                left, right = self._content(at, end)
                orders = self.modals.within(left, right)
                if right > left and (is_firm(orders) or not self.voices.superior(left, right)):
                    yield Uttered(left, right, self.block, True, orders)
                if text[at : at + 1] == "。" and self.block.kind == "tell":
                    self.block = None
            return
        orders = self.modals.within(start, end) if self.block is not None else []
        if self.block is None or self._leaves(start, end, fresh, orders):
            self.block = None
            self.voices.hear(start, end)
        elif self.block.speaker.known and (is_firm(orders) or not self.voices.superior(start, end)):
            yield Uttered(start, _trim_quote(text, start, end), self.block, False, orders)

    def _framing(self, start: int, end: int) -> bool:
        """Whether a paragraph is a headline or of the page's frame."""
        text = self.text
        headline = text[end - 1] not in "。；！？：”’，）" and end - start < _HEADLINE and end < len(text)
        return headline or either("subject.frame").search(text, start, end) is not None

    def _attributed(self, start: int, end: int, said: list[_Said]) -> int:
        """Open the block of a sentence's attribution; return where its verb ends, or ``start`` where there is none."""
        at = start
        for verb in said:
            if verb.start < at:
                continue
            opened = self._open(start, verb)
            if opened is None or (at > start and not self._nested(verb, at)):
                continue
            self.block = opened
            self.voices.heard(opened.speaker)
            at = verb.end
        return at

    def _nested(self, verb: _Said, at: int) -> bool:
        """Whether a second attribution of a sentence counts: what another said in quotes, or a demand after 提出要求，."""
        return (
            self.text[verb.end : verb.end + 1] in "“‘"
            or self.text[verb.end + 1 : verb.end + 2] in ("“", "‘")
            or at + 1 == verb.start
        )

    def _quoted(self, start: int) -> Iterator[Uttered]:
        """``“…。”满玉琥说。``: a quotation whose speaker follows it."""
        text = self.text
        close = text.find("”", start)
        paragraph = text.find("\n", start)
        if close < 0 or 0 <= paragraph < close:
            return
        stop = next((at for at in range(close + 1, min(close + 40, len(text))) if text[at] in "，。：\n"), len(text))
        verb = next((verb for verb in self.said if verb.end == stop and verb.start > close), None)
        if verb is None:
            return
        speaker = self.voices.named(close + 1, verb.start)
        if speaker is None or not speaker.known:
            return
        block = Block(speaker, (close + 1, stop, verb.verb), "tell")
        for left, right in self._within(start + 1, close):
            yield Uttered(left, right, block, True, self.modals.within(left, right))
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

    def _open(self, start: int, verb: _Said) -> Block | None:
        """Return the block that a verb opens, or None where it attributes nothing."""
        text = self.text
        mark = text[verb.end : verb.end + 1]
        kind = kinds().get(verb.verb)
        announced = mark != "" and mark in _MARKS
        if mark == "。" and kind != "tell" and not numbered(text, verb.end + 1):
            return None
        clause = clause_start(text, start, verb.start)
        core = self._core(clause, verb.start)
        noun = verb.verb in wordset("attribution.nouns")
        demand = noun and announced and (found := raised().search(text, clause, verb.end)) is not None and found.end() == verb.end
        if not demand and (kind is None or wording("subject.not_verb_before").before(text, clause, core)):
            return None
        if noun and not demand and wording("subject.citing").at(text, clause):
            return None
        speaker = self.voices.subject(start, clause, core, announced, self.block is not None)
        if speaker is None or (not speaker.known and (mark == "。" or noun)):
            return None
        if kind == "settle" and speaker.name is not None and not text.endswith(speaker.name, clause, core):
            return None
        if noun and not demand and wording("subject.authored").before(text, clause, core):
            return None
        whom = _whom_before(text, clause, verb.start) if demand else None
        begin = speaker.start if speaker.known else clause
        return Block(speaker, (begin, verb.end, verb.verb), "ask" if demand else str(kind), whom)

    def _core(self, clause: int, at: int) -> int:
        """Return where a clause's words before a verb end when adverbs are left out."""
        between = wording("attribution.between")
        while at > clause and (size := between.before(self.text, clause, at)):
            at -= size
        return at

    def _leaves(self, start: int, end: int, fresh: bool, orders: list[Modal]) -> bool:
        """Whether a sentence without attribution leaves the open block; a paragraph does unless it goes on with orders."""
        text, firm = self.text, is_firm(orders)
        found = self.voices.subjects(start, min(end, start + 40))
        if fresh and not numbered(text, start):
            if not firm and not _ASPECT.match(text, start):
                return True
            if found and found[0].start < start + 30 and not any(0 <= order.start - found[-1].end < 10 for order in orders):
                return True
        if firm:
            return False
        if wording("subject.narrative_start").at(text, start):
            return True
        stop = end - 1 if text[end - 1] in "。；！？" else end
        if wording("subject.narrative_end").before(text, start, stop):
            return True
        return bool(found) and self.voices.predicate(found[-1].end, end, _PREDICATE)


_ASPECT = re.compile("在[^，。；]{1,14}方面，")


def _trim_quote(text: str, start: int, end: int) -> int:
    """Return ``end`` without the closing quotation marks that have no opening in the range."""
    while end > start and text[end - 1] in "”’" and text.count("“", start, end) < text.count("”", start, end):
        end -= 1
    return end


def _whom_before(text: str, clause: int, at: int) -> tuple[int, int] | None:
    """Return those of whom something is asked, ``对“一把手”提出四点希望``."""
    to = text.rfind("对", clause, at)
    verb = either("attribution.raising").search(text, to + 1, at) if to >= 0 else None
    if verb is None:
        return None
    left, right = to + 1, verb.start()
    if text[left] in "“‘" and text[right - 1] in "”’":
        left, right = left + 1, right - 1
    return (left, right) if 1 < right - left < 14 else None


def find(reading: Reading, cast: Cast, modals: Modals) -> Iterator[Uttered]:
    """Return the sentences of reported speech, in order, each with its block."""
    return _Teller(reading, cast, modals).walk()
