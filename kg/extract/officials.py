"""Named individuals: ``省委书记巴音朝鲁``, ``庞庆波、李明伟``, ``（记者冯可欣）``, ``肖捷参加``.

A name is believed where its context says so: after a post, in a list, before what only people do, beside a title that
follows it, in a byline. What is believed once is a mention wherever the article repeats it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from kg.extract.names import DOT, ENDS_NAME, PERSON_VERB, follows, is_han, name_end, surname, tables, verb_follows
from kg.extract.reading import ACT, ATTEND, BYLINE, ETCETERA, HARD, HONORIFIC, INTRODUCTION, LEFT, MEETING, NOUN, ORGANIZATION, POST, SOFT, Reading
from kg.lexicon import words

_CLAUSE_STARTS = frozenset("，。；：！？、（“‘\n●—☆★◆■▲○◎－-")
_PLACE_ENDS = frozenset("省市县区州盟旗镇乡村局委办部院会厅处科队组团室站所校系司厂店社专媒协")


_WEAK = frozenset({"name-before-verb", "name-before-title"})


class Mention(NamedTuple):
    """A name in the view and the rule that believed it."""

    start: int
    end: int
    name: str


@dataclass(slots=True)
class Cast:
    """The people of an article.

    ``first`` maps a name to its first believed range and rule; ``mentions`` are all its ranges, in order;
    ``lists`` are chains of names joined by 、.
    """

    first: dict[str, tuple[int, int, str]] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    lists: list[list[tuple[int, int]]] = field(default_factory=list)

    def believe(self, text: str, start: int, end: int, rule: str) -> None:
        """Take ``text[start:end]`` for a name."""
        name = text[start:end]
        known = self.first.get(name)
        if known is None or start < known[0]:
            self.first[name] = (start, end, rule)


def find(reading: Reading) -> Cast:
    """Return the people of an article."""
    cast = Cast()
    _after_words(reading, cast)
    _bylines(reading, cast)
    _lists(reading, cast)
    _subjects(reading, cast)
    _appointed(reading, cast)
    _before_titles(reading, cast)
    _dotted(reading, cast)
    _mention(reading, cast)
    return cast


def _firm(reading: Reading, start: int, end: int) -> bool:
    """Whether the name needs no more proof than a post before it: no everyday word, no risky surname."""
    text = reading.text
    first = reading.starting(start)
    if first & NOUN:
        after = reading.starting(end)
        whole = reading.tokens[reading.starts[start]].end <= end
        return whole and (end >= len(text) or text[end] in "，、。（）；\n" or bool(after & PERSON_VERB) or end in reading.view.gaps)
    if text[start] in tables().joining:
        return verb_follows(reading, end) and text[end : end + 1] not in ("，", "。")
    return end - start > 2 or text[start] not in tables().particles or verb_follows(reading, end)


def _after_words(reading: Reading, cast: Cast) -> None:
    """Names right after a post or an introduction, and the names that 、 joins to them."""
    text = reading.text
    for start, end, classes in reading.tokens:
        if not classes & (POST | INTRODUCTION):
            continue
        at = end
        if at < len(text) and text[at] == "：" and classes & INTRODUCTION:
            at += 1
        elif at < len(text) and text[at] == "的" and "任" in text[max(0, start - 30) : start]:
            at += 1
        if at < len(text) and text[at - 1] == "：":
            at = _behind_body(reading, at)
        stop = name_end(reading, at, open_ended=bool(classes & POST)) or (classes & BYLINE and _minority_end(reading, at))
        if classes & INTRODUCTION and not classes & (BYLINE | POST):
            if not (text[at : at + 1] in tables().common and _vouched(reading, stop)) or reading.starting(at) & NOUN:
                continue
        if stop and follows(reading, stop) and _firm(reading, at, stop):
            rule = "name-after-post" if classes & POST else "name-in-byline" if classes & BYLINE else "name-after-introduction"
            cast.believe(text, at, stop, rule)
            _chain(reading, cast, at, stop, rule)


def _behind_body(reading: Reading, at: int) -> int:
    """Return where a name begins behind a body's name: ``作者：办公室 李白云``."""
    if not surname(reading.text, at) or reading.starting(at) & ORGANIZATION:
        for gap in range(at + 2, at + 14):
            if gap in reading.view.gaps and reading.ending(gap) & ORGANIZATION:
                return gap
    return at


def _vouched(reading: Reading, end: int) -> bool:
    """Whether what follows a name is what only people do, or a comma between names."""
    return end > 0 and (reading.text[end : end + 1] in ("、", "，", "（", "") or bool(reading.starting(end) & PERSON_VERB))


