"""Words that tell what is done at a meeting, found in one scan of the text: 听取, 传达学习, 与…座谈, 召集.

The tables of agenda, conveying and groups say what each of them means; here they are only found, the longest at each place.
"""

from __future__ import annotations

from functools import cache

import ahocorasick_rs

from kg.extract.wording import scanner
from kg.extract.wordlists import listed
from kg.lexicon import table

Deed = tuple[int, int]
"""The range of a word in the view."""


@cache
def actions() -> dict[str, str]:
    """Return the agenda's action of each verb of business."""
    return {verb: action for action in table("business")["agenda"] for verb in listed("business", f"agenda.{action}")}


@cache
def _scanner() -> ahocorasick_rs.AhoCorasick:
    others = listed("business", "conveyed.verbs") | listed("groups", "talking.verbs", "calling.verbs", "acting.verbs")
    return scanner(actions().keys() | others)[0]


def find(text: str) -> list[Deed]:
    """Return where the words stand, in order."""
    return [(start, end) for _, start, end in _scanner().find_matches_as_indexes(text)]
