"""Where a name that begins at a given place ends, and whether it can be one.

A Chinese name is a surname and one or two characters; a name of a minority or of a foreigner has no such measure and is
believed only where its context says that a name stands there. A name ends at punctuation, or where a word begins that
cannot be part of it.
"""

from __future__ import annotations

from kg.extract.bounds import follows, verb_follows
from kg.extract.namewords import ENDS_NAME, is_han, surname, tables
from kg.extract.reading import ATTEND, CHAIR, DEED, HARD, LEFT, PLACE, SAY, SOFT, Reading
from kg.extract.view import DOT
from kg.extract.wordlists import characters, listed

_LONGEST = 9
"""Characters of the longest name without a dot that is looked for."""
_LONGEST_CHINESE = 4
"""Characters of the longest name of a Han Chinese."""
_LONGEST_PART = 7
"""Characters of the longest part before a dot, and of the longest minority's name without one."""
_CLOSES_NAME = frozenset("、，（。）")
"""Marks before which the last character of a name may be one that ends others: 李适时、, 简牧之）."""


def name_end(reading: Reading, start: int, *, open_ended: bool) -> int:
    """Return where the name at ``start`` ends, or 0 where none begins: behind ``王小明`` in ``王小明主持``.

    Args:
        reading: the article's reading.
        start: where in the view the name would begin.
        open_ended: whether the context vouches for a name, so that one without a surname is believed too.
    """
    key = start * 2 + open_ended
    end = reading.name_ends.get(key)
    if end is None:
        end = reading.name_ends[key] = _name_end(reading, start, open_ended)
    return end


def _name_end(reading: Reading, start: int, open_ended: bool) -> int:
    text, names = reading.text, tables()
    first = text[start : start + 1]
    if first not in names.initials and not (reading.dotted or open_ended):
        return 0
    if not ("\u4e00" <= first <= "\u9fff" or is_han(first)):
        return 0
    family = 2 if text[start : start + 2] in names.compound else 1 if first in names.single else 0
    if (not family and not open_ended and not reading.dotted) or not _may_begin(reading, start, family):
        return 0
    minority = names.beginnings.at(text, start)
    if family == 1 and first in names.barred and not minority and not _dot_ahead(text, start):
        return 0
    if open_ended and first in names.transliteration and (stop := _transliterated(reading, start)):
        return stop
    hard, soft = _run(reading, start, minority > 0)
    if text.startswith(DOT, hard):
        return _dotted(reading, start) if open_ended or hard - start <= _LONGEST_PART else 0
    if open_ended and minority:
        if _dot_ahead(text, start):
            return _dotted(reading, start)
        if stop := _minority(reading, start, hard, soft):
            return stop
    if (
        open_ended
        and hard - start == _LONGEST_CHINESE
        and text[start : start + 2] in names.japanese
        and verb_follows(reading, hard)
    ):
        return hard
    if family:
        return _chinese(reading, start, family, hard - start, soft, open_ended)
    if open_ended and 2 <= hard - start < _LONGEST and _foreign(text[start:hard]) and verb_follows(reading, hard):
        return hard
    return hard if open_ended and not soft and 2 <= hard - start <= 4 and _vouched(reading, start, hard) else 0


def _minority(reading: Reading, start: int, hard: int, soft: list[int]) -> int:
    """Return the end of a minority's name without a dot: before what follows names, 额尔敦为, else where its run must end."""
    text, names = reading.text, tables()
    ends = [start + size for size in soft if size >= 3 and text[start + size] in names.following] + [hard]
    place = reading.starts.get(start)
    if place is not None and reading.token_classes[place] & PLACE and reading.token_ends[place] != ends[0]:
        return 0
    if 3 <= ends[0] - start <= _LONGEST_PART and names.never.isdisjoint(text[start : ends[0]]):
        return ends[0]
    return 0


