"""What printing and extraction did to a line, undone: radicals, wide digits, dots, padding, doubled glyphs.

A line becomes :class:`Run`\\ s, so that every character keeps its place on the page. What is repaired is only what no writer
writes: the script, half-width punctuation and the spaces between words stay.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kg.errors import LexiconError
from kg.lexicon import words

_FOLDED = re.compile("[\u2e80-\u2fdf\uf900-\ufaff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
_BETWEEN_LETTERS = r"(?<=[\u3400-\u9fffA-Za-z]){}(?=[\u3400-\u9fffA-Za-z])"
_DROPPED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\u200b-\u200f\u2028-\u202e\u2060\u00ad\ufffe\uffff]")
_BLANK = re.compile(r"[\s\u3000]+")
_HAN = "\u3400-\u9fff\U00020000-\U0003ffff"
_SPACED = re.compile(rf"(?:[{_HAN}][ \u3000\t]+){{3,}}[{_HAN}](?![{_HAN}])")
_PADDED_NAME = re.compile(rf"(?<![{_HAN}A-Za-z0-9])[{_HAN}]([ \u3000]+)[{_HAN}](?=[、，。；）)]|\s*$)")
_DOUBLES = re.compile(rf"(?:([{_HAN}])\1){{3,}}")
_LONG_REPEAT = re.compile(r"(.{8,40}?)\1")
_WIDE_GAP = re.compile(r"[\s\u3000]{2,}|[\t\u3000]")
_LEAST_DOUBLED = 8
"""The shortest line, in characters, that may be read as doubled throughout: shorter ones may be words like 红红火火."""


class Run(NamedTuple):
    """``text`` came from ``page[start:end]``: character by character where both are equally long, else as a whole."""

    text: str
    start: int
    end: int


@cache
def _table() -> dict[str, str]:
    pairs = words("pages", "characters.radicals")
    wrong = [pair for pair in pairs if len(pair) != 2]
    if wrong:
        raise LexiconError(f"pages.toml: 'characters.radicals' has no pair: {wrong[0]!r}")
    return {pair[0]: pair[1] for pair in pairs}


@cache
def _dots() -> re.Pattern[str]:
    return re.compile(_BETWEEN_LETTERS.format("[" + re.escape("".join(words("pages", "characters.dots"))) + "]"))


@cache
def _natural() -> frozenset[str]:
    return frozenset("".join(words("pages", "characters.reduplicated")))


def _fold_one(found: re.Match[str]) -> str:
    character = found.group()
    folded = _table().get(character) or unicodedata.normalize("NFKC", character)
    return folded if len(folded) == 1 else character


def fold(text: str) -> str:
    """Return the text with radicals, wide letters and digits, and middle dots as ordinary ones; of the same length."""
    return _dots().sub("·", _FOLDED.sub(_fold_one, text))


def repair(raw: str, offset: int, after_doubled: bool = False) -> tuple[Run, ...]:
    """Return a line's text as runs; empty for a line of white space.

    Args:
        raw: the line as it stands on the page.
        offset: where it begins there.
        after_doubled: whether the line before was doubled throughout: then this one may be, however short it is.
    """
    text = fold(raw)
    kept = [place for place in range(len(text)) if not _DROPPED.match(text[place])]
    text = "".join(text[place] for place in kept)
    whole = _doubled(text, 2 if after_doubled else _LEAST_DOUBLED)
    cuts = whole if whole is not None else list(_cuts(text))
    places = [offset + place for place in kept]
    return _trim(_runs(text, places, cuts))


class _Cut(NamedTuple):
    """``text[start:end]`` is to be read as ``reads``."""

    start: int
    end: int
    reads: str


def _doubled(text: str, least: int) -> list[_Cut] | None:
    """Read a line that is doubled throughout (``20172017年年66月…``), or return None; white space does not count."""
    solid = [place for place in range(len(text)) if not text[place].isspace()]
    bare = "".join(text[place] for place in solid)
    if len(bare) < least and not (len(bare) >= 4 and bare[-1] == bare[-2] and not bare[-1].isalnum()):
        return None
    squares = _squares(bare)
    if squares is None:
        return None
    cuts = [_Cut(solid[start], solid[end - 1] + 1, bare[start : (start + end) // 2]) for start, end in squares]
    gaps = zip([0, *(cut.end for cut in cuts)], [*(cut.start for cut in cuts), len(text)], strict=True)
    return sorted([*cuts, *(_Cut(left, right, "") for left, right in gaps if left < right)])


def _squares(text: str) -> list[tuple[int, int]] | None:
    """Cut the text into as few ``XX`` as possible, or return None where it is not made of them."""
    size = len(text)
    if size % 2 or size > 400:
        return None
    best: list[tuple[int, int] | None] = [None] * (size + 1)
    best[0] = (0, 0)
    for end in range(2, size + 1, 2):
        for half in range(end // 2, 0, -1):
            before = best[end - 2 * half]
            if before is None or text[end - 2 * half : end - half] != text[end - half : end]:
                continue
            here = best[end]
            if here is None or before[0] + 1 < here[0]:
                best[end] = (before[0] + 1, end - 2 * half)
    if best[size] is None:
        return None
    found: list[tuple[int, int]] = []
    end = size
    while end:
        step = best[end]
        assert step is not None
        found.append((step[1], end))
        end = step[1]
    return found[::-1]


def _cuts(text: str) -> Iterator[_Cut]:
    """Yield what is to be repaired in a line that is sound as a whole, in order, without overlap."""
    found = [_Cut(*match.span(), match.group()[::2]) for match in _DOUBLES.finditer(text) if not set(match.group()) <= _natural()]
    found += [_Cut(*match.span(), match.group(1)) for match in _LONG_REPEAT.finditer(text) if len(set(match.group(1))) > 3]
    found += [_Cut(*match.span(), _BLANK.sub("", match.group())) for match in _SPACED.finditer(text)]
    found += [_Cut(*match.span(1), "") for match in _PADDED_NAME.finditer(text)]
    found += [_Cut(*match.span(), " ") for match in _WIDE_GAP.finditer(text)]
    end = 0
    for cut in sorted(found, key=lambda cut: (cut.start, -cut.end)):
        if cut.start >= end:
            yield cut
            end = cut.end


def _runs(text: str, places: list[int], cuts: list[_Cut]) -> list[Run]:
    runs: list[Run] = []
    done = 0
    for cut in [*cuts, _Cut(len(text), len(text), "")]:
        runs.extend(_plain(text, places, done, cut.start))
        if cut.reads and cut.end - cut.start == len(cut.reads):
            runs.extend(Run(cut.reads[i], places[cut.start + i], places[cut.start + i] + 1) for i in range(len(cut.reads)))
        elif cut.reads:
            runs.append(Run(cut.reads, places[cut.start], places[cut.end - 1] + 1))
        done = cut.end
    return runs


def _plain(text: str, places: list[int], start: int, end: int) -> Iterator[Run]:
    """Yield runs of characters that are neighbours on the page too."""
    begin = start
    for place in range(start + 1, end + 1):
        if place == end or places[place] != places[place - 1] + 1:
            yield Run(text[begin:place], places[begin], places[place - 1] + 1)
            begin = place


def _trim(runs: list[Run]) -> tuple[Run, ...]:
    while runs and not runs[0].text.strip():
        runs.pop(0)
    while runs and not runs[-1].text.strip():
        runs.pop()
    if not runs:
        return ()
    first = runs[0]
    lead = len(first.text) - len(first.text.lstrip())
    if lead and len(first.text) == first.end - first.start:
        runs[0] = Run(first.text[lead:], first.start + lead, first.end)
    last = runs[-1]
    tail = len(last.text) - len(last.text.rstrip())
    if tail and len(last.text) == last.end - last.start:
        runs[-1] = Run(last.text[:-tail], last.start, last.end - tail)
    return tuple(runs)
