"""What a meeting did and whom it only names as a group: agenda, what it conveyed, unnamed participants, counts, venues."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from kg.extract.meetings import Met
from kg.extract.officials import Cast
from kg.extract.posts import post_words
from kg.extract.reading import ATTEND, GROUP, POST, SAY, Reading
from kg.lexicon import table, words

_SPAN = tuple[int, int, str]
_LONGEST_CONVEYED = 60
_LONGEST_GROUP = 120


@dataclass(slots=True)
class Business:
    """Ranges in the view, each with a rule or a concept's key."""

    agenda: list[tuple[int, int, str]] = field(default_factory=list)
    conveys: list[_SPAN] = field(default_factory=list)
    groups: list[tuple[int, int, str]] = field(default_factory=list)
    branches: list[_SPAN] = field(default_factory=list)
    venue: _SPAN | None = None
    form: tuple[int, int, str] | None = None
    expected: tuple[int, int, int] | None = None
    present: tuple[int, int, int] | None = None


@cache
def _pattern(section: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """Return a pattern of all words of a section of ``meetings.toml`` and the key of each."""
    keys = {word: key for key in table("meetings")[section] for word in words("meetings", f"{section}.{key}")}
    return re.compile("|".join(map(re.escape, sorted(keys, key=len, reverse=True)))), keys


def find(reading: Reading, cast: Cast, met: Met) -> Business:
    """Return what the sentences of a meeting say of its business."""
    found = Business()
    for index in range(met.sentence, min(met.last, len(reading.sentences))):
        start, end = reading.sentences[index]
        speech = _speech_start(reading, start, end)
        _agenda(reading, start, speech, found)
        _conveys(reading, start, speech, found, met)
        _groups(reading, cast, start, speech, found)
        _counts(reading, start, end, found)
        _venues(reading, start, end, found)
    return found


def _speech_start(reading: Reading, start: int, end: int) -> int:
    """Return where a sentence turns from telling to quoting."""
    for token in reading.tokens[reading.token_after(start) :]:
        if token.start >= end:
            break
        if token.classes & SAY and reading.text[token.end : token.end + 1] in "，：":
            return token.start
    return end


def _agenda(reading: Reading, start: int, end: int, found: Business) -> None:
    """``会议听取了…汇报，审议通过…``: a verb at the start of a clause and what follows it up to the next."""
    pattern, keys = _pattern("business")
    text = reading.text
    for verb in pattern.finditer(text, start, end):
        before = text[verb.start() - 1 : verb.start()] if verb.start() > start else ""
        if before and before not in "，；、议会还并了上先后" and verb.start() != start:
            continue
        stop = next((at for at in range(verb.end(), end) if text[at] in "，。；\n"), end)
        if stop - verb.end() < 2:
            continue
        found.agenda.append((verb.start(), stop, keys[verb[0]]))


@cache
def _conveying() -> re.Pattern[str]:
    return re.compile("|".join(sorted(words("meetings", "conveyed.verbs"), key=len, reverse=True)))


def _conveys(reading: Reading, start: int, end: int, found: Business, met: Met) -> None:
    """``传达学习了中央农村工作会议、省委经济工作会议精神``: what stands between the verb and 精神 or the clause's end."""
    text = reading.text
    del met
    at = start
    while True:
        verb = _conveying().search(text, at, end)
        if not verb:
            return
        at = verb.end()
        stop = at
        depth = 0
        while stop < end and (depth or text[stop] not in "，。；\n"):
            depth += text[stop] in "《（"
            depth -= text[stop] in "》）"
            stop += 1
        spirit = text.find("精神", at, stop)
        last = spirit if spirit > 0 else stop
        if not any(word in text[at : last + 2] for word in words("meetings", "conveyed.needs")) or last - at > _LONGEST_CONVEYED:
            continue
        for left, right in _parts(text, at, last):
            if right - left >= 3:
                found.conveys.append((left, right, "conveyed-after-verb"))
        at = max(stop, at)


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Split what was conveyed where each part stands alone: each ends as a meeting, speech or document does."""
    ends = words("meetings", "conveyed.ends")
    parts, left, depth = [], start, 0
    for at in range(start, end):
        depth += text[at] in "《（"
        depth -= text[at] in "》）"
        if not depth and text[at] in "、和" and text[left:at].endswith((*ends, "》")):
            parts.append((left, at))
            left = at + 1
    parts.append((left, end))
    return parts


_STOP_BEFORE = re.compile(r"[，。；：\n]")


def _groups(reading: Reading, cast: Cast, start: int, end: int, found: Business) -> None:
    """``省委常委，有关省领导，省直有关部门、单位负责同志在主会场参加会议``: what attends and has no name."""
    text = reading.text
    floor = start
    for index in range(reading.token_after(start), len(reading.tokens)):
        token = reading.tokens[index]
        if token.start >= end:
            return
        if not token.classes & ATTEND:
            continue
        _group_parts(reading, cast, floor, token.start, found)
        floor = token.end


def _group_parts(reading: Reading, cast: Cast, start: int, end: int, found: Business) -> None:
    text = reading.text
    left = start
    at = start
    while at <= end:
        if at == end or text[at] in "，、；。：\n":
            stop = _group_end(reading, left, at)
            if text[at : at + 1] in "。；：\n" and at < end:
                left = at + 1
            elif _named(cast, left, at):
                left = at + 1
            elif stop > left + 1 and stop - left <= _LONGEST_GROUP:
                left = _trim(reading, left, stop)
                if stop - left > 1:
                    found.groups.append((left, stop, "group-attending"))
                left = at + 1
        at += 1


def _named(cast: Cast, start: int, end: int) -> bool:
    return any(start <= mention.start < end for mention in cast.mentions)


_TAIL = re.compile(r"(?:等)?(?:共|约)?[0-9]*(?:余|多)?(?:名|人|位)?(?:分别|也|还|均|一同|共同)?(?:应邀)?(?:在[^，。]{0,12})?$")


def _group_end(reading: Reading, start: int, end: int) -> int:
    """Return where the group in ``[start, end)`` ends, or 0 where its words end in no head of a group."""
    text = reading.text
    for stop in range(end, max(start, end - 20), -1):
        classes = reading.ending(stop)
        if classes & (GROUP | POST) and _TAIL.fullmatch(text[stop:end]):
            return stop
    return 0


def _trim(reading: Reading, start: int, end: int) -> int:
    """Leave out what introduces a group: 会议邀请, 出席会议的有, a time."""
    text = reading.text
    for mark in ("的有", "还有", "邀请"):
        at = text.find(mark, start, end)
        if at >= 0:
            start = at + len(mark)
    return start


_EXPECTED = re.compile(r"应(?:到|出席)[^0-9，。；]{0,10}([0-9]+)[人名]?")
_PRESENT = re.compile(r"(?:实到|出席|实际到会)[^0-9，。；应]{0,6}([0-9]+)[人名]")


def _counts(reading: Reading, start: int, end: int, found: Business) -> None:
    """``应到委员113人，实到98人``."""
    text = reading.text
    if "到" not in text[start:end] and "出席" not in text[start:end]:
        return
    expected = _EXPECTED.search(text, start, end)
    if expected and found.expected is None:
        found.expected = (*expected.span(), int(expected[1]))
        present = _PRESENT.search(text, expected.end(), end)
        if present:
            found.present = (*present.span(), int(present[1]))


_FORM = re.compile(r"以([^，。；]{2,8})(?:形式|方式)")
_BRANCH = re.compile(r"在([^，。；、在]{0,16}分会场)")
_VENUE = re.compile(r"在([^，。；、在（]{2,24}?)(?:召开|举行|开幕|闭幕|举办)")


def _venues(reading: Reading, start: int, end: int, found: Business) -> None:
    """``以视频形式召开``, ``在白城分会场参加会议``, ``在县行政中心四楼会议室举行``."""
    text = reading.text
    if found.form is None:
        form = _FORM.search(text, start, end)
        if form:
            pattern, keys = _pattern("forms")
            word = pattern.search(form[0])
            if word:
                found.form = (*form.span(), keys[word[0]])
    for branch in _BRANCH.finditer(text, start, end):
        if branch[1] != "分会场":
            found.branches.append((branch.start(1), branch.end(1), "branch-venue"))
    if found.venue is None:
        venue = _VENUE.search(text, start, end)
        if venue:
            found.venue = (venue.start(1), venue.end(1), "venue-before-verb")


def kind(name: str | None) -> str:
    """Return the key of the kind that a meeting's name tells, ``other`` where it tells none."""
    if name:
        for key in table("meetings")["kinds"]:
            if any(word in name for word in words("meetings", f"kinds.{key}")):
                return str(key)
    return "other"


__all__ = ["Business", "find", "kind", "post_words"]
