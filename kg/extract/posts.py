"""Where a post begins and ends: ``省委副书记、省长``, ``市委常委组织部部长``, ``樱和电机（东莞）有限公司总经理``."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import NamedTuple

from kg.extract.reading import ACT, CHAIR, HARD, HOLD, INTRODUCTION, LEFT, POST, SAY, Reading, boundary_characters
from kg.extract.wordlists import characters, listed, longest_first, word

_LONGEST = 60
"""Characters of the longest post that is believed."""
_LONGEST_AFTER = 40
"""Characters of the longest post that is believed behind a name."""
_LONGEST_BRACKET = 14
"""Characters of the longest bracket inside a body's name."""
_MARKS = frozenset("，。；：！？、\n《》…—●—☆★◆■▲○◎｜|／/>")
_OPENING = frozenset("（“『")
_CLAUSE_ENDS = frozenset("，。；！\n、《")
_BEFORE = LEFT | SAY | ACT | CHAIR | HOLD
_OPEN = {"）": "（", "”": "“", "』": "『"}
_Post = tuple[int, int]


class _Joints(NamedTuple):
    """What stands between posts and before them, as the rules ask for it at every character."""

    joining: frozenset[str]
    and_: frozenset[str]
    also: str
    also_holding: str
    with_: str
    of: str
    holding: str
    units: frozenset[str]
    prefixes: tuple[str, ...]


@cache
def _joints() -> _Joints:
    joining = characters("posts", "joints.and")
    return _Joints(
        joining=joining | {"、"},
        and_=listed("people", "lists.and"),
        also=word("posts", "joints.also"),
        also_holding=word("posts", "joints.also_holding"),
        with_=word("posts", "joints.with"),
        of=word("posts", "joints.of"),
        holding=word("posts", "joints.holding"),
        units=characters("posts", "joints.units"),
        prefixes=longest_first("posts", "posts.not_post"),
    )


def post_words(entry: str) -> frozenset[str]:
    """Return a list of ``[posts]`` in ``kg/lexicon/posts.toml`` as a set."""
    return listed("posts", f"posts.{entry}")


def post_start(reading: Reading, head: int, floor: int = 0) -> int:
    """Return where the post begins whose head is the token with index ``head``; never before ``floor``."""
    text, joints = reading.text, _joints()
    head_start, head_end = reading.token_starts[head], reading.token_ends[head]
    start = _widest(reading, head_start, max(floor, head_start - _LONGEST), floor)
    if text[start] == word("posts", "joints.cut_reporter") and text[start - 1 : start] in ("—", "\n"):
        start += 1
    for prefix in joints.prefixes:
        if text.startswith(prefix, start) and start + len(prefix) < head_end:
            start += len(prefix)
    return start


def _widest(reading: Reading, start: int, lowest: int, floor: int) -> int:
    """Return how far back from ``start`` a post's name can reach: to a mark, a gap, or a word that comes before posts."""
    text, gaps, ends, joints = reading.text, reading.gaps, reading.ends, _joints()
    left = boundary_characters()
    while start > lowest:
        character = text[start - 1]
        if character in _OPEN:
            start, opened = _bracket_start(reading, start, lowest), start
            if start == opened:
                break
            continue
        if character in _MARKS or character in _OPENING or start in gaps:
            break
        index = ends.get(start)
        if index is not None:
            if reading.token_classes[index] & _BEFORE:
                break
        elif character in left and _bounds(reading, start, lowest, floor):
            break
        if character in joints.units and text[start - 2 : start - 1].isdigit():
            break
        start -= 1
    return start


def _bounds(reading: Reading, start: int, lowest: int, floor: int) -> bool:
    """Whether the boundary character before ``start`` is one here: 和 behind a post or a name, 与 but inside a body's name."""
    joints, at = _joints(), start - 1
    character = reading.text[at]
    if character in joints.and_ and (at == floor or reading.ending(at) & POST):
        return True
    if character == joints.with_ and _joins(reading, at, lowest):
        return False
    return bool(reading.ending(start) & _BEFORE)


