"""All judgements put together, and the canonical record that follows from them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from kg.model.resolution import Key, Resolution, Summary
from kg.resolve import meetings, officials

_NEVER = "~"
"""Sorts after every date: an article of unknown day lends its record only where no dated one does."""


def resolve(summaries: Iterable[Summary]) -> Resolution:
    """Judge who and what is the same across articles, whatever the order in which they come.

    The canonical record is that of the earliest article, and of the smallest id among those of one day.
    """
    ordered = sorted(summaries, key=lambda summary: (summary.published or _NEVER, summary.article))
    judgements = tuple(chain(officials.judge(ordered), meetings.judge(ordered)))
    canonical: dict[Key, Key] = {}
    for judgement in judgements:
        if judgement.verdict == "same":
            first, *others = judgement.members
            canonical.update(dict.fromkeys(others, first))
    return Resolution(judgements, canonical)
