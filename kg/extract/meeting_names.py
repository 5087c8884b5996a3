"""Where the name of a meeting begins and ends: after its verb, before it, or before 由 and whoever chairs it.

``主持召开市疫情防控工作会议，``, ``民营企业家迎春座谈会19日在京召开``, ``结业式由区委书记斯福民主持``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kg.extract.clauses import clause_end_outside, clause_start
from kg.extract.reading import ATTEND, CHAIR, HOLD, MEETING, SAY, Reading, Token
from kg.extract.wordlists import characters, either, listed, longest_first, word

Range = tuple[int, int]
_VERB = HOLD | ATTEND | CHAIR
_LONGEST_BYLINE = 40
"""Characters of a dateline with its byline: 本报讯（记者…）."""
_LONGEST_CLAUSE = 60
"""Characters of the clause that names a meeting, where the verb stands in the next."""
_SHORTEST_TOPIC = 4
"""Characters of the shortest name between 在 and 上."""
_LONGEST_TOPIC = 20
"""Characters of what a meeting that 在…上 names is about."""
_QUOTES = {"“": "”", "‘": "’"}
_CLOSING = frozenset(_QUOTES.values())


class _Words(NamedTuple):
    generic: frozenset[str]
    followed_by: tuple[str, ...]
    no_meeting: tuple[str, ...]
    joining: tuple[str, ...]
    particles: frozenset[str]
    done: str
    of: str
    by: str
    inside: str
    onward: frozenset[str]
    completed: tuple[str, ...]
    times: re.Pattern[str]
    byline: re.Pattern[str]


@cache
def _words() -> _Words:
    marks = re.escape("".join(sorted(characters("meetings", "names.date_marks"))))
    ends, parts = either("meetings", "names.date_ends"), either("meetings", "names.day_parts")
    return _Words(
        generic=listed("meetings", "names.generic"),
        followed_by=longest_first("meetings", "names.followed_by"),
        no_meeting=longest_first("meetings", "names.no_meeting"),
        joining=longest_first("meetings", "names.joining"),
        particles=characters("meetings", "names.particles"),
        done=word("meetings", "names.done"),
        of=word("meetings", "names.of"),
        by=word("meetings", "names.by"),
        inside=word("meetings", "names.inside"),
        onward=characters("meetings", "names.onward"),
        completed=longest_first("meetings", "names.completed"),
        times=re.compile(rf"{either('meetings', 'names.times')}|[0-9{marks}]+{ends}{parts}?"),
        byline=re.compile(rf"{either('meetings', 'names.datelines')}(?:（[^（）]*）)?：?"),
    )


def is_generic(name: str) -> bool:
    """Whether a name is only a head, 会议 or 本次会议, and names nothing."""
    return name in _words().generic


def heads(reading: Reading, start: int, end: int) -> list[tuple[int, int]]:
    """Return the ranges of the heads of meetings' names in ``[start, end)``: no part of 会议形式 or 会议精神."""
    text, others, ends = reading.text, _words().no_meeting, reading.token_ends
    found = [(reading.token_starts[index], ends[index]) for index in reading.of(MEETING, start, end)]
    return [head for head in found if head[1] <= end and not text.startswith(others, head[1])]


def after_verb(reading: Reading, at: int, end: int) -> Range | None:
    """Return the meeting that follows a verb, ``召开市疫情防控工作会议，``, or None."""
    text, listed_words = reading.text, _words()
    if text.startswith(listed_words.done, at):
        at += 1
    relative = text.startswith(listed_words.of, at)
    limit = clause_end_outside(text, at, end)
    best: Range | None = None
    for head, stop in heads(reading, at, limit):
        if text[stop : stop + 1] in _CLOSING:
            stop += 1
        if not _ends_object(reading, stop, limit, relative):
            continue
        if best is None or _joined(text, best[1], head):
            best = (at, stop)
    return unwrap(text, *best) if best else None


def _ends_object(reading: Reading, stop: int, limit: int, relative: bool) -> bool:
    """Whether a name that is a verb's object may end at ``stop``; of a relative one (主持召开的座谈会上) what follows tells."""
    text, listed_words = reading.text, _words()
    after = reading.starting(stop)
    if relative:
        return bool(text.startswith(listed_words.inside, stop) or after & SAY)
    return stop == limit or bool(after & _VERB) or text.startswith(listed_words.followed_by, stop)


def _joined(text: str, stop: int, head: int) -> bool:
    """Whether a name that could end at ``stop`` goes on to a further head: 会议暨…会议, 会议主席团会议."""
    listed_words = _words()
    return text.startswith(listed_words.joining, stop, head) or not text.startswith(listed_words.followed_by, stop)


