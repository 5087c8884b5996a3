"""The lists of ``kg/lexicon/directives.toml`` in the forms that the rules on directives look them up in."""

from __future__ import annotations

import re
from functools import cache

from kg.lexicon import words


@cache
def listed(entry: str) -> tuple[str, ...]:
    """Return a list, longest word first."""
    return tuple(sorted(words("directives", entry), key=len, reverse=True))


@cache
def wordset(entry: str) -> frozenset[str]:
    """Return a list as a set."""
    return frozenset(words("directives", entry))


@cache
def either(*entries: str) -> re.Pattern[str]:
    """Return a pattern of all words of some lists; the longest at a place matches."""
    found = {word for entry in entries for word in listed(entry)}
    return re.compile("|".join(map(re.escape, sorted(found, key=lambda word: (-len(word), word)))))


@cache
def beginnings(*entries: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of one or two characters of some lists, and the first two characters of the longer ones."""
    found = {word for entry in entries for word in listed(entry)}
    return frozenset(word for word in found if len(word) <= 2), frozenset(word[:3] for word in found if len(word) > 2)


def begins(text: str, at: int, *entries: str) -> bool:
    """Whether a word of some lists begins at ``at``: a look-up of one, two or three characters."""
    short, long = beginnings(*entries)
    return text[at : at + 2] in short or text[at : at + 1] in short or text[at : at + 3] in long


@cache
def deadline() -> re.Pattern[str]:
    """Return the pattern of what says until when: 5月底前, 三天内, 本月底前, 年内."""
    return re.compile(
        r"(?:[0-9]{4}年)?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?:[0-9]{1,2}日|[上中下]旬|[底初末]|份)?(?:[0-9]{1,2}[时点])?(?:之前|以前|前)"
        r"|[0-9]{1,2}日(?:[0-9]{1,2}[时点])?(?:之前|以前|前)|(?:[0-9]{4}年|今年|明年)?(?:本|当|这|上半|下半)?(?:月|周|年|季度)(?:底|内|末)(?:之前|以前|前|内)?"
        r"|(?:[0-9]+|[一二两三四五六七八九十]+)个?(?:天|日|周|月|小时|年|工作日)(?:之内|以内|内)|[一-鿿]{1,3}节前|春耕前"
    )
