"""Whether a word is a verb of speech where it stands: 讲话 and 汇报 are nouns too, and 表示祝贺 attributes no words."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kg.extract.clauses import clause_start
from kg.extract.reading import ACT, ATTEND, MEETING, SAY, Reading, Token
from kg.extract.wordlists import characters, listed, pattern, word

_MARKS = frozenset("，：“")
_ENDS = frozenset("，。；、“\n")
_PROPOSED = 8
"""Characters after 提出 within which what is proposed makes it a speech."""


class _Words(NamedTuple):
    nouns_too: frozenset[str]
    task: frozenset[str]
    proposing: str
    proposed: re.Pattern[str]
    speech: str
    before: frozenset[str]
    behind: frozenset[str]
    noun_behind: frozenset[str]
    of: str
    hearing: re.Pattern[str]
    heard: str
    presenting: frozenset[str]


@cache
def _words() -> _Words:
    table = "participation"
    return _Words(
        nouns_too=listed(table, "speaking.nouns_too"),
        task=listed(table, "speaking.task"),
        proposing=word(table, "speaking.proposing"),
        proposed=pattern(table, "speaking.proposed"),
        speech=word(table, "speaking.speech"),
        before=characters(table, "speaking.speech_before"),
        behind=characters(table, "speaking.speech_behind"),
        noun_behind=characters(table, "speaking.speech_noun_behind"),
        of=word(table, "speaking.noun_behind"),
        hearing=pattern(table, "speaking.hearing"),
        heard=word(table, "speaking.heard"),
        presenting=listed(table, "attending.presenting"),
    )


def is_noun_too(verb: str) -> bool:
    """Whether a verb of speech is a noun as well: 汇报."""
    return verb in _words().nouns_too


def capacity(verb: str) -> str:
    """Return in what capacity one speaks who does what the verb says: presenter of a report, or speaker."""
    return "presenter" if verb in _words().presenting else "speaker"


def speaks(reading: Reading, token: Token, subject: tuple[int, int], fresh: bool) -> bool:
    """Whether a verb of speech has for its subject who stands in the range ``subject`` before it.

    ``fresh`` says that no other verb stands between them.
    """
    text, listed_words = reading.text, _words()
    start, end, classes = token
    if classes & SAY and reading.ending(start) & MEETING:
        return False
    verb = text[start:end]
    if verb == listed_words.speech:
        return _holds_speech(text, start, end)
    if verb == listed_words.proposing:
        return listed_words.proposed.search(text, end, end + _PROPOSED) is not None
    if verb == listed_words.heard:
        return fresh and _heard(text, subject[0], end)
    if verb in listed_words.nouns_too:
        between = text[subject[1] : start]
        if "，" in between or not (fresh or reading.ending(start) & ATTEND):
            return False
        if between.endswith(listed_words.of):
            return _heard(text, subject[0], end)
        return listed_words.of not in between and not listed_words.hearing.search(between)
    if classes & SAY and not classes & ACT:
        return text[end : end + 1] in _MARKS or verb in listed_words.task
    return True


def _heard(text: str, subject: int, end: int) -> bool:
    """Whether a report is one that the meeting heard from somebody: ``听取局长李明关于堤坝的汇报，``."""
    clause = clause_start(text, 0, subject)
    return text[end : end + 1] in _ENDS and _words().hearing.search(text, clause, subject) is not None


def _holds_speech(text: str, start: int, end: int) -> bool:
    """Whether 讲话 is what somebody does: ``并讲话，``, ``在会上讲话时``, not ``重要讲话精神``."""
    listed_words = _words()
    before, after = text[start - 1], text[end : end + 1]
    if before in listed_words.noun_behind:
        return False
    return not after or after in _ENDS or before in listed_words.behind or after in listed_words.before
