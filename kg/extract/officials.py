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
from kg.extract.reading import ACT, ATTEND, BYLINE, ETCETERA, GROUP, HARD, HONORIFIC, INTRODUCTION, LEFT, MEETING, NOUN, ORGANIZATION, PLACE, POST, SOFT, Reading
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
        return whole and (bool(after & PERSON_VERB) or text[end : end + 1] in ("；", "（", "）") or end in reading.view.gaps)
    names = tables()
    if first & PLACE and reading.tokens[reading.starts[start]].end == end:
        return bool(reading.starting(end) & PERSON_VERB)
    if text[start] in names.joining:
        listed = end - start > 2 and text[start] != "和" and (text[end : end + 1] in ("、", "，", "（") or text.startswith("一行", end))
        return listed or bool(reading.starting(end) & PERSON_VERB)
    if text[start] not in names.common and DOT not in text[start:end] and text[start : start + 2] not in names.compound:
        return verb_follows(reading, end) or end in reading.view.gaps or not is_han(text[end]) or text[end] in "为就在对及并也还和同说等"
    return end - start > 2 or text[start] not in names.particles or verb_follows(reading, end)


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
        if classes & INTRODUCTION and not classes & POST and stop and not _introduced(reading, start, end, at, stop, classes):
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


def _introduced(reading: Reading, start: int, end: int, at: int, stop: int, classes: int) -> bool:
    """Whether what follows an introduction is a name: 记者从 and 儿童权益 are none."""
    text = reading.text
    apart = at != end or end in reading.view.gaps
    if classes & BYLINE and text[start:end] in words("words", "introductions.credits"):
        return apart
    if DOT in text[at:stop] or text.startswith(tables().beginnings, at):
        return bool(classes & BYLINE) or _vouched(reading, stop)
    if text[at] not in tables().common and text[at : at + 2] not in tables().compound or _plain(reading, at, stop):
        return bool(classes & BYLINE) and apart and not _plain(reading, at, stop)
    return bool(classes & BYLINE) or _vouched(reading, stop) and (stop - at > 2 or bool(reading.starting(stop) & PERSON_VERB))


def _plain(reading: Reading, start: int, end: int) -> bool:
    """Whether an everyday word begins or ends what would be a name: 高质量, 文学|创作."""
    if reading.starting(start) & NOUN or reading.starting(start) & PLACE and reading.tokens[reading.starts[start]].end >= end:
        return True
    index = reading.ends.get(end)
    return index is not None and start < reading.tokens[index].start < end - 1 and bool(reading.tokens[index].classes & (NOUN | ORGANIZATION | MEETING))


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
    if not found:
        return []
    end = _skip_bracket(text, end)
    if any(_plain(reading, left, right) for left, right in found):
        return []
    if _people_follow(reading, end):
        return found if len(found) >= 3 and odd * 4 <= len(found) or len(found) == 2 and not odd else []
    known = tables()
    common = all(text[left] in known.common or text[left : left + 2] in known.compound or DOT in text[left:right] for left, right in found)
    long = sum(right - left > 2 for left, right in found) * 2 >= len(found)
    return found if len(found) >= 3 and not odd and common and long else []


def _people_follow(reading: Reading, end: int) -> bool:
    """Whether what follows a list says that its members are people: a verb, or 等 with a count, a post or a group."""
    text = reading.text
    classes = reading.starting(end)
    if text[end : end + 1] == "为":
        return any(reading.ending(position) & POST for position in range(end + 3, min(end + 16, len(text) + 1)))
    if text[end : end + 1] != "等" or not classes & ETCETERA:
        return bool(classes & PERSON_VERB)
    index = reading.starts[end]
    at = reading.tokens[index].end
    if at - end > 1:
        return True
    while at < len(text) and (text[at].isdigit() or text[at] in "一二三四五六七八九十多余"):
        at += 1
    if text[at : at + 1] in ("位", "名", "人"):
        return True
    if text[at : at + 1] in ("在", "就", "先", "分", "也", "还"):
        return True
    for step in range(9):
        if text[at + step : at + step + 1] in ("，", "。", "、", "；", ""):
            return step == 0 and text[at : at + 1] != "、"
        if reading.starting(at + step) & (POST | GROUP | INTRODUCTION | PERSON_VERB | HONORIFIC):
            return True
    return False


