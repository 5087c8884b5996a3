"""Numbers and years in the names of meetings, and whether two names are one meeting's.

第五次 of ``中央财经委员会第五次会议``; ``第三次全体会议`` is of the body that stands before it elsewhere.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cache
from typing import NamedTuple

from kg.extract.clauses import MARKS
from kg.extract.meeting_names import Range
from kg.extract.reading import ACT, CHAIR, HARD, HOLD, LEFT, ORGANIZATION, SAY, Reading
from kg.extract.wordlists import either, longest_first, word

_BEFORE_BODY = HARD | LEFT | SAY | ACT | CHAIR | HOLD
_ALIKE = 0.6
"""Share of two names in common from which they name one meeting."""
_TAIL = 4
"""Characters at the end that such names share."""


class _Series(NamedTuple):
    only_number: re.Pattern[str]
    ordinal: re.Pattern[str]
    session: re.Pattern[str]
    year: re.Pattern[str]
    before: tuple[str, ...]
    whole: re.Pattern[str]


@cache
def _series() -> _Series:
    entries = ("numerals", "ordinal", "sitting", "term", "whole", "meeting")
    numerals, ordinal, sitting, term, whole, meeting = (either("meetings", f"series.{entry}") for entry in entries)
    number = f"(?:[0-9]|{numerals})+"
    ends, parts = either("meetings", "wholes.ends"), either("meetings", "wholes.parts")
    return _Series(
        only_number=re.compile(f"{ordinal}{number}{sitting}(?:{whole})?{meeting}"),
        ordinal=re.compile(f"(?:{ordinal})?({number}){sitting}"),
        session=re.compile(f"(?:{ordinal})?(?:{number}{term})?{number}{sitting}"),
        year=re.compile(f"((?:19|20)[0-9]{{2}}){word('meetings', 'series.year')}"),
        before=longest_first("meetings", "series.before"),
        whole=re.compile(f".+?{ends}(?<!{word('meetings', 'wholes.body')})(?=(?:{ordinal}{number}{sitting})?{parts})"),
    )


def with_body(reading: Reading, name: Range) -> Range:
    """Return a name that is only a number, ``第三次全体会议``, with the body that stands before it elsewhere in the text."""
    text = reading.text
    start, end = name
    if not _series().only_number.fullmatch(text, start, end):
        return name
    number = text[start:end]
    at = text.find(number)
    while at >= 0:
        index = reading.ends.get(at)
        if index is not None and reading.token_classes[index] & ORGANIZATION:
            return _body_start(reading, reading.token_starts[index]), at + len(number)
        at = text.find(number, at + 1)
    return name


def _body_start(reading: Reading, start: int) -> int:
    """Return where the name of a body begins whose last word starts at ``start``: behind a mark or a word that ends others."""
    text, gaps, before = reading.text, reading.gaps, _series().before
    while start > 0 and text[start - 1] not in MARKS and start not in gaps:
        if reading.ending(start) & _BEFORE_BODY or text.endswith(before, 0, start):
            break
        start -= 1
    return start


def session(text: str, start: int, end: int) -> Range | None:
    """Return the range of the number in a name, 第五次 of 中央财经委员会第五次会议, the last where there are several."""
    found = list(_series().session.finditer(text, start, end))
    return found[-1].span() if found else None


def year(text: str, start: int, end: int) -> int | None:
    """Return the year in a name, ``2012年镇工作会议``; that of a title in it, 《2011年公报》评审会, is not the meeting's."""
    found = _series().year.search(text, start, end)
    if found is None or text.count("《", start, found.start()) > text.count("》", start, found.start()):
        return None
    return int(found[1])


def same(left: str, right: str) -> bool:
    """Whether two names can be one meeting's: alike, and no ordinal that tells them apart."""
    numbers = [_series().ordinal.findall(name) for name in (left, right)]
    if numbers[0] and numbers[1] and numbers[0][-1] != numbers[1][-1]:
        return False
    short, long = sorted((left, right), key=len)
    return short in long or _abbreviates(short, long) or (long.endswith(short[-_TAIL:]) and _alike(left, right))


def _alike(left: str, right: str) -> bool:
    return SequenceMatcher(None, left, right, autojunk=False).ratio() >= _ALIKE


def _abbreviates(short: str, long: str) -> bool:
    """Whether every character of the short name stands in the long one in order."""
    at = 0
    for character in short:
        at = long.find(character, at) + 1
        if not at:
            return False
    return True


def whole(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the meeting that a meeting's own name says it is part of: ``县人大一次会议`` of ``县人大一次会议第二次全体会议``."""
    found = _series().whole.match(text, start, end)
    return found.span() if found else None
