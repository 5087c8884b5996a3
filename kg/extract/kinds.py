"""Of what kind a meeting is, from the words of its name: 座谈会, 常务会议, 集体学习."""

from __future__ import annotations

from functools import cache

import ahocorasick_rs

from kg.lexicon import table, words

OTHER = "other"
"""The key of a meeting whose name tells no kind."""


@cache
def _rules() -> tuple[ahocorasick_rs.AhoCorasick, list[int], list[str]]:
    """Return a matcher of all signs, the rank of the kind of each, and the kinds by rank: the first one counts."""
    kinds = list(table("meetings")["kinds"])
    signs = [(sign, rank) for rank, kind in enumerate(kinds) for sign in words("meetings", f"kinds.{kind}")]
    return ahocorasick_rs.AhoCorasick([sign for sign, _ in signs]), [rank for _, rank in signs], kinds


def kind(name: str | None) -> str:
    """Return the key of the kind that a meeting's name tells, ``other`` where it tells none."""
    if name is None:
        return OTHER
    matcher, ranks, kinds = _rules()
    found = matcher.find_matches_as_indexes(name, overlapping=True)
    return kinds[min(ranks[sign] for sign, _, _ in found)] if found else OTHER
