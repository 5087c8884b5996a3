"""Which lists of rare words a text holds a word of, and where deeds stand, in one scan: what lacks words is not asked."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import ahocorasick_rs

from kg.extract.deeds import Deed, verbs
from kg.lexicon import table, words

STORY = 1 << 0
ANNOUNCING = 1 << 1
INSTRUCTING = 1 << 2
DECIDING = 1 << 3
FORM = 1 << 4
BRANCH = 1 << 5
DUE = 1 << 6
FRAME = 1 << 7
DEED = 1 << 8
KINDS = 1 << 9
"""Of the first kind of articles; those of the others follow."""

_LISTS = (
    ("convening", "held.story", STORY),
    ("convening", "held.announcing", ANNOUNCING),
    ("participation", "citing.given", INSTRUCTING),
    ("participation", "citing.sending", INSTRUCTING),
    ("participation", "speaking.deciding", DECIDING),
    ("business", "forms.ends", FORM),
    ("business", "venues.branch", BRANCH),
    ("business", "counts.due", DUE),
    ("directives", "subject.frame", FRAME),
)
"""Table and entry of each list, and the sign that its words are."""


class Signs(NamedTuple):
    """What :func:`of` finds: the signs that a text holds as one number, and all places where deeds stand."""

    lists: int
    deeds: list[Deed]


@cache
def kinds() -> dict[str, int]:
    """Return the kinds of articles in the order of their credit, and the sign of each."""
    return {kind: KINDS << number for number, kind in enumerate(table("setting")["kinds"])}


@cache
def _scanner() -> tuple[ahocorasick_rs.AhoCorasick, list[int]]:
    """Return the matcher of all words and what each is a sign of."""
    lists = [*_LISTS, *(("setting", f"kinds.{kind}", sign) for kind, sign in kinds().items())]
    signs = dict.fromkeys(sorted(verbs()), DEED)
    for name, entry, sign in lists:
        for word in words(name, entry):
            signs[word] = signs.get(word, 0) | sign
    # The form that the library would choose is twice as fast alone, but pushes the others out of the processor's cache.
    form = ahocorasick_rs.Implementation.ContiguousNFA
    return ahocorasick_rs.AhoCorasick(list(signs), implementation=form), list(signs.values())


def of(text: str) -> Signs:
    """Return the signs of a text: ``of(text).lists & STORY`` tells whether it holds what only stands in novels."""
    matcher, signs = _scanner()
    lists, deeds = 0, list[Deed]()
    for number, start, end in matcher.find_matches_as_indexes(text, overlapping=True):
        sign = signs[number]
        lists |= sign
        if sign & DEED:
            deeds.append((start, end))
    return Signs(lists, deeds)