def _vouched(reading: Reading, start: int, end: int) -> bool:
    """Whether a post of somebody in particular and what only people do vouch on both sides for a name without a surname."""
    text = reading.text
    if not reading.starting(end) & (SAY | ATTEND | CHAIR) and not _listed_so(reading, start, end):
        return False
    if start in reading.starts or text[end - 1] in tables().unlikely:
        return False
    return tables().never.isdisjoint(text[start:end]) and _post_word(reading, start) not in listed("posts", "posts.general")


def _listed_so(reading: Reading, start: int, end: int) -> bool:
    """Whether what begins as minorities' names do ends at a 、 or comma."""
    return reading.text[end : end + 1] in ("、", "，") and tables().beginnings.at(reading.text, start) > 0


def _may_begin(reading: Reading, start: int, family: int) -> bool:
    """Whether no word begins at ``start`` that is no part of a name; a surname may be such a word by itself."""
    index = reading.starts.get(start)
    if index is None:
        return family > 0 or not reading.starting(start) & ENDS_NAME
    return not reading.token_classes[index] & ENDS_NAME or (family > 0 and reading.token_ends[index] == start + 1)


def _post_word(reading: Reading, end: int) -> str:
    """Return the post's head that ends at ``end``, or nothing."""
    index = reading.ends.get(end)
    return "" if index is None else reading.text[reading.token_starts[index] : end]


def _transliterated(reading: Reading, start: int) -> int:
    """Return the end of a foreigner's name of four characters or more behind a post that foreigners hold, or 0."""
    text, letters = reading.text, tables().transliteration
    least = start + 4
    if not letters.issuperset(text[start:least]) or _post_word(reading, start) not in listed("posts", "posts.foreign"):
        return 0
    end = start
    while end < len(text) and end - start < _LONGEST and text[end] in letters and (end == start or end not in reading.gaps):
        if _ends_at(reading, end):
            break
        end += 1
    return end if end >= least and text[end : end + 1] != DOT and verb_follows(reading, end) else 0


def _ends_at(reading: Reading, position: int) -> bool:
    """Whether a word of two characters or more begins at ``position`` that is no part of a name."""
    index = reading.starts.get(position)
    return index is not None and bool(reading.token_classes[index] & ENDS_NAME) and reading.token_ends[index] - position > 1


def _dot_ahead(text: str, start: int) -> bool:
    """Whether a dot follows within the characters that the first part of a name can have."""
    at = text.find(DOT, start + 1, start + _LONGEST_PART + 1)
    return at > 0 and all(map(is_han, text[start:at]))


def _run(reading: Reading, start: int, minority: bool) -> tuple[int, list[int]]:
    """Return where the run of characters from ``start`` must end, and after how many of them it may end before that."""
    text, gaps, starts, boundaries = reading.text, reading.gaps, reading.starts, reading.boundaries
    followers = tables().followers
    soft: list[int] = []
    limit = min(start + _LONGEST, len(text))
    for position in range(start + 1, limit):
        character = text[position]
        if not ("\u4e00" <= character <= "\u9fff" or is_han(character)):
            return position, soft
        if gaps and position in gaps and not _padding(reading, start, position):
            return position, soft
        index = starts.get(position)
        if position == start + 1 and (index is None or reading.token_ends[index] == position + 1):
            # A surname is no name: 龙|在田, 金|不换.
            continue
        classes = 0 if index is None else reading.token_classes[index]
        if classes & ENDS_NAME:
            return position, soft
        # 随同, 主持: posts begin behind words of two characters or more.
        leads = index is not None and classes & LEFT and reading.token_ends[index] - position > 1
        if position > start + 1 and (leads or text[position : position + 2] in followers):
            if position - start >= _LONGEST_CHINESE:
                return position, soft
            classes = SOFT
        elif index is None and character in boundaries and reading.covered(position) <= position:
            # 巴音|那木尔: what bounds other names begins a part of this one.
            classes = 0 if minority and tables().beginnings.at(text, position) else boundaries[character]
            if classes & ENDS_NAME:
                # 李适时、: before a mark the word that ends other names is this one's last character.
                if (
                    position == start + 2
                    and classes & HARD
                    and (
                        text[position + 1 : position + 2] in _CLOSES_NAME
                        or position + 1 in gaps
                        or reading.starting(position + 1) & DEED
                    )
                ):
                    continue
                return position, soft
        if classes & SOFT:
            soft.append(position - start)
    return limit, soft


