"""Meetings that the article reports as held, and the words that name them.

``省委书记巴音朝鲁主持召开省委常委会议暨疫情防控工作领导小组会议``, ``全国就业创业工作电视电话会议5月19日在京召开``,
``中共中央政治局常务委员会召开会议`` (unnamed), ``刘云山出席座谈会并讲话``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache

from kg.extract.officials import Cast
from kg.extract.reading import ATTEND, CHAIR, HARD, HOLD, MEETING, ORGANIZATION, SAY, Reading, Token
from kg.lexicon import words

_STOPS = frozenset("，。；：！？\n")
_ALIKE = 0.6
"""Share of two names in common from which they name one meeting."""


@dataclass(slots=True)
class Met:
    """A meeting: where it is first told, the best range of its name, and the sentences that tell of it."""

    start: int
    end: int
    rule: str
    sentence: int
    name: tuple[int, int] | None = None
    names: list[tuple[int, int]] = field(default_factory=list)
    last: int = 10**9
    another: bool = False
    headline: bool = False


@cache
def held(entry: str) -> tuple[str, ...]:
    """Return a list of ``[held]`` in ``kg/lexicon/words.toml``, longest first."""
    return tuple(sorted(words("words", f"held.{entry}"), key=len, reverse=True))


def find(reading: Reading, cast: Cast) -> list[Met]:
    """Return the meetings of an article in the order in which it tells of them; ``last`` ends the reach of each."""
    text = reading.text
    if any(sign in text for sign in words("words", "novel.signs")):
        return []
    found: list[Met] = []
    announced = any(sign in text for sign in held("announcing"))
    headlines = _headlines(reading)
    speaking = False
    for index, (start, end) in enumerate(reading.sentences):
        speech = start if speaking else speech_start(reading, start, end)
        for met in _told(reading, index, start, speech):
            met.headline = index < headlines
            _place(reading, found, met)
        # What ； joins to a speech is still the speech.
        speaking = speech < end and text[end - 1] == "；"
    if not found and not announced:
        found = _attended(reading, cast)
    if announced and not any(met.rule == "meeting-chaired" for met in found):
        return []
    unnamed = len(found) == 1 and found[0].name is None
    _complete(reading, found)
    if found and (unnamed or found[0].rule in ("meeting-attended", "meeting-presided") or found[0].sentence <= headlines):
        found[0].sentence = 0
    for this, following in zip(found, found[1:], strict=False):
        this.last = following.sentence
    return found


def _headlines(reading: Reading) -> int:
    """Return how many sentences at the beginning are lines of headlines: none of them ends as a sentence does."""
    for index, (_, end) in enumerate(reading.sentences):
        if reading.text[end - 1] in "。！？；”）":
            return index
    return 0


def speech_start(reading: Reading, start: int, end: int) -> int:
    """Return where a sentence begins to give somebody's words, or its end."""
    text = reading.text
    for token in reading.tokens[reading.token_after(start) : reading.token_after(end)]:
        if text[token.end : token.end + 1] not in ("，", "："):
            continue
        if token.classes & SAY or token.start - start <= 4 and text[token.start : token.end] in held("deciding"):
            return token.end
    if text[end - 1] == "：":
        return end
    colon = text.find("：", start, end)
    return colon if colon > start and any(word in text[start:colon] for word in ("要求", "意见", "强调", "指出")) else end


def tokens_in(reading: Reading, start: int, end: int, classes: int) -> list[Token]:
    """Return the tokens of some of ``classes`` within a range, in order."""
    first, last = reading.token_after(start), reading.token_after(end)
    return [token for token in reading.tokens[first:last] if token.classes & classes and token.end <= end]


def _told(reading: Reading, index: int, start: int, end: int) -> list[Met]:
    """Return the meetings that a sentence tells as held."""
    text, found = reading.text, []
    for token in tokens_in(reading, start, end, HOLD | CHAIR):
        if not _happened(text, start, token):
            continue
        name = _object(reading, token.end, end)
        rule = "meeting-called" if token.classes & HOLD else "meeting-chaired"
        if name is None and token.classes & HOLD and token.classes & CHAIR == 0:
            name, rule = _subject(reading, start, token), "meeting-held"
        if name is None and token.classes & CHAIR:
            name, rule = _presided(reading, start, token), "meeting-presided"
        if name is None:
            continue
        name = _unwrap(text, name)
        met = Met(token.start, token.end, rule, index)
        if not _is_generic(text[name[0] : name[1]]):
            met.name = name
            met.names.append(name)
        met.another = any(word in text[start : token.start] for word in held("another")) or _dated(text, start, token.start)
        found.append(met)
    return found


_DATE = re.compile(r"[0-9]日|[0-9]月|[0-9]号")


