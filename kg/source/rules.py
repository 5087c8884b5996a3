"""The patterns of ``pages.toml``, compiled; an error names the entry."""

from __future__ import annotations

import re
from functools import cache

from kg.errors import LexiconError
from kg.lexicon import table

SHAPES = ("lead", "subtitle", "byline", "caption", "jump", "closing", "ending", "opening", "shoulder", "outline")
"""The entries that know a line by its shape."""


@cache
def shape(entry: str) -> re.Pattern[str]:
    """Return the pattern of one of :data:`SHAPES`.

    Raises:
        LexiconError: if the entry has no pattern, or one that does not compile.
    """
    return compiled(f"{entry}.pattern")


@cache
def compiled(path: str) -> re.Pattern[str]:
    """Return the pattern at ``entry.key``, compiled.

    Raises:
        LexiconError: if there is none, or it does not compile.
    """
    try:
        return re.compile(written(path))
    except re.error as error:
        raise LexiconError(f"pages.toml: {path!r} does not compile: {error}") from error


@cache
def written(path: str) -> str:
    """Return the string at ``entry.key``; a list of patterns becomes one of alternatives.

    Raises:
        LexiconError: if there is none.
    """
    entry, key = path.split(".")
    found = table("pages").get(entry, {}).get(key)
    if isinstance(found, list):
        found = "|".join(f"(?:{part})" for part in found)
    if not isinstance(found, str):
        raise LexiconError(f"pages.toml: no string {path!r}")
    return found


@cache
def marks(kind: str) -> frozenset[str]:
    """Return the characters of a class of punctuation: ``terminal``, ``closing``, ``opening``, ``continuing``, ``pause``.

    Raises:
        LexiconError: if there is no such class.
    """
    return frozenset(written(f"punctuation.{kind}"))
