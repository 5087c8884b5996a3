"""Participants that a report names only as a group: ``省委常委，有关省领导，省直有关部门、单位负责同志在主会场参加会议``.

Here those that attend or speak, as subjects; :mod:`kg.extract.company` has the others.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kg.extract import attending, company, group_names
from kg.extract.cast import Mention
from kg.extract.clauses import clause_end, clause_start
from kg.extract.deeds import Deed
from kg.extract.group_parts import Range, cut, end_of_group, goes_on, is_circumstance, lead_end, tail
from kg.extract.narrative import Sentence
from kg.extract.reading import ACT, ATTEND, GROUP, MEETING, POST, SAY, Reading, Token
from kg.extract.wordlists import either, listed, longest_first, pattern, word

Group = tuple[int, int, str]
"""The range of a group's words and the capacity in which it was there."""
_SUBJECT_BEFORE = ATTEND | ACT | SAY
"""Classes of the verbs before which a group may stand."""


class _Words(NamedTuple):
    reporting: frozenset[str]
    saying: frozenset[str]
    modifying: frozenset[str]
    sayers: tuple[str, ...]
    attending: re.Pattern[str]
    bodies: re.Pattern[str]
    done: str
    noun_behind: str
    giving: tuple[str, ...]
    body_ends: tuple[str, ...]
    own: tuple[str, ...]
    acting: frozenset[str]


@cache
def _words() -> _Words:
    return _Words(
        reporting=listed("groups", "reporting.verbs"),
        saying=listed("groups", "reporting.saying"),
        modifying=listed("groups", "reporting.modifying"),
        sayers=longest_first("groups", "reporting.sayers"),
        attending=pattern("groups", "reporting.attending"),
        bodies=re.compile(f"{either('groups', 'reporting.bodies')}(?={tail().pattern}$)"),
        done=word("groups", "reporting.done"),
        noun_behind=word("groups", "reporting.noun_behind"),
        giving=longest_first("people", "subjects.giving"),
        own=longest_first("groups", "parts.own"),
        body_ends=longest_first("groups", "reporting.bodies"),
        acting=listed("groups", "acting.verbs"),
    )


def find(reading: Reading, sentence: Sentence, deeds: list[Deed]) -> list[Group]:
    """Return the groups that a sentence places at its meeting; ``deeds`` are its words before any speech."""
    found = list[Group]()
    verbs = _verbs(reading.text, sentence, deeds)
    if verbs and _may_name(reading, sentence, verbs):
        found = _Subjects(reading, sentence).find(verbs)
    if deeds:
        found += [(start, end, "attendee") for start, end in company.find(reading, sentence, deeds)]
    return found


def _may_name(reading: Reading, sentence: Sentence, verbs: list[Token]) -> bool:
    """Whether a sentence can name a group before a verb: it has a head that is no title of a name, or a body reports."""
    heads = reading.of(GROUP | POST, sentence.start, sentence.speech)
    if len(heads) > len(sentence.people):
        return True
    ends, names = reading.token_ends, {mention.start for mention in sentence.people} if heads else ()
    for index in heads:
        if ends[index] not in names:
            return True
    text, reporting = reading.text, _words().reporting
    for start, end, _ in verbs:  # noqa: SIM110 - a generator costs three times as much
        if text[start:end] in reporting:
            return True
    return False


def due(reading: Reading, who: Range) -> list[Group]:
    """Return the group that should have come: 县纪委委员 of ``应到县纪委委员27人``."""
    start, end = who
    return [(start, end, "attendee")] if end - start > 1 and reading.ending(end) & (GROUP | POST) else []


def _verbs(text: str, sentence: Sentence, deeds: list[Deed]) -> list[Token]:
    """Return the verbs of a sentence before which a group may stand, also those that no class of the scan holds."""
    words, speech = _words(), sentence.speech
    verbs = []
    for verb in sentence.verbs:
        start, end, classes = verb
        if classes & _SUBJECT_BEFORE and start < speech and text[start:end] not in words.modifying:
            verbs.append(verb)
    others = [Token(start, end, ACT) for start, end in deeds if text[start:end] in words.acting] if deeds else ()
    if not others:
        return verbs
    covered = {verb.start for verb in verbs}
    return sorted([*verbs, *(verb for verb in others if verb.start not in covered)])


def _bodies(text: str, start: int, end: int) -> list[Range]:
    """Cut a list of bodies at each 、: 城关镇、县住建局 are two; in 镇派出所、司法所 the first tells whose the others are."""
    found, begin, ends, own = list[Range](), start, _words().body_ends, _words().own
    for at in range(start, end):
        if text[at] == "、" and text.endswith(ends, begin, at):
            found.append((begin, at))
            begin = at + 1
    found.append((begin, end))
    shared = text.startswith(own, start) and not all(text.startswith(own, left) for left, _ in found)
    return [(start, end)] if shared else found