def _dated(text: str, start: int, end: int) -> bool:
    """Whether a date stands before the verb that tells of a meeting."""
    return _DATE.search(text, start, end) is not None


def _unwrap(text: str, name: tuple[int, int]) -> tuple[int, int]:
    """Leave out 的, 了 and quotation marks around a whole name."""
    start, end = name
    while start < end and text[start] in "的了":
        start += 1
    if text[start] in "“‘" and text[end - 1] in "”’" and text.find("”" if text[start] == "“" else "’", start, end) == end - 1:
        start, end = start + 1, end - 1
    return start, end


def _presided(reading: Reading, start: int, token: Token) -> tuple[int, int] | None:
    """Return the meeting of ``结业式由区委书记斯福民主持``: what stands at the start of the clause before 由."""
    text = reading.text
    by = text.rfind("由", start, token.start)
    if by < 0:
        return None
    index = reading.ends.get(by)
    if index is None or not reading.tokens[index].classes & MEETING:
        return None
    clause = max(text.rfind(mark, start, by) for mark in "，。；：\n") + 1
    return _strip_times(text, max(clause, start), reading.tokens[index].start), by


def _happened(text: str, start: int, token: Token) -> bool:
    """Whether a verb of holding tells of a meeting held: not to come, not before or after it."""
    if text.startswith(held("not_held_after"), token.end) and not text.startswith(("时", "的"), token.end):
        return False
    if text[token.end : token.end + 1].isdigit() and text[token.end + 1 : token.end + 4].find("次") >= 0:
        return False
    clause = max(text.rfind(mark, start, token.start) for mark in "，。；：\n") + 1
    before = text[max(clause, start) : token.start]
    if re.search("[0-9几多数]次$", before):
        return False
    for word in held("not_held_before"):
        at = before.find(word)
        if at >= 0 and (len(word) > 1 or at + 12 >= len(before) and before[at - 1 : at] not in ("主", "重", "纲", "首", "摘", "必", "书", "响", "相", "适", "供", "反", "对")):
            return False
    return True


def _object(reading: Reading, at: int, end: int) -> tuple[int, int] | None:
    """Return the meeting that follows a verb, ``召开市疫情防控工作会议，``, or None."""
    text = reading.text
    if text[at : at + 1] == "了":
        at += 1
    relative = text[at : at + 1] == "的"
    limit, depth = at, 0
    while limit < end and (depth or text[limit] not in _STOPS):
        depth += text[limit] in "《“‘（"
        depth -= text[limit] in "》”’）"
        depth = max(depth, 0)
        limit += 1
    best = None
    for token in tokens_in(reading, at, limit, MEETING):
        stop = token.end
        if text[stop : stop + 1] in ("”", "’"):
            stop += 1
        if relative and not (text.startswith("上", stop) or reading.starting(stop) & SAY):
            continue
        if stop == limit or relative or text.startswith(held("after_name"), stop) or reading.starting(stop) & (HOLD | ATTEND | CHAIR):
            if text.startswith(("形式", "精神", "方式"), token.end):
                continue
            if best is None or text[best[1] : token.start].startswith(("暨", "和")) or not text.startswith(held("after_name"), best[1]):
                best = (at, stop)
    return best


def _subject(reading: Reading, start: int, token: Token) -> tuple[int, int] | None:
    """Return the meeting that stands before a verb, ``民营企业家迎春座谈会19日在京召开``, or None."""
    text = reading.text
    clause = start
    for mark in "，。；：！？\n）":
        at = text.rfind(mark, start, token.start)
        if mark == "）" and at >= 0 and "（" in text[start:at] and text.rfind("（", start, at) > clause and text[at - 1] not in "0123456789日":
            continue
        clause = max(clause, at + 1)
    heads = [head for head in tokens_in(reading, clause, token.start, MEETING) if not text.startswith(("形式", "精神", "方式"), head.end)]
    if not heads and text[clause : clause + 1] in ("于", "在") and clause > start:
        previous = clause - 1
        heads = tokens_in(reading, max(start, previous - 60), previous, MEETING)
        heads = [head for head in heads if head.end == previous or text.startswith(("圆满", "完成", "在完成"), head.end)]
        clause = max(text.rfind(mark, start, previous) for mark in "，。；：！？\n") + 1
        clause = max(clause, start)
    if not heads:
        return None
    head = heads[-1]
    clause = _behind_byline(text, clause, head.start)
    return _strip_times(text, clause, head.start), head.end + (text[head.end : head.end + 1] in ("”", "’"))


_BYLINE = re.compile(r"(?:讯|电|消息)(?:（[^（）]*）)?：?")
_TIME = re.compile(r"[0-9年月日号至—\-]+[日号月](?:上午|下午|晚上?)?")


