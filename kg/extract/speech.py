"""Who speaks over which stretches: ``巴音朝鲁强调，…。…。``, ``会议要求，…``, ``他说，…``, ``“…。”满玉琥说。``.

An attribution opens a block; the block lasts over the sentences that follow until the next attribution, or until the
report goes on to tell something else.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from kg.extract.modality import modal_in
from kg.extract.officials import Cast, Mention
from kg.extract.reading import ACT, ATTEND, CHAIR, HOLD, MEETING, SAY, Reading, Token
from kg.extract.wording import either, listed, wordset
from kg.lexicon import words

_CLAUSE = "，。；：！？\n"
_MARKS = "，：“‘。"
_START = attrgetter("start")
_FAR = 30
"""Characters before a verb in which the words that introduce its object are looked for."""


class Speaker(NamedTuple):
    """Whose words follow an attribution; ``name`` None is the meeting, ``known`` False is nobody that counts."""

    name: str | None
    start: int
    known: bool = True


@dataclass(slots=True)
class Block:
    """A stretch of reported speech: its speaker, the range of the attributing words, their verb and its kind.

    ``whom`` is the range of those who were addressed in the attribution itself, until ``whom_end``.
    """

    speaker: Speaker
    attribution: tuple[int, int, str]
    kind: str
    whom: tuple[int, int] | None = None
    ordered: bool = False


class Uttered(NamedTuple):
    """A sentence of a block, without its attribution."""

    start: int
    end: int
    block: Block
    opens: bool


@cache
def kinds() -> dict[str, str]:
    """Return the kind of each attributing verb: ``ask``, ``tell``, ``call``, ``wish``, ``settle`` or ``think``."""
    return {
        verb: kind
        for kind in ("ask", "tell", "call", "wish", "settle", "think")
        for verb in words("directives", f"attribution.{kind}")
    }


@cache
def _raised() -> re.Pattern[str]:
    raising, nouns = ("|".join(map(re.escape, listed(f"attribution.{entry}"))) for entry in ("raising", "nouns"))
    return re.compile(rf"(?:{raising})[^，。；：\n]{{0,8}}(?:{nouns})$")


@cache
def _after_colon() -> tuple[str, ...]:
    return tuple(noun + mark for noun in listed("attribution.nouns") for mark in "：。")


class _Said(NamedTuple):
    start: int
    end: int
    verb: str


def _verbs(text: str) -> list[_Said]:
    """Return where the attributing verbs of a text stand; of verbs that touch (强调指出) the last."""
    places: dict[int, _Said] = {}
    for verb in kinds():
        marked = verb in wordset("attribution.marked")
        at = text.find(verb)
        while at >= 0:
            end = at + len(verb)
            if not marked or text[end : end + 1] in _MARKS or _orders(text, end):
                known = places.get(end)
                if known is None or known.start > at:
                    places[end] = _Said(at, end, verb)
            at = text.find(verb, end)
    for noun in _after_colon():
        at = text.find(noun)
        while at >= 0:
            end = at + len(noun) - 1
            places.setdefault(end, _Said(at, end, noun[:-1]))
            at = text.find(noun, end)
    found: list[_Said] = []
    for end in sorted(places):
        said = places[end]
        if found and found[-1].end == said.start:
            said = _Said(found[-1].start, said.end, said.verb)
            found.pop()
        found.append(said)
    return found


class _Teller:
    """Walks the sentences of a reading and yields what is said in each block."""

    def __init__(self, reading: Reading, cast: Cast) -> None:
        self.reading, self.text = reading, reading.text
        self.mentions = cast.mentions
        self.said = _verbs(self.text)
        self.last: Mention | None = None
        self.met = False
        self.block: Block | None = None

    def walk(self) -> Iterator[Uttered]:
        text, index = self.text, 0
        for start, end in self.reading.sentences:
            if text[end - 1] == "\n":
                end -= 1
            first = index
            while index < len(self.said) and self.said[index].start < end:
                index += 1
            yield from self._sentence(start, end, self.said[first:index])

    def _sentence(self, start: int, end: int, said: list[_Said]) -> Iterator[Uttered]:
        text = self.text
        fresh = start == 0 or text[start - 1] == "\n"
        if fresh and ((end < len(text) and _is_headline(text, start, end)) or either("subject.frame").search(text, start, end)):
            self.block = None
            return
        if text[start] == "“" and not any(text[verb.end + 1 : verb.end + 2] == "‘" for verb in said):
            yield from self._quoted(start, end)
        at = start
        for verb in said:
            if verb.start < at:
                continue
            opened = self._open(start, verb, end)
            if opened is None:
                continue
            if at > start and self.block is not None and not self._nested(verb, opened):
                continue
            self.block = opened
            if opened.speaker.known and opened.speaker.name is not None:
                self.last = next((m for m in self.mentions if m.name == opened.speaker.name), self.last)
            at = verb.end
        if at > start:
            if self.block is not None and self.block.speaker.known:
                left, right = self._content(at, end)
                if right > left:
                    yield Uttered(left, right, self.block, True)
                if text[at : at + 1] == "。":
                    self.block = None if self.block.kind == "tell" else self.block
            return
        if self._told(start, end, fresh):
            return
        if self.block is not None and self.block.speaker.known and not self._superior(start, end):
            yield Uttered(start, _trim_quote(text, start, end), self.block, False)

    def _nested(self, verb: _Said, opened: Block) -> bool:
        """Whether a second attribution of a sentence counts: what another said in quotes, or a demand after 提出要求，."""
        if self.text[verb.end : verb.end + 1] in "“‘" or self.text[verb.end + 1 : verb.end + 2] in ("“", "‘"):
            return True
        return self.block is not None and self.block.attribution[1] + 1 == verb.start

    def _quoted(self, start: int, end: int) -> Iterator[Uttered]:
        """``“…。”满玉琥说。``: a quotation whose speaker follows it."""
        text = self.text
        close = text.find("”", start, end + 1)
        if close < 0:
            return
        stop = next((at for at in range(close + 1, min(close + 40, len(text))) if text[at] in "，。：\n"), len(text))
        first = bisect_left(self.said, close, key=_START)
        if first < len(self.said) and self.said[first].end == stop:
            verb = self.said[first]
            speaker = self._speaker(close + 1, verb.start, inherit=False)
            if speaker is not None and speaker.known:
                block = Block(speaker, (close + 1, verb.end, verb.verb), "tell")
                left = start + 1
                right = close
                if text[left:right]:
                    yield Uttered(left, right, block, True)
                self.block = None

    def _content(self, at: int, end: int) -> tuple[int, int]:
        """Return the range of what is said after the verb that ends at ``at``."""
        text = self.text
        while at < end and text[at] in "，：。":
            at += 1
        if text[at : at + 1] in ("“", "‘"):
            close = text.find("”" if text[at] == "“" else "’", at, end)
            if close < 0 or end - close <= 2:
                return at + 1, end if close < 0 else close
            if text[close - 1] in "，。；！？" or text[close + 1] in "，。；":
                return at + 1, close
        return at, _trim_quote(text, at, end)

    def _open(self, start: int, verb: _Said, end: int) -> Block | None:
        """Return the block that a verb opens, or None where it attributes nothing."""
        text = self.text
        mark = text[verb.end : verb.end + 1]
        announced = mark in _MARKS and mark != ""
        if mark == "。" and kinds().get(verb.verb) != "tell" and not numbered(text, verb.end + 1):
            return None
        if not announced and verb.verb not in wordset("attribution.object") and not _orders(text, verb.end):
            return None
        clause = _clause_start(text, start, verb.start)
        core = self._core(clause, verb.start)
        before = text[clause:core]
        if before.endswith(listed("subject.not_verb_before")) and not before.endswith(listed("attribution.raising")):
            return None
        noun = verb.verb in wordset("attribution.nouns") and _raised().search(text, clause, verb.end) is not None
        if verb.verb not in kinds() and not noun:
            return None
        speaker = self._subject(start, clause, core, announced or noun)
        if speaker is None or (not speaker.known and (mark == "。" or verb.verb in wordset("attribution.nouns"))):
            return None
        if verb.verb in wordset("attribution.nouns") and before.endswith(listed("subject.authored")):
            return None
        kind = "ask" if noun else kinds()[verb.verb]
        whom = _whom_before(text, clause, verb.start) if noun else None
        return Block(speaker, (speaker.start if speaker.known else clause, verb.end, verb.verb), kind, whom)

    def _core(self, clause: int, at: int) -> int:
        """Return where a clause's words before a verb end when adverbs are left out."""
        text, between = self.text, listed("attribution.between")
        changed = True
        while changed and at > clause:
            changed = False
            for word in between:
                if text.endswith(word, clause, at):
                    at -= len(word)
                    changed = True
                    break
        return at

    def _subject(self, start: int, clause: int, core: int, announced: bool) -> Speaker | None:
        text = self.text
        if core == clause:
            if self.block is None and start > 0 and text[start - 1] == "；":
                return None
            if self.block is not None and not self._own_subject(start, clause):
                return None
            return self._inherited(start, clause)
        if clause > start and text[clause] in wordset("subject.pronouns"):
            self.last = self._chosen(start, clause) or self.last
        speaker = self._speaker(clause, core, inherit=False)
        if speaker is not None:
            return speaker
        before = text[clause:core]
        if before.endswith(listed("subject.circumstance")) or before.startswith(listed("subject.circumstance_start")):
            if self.block is not None and clause > start and not self._own_subject(start, clause):
                return None
            return self._inherited(start, clause)
        return Speaker(None, clause, known=False) if announced else None

    def _inherited(self, start: int, clause: int) -> Speaker | None:
        """Return who speaks where a clause names nobody: the nearest clause before it that names somebody, or the last one."""
        stop = clause
        while stop > start:
            left = _clause_start(self.text, start, stop - 1)
            if self._between(left, stop):
                mention = self._chosen(left, stop)
                if mention is not None:
                    return Speaker(mention.name, mention.start)
            elif self.text[left] in wordset("subject.pronouns") and self.last is not None:
                return Speaker(self.last.name, left)
            stop = left
        return self._speaker(start, clause, inherit=True)

    def _own_subject(self, start: int, at: int) -> bool:
        """Whether the sentence names who speaks before ``at``: a pronoun, a meeting or a person without an honorific."""
        if self.text[start] in wordset("subject.pronouns"):
            return True
        for mention in self._between(start, at):
            if not self._cited(start, mention) and not self.text.startswith(listed("subject.honorific"), mention.end):
                return True
        return self.text.startswith(listed("subject.meeting"), start)

    def _between(self, start: int, end: int) -> list[Mention]:
        first = bisect_left(self.mentions, start, key=_START)
        last = bisect_left(self.mentions, end, key=_START)
        return self.mentions[first:last]

    def _speaker(self, start: int, end: int, *, inherit: bool) -> Speaker | None:
        """Return who the words of ``[start, end)`` say is speaking, or None where they name nobody."""
        text = self.text
        meeting = text.endswith(listed("subject.meeting"), start, end) or bool(self.reading.ending(end) & MEETING)
        mention = self._chosen(start, end)
        if mention is not None:
            called = meeting and "的" in text[mention.end : end]
            if not called and not (meeting and text[start] == "由"):
                return Speaker(mention.name, mention.start)
        if meeting:
            return Speaker(None, start)
        for at in (start, end - 1):
            if text[at] in wordset("subject.pronouns") and text[at + 1 : at + 2] != "们":
                return Speaker(self.last.name, at) if self.last else None
        if text.endswith(listed("subject.authored"), start, end):
            return Speaker(self.last.name, start) if self.last and text[end - 1] != "》" else Speaker(None, start, known=False)
        if not inherit:
            return None
        if any(token.classes & MEETING for token in self._tokens(start, end)):
            return Speaker(None, start)
        if self.met:
            return Speaker(None, start)
        if self.last is not None:
            return Speaker(self.last.name, start)
        return None

    def _tokens(self, start: int, end: int) -> Iterator[Token]:
        tokens = self.reading.tokens
        for index in range(self.reading.token_after(start), len(tokens)):
            if tokens[index].start >= end:
                return
            yield tokens[index]

    def _cited(self, start: int, mention: Mention) -> bool:
        """Whether a mention is only an object or a citation in its clause."""
        text = self.text
        if text.startswith(listed("subject.cited_after"), mention.end):
            return True
        clause = _clause_start(text, start, mention.start)
        before = text[clause : mention.start]
        return any(word in before for word in listed("subject.cited_before")) if before else False

    def _chosen(self, start: int, end: int) -> Mention | None:
        """Return the person who speaks of those whom ``[start, end)`` names: who 讲话, else who 主持, else the first."""
        found = [mention for mention in self._between(start, end) if not self._cited(start, mention)]
        if len(found) < 2:
            return found[0] if found else None
        text = self.text
        limits = [*(mention.start for mention in found[1:]), end]
        for sign in ("讲话", "指示", "主持"):
            for mention, limit in zip(found, limits, strict=True):
                if sign in text[mention.end : limit]:
                    return mention
        return found[0]

    def _told(self, start: int, end: int, fresh: bool) -> bool:
        """Whether a sentence without attribution tells instead of quoting; what it tells ends the block."""
        if self.block is not None and not self._leaves(start, end, fresh):
            return False
        self.block = None
        self.met = self.text.startswith(listed("subject.meeting"), start)
        self.last = self._chosen(start, end) or self.last
        return True

    def _superior(self, start: int, end: int) -> bool:
        """Whether a sentence reports what a superior did: a name with an honorific is its subject."""
        found = self._between(start, min(end, start + 14))
        if not found or self._cited(start, found[0]) or modal_in(self.text, start, end):
            return False
        return self.text.startswith(listed("subject.honorific"), found[0].end)

    def _leaves(self, start: int, end: int, fresh: bool) -> bool:
        """Whether a sentence leaves the open block."""
        text = self.text
        modal = modal_in(text, start, end)
        found = self._between(start, min(end, start + 30))
        if found and fresh and not numbered(text, start) and not self._cited(start, found[0]) and not modal_in(text, found[-1].end, min(end, found[-1].end + 10)):
            return True
        if fresh and not modal and not numbered(text, start) and not _aspect().match(text, start):
            return True
        if modal and not text.startswith(listed("subject.narrative_start"), start):
            return False
        if text.startswith(listed("subject.narrative_start"), start):
            return not modal
        stop = end - 1 if text[end - 1] in "。；！？" else end
        if text.endswith(listed("subject.narrative_end"), start, stop):
            return True
        mentions = self._between(start, min(end, start + 40))
        if mentions and not self._cited(start, mentions[0]):
            after = mentions[-1].end
            return any(token.classes & (CHAIR | ATTEND | ACT | HOLD | SAY) for token in self._tokens(after, min(end, after + 20)))
        return False


