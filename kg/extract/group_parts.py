"""Where an unnamed group begins and ends, and how a list of groups is cut: ``各镇负责人、市直有关部门负责人和企业代表``.

Groups are cut where each stands alone. What shares a head (``倘塘镇、羊场镇主要负责人``) or what counts them
(``部分商会会长、企业家代表``) stays together.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kg.extract.reading import GROUP, ORGANIZATION, PLACE, POST, Reading
from kg.extract.wordlists import characters, either, listed, longest_first, pattern

Range = tuple[int, int]
_HEAD = GROUP | POST
_BODY = ORGANIZATION | PLACE
_LONGEST = 120
"""Characters of the longest group."""
_LEAST_TITLED = 2
"""Characters before a title that a surname and the end of a body's name take."""
_TRIED = 3
"""Words at the end of a stretch that may be the head of its group."""


class _Words(NamedTuple):
    bodies: frozenset[str]
    own: tuple[str, ...]
    told_apart: tuple[str, ...]
    sharing: tuple[str, ...]
    joints: re.Pattern[str]
    listing: str
    further: frozenset[str]
    closing: tuple[str, ...]
    leads: re.Pattern[str]
    related: tuple[str, ...]
    onward: tuple[str, ...]
    never_first: tuple[str, ...]
    first: tuple[str, ...]
    surnames: frozenset[str]
    body_ends: frozenset[str]
    amount: re.Pattern[str]
    tail: re.Pattern[str]


@cache
def _words() -> _Words:
    own_parts = {
        entry: longest_first("groups", f"parts.{entry}") for entry in ("own", "told_apart", "sharing", "listing", "onward")
    }
    return _Words(
        bodies=listed("groups", "heads.bodies"),
        own=own_parts["own"],
        told_apart=own_parts["told_apart"],
        sharing=own_parts["sharing"],
        joints=pattern("groups", "parts.joints"),
        listing=own_parts["listing"][0],
        further=listed("groups", "parts.further"),
        closing=longest_first("groups", "parts.closing"),
        leads=pattern("groups", "parts.leads"),
        related=longest_first("groups", "parts.related"),
        onward=own_parts["onward"],
        never_first=longest_first("groups", "parts.never_first"),
        first=longest_first("groups", "parts.first"),
        surnames=listed("names", "surnames.common"),
        body_ends=characters("groups", "reporting.bodies"),
        amount=re.compile(rf"(?:[0-9]|{either('groups', 'parts.numerals')})+{either('groups', 'parts.counters')}$"),
        tail=tail(),
    )


@cache
def tail() -> re.Pattern[str]:
    """Return the pattern of what may stand between a group and its verb: 等, a count, adverbs, circumstances."""
    etcetera, amount, adverbs, circumstances = (
        either("groups", f"tail.{entry}") for entry in ("etcetera", "amount", "adverbs", "circumstances")
    )
    count = (
        f"{amount}?(?:[0-9]|{either('groups', 'parts.numerals')})+{amount}?{either('groups', 'parts.counters', 'tail.bodies')}"
    )
    return re.compile(f"(?:（[^（）]*）)?{etcetera}?(?:{count})?(?:{adverbs})*(?:{circumstances}[^，。]{{0,40}})?")


def group_end(reading: Reading, start: int, end: int) -> int:
    """Return where the group ends that stands in ``[start, end)`` before a verb, or 0 where its words end in no head."""
    rest = _words().tail
    for index in reading.of(_HEAD, start, end)[: -_TRIED - 1 : -1]:
        stop = reading.token_ends[index]
        if stop <= end and rest.fullmatch(reading.text, stop, end):
            return stop
    return 0


def end_of_group(reading: Reading, start: int, end: int, adjacent: bool) -> int:
    """Return where a group ends in ``[start, end)``: at its end, or in the verb's own clause before adverbs; else 0."""
    if adjacent:
        return group_end(reading, start, end)
    return end if reading.ending(end) & _HEAD else 0


def is_circumstance(text: str, start: int, end: int) -> bool:
    """Whether a stretch between a group and its verb names nobody: ``，也``, ``，在分会场``."""
    return _words().tail.fullmatch(text, start, end) is not None


def goes_on(reading: Reading, start: int, end: int) -> bool:
    """Whether a clause only names bodies whose head follows behind its comma: ``各省区市，中央和国家机关负责同志``."""
    text, listed_words = reading.text, _words()
    if not text.startswith(listed_words.own, start) and not reading.starting(start) & _BODY:
        return False
    return bool(reading.ending(end) & ORGANIZATION) or text.endswith(listed_words.onward, start, end)


def cut(reading: Reading, start: int, end: int) -> list[Range]:
    """Return the groups that a stretch names which ends with the head of the last."""
    text, found, begin = reading.text, list[Range](), lead_end(reading.text, start, end)
    for joint in _words().joints.finditer(text, begin, end):
        at = joint.start()
        if at > begin and _closes(reading, begin, at) and _apart(reading, begin, joint, end):
            found.append((begin, _without_count(text, begin, at)))
            begin = joint.end()
    found.append((begin, _without_count(text, begin, end)))
    return [part for part in found if _is_group(reading, *part)]


def _is_group(reading: Reading, start: int, end: int) -> bool:
    """Whether a range is of a group's length, no object (向获奖代表) and no surname with a title (市人防办王主任)."""
    text = reading.text
    if not 1 < end - start <= _LONGEST:
        return False
    if text.startswith(_words().never_first, start) and not text.startswith(_words().first, start):
        return False
    index = reading.ends.get(end)
    if index is None or not reading.token_classes[index] & POST:
        return True
    head = reading.token_starts[index]
    named = text[head - 1] in _words().surnames and text[head - 2] in _words().body_ends and not reading.ending(head)
    return head - start < _LEAST_TITLED or not named


def lead_end(text: str, start: int, end: int) -> int:
    """Return where a group begins behind what introduces it: 会议邀请, 听取了, 出席会议的还有."""
    for found in _words().leads.finditer(text, start, end):
        related = text.startswith(_words().related, found.end() - 1)
        if found.end() < end - 1 and not related and (found.start() == start or found.end() - found.start() > 1):
            start = found.end()
    return start


def _closes(reading: Reading, start: int, at: int) -> bool:
    """Whether a group can end at ``at``: with the head of people, or a count of them, outside of brackets."""
    text = reading.text
    if text.count("（", start, at) > text.count("）", start, at):
        return False
    at = _without_count(text, start, at)
    index = reading.ends.get(at)
    if index is None or not reading.token_classes[index] & _HEAD:
        return False
    return text[reading.token_starts[index] : at] not in _words().bodies


def _without_count(text: str, start: int, end: int) -> int:
    found = _words().amount.search(text, start, end)
    return found.start() if found and found.start() > start + 1 else end


def _apart(reading: Reading, begin: int, joint: re.Match[str], end: int) -> bool:
    """Whether what follows a joint is a group of its own."""
    text, listed_words, at = reading.text, _words(), joint.end()
    counted = _without_count(text, begin, joint.start()) < joint.start()
    if joint[0] in listed_words.further or counted:
        return True
    if joint[0] != listed_words.listing and text.endswith(listed_words.closing, begin, joint.start()):
        return True
    if joint[0] != listed_words.listing:
        return text.startswith(listed_words.told_apart, at) or bool(reading.starting(at) & PLACE)
    if text.startswith(listed_words.own, at) or reading.starting(at) & _BODY:
        return True
    index = reading.starts.get(at)
    bare = index is not None and reading.token_classes[index] & _HEAD and reading.token_ends[index] == end
    return not bare and not text.startswith(listed_words.sharing, begin)
