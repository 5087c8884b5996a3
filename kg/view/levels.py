"""At which level of government a body, a post or a place stands: central, province, city, county, township.

The words that show it are data (``levels.toml``, with examples), beside this module because the view, alone in
needing them, may not read the lexicon, which is the extractors'.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Level:
    """A level with its names; levels stand from the highest to the lowest."""

    key: str
    zh: str
    en: str


@cache
def table() -> dict[str, Any]:
    """Return ``levels.toml``, parsed."""
    return tomllib.loads(files(__package__).joinpath("levels.toml").read_text(encoding="utf-8"))


@cache
def levels() -> tuple[Level, ...]:
    """Return every level, highest first, then foreign and unknown."""
    return tuple(Level(key, names["zh"], names["en"]) for key, names in table()["levels"].items())


@cache
def level_of(text: str) -> str:
    """Return the key of the level that a body's, a post's or a place's name shows, or ``unknown``."""
    if not text:
        return UNKNOWN
    return next((level for level, pattern in _rules() if pattern.search(text)), UNKNOWN)


def highest(texts: Iterable[str]) -> str:
    """Return the highest level that any of the names shows."""
    found = {level_of(text) for text in texts}
    return next((level.key for level in levels() if level.key in found), UNKNOWN)


def first_known(texts: Iterable[str]) -> str:
    """Return the level of the first name that shows one."""
    return next((level for level in map(level_of, texts) if level != UNKNOWN), UNKNOWN)


@cache
def _rules() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((rule["level"], re.compile(rule["pattern"])) for rule in table()["rules"])
