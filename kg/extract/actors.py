"""Names that what follows them proves: ``肖捷参加``, ``由蔡梅生主持``, ``杨武受主席团委托``, ``罗小闻担任局长``."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from kg.extract.bounds import CLAUSE_STARTS, starts_sentence
from kg.extract.cast import Cast
from kg.extract.introduced import is_plain
from kg.extract.names import name_end
from kg.extract.namewords import DOES, ENDS_NAME, common_surname, surname, tables
from kg.extract.posts import post_after
from kg.extract.reading import ATTEND, CHAIR, DEED, ETCETERA, NOUN, SAY, SOFT, Reading
from kg.extract.wordlists import characters, listed, longest_first, word

_SIZES = (3, 2, 4)
"""Characters of a name before a verb, the likeliest first."""
_MEETS = ATTEND | CHAIR
"""Classes of the words that say what people do at a meeting."""
_SHORTEST_FOREIGN = 4
_LONGEST_FOREIGN = 8
"""Characters of a foreigner's name that no post introduces; shorter ones are taken for bodies: 哈马斯表示."""


class _Characters(NamedTuple):
    """Sets of characters that the rules here ask for at every verb."""

    before: frozenset[str]
    after_verb: frozenset[str]
    not_last: frozenset[str]


@cache
def _characters() -> _Characters:
    return _Characters(
        before=characters("people", "subjects.before") | CLAUSE_STARTS,
        after_verb=characters("people", "subjects.after_verb") | {""},
        not_last=characters("people", "subjects.not_last", "subjects.place_ends"),
    )


def before_verbs(reading: Reading, cast: Cast) -> None:
    """Believe names between the start of a clause and what only people do: ``杨武受主席团委托``."""
    text, gaps, starts, classes = reading.text, reading.gaps, reading.token_starts, reading.token_classes
    before, initials = _characters().before, tables().surname_initials
    for index in reading.of(DOES | DEED | ETCETERA):
        if classes[index] & ETCETERA and not _others_too(reading, index):
            continue
        start = starts[index]
        for size in _SIZES:
            at = start - size
            if at < 0 or text[at] not in initials:
                continue
            if (not at or text[at - 1] in before or at in gaps) and _acts(reading, at, index):
                cast.believe(text, at, start, "name-before-verb")
                break
        else:
            if classes[index] & SAY and (at := _foreign_start(reading, start)) >= 0:
                cast.believe(text, at, start, "name-before-verb")


def _foreign_start(reading: Reading, end: int) -> int:
    """Return where a sentence begins with a foreigner's name of four characters or more that ends at ``end``, or -1."""
    text, letters, at = reading.text, tables().transliteration, end
    while at > 0 and text[at - 1] in letters and end - at < _LONGEST_FOREIGN:
        at -= 1
    inside = any(position in reading.starts for position in range(at, end))
    return at if end - at >= _SHORTEST_FOREIGN and starts_sentence(reading, at) and not inside else -1


def _acts(reading: Reading, at: int, index: int) -> bool:
    """Whether ``at`` begins a name that ends at the token ``index``, and the token is what a person does."""
    text, known = reading.text, _characters()
    start, classes = reading.token_starts[index], reading.token_classes[index]
    sure = bool(classes & (DOES | ETCETERA))
    if not surname(text, at) or reading.starting(at) & (NOUN | ENDS_NAME & ~SOFT) or not (sure or _does(reading, index)):
        return False
    if not common_surname(text, at) and not tables().transliteration.issuperset(text[at:start]):
        return False
    if text[at - 1 : at] == "、" and (start - at == 2 or not sure):
        return False
    opening = (
        starts_sentence(reading, at) and bool(classes & (_MEETS | ETCETERA)) and (start - at > 2 or text[at] in tables().common)
    )
    if start - at > 2 and opening:
        return name_end(reading, at, open_ended=False) == start
    if text[start - 1] in known.not_last or text[at] in tables().particles or is_plain(reading, at, start):
        return False
    if start - at == 2 and not opening and not _sure_of_two(reading, at, index, sure):
        return False
    return name_end(reading, at, open_ended=False) == start


def _others_too(reading: Reading, index: int) -> bool:
    """Whether what people do at a meeting follows 等: 王小明等参加会见, 罗闻等领导出席."""
    return bool(reading.starting(reading.token_ends[index]) & _MEETS)


def _sure_of_two(reading: Reading, at: int, index: int, sure: bool) -> bool:
    """Whether a verb proves a name of two characters: one of a common surname, before a verb that ends there."""
    text, start, end = reading.text, reading.token_starts[index], reading.token_ends[index]
    if text[start] in listed("people", "subjects.sure_deeds"):
        return True
    sure = sure and text[end : end + 1] in _characters().after_verb
    return text[at] in tables().common and (sure or text[start:end] in listed("people", "subjects.taking_office"))


def _does(reading: Reading, index: int) -> bool:
    """Whether a word that others act by too is here what a person does: 受…委托, 代表…发言, 就…作说明, 当选."""
    text, end = reading.text, reading.token_ends[index]
    if not reading.token_classes[index] & DEED:
        return False
    deed = text[reading.token_starts[index] : end]
    if deed in listed("people", "subjects.at_meetings"):
        return True
    if deed == word("people", "subjects.entrusted"):
        return word("people", "subjects.entrusting") in text[end : end + 24]
    if deed in listed("people", "subjects.speaking_for"):
        tail = text[end : end + 24]
        spoken = any(speech in tail for speech in longest_first("people", "subjects.speeches"))
        return spoken and not tail.startswith(word("people", "subjects.done"))
    return deed in listed("people", "subjects.taking_office") and _office_follows(reading, end)


def _office_follows(reading: Reading, at: int) -> bool:
    """Whether a post follows a verb that puts its subject in office: 担任了县水务局局长."""
    return post_after(reading, at + reading.text.startswith(word("people", "subjects.done"), at)) is not None
