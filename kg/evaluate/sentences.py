"""The sentence that an error stands in, for whoever reads the printout."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.evaluate.compare import bare

_SENTENCE = re.compile(r"[^。！？；]*[。！？；]?[”’』」]*")


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the ranges of the sentences of a text; a line end is no boundary, since lines may be hard-wrapped."""
    return [found.span() for found in _SENTENCE.finditer(text) if found.group().strip()]


def sentence_around(text: str, start: int, end: int) -> str | None:
    """Return what stands from the first to the last sentence that a span touches, on one line."""
    touched = [span for span in sentences(text) if span[0] < end and span[1] > start]
    return _line(text[touched[0][0] : touched[-1][1]]) if touched else None


def sentence_with(text: str, words: Sequence[str]) -> str | None:
    """Return the sentence that has most of the words, the first of several, on one line; None where none has any."""
    wanted = [bare(word) for word in words if word]
    best, line = 0, None
    for start, end in sentences(text):
        here = bare(text[start:end])
        has = sum(word in here for word in wanted)
        if has > best:
            best, line = has, _line(text[start:end])
    return line


def _line(text: str) -> str:
    return " ".join(text.split())