def _orders(text: str, at: int) -> bool:
    """Whether 要 follows a verb without a mark: 他说要研究…."""
    return text[at : at + 1] == "要" and text[at + 1 : at + 2] not in ("求", "的", "点")


def _clause_start(text: str, start: int, at: int) -> int:
    """Return where the clause begins that reaches ``at``; an open quotation begins one too."""
    clause = max(start, max(text.rfind(sign, start, at) for sign in _CLAUSE) + 1)
    for opening, closing in ("“”", "‘’"):
        quote = text.rfind(opening, clause, at)
        if quote >= 0 and text.find(closing, quote, at) < 0:
            clause = quote + 1
    return clause


@cache
def _number() -> re.Pattern[str]:
    numeral = "[一二三四五六七八九十]{1,2}"
    return re.compile(rf"(?:[（]{numeral}[）]|{numeral}(?:是要|是|要|、|，)|[0-9]{{1,2}}[.、．]|第{numeral}，|首先|其次|再次)")


@cache
def _aspect() -> re.Pattern[str]:
    return re.compile("在[^，。；]{1,14}方面，")


def numbered(text: str, start: int) -> int:
    """Return the end of the number that a sentence begins with (一是, （二）, 三要, 四、), or 0."""
    found = _number().match(text, start)
    return found.end() if found else 0


def _trim_quote(text: str, start: int, end: int) -> int:
    """Return ``end`` without the closing quotation marks that have no opening in the range."""
    while end > start and text[end - 1] in "”’" and text.count("“", start, end) < text.count("”", start, end):
        end -= 1
    return end


def _is_headline(text: str, start: int, end: int) -> bool:
    """Whether a paragraph of one line without an end is a headline."""
    return text[end - 1] not in "。；！？：”’，）" and end - start < 60


def _whom_before(text: str, clause: int, at: int) -> tuple[int, int] | None:
    """Return those of whom something is asked, ``对“一把手”提出四点希望``."""
    to = text.rfind("对", clause, at)
    if to < 0:
        return None
    for word in listed("attribution.raising"):
        stop = text.find(word, to, at)
        if stop > to + 1:
            left, right = to + 1, stop
            if text[left] in "“‘" and text[right - 1] in "”’":
                left, right = left + 1, right - 1
            return (left, right) if right - left < 14 else None
    return None


def find(reading: Reading, cast: Cast) -> list[Uttered]:
    """Return the sentences of reported speech, in order, each with its block."""
    return list(_Teller(reading, cast).walk())


__all__ = ["Block", "Speaker", "Uttered", "find", "kinds", "numbered"]
