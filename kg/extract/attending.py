"""What verbs of attending say, of people and of unnamed groups alike: 列席, 在线参加, and a list that follows."""

from __future__ import annotations

from kg.extract.wordlists import listed, pattern, word

_TABLE = "participation"
_LISTING = 12
"""Characters after a verb within which 的有 makes it the head of a list."""


def observes(verb: str) -> bool:
    """Whether who does this only observes: ``列席``."""
    return verb in listed(_TABLE, "attending.observing")


def is_remote(text: str, start: int, end: int) -> bool:
    """Whether the words of ``[start, end)`` place somebody at a branch venue."""
    return text.find(word(_TABLE, "attending.remote"), start, end) >= 0


def heads_list(text: str, end: int) -> bool:
    """Whether the names of those who attended follow the verb that ends at ``end``: ``出席会议的有``."""
    return pattern(_TABLE, "attending.listing").search(text, end, end + _LISTING) is not None
