"""From ranges in the view to records: ids, values as written, evidence in the article's own coordinates."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.agenda import Business, kind
from kg.extract.dates import DateMention, Resolved
from kg.extract.directives import Told
from kg.extract.meetings import Met
from kg.extract.officials import Cast
from kg.extract.participations import Part
from kg.extract.posts import post_words
from kg.extract.reading import ORGANIZATION, Reading
from kg.extract.roles import Held
from kg.lexicon import words
from kg.model.dates import PartialDate
from kg.model.records import AgendaItem, Directive, Group, Meeting, Official, Participation, Role
from kg.model.text import Evidence, Stated

_BLANK = re.compile(r"[\s​-‏⁠﻿]+")
Dated = list[tuple[DateMention, Resolved | None]]
Titles = dict[int, list[str]]
"""Posts as printed, by the start of the name that they stand with."""


def value(reading: Reading, evidence: Evidence) -> str:
    """Return the article's words at ``evidence`` without padding, line breaks and zero-width characters."""
    return _BLANK.sub("", reading.article.text[evidence.start : evidence.end])


def stated(reading: Reading, start: int, end: int, rule: str) -> Stated[str]:
    """Return the words of the view's ``[start, end)`` as they stand in the article, with their evidence."""
    evidence = reading.evidence(start, end, rule)
    return Stated(value(reading, evidence), evidence)


def officials(reading: Reading, cast: Cast) -> tuple[tuple[Official, ...], dict[str, str]]:
    """Return the officials in the order of their first mention, and their ids by name."""
    found: list[Official] = []
    ids: dict[str, str] = {}
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
    sex = next((key for key in ("female", "male") if set(words("names", f"sexes.{key}")) & set(inside)), None)
    return sex, next((part for part in inside if part in _groups()), None)


def roles(reading: Reading, held: list[Held], ids: dict[str, str]) -> tuple[tuple[Role, ...], Titles]:
    """Return the roles, and the posts printed with each name; evidence runs from the post to the name."""
    found: list[Role] = []
    titles: Titles = {}
    for role in held:
        post = stated(reading, role.start, role.end, role.rule).value
        titles.setdefault(role.mention, []).append(post)
        evidence = reading.evidence(min(role.start, role.mention), max(role.end, role.mention + len(role.name)), role.rule)
        status = _status(reading.text[role.start : role.end], role.rule)
        found.append(Role(f"r{len(found) + 1}", ids[role.name], post, status, _body(reading, role), evidence))
    return tuple(found), titles


def _status(post: str, rule: str) -> str:
    """Return the key of what a post's words say of its standing: 代, 候选人, 原, 挂职."""
    if rule == "post-taken-away":
        return "former"
    for status in ("candidate", "seconded", "former", "acting"):
        for sign in post_words(status):
            if sign in post if len(sign) > 1 else _sign(post, sign):
                return status
    return "incumbent"


def _sign(post: str, sign: str) -> bool:
    """Whether a sign of one character stands right before a head: 代市长, 县委原书记; or before all: 原县长, 前总理."""
    at = post.find(sign)
    return at >= 0 and (post[at + 1 :] in post_words("heads") or at == 0 and sign in post_words("former"))


def _body(reading: Reading, role: Held) -> str | None:
    """Return the part of a post that names the body, or None where the post is all head."""
    index = reading.ends.get(role.end)
    if index is None or reading.tokens[index].start <= role.start:
        return None
    return value(reading, reading.evidence(role.start, reading.tokens[index].start, ""))


def meeting(reading: Reading, id: str, met: Met, business: Business, dated: Dated, others: list[Met]) -> Meeting:
    """Return one meeting."""
    name = stated(reading, *met.name, met.rule) if met.name else None
    body, session = _series(reading, met)
    date, end = _date(reading, met, dated, others)
    form = business.form
    return Meeting(
        id=id,
        evidence=reading.evidence(met.start, met.end, met.rule),
        name=name,
        kind=kind(reading.text[met.name[0] : met.name[1]] if met.name else None),
        body=body,
        session=session,
        form=Stated(form[2], reading.evidence(form[0], form[1], "form")) if form else None,
        date=date,
        end=end,
        venue=stated(reading, *business.venue) if business.venue else None,
        branch_venues=tuple(stated(reading, *branch) for branch in dict.fromkeys(business.branches)),
        agenda=tuple(_item(reading, *item) for item in business.agenda),
        conveys=_distinct(stated(reading, *conveyed) for conveyed in business.conveys),
        expected=_count(reading, business.expected),
        present=_count(reading, business.present),
    )


def _distinct(values: object) -> tuple[Stated[str], ...]:
    seen: dict[str, Stated[str]] = {}
    for one in values:  # type: ignore[attr-defined]
        seen.setdefault(one.value, one)
    return tuple(seen.values())


def _count(reading: Reading, count: tuple[int, int, int] | None) -> Stated[int] | None:
    return Stated(count[2], reading.evidence(count[0], count[1], "count")) if count else None


def _item(reading: Reading, start: int, end: int, action: str) -> AgendaItem:
    text = stated(reading, start, end, f"agenda-{action}")
    return AgendaItem(action, text.value, text.evidence)


@cache
def _of_body() -> tuple[str, ...]:
    return words("meetings", "bodies.followed_by")


_SESSION = re.compile(r"第?[0-9一二三四五六七八九十百]+次|第?[0-9一二三四五六七八九十百]+届[0-9一二三四五六七八九十]+次")