def before_verb(reading: Reading, start: int, verb: Token) -> Range | None:
    """Return the meeting that stands before a verb, ``民营企业家迎春座谈会19日在京召开``, or None."""
    text = reading.text
    clause = _behind_brackets(reading, start, clause_start(text, start, verb.start), verb.start)
    found = heads(reading, clause, verb.start)
    if not found and clause > start and text[clause] in _words().onward:
        found = _in_clause_before(reading, start, clause - 1)
        clause = clause_start(text, start, clause - 1)
    if not found:
        return None
    head, stop = found[-1]
    begin = _behind_times(text, _behind_byline(text, clause, head), head)
    return unwrap(text, begin, stop + (text[stop : stop + 1] in _CLOSING))


def _behind_brackets(reading: Reading, start: int, clause: int, end: int) -> int:
    """Return where the words go on behind the last bracket before a verb.

    Unless it stands within the name, 全委（扩大）会议, or dates it behind the name, 第三次会议昨日（12日）闭幕.
    """
    text = reading.text
    close = text.rfind("）", clause, end)
    if close < 0:
        return clause
    opening = text.rfind("（", start, close)
    dated = text[close - 1].isdigit() or text[close - 1] in _day()
    return clause if opening > clause and (not dated or heads(reading, clause, opening)) else close + 1


@cache
def _day() -> frozenset[str]:
    return characters("convening", "held.days")


def _in_clause_before(reading: Reading, start: int, end: int) -> list[tuple[int, int]]:
    """Return the heads of the clause that ends at ``end`` where it names what 于3日在京召开 speaks of."""
    text, completed = reading.text, _words().completed
    found = heads(reading, max(start, end - _LONGEST_CLAUSE), end)
    return [(head, stop) for head, stop in found if stop == end or text.startswith(completed, stop)]


def led(reading: Reading, start: int, verb: Token) -> Range | None:
    """Return the meeting of ``结业式由区委书记斯福民主持``: what stands at the start of the clause before 由."""
    text = reading.text
    by = text.rfind(_words().by, start, verb.start)
    index = reading.ends.get(by) if by >= 0 else None
    if index is None or not reading.token_classes[index] & MEETING:
        return None
    return unwrap(text, _behind_times(text, clause_start(text, start, by), reading.token_starts[index]), by)


def unwrap(text: str, start: int, end: int) -> Range:
    """Leave out 的, 了 and quotation marks around a whole name."""
    particles = _words().particles
    while start < end and text[start] in particles:
        start += 1
    closing = _QUOTES.get(text[start])
    if closing and text.find(closing, start, end) == end - 1:
        return start + 1, end - 1
    return start, end


def _behind_byline(text: str, start: int, end: int) -> int:
    """Return where a clause goes on behind ``本报讯（记者…）``."""
    found = _words().byline.search(text, start, min(end, start + _LONGEST_BYLINE))
    return found.end() if found else start


def _behind_times(text: str, start: int, end: int) -> int:
    """Return where a name begins behind the times at the start of its clause."""
    times = _words().times
    while (found := times.match(text, start, end)) and found.end() < end:
        start = found.end()
    return start


@cache
def _inside() -> re.Pattern[str]:
    """Return the pattern of a name in 在…上: a head alone, or at a clause's start any words that end with one."""
    heads, at, inside = either("meetings", "names.heads"), word("meetings", "names.at"), _words().inside
    # 在 stands before both forms, so that the pattern looks at no other character.
    topic = f"(?<=[，。；\n]{at})([^，。；：、\n]{{,{_LONGEST_TOPIC}}}?{heads}){inside}，"
    return re.compile(f"{at}(?:({heads}){inside}|{topic})")


def told_inside(text: str) -> Range | None:
    """Return the first name that 在…上 tells and that names something, ``在推进会上``, or None."""
    for found in _inside().finditer(text):
        group = 1 if found[1] else 2
        if len(found[group]) > 2 and not is_generic(found[group]):
            return found.span(group)
    return None


def spoken_at(reading: Reading, start: int, verb: Token) -> Range | None:
    """Return the name between 在 and 上 before a verb of saying, 在全市防汛工作会议上强调, or None where it names nothing."""
    text, inside, at = reading.text, _words().inside, word("meetings", "names.at")
    stop = verb.start - len(inside)
    if not text.startswith(inside, stop) or not reading.ending(stop) & MEETING:
        return None
    left = text.rfind(at, start, stop) + len(at)
    if left <= start + 1 or not _SHORTEST_TOPIC < stop - left <= _LONGEST_TOPIC or "，" in text[left:stop]:
        return None
    return None if is_generic(text[left:stop]) else (left, stop)
