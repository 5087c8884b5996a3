"""The lists of ``kg/lexicon/*.toml`` in the forms that the extractors look words up in, each made once.

An entry is named as in :func:`kg.lexicon.words`: ``listed("posts", "standing.former")``. Rules bind what they need to a local
before a loop: a call of a cached function costs as much as the look-up itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kg.errors import LexiconError
from kg.lexicon import words


@cache
def listed(table: str, *entries: str) -> frozenset[str]:
    """Return the words of some lists of a table as one set: ``verb in listed("posts", "verbs.electing")``."""
    return frozenset(word for entry in entries for word in words(table, entry))


@cache
def longest_first(table: str, *entries: str) -> tuple[str, ...]:
    """Return the words of some lists of a table, the longest first: for ``startswith`` and for alternatives of a pattern."""
    return tuple(sorted(listed(table, *entries), key=lambda word: (-len(word), word)))


@cache
def characters(table: str, *entries: str) -> frozenset[str]:
    """Return the characters that the words of some lists are made of: ``text[at] in characters("names", "given.rare")``."""
    return frozenset("".join(listed(table, *entries)))


@cache
def word(table: str, entry: str) -> str:
    """Return the only word of a list: ``word("boundaries", "particles.of")``.

    Raises:
        LexiconError: if the list holds another number of words.
    """
    found = words(table, entry)
    if len(found) != 1:
        raise LexiconError(f"{table}.toml: {entry!r} holds {len(found)} words instead of one")
    return found[0]


@cache
def either(table: str, *entries: str) -> str:
    """Return the source of a group that matches a word of some lists, the longest at a place: ``(?:第一书记|书记)``."""
    return f"(?:{'|'.join(map(re.escape, longest_first(table, *entries)))})"


@cache
def pattern(table: str, *entries: str) -> re.Pattern[str]:
    """Return the pattern that :func:`either` is the source of."""
    return re.compile(either(table, *entries))


def flags(lists: Iterable[tuple[str, str, int]]) -> dict[str, int]:
    """Return for every word of some lists, each a table, an entry and its flags, the flags of all that it stands in."""
    found: dict[str, int] = {}
    for table, entry, its_flags in lists:
        for one in words(table, entry):
            found[one] = found.get(one, 0) | its_flags
    return found


class Lookup:
    """A long list of words, to look up which of them begins at a place; the first character decides most askings."""

    __slots__ = ("_lengths", "_words")

    def __init__(self, listed: Iterable[str]) -> None:
        self._words = frozenset(listed)
        lengths: dict[str, set[int]] = {}
        for one in self._words:
            lengths.setdefault(one[0], set()).add(len(one))
        self._lengths = {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}

    @property
    def initials(self) -> Iterable[str]:
        """The characters that words of the list begin with."""
        return self._lengths.keys()

    def at(self, text: str, start: int) -> int:
        """Return the length of the longest word that begins at ``start``, or 0."""
        for length in self._lengths.get(text[start : start + 1], ()):
            if text[start : start + length] in self._words:
                return length
        return 0


@cache
def lookup(table: str, *entries: str) -> Lookup:
    """Return the words of some lists for look-ups at a place: ``lookup("people", "doctrines.endings").at(text, end)``."""
    return Lookup(listed(table, *entries))
