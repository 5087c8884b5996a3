"""Names joined by 、 that begin a clause: ``余春存、余世明、李海祥、杨斐然等县领导出席会议``."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.bounds import CLAUSE_STARTS, follows, starts_clause
from kg.extract.cast import Cast
from kg.extract.introduced import is_plain, skip_bracket
from kg.extract.names import name_end
from kg.extract.namewords import PERSON_VERB, common_surname, surname, tables
from kg.extract.reading import ETCETERA, GROUP, HARD, HONORIFIC, INTRODUCTION, LEFT, NOUN, POST, Reading, last_characters
from kg.extract.view import DOT
from kg.extract.wordlists import characters, longest_first, word

_SIZES = (3, 2, 4)
_SIZES_WITH_DOTS = (*_SIZES, 5, 6)
"""Characters of the first name of a list, the likeliest first, in a text without dots and in one with them."""
_BOUND = LEFT | HARD | POST
_BRACKET = 16
"""Characters of the longest bracket behind a name that says something of the person."""
_LEAST = 3
"""Names that a list needs which nothing behind it shows to be people."""
_LONGEST = 10
"""Characters back from a 、 to the colon that announces a list."""
_NOUN = 9
"""Characters behind 等 in which a word for people begins."""
_CLAUSE = 40
"""Characters behind a list in which the clause ends."""
_Names = list[tuple[int, int]]


def find(reading: Reading, cast: Cast) -> None:
    """Believe the names of lists in which everything can be one, and enough of it must be; each list is walked once."""
    text, sizes = reading.text, _SIZES_WITH_DOTS if reading.dotted else _SIZES
    announces = _announces(reading)
    commas = _any_comma() if announces or reading.dotted or reading.gaps else _likely_comma()
    comma = commas.search(text)
    while comma:
        start, after = _first_name(reading, comma.start(), sizes), comma.end()
        announced = announces and start < 0
        if announced:
            start = _announced_name(reading, comma.start())
        if start >= 0:
            members, whole = _members(reading, start, announced=announced)
            after = max(after, members[-1][1])
            names = _people(reading, members) if whole and len(members) > 1 else []
            for left, right in names:
                cast.believe(text, left, right, "name-in-list")
            if names and names not in cast.lists:
                cast.lists.append(names)
        comma = commas.search(text, after)


def _announces(reading: Reading) -> bool:
    """Whether a colon of the text announces people."""
    colon = reading.text.find("：")
    while colon >= 0 and not _people_announced(reading, colon + 1):
        colon = reading.text.find("：", colon + 1)
    return colon >= 0


@cache
def _any_comma() -> re.Pattern[str]:
    return re.compile("、")


@cache
def _likely_comma() -> re.Pattern[str]:
    """Return the pattern of a 、 that a name can end at, in a text without dots, gaps and announced lists: one of three is.

    What :func:`_first_name` asks for stands before it: a bracket, or a character that surnames begin with behind one that a
    clause or a boundary word can end in.
    """
    before = re.escape("".join(sorted(CLAUSE_STARTS | last_characters(_BOUND))))
    initial = f"(?<![^{before}])[{''.join(sorted(tables().surname_initials))}]"
    return re.compile("、(?:(?<=）、)|" + "|".join(f"(?<={initial}{'.' * (size - 1)}、)" for size in _SIZES) + ")", re.DOTALL)


def _first_name(reading: Reading, comma: int, sizes: tuple[int, ...]) -> int:
    """Return where the name that ends at a 、 begins, if a clause or a boundary word stands before it, or -1."""
    text, initials, dotted = reading.text, tables().surname_initials, reading.dotted
    end = text.rfind("（", max(0, comma - _BRACKET), comma) if text[comma - 1] == "）" else comma
    for size in sizes:
        start = end - size
        if start < 0 or not (dotted or text[start] in initials):
            continue
        if not starts_clause(reading, start) and not reading.ending(start) & _BOUND:
            continue
        if name_end(reading, start, open_ended=False) == end:
            return start
    return -1


def _announced_name(reading: Reading, comma: int) -> int:
    """Return where the name begins that a colon announces and a 、 ends, though no surname begins it, or -1."""
    start = reading.text.rfind("：", max(0, comma - _LONGEST), comma) + 1
    if start and _people_announced(reading, start) and name_end(reading, start, open_ended=True) == comma:
        return start
    return -1


def _members(reading: Reading, start: int, *, announced: bool) -> tuple[_Names, bool]:
    """Return what a list joins as far as it can be names, and whether that is all: it does not go on to something else."""
    text, joints = reading.text, characters("people", "lists.and") | {"、"}
    found: _Names = []
    while (stop := name_end(reading, start, open_ended=announced or bool(found))) and follows(reading, stop):
        found.append((start, stop))
        start = skip_bracket(text, stop)
        if text[start : start + 1] not in joints:
            return found, True
        start += 1
    return found, len(found) == 1 or text[start - 1] != "、"


def _people(reading: Reading, members: _Names) -> _Names:
    """Return the longest part of a list, up to its end, that is one of people, else nothing."""
    text = reading.text
    names: _Names = []
    told = _people_follow(reading, skip_bracket(text, members[-1][1])) or _people_announced(reading, members[0][0])
    sure = told and _named_people(reading, skip_bracket(text, members[-1][1]))
    plain = odd = long = rare = 0
    for count, (start, stop) in enumerate(reversed(members), 1):
        plain += is_plain(reading, start, stop)
        odd += _odd(reading, start, stop)
        long += stop - start > 2
        rare += not (common_surname(text, start) or DOT in text[start:stop])
        likely = odd * (3 if sure else 4) <= count if told else not odd and not rare and long * 2 >= count
        believed = plain * (3 if sure else 5) <= count and ((count >= _LEAST and likely) or (told and count == 2 and not odd))
        if believed and (name_end(reading, start, open_ended=False) == stop or _people_announced(reading, start)):
            names = members[-count:]
    return names


def _people_announced(reading: Reading, start: int) -> bool:
    """Whether what stands before a list says that its members are people: 在主席台就座的有：."""
    text = reading.text
    return text[start - 1 : start] == "：" and text.endswith(longest_first("people", "lists.leads"), max(0, start - 3), start - 1)


def _odd(reading: Reading, start: int, stop: int) -> int:
    """Return how many signs there are that a member of a list is no name: an everyday word, a body, no surname."""
    text = reading.text
    body = text[stop - 1] in characters("people", "subjects.place_ends")
    particle = stop - start == 2 and text[start] in tables().particles
    nameless = not surname(text, start) and DOT not in text[start:stop]
    return (bool(reading.starting(start) & NOUN) or body or particle) + nameless


def _people_follow(reading: Reading, end: int) -> bool:
    """Whether what follows a list says that its members are people: a verb, or 等 with a count, a post or a group."""
    text = reading.text
    if text.startswith(word("people", "lists.elected_as"), end):
        return any(reading.ending(position) & POST for position in range(end + 3, min(end + 16, len(text) + 1)))
    if text.startswith(_further(), end):
        return _others_follow(reading, end)
    index = reading.starts.get(end)
    if index is None:
        return False
    classes = reading.token_classes[index]
    if classes & HONORIFIC:
        return True
    if classes & HARD and not classes & (PERSON_VERB | ETCETERA):
        return bool(reading.starting(reading.token_ends[index]) & PERSON_VERB)
    if text[end] != word("people", "lists.and_others") or not classes & ETCETERA:
        return bool(classes & PERSON_VERB)
    at = _behind_count(text, reading.token_ends[index])
    return reading.token_ends[index] - end > 1 or _people_named(reading, at)


@cache
def _further() -> tuple[str, ...]:
    """Return the words that join others to a list of names."""
    return longest_first("people", "lists.and", "lists.further")


def _others_follow(reading: Reading, at: int) -> bool:
    """Whether 和 joins people without a name to a list, up to the clause's end: 王小明、罗闻和有关部门负责同志参加."""
    end = next(
        (position for position in range(at, min(at + _CLAUSE, len(reading.text))) if reading.text[position] in "，。；\n"), -1
    )
    return end > 0 and bool(reading.of(GROUP | POST, at, end))


def _named_people(reading: Reading, end: int) -> bool:
    """Whether what follows a list calls its members people: 等同志, 等领导."""
    index = reading.starts.get(end)
    return index is not None and bool(reading.token_classes[index] & ETCETERA) and reading.token_ends[index] - end > 1


def _behind_count(text: str, at: int) -> int:
    """Return where a number that begins at ``at`` ends."""
    numerals = characters("people", "lists.numerals")
    while at < len(text) and (text[at].isdigit() or text[at] in numerals):
        at += 1
    return at


def _people_named(reading: Reading, at: int) -> bool:
    """Whether what follows 等 is said of people: a counter, what they do, a word for them in the clause, or nothing at all."""
    text = reading.text
    if text[at : at + 1] in characters("people", "lists.counters", "lists.doing"):
        return True
    for step in range(_NOUN):
        if text[at + step : at + step + 1] in ("，", "。", "、", "；", ""):
            return step == 0 and text[at : at + 1] != "、"
        if reading.starting(at + step) & (POST | GROUP | INTRODUCTION | PERSON_VERB | HONORIFIC):
            return True
    return False
