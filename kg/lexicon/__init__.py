"""The words: how things are written, as TOML tables with their own examples. Python holds no Chinese word lists.

:func:`table` reads one file of this folder; what it must hold is checked by whoever compiles it, and an error names
file and entry.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from kg.errors import LexiconError


@cache
def table(name: str) -> dict[str, Any]:
    """Return the parsed table ``name`` (without ``.toml``).

    Raises:
        LexiconError: if the file is missing or is no TOML; the message names it and the place.
    """
    path = files(__package__) / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise LexiconError(f"no lexicon table {name!r}") from None
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{name}.toml: {error}") from error


def words(name: str, entry: str) -> tuple[str, ...]:
    """Return a list of words, or a string of words separated by white space, of a table.

    Args:
        name: the table.
        entry: the dotted path to the list inside it.

    Raises:
        LexiconError: if there is no such entry, if it is no list of words, or if a word stands twice.
    """
    found: Any = table(name)
    for key in entry.split("."):
        if not isinstance(found, dict) or key not in found:
            raise LexiconError(f"{name}.toml: no entry {entry!r}")
        found = found[key]
    if isinstance(found, str):
        found = found.split()
    if not isinstance(found, list) or not all(isinstance(word, str) and word for word in found):
        raise LexiconError(f"{name}.toml: {entry!r} is no list of words")
    if len(set(found)) < len(found):
        twice = sorted({word for word in found if found.count(word) > 1})
        raise LexiconError(f"{name}.toml: {entry!r} has twice: {' '.join(twice)}")
    return tuple(found)
