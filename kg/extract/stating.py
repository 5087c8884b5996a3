"""Values as the article writes them, with their evidence in the article's own coordinates."""

from __future__ import annotations

import re

from kg.extract.reading import Reading
from kg.model.text import Evidence, Stated

_BLANK = re.compile("[\\s\u200b-\u200f\u2060\ufeff]+")


def value(reading: Reading, start: int, end: int) -> str:
    """Return the article's words at the view's ``[start, end)`` without padding, line breaks and zero-width characters."""
    left, right = reading.view.span(start, end)
    return _plain(reading.article.text[left:right], end - start)


def stated(reading: Reading, start: int, end: int, rule: str) -> Stated[str]:
    """Return the words of the view's ``[start, end)`` as they stand in the article, with their evidence."""
    left, right = reading.view.span(start, end)
    return Stated(_plain(reading.article.text[left:right], end - start), Evidence(left, right, rule))


def _plain(words: str, length: int) -> str:
    """Return words without blanks; what is not longer than in the view has none, since all but line ends are left out there."""
    return words if len(words) == length and "\n" not in words else _BLANK.sub("", words)