def _chain(reading: Reading, cast: Cast, start: int, end: int, rule: str) -> None:
    """Follow 、 (and a closing 和) from a believed name to further names."""
    text, found = reading.text, [(start, end)]
    while True:
        end = _skip_bracket(text, end)
        step = 1 if text[end : end + 1] in ("、", "和", "及", "与") else 2 if text.startswith("以及", end) else 0
        if not step and rule == "name-in-byline" and end in reading.view.gaps:
            stop = name_end(reading, end, open_ended=False) or _minority_end(reading, end)
        elif step:
            stop = name_end(reading, end + step, open_ended=text[end] == "、")
        else:
            break
        if not stop or not follows(reading, stop):
            break
        if step and text[end] != "、" and not (_vouched(reading, stop) or reading.starting(stop) & HARD):
            break
        start, end = end + step, stop
        if reading.starting(start) & NOUN and reading.tokens[reading.starts[start]].end >= end and text[end - 1] in _PLACE_ENDS:
            break
        found.append((start, end))
        cast.believe(text, start, end, rule if rule == "name-in-byline" else "name-in-list")
    if len(found) > 1:
        cast.lists.append(found)


def _minority_end(reading: Reading, start: int) -> int:
    """Return the end of a minority's name at ``start`` in a byline, or 0."""
    return name_end(reading, start, open_ended=True) if reading.text.startswith(tables().beginnings, start) else 0


def _skip_bracket(text: str, at: int) -> int:
    """Return the end of a short bracket that starts at ``at`` (``（女，藏族）``), or ``at``."""
    if text[at : at + 1] == "（":
        close = text.find("）", at, at + 16)
        if close > 0:
            return close + 1
    return at


_BYLINE = re.compile(r"(?:讯|日电|消息)（([^（）\n]{2,40})）|●")


def _bylines(reading: Reading, cast: Cast) -> None:
    """``本报讯（赵南林 王志华）`` and ``●杨健民``."""
    for found in _BYLINE.finditer(reading.text):
        at = found.start(1) if found[1] else found.end()
        stop = name_end(reading, at, open_ended=False)
        if stop and follows(reading, stop):
            cast.believe(reading.text, at, stop, "name-in-byline")
            _chain(reading, cast, at, stop, "name-in-byline")


def _lists(reading: Reading, cast: Cast) -> None:
    """Names joined by 、 that begin a clause: ``余春存、余世明、李海祥、杨斐然等县领导出席会议``."""
    text = reading.text
    comma = text.find("、")
    while comma >= 0:
        start = _clause_start(reading, comma)
        names = _strict_list(reading, start) if start >= 0 else []
        if names:
            for left, right in names:
                cast.believe(text, left, right, "name-in-list")
            if names not in cast.lists:
                cast.lists.append(names)
            comma = text.find("、", names[-1][1])
        else:
            comma = text.find("、", comma + 1)


def _clause_start(reading: Reading, comma: int) -> int:
    """Return where the name that ends at a 、 begins, if a clause or a boundary word stands before it, or -1."""
    text = reading.text
    for size in (3, 2, 4, 5, 6):
        start = comma - size
        if start < 0:
            continue
        if start == 0 or text[start - 1] in _CLAUSE_STARTS or start in reading.view.gaps or reading.ending(start) & (LEFT | HARD | POST):
            if name_end(reading, start, open_ended=False) == comma:
                return start
    return -1


def _strict_list(reading: Reading, start: int) -> list[tuple[int, int]]:
    """Return the names of the list at ``start`` if everything in it can be one, and enough of it must be."""
    text, found, odd = reading.text, [], 0
    while True:
        stop = name_end(reading, start, open_ended=bool(found))
        if not stop or not follows(reading, stop):
            break
        if reading.starting(start) & NOUN or text[stop - 1] in _PLACE_ENDS or text[start] in tables().particles and stop - start == 2:
            odd += 1
        odd += not surname(text, start) and DOT not in text[start:stop]
        found.append((start, stop))
        start = _skip_bracket(text, stop)
        if text[start : start + 1] not in ("、", "和", "及"):
            break
        start += 1
    if text[start - 1 : start] in ("、", "和", "及") and len(found) > 1 and text[start - 1] == "、":
        return []
    end = found[-1][1] if found else 0
    end = _skip_bracket(text, end)
    firm = bool(reading.starting(end) & PERSON_VERB) if found else False
    enough = len(found) >= 3 and odd * 4 <= len(found) or len(found) == 2 and firm and not odd
    return found if enough else []


def _subjects(reading: Reading, cast: Cast) -> None:
    """Names at the start of a clause before what only people do: ``肖捷参加``, ``会议由蔡梅生主持``, ``杨武受主席团委托``."""
    text = reading.text
    for start, end, classes in reading.tokens:
        sure = classes & PERSON_VERB and not classes & ETCETERA
        if not sure and not (classes & HARD and text[start] in "就受代作当"):
            continue
        for size in (3, 2, 4):
            at = start - size
            if at < 0 or not surname(text, at) or reading.starting(at) & (NOUN | ENDS_NAME & ~SOFT):
                continue
            if not (at == 0 or text[at - 1] in _CLAUSE_STARTS or at in reading.view.gaps or text[at - 1] in "由受和与请"):
                continue
            if name_end(reading, at, open_ended=False) != start or text[start - 1] in _PLACE_ENDS or text[at] in tables().particles:
                continue
            sure = sure or text.startswith(("受", "代表"), start)
            if size == 2 and not (sure and text[at] in tables().common and (text[end : end + 1] in "，：。；“、会并了" or text[start] in "受代")):
                continue
            cast.believe(text, at, start, "name-before-verb")
            break


