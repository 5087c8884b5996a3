"""Who was at a meeting, and in what capacity: 主持, 讲话, 汇报, 出席, 列席, 分会场, 请假, 受…委托.

Sentence by sentence (:mod:`kg.extract.doings`), then whoever speaks the words that the report brings, and whoever called
the meeting where nobody is said to chair it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kg.extract import citing
from kg.extract.cast import Cast, Mention
from kg.extract.doings import take_down
from kg.extract.meetings import Met
from kg.extract.narrative import Sentence
from kg.extract.parts import Part, Parts
from kg.extract.reading import ACT, SAY, Reading
from kg.extract.speech import Uttered
from kg.extract.wordlists import characters, either, longest_first, word

_BULLETS = frozenset("★●◆■▲☆")
_MARKS = frozenset("，：“‘")
_SENTENCE_ENDS = frozenset("。；！")
_BEFORE_PRONOUN = frozenset("。！？；\n，”")
_ADDRESSED = frozenset({"ask", "call", "wish"})
"""Kinds of speech whose words may follow the verb without a mark: 要求各镇修堤, but not 表示祝贺."""
_LONGEST_PRONOUN = 12
"""Characters of an attribution to a pronoun: 她在讲话中强调."""
_NEAR_CALL = 30
"""Characters between a name and 召开."""


class _Words(NamedTuple):
    calling: str
    by_one: tuple[str, ...]
    pronouns: frozenset[str]
    pronoun: re.Pattern[str]
    about: tuple[str, ...]


@cache
def _words() -> _Words:
    pronoun, adverb = (either("participation", f"pronouns.{entry}") for entry in ("subjects", "adverbs"))
    return _Words(
        calling=word("convening", "holding.calling"),
        by_one=longest_first("convening", "holding.by_one"),
        pronouns=characters("participation", "pronouns.subjects"),
        pronoun=re.compile(f"{pronoun}(?:{adverb})?"),
        about=longest_first("groups", "talking.about"),
    )


def find(reading: Reading, cast: Cast, told: list[Sentence], met: Met, outside: set[str]) -> list[Part]:
    """Return the people at a meeting, chairs first, then in the order of the text.

    ``outside`` are those who speak, but not there: :func:`kg.extract.citing.instructing`.
    """
    scene, text, behind = _Scene(reading, cast, outside), reading.text, met.end
    for sentence in met.told_in(told):
        start = sentence.start
        if start > behind and text[start] in _BULLETS:
            break
        if sentence.speech > start or sentence.opening is not None:
            scene.hear(sentence)
    scene.name_caller(met, next(one for one in told[met.sentence :] if met.start < one.end))
    present = [part for part in scene.parts.values() if part.capacities]
    return sorted(present, key=lambda part: ("chair" not in part.capacities, part.mention.start if part.mention else 0))


class _Scene:
    """Walks the sentences of a meeting and takes down who does what."""

    __slots__ = ("bylines", "cast", "outside", "parts", "pronouns", "reading", "speaker", "text")

    def __init__(self, reading: Reading, cast: Cast, outside: set[str]) -> None:
        self.reading, self.text = reading, reading.text
        self.cast, self.outside, self.pronouns = cast, outside, _words().pronouns
        self.bylines = {name for name, (_, _, rule) in cast.first.items() if rule == "name-in-byline"}
        self.parts = Parts()
        self.speaker: Mention | None = None

    def hear(self, sentence: Sentence) -> None:
        """Take down what a sentence says of the people in it."""
        if self.speaker is not None and self.text[sentence.start] in self.pronouns:
            self._pronoun(sentence, self.speaker)
        inside = sentence.people
        if self.bylines and inside:
            inside = [mention for mention in inside if mention.name not in self.bylines]
        if inside:
            self.speaker = take_down(self.reading, sentence, inside, self.parts, self.outside) or self.speaker
        if sentence.opening is not None:
            self._attributed(sentence, sentence.opening)

    def _pronoun(self, sentence: Sentence, speaker: Mention) -> None:
        """``他强调，``: who was the subject of the sentence before speaks on."""
        if speaker.name in self.outside:
            return
        found = _words().pronoun.match(self.text, sentence.start, sentence.end)
        index = self.reading.starts.get(found.end()) if found else None
        if found and self.text.startswith(_words().about, found.end()) and sentence.verbs:
            # 他就防汛工作提出了要求。: what he speaks about stands between.
            end, tells = sentence.verbs[-1].end, sentence.verbs[-1].classes & (SAY | ACT)
            if tells and self.text[end : end + 1] in _SENTENCE_ENDS and sentence.speech == sentence.end:
                self.parts.add(speaker, "speaker", speaker.start, end, "speaking-by-pronoun")
                return
        if index is None or not self.reading.token_classes[index] & SAY:
            return
        end = self.reading.token_ends[index]
        if self.text[end] in _MARKS:
            self.parts.add(speaker, "speaker", speaker.start, end, "speaking-by-pronoun")

    def _attributed(self, sentence: Sentence, opening: Uttered) -> None:
        """Whoever is said to speak the words that a sentence brings is there to speak them, also in a quotation."""
        block = opening.block
        name = block.speaker.name
        if name is None or name in self.outside or name in self.bylines:
            return
        start, end, _ = block.attribution
        if not self._brings_words(opening) or self._quoted(sentence, start):
            return
        mention = next((one for one in sentence.people if one.start == block.speaker.start), None)
        if mention is not None and not citing.cites(self.reading, mention):
            self.parts.add(mention, "speaker", start, end, "speaking-by-attribution")
        elif mention is None and self._by_pronoun(start, end):
            known = self.parts.get(name)
            mention = known.mention if known and known.mention else Mention(*self.cast.first[name][:2], name)
            part = self.parts.setdefault(name, Part(name, mention=mention))
            part.capacities.setdefault("speaker", (start, end, "speaking-by-pronoun"))

    def _brings_words(self, opening: Uttered) -> bool:
        """Whether words follow an attribution, behind a mark or as a demand (他提出要修堤), and no object: 表示祝贺."""
        return self.text[opening.start - 1] in _MARKS or opening.block.kind in _ADDRESSED or bool(opening.orders)

    def _by_pronoun(self, start: int, end: int) -> bool:
        """Whether an attribution is a pronoun's and no other's: 他强调, 她在讲话中指出."""
        first = start == 0 or self.text[start - 1] in _BEFORE_PRONOUN
        return first and end - start <= _LONGEST_PRONOUN and _words().pronoun.match(self.text, start) is not None

    def _quoted(self, sentence: Sentence, at: int) -> bool:
        """Whether an attribution stands within somebody's quotation: “书记在调研时讲，‘…’。”."""
        return self.text.count("“", sentence.start, at) > self.text.count("”", sentence.start, at)

    def name_caller(self, met: Met, sentence: Sentence) -> None:
        """Whoever 召开 a meeting that nobody is said to 主持 chairs it: ``李克强在包头市召开棚改现场会``."""
        text, listed_words = self.text, _words()
        if any("chair" in part.capacities for part in self.parts.values()) or not text.startswith(
            listed_words.by_one, met.start, met.end
        ):
            return
        called = text.find(listed_words.calling, sentence.start, met.start)
        if called >= 0:
            for mention in sentence.people:
                if mention.end == called:
                    self.parts.add(mention, "chair", called, called + len(listed_words.calling), "chair-by-calling")
            return
        before = [one for one in sentence.people if one.start < met.start and one.name not in self.bylines]
        before = [one for one in before if not citing.cites(self.reading, one)]
        if before and met.start - before[-1].end <= _NEAR_CALL and "，" not in text[before[-1].end : met.start]:
            self.parts.add(before[-1], "chair", met.start, met.end, "chair-by-calling")
