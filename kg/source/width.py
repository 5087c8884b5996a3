"""How wide text is printed."""

from __future__ import annotations

import unicodedata


def cells(text: str) -> int:
    """Return how wide the text is printed: a Chinese character or mark is two cells."""
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)
