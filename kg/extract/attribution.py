"""What opens a block of reported speech: ``李大海强调，``, ``会议要求``, ``提出三点要求：``, ``李大海委员：``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kg.extract.cues import Said
from kg.extract.heads import clean, is_head
from kg.extract.voices import Speaker, Voices, clause_start
from kg.extract.wording import Wording, either, kinds, lays_out, numbered, raised, wording, wordset

_MARKS = frozenset("，：“‘。")
_ANNOUNCED = 14
"""Characters of the longest name, with its title, that a colon follows."""


_NEXT = 60
"""Characters of the sentence behind a demand that is looked at."""
_RAISED = 24
"""Characters in which the verb of a demand made as a noun stands before it: ``提出三点具体要求和希望``."""


@dataclass(slots=True)
class Block:
    """A stretch of reported speech: its speaker, the range of the attributing words, their verb and its kind.

    ``whom`` is the range of those who were addressed in the attribution itself; ``ordered`` whether the last sentence
    was an order. ``agenda`` says that the attribution only sums up what a meeting was about; ``listing`` whether the numbered
    items under way are orders (一是…；二是…), None where there are none.
    """

    speaker: Speaker
    attribution: tuple[int, int, str]
    kind: str
    whom: tuple[int, int] | None = None
    ordered: bool = False
    agenda: bool = False
    listing: bool | None = None


@cache
def _verbs() -> tuple[dict[str, str], frozenset[str], frozenset[str], Wording]:
    """Return the kinds of the verbs, the nouns among them, those that expound, and what is no subject of any."""
    expounding = wordset("attribution.expounding")
    return kinds(), wordset("attribution.nouns") | expounding, expounding, wording("subject.not_verb_before")


class Attributions:
    """Tells of the verbs of a text which of them attribute what follows, and to whom."""

    __slots__ = ("text", "voices")

    def __init__(self, text: str, voices: Voices) -> None:
        self.text, self.voices = text, voices

    def opened(self, start: int, said: Said, block: Block | None) -> Block | None:
        """Return the block that a verb of the sentence at ``start`` opens, or None where it attributes nothing.

        Args:
            start: the sentence's start.
            said: the verb.
            block: the block that is open before it.
        """
        text, (at, end, verb) = self.text, said
        all_kinds, nouns, expounding, no_subject = _verbs()
        mark, kind = text[end : end + 1], all_kinds.get(verb)
        laid_out = verb in expounding and mark != "：" and lays_out(text, end)
        if (verb in expounding and mark != "：" and not laid_out) or (
            mark == "。" and kind != "tell" and not _goes_on(text, end + 1, noun=verb in nouns)
        ):
            return None
        noun = verb in nouns
        demand = (
            noun and mark in _MARKS and (found := raised().search(text, max(start, at - _RAISED), end)) and found.end() == end
        )
        if kind is None and not demand and not laid_out:
            return None
        clause = clause_start(text, start, at)
        core = self._core(clause, at)
        if demand or laid_out:
            return self._demanded(start, said, clause, core, block)
        if kind is None:
            return None
        barred = no_subject.before(text, clause, core) and not (core < at and text[core] in "时后")
        if barred and not self.voices.begins(clause, core):
            return None
        if kind == "mute":
            return self._muted(said, clause, core)
        if noun and not self._verbal(clause, core):
            return None
        speaker = self.voices.subject(start, clause, core, mark in _MARKS, block is not None)
        if speaker is None or not self._counts(speaker, said, kind, clause, core):
            return None
        return self._block(start, said, clause, core, kind, speaker, block)

    def transcribed(self, start: int, end: int) -> Block | None:
        """Return the block of a speech that a name, its title and a colon announce, ``李大海委员：``."""
        text = self.text
        colon = text.find("：", start, min(start + _ANNOUNCED, end))
        if colon < 0:
            return None
        found = self.voices.subjects(start, colon)
        if not found or found[-1].start != start:
            return None
        if text[found[-1].end : colon] not in wordset("attribution.titles"):
            return None
        return Block(Speaker(found[-1].name, start), (start, colon, text[start:colon]), "tell")

    def beside(self, close: int, stop: int, said: Said | None) -> Block | None:
        """Return the block of a quotation that ends before ``close``, whose speaker follows: 李大海说, 李大海放下账本."""
        if said is not None:
            speaker = self.voices.named(close, said.start)
            return Block(speaker, (close, stop, said.verb), "tell") if speaker is not None and speaker.known else None
        found = self.voices.subjects(close, close + 1)
        if not found or self.text[close - 2] not in "。！？…":
            return None
        start, end, name = found[0]
        return Block(Speaker(name, start), (start, end, self.text[start:end]), "tell")

    def _demanded(self, start: int, said: Said, clause: int, core: int, block: Block | None) -> Block | None:
        """Return the block of a demand made as a noun, ``提出三点要求：``."""
        speaker = self.voices.subject(start, clause, core, True, block is not None)
        if speaker is None or not (speaker.known or self._vouched(said, clause, core)):
            return None
        opened = self._block(start, said, clause, core, "ask", speaker, block)
        opened.whom = _whom_before(self.text, clause, said.start)
        return opened

    def _muted(self, said: Said, clause: int, core: int) -> Block | None:
        """Return the block of what somebody without authority proposes: nobody's."""
        if self._somebody(clause, core) or self.voices.subjects(clause, core):
            return Block(Speaker(None, clause, known=False), (clause, said.end, said.verb), "mute")
        return None

    def _somebody(self, clause: int, core: int) -> bool:
        """Whether a clause's words before a verb are the name of one who can act."""
        return is_head(self.text, clause, core) and clean(self.text, clause, core)

    def _vouched(self, said: Said, clause: int, core: int) -> bool:
        """Whether a noun that nobody known says is a demand after all: of one who can act, 市人社局要求，."""
        return self.text[said.end : said.end + 1] != "。" and self._somebody(clause, core)

    def _verbal(self, clause: int, core: int) -> bool:
        """Whether a noun is a verb here: 会议要求, not 落实会议要求 or 批示要求."""
        return not wording("subject.citing").at(self.text, clause) and not wording("subject.authored").before(
            self.text, clause, core
        )

    def _counts(self, speaker: Speaker, said: Said, kind: str, clause: int, core: int) -> bool:
        """Whether a verb attributes anything to a speaker; a decision is a person's only right behind the name."""
        text = self.text
        if not speaker.known:
            noun = said.verb in wordset("attribution.nouns")
            return self._vouched(said, clause, core) if noun else text[said.end : said.end + 1] != "。"
        size = wording("subject.meeting").before(text, clause, core) if speaker.name is None else 0
        if size and clause < core - size and text[core - size - 1] in wordset("subject.objects"):
            # 各镇要把会议要求同实际结合起来: what the meeting asks for is an object here.
            return False
        if kind == "settle" and speaker.name is not None:
            return text.endswith(speaker.name, clause, core) or text[core - 1] in wordset("subject.pronouns")
        return True

    def _block(self, start: int, said: Said, clause: int, core: int, kind: str, speaker: Speaker, block: Block | None) -> Block:
        begin = speaker.start if speaker.known else clause
        agenda = self.text.find("，", begin, said.end) >= 0
        if not agenda and block is not None and core == clause and self.text[start - 1 : start] == "；":
            agenda = block.agenda
        return Block(speaker, (begin, said.end, said.verb), kind, agenda=agenda)

    def _core(self, clause: int, at: int) -> int:
        """Return where a clause's words before a verb end when adverbs are left out."""
        between = wording("attribution.between")
        while at > clause and (size := between.before(self.text, clause, at)):
            at -= size
        return at


def _goes_on(text: str, at: int, *, noun: bool) -> bool:
    """Whether what is demanded follows the sentence that ends at ``at``: numbered, or 提出要求。各镇要修堤。"""
    if numbered(text, at + text.startswith("\n", at)):
        return True
    stop = text.find("。", at, at + _NEXT)
    return noun and stop > 0 and either("modals.plain").search(text, at, stop) is not None


def _whom_before(text: str, clause: int, at: int) -> tuple[int, int] | None:
    """Return those of whom something is asked, ``对“一把手”提出四点希望``."""
    to = text.rfind("对", clause, at)
    verb = either("attribution.raising").search(text, to + 1, at) if to >= 0 else None
    if verb is None:
        return None
    left, right = to + 1, verb.start()
    if text[left] in "“‘" and text[right - 1] in "”’":
        left, right = left + 1, right - 1
    return (left, right) if 1 < right - left < 14 and is_head(text, left, right) else None
