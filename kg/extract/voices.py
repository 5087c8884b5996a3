"""Whose voice an attribution is: a person, a pronoun for one, the meeting, the author of what was read out, or nobody.

``省长李明出席会议并讲话，强调…``, ``他指出``, ``会议要求``, ``批示指出``, ``报告提出``; ``大家认为`` is nobody's, and so is
``《意见》要求``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from kg.extract.cast import Cast, Mention
from kg.extract.reading import MEETING, Reading
from kg.extract.wording import either, wording, wordset
from kg.extract.wordlists import longest_first

_CLAUSE = frozenset("，。；：！？\n“‘")
_OTHER_MARK = re.compile("[。；：！？\n“‘”’]")


class Speaker(NamedTuple):
    """Whose words follow an attribution; ``name`` None is the meeting, ``known`` False is nobody that counts."""

    name: str | None
    start: int
    known: bool = True


def clause_start(text: str, start: int, at: int) -> int:
    """Return where the clause begins that reaches ``at``; an open quotation begins one too."""
    # No clause reaches back across a comma; without other marks behind the last one, it begins there.
    start = text.rfind("，", start, at) + 1 or start
    if not _OTHER_MARK.search(text, start, at):
        return start
    closed = 0
    while at > start:
        character = text[at - 1]
        if character in _CLAUSE:
            if character not in "“‘":
                break
            if not closed:
                break
            closed -= 1
        elif character in "”’":
            closed += 1
        at -= 1
    return at


@cache
def _about() -> tuple[str, ...]:
    return longest_first("groups", "talking.about")


class Voices:
    """Remembers who was spoken of last while the sentences of an article go by.

    ``unheard`` are the sentences outside of speech up to here, added by whoever walks them; whom they tell of is looked up
    when somebody asks.
    """

    __slots__ = ("beginning", "known", "meeting", "mentions", "reading", "starts", "text", "unheard")

    def __init__(self, reading: Reading, cast: Cast) -> None:
        self.reading, self.text = reading, reading.text
        self.mentions = cast.mentions
        self.starts = [mention.start for mention in cast.mentions]
        self.beginning = frozenset(self.starts)
        self.known: str | None = None
        self.unheard: list[tuple[int, int]] = []
        self.meeting = False

    @property
    def last(self) -> str | None:
        """The person who was spoken of last."""
        while self.unheard:
            chosen = self._chosen(*self.unheard.pop())
            if chosen is not None:
                self.known = chosen.name
                self.unheard.clear()
        return self.known

    @property
    def met(self) -> bool:
        """Whether the sentence before was the meeting's."""
        if self.unheard:
            self.meeting = wording("subject.meeting").at(self.text, self.unheard[-1][0]) > 0
        return self.meeting

    def heard(self, speaker: Speaker) -> None:
        """Take note of who speaks."""
        self.meeting = speaker.known and speaker.name is None
        if speaker.name is not None:
            self.known = speaker.name
            self.unheard.clear()

    def subject(self, start: int, clause: int, core: int, announced: bool, within: bool) -> Speaker | None:
        """Return who speaks by the verb before which ``[clause, core)`` stands, or None where it attributes nothing.

        Args:
            start: the sentence's start.
            clause: the clause's start. ``core``: where its words before the verb and its adverbs end.
            announced: whether a mark follows the verb.
            within: whether a block is open.
        """
        text = self.text
        if core == clause:
            if (not within and start > 0 and text[start - 1] == "；") or (within and not self._own(start, clause)):
                return None
            return self._inherited(start, clause)
        if clause > start and text[clause] in wordset("subject.pronouns"):
            chosen = self._chosen(start, clause)
            if chosen is not None:
                self.known = chosen.name
                self.unheard.clear()
        speaker = self.named(clause, core)
        if speaker is not None:
            return speaker
        if wording("subject.circumstance").before(text, clause, core) or wording("subject.circumstance_start").at(text, clause):
            if within and clause > start and not self._own(start, clause):
                return None
            return self._inherited(start, clause)
        return Speaker(None, clause, known=False) if announced else None

    def named(self, start: int, end: int) -> Speaker | None:
        """Return whom the words of ``[start, end)`` name as speaking, or None."""
        text = self.text
        meeting = wording("subject.meeting").before(text, start, end) > 0 or bool(self.reading.ending(end) & MEETING)
        chosen = self._chosen(start, end)
        if chosen is not None and not (meeting and ("的" in text[chosen.end : end] or text[start] == "由")):
            return Speaker(chosen.name, chosen.start)
        if meeting:
            return Speaker(None, start)
        for at in (start, end - 1):
            if text[at] in wordset("subject.pronouns") and text[at + 1 : at + 2] != "们":
                return Speaker(self.last, at) if self.last else None
        if wording("subject.authored").before(text, start, end):
            author = self.last if self._delivered(start, end) else None
            return Speaker(author, start) if author else Speaker(None, start, known=False)
        return None

    def begins(self, start: int, end: int) -> bool:
        """Whether a clause begins with a name that ends it or goes on with what the person speaks about: 王小明就防汛工作."""
        first = bisect_left(self.starts, start)
        if first == len(self.starts) or self.starts[first] != start:
            return False
        stop = self.mentions[first].end
        return stop == end or (stop < end and self.text.startswith(_about(), stop))

    def _delivered(self, start: int, end: int) -> bool:
        """Whether somebody of the article gave what was written, where it may be a document as well: 作工作报告."""
        if not wording("subject.documents").before(self.text, start, end):
            return True
        return any(self.text.rfind(verb, 0, end) >= 0 for verb in wordset("subject.delivering"))

    def _inherited(self, start: int, clause: int) -> Speaker | None:
        """Return who speaks where a clause names nobody: the nearest clause before it that does, or the last voice."""
        text, stop = self.text, clause
        while stop > start:
            left = clause_start(text, start, stop - 1)
            chosen = self._chosen(left, stop)
            if chosen is not None:
                return Speaker(chosen.name, chosen.start)
            if text[left] in wordset("subject.pronouns") or wording("subject.authored").at(text, left):
                return Speaker(self.last, left) if self.last else None
            stop = left
        if clause > start and self.reading.of(MEETING, start, clause):
            return Speaker(None, start)
        if clause > start and self._foreign(start, clause):
            return None
        if self.met:
            return Speaker(None, start)
        return Speaker(self.last, start) if self.last is not None else None

    def _foreign(self, start: int, clause: int) -> bool:
        """Whether the sentence has a subject of its own that is nobody known: no circumstance comes before the clause."""
        text = self.text
        return not (
            wording("subject.circumstance_start").at(text, start)
            or wording("subject.circumstance").before(text, start, clause - 1)
        )

    def _own(self, start: int, at: int) -> bool:
        """Whether the sentence names who speaks before ``at``: a pronoun, a meeting or a person without an honorific."""
        text = self.text
        if text[start] in wordset("subject.pronouns") or wording("subject.meeting").at(text, start):
            return True
        honorific = wording("subject.honorific")
        return any(not honorific.at(text, mention.end) for mention in self.subjects(start, at))

    def subjects(self, start: int, end: int) -> list[Mention]:
        """Return the mentions in a range that are no mere object or citation."""
        starts = self.starts
        first = bisect_left(starts, start)
        if first == len(starts) or starts[first] >= end:
            return []
        return [mention for mention in self.mentions[first : bisect_left(starts, end, first)] if not self._cited(start, mention)]

    def _cited(self, start: int, mention: Mention) -> bool:
        text = self.text
        if wording("subject.cited_after").at(text, mention.end):
            return True
        clause = clause_start(text, start, mention.start)
        return clause < mention.start and either("subject.cited_before").search(text, clause, mention.start) is not None

    def _chosen(self, start: int, end: int) -> Mention | None:
        """Return the person who speaks of those whom ``[start, end)`` names: who 讲话, else who 主持, else the first."""
        found = self.subjects(start, end)
        if len(found) < 2:
            return found[0] if found else None
        limits = [*(mention.start for mention in found[1:]), end]
        for sign in ("subject.speaking", "subject.presiding"):
            for mention, limit in zip(found, limits, strict=True):
                if either(sign).search(self.text, mention.end, limit):
                    return mention
        return found[0]

    def superior(self, start: int, end: int) -> bool:
        """Whether a sentence reports what a superior did: a name with an honorific is its subject."""
        found = self.subjects(start, min(end, start + 14))
        return bool(found) and wording("subject.honorific").at(self.text, found[0].end) > 0

    def predicate(self, start: int, end: int, classes: int) -> bool:
        """Whether a word of some classes follows within a few characters of ``start``."""
        return bool(self.reading.of(classes, start, min(end, start + 20)))
