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
_STOPS = _MARKS | _OPENING
_CLAUSE_ENDS = frozenset("，。；！\n、《")
_BEFORE = LEFT | SAY | ACT | CHAIR | HOLD
_OPEN = {"）": "（", "”": "“", "』": "『"}
_Post = tuple[int, int]


class _Words(NamedTuple):
    """What stands between posts and before them, as the rules ask for it at every character."""

    joining: frozenset[str]
    and_: frozenset[str]
    also: str
    also_holding: str
    with_: str
    of: str
    holding: str
    cut: str
    units: frozenset[str]
    prefixes: tuple[str, ...]
    prefix_initials: frozenset[str]
    brackets: tuple[str, ...]
    collective: frozenset[str]
    run_on: frozenset[str]
    standing: frozenset[str]


@cache
def _words() -> _Words:
    return _Words(
        joining=characters("posts", "joints.and") | {"、"},
        and_=listed("people", "lists.and"),
        also=word("posts", "joints.also"),
        also_holding=word("posts", "joints.also_holding"),
        with_=word("posts", "joints.with"),
        of=word("posts", "joints.of"),
        holding=word("posts", "joints.holding"),
        cut=word("posts", "joints.cut_reporter"),
        units=characters("posts", "joints.units"),
        prefixes=longest_first("posts", "posts.not_post"),
        prefix_initials=frozenset(prefix[0] for prefix in post_words("not_post")),
        brackets=longest_first("posts", "posts.brackets"),
        collective=post_words("collective"),
        run_on=post_words("run_on"),
        standing=post_words("standing"),
    )


def post_words(entry: str) -> frozenset[str]:
    """Return a list of ``[posts]`` in ``kg/lexicon/posts.toml`` as a set."""
    return listed("posts", f"posts.{entry}")


def post_start(reading: Reading, head: int, floor: int = 0) -> int:
    """Return where the post begins whose head is the token with index ``head``; never before ``floor``."""
    text, words = reading.text, _words()
    head_start, head_end = reading.token_starts[head], reading.token_ends[head]
    start = _widest(reading, head_start, max(floor, head_start - _LONGEST), floor)
    if text[start] == words.cut and text[start - 1 : start] in ("—", "\n"):
        start += 1
    if text[start] in words.prefix_initials:
        for prefix in words.prefixes:
            if text.startswith(prefix, start) and start + len(prefix) < head_end:
                start += len(prefix)
    return start


def _widest(reading: Reading, start: int, lowest: int, floor: int) -> int:
    """Return how far back from ``start`` a post's name can reach: to a mark, a gap, or a word that comes before posts."""
    text, gaps, ends, classes = reading.text, reading.gaps, reading.ends, reading.token_classes
    telling = _telling()
    while start > lowest:
        if gaps and start in gaps:
            break
        index = ends.get(start)
        if index is not None and classes[index] & _BEFORE:
            break
        character = text[start - 1]
        if character not in telling:
            start -= 1
        elif character in _STOPS:
            break
        elif character in _OPEN:
            opening = _bracket_start(text, start, lowest)
            if opening == start:
                break
            start = opening
        elif _stops(reading, start, lowest, floor):
            break
        else:
            start -= 1
    return start


@cache
def _telling() -> frozenset[str]:
    """Return the characters that may stand at the beginning of a post; any other is part of it."""
    return (_STOPS | _words().units).union(_OPEN, boundary_characters())


def _stops(reading: Reading, start: int, lowest: int, floor: int) -> bool:
    """Whether a post begins behind a character that is no mark: 和 behind a post or a name, 与 but inside a body's name."""
    text, words, at = reading.text, _words(), start - 1
    character = text[at]
    if character in words.and_ and (at == floor or reading.ending(at) & POST):
        return True
    if character == words.with_ and _joins(reading, at, lowest):
        return False
    if character in words.units and text[at - 1 : at].isdigit():
        return True
    return bool(reading.ending(start) & _BEFORE)


def _bracket_start(text: str, start: int, lowest: int) -> int:
    """Return where a bracket that ends at ``start`` begins if it is part of a body's name, else ``start``."""
    opening = text.rfind(_OPEN[text[start - 1]], lowest, start)
    inside = opening > lowest and start - opening <= _LONGEST_BRACKET and _inside_name(text, opening, start)
    return opening if inside else start


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
    text, words, end = reading.text, _words(), at
    found: list[_Post] = []
    mark = text[at - 1 : at]
    if at not in reading.ends and mark != words.of and mark != "）":
        return found
    if mark == words.of and words.holding in text[max(floor, end - 40) : end]:
        end -= 1
    bracket = next((len(one) for one in words.brackets if text.endswith(one, floor, at)), 0) if mark == "）" else 0
    end -= bracket
    while end > floor:
        index = reading.ends.get(end)
        if index is None or not reading.token_classes[index] & (POST | INTRODUCTION):
            break
        if found and text[reading.token_starts[index] : end] in words.collective:
            break
        start = post_start(reading, index, floor)
        if reading.token_classes[index] & POST:
            found += reversed(_split(reading, start, end))
        elif text[start - 1 : start] != "、":
            break
        end = _end_before(reading, start) if start > floor else floor
    if bracket and found:
        found[0] = (found[0][0], at)
    return found[::-1]


def _end_before(reading: Reading, start: int) -> int:
    """Return where another post of the same person would end before the one at ``start``, or 0 where nothing joins them."""
    text, words = reading.text, _words()
    if text[start - 1] in words.joining:
        return start - 1
    if text.endswith(words.also_holding, 0, start):
        return start - len(words.also_holding)
    if text[start - 1] == words.also:
        return start - 1 - (text[start - 2] in "、，")
    return start if start in reading.gaps else 0


def _split(reading: Reading, start: int, end: int) -> list[_Post]:
    """Split posts that run on without a mark, ``市委常委组织部部长``."""
    head = reading.ends[end]
    if not head or reading.token_starts[head - 1] < start:
        return [(start, end)]
    text, words = reading.text, _words()
    parts: list[_Post] = []
    for index in reading.of(POST, start, end):
        stop = reading.token_ends[index]
        if end - stop < 2 or text[stop] in _OPEN or text[stop:end] in words.standing:
            continue
        if text[reading.token_starts[index] : stop] in words.run_on:
            parts.append((start, stop))
            start = stop + (text[stop] == words.also)
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
