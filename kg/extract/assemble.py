"""From ranges in the view to records: ids, values as written, evidence in the article's own coordinates."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.agenda import Business
from kg.extract.directives import Told
from kg.extract.meetings import Met
from kg.extract.officials import Cast
from kg.extract.participations import Part
from kg.extract.posts import post_words
from kg.extract.reading import ORGANIZATION, Reading
from kg.extract.roles import Held
from kg.lexicon import words
from kg.model.records import AgendaItem, Directive, Group, Meeting, Official, Participation, Role
from kg.model.text import Evidence, Stated

_BLANK = re.compile(r"[\s​-‏⁠﻿]+")


def value(reading: Reading, evidence: Evidence) -> str:
    """Return the article's words at ``evidence`` without padding, line breaks and zero-width characters."""
    return _BLANK.sub("", reading.article.text[evidence.start : evidence.end])


def stated(reading: Reading, start: int, end: int, rule: str) -> Stated[str]:
    """Return the words of the view's ``[start, end)`` as they stand in the article, with their evidence."""
    evidence = reading.evidence(start, end, rule)
    return Stated(value(reading, evidence), evidence)


def officials(reading: Reading, cast: Cast) -> tuple[tuple[Official, ...], dict[str, str]]:
    """Return the officials in the order of their first mention, and their ids by name."""
    found, ids = [], {}
    for name, (start, end, rule) in sorted(cast.first.items(), key=lambda item: item[1]):
        ids[name] = f"o{len(found) + 1}"
        sex, group = _bracket(reading, end)
        written = stated(reading, start, end, rule)
        found.append(Official(ids[name], written.value, (written.evidence,), sex, group))
    return tuple(found), ids


@cache
def _groups() -> frozenset[str]:
    return frozenset(words("names", "ethnic.groups"))


def _bracket(reading: Reading, end: int) -> tuple[str | None, str | None]:
    """Return the sex and the ethnic group that a bracket after a name states, ``（女，藏族）``."""
    text = reading.text
    if text[end : end + 1] != "（":
        return None, None
    inside = re.split("[，、]", text[end + 1 : max(end + 1, text.find("）", end, end + 16))])
    sex = next((part for part in inside if part in words("words", "titles.sex")), None)
    return sex, next((part for part in inside if part in _groups()), None)


def roles(reading: Reading, held: list[Held], ids: dict[str, str], cast: Cast) -> tuple[Role, ...]:
    """Return the roles; evidence runs from the post to the name, so that one quote holds both."""
    found = []
    for role in held:
        post = stated(reading, role.start, role.end, role.rule)
        name_end = role.mention + len(role.name)
        evidence = reading.evidence(min(role.start, role.mention), max(role.end, name_end), role.rule)
        found.append(Role(f"r{len(found) + 1}", ids[role.name], post.value, _status(reading.text[role.start : role.end], role.rule), _body(reading, role), evidence))
    return tuple(found)


def _status(post: str, rule: str) -> str:
    """Return the key of what a post's words say of its standing: 代, 候选人, 原, 挂职."""
    if rule == "post-taken-away":
        return "former"
    for status in ("candidate", "acting", "seconded", "former"):
        for sign in post_words(status):
            if (len(sign) > 1 and sign in post) or (len(sign) == 1 and _sign(post, sign, status)):
                return status
    return "incumbent"


def _sign(post: str, sign: str, status: str) -> bool:
    """Whether a sign of one character stands where it is one: 代市长, 县委原书记, 前总理."""
    at = post.find(sign)
    if at < 0:
        return False
    follows = post[at + 1 :]
    if status == "acting":
        return follows.startswith(("市", "县", "区", "省", "州", "旗", "镇", "乡", "主任", "院长", "检察长", "局长", "部长", "厅长", "理")) and not post.startswith("代表")
    return at == 0 or follows in post_words("heads")


def _body(reading: Reading, role: Held) -> str | None:
    """Return the part of a post that names the body, or None where the post is all head."""
    index = reading.ends.get(role.end)
    if index is None:
        return None
    start = reading.tokens[index].start
    if start <= role.start:
        return None
    return value(reading, reading.evidence(role.start, start, ""))


__all__ = ["ORGANIZATION", "AgendaItem", "Business", "Directive", "Group", "Meeting", "Met", "Part", "Participation", "Told", "officials", "roles", "stated", "value"]
