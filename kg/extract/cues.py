"""The words that open reported speech (强调, 要求) and those that make an order of it (要, 必须, 不得), in one scan."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import NamedTuple

import ahocorasick_rs

from kg.extract.wording import kinds, lays_out, scanner, wordset

_CLAUSE = frozenset("，。；：！？\n“‘、")
_MARKED = frozenset("，：“‘。")
_COUNTS = frozenset("一二两三四五六七八九十几以如")
Weight = tuple[str, bool]
"""A modality, and whether the word gives it wherever it stands."""


class Modal(NamedTuple):
    """A modal word in the view, the modality that it gives, and how firmly it makes an order.

    ``firm`` words do so wherever they stand, others only at the start of a clause (``initial``) or after one who can act.
    """

    start: int
    end: int
    modality: str
    firm: bool
    initial: bool


class Said(NamedTuple):
    """An attributing verb in the view; of verbs that touch (强调指出) the last, from the first on."""

    start: int
    end: int
    verb: str


@cache
def _weights() -> dict[str, Weight]:
    """Return what each modal word weighs; 要 also with verbs that would make it another word: 要不断, 要强化, 要紧盯."""
    found: dict[str, Weight] = {}
    for modality in ("require", "must", "forbid"):
        found |= dict.fromkeys(wordset(f"modals.{modality}"), (modality, True))
    for modality in ("require", "forbid", "ensure"):
        found |= dict.fromkeys(wordset(f"modals.weak_{modality}"), (modality, False))
    for modality in ("hope", "urge"):
        found |= dict.fromkeys(wordset(f"modals.{modality}"), (modality, False))
    looks = {word[1] for word in wordset("modals.none") if len(word) == 2 and word[0] == "要"}
    verbs = wordset("imperative.verbs", "imperative.adverbs")
    return found | {f"要{verb}": ("require", True) for verb in verbs if len(verb) > 1 and verb[0] in looks}


@cache
def _needs() -> dict[str, int]:
    """Return what each attributing verb needs: 0 stands anywhere, 1 before a mark or 要, 2 (nouns) before a mark."""
    nouns, marked = wordset("attribution.nouns", "attribution.expounding"), wordset("attribution.marked")
    return dict.fromkeys(nouns, 2) | {verb: 1 if verb in marked else 0 for verb in kinds()}


@cache
def _cues() -> tuple[ahocorasick_rs.AhoCorasick, list[tuple[str, Weight | None, int | None] | None]]:
    """Return the matcher, and by the number of a word: the verb, its weight, its needs; None for what only looks like a cue.

    A modal's last character may begin a verb (还要|求): then it is the verb's.
    """
    weights, needs, none = _weights(), _needs(), wordset("modals.none")
    found = {word: (word, weights.get(word), needs.get(word)) for word in weights.keys() | needs.keys()}
    for word in none.union(weights):
        found |= {word + verb[1:]: (verb, None, needs[verb]) for verb in needs if len(verb) > 1 and word.endswith(verb[0])}
    matcher, ordered = scanner(none.union(found))
    return matcher, [found.get(word) for word in ordered]


@cache
def _not_said() -> frozenset[str]:
    return wordset("attribution.not_said")


@cache
def _reported() -> frozenset[str]:
    return wordset("modals.reported")


class Cues:
    """The attributing verbs of a text, ``said``, and its modal words, sentence by sentence."""

    __slots__ = ("_modals", "_starts", "said", "text")

    def __init__(self, text: str) -> None:
        matcher, cues = _cues()
        self.text = text
        self.said: list[Said] = []
        self._modals: list[tuple[int, int, Weight]] = []
        for number, start, end in matcher.find_matches_as_indexes(text):
            cue = cues[number]
            if cue is None:
                continue
            verb, weight, needs = cue
            if weight is not None:
                self._modals.append((start, end, weight))
            if needs is not None:
                self._say(end - len(verb), end, verb, needs)
        self._starts = [start for start, _, _ in self._modals]

    def _say(self, start: int, end: int, verb: str, needs: int) -> None:
        text, said = self.text, self.said
        if text[start - 1 : start] in _not_said() and end - start == 1:
            return
        marked = text[end : end + 1] in _MARKED or (needs == 2 and lays_out(text, end))
        if needs and not marked and (needs == 2 or not _orders(text, end)):
            return
        if said:
            last = said[-1].end
            if last == start or (needs == 2 and 0 < start - last <= 3 and text[last] in _COUNTS):
                start = said.pop().start
        said.append(Said(start, end, verb))

    def modals(self, start: int, end: int) -> list[Modal]:
        """Return the modal words of a sentence in order, but those that only report what another asked (中央强调要…).

        What begins the sentence stands at its start, whatever came before.
        """
        starts, text = self._starts, self.text
        found: list[Modal] = []
        left = bisect_left(starts, start)
        if left == len(starts) or starts[left] >= end:
            return found
        reported = _reported()
        for at, stop, (modality, firm) in self._modals[left : bisect_left(starts, end, left)]:
            if at == start:
                found.append(Modal(at, stop, modality, firm, True))
            elif text[at - 2 : at] not in reported:
                found.append(Modal(at, stop, modality, firm, text[at - 1] in _CLAUSE))
        return found


def _orders(text: str, at: int) -> bool:
    """Whether 要 follows a verb without a mark: 他说要研究…."""
    return text[at : at + 1] == "要" and text[at + 1 : at + 2] not in ("求", "的", "点")


def is_firm(orders: list[Modal]) -> bool:
    """Whether one of a sentence's modal words makes it an order wherever it stands."""
    for order in orders:  # noqa: SIM110 - a generator costs three times as much
        if order.firm:
            return True
    return False
