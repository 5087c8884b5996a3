"""Where a name that begins at a given place ends, and whether it can be one.

A Chinese name is a surname and one or two characters; a name of a minority or of a foreigner has no such measure and is
believed only where its context says that a name stands there. A name ends at punctuation, or where a word begins that
cannot be part of it.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from kg.extract.reading import (
    ABSENT,
    ACT,
    ATTEND,
    CHAIR,
    ETCETERA,
    GROUP,
    HARD,
    HOLD,
    HONORIFIC,
    INTRODUCTION,
    MEETING,
    NOUN,
    ORGANIZATION,
    POST,
    SAY,
    SOFT,
    Reading,
)
from kg.lexicon import words

_LONGEST = 9
"""Characters of the longest name without a dot that is looked for."""
ENDS_NAME = POST | INTRODUCTION | ORGANIZATION | SAY | ACT | ATTEND | ABSENT | CHAIR | HOLD | MEETING | HARD | ETCETERA | GROUP | HONORIFIC
PERSON_VERB = SAY | ACT | ATTEND | ABSENT | CHAIR | ETCETERA
DOT = "·"


class _Names(NamedTuple):
    single: frozenset[str]
    compound: frozenset[str]
    common: frozenset[str]
    risky: frozenset[str]
    transliteration: frozenset[str]
    beginnings: tuple[str, ...]
    never: frozenset[str]
    unlikely: frozenset[str]
    particles: frozenset[str]
    joining: frozenset[str]
    barred: frozenset[str]
    after_dot: frozenset[str]


@cache
def tables() -> _Names:
    """Return the tables of ``kg/lexicon/names.toml`` as sets."""
    return _Names(
        single=frozenset(words("names", "surnames.single")),
        compound=frozenset(words("names", "surnames.compound")),
        common=frozenset(words("names", "surnames.common")),
        risky=frozenset(words("names", "surnames.risky")),
        transliteration=frozenset("".join(words("names", "foreign.transliteration"))),
        beginnings=words("names", "minority.beginnings"),
        never=frozenset("".join(words("names", "given.rare"))),
        unlikely=frozenset("".join(words("names", "given.unlikely"))),
        joining=frozenset(words("names", "surnames.joining")),
        barred=frozenset(words("names", "surnames.never")),
        particles=frozenset(words("names", "surnames.particles")),
        after_dot=frozenset(words("words", "boundaries.dotted")),
    )


def is_han(character: str) -> bool:
    """Whether a character can stand in a name without a dot."""
    return "一" <= character <= "鿿" or "㐀" <= character <= "䶿" or "\U00020000" <= character <= "\U0003ffff" or character == "〇"


def surname(text: str, start: int) -> int:
    """Return the length of the surname at ``start``: 2, 1, or 0 where there is none."""
    names = tables()
    if text[start : start + 2] in names.compound:
        return 2
    return 1 if text[start : start + 1] in names.single else 0


def name_end(reading: Reading, start: int, *, open_ended: bool) -> int:
    """Return where the name at ``start`` ends, or 0 where none begins.

    Args:
        reading: the article's reading.
        start: where in the view the name would begin.
        open_ended: whether the context vouches for a name, so that one without a surname is believed too.
    """
    text = reading.text
    if start >= len(text) or not is_han(text[start]):
        return 0
    family = surname(text, start)
    index = reading.starts.get(start)
    if index is not None:
        first = reading.tokens[index]
        if first.classes & ENDS_NAME and (first.end - start > 1 or not family):
            return 0
    if family == 1 and text[start] in tables().barred and not _dot_ahead(text, start) and not _minority(text, start):
        return 0
    if open_ended and (stop := _transliterated(reading, start)):
        return stop
    hard, soft = _run(reading, start)
    if hard < len(text) and text[hard] == DOT:
        return _dotted(reading, start) if open_ended or hard - start <= 7 else 0
    length = hard - start
    if open_ended and _minority(text, start) and _dot_ahead(text, start):
        return _dotted(reading, start)
    if open_ended and 3 <= length <= 7 and _minority(text, start) and not tables().never & set(text[start:hard]):
        return hard
    if family:
        return _chinese(reading, start, family, length, soft, open_ended)
    if open_ended and 2 <= length < _LONGEST and _foreign(text[start:hard]) and verb_follows(reading, hard):
        return hard
    return 0


@cache
def _foreign_posts() -> frozenset[str]:
    return frozenset(words("words", "posts.foreign"))


@cache
def _general_posts() -> frozenset[str]:
    return frozenset(words("words", "posts.general"))


def _post_word(reading: Reading, end: int) -> str:
    """Return the post's head that ends at ``end``, or nothing."""
    index = reading.ends.get(end)
    return "" if index is None else reading.text[reading.tokens[index].start : end]


