"""Where a post begins and ends: ``省委副书记、省长``, ``市委常委组织部部长``, ``樱和电机（东莞）有限公司总经理``."""

from __future__ import annotations

from functools import cache

from kg.extract.reading import ACT, CHAIR, HARD, HOLD, INTRODUCTION, LEFT, POST, SAY, Reading
from kg.lexicon import words

_LONGEST = 60
"""Characters of the longest post that is believed."""
_MARKS = frozenset("，。；：！？、\n《》…—●—☆★◆■▲○◎|｜/>")
_BEFORE = LEFT | SAY | ACT | CHAIR | HOLD
_OPEN = {"）": "（", "”": "“", "』": "『"}


@cache
def post_words(entry: str) -> frozenset[str]:
    """Return a list of ``[posts]`` in ``kg/lexicon/words.toml`` as a set."""
    return frozenset(words("words", f"posts.{entry}"))


def post_start(reading: Reading, head: int, floor: int = 0) -> int:
    """Return where the post begins whose head is the token with index ``head``; never before ``floor``."""
    text, token = reading.text, reading.tokens[head]
    start, lowest = token.start, max(floor, token.start - _LONGEST)
    while start > lowest:
        character = text[start - 1]
        if character in _OPEN:
            opening = text.rfind(_OPEN[character], lowest, start)
            if opening <= lowest or start - opening > 14 or not _inside_name(text, opening, start):
                break
            start = opening
            continue
        if character in _MARKS or character in "（“『" or start in reading.view.gaps:
            break
        if character == "和" and start - 1 == floor or character == "和" and reading.ending(start - 1) & POST:
            break
        if character == "与" and _joins(reading, start - 1, lowest):
            start -= 1
            continue
        if reading.ending(start) & _BEFORE:
            break
        if character in "日号时分名位" and text[start - 2 : start - 1].isdigit():
            break
        start -= 1
    if text[start] == "记" and text[start - 1 : start] in ("—", "\n"):
        start += 1
    for prefix in post_words("not_post"):
        if text.startswith(prefix, start) and start + len(prefix) < token.end:
            start += len(prefix)
    return start


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


def _inside_name(text: str, opening: int, closing: int) -> bool:
    """Whether a bracket stands inside a body's name: it holds no byline and something stands before it."""
    before = text[opening - 1]
    return before not in _MARKS and "记者" not in text[opening:closing] and "讯" != before and not text[opening - 2 : opening] == "消息"


def posts_before(reading: Reading, at: int, floor: int = 0) -> list[tuple[int, int]]:
    """Return the posts that stand right before ``at``, joined by 、 or 兼, in order; each as ``(start, end)``."""
    text, found = reading.text, []
    end = at
    if text[end - 1 : end] == "的" and "任" in text[max(floor, end - 40) : end]:
        end -= 1
    while end > floor:
        index = reading.ends.get(end)
        if index is None or not reading.tokens[index].classes & (POST | INTRODUCTION):
            break
        if found and reading.text[reading.tokens[index].start : end] in post_words("collective"):
            break
        start = post_start(reading, index, floor)
        if reading.tokens[index].classes & POST:
            found += reversed(_split(reading, start, end))
        elif text[start - 1 : start] != "、":
            break
        if start <= floor:
            break
        before = text[start - 1]
        if before in "、和暨":
            end = start - 1
        elif text[start - 2 : start] == "兼任":
            end = start - 2
        elif before == "兼":
            end = start - 1 - (text[start - 2] in "、，")
        elif start in reading.view.gaps:
            end = start
        else:
            break
    return found[::-1]


def _split(reading: Reading, start: int, end: int) -> list[tuple[int, int]]:
    """Split posts that run on without a mark, ``市委常委组织部部长``."""
    parts = []
    index = reading.ends[end]
    first = index
    while first > 0 and reading.tokens[first - 1].start >= start:
        first -= 1
    for position in range(first, index):
        token = reading.tokens[position]
        if token.classes & POST and reading.text[token.start : token.end] in post_words("run_on") and end - token.end > 1 and reading.text[token.end : end] not in post_words("candidate") | {"助理"}:
            parts.append((start, token.end))
            start = token.end
            if reading.text[start] == "兼":
                start += 1
    return [*parts, (start, end)]


def post_after(reading: Reading, at: int) -> tuple[int, int] | None:
    """Return the post that begins at ``at`` and ends with the last head before the clause ends, or None."""
    text = reading.text
    end = 0
    for position in range(at, min(at + 40, len(text)) + 1):
        if position > at and reading.ending(position) & POST:
            end = position
        if position < len(text) and (text[position] in "，。；！\n、《" or reading.starting(position) & POST and end):
            break
    return (at, end) if end else None


def posts_after(reading: Reading, at: int) -> list[tuple[int, int]]:
    """Return the posts that begin at ``at``, joined by 、."""
    found = []
    while post := post_after(reading, at):
        found.append(post)
        if reading.text[post[1] : post[1] + 1] != "、":
            break
        at = post[1] + 1
    return found