def _series(reading: Reading, met: Met) -> tuple[Stated[str] | None, Stated[str] | None]:
    """Return the body and the number in a meeting's name: 中央财经委员会 and 第五次 of 中央财经委员会第五次会议."""
    if met.name is None:
        return _holder(reading, met), None
    start, end = met.name
    session = None
    for found in _SESSION.finditer(reading.text, start, end):
        session = stated(reading, *found.span(), "session")
    last = None
    # A body is named where what follows it says what kind of its meetings this is, not where a topic follows.
    for index in range(reading.token_after(start), len(reading.tokens)):
        token = reading.tokens[index]
        if token.end > end:
            break
        if token.classes & ORGANIZATION and token.end < end and reading.text.startswith(_of_body(), token.end):
            last = token.end
    return (stated(reading, start, last, "body-in-name") if last else _holder(reading, met)), session


def _holder(reading: Reading, met: Met) -> Stated[str] | None:
    """Return the body that is the subject of 召开: ``中共中央政治局常务委员会召开会议``."""
    text = reading.text
    index = reading.ends.get(met.start)
    if index is None or not reading.tokens[index].classes & ORGANIZATION:
        return None
    start = met.start
    while start > 0 and text[start - 1] not in "，。；：！？\n）" and start not in reading.view.gaps and not text[start - 1].isdigit() and text[start - 1] != "日":
        start -= 1
    return stated(reading, start, met.start, "body-before-verb")


def _date(
    reading: Reading, met: Met, dated: Dated, others: list[Met]
) -> tuple[Stated[PartialDate] | None, Stated[PartialDate] | None]:
    """Return the first and last day of a meeting: the date nearest to what tells of it, in its sentence or before it."""
    start, end = reading.sentences[_sentence_of(reading, met.start)]
    chosen = _nearest(dated, start, end, met)
    if chosen is None and met.name:
        named = reading.sentences[_sentence_of(reading, met.name[0])]
        chosen = _nearest(dated, *named, met)
    if chosen is None:
        first = others[0].start if others else met.start
        limit = start if not others or others[0] is met else -1
        earlier = [pair for pair in dated if pair[0].start < limit and pair[0].use != "deadline" and pair[1]]
        if others and others[0] is not met and met.name is not None:
            after = _nearest(dated, *reading.sentences[_sentence_of(reading, first)], others[0])
            chosen = after if reading.text[start:end].startswith(("会后", "会前", "同日", "当天", "随后")) else None
        elif earlier and _paragraph(reading, start) <= earlier[-1][0].start:
            chosen = earlier[-1]
    if chosen is None or chosen[1] is None:
        return None, None
    mention, (first_day, last_day) = chosen[0], chosen[1]
    evidence = reading.evidence(mention.start, mention.end, mention.rule)
    return Stated(first_day, evidence), Stated(last_day, evidence) if last_day else None


def _paragraph(reading: Reading, at: int) -> int:
    return reading.text.rfind("\n", 0, at) + 1


def _sentence_of(reading: Reading, position: int) -> int:
    for index, (start, end) in enumerate(reading.sentences):
        if start <= position < end:
            return index
    return 0


def _nearest(dated: Dated, start: int, end: int, met: Met) -> tuple[DateMention, Resolved | None] | None:
    """Return the last date before the verb in a sentence, else the first after it, deadlines left out."""
    inside = [pair for pair in dated if start <= pair[0].start < end and pair[0].use not in ("deadline", "since", "dateline")]
    inside = [pair for pair in inside if pair[0].precision in ("day", "month", "none") and not _within(pair[0], met)]
    before = [pair for pair in inside if pair[0].end <= met.start]
    if before:
        return before[-1]
    return inside[0] if inside and inside[0][0].start - met.end < 12 else None


def _within(mention: DateMention, met: Met) -> bool:
    """Whether a date is part of the meeting's name: ``11月份风险评估预警会``."""
    return met.name is not None and met.name[0] <= mention.start and mention.end <= met.name[1]


def participations(reading: Reading, number: int, meeting_id: str, parts: list[Part], ids: dict[str, str], titles: Titles) -> list[Participation]:
    """Return the participations of one meeting; ``number`` is how many the article had before."""
    found = []
    for part in parts:
        capacities = tuple(Stated(key, reading.evidence(start, end, rule)) for key, (start, end, rule) in part.capacities.items())
        printed = titles.get(part.mention.start, []) if part.mention else []
        found.append(
            Participation(f"p{number + len(found) + 1}", meeting_id, ids[part.name], capacities, part.position, "、".join(printed) or None)
        )
    return found


def groups(reading: Reading, number: int, meeting_id: str, business: Business) -> list[Group]:
    """Return the unnamed participants of one meeting."""
    found: dict[str, Group] = {}
    for start, end, capacity in business.groups:
        group = stated(reading, start, end, f"group-{capacity}")
        if group.value not in found:
            found[group.value] = Group(f"g{number + len(found) + 1}", meeting_id, group.value, capacity, group.evidence)
    return list(found.values())


def directives(reading: Reading, told: list[Told], ids: dict[str, str], met: list[tuple[str, int]]) -> tuple[Directive, ...]:
    """Return the directives; ``met`` are the meetings' ids with where in the view each begins to be told."""
    found = []
    for one in told:
        at = [id for id, start in met if start <= one.start]
        text = stated(reading, one.start, one.end, one.rule)
        start, end, verb = one.attribution
        found.append(
            Directive(
                id=f"d{len(found) + 1}",
                text=text.value,
                evidence=text.evidence,
                issuer=ids[one.issuer] if one.issuer else None,
                attribution=Stated(stated(reading, end - len(verb), end, "").value, reading.evidence(start, end, "attribution")),
                modality=one.modality,
                meeting=at[-1] if at else met[0][0] if met else None,
                addressees=tuple(stated(reading, *part, "addressee") for part in one.addressees),
                documents=tuple(stated(reading, *part, "document") for part in one.documents),
                deadline=stated(reading, *one.deadline, "deadline") if one.deadline else None,
            )
        )
    return tuple(found)