def _transliterated(reading: Reading, start: int) -> int:
    """Return the end of a foreigner's name of four characters or more behind a post that foreigners hold, or 0."""
    text, letters = reading.text, tables().transliteration
    end = start
    while end < len(text) and end - start < _LONGEST and text[end] in letters and (end == start or end not in reading.view.gaps):
        index = reading.starts.get(end)
        if index is not None and reading.tokens[index].classes & ENDS_NAME and reading.tokens[index].end - end > 1:
            break
        end += 1
    if end - start < 4 or text[end : end + 1] == DOT or not verb_follows(reading, end):
        return 0
    return end if _post_word(reading, start) in _foreign_posts() else 0


def _dot_ahead(text: str, start: int) -> bool:
    """Whether a dot follows within the characters that the first part of a name can have."""
    at = text.find(DOT, start + 1, start + 8)
    return at > 0 and all(is_han(character) for character in text[start:at])


def verb_follows(reading: Reading, end: int) -> bool:
    """Whether punctuation or what only people do follows at ``end``."""
    text = reading.text
    if end >= len(text) or text[end] in "、，（。" or reading.starting(end) & PERSON_VERB:
        return True
    index = reading.starts.get(end)
    return index is not None and bool(reading.tokens[index].classes & HARD) and reading.tokens[index].end - end > 1


_AFTER_NAME = frozenset("，。；：、）（”\n！？/＝—")


def follows(reading: Reading, end: int) -> bool:
    """Whether a name can end at ``end``: before punctuation, white space, the end, or a word that is no post or body."""
    text = reading.text
    if end >= len(text) or text[end] in _AFTER_NAME or not is_han(text[end]) or end in reading.view.gaps:
        return True
    classes = reading.starting(end)
    return bool(classes & (PERSON_VERB | HARD | SOFT | INTRODUCTION | HONORIFIC)) and not classes & (ORGANIZATION | MEETING)


def _run(reading: Reading, start: int) -> tuple[int, list[int]]:
    """Return where the run of characters from ``start`` must end, and where it may end before that."""
    text, soft = reading.text, []
    limit = min(len(text), start + _LONGEST)
    position = start + 1
    while position < limit:
        if not is_han(text[position]):
            break
        if position in reading.view.gaps and not _padding(reading, start, position):
            break
        classes = reading.starting(position)
        if classes & ENDS_NAME:
            break
        if classes & SOFT:
            soft.append(position)
        position += 1
    return position, soft


def _padding(reading: Reading, start: int, position: int) -> bool:
    """Whether the white space left out before ``position`` pads a name of two characters (``王　伟``)."""
    return position == start + 1 and surname(reading.text, start) == 1


def _chinese(reading: Reading, start: int, family: int, length: int, soft: list[int], open_ended: bool) -> int:
    """Return the end of a name with a surname of ``family`` characters in a run of ``length``."""
    text, names = reading.text, tables()
    cuts = {position - start for position in soft}
    padded = start + 1 in reading.view.gaps and family == 1
    if padded:
        return start + 2 if length >= 2 and is_han(text[start + 1]) else 0
    fits: list[int] = []
    if family + 1 <= length <= family + 2:
        fits.append(length)
    fits += [size for size in (family + 2, family + 1) if size in cuts and size < length]
    if len(fits) > 1 and not follows(reading, start + fits[0]):
        fits.pop(0)
    if len(fits) > 1 and fits[0] - 1 in cuts and text[start + fits[0] - 1] in names.unlikely and is_han(text[start + fits[0]]):
        fits.pop(0)
    if not fits and open_ended and length > family + 2 and verb_follows(reading, start + length):
        name = text[start : start + length]
        end = start + length
        sure = verb_follows(reading, end) and text[end : end + 1] not in ("、", "，", "。") and _post_word(reading, start) not in _general_posts()
        if length == 4 and not cuts and sure or set(name) <= names.transliteration:
            fits.append(length)
    for size in fits:
        given = text[start + family : start + size]
        if not (names.never & set(given)):
            return start + size
    return 0


def _minority(text: str, start: int) -> bool:
    return text.startswith(tables().beginnings, start)


def _foreign(name: str) -> bool:
    """Whether a name without a surname can be one: all of it such as names of foreigners or minorities are made of."""
    names = tables()
    return name.startswith(names.beginnings) or set(name) <= names.transliteration


def _dotted(reading: Reading, start: int) -> int:
    """Return the end of a name with dots, ``努尔兰·阿不都满金``."""
    text, names = reading.text, tables()
    end = position = text.index(DOT, start) + 1
    limit = min(len(text), end + _LONGEST)
    while position < limit and is_han(text[position]):
        index = reading.starts.get(position)
        if position > end and (position in reading.view.gaps or text[position] in names.after_dot):
            break
        if index is not None and reading.tokens[index].classes & ENDS_NAME and reading.tokens[index].end - position > 1:
            break
        position += 1
    if position == end:
        return 0
    if text[position : position + 1] == DOT and position + 1 < len(text) and is_han(text[position + 1]):
        return _dotted(reading, position)
    return position