def _behind_byline(text: str, start: int, end: int) -> int:
    """Return where a clause goes on behind ``本报讯（记者…）``."""
    found = _BYLINE.search(text, start, end)
    return found.end() if found and found.end() - start < 40 else start


def _strip_times(text: str, start: int, end: int) -> int:
    """Return where a name begins behind the times at the start of its clause."""
    while start < end:
        for word in held("times"):
            if text.startswith(word, start) and start + len(word) < end:
                start += len(word)
                break
        else:
            found = _TIME.match(text, start)
            if found and found.end() < end:
                start = found.end()
                continue
            return start
    return start


def _is_generic(name: str) -> bool:
    return name in held("generic")


def _place(reading: Reading, found: list[Met], met: Met) -> None:
    """Add a meeting to those found, or to the one that it is told of again."""
    text = reading.text
    for known in reversed(found):
        if met.name is None or known.name is None or known.headline and not met.headline and len(found) == 1:
            if not met.another or met.name is None or known.headline:
                _merge(text, known, met)
                return
            continue
        if _same(text[known.name[0] : known.name[1]], text[met.name[0] : met.name[1]]):
            _merge(text, known, met)
            return
    if found and not met.another:
        _merge(text, found[-1], met, keep=True)
        return
    found.append(met)


def _merge(text: str, known: Met, met: Met, keep: bool = False) -> None:
    known.names += met.names
    if met.name and not keep and (known.name is None or met.name[1] - met.name[0] > known.name[1] - known.name[0]):
        known.name = met.name
    if known.headline and not met.headline:
        known.headline, known.start, known.end, known.sentence, known.rule = False, met.start, met.end, met.sentence, met.rule


_ORDINAL = re.compile(r"第?([0-9一二三四五六七八九十百]+)次")


def _same(left: str, right: str) -> bool:
    """Whether two names can be one meeting's: alike, and no ordinal that tells them apart."""
    ordinals = [_ORDINAL.findall(name) for name in (left, right)]
    if ordinals[0] and ordinals[1] and ordinals[0][-1] != ordinals[1][-1]:
        return False
    short, long = sorted((left, right), key=len)
    return short in long or long.endswith(short[-4:]) and SequenceMatcher(None, left, right, autojunk=False).ratio() >= _ALIKE or _abbreviates(short, long)


def _abbreviates(short: str, long: str) -> bool:
    """Whether every character of the short name stands in the long one in order."""
    at = 0
    for character in short:
        at = long.find(character, at) + 1
        if not at:
            return False
    return True


def _attended(reading: Reading, cast: Cast) -> list[Met]:
    """Return the meeting of an article that only tells who was there: ``刘云山出席座谈会并讲话``, ``副市长董春科主持会议``."""
    text = reading.text
    for index, (start, end) in enumerate(reading.sentences):
        for token in tokens_in(reading, start, end, ATTEND | CHAIR):
            if not any(start <= mention.start < token.start for mention in cast.mentions):
                continue
            if token.start > speech_start(reading, start, end) or not _happened(text, start, token):
                continue
            name = _object(reading, token.end, end)
            verb = text[token.start : token.end]
            if name is None and not verb.endswith(("会议", "座谈会", "大会")):
                continue
            met = Met(token.start, token.end, "meeting-attended", index)
            if name is None and verb.endswith("座谈会"):
                name = (token.end - 3, token.end)
            if name is not None and not _is_generic(text[name[0] : name[1]]):
                met.name = name
            return [met]
    return []


_SERIES = re.compile(r"第[0-9一二三四五六七八九十百]+次(?:全体)?会议")


def _complete(reading: Reading, found: list[Met]) -> None:
    """Give an unnamed meeting the name that 在…上 tells, and a name that is only a number the body before it elsewhere."""
    text = reading.text
    for met in found:
        if met.name is None and len(found) == 1:
            for token in tokens_in(reading, 0, len(text), HARD | MEETING):
                start, end = token.start, token.end
                if token.classes & HARD and text[start] == "在" and text[end - 2 : end] == "会上":
                    start, end = start + 1, end - 1
                if text[start - 1] == "在" and text[end : end + 1] == "上" and end - start > 2 and not _is_generic(text[start:end]):
                    met.name = (start, end)
                    break
        elif met.name and _SERIES.fullmatch(text[met.name[0] : met.name[1]]):
            name = text[met.name[0] : met.name[1]]
            at = text.find(name)
            while at >= 0:
                index = reading.ends.get(at)
                if index is not None and reading.tokens[index].classes & ORGANIZATION:
                    met.name = (reading.tokens[index].start, at + len(name))
                    break
                at = text.find(name, at + 1)
