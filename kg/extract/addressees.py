"""Who is told to act: ``各部门要…``, ``吉林市、舒兰市要…``, ``公安机关开展…``, ``值守人员要24小时在岗``."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

import ahocorasick_rs

from kg.extract.modality import Modal
from kg.extract.wording import (
    NUMBER_STARTS,
    Wording,
    deadline_starts,
    due,
    either,
    numbered,
    opens_order,
    scanner,
    wording,
    wordset,
)

_CLAUSE = re.compile(r"[，。；：！？\n“”‘’]")
_LONGEST = 50
"""Characters of the longest name of those who act."""
_NEAR = 30
"""Characters of a clause in which whoever acts without a modal must be named."""
Range = tuple[int, int]


@cache
def _heads() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    heads = wordset("addressees.heads")
    one, two, three = (frozenset(head for head in heads if len(head) == length) for length in (1, 2, 3))
    return one | wordset("addressees.head_characters"), two, three, wordset("addressees.not_heads"), wordset("addressees.alone")


def is_head(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` ends as the name of one who can act."""
    size = end - start
    if size < 2:
        return False
    one, two, three, never, alone = _heads()
    last = text[end - 1]
    pair = text[end - 2 : end]
    if pair in two or text[end - 3 : end] in three:
        return size > 3 or text[start:end] not in never
    if last in one:
        return pair not in never or text[start:end] in alone
    if last == "）":
        opening = text.rfind("（", start, end)
        return opening > start + 1 and is_head(text, start, opening)
    if last == "等":
        return is_head(text, max(start, text.rfind("、", start, end) + 1), end - 1)
    if last == "们":
        return size > 2 and text[start:end] not in wordset("addressees.pronouns")
    return text[start:end] in alone


class Heads:
    """Where in a text words end with which the name of one who can act ends, found in one scan."""

    __slots__ = ("ends",)

    def __init__(self, text: str) -> None:
        self.ends = [end for _, _, end in _ending().find_matches_as_indexes(text)]

    def within(self, start: int, end: int) -> list[int]:
        """Return those of a sentence."""
        return self.ends[bisect_right(self.ends, start) : bisect_right(self.ends, end)]


def find(text: str, start: int, end: int, orders: list[Modal], whom: Range | None, heads: Heads) -> list[Range]:
    """Return the ranges of those whom a sentence tells to act, in order.

    Args:
        text: the view's text.
        start: the sentence's start. ``end``: its end.
        orders: its modal words.
        whom: who was addressed in the attribution.
        heads: the text's heads of those who can act.
    """
    found: list[Range] = []
    if whom:
        found += _parts(text, *whom)
    ends = heads.within(start, end)
    if not ends:
        return found
    past = is_past(text, start, end)
    before: Range | None = None
    index, right = 0, start - 1
    for clause in _CLAUSE.split(text[start:end]):
        left, right = right + 1, right + 1 + len(clause)
        first: Modal | None = None
        while index < len(orders) and orders[index].start < right:
            if first is None and orders[index].modality != "ensure":
                first = orders[index]
            index += 1
        if first is not None:
            actor = _ordered(text, left, right, first, before, ends)
        else:
            actor = None if past or text[left - 1] == "“" else acting(text, left, right, ends)
        if actor is not None:
            found += _parts(text, *actor)
        before = None if first else (left, right)
    return sorted(dict.fromkeys(found))


_PAST = re.compile("了(?!解)|已")


def is_past(text: str, start: int, end: int) -> bool:
    """Whether a sentence tells of what was done."""
    return _PAST.search(text, start, end) is not None


def _ordered(text: str, left: int, right: int, order: Modal, before: Range | None, ends: list[int]) -> Range | None:
    """Return the one to act of a clause with its first modal, or of the clause before one that begins with it."""
    if order.modality in ("hope", "urge"):
        return hoped(text, order.end, right) if order.initial else None
    if order.start > left + 1:
        return _actor(text, left, order.start, ends)
    return _topic(text, *before) if before and before[0] < before[1] else None


def _actor(text: str, start: int, end: int, ends: list[int]) -> Range | None:
    """Return the one to act among the words of a clause before its modal."""
    start = lead(text, start, end)
    trailing = wording("addressees.trailing")
    while not is_head(text, start, end) and (size := trailing.before(text, start, end)):
        end -= size
    if end - start < 2 or end - start > _LONGEST:
        return None
    if not is_head(text, start, end):
        found = acting(text, start, end, ends)
        return found or _cut(text, start, end)
    return _cut(text, start, end) or ((start, end) if clean(text, start, end) else None)


def _cut(text: str, start: int, end: int) -> Range | None:
    """Return the one to act before further words of the clause, ``各业务庭庭长|对…案件``."""
    cutting = wordset("addressees.cutting")
    for at in range(start + 2, end):
        if text[at] in cutting and is_head(text, start, at):
            return (start, at) if clean(text, start, at) else None
    return None


def _topic(text: str, start: int, end: int) -> Range | None:
    """Return the one to act that a clause is, before one that begins with a modal; also before 是."""
    start = lead(text, start, end)
    if end - start > _LONGEST:
        return None
    if is_head(text, start, end):
        return (start, end) if clean(text, start, end) else None
    at = text.find("是", start, end)
    if 2 <= at - start <= 20 and is_head(text, start, at) and clean(text, start, at):
        return start, at
    return None


