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
from kg.extract.reading import ATTEND, CHAIR, HOLD, MEETING, SAY, Reading, Token
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


@cache
def held(entry: str) -> tuple[str, ...]:
    """Return a list of ``[held]`` in ``kg/lexicon/words.toml``, longest first."""
    return tuple(sorted(words("words", f"held.{entry}"), key=len, reverse=True))


def find(reading: Reading, cast: Cast) -> list[Met]:
    """Return the meetings of an article in the order in which it tells of them; ``last`` ends the reach of each."""
    if any(sign in reading.text for sign in words("words", "novel.signs")):
        return []
    found: list[Met] = []
    for index, (start, end) in enumerate(reading.sentences):
        for met in _told(reading, index, start, end):
            _place(reading, found, met)
    if not found:
        found = _attended(reading)
    _complete(reading, found)
    for this, following in zip(found, found[1:], strict=False):
        this.last = following.sentence
    return found


def tokens_in(reading: Reading, start: int, end: int, classes: int) -> list[Token]:
    """Return the tokens of some of ``classes`` within a range, in order."""
    return [token for token in reading.tokens if start <= token.start and token.end <= end and token.classes & classes]


def _told(reading: Reading, index: int, start: int, end: int) -> list[Met]:
    """Return the meetings that a sentence tells as held."""
    text, found = reading.text, []
    for token in tokens_in(reading, start, end, HOLD | CHAIR):
        verb = text[token.start : token.end]
        if _in_speech(reading, start, token.start) or not _happened(text, start, token):
            continue
        name = _object(reading, token.end, end)
        if name is None and token.classes & HOLD and not verb.endswith(("持", "持会议")):
            name = _subject(reading, start, token)
            if name is None:
                continue
            rule = "meeting-held"
        elif name is None:
            continue
        else:
            rule = "meeting-called" if token.classes & HOLD else "meeting-chaired"
        met = Met(token.start, token.end, rule, index)
        if not _is_generic(text[name[0] : name[1]]):
            met.name = name
            met.names.append(name)
        met.another = text.startswith(held("another"), start) or any(word in text[start : token.start] for word in held("another"))
        found.append(met)
    return found


def _in_speech(reading: Reading, start: int, at: int) -> bool:
    """Whether ``at`` stands in words that its sentence attributes to somebody."""
    return any(reading.text[token.end : token.end + 1] in ("，", "：") for token in tokens_in(reading, start, at, SAY))


def _happened(text: str, start: int, token: Token) -> bool:
    """Whether a verb of holding tells of a meeting held: not to come, not before or after it."""
    if text.startswith(held("not_held_after"), token.end) and not text.startswith(("时", "的"), token.end):
        return False
    if text[token.end : token.end + 1].isdigit() and text[token.end + 1 : token.end + 4].find("次") >= 0:
        return False
    clause = max(text.rfind(mark, start, token.start) for mark in "，。；：\n") + 1
    before = text[max(clause, start) : token.start]
    for word in held("not_held_before"):
        at = before.find(word)
        if at >= 0 and (len(word) > 1 or before.endswith(word) or before[at + 1 : at + 2] in ("于", "在")):
            return False
    return True


def _object(reading: Reading, at: int, end: int) -> tuple[int, int] | None:
    """Return the meeting that follows a verb, ``召开市疫情防控工作会议，``, or None."""
    text = reading.text
    if text[at : at + 1] == "了":
        at += 1
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
        if stop == limit or text.startswith(held("after_name"), stop) or reading.starting(stop) & (HOLD | ATTEND | CHAIR):
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
        heads = [head for head in tokens_in(reading, start, previous, MEETING) if head.end == previous]
        clause = max(text.rfind(mark, start, previous) for mark in "，。；：！？\n") + 1
        clause = max(clause, start)
    if not heads:
        return None
    head = heads[-1]
    return _strip_times(text, clause, head.start), head.end + (text[head.end : head.end + 1] in ("”", "’"))


_TIME = re.compile(r"[0-9〇一二三四五六七八九十]+年?[0-9〇一二三四五六七八九十]*月?[0-9〇一二三四五六七八九十]*[日号]?(?:上午|下午|晚上?)?")


def _strip_times(text: str, start: int, end: int) -> int:
    """Return where a name begins behind the times at the start of its clause."""
    while start < end:
        for word in held("times"):
            if text.startswith(word, start) and start + len(word) < end:
                start += len(word)
                break
        else:
            found = re.compile(r"[0-9年月日号至—\-]+[日号月](?:上午|下午|晚上?)?").match(text, start)
            if found and found.end() < end:
                start = found.end()
                continue
            if text[start] in "在于" and False:
                start += 1
                continue
            return start
    return start


def _is_generic(name: str) -> bool:
    return name in held("generic")


def _place(reading: Reading, found: list[Met], met: Met) -> None:
    """Add a meeting to those found, or to the one that it is told of again."""
    text = reading.text
    for known in reversed(found):
        if met.name is None or known.name is None:
            if not met.another or met.name is None:
                _merge(text, known, met)
                return
            continue
        if _same(text[known.name[0] : known.name[1]], text[met.name[0] : met.name[1]]):
            _merge(text, known, met)
            return
    if found and not met.another and met.name and len(text[met.name[0] : met.name[1]]) <= 3:
        _merge(text, found[-1], met, keep=True)
        return
    found.append(met)


def _merge(text: str, known: Met, met: Met, keep: bool = False) -> None:
    known.names += met.names
    if met.name and not keep and (known.name is None or met.name[1] - met.name[0] > known.name[1] - known.name[0]):
        known.name = met.name
    if known.rule == "meeting-headline":
        known.rule = met.rule


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


def _attended(reading: Reading) -> list[Met]:
    """Return the meeting of an article that only tells who was there: ``刘云山出席座谈会并讲话``, ``副市长董春科主持会议``."""
    text = reading.text
    for index, (start, end) in enumerate(reading.sentences):
        for token in tokens_in(reading, start, end, ATTEND | CHAIR):
            if _in_speech(reading, start, token.start) or not _happened(text, start, token):
                continue
            name = _object(reading, token.end, end)
            verb = text[token.start : token.end]
            if name is None and not verb.endswith(("会议", "座谈会", "大会")):
                continue
            met = Met(token.start, token.end, "meeting-attended", index)
            if name is None:
                head = next((head for head in held("generic") if verb.endswith(head)), None)
                if head is None:
                    name = (token.end - 3, token.end)
            if name is not None and not _is_generic(text[name[0] : name[1]]):
                met.name = name
            return [met]
    return []


def _complete(reading: Reading, found: list[Met]) -> None:
    """Give an unnamed meeting the name that the article uses elsewhere, and each the fullest of its own."""
    del reading, found
