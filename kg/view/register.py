"""What the networks are built from: who took part in which meeting, and the sentences that say so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.view.levels import first_known, highest
from kg.view.rows import ArticleRow, EvidenceRow, MeetingRow, OfficialRow, ParticipationRow, RoleRow


@dataclass(frozen=True, slots=True)
class Held:
    """A post of an official over all articles: how often it is stated, first and last when, and a sentence of the last."""

    post: str
    first: str
    last: str
    evidence: str
    times: int = 1


@dataclass(frozen=True, slots=True)
class Register:
    """Officials, meetings and participations by id, each in sorted order, with their articles and sentences."""

    officials: Mapping[str, OfficialRow]
    meetings: Mapping[str, MeetingRow]
    participations: tuple[ParticipationRow, ...]
    posts: Mapping[str, tuple[Held, ...]]
    articles: Mapping[str, ArticleRow]
    evidence: Mapping[str, EvidenceRow]

    def level_of_official(self, official: str) -> str:
        """Return the highest level of the posts that the official is said to hold."""
        return highest(held.post for held in self.posts.get(official, ()))

    def level_of_meeting(self, meeting: str, chairs: Iterable[str] = ()) -> str:
        """Return the level that the body or the name shows, else the highest level of those who chaired."""
        row = self.meetings[meeting]
        return first_known((row.body, row.name, row.label, *(self.best_post(chair) for chair in chairs)))

    def best_post(self, official: str) -> str:
        """Return one post of the official that shows the highest level, or the most often stated, or ``""``."""
        level = self.level_of_official(official)
        posts = [held.post for held in self.posts.get(official, ())]
        return next((post for post in posts if highest([post]) == level), posts[0] if posts else "")

    def date_of_meeting(self, meeting: str) -> str:
        """Return the day the meeting began, or the day its first article was published, or ``""``."""
        row = self.meetings[meeting]
        published = sorted(self.articles[article].published for article in row.articles if article in self.articles)
        return row.start or next(iter(published), "")

    def quote(self, evidence: Iterable[str]) -> str:
        """Return the first sentence that the ids lead to, or ``""``."""
        return next((self.evidence[key].quote for key in evidence if key in self.evidence), "")


def register(
    officials: Iterable[OfficialRow],
    meetings: Iterable[MeetingRow],
    participations: Iterable[ParticipationRow],
    roles: Iterable[RoleRow],
    articles: Iterable[ArticleRow],
    evidence: Iterable[EvidenceRow],
) -> Register:
    """Put the rows together, sorted, so that whatever is built from them comes out the same every time."""
    dated = {row.id: row for row in sorted(articles, key=lambda row: row.id)}
    return Register(
        officials={row.id: row for row in sorted(officials, key=lambda row: row.id)},
        meetings={row.id: row for row in sorted(meetings, key=lambda row: row.id)},
        participations=tuple(sorted(participations, key=lambda row: (row.meeting, row.position or 0, row.official, row.id))),
        posts=_posts(roles, dated),
        articles=dated,
        evidence={row.id: row for row in evidence},
    )


def _posts(roles: Iterable[RoleRow], articles: Mapping[str, ArticleRow]) -> dict[str, tuple[Held, ...]]:
    stated: dict[str, dict[str, list[tuple[str, str]]]] = defaultdict(lambda: defaultdict(list))
    for role in roles:
        published = articles[role.article].published if role.article in articles else ""
        stated[role.official][role.post].append((published, next(iter(role.evidence), "")))
    return {official: _held(stated[official]) for official in sorted(stated)}


def _held(posts: Mapping[str, list[tuple[str, str]]]) -> tuple[Held, ...]:
    """Order an official's posts: the most often stated first, so that a misreading does not lead."""
    held = [Held(post, min(day for day, _ in said), *max(said), len(said)) for post, said in posts.items()]
    latest = sorted(sorted(held, key=lambda post: post.post), key=lambda post: (post.last, post.first), reverse=True)
    return tuple(sorted(latest, key=lambda post: -post.times))
