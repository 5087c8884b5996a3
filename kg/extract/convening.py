"""Whether a verb of holding or chairing tells of a meeting that was held.

``召开了``, not ``将召开``, ``召开前``, ``五次主持召开``, ``今年以来，…召开``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kg.extract.clauses import clause_start
from kg.extract.reading import Token
from kg.extract.wordlists import characters, either, longest_first, pattern, word
from kg.model.dates import PartialDate

_NEAR = 12
"""Characters before a verb within which a sign of one character, 将 or 未, is about it."""
_COUNT = 4
"""Characters after a verb within which a count of meetings follows it: 召开12次."""


_MONTHS = 2
"""Months after which a meeting is no news."""


class _Signs(NamedTuple):
    not_after: tuple[str, ...]
    may_follow: tuple[str, ...]
    not_before: re.Pattern[str]
    planned: re.Pattern[str]
    parts: frozenset[str]
    other_words: tuple[str, ...]
    times: tuple[str, ...]
    counted: re.Pattern[str]
    many: re.Pattern[str]
    another: re.Pattern[str]
    since: str
    year: re.Pattern[str]


@cache
def _signs() -> _Signs:
    numbers, times = either("convening", "held.numbers"), either("convening", "held.times")
    days = either("convening", "held.days")
    return _Signs(
        not_after=longest_first("convening", "held.not_after"),
        may_follow=longest_first("convening", "held.may_follow"),
        not_before=pattern("convening", "held.not_before"),
        planned=pattern("convening", "held.planned"),
        parts=characters("convening", "held.part_of_word"),
        other_words=longest_first("convening", "held.other_words"),
        times=longest_first("convening", "held.times"),
        counted=re.compile(rf"(?:[0-9]|{numbers}){times}$"),
        many=re.compile(rf"[0-9].{{0,{_COUNT - 2}}}{times}"),
        since=word("convening", "held.since"),
        year=re.compile(rf"([0-9]{{4}}){word('convening', 'held.year')}(?:([0-9]{{1,2}}){word('convening', 'held.month')})?"),
        another=re.compile(rf"{either('convening', 'held.another')}|[0-9]{days}"),
    )


def held(text: str, start: int, verb: Token) -> bool:
    """Whether a verb tells of a meeting held, by the clause before it that begins at ``start`` at the earliest."""
    signs = _signs()
    if text.startswith(signs.not_after, verb.end) and not text.startswith(signs.may_follow, verb.end):
        return False
    if signs.many.match(text, verb.end):
        return False
    clause, at = clause_start(text, start, verb.start), verb.start
    if text.endswith(signs.times, clause, at) and signs.counted.search(text, clause, at):
        return False
    for sign in signs.not_before.finditer(text, clause, at):  # noqa: SIM110 - a generator costs as much as the search
        if _about(text, clause, at, sign):
            return False
    return True


def tells_earlier(text: str, start: int) -> bool:
    """Whether a sentence begins with what was before the meeting: 会前."""
    return text.startswith(longest_first("convening", "held.earlier"), start)


def is_cited(text: str, start: int, end: int) -> bool:
    """Whether a verb of chairing is only a circumstance of words, 在主持学习时强调, and calls no meeting, 在主持召开会议时."""
    if not text.startswith(word("convening", "held.while_chairing"), start - 1):
        return False
    return not any(text.find(calling, start, end) >= 0 for calling in longest_first("convening", "holding.by_one"))


def carried_out(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the range of the verb before a meeting's head that ends at ``end``: 就…|进行|第六次集体学习, or None."""
    if not text.endswith(longest_first("convening", "holding.carried_out"), start, end):
        return None
    for verb in longest_first("convening", "holding.carrying_out"):
        at = text.rfind(verb, clause_start(text, start, end), end)
        if at >= 0:
            return at, at + len(verb)
    return None


def planned(text: str, start: int, verb: Token) -> bool:
    """Whether the clause before a verb of holding, from ``start`` at the earliest, says that the meeting is still to come."""
    return _signs().planned.search(text, clause_start(text, start, verb.start), verb.start) is not None


def _about(text: str, clause: int, verb: int, sign: re.Match[str]) -> bool:
    """Whether a sign in the clause before a verb speaks of it: one character far away, or part of a word, does not."""
    at = sign.start()
    if sign.end() - at > 1:
        return True
    if text.startswith(_signs().other_words, at):
        return False
    return verb - at <= _NEAR and (at == clause or text[at - 1] not in _signs().parts)


def looks_back(text: str, start: int, end: int, published: PartialDate | None) -> bool:
    """Whether a sentence looks back: 今年以来，市政府召开…, or names a year or month well before the article appeared."""
    signs = _signs()
    if text.find(signs.since, start, end) >= 0:
        return True
    if published is None or published.year is None:
        return False
    told = signs.year.search(text, start, end)
    if told is None:
        return False
    months = 12 * (published.year - int(told[1])) + (published.month or 1) - int(told[2] or 12)
    return int(told[1]) < published.year and months > _MONTHS


def tells_another(text: str, start: int, end: int) -> bool:
    """Whether the words before a verb say that it tells of another meeting: 会后, 随后, or a date of its own."""
    return _signs().another.search(text, start, end) is not None
