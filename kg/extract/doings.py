"""What a sentence says that the people in it do: each group of names does what the verb after it says.

``市长李明主持会议并讲话，副市长王强、赵刚出席``; ``出席会议的有A、B``: names behind the verb.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from kg.extract import attending, citing, speaking
from kg.extract.cast import Mention
from kg.extract.narrative import Sentence
from kg.extract.parts import Parts
from kg.extract.posts import posts_before
from kg.extract.reading import ABSENT, ACT, ATTEND, CHAIR, INTRODUCTION, ORGANIZATION, POST, SAY, Reading, Token
from kg.extract.wordlists import characters, word

_FAR = 60
"""Characters between a name and what it does, beyond which the two are not believed to belong together."""
_BETWEEN_NAMES = 60
"""Characters of the posts between two names of a list."""
_ABOUT = 24
"""Characters of what one speaks about between two names: 李明就防汛、王强就治水作汇报."""


class _Words(NamedTuple):
    called: str
    joined: frozenset[str]
    about: str


@cache
def _words() -> _Words:
    table = "participation"
    return _Words(
        called=word(table, "attending.called"),
        joined=characters(table, "chairs.joined"),
        about=word(table, "chairs.about"),
    )


def take_down(reading: Reading, sentence: Sentence, people: list[Mention], parts: Parts, outside: set[str]) -> Mention | None:
    """Add what a sentence says of ``people`` in it to ``parts``; return its last subject.

    ``outside`` are the names of those who speak, but not at the meeting.
    """
    if not sentence.verbs or sentence.verbs[0].start >= sentence.speech:
        return None
    return _Walk(reading, sentence, people, parts, outside).go()


class _Walk:
    """Goes through a sentence's names and verbs in order and gives each group of names what the verb after it says."""

    __slots__ = ("called", "carried", "chained", "group", "inside", "outside", "parts", "reading", "sentence", "subject", "text")

    def __init__(self, reading: Reading, sentence: Sentence, inside: list[Mention], parts: Parts, outside: set[str]) -> None:
        self.reading, self.text = reading, reading.text
        self.sentence, self.inside = sentence, inside
        self.parts, self.outside = parts, outside
        self.group: list[Mention] = []
        self.subject: list[Mention] = []
        # Names of whom no verb has told yet: a verb of attending behind them is of them all.
        self.chained: list[Mention] = []
        self.carried = self.called = False

    def go(self) -> Mention | None:
        """Take down what the sentence tells; return its last subject."""
        stop, mentions, next_one = self.sentence.speech, self.inside, 0
        for verb in self.sentence.verbs:
            if verb.start >= stop:
                break
            while next_one < len(mentions) and mentions[next_one].start < verb.start:
                self._take(mentions[next_one])
                next_one += 1
            self._verb(verb)
        return self.subject[-1] if self.subject else None

    def _take(self, mention: Mention) -> None:
        if citing.delegates(self.text, mention):
            self.parts.add(mention, "delegator", mention.start, mention.end, "delegator")
        if not citing.cites(self.reading, mention):
            self.group.append(mention)

    def _verb(self, verb: Token) -> None:
        fresh = bool(self.group)
        if fresh:
            self.subject, self.group = self.group, []
            self.chained = [*self.chained, *self.subject]
            self.carried = self.called = False
        classes = verb.classes
        if self.subject and verb.start - self.subject[-1].end <= _FAR:
            if classes & CHAIR:
                self._chair(verb)
                if classes & ACT:
                    self._speak(verb, fresh)
            elif classes & ABSENT:
                self.parts.add(self.subject[-1], "excused", verb.start, verb.end, "excused")
            elif classes & ATTEND:
                self._attend(verb)
            elif classes & (SAY | ACT):
                self._speak(verb, fresh)
        if classes & ATTEND:
            self._listed_after(verb)

    def _chair(self, verb: Token) -> None:
        for mention in _coordinate(self.reading, self.subject):
            self.parts.add(mention, "chair", verb.start, verb.end, "chair-before-verb")
        self.chained = []
        called = _words().called
        self.carried = True
        self.called = self.text.startswith(called, verb.end) or self.text.endswith(called, verb.start, verb.end)

    def _attend(self, verb: Token) -> None:
        capacity = self._attending(verb)
        for position, mention in enumerate(self.chained, 1):
            if citing.delegates(self.text, mention):
                continue
            known = self.parts.get(mention.name)
            if mention.name in self.outside and not known:
                continue
            if known and "excused" in known.capacities:
                continue
            part = self.parts.add(mention, capacity, verb.start, verb.end, "attending-before-verb")
            if part.position is None:
                part.position = position
        self.chained, self.carried = [], True

    def _attending(self, verb: Token) -> str:
        """Return the capacity of those before a verb of attending."""
        if self.chained and attending.is_remote(self.text, self.chained[-1].end, verb.end):
            return "remote"
        return "observer" if attending.observes(self.text[verb.start : verb.end]) else "attendee"

    def _listed_after(self, verb: Token) -> None:
        """``出席会议的有A、B、C``, ``在主席台就座的还有：A、B``: names behind the verb."""
        if not attending.heads_list(self.text, verb.end):
            return
        for position, mention in enumerate([mention for mention in self.inside if mention.start > verb.end], 1):
            part = self.parts.add(mention, "attendee", verb.start, verb.end, "attending-after-verb")
            part.position = part.position or position

    def _speak(self, verb: Token, fresh: bool) -> None:
        """Give the subject of a verb of speech its capacity, if the verb is one here."""
        apart = "，" in self.text[self.subject[-1].end : verb.start]
        if apart and not self.carried and not (fresh and verb.classes & ACT):
            return
        word_said = self.text[verb.start : verb.end]
        if self.called and speaking.is_noun_too(word_said):
            return
        if not speaking.speaks(self.reading, verb, (self.subject[0].start, self.subject[-1].end), fresh):
            return
        outside, capacity = self.outside, speaking.capacity(word_said)
        for mention in _coordinate(self.reading, self.subject):
            if mention.name not in outside and not citing.delegates(self.text, mention):
                self.parts.add(mention, capacity, verb.start, verb.end, "speaking-before-verb")
                self.chained, self.carried = [], True


def _coordinate(reading: Reading, group: list[Mention]) -> list[Mention]:
    """Return the last names of a group that are joined by 、 or 和 or ，with nothing but posts between them."""
    if len(group) == 1:
        return group
    chosen = [group[-1]]
    for mention in reversed(group[:-1]):
        if citing.delegates(reading.text, mention) or not _joined(reading, mention, chosen[-1]):
            break
        chosen.append(mention)
    return chosen[::-1]


def _joined(reading: Reading, mention: Mention, following: Mention) -> bool:
    """Whether nothing stands between two names but a title behind the first, what joins them, and a post of the second."""
    text, listed_words = reading.text, _words()
    index = reading.starts.get(mention.end)
    end = reading.token_ends[index] if index is not None and reading.token_classes[index] & POST else mention.end
    between = text[end : following.start]
    if not between:
        return False
    if between.startswith(listed_words.about):
        # What one speaks about stands between; the list goes on behind it.
        about = between.rfind("、")
        if not 0 < about < _ABOUT:
            return False
        end, between = end + about, between[about:]
    if between[0] not in listed_words.joined or len(between) >= _BETWEEN_NAMES:
        return False
    if len(between) == 1:
        return True
    before = reading.ending(following.start)
    return bool(before & (ORGANIZATION | INTRODUCTION) or (before & POST and posts_before(reading, following.start, end)))