def _subjects(reading: Reading, cast: Cast) -> None:
    """Names at the start of a clause before what only people do: ``肖捷参加``, ``会议由蔡梅生主持``, ``杨武受主席团委托``."""
    text = reading.text
    for start, end, classes in reading.tokens:
        sure = classes & PERSON_VERB and not classes & ETCETERA
        if not sure and not (classes & HARD and _does(text, start, end)):
            continue
        for size in (3, 2, 4):
            at = start - size
            if at < 0 or not surname(text, at) or reading.starting(at) & (NOUN | ENDS_NAME & ~SOFT):
                continue
            if not (at == 0 or text[at - 1] in _CLAUSE_STARTS or at in reading.view.gaps or text[at - 1] in "由受请"):
                continue
            known = text[at] in tables().common or text[at : at + 2] in tables().compound or set(text[at:start]) <= tables().transliteration
            if not known or text[at - 1 : at] == "、" and (size == 2 or not sure) or _plain(reading, at, start) or text[start - 1] in _not_last():
                continue
            if name_end(reading, at, open_ended=False) != start or text[start - 1] in _PLACE_ENDS or text[at] in tables().particles:
                continue
            if size == 2 and not (sure and text[at] in tables().common and text[end : end + 1] in "，：。；“、会并了") and text[start] not in "受代":
                continue
            cast.believe(text, at, start, "name-before-verb")
            break


def _does(text: str, start: int, end: int) -> bool:
    """Whether a word that others do too is here what a person does: 受…委托, 代表…发言, 就…作说明, 当选."""
    word, tail = text[start:end], text[end : end + 24]
    if word == "受":
        return "委托" in tail
    if word in ("就", "作", "代表"):
        return not tail.startswith("了") and any(done in tail for done in ("报告", "讲话", "发言", "说明", "汇报", "致辞", "部署", "总结", "要求", "意见", "安排"))
    return word == "当选"


@cache
def _not_last() -> frozenset[str]:
    return frozenset(words("words", "boundaries.not_last"))


_APPOINTING = re.compile(r"(?:任命|免去|提名|推选|选举|决定任命|补选|增选|由|[：；\n])")


def _appointed(reading: Reading, cast: Cast) -> None:
    """Names whom a sentence puts in or out of office: ``免去额尔其图的旗人民法院院长职务``, ``次仁卓嘎（女，藏族）为县水利局局长``."""
    text = reading.text
    if "任命" not in text and "免去" not in text and "提名" not in text:
        return
    for found in _APPOINTING.finditer(text):
        at = found.end()
        if not is_han(text[at : at + 1] or "。") or reading.starting(at) & (LEFT | HARD) and reading.tokens[reading.starts[at]].end > at + 1:
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
        if not is_han(text[position]) or reading.starting(position) & ~SOFT:
            return 0
    return 0


def _before_titles(reading: Reading, cast: Cast) -> None:
    """Names before a title or 同志: ``应柏平副厅长``, ``张德江委员长主持``, ``焦裕禄同志``."""
    text, names = reading.text, tables()
    for start, end, classes in reading.tokens:
        title = classes & POST and text[start:end] in _courtesy()
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
            if text[at] in names.joining or text[at] in names.particles and size < 3 or text[start - 1] in names.unlikely | {"中", "前"}:
                continue
            if text[start - 1] in _PLACE_ENDS or names.never & set(text[at + family : start]):
                continue
            before = reading.ending(at)
            if at == 0 or text[at - 1] in _CLAUSE_STARTS or at in reading.view.gaps or before & (LEFT | HARD | POST | ORGANIZATION | ATTEND | ACT) or text.startswith("总书记", start):
                cast.believe(text, at, start, "name-before-title")
                break


def _dotted(reading: Reading, cast: Cast) -> None:
    """Names with dots wherever they stand outside titles and quotation marks: ``买买提·吐尔逊``."""
    text, letters = reading.text, tables().transliteration
    dot = text.find(DOT)
    while dot >= 0:
        start = dot
        while start > 0 and text[start - 1] in letters and dot - start < 7 and start not in reading.view.gaps:
            if start < dot and reading.ending(start) & ENDS_NAME and reading.tokens[reading.ends[start]].start < start - 1:
                break
            start -= 1
        stop = name_end(reading, start, open_ended=True) if start < dot else 0
        while stop > dot + 2 and text[stop - 1] not in letters:
            stop -= 1
        if reading.starting(stop) & ORGANIZATION or text.startswith("公司", stop):
            stop = 0
        foreign = sum(character in letters for character in text[start:stop]) * 4 >= (stop - start - 1) * 3
        if stop > dot + 1 and foreign and not _quoted(text, dot) and not any(text[start:stop] in name for name in cast.first):
            cast.believe(text, start, stop, "name-with-dot")
        dot = text.find(DOT, max(stop, dot + 1))


def _quoted(text: str, at: int) -> bool:
    """Whether a position stands inside a title or quotation marks."""
    return any(text.rfind(left, max(0, at - 40), at) > text.rfind(right, max(0, at - 40), at) for left, right in ("《》", "“”", "【】", "‘’"))


@cache
def _courtesy() -> frozenset[str]:
    return frozenset(words("words", "posts.courtesy"))


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
