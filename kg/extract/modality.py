"""The words that make a sentence of somebody's speech an order: 要, 必须, 不得, 确保, 希望; and what only looks like them."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import NamedTuple

import ahocorasick_rs

from kg.extract.wording import scanner, wordset

_CLAUSE = frozenset("，。；：！？\n“‘、")


class Modal(NamedTuple):
    """A modal word in the view, the modality that it gives, and how firmly it makes an order.

    ``firm`` words do so wherever they stand, others only at the start of a clause (``initial``) or after one who can act. None
    does where it only reports what somebody else asked (``reported``, 中央强调要…).
    """

    start: int
    end: int
    modality: str
    firm: bool
    initial: bool
    reported: bool


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


class Modals:
    """The modal words of a text, found in one scan."""

    __slots__ = ("found", "starts")

    def __init__(self, text: str) -> None:
        matcher, modalities = _modalities()
        self.found: list[Modal] = []
        for word, start, end in matcher.find_matches_as_indexes(text):
            known = modalities[word]
            if known is not None:
                self.found.append(
                    Modal(start, end, *known, start == 0 or text[start - 1] in _CLAUSE, text[start - 2 : start] in _reported())
                )
        self.starts = [modal.start for modal in self.found]

    def within(self, start: int, end: int) -> list[Modal]:
        """Return the modal words of a sentence in order; what begins it stands at its start, whatever came before."""
        orders = self.found[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        if orders and orders[0].start == start:
            orders[0] = orders[0]._replace(initial=True, reported=False)
        return [order for order in orders if not order.reported]


@cache
def _reported() -> frozenset[str]:
    return wordset("modals.reported")


def is_firm(orders: list[Modal]) -> bool:
    """Whether one of a sentence's modal words makes it an order wherever it stands."""
    return any(order.firm for order in orders)