class _Subjects:
    """Finds the groups that stand before the verbs of one sentence."""

    __slots__ = ("reading", "sentence", "text")

    def __init__(self, reading: Reading, sentence: Sentence) -> None:
        self.reading, self.text, self.sentence = reading, reading.text, sentence

    def find(self, verbs: list[Token]) -> list[Group]:
        """Return the groups before the verbs, and those listed behind ``出席会议的有``."""
        found, floor = list[Group](), self.sentence.start
        for verb in verbs:
            start, end, classes = verb
            if start > floor and not self.text.startswith(_words().noun_behind, start - 1):
                found += self._with_capacity(self._subjects(floor, verb), verb)
            if classes & ATTEND and attending.heads_list(self.text, end):
                found += [(left, right, "attendee") for left, right in company.listed_behind(self.reading, self.sentence, end)]
                break
            if classes & (ATTEND | ACT):
                # What follows the verb in its clause is its object.
                floor = max(floor, clause_end(self.text, end, self.sentence.speech))
        return found

    def _with_capacity(self, ranges: list[Range], verb: Token) -> list[Group]:
        capacity = self._capacity(verb) if ranges else ""
        return [(start, end, capacity) for start, end in ranges]

    def _capacity(self, verb: Token) -> str:
        if not verb.classes & ATTEND:
            return "speaker"
        if attending.observes(self.text[verb.start : verb.end]):
            return "observer"
        clause = clause_start(self.text, self.sentence.start, verb.start)
        return "remote" if attending.is_remote(self.text, clause, verb.end) else "attendee"

    def _subjects(self, floor: int, verb: Token) -> list[Range]:
        """Return the groups before a verb, from its clause back to the first that names nobody."""
        text, found, right, adjacent = self.text, list[Range](), verb.start, True
        said = not verb.classes & (ATTEND | ACT)
        if said and text[verb.start : verb.end] not in _words().saying:
            return []
        while right > floor:
            left = clause_start(text, floor, right)
            people = self._people(left, right)
            more = self._beside(people, left, right, adjacent) if people else self._alone(left, right, verb, adjacent)
            if more:
                found, adjacent = more + found, False
            elif found and not people and goes_on(self.reading, left, right):
                found[0] = (lead_end(text, left, right), found[0][1])
            elif not self._passes(people, left, right, verb, adjacent):
                break
            adjacent = adjacent and not people
            if left <= floor or text[left - 1] != "，" or said:
                break
            right = left - 1
        return found

    def _passes(self, people: list[Mention], left: int, right: int, verb: Token, adjacent: bool) -> bool:
        """Whether groups may still stand before a clause that names none: it lists people, or says where and how."""
        if people:
            # Whoever speaks is named: no group before the name speaks.
            return not verb.classes & ACT and is_circumstance(self.text, group_names.name_end(self.reading, people[-1]), right)
        return adjacent and is_circumstance(self.text, left, right)

    def _people(self, start: int, end: int) -> list[Mention]:
        people = self.sentence.people
        return [mention for mention in people if start <= mention.start < end] if people else people

    def _beside(self, people: list[Mention], left: int, right: int, adjacent: bool) -> list[Range]:
        ahead = group_names.ahead(self.reading, left, people[0])
        return ahead + group_names.behind(self.reading, people[-1], right, adjacent)

    def _alone(self, left: int, right: int, verb: Token, adjacent: bool) -> list[Range]:
        """Return the groups of a clause without names; bodies only where they report."""
        end = end_of_group(self.reading, left, right, adjacent)
        if end:
            takes_part = verb.classes & (ATTEND | ACT) or self._takes_part(left, end)
            return cut(self.reading, left, end) if takes_part else []
        if not adjacent or self.text[verb.start : verb.end] not in _words().reporting:
            return []
        found = _words().bodies.search(self.text, left, right)
        if not found or (found.end() == right and not self._is_done(verb)) or self.reading.ending(found.end()) & MEETING:
            return []
        return _bodies(self.text, lead_end(self.text, left, right), found.end())

    def _is_done(self, verb: Token) -> bool:
        """Whether a verb that is a noun too is one here: 汇报了, 作汇报."""
        return self.text.startswith(_words().done, verb.end - 1) or self.text.startswith(_words().giving, verb.start)

    def _takes_part(self, start: int, end: int) -> bool:
        """Whether those who only say something are called participants: 与会人士, 代表们."""
        return self.text.endswith(_words().sayers, start, end) or _words().attending.search(self.text, start, end) is not None
