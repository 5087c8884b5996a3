"""The words that make a sentence of somebody's speech an order: 要, 必须, 不得, 确保, 希望; and what only looks like them."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kg.extract.wording import either, listed

_STRENGTHS = ("require", "must", "forbid", "weak_require", "weak_forbid", "weak_ensure", "hope", "urge")
_CLAUSE = frozenset("，。；：！？\n“‘、")


class Modal(NamedTuple):
    """A modal word in the view, the modality that it gives, and whether it needs a fitting place."""

    start: int
    end: int
    modality: str
    weak: bool


@cache
def _modalities() -> tuple[re.Pattern[str], dict[str, str]]:
    found = {word: strength for strength in _STRENGTHS for word in listed(f"modals.{strength}")}
    return either("modals.none", *(f"modals.{strength}" for strength in _STRENGTHS)), found


def modals(text: str, start: int, end: int) -> list[Modal]:
    """Return the modal words of a sentence in order; weak ones count only at the start of a clause."""
    pattern, strengths = _modalities()
    found = []
    for word in pattern.finditer(text, start, end):
        strength = strengths.get(word[0])
        if strength is None:
            continue
        at = word.start()
        initial = at == start or text[at - 1] in _CLAUSE
        weak = strength.startswith("weak") or strength in ("hope", "urge")
        found.append(Modal(at, word.end(), strength.removeprefix("weak_"), weak and not initial))
    return found


def modal_in(text: str, start: int, end: int) -> bool:
    """Whether a sentence holds a modal word that makes it an order wherever it stands."""
    pattern, strengths = _modalities()
    return any(strengths.get(word[0]) in ("require", "must", "forbid") for word in pattern.finditer(text, start, end))
