"""Sentences of an article: what the graph quotes as evidence, so that all that one sentence says shares it."""

from __future__ import annotations

import re
from bisect import bisect_right

from kg.model.text import Span

_END = re.compile(r"[。！？；!?][”’」』）)]*|[\r\n]+")


class Sentences:
    """The sentences of a text, each up to 。！？； or the end of its line, closing quotation marks included."""

    __slots__ = ("_ends", "_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._ends = [found.end() for found in _END.finditer(text)]
        if not self._ends or self._ends[-1] < len(text):
            self._ends.append(len(text))
        self._starts = [0, *self._ends[:-1]]

    def around(self, start: int, end: int) -> Span:
        """Return the sentence, or the run of sentences, that holds ``text[start:end]``, without white space at its edges.

        White space that the range itself begins or ends with stays.
        """
        first = bisect_right(self._ends, start)
        last = bisect_right(self._ends, end - 1)
        left, right = self._starts[first], self._ends[last]
        text = self._text
        while left < start and text[left].isspace():
            left += 1
        while right > end and text[right - 1].isspace():
            right -= 1
        return Span(left, right)
