"""The words that make a sentence of somebody's speech an order: 要, 必须, 不得, 确保, 希望; and what only looks like them."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kg.extract.wording import either, wordset

_CLAUSE = frozenset("，。；：！？\n“‘、")


class Modal(NamedTuple):
    """A modal word in the view, the modality that it gives, and how firmly it makes an order.

    ``firm`` words do so wherever they stand, others only at the start of a clause (``initial``) or after one who can act.
    """

    start: int
    end: int
    modality: str
    firm: bool
    initial: bool


@cache
def _modalities() -> tuple[re.Pattern[str], dict[str, tuple[str, bool]]]:
    found: dict[str, tuple[str, bool]] = {}
    for modality in ("require", "must", "forbid"):
        found |= {word: (modality, True) for word in wordset(f"modals.{modality}")}
    for modality in ("require", "forbid", "ensure"):
        found |= {word: (modality, False) for word in wordset(f"modals.weak_{modality}")}
    for modality in ("hope", "urge"):
        found |= {word: (modality, False) for word in wordset(f"modals.{modality}")}
    entries = ("require", "must", "forbid", "weak_require", "weak_forbid", "weak_ensure", "hope", "urge")
    return either("modals.none", *(f"modals.{entry}" for entry in entries)), found


def modals(text: str, start: int, end: int) -> list[Modal]:
    """Return the modal words of a sentence in order."""
    pattern, modalities = _modalities()
    found = []
    for word in pattern.finditer(text, start, end):
        known = modalities.get(word[0])
        if known is not None:
            at = word.start()
            found.append(Modal(at, word.end(), *known, at == start or text[at - 1] in _CLAUSE))
    return found


def is_firm(orders: list[Modal]) -> bool:
    """Whether one of a sentence's modal words makes it an order wherever it stands."""
    return any(order.firm for order in orders)