def _bracket_start(reading: Reading, start: int, lowest: int) -> int:
    """Return where a bracket that ends at ``start`` begins if it is part of a body's name, else ``start``."""
    text = reading.text
    opening = text.rfind(_OPEN[text[start - 1]], lowest, start)
    if opening <= lowest or start - opening > _LONGEST_BRACKET or not _inside_name(text, opening, start):
        return start
    return opening


def _inside_name(text: str, opening: int, closing: int) -> bool:
    """Whether a bracket stands inside a body's name: it holds no byline and something stands before it."""
    if text[opening - 1] in _MARKS or text.endswith(longest_first("posts", "joints.behind_datelines"), 0, opening):
        return False
    return word("posts", "joints.bylines") not in text[opening:closing]


def _joins(reading: Reading, at: int, floor: int) -> bool:
    """Whether 与 at ``at`` joins two parts of a body's name: nothing but the name stands between it and punctuation."""
    text = reading.text
    position = at
    while position > floor:
        if text[position - 1] in _MARKS:
            return at - position > 1
        if reading.ending(position) & (_BEFORE | HARD) or text[position - 1].isdigit():
            return False
        position -= 1
    return False


def posts_before(reading: Reading, at: int, floor: int = 0) -> list[_Post]:
    """Return the posts that stand right before ``at``, joined by 、 or 兼, in order; each as ``(start, end)``."""
    text, joints, found = reading.text, _joints(), list[_Post]()
    end = at
    if text[end - 1 : end] == joints.of and joints.holding in text[max(floor, end - 40) : end]:
        end -= 1
    while end > floor:
        index = reading.ends.get(end)
        if index is None or not reading.token_classes[index] & (POST | INTRODUCTION):
            break
        if found and text[reading.token_starts[index] : end] in post_words("collective"):
            break
        start = post_start(reading, index, floor)
        if reading.token_classes[index] & POST:
            found += reversed(_split(reading, start, end))
        elif text[start - 1 : start] != "、":
            break
        end = _end_before(reading, start) if start > floor else floor
    return found[::-1]


def _end_before(reading: Reading, start: int) -> int:
    """Return where another post of the same person would end before the one at ``start``, or 0 where nothing joins them."""
    text, joints = reading.text, _joints()
    if text[start - 1] in joints.joining:
        return start - 1
    if text.endswith(joints.also_holding, 0, start):
        return start - len(joints.also_holding)
    if text[start - 1] == joints.also:
        return start - 1 - (text[start - 2] in "、，")
    return start if start in reading.gaps else 0


def _split(reading: Reading, start: int, end: int) -> list[_Post]:
    """Split posts that run on without a mark, ``市委常委组织部部长``."""
    text, parts = reading.text, []
    run_on, one_with, also = post_words("run_on"), post_words("standing"), _joints().also
    for index in reading.of(POST, start, end):
        stop = reading.token_ends[index]
        if end - stop > 1 and text[reading.token_starts[index] : stop] in run_on and text[stop:end] not in one_with:
            parts.append((start, stop))
            start = stop + (text[stop] == also)
    return [*parts, (start, end)]


def post_after(reading: Reading, at: int) -> _Post | None:
    """Return the post that begins at ``at`` and ends with the first head of its clause, or None."""
    text, stop = reading.text, min(at + _LONGEST_AFTER, len(reading.text))
    for index in range(bisect_right(reading.token_ends, at), len(reading.token_ends)):
        end = reading.token_ends[index]
        if end > stop:
            return None
        if reading.token_classes[index] & POST:
            return (at, end) if _CLAUSE_ENDS.isdisjoint(text[at:end]) else None
    return None


def posts_after(reading: Reading, at: int) -> list[_Post]:
    """Return the posts that begin at ``at``, joined by 、."""
    found = []
    while post := post_after(reading, at):
        found.append(post)
        if reading.text[post[1] : post[1] + 1] != "、":
            break
        at = post[1] + 1
    return found
