"""Lines that are the page's own: the paper's name, the date, the number of the page, editors, what a web page wraps around."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kg.model.dates import PartialDate
from kg.source.lines import Line, ends_sentence
from kg.source.rules import compiled, written

_TOP = 6
"""How many lines from the top a paper's bare name may stand."""


class Masthead(NamedTuple):
    """What the page says of itself, and the lines that remain."""

    publisher: str | None
    published: PartialDate | None
    lines: tuple[Line, ...]


def split_masthead(lines: Sequence[Line]) -> Masthead:
    """Return what the page says of itself and the lines without those that say nothing else."""
    publisher: str | None = None
    published: PartialDate | None = None
    rest: list[Line] = []
    gap = False
    top = True
    for number, line in enumerate(lines):
        top = top and number < _TOP
        if not _is_masthead(line.text, top):
            top = top and not ends_sentence(line.text)
            rest.append(line if not gap else _with_gap(line))
            gap = False
            continue
        gap = True
        paper = compiled("masthead.papers").search(line.text)
        publisher = publisher or (paper.group() if paper else None)
        published = published or _date(line.text)
    return Masthead(publisher, published, tuple(rest))


def _with_gap(line: Line) -> Line:
    return Line(line.runs, line.text, line.width, line.indent, True, line.doubled, line.breaks)


def _is_masthead(text: str, top: bool) -> bool:
    if len(text) > 120:
        return False
    rest, dates = compiled("masthead.date").subn("\n", text)
    rest, others = compiled("masthead.rest").subn("\n", rest)
    papers = 0
    if top or dates or others:
        rest, papers = compiled("masthead.papers").subn("\n", rest)
    # A bare date further down is what a document is signed with.
    return bool((dates and top) or others or papers) and not re.sub(compiled("masthead.separators"), "", rest)


def _date(text: str) -> PartialDate | None:
    found = compiled("masthead.date").search(text)
    if not found:
        return None
    parts = [part for part in found.groups() if part]
    try:
        return PartialDate(*(_number(part) for part in parts))
    except ValueError:
        return None  # the 31st of February is printed nowhere but in error: the page then says no date


def _number(text: str) -> int:
    """Read ``2020``, ``二〇二〇`` or ``二十三``."""
    if text.isdigit():
        return int(text)
    digits = {character: value for value, character in enumerate(written("masthead.digits"))}
    if text[0] in digits and all(character in digits for character in text) and len(text) == 4:
        return int("".join(str(digits[character]) for character in text))
    tens, ten, ones = text.partition(written("masthead.ten"))
    if not ten:
        return digits[text]
    return (digits[tens] if tens else 1) * 10 + (digits[ones] if ones else 0)
