"""On which days a meeting was held: the date nearest to what tells of it, in its sentence or before it.

``全国就业创业工作电视电话会议5月19日在京召开``; ``汪洋23日在京与党外人士座谈。…尤权主持会议。``: the first sentence has the date.
"""

from __future__ import annotations

from functools import cache

from kg.extract.dates import DateMention, Resolved
from kg.extract.meetings import Met
from kg.extract.narrative import Sentence, sentence_at
from kg.extract.wordlists import longest_first

Dated = tuple[DateMention, Resolved | None]
"""A date as the text writes it, and the days that it means, if they can be known."""
_AFTER = 12
"""Characters after a verb within which a date is of what it tells: 召开于12日."""
_ELSEWHERE = frozenset({"deadline", "since", "dateline"})
_FINE = frozenset({"day", "month", "none"})


@cache
def _same_day() -> tuple[str, ...]:
    return longest_first("convening", "held.same_day")


def reach(told: list[Sentence], met: list[Met]) -> int:
    """Return where the last date begins at the latest that :func:`of_meeting` asks for."""
    places = [one.start for one in met] + [one.name[0] for one in met if one.name]
    return max(told[sentence_at(told, place)].end for place in (0, *places))


def of_meeting(text: str, told: list[Sentence], met: Met, dated: list[Dated], first: Met) -> Dated | None:
    """Return the date of a meeting, or None where the text gives none; ``first`` is the article's first meeting."""
    number = sentence_at(told, met.start)
    chosen = _nearest(dated, told[number], met)
    if chosen is None and met.name:
        chosen = _nearest(dated, told[sentence_at(told, met.name[0])], met)
    if chosen is not None:
        return chosen
    if met is first:
        return _before(text, told, number, met, dated)
    if met.name is not None and text.startswith(_same_day(), told[number].start):
        return _nearest(dated, told[sentence_at(told, first.start)], first)
    return None


def _before(text: str, told: list[Sentence], number: int, met: Met, dated: list[Dated]) -> Dated | None:
    """Return the last date before the first meeting's sentence in its paragraph, else the one with which the article opens."""
    start = told[number].start
    paragraph = text.rfind("\n", 0, start) + 1
    earlier = [one for one in dated if paragraph <= one[0].start < start and one[0].use != "deadline" and one[1]]
    if earlier:
        return earlier[-1]
    opening = [one for one in _days(dated, told[0], met) if one[1] and one[1][1] is None] if number else []
    return opening[0] if opening else None


def _nearest(dated: list[Dated], sentence: Sentence, met: Met) -> Dated | None:
    """Return the last date before the verb in a sentence, else the first after it."""
    inside = _days(dated, sentence, met)
    before = [one for one in inside if one[0].end <= met.start]
    if before:
        return before[-1]
    return inside[0] if inside and inside[0][0].start - met.end < _AFTER else None


def _days(dated: list[Dated], sentence: Sentence, met: Met) -> list[Dated]:
    """Return the dates of a sentence that can be a meeting's: no deadlines, nothing coarser than a month, not of its name."""
    inside = [one for one in dated if sentence.start <= one[0].start < sentence.end and one[0].use not in _ELSEWHERE]
    return [one for one in inside if one[0].precision in _FINE and not _names(one[0], met)]


def _names(mention: DateMention, met: Met) -> bool:
    """Whether a date is part of the meeting's name: ``11月份风险评估预警会``."""
    return met.name is not None and met.name[0] <= mention.start and mention.end <= met.name[1]