def _padding(reading: Reading, start: int, position: int) -> bool:
    """Whether the white space left out before ``position`` pads a name of two characters (``王　伟``)."""
    return position == start + 1 and surname(reading.text, start) == 1


def _chinese(reading: Reading, start: int, family: int, length: int, soft: list[int], open_ended: bool) -> int:
    """Return the end of a name with a surname of ``family`` characters in a run of ``length``, which may end after ``soft``."""
    text, never = reading.text, tables().never
    if family == 1 and reading.gaps and start + 1 in reading.gaps:
        return start + 2 if length >= 2 and is_han(text[start + 1]) else 0
    sizes = [length] if family + 1 <= length <= family + 2 else []
    if soft:
        sizes = _sizes(
            reading, start, sizes + [size for size in (family + 2, family + 1) if size in soft and size < length], soft
        )
    for size in sizes or _unmeasured(reading, start, family, length, soft, open_ended):
        if never.isdisjoint(text[start + family : start + size]):
            return start + size
    return 0


def _sizes(reading: Reading, start: int, sizes: list[int], soft: list[int]) -> list[int]:
    """Leave out of the lengths that a name may have, best first, what a shorter one is better than."""
    text = reading.text
    if len(sizes) > 1 and not follows(reading, start + sizes[0]):
        sizes = sizes[1:]
    if len(sizes) > 1 and sizes[0] - 1 in soft:
        end = start + sizes[0]
        # 宁波|询问: the word that follows is whole behind the shorter name only.
        if text[end - 1 : end + 1] in tables().followers and text[end : end + 2] not in tables().followers:
            return sizes[1:]
        # 王明在|京: what looks like the name's last character is the word that follows it.
        if text[end - 1] in tables().unlikely and is_han(text[end : end + 1]) and not _joins_nothing(reading, end):
            sizes = sizes[1:]
    return sizes


def _joins_nothing(reading: Reading, end: int) -> bool:
    """Whether a name may end in 和 before ``end``, because a verb that no name or thing is joined to follows: 郁春和|主持。"""
    return reading.text[end - 1] in characters("people", "lists.and") and bool(reading.starting(end) & (CHAIR | SAY))


def _unmeasured(reading: Reading, start: int, family: int, length: int, soft: list[int], open_ended: bool) -> list[int]:
    """Return the length of a longer name that a post and a verb vouch for on both sides, or of a transliteration."""
    text, end = reading.text, start + length
    if not open_ended or length <= family + 2 or not verb_follows(reading, end):
        return []
    if tables().transliteration.issuperset(text[start:end]):
        return [length]
    if length == 4 and not soft and text[start - 1 : start] == "、" and text[end : end + 1] in ("、", "。"):
        return [length]
    vouched = text[end : end + 1] not in ("、", "，", "。") and _post_word(reading, start) not in listed("posts", "posts.general")
    return [length] if length == 4 and not soft and vouched else []


def _foreign(name: str) -> bool:
    """Whether a name without a surname can be one: all of it such as names of foreigners or minorities are made of."""
    names = tables()
    return names.beginnings.at(name, 0) > 0 or names.transliteration.issuperset(name)


def _dotted(reading: Reading, start: int) -> int:
    """Return the end of a name with dots, ``努尔兰·阿不都满金``, or 0 where nothing follows its dot."""
    text, closing = reading.text, listed("boundaries", "boundaries.dotted")
    at = text.index(DOT, start) + 1
    while True:
        position, limit = at, min(len(text), at + _LONGEST)
        while position < limit and is_han(text[position]):
            if (position > at and (position in reading.gaps or text[position] in closing)) or _ends_at(reading, position):
                break
            position += 1
        if position == at:
            return 0
        if not text.startswith(DOT, position) or not is_han(text[position + 1 : position + 2]):
            return position
        at = position + 1
