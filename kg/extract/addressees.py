"""Who is told to act: ``各部门要…``, ``吉林市、舒兰市要…``, ``公安机关开展…``, ``值守人员要24小时在岗``, ``由县住建局牵头``."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from kg.extract.cues import Modal
from kg.extract.heads import Range, clean, does, ends, is_head, is_within, lead, may_begin, parts, turns_in
from kg.extract.wording import either, wording, wordset

_MARK = re.compile("[，。；：！？\n“”‘’]")
_EACH = re.compile("[，。；：！？\n“”‘’]|(?<=每[周天日月年])、")
"""Marks between clauses; 镇级河长每周、村级河长每天 are two."""
_LONGEST = 50
"""Characters of the longest name of those who act."""
_NEAR = 30
"""Characters of a clause in which whoever acts without a modal must be named."""
_WHEN = 8
"""Characters of the longest words of time between a name and its modal: ``班主任|开学第一周|必须``."""


def find(text: str, start: int, end: int, orders: list[Modal], whom: Range | None) -> list[Range]:
    """Return the ranges of those whom a sentence tells to act, in order.

    Args:
        text: the view's text.
        start: the sentence's start. ``end``: its end.
        orders: its modal words.
        whom: who was addressed in the attribution.
    """
    found: list[Range] = parts(text, *whom) if whom else []
    turns = turns_in(text, start, end)
    eager = turns and not is_past(text, start, end)
    if not eager and not _may_name(start, orders):
        return found
    pattern = _EACH if text.find("每", start, end) >= 0 else _MARK
    marks = [start - 1, *[mark.start() for mark in pattern.finditer(text, start, end)], end]
    ordered: dict[int, Modal] = {}
    for order in orders:
        if order.modality != "ensure":
            ordered.setdefault(bisect_right(marks, order.start), order)
    for clause, order in ordered.items():
        left, right = marks[clause - 1] + 1, marks[clause]
        before = (marks[clause - 2] + 1, left - 1) if clause > 1 and clause - 1 not in ordered else None
        found += _named(text, _ordered(text, left, order, right, before, turns), right)
    for clause in {bisect_right(marks, at - 1) for at in turns} - ordered.keys() if eager else ():
        left, right = marks[clause - 1] + 1, marks[clause]
        if right - left > 3 and text[left - 1] != "“":
            found += _named(text, acting(text, left, right, turns), right)
    return sorted(dict.fromkeys(found)) if len(found) > 1 else found


def _may_name(start: int, orders: list[Modal]) -> bool:
    """Whether some words stand before a modal of a sentence, so that they may name who is to act."""
    for order in orders:  # noqa: SIM110 - a generator costs three times as much
        if order.start > start + 1 or order.modality in ("hope", "urge"):
            return True
    return False


def _named(text: str, actor: Range | None, end: int) -> list[Range]:
    """Return the parts of the one to act, and those with whom to act together."""
    return [*parts(text, *actor), *_joined(text, actor[1], end)] if actor is not None else []


_PAST = re.compile("了(?!解)|已")


def is_past(text: str, start: int, end: int) -> bool:
    """Whether a sentence tells of what was done."""
    return _PAST.search(text, start, end) is not None


def is_soon(text: str, start: int, end: int) -> bool:
    """Whether a sentence says that one who can act does so at once: ``县水利局|今晚|派人``."""
    for found in either("addressees.soon").finditer(text, start, end):
        clause = max(start - 1, *(text.rfind(mark, start, found.start()) for mark in "，；：“")) + 1
        if (left := lead(text, clause, found.start())) < found.start() and is_head(text, left, found.start()):
            return clean(text, left, found.start())
    return False


def _ordered(text: str, left: int, order: Modal, right: int, before: Range | None, turns: list[int]) -> Range | None:
    """Return the one to act of a clause with its first modal, or of the clause before one that begins with it."""
    if order.modality in ("hope", "urge"):
        return hoped(text, order.end, right) if order.initial else None
    if order.start > left + 1:
        actor = _actor(text, left, order.start, turns)
        if actor is not None or not _tells_when(text, left, order.start):
            return actor
    return _topic(text, *before, turns) if before and before[0] < before[1] else None


def _actor(text: str, start: int, end: int, turns: list[int]) -> Range | None:
    """Return the one to act among the words of a clause before its modal."""
    start = lead(text, start, end)
    trailing = wording("addressees.trailing")
    while not is_head(text, start, end) and (size := trailing.before(text, start, end)):
        end -= size
    if end - start < 2 or end - start > _LONGEST:
        return None
    if not is_head(text, start, end):
        return acting(text, start, end, turns) or _cut(text, start, end) or _before_time(text, start, end)
    return _cut(text, start, end) or ((start, end) if clean(text, start, end) else None)


def _cut(text: str, start: int, end: int) -> Range | None:
    """Return the one to act before further words of the clause, ``各业务庭庭长|对…案件``."""
    for found in either("addressees.cutting").finditer(text, start + 2, end):
        at = found.start()
        if is_head(text, start, at):
            return (start, at) if clean(text, start, at) else None
    return None


def _before_time(text: str, start: int, end: int) -> Range | None:
    """Return the one to act before words of time, ``班主任|开学第一周``."""
    for at in reversed(ends(text, start, end)):
        if _tells_when(text, at, end) and is_head(text, start, at):
            return (start, at) if clean(text, start, at) else None
    return None


def _tells_when(text: str, start: int, end: int) -> bool:
    """Whether a few words tell when something is to be done, or for how many at once."""
    return 1 < end - start <= _WHEN and wording("addressees.times").before(text, start, end) > 0


def _topic(text: str, start: int, end: int, turns: list[int]) -> Range | None:
    """Return the one to act that a clause is, before one that begins with a modal; also before 是."""
    start = lead(text, start, end)
    if end - start > _LONGEST:
        return None
    at = text.find("是", start, end)
    if 2 <= at - start <= 20 and is_head(text, start, at) and clean(text, start, at):
        return start, at
    if end - start > 4 and not is_past(text, start, end) and (actor := acting(text, start, end, turns)):
        return actor
    return (start, end) if is_head(text, start, end) and clean(text, start, end) else None


def hoped(text: str, start: int, end: int) -> Range | None:
    """Return of whom something is hoped or asked, ``希望|有关党派团体|进一步完善``."""
    stop = next((at for at in range(start, min(start + _NEAR, end)) if text[at] in "，。；：“"), min(start + _NEAR, end))
    first = 0
    for at in range(start + 2, stop + 1):
        if first and at > first + 4 and text[first] not in "、和及与（":
            break
        if not is_head(text, start, at) or not clean(text, start, at):
            continue
        if at == stop or does(text, at, stop):
            return start, at
        if first in (0, at - 1):
            first = at
    return (start, first) if first else None


def acting(text: str, start: int, end: int, turns: list[int]) -> Range | None:
    """Return who acts in a clause without a modal, ``公安机关|开展…大调查``, ``楼道由|网格员|每天清扫``.

    ``turns`` are those of its sentence.
    """
    turns = turns[bisect_right(turns, start) : bisect_left(turns, end)]
    if not turns:
        return None
    start = lead(text, start, end)
    for left in _beginnings(text, start, end) if text.find("由", start, end) >= 0 else (start,):
        if end - left < 4 or text[left] == "、" or not may_begin(text, left):
            continue
        for at in turns:
            if at <= left:
                continue
            if at > left + _LONGEST or text[at] == "由":
                break
            if does(text, at, end) and is_head(text, left, at) and not is_within(text, at):
                return (left, at) if clean(text, left, at) and text[left:at] not in wordset("addressees.ordered") else None
    return None


def _beginnings(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where the name of who acts may begin: behind 由 that opens no attribute, else at the clause's start."""
    if text[start] == "由":
        yield start + 1
    else:
        by = wordset("addressees.by")
        for found in either("addressees.by", "addressees.not_by").finditer(text, start, end):
            if found[0] in by and text.find("的", found.end(), end) < 0:
                yield found.end()
    yield start


def _joined(text: str, at: int, end: int) -> list[Range]:
    """Return with whom the one to act is to act, ``市生态环境局|会同|市城管局、市住建局``."""
    size = wording("addressees.together").at(text, at)
    if not size:
        return []
    start = at + size
    for stop in ends(text, start, end):
        if (stop == end or does(text, stop, end)) and is_head(text, start, stop):
            return parts(text, start, stop) if clean(text, start, stop) else []
    return []
