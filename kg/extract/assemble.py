"""From ranges in the view to records of people and directives: ids, values as written, evidence.

The records of meetings are made by :mod:`kg.extract.sitting`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from kg.extract.cast import Cast
from kg.extract.directives import Told
from kg.extract.holding import Held
from kg.extract.parts import Part
from kg.extract.reading import Reading
from kg.extract.stating import stated, value
from kg.extract.wordlists import listed, pattern
from kg.model.records import Directive, Official, Participation, Role
from kg.model.text import Stated

Titles = dict[int, list[str]]
"""Posts as printed, by the start of the name that they stand with."""
_BRACKET = 16
"""Characters of a bracket after a name."""
_INSIDE = re.compile("[，、]")
_STATUSES = ("candidate", "seconded", "former", "acting")
"""In this order: 原副县长候选人 is a candidate."""


def officials(reading: Reading, cast: Cast) -> tuple[tuple[Official, ...], dict[str, str]]:
    """Return the officials in the order of their first mention, and their ids by name."""
    found: list[Official] = []
    ids: dict[str, str] = {}
    for name, (start, end, rule) in sorted(cast.first.items(), key=lambda item: item[1]):
        ids[name] = f"o{len(found) + 1}"
        sex, group = _bracket(reading.text, end)
        written = stated(reading, start, end, rule)
        found.append(Official(ids[name], written.value, (written.evidence,), sex, group))
    return tuple(found), ids


def _bracket(text: str, end: int) -> tuple[str | None, str | None]:
    """Return the sex and the ethnic group stated after a name, in a bracket or not: ``（女，藏族）``, ``，女，藏族，``."""
    close = text.find("）", end, end + _BRACKET) if text.startswith("（", end) else -1
    if close >= 0:
        inside = _INSIDE.split(text[end + 1 : close])
    elif text.startswith("，", end):
        inside = _INSIDE.split(text[end + 1 : end + _BRACKET])[:2]
        if inside[0] not in listed("names", "sexes.female", "sexes.male"):
            return None, None
    else:
        return None, None
    sex = next((key for key in ("female", "male") if not listed("names", f"sexes.{key}").isdisjoint(inside)), None)
    return sex, next((part for part in inside if part in listed("names", "ethnic.groups")), None)


def roles(reading: Reading, held: Iterable[Held], ids: dict[str, str]) -> tuple[tuple[Role, ...], Titles]:
    """Return the roles, and the posts printed with each name; evidence runs from the post to the name."""
    found: list[Role] = []
    titles: Titles = {}
    for name, start, end, mention, rule in held:
        post = value(reading, start, end)
        titles.setdefault(mention, []).append(post)
        evidence = reading.evidence(min(start, mention), max(end, mention + len(name)), rule)
        status = "former" if rule == "post-taken-away" else _status(reading.text[start:end])
        found.append(Role(f"r{len(found) + 1}", ids[name], post, status, _body(reading, start, end, post), evidence))
    return tuple(found), titles


class _Signs(NamedTuple):
    any: re.Pattern[str]
    long: tuple[tuple[str, tuple[str, ...]], ...]
    short: dict[str, str]
    former: frozenset[str]
    heads: frozenset[str]


@cache
def _signs() -> _Signs:
    signs = {status: sorted(listed("posts", f"posts.{status}")) for status in _STATUSES}
    return _Signs(
        any=pattern("posts", *(f"posts.{status}" for status in _STATUSES)),
        long=tuple((status, tuple(sign for sign in signs[status] if len(sign) > 1)) for status in _STATUSES),
        short={sign: status for status in _STATUSES for sign in signs[status] if len(sign) == 1},
        former=listed("posts", "posts.former"),
        heads=listed("posts", "posts.heads"),
    )


def _status(post: str) -> str:
    """Return the key of what a post's words say of its standing: 代, 候选人, 原, 挂职."""
    signs = _signs()
    if not signs.any.search(post):
        return "incumbent"
    for status, long in signs.long:
        if any(sign in post for sign in long) or any(_stands(post, sign) for sign, of in signs.short.items() if of == status):
            return status
    return "incumbent"


def _stands(post: str, sign: str) -> bool:
    """Whether a sign of one character stands right before a head: 代市长, 县委原书记; or before all: 原县长, 前总理."""
    at = post.find(sign)
    return at >= 0 and (post[at + 1 :] in _signs().heads or (at == 0 and sign in _signs().former))


def _body(reading: Reading, start: int, end: int, post: str) -> str | None:
    """Return the part of a post that names the body, or None where the post is all head."""
    index = reading.ends.get(end)
    if index is None or reading.token_starts[index] <= start:
        return None
    head = reading.token_starts[index]
    # What stands in the view as it does in the article need not be cut from it again.
    return post[: head - start] if len(post) == end - start else value(reading, start, head)


def participations(
    reading: Reading, number: int, meeting: str, parts: list[Part], ids: dict[str, str], titles: Titles
) -> list[Participation]:
    """Return the participations of the meeting with the id ``meeting``; ``number`` is how many the article had before."""
    found: list[Participation] = []
    for part in parts:
        capacities = tuple(Stated(key, reading.evidence(*stating)) for key, stating in part.capacities.items())
        printed = "、".join(titles.get(part.mention.start, [])) if part.mention else ""
        id = f"p{number + len(found) + 1}"
        found.append(Participation(id, meeting, ids[part.name], capacities, part.position, printed or None))
    return found


def directives(
    reading: Reading, told: Iterable[Told], ids: dict[str, str], meetings: list[tuple[str, int]]
) -> tuple[Directive, ...]:
    """Return the directives; ``meetings`` are the meetings' ids with where in the view each begins to be told."""
    found: list[Directive] = []
    known: tuple[int, int, str] | None = None
    for one in told:
        before = [id for id, start in meetings if start <= one.start]
        text = stated(reading, one.start, one.end, one.rule)
        if one.attribution is not known:
            # A block's directives share their attribution.
            known = one.attribution
            attribution = _attribution(reading, *known)
        found.append(
            Directive(
                id=f"d{len(found) + 1}",
                text=text.value,
                evidence=text.evidence,
                issuer=ids[one.issuer] if one.issuer else None,
                attribution=attribution,
                modality=one.modality,
                meeting=before[-1] if before else meetings[0][0] if meetings else None,
                addressees=tuple([stated(reading, *part, "addressee") for part in one.addressees]) if one.addressees else (),
                documents=tuple([stated(reading, *part, "document") for part in one.documents]) if one.documents else (),
                deadline=stated(reading, *one.deadline, "deadline") if one.deadline else None,
            )
        )
    return tuple(found)


def _attribution(reading: Reading, start: int, end: int, verb: str) -> Stated[str]:
    """Return the verb of an attribution, with the range of all its words."""
    return Stated(value(reading, end - len(verb), end), reading.evidence(start, end, "attribution"))
