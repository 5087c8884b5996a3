"""Who is told to act: ``各部门要…``, ``吉林市、舒兰市要…``, ``公安机关开展…``, ``值守人员要24小时在岗``."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.modality import Modal
from kg.extract.speech import numbered
from kg.extract.wording import begins, deadline, either, listed, wordset

_CLAUSE = "，。；：！？\n“‘”"
_LONGEST = 50
Range = tuple[int, int]


@cache
def _by_length() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    heads = wordset("addressees.heads")
    return (
        wordset("addressees.head_characters"),
        frozenset(head for head in heads if len(head) == 2),
        frozenset(head for head in heads if len(head) == 3),
        wordset("addressees.not_heads"),
    )


def is_head(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` ends as the name of one who can act."""
    if text[start:end] in wordset("addressees.alone"):
        return True
    if end - start < 2:
        return False
    one, two, three, never = _by_length()
    last = text[end - 1]
    if last in "）":
        opening = text.rfind("（", start, end)
        return opening > start + 1 and is_head(text, start, opening)
    if last in "”’":
        return False
    if last == "等":
        return "、" in text[start:end] or is_head(text, start, end - 1)
    if last == "们":
        return end - start > 2 and text[start:end] not in wordset("addressees.pronouns")
    if text[end - 2 : end] in two or text[end - 3 : end] in three:
        return text[start:end] not in never or end - start > 3
    return last in one and end - start >= 2 and text[max(start, end - 2) : end] not in never


def find(text: str, start: int, end: int, orders: list[Modal], whom: Range | None) -> list[Range]:
    """Return the ranges of those whom a sentence tells to act, in order.

    Args:
        text: the view's text.
        start: the sentence's start. ``end``: its end.
        orders: its modal words.
        whom: who was addressed in the attribution.
    """
    found: list[Range] = []
    if whom:
        found += _parts(text, *whom)
    taken = start
    for modal in orders:
        if modal.start < taken:
            continue
        clause = _clause_start(text, start, modal.start)
        left, right = _actor(text, clause, modal.start)
        if modal.start <= clause + 1 and clause > start:
            before = _clause_start(text, start, clause - 1)
            left, right = _topic(text, before, clause - 1) if before >= taken else (clause, clause)
        if modal.modality in ("hope", "urge"):
            left, right = _hoped(text, modal.end, end)
        if right > left:
            found += _parts(text, left, right)
        taken = _clause_end(text, modal.end, end)
    told = _past().search(text, start, end)
    for left, right in () if told else _acting(text, start, end, orders):
        if not any(left < known_right and known_left < right for known_left, known_right in found):
            found += _parts(text, left, right)
    return sorted(dict.fromkeys(found))


def _clause_start(text: str, start: int, at: int) -> int:
    while at > start and text[at - 1] not in _CLAUSE:
        at -= 1
    return at


def _clause_end(text: str, at: int, end: int) -> int:
    while at < end and text[at] not in _CLAUSE:
        at += 1
    return at


def _actor(text: str, start: int, end: int) -> Range:
    """Return the one to act among the words of a clause before its modal, or an empty range."""
    start = _lead(text, start, end)
    changed = True
    while changed:
        changed = False
        for word in listed("addressees.trailing"):
            if text.endswith(word, start, end) and not is_head(text, start, end):
                end -= len(word)
                changed = True
    if end - start < 2 or end - start > _LONGEST or not _clean(text, start, end):
        return start, start
    if is_head(text, start, end):
        cut = _cut(text, start, end)
        return start, cut or end
    cut = _cut(text, start, end)
    if not cut:
        ends = (head.end() for head in _acts().finditer(text, start, end))
        cut = next((at for at in ends if _does(text, at) and is_head(text, start, at) and _clean(text, start, at)), start)
    return start, cut


def _cut(text: str, start: int, end: int) -> int:
    """Return where the one to act ends before further words of the clause (各业务庭庭长|对…案件), or 0."""
    for at in range(start + 2, end):
        if text[at] in wordset("addressees.cutting") and is_head(text, start, at):
            return at
    return 0


def _topic(text: str, start: int, end: int) -> Range:
    """Return the one to act of a clause that stands before one that begins with a modal, or an empty range."""
    start = _lead(text, start, end)
    if end - start < 2 or not _clean(text, start, end):
        return start, start
    if is_head(text, start, end) and end - start <= _LONGEST:
        return start, end
    at = text.find("是", start, end)
    if at > start and is_head(text, start, at) and _clean(text, start, at) and at - start <= 20:
        return start, at
    return start, start


