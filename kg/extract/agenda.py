"""What a meeting did and whom it only names as a group: agenda, what it conveyed, unnamed participants, counts, venues."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from kg.extract.meetings import Met, speech_start, tokens_in
from kg.extract.officials import Cast
from kg.extract.reading import ACT, ATTEND, CHAIR, GROUP, HOLD, POST, Reading
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
        speech = speech_start(reading, start, end)
        _agenda(reading, start, speech, found)
        _conveys(reading, cast, start, speech, found, index == met.sentence)
        _groups(reading, cast, start, speech, found)
        _counts(reading, start, end, found)
        _venues(reading, start, end, found)
    return found


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


def _conveys(reading: Reading, cast: Cast, start: int, end: int, found: Business, own: bool) -> None:
    """``传达学习了中央农村工作会议、省委经济工作会议精神``: what stands between the verb and 精神 or the clause's end.

    Where the sentence does not tell of the meeting itself, only what somebody or the meeting passed on counts.
    """
    text = reading.text
    own = own or bool(tokens_in(reading, start, end, HOLD | CHAIR))
    led = text.startswith(words("meetings", "conveyed.subjects"), start)
    starts = {mention.end for mention in cast.mentions if start <= mention.start < end}
    passing = words("meetings", "conveyed.passing")
    at = start
    while verb := _conveying().search(text, at, end):
        at = verb.end()
        before = text[verb.start() - 1] if verb.start() > start else "，"
        fits = before in "，、；议会上并还了" or verb.start() in starts or verb[0].startswith(passing) or text.endswith("为", 0, verb.start())
        if not fits or not (own or led or verb[0].startswith(passing)):
            continue
        stop, depth = at, 0
        while stop < end and (depth or text[stop] not in "，。；\n"):
            depth = max(0, depth + (text[stop] in "《（") - (text[stop] in "》）"))
            stop += 1
        spirit = text.find("精神", at, stop)
        last = spirit if spirit > 0 else stop
        at += text[at : at + 1] in ("了", "好")
        if not any(word in text[at : last + 2] for word in words("meetings", "conveyed.needs")) or last - at > _LONGEST_CONVEYED:
            continue
        found.conveys += [
            (left, right, "conveyed-after-verb")
            for left, right in _parts(text, at, last)
            if right - left >= 3 and not text.startswith(words("meetings", "conveyed.never"), left)
        ]
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


_TAIL = re.compile(
    r"等?(?:[^，。、]{0,4}?等)?(?:共|约|近|共计)?[0-9]*(?:余|多)?(?:名|人|位|个单位)?(?:分别|先后|依次|也|还|均|都|一同|共同|同时)?(?:应邀)?"
    r"(?:在[^，。]{0,12}|就[^。]{0,40}|围绕[^。]{0,40}|通过[^，。]{0,12})?$"
)
_COUNT = re.compile(r"[0-9]+(?:余|多)?[名人位]$")
_BREAKS = frozenset("，；。：\n")
_LEADS = ("的有", "还有", "邀请", "会上，", "以及", "来自")


def _groups(reading: Reading, cast: Cast, start: int, end: int, found: Business) -> None:
    """``省委常委，有关省领导，省直有关部门、单位负责同志在主会场参加会议``: what attends or speaks and has no name."""
    floor = start
    for token in reading.tokens[reading.token_after(start) : reading.token_after(end)]:
        if not token.classes & (ATTEND | ACT):
            continue
        if token.start > floor:
            capacity = "attendee" if token.classes & ATTEND else "speaker"
            for left, right in _group_ranges(reading, cast, floor, token.start, bool(token.classes & ACT)):
                found.groups.append((left, right, capacity))
        floor = max(floor, token.end)


def _group_ranges(reading: Reading, cast: Cast, start: int, end: int, speaking: bool) -> list[tuple[int, int]]:
    """Return the groups in the stretch before a verb: parts between commas that hold no name, cut at 、 where each stands alone."""
    text, ranges = reading.text, []
    named = [mention for mention in cast.mentions if start <= mention.start < end]
    left = start
    for at in range(start, end + 1):
        if at < end and text[at] not in _BREAKS:
            continue
        inside = [mention for mention in named if left <= mention.start < at]
        if at < end and text[at] in "。；：\n":
            left = at + 1
            ranges.clear()
            continue
        if inside:
            left = _behind_names(text, inside[-1].end, at)
        if left < at:
            parts, rest = _cut(reading, left, at)
            ranges += parts
            # What no head ends goes on behind the comma: 各省区市，中央和国家机关有关部门负责同志.
            left = rest if rest < at and not inside and text[at : at + 1] == "，" and "、" in text[rest:at] else at + 1
        else:
            left = at + 1
    if speaking and ranges and named and named[-1].start > ranges[-1][1]:
        return []
    return ranges


def _behind_names(text: str, at: int, end: int) -> int:
    """Return where a group may begin behind names: ``尕藏才让及四大班子其他在家领导``; else the end."""
    for mark in ("以及", "及", "和"):
        if text.startswith(mark, at):
            return at + len(mark)
    return end


def _cut(reading: Reading, start: int, end: int) -> tuple[list[tuple[int, int]], int]:
    """Cut a stretch at 、 behind each head of a group; return the groups and where what is left over begins."""
    text, parts, left = reading.text, [], start
    for at in range(start, end + 1):
        if at < end and text[at] != "、":
            continue
        stop = _group_end(reading, left, at) if at == end else at if reading.ending(at) & (GROUP | POST) else 0
        if stop:
            begin = _trim(reading, left, stop)
            if 1 < stop - begin <= _LONGEST_GROUP:
                parts.append((begin, stop))
            left = at + 1
    return parts, left


def _group_end(reading: Reading, start: int, end: int) -> int:
    """Return where the group in ``[start, end)`` ends, or 0 where its words end in no head of a group."""
    text = reading.text
    for stop in range(end, start, -1):
        if reading.ending(stop) & (GROUP | POST) and _TAIL.fullmatch(text, stop, end):
            return stop
    return 0


def _trim(reading: Reading, start: int, end: int) -> int:
    """Leave out what introduces a group: 会议邀请, 出席会议的有, a time, 并."""
    text = reading.text
    for mark in _LEADS:
        at = text.rfind(mark, start, end)
        if at >= 0:
            start = at + len(mark)
    while text.startswith(("并", "和", "由", "为", "听取了", "听取"), start) and start < end - 2:
        start += 2 if text.startswith("听取", start) else 1
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
_VENUE = re.compile(r"在([^，。；、在（]{2,24}?)(?:主持|组织|联合|隆重|胜利)?(?:召开|举行|开幕|闭幕|举办)")


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