def hoped(text: str, start: int, end: int) -> Range | None:
    """Return of whom something is hoped or asked, ``希望|有关党派团体|进一步完善``."""
    stop = next((at for at in range(start, min(start + _NEAR, end)) if text[at] in "，。；：“"), min(start + _NEAR, end))
    first = 0
    for at in range(start + 2, stop + 1):
        if first and at > first + 4 and text[first] not in "、和及与（":
            break
        if not is_head(text, start, at) or not clean(text, start, at):
            continue
        if at == stop or _does(text, at):
            return start, at
        if first in (0, at - 1):
            first = at
    return (start, first) if first else None


@cache
def _leading() -> tuple[Wording, frozenset[str], frozenset[str]]:
    times = deadline_starts()
    return wording("imperative.leads"), times, times | NUMBER_STARTS | {word[0] for word in wordset("imperative.leads")}


def lead(text: str, start: int, end: int) -> int:
    """Return where a clause begins without its number and what leads in: 一要, 同时, 年内."""
    leads, times, leading = _leading()
    while start < end and text[start] in leading:
        at = numbered(text, start)
        if not at and text[start] in times and (time := due().match(text, start, end)):
            at = time.end()
        if not at:
            at = start + leads.at(text, start)
        if at <= start or at >= end:
            return start
        start = at
    return start


def clean(text: str, start: int, end: int) -> bool:
    """Whether a stretch is the name of one who can act: no pronoun, no verb or preposition in it."""
    name = text[start:end]
    if name in wordset("addressees.alone"):
        return True
    if "《" in name or name in wordset("addressees.pronouns", "addressees.not_heads") or not may_begin(text, start):
        return False
    at = name.find("是")
    if at >= 0 and name[at - 1] not in "别其":
        return False
    never = wordset("addressees.inner_never")
    return not any(found in never for found in either("addressees.inner_ever", "addressees.inner_never").findall(name))


def may_begin(text: str, start: int) -> bool:
    """Whether the name of one who can act may begin here: no verb unless it names (组织部门), no preposition."""
    if text[start] not in _first_characters() or wording("addressees.quantifiers").at(text, start):
        return True
    naming = wording("imperative.naming").at(text, start)
    if naming:
        return wording("imperative.naming_ends").at(text, start + naming) > 0
    return not wording("addressees.not_start").at(text, start) and not opens_order(text, start)


@cache
def _first_characters() -> frozenset[str]:
    """The characters with which something begins that is no name of one who can act."""
    entries = ("imperative.naming", "imperative.verbs", "imperative.adverbs", "addressees.not_start")
    return frozenset(word[0] for word in wordset(*entries))


@cache
def _ending() -> ahocorasick_rs.AhoCorasick:
    one, two, three, _, alone = _heads()
    return scanner(one | two | three | alone | {"等", "们"})[0]


def acting(text: str, start: int, end: int, ends: list[int]) -> Range | None:
    """Return who acts in a clause without a modal, ``公安机关|开展…大调查``."""
    first = bisect_right(ends, start + 1)
    if first == len(ends) or ends[first] >= end:
        return None
    start = lead(text, start, end)
    if text[start] == "由":
        start += 1
    if end - start < 5 or text[start] == "、" or not may_begin(text, start):
        return None
    for index in range(first, len(ends)):
        at = _extended(text, ends[index], end)
        if at >= end or at > start + _LONGEST:
            return None
        if _does(text, at) and not _names(text, at, end) and is_head(text, start, at):
            return (start, at) if clean(text, start, at) else None
    return None


def _extended(text: str, at: int, end: int) -> int:
    """Return ``at``, or the end of what belongs to the name behind it: 们, a short bracket."""
    if text[at : at + 1] == "们":
        at += 1
    if text[at : at + 1] == "（":
        close = text.find("）", at, min(end, at + 10))
        if close > 0:
            return close + 1
    return at


def _names(text: str, at: int, end: int) -> bool:
    """Whether the verb at ``at`` is part of a name that goes on: 县委|督查|室."""
    naming = wording("imperative.naming").at(text, at)
    return naming > 0 and at + naming < end and wording("imperative.naming_ends").at(text, at + naming) > 0


def _does(text: str, at: int) -> bool:
    """Whether what one does begins at ``at``."""
    if text[at] == "是":
        return text.find("责任人", at, at + 8) > 0
    return opens_order(text, at) or wording("addressees.following").at(text, at) > 0


def _parts(text: str, start: int, end: int) -> list[Range]:
    """Split at 、 where each part stands alone (吉林市、舒兰市), keep what shares a head (民政、人社部门)."""
    name = text[start:end]
    whole = [(start, end)]
    if "、" not in name or name[-1] == "等" or any(mark in name for mark in wordset("addressees.joining")):
        return whole
    if wording("addressees.pair").at(text, start):
        return whole
    parts, left, depth = [], start, 0
    for at in range(start, end):
        depth += text[at] in "（《"
        depth -= text[at] in "）》"
        if text[at] == "、" and not depth:
            parts.append((left, at))
            left = at + 1
    parts.append((left, end))
    tail = wording("addressees.shared").before(text, start, end)
    if "的" in text[slice(*parts[0])] or (tail and not any(text.endswith(text[end - tail : end], *part) for part in parts[:-1])):
        return whole
    return parts if all(is_head(text, *part) for part in parts) else whole
