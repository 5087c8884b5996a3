"""One official across articles: by name, jurisdiction and posts. A first, simple judge, which rather keeps apart than joins.

Mentions of one name are the same person where their places are the same, or none of them has a place; where one place lies
in the other, or only one is known, a post that both have must speak for it. Two of one name in one article are two persons,
and then only posts join others to either.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.model.resolution import Judgement, Key, Summary
from kg.resolve.clusters import Clusters


@dataclass(frozen=True, slots=True)
class Mention:
    """An official of one article."""

    key: Key
    name: str
    place: str | None
    posts: frozenset[str]


def mentions(summaries: Iterable[Summary]) -> Iterator[Mention]:
    """Yield the officials of every article, in the order of the articles."""
    for summary in summaries:
        for official in summary.officials:
            yield Mention(Key(summary.article, official.id), official.name, summary.place, frozenset(official.posts))


def judge(summaries: Iterable[Summary]) -> Iterator[Judgement]:
    """Yield the judgements over all officials, by name in the order of first mention."""
    by_name: dict[str, list[Mention]] = {}
    for mention in mentions(summaries):
        by_name.setdefault(mention.name, []).append(mention)
    for same_name in by_name.values():
        if len(same_name) > 1:
            yield from _same_name(same_name)


def _same_name(found: list[Mention]) -> Iterator[Judgement]:
    clusters = Clusters(mention.key.article for mention in found)
    namesakes = max(Counter(mention.key.article for mention in found).values()) > 1
    if not namesakes:
        _join_places(found, clusters)
    _join_posts(found, clusters)
    groups = [[found[number] for number in numbers] for numbers in clusters.sets()]
    for group in groups:
        if len(group) > 1:
            yield _same(group, namesakes)
    if len(groups) > 1:
        yield _different(groups, namesakes)


def _join_places(found: list[Mention], clusters: Clusters) -> None:
    """Join mentions of one place; those without any are of one place too if no mention has one."""
    first: dict[str | None, int] = {}
    for number, mention in enumerate(found):
        first.setdefault(mention.place, number)
    for number, mention in enumerate(found):
        if mention.place is not None or len(first) == 1:
            clusters.join(first[mention.place], number)


def _join_posts(found: list[Mention], clusters: Clusters) -> None:
    """Join mentions that share a post and whose places do not speak against it."""
    holders: dict[str, list[int]] = {}
    for number, mention in enumerate(found):
        for post in mention.posts:
            holders.setdefault(post, []).append(number)
    for post in sorted(holders):
        leaders: dict[str | None, int] = {}
        for number in holders[post]:
            leaders.setdefault(found[number].place, number)
            clusters.join(leaders[found[number].place], number)
        _join_compatible(list(leaders.items()), clusters)


def _join_compatible(leaders: list[tuple[str | None, int]], clusters: Clusters) -> None:
    known = [(place, number) for place, number in leaders if place is not None]
    for position, (place, number) in enumerate(known):
        for other, second in known[position + 1 :]:
            if place.startswith(other) or other.startswith(place):
                clusters.join(number, second)
    unknown = [number for place, number in leaders if place is None]
    # A mention without a place joins only where there is one candidate.
    if unknown and len({clusters.root(number) for _, number in known}) == 1:
        clusters.join(unknown[0], known[0][1])


def _same(group: list[Mention], namesakes: bool) -> Judgement:
    name, articles = group[0].name, len(group)
    places = sorted({mention.place for mention in group if mention.place is not None})
    if namesakes:
        rule, why = "same_name_and_post", "an article knows several of this name, and these share a post"
    elif not places:
        rule, why = "same_name_no_place", "none of the articles tells of which place it speaks"
    elif len(places) == 1 and all(mention.place for mention in group):
        rule, why = "same_name_and_place", f"all of {places[0]}"
    else:
        rule, why = "same_name_and_post", f"the places agree ({', '.join(places)}) and a post is the same"
    keys = tuple(mention.key for mention in group)
    return Judgement("same", keys, rule, f"{name} of {articles} articles is one person: {why}.")


def _different(groups: list[list[Mention]], namesakes: bool) -> Judgement:
    keys = tuple(group[0].key for group in groups)
    name = groups[0][0].name
    if namesakes:
        return Judgement("different", keys, "namesakes_in_one_article", f"An article knows several persons named {name}.")
    why = f"{len(keys)} groups of articles know a {name}: their places differ and no post is the same."
    return Judgement("cannot tell", keys, "places_differ", why)
