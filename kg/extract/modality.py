"""The words that make a sentence of somebody's speech an order: 要, 必须, 不得, 确保, 希望; and what only looks like them."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import ahocorasick_rs

from kg.extract.wording import scanner, wordset

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
def _modalities() -> tuple[ahocorasick_rs.AhoCorasick, list[tuple[str, bool] | None]]:
    found: dict[str, tuple[str, bool]] = {}
    for modality in ("require", "must", "forbid"):
        found |= dict.fromkeys(wordset(f"modals.{modality}"), (modality, True))
    for modality in ("require", "forbid", "ensure"):
        found |= dict.fromkeys(wordset(f"modals.weak_{modality}"), (modality, False))
    for modality in ("hope", "urge"):
        found |= dict.fromkeys(wordset(f"modals.{modality}"), (modality, False))
    matcher, ordered = scanner(wordset("modals.none") | found.keys())
    return matcher, [found.get(word) for word in ordered]


def modals(text: str, start: int, end: int) -> list[Modal]:
    """Return the modal words of a sentence in order."""
    matcher, modalities = _modalities()
    found = []
    for word, left, right in matcher.find_matches_as_indexes(text[start:end]):
        known = modalities[word]
        if known is not None:
            at = start + left
            found.append(Modal(at, start + right, *known, left == 0 or text[at - 1] in _CLAUSE))
    return found


def is_firm(orders: list[Modal]) -> bool:
    """Whether one of a sentence's modal words makes it an order wherever it stands."""
    return any(order.firm for order in orders)