_APPOINTING = re.compile(r"(?:任命|免去|提名|推选|选举|决定任命|补选|增选|由|[：；\n])")


def _appointed(reading: Reading, cast: Cast) -> None:
    """Names whom a sentence puts in or out of office: ``免去额尔其图的旗人民法院院长职务``, ``次仁卓嘎（女，藏族）为县水利局局长``."""
    text = reading.text
    if "任命" not in text and "免去" not in text and "提名" not in text:
        return
    for found in _APPOINTING.finditer(text):
        at = found.end()
        if not is_han(text[at : at + 1] or "。"):
            continue
        stop = name_end(reading, at, open_ended=True) or _run_before(reading, at)
        after = _skip_bracket(text, stop)
        if stop and text[after : after + 1] in ("为", "的") and 2 <= stop - at <= 8:
            tail = text[after : after + 30]
            if tail.startswith("为") and any(reading.ending(i) & POST for i in range(after + 2, after + 30)) or "职务" in tail:
                cast.believe(text, at, stop, "name-appointed")


def _run_before(reading: Reading, at: int) -> int:
    """Return where the Han run at ``at`` reaches 为, 的 or a bracket within seven characters, or 0."""
    text = reading.text
    for position in range(at + 2, min(at + 8, len(text))):
        if text[position] in "为的（":
            return position
        if not is_han(text[position]):
            return 0
    return 0


def _before_titles(reading: Reading, cast: Cast) -> None:
    """Names before a title or 同志: ``应柏平副厅长``, ``张德江委员长主持``, ``焦裕禄同志``."""
    text, names = reading.text, tables()
    for start, end, classes in reading.tokens:
        title = classes & POST and text[start:end] in _after_name()
        comrade = classes & HONORIFIC or text.startswith("同志", start)
        if not title and not comrade:
            continue
        for size in (3, 2, 4):
            at = start - size
            family = surname(text, at) if at >= 0 else 0
            if not family or size - family not in (1, 2) or not all(map(is_han, text[at:start])):
                continue
            if size == 2 and (text[at] not in names.common or text[at] in names.particles):
                continue
            if reading.starting(at) & ~SOFT or any(reading.starting(i) & ~SOFT for i in range(at + 1, start)):
                continue
            if text[start - 1] in _PLACE_ENDS or names.never & set(text[at + family : start]):
                continue
            before = reading.ending(at)
            if at == 0 or text[at - 1] in _CLAUSE_STARTS or at in reading.view.gaps or before & (LEFT | HARD | POST | ORGANIZATION | ATTEND | ACT) or text.startswith("总书记", start):
                cast.believe(text, at, start, "name-before-title")
                break


def _dotted(reading: Reading, cast: Cast) -> None:
    """Names with dots wherever they stand outside book titles: ``买买提·吐尔逊``."""
    text = reading.text
    dot = text.find(DOT)
    while dot >= 0:
        start = dot
        while start > 0 and is_han(text[start - 1]) and dot - start < 8 and start not in reading.view.gaps and not reading.ending(start) & ENDS_NAME & ~SOFT:
            start -= 1
        stop = name_end(reading, start, open_ended=True) if start < dot else 0
        if stop > dot and text.count("《", 0, dot) == text.count("》", 0, dot) and not any(text[start:stop] in name for name in cast.first):
            cast.believe(text, start, stop, "name-with-dot")
        dot = text.find(DOT, max(stop, dot + 1))


@cache
def _after_name() -> frozenset[str]:
    return frozenset(words("words", "posts.after_name"))


@cache
def _doctrines() -> tuple[str, ...]:
    return words("words", "doctrines.endings")


def _mention(reading: Reading, cast: Cast) -> None:
    """Find every mention of the names believed; longer names first, none inside another; doctrines are no mentions."""
    text = reading.text
    taken: dict[int, int] = {}
    for name, (_, _, rule) in sorted(cast.first.items()):
        # 班禅 for 班禅额尔德尼·确吉杰布, 万贯同志 for 钱万贯: part of a longer name, believed on less.
        if rule in _WEAK and any(name != other and (other.startswith(name) or other.endswith(name)) for other in cast.first):
            del cast.first[name]
    for name in sorted(cast.first, key=len, reverse=True):
        at, seen = text.find(name), False
        while at >= 0:
            end = at + len(name)
            if not any(position in taken for position in (at, end - 1)):
                if not text.startswith(_doctrines(), end):
                    cast.mentions.append(Mention(at, end, name))
                    seen = True
                taken.update(dict.fromkeys(range(at, end), at))
            at = text.find(name, end)
        if not seen:
            del cast.first[name]
    cast.mentions.sort()
