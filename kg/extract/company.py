"""Groups that are no subject: with whom somebody talks, who is called together, who is listed behind ``出席会议的有``."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kg.extract.clauses import clause_end, clause_start
from kg.extract.deeds import Deed
from kg.extract.group_parts import Range, cut, group_end
from kg.extract.narrative import Sentence
from kg.extract.reading import ACT, ATTEND, CHAIR, GROUP, HOLD, POST, Reading
from kg.extract.wordlists import either, listed, longest_first


class _Words(NamedTuple):
    talking: frozenset[str]
    always: frozenset[str]
    with_whom: re.Pattern[str]
    about: tuple[str, ...]
    calling: frozenset[str]
    not_called: tuple[str, ...]


@cache
def _words() -> _Words:
    return _Words(
        talking=listed("groups", "talking.verbs"),
        always=listed("groups", "talking.always"),
        with_whom=re.compile(f"(?!{either('groups', 'talking.not_with')}){either('groups', 'talking.with')}"),
        about=longest_first("groups", "talking.about"),
        calling=listed("groups", "calling.verbs"),
        not_called=longest_first("groups", "calling.none"),
    )


def find(reading: Reading, sentence: Sentence, deeds: list[Deed]) -> list[Range]:
    """Return the groups with whom a sentence's subject talks or whom it calls together."""
    found: list[Range] = []
    text, listed_words = reading.text, _words()
    for start, end in deeds:
        verb = text[start:end]
        if verb in listed_words.talking and (verb in listed_words.always or _tells(sentence)):
            found += _talked_with(reading, sentence, start)
        elif verb in listed_words.calling:
            found += _called(reading, sentence, end)
    return found


def _tells(sentence: Sentence) -> bool:
    """Whether a sentence says what somebody does at a meeting."""
    return any(verb.classes & (ACT | ATTEND | CHAIR | HOLD) for verb in sentence.verbs)


def _talked_with(reading: Reading, sentence: Sentence, verb: int) -> list[Range]:
    """``与各民主党派中央负责人座谈``, ``与企业家，就…进行协商``."""
    text, begin = reading.text, sentence.start
    left = clause_start(text, begin, verb)
    whom = _whom(reading, sentence, left, verb)
    if not whom and left > begin and text.startswith(_words().about, left):
        whom = _whom(reading, sentence, clause_start(text, begin, left - 1), left - 1)
    return whom


def _whom(reading: Reading, sentence: Sentence, left: int, right: int) -> list[Range]:
    """Return the groups behind 与 in a clause."""
    joints = list(_words().with_whom.finditer(reading.text, left, right))
    if not joints or _named(sentence, joints[-1].end(), right):
        return []
    end = group_end(reading, joints[-1].end(), right)
    return cut(reading, joints[-1].end(), end) if end else []


def _called(reading: Reading, sentence: Sentence, start: int) -> list[Range]:
    """``召集村民小组长、党员代表开了会``."""
    stop = clause_end(reading.text, start, sentence.speech)
    stop = next((verb.start for verb in sentence.verbs if verb.classes & HOLD and start <= verb.start < stop), stop)
    if reading.text.startswith(_words().not_called, start) or not reading.ending(stop) & (GROUP | POST):
        return []
    return [] if _named(sentence, start, stop) else cut(reading, start, stop)


def listed_behind(reading: Reading, sentence: Sentence, start: int) -> list[Range]:
    """Return the groups of a list that begins at ``start``: ``出席全会的有县委委员33名、候补委员6名，有关部门负责人``."""
    text, stop, found = reading.text, sentence.speech, list[Range]()
    while start < stop:
        end = clause_end(text, start, stop)
        if end > start and not _named(sentence, start, end):
            last = group_end(reading, start, end)
            found += cut(reading, start, last) if last else []
        start = end + 1
    return found


def _named(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a name stands in a range."""
    return any(start <= mention.start < end for mention in sentence.people)