def _hoped(text: str, start: int, end: int) -> Range:
    """Return of whom something is hoped, ``希望|有关党派团体|进一步完善``."""
    stop = min(_clause_end(text, start, end), start + 30)
    first = 0
    for at in range(start + 2, stop + 1):
        if first and at > first + 4 and text[first] not in "、和及与（":
            break
        if not is_head(text, start, at) or not _clean(text, start, at):
            continue
        if at == stop or _does(text, at):
            return start, at
        first = first or at
    return start, first or start


def _lead(text: str, start: int, end: int) -> int:
    """Return where a clause begins without its number and what leads in: 一要, 同时, 年内."""
    while start < end:
        at = numbered(text, start)
        if at and at < end:
            start = at
            continue
        time = deadline().match(text, start, end)
        if time and time.end() < end:
            start = time.end()
            continue
        for word in listed("imperative.leads"):
            if text.startswith(word, start) and start + len(word) < end:
                start += len(word)
                break
        else:
            return start
    return start


def _clean(text: str, start: int, end: int) -> bool:
    """Whether a stretch is the name of one who can act: no pronoun, no verb or preposition before it."""
    if (
        text[start] == "、"
        or text[start:end] in wordset("addressees.pronouns")
        or text[start:end] in wordset("addressees.not_heads")
    ):
        return False
    if text[start:end] in wordset("addressees.alone"):
        return True
    at = text.find("是", start, end)
    if at >= 0 and text[at - 1] not in "别其":
        return False
    for word in listed("imperative.naming"):
        if text.startswith(word, start):
            after = start + len(word)
            if text.startswith(listed("imperative.naming_ends"), after):
                return True
            break
    if text.startswith(listed("addressees.not_start"), start) and not text.startswith(listed("addressees.quantifiers"), start):
        return False
    if begins(text, start, "imperative.verbs", "imperative.adverbs"):
        return text.startswith(listed("addressees.quantifiers"), start)
    return True


@cache
def _past() -> re.Pattern[str]:
    return re.compile("了(?!解)|已")


@cache
def _acts() -> re.Pattern[str]:
    one, two, three, _ = _by_length()
    heads = "|".join(sorted(two | three, key=lambda head: (-len(head), head)))
    marks = "".join(sorted(one))
    alone = "|".join(sorted(wordset("addressees.alone"), key=lambda word: (-len(word), word)))
    return re.compile(rf"(?:{heads}|{alone}|[{marks}])们?(?:（[^）]{{1,8}}）)?")


def _acting(text: str, start: int, end: int, orders: list[Modal]) -> list[Range]:
    """Return those who act in clauses without a modal, ``公安机关|开展…大调查``."""
    found = []
    pattern = _acts()
    at = start
    while at < end:
        stop = _clause_end(text, at, end)
        left = _lead(text, at, stop)
        if text[left : left + 1] == "由":
            left += 1
        ordered = any(at <= order.start < stop for order in orders)
        if stop - left > 4 and not ordered and _clean(text, left, min(stop, left + 12)):
            for head in pattern.finditer(text, left, min(stop, left + _LONGEST)):
                right = head.end()
                if (
                    right < stop
                    and _does(text, right)
                    and not _names(text, left, right, stop)
                    and is_head(text, left, right)
                    and _clean(text, left, right)
                ):
                    found.append((left, right))
                    break
        at = stop + 1
    return found


def _names(text: str, start: int, at: int, stop: int) -> bool:
    """Whether the verb at ``at`` is part of a name that goes on: 县委|督查|室."""
    if not text.startswith(listed("imperative.naming"), at):
        return False
    return any(is_head(text, at, at + size) for size in (3, 4) if at + size <= stop)


def _does(text: str, at: int) -> bool:
    if text[at] == "是":
        return text.find("责任人", at, at + 8) > 0
    return begins(text, at, "imperative.verbs", "imperative.adverbs", "addressees.following")


def _parts(text: str, start: int, end: int) -> list[Range]:
    """Split at 、 where each part stands alone (吉林市、舒兰市), keep what shares a head (民政、人社部门)."""
    whole = [(start, end)]
    if "、" not in text[start:end] or text[end - 1] == "等" or text.startswith(listed("addressees.pair"), start):
        return whole
    if "等" in text[start:end] or "和" in text[start:end] or "及" in text[start:end] or "特别是" in text[start:end]:
        return whole
    parts, left, depth = [], start, 0
    for at in range(start, end):
        depth += text[at] in "（《"
        depth -= text[at] in "）》"
        if text[at] == "、" and not depth:
            parts.append((left, at))
            left = at + 1
    parts.append((left, end))
    if "的" in text[start : parts[0][1]]:
        return whole
    for tail in listed("addressees.shared"):
        if text.endswith(tail, start, end) and not any(text.endswith(tail, *part) for part in parts[:-1]):
            return whole
    if len(parts) > 1 and all(is_head(text, *part) and part[1] - part[0] > 1 for part in parts):
        return parts
    return whole


__all__ = ["either", "find", "is_head"]
