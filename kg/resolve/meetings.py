"""One meeting told by several articles: by name, day and place. A first, simple judge, which rather keeps apart than joins.

Where no place is known, a participant that both articles name must speak for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.model.resolution import Judgement, Key, Summary
from kg.resolve.clusters import Clusters


@dataclass(frozen=True, slots=True)
class Telling:
    """A meeting of one article, of which name and day are known."""

    key: Key
    name: str
    day: str
    place: str | None
    present: frozenset[str]


def judge(summaries: Iterable[Summary]) -> Iterator[Judgement]:
    """Yield the judgements over all meetings of which name and day are known."""
    alike: dict[tuple[str, str, str | None], list[Telling]] = {}
    for telling in _tellings(summaries):
        alike.setdefault((telling.name, telling.day, telling.place), []).append(telling)
    for found in alike.values():
        if len(found) > 1:
            yield from _alike(found)


def _tellings(summaries: Iterable[Summary]) -> Iterator[Telling]:
    for summary in summaries:
        for meeting in summary.meetings:
            if meeting.name is not None and meeting.date is not None:
                key = Key(summary.article, meeting.id)
                yield Telling(key, meeting.name, meeting.date, summary.place, frozenset(meeting.present))


def _alike(found: list[Telling]) -> Iterator[Judgement]:
    clusters = Clusters(telling.key.article for telling in found)
    leaders: dict[str, int] = {}
    for number, telling in enumerate(found):
        # Tellings of one known place are the same meeting; of others, those that share somebody present.
        for shared in sorted(telling.present) if telling.place is None else [telling.place]:
            clusters.join(leaders.setdefault(shared, number), number)
    for numbers in clusters.sets():
        if len(numbers) > 1:
            yield _same([found[number] for number in numbers])


def _same(group: list[Telling]) -> Judgement:
    first = group[0]
    keys = tuple(telling.key for telling in group)
    told = f"{len(group)} articles tell of {first.name} on {first.day}"
    if first.place is not None:
        return Judgement("same", keys, "same_name_day_and_place", f"{told} in {first.place}.")
    return Judgement("same", keys, "same_name_day_and_participant", f"{told} and share somebody who was there.")
