"""Names that what follows them proves: ``肖捷参加``, ``由蔡梅生主持``, ``应柏平副厅长``, ``买买提·吐尔逊``."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from kg.extract.cast import Cast
from kg.extract.introduced import is_plain
from kg.extract.lists import CLAUSE_STARTS
from kg.extract.names import name_end
from kg.extract.namewords import ENDS_NAME, PERSON_VERB, common_surname, is_han, surname, tables
from kg.extract.reading import ACT, ATTEND, COURTESY, DEED, DOT, ETCETERA, HARD, LEFT, NOUN, ORGANIZATION, POST, SOFT, Reading
from kg.extract.wordlists import characters, listed, longest_first, word

_SIZES = (3, 2, 4)
"""Characters of a name before a verb or a title, the likeliest first."""
_QUOTED = 40
"""Characters back to which an opening mark is looked for."""
_FIRST_PART = 7
"""Characters of the longest part of a name before its first dot."""
_PERSONAL = PERSON_VERB & ~ETCETERA
_LEADS = LEFT | HARD | POST | ORGANIZATION | ATTEND | ACT


class _Characters(NamedTuple):
    """Sets of characters that the rules here ask for at every verb."""

    before: frozenset[str]
    after_verb: frozenset[str]
    not_last: frozenset[str]
    place_ends: frozenset[str]
    not_before_title: frozenset[str]


@cache
def _characters() -> _Characters:
    names = tables()
    places = characters("people", "subjects.place_ends")
    return _Characters(
        before=characters("people", "subjects.before") | CLAUSE_STARTS,
        after_verb=characters("people", "subjects.after_verb") | {""},
        not_last=characters("people", "subjects.not_last") | places,
        place_ends=places,
        not_before_title=characters("people", "subjects.not_before_title") | names.unlikely | places,
    )


def before_verbs(reading: Reading, cast: Cast) -> None:
    """Believe names between the start of a clause and what only people do: ``杨武受主席团委托``."""
    text, gaps, before = reading.text, reading.gaps, _characters().before
    for index in reading.of(_PERSONAL | DEED):
        start = reading.token_starts[index]
        for size in _SIZES:
            at = start - size
            if at >= 0 and (at == 0 or text[at - 1] in before or at in gaps) and _acts(reading, at, index):
                cast.believe(text, at, start, "name-before-verb")
                break


def _acts(reading: Reading, at: int, index: int) -> bool:
    """Whether ``at`` begins a name that ends at the token ``index``, and the token is what a person does."""
    text, known = reading.text, _characters()
    start, classes = reading.token_starts[index], reading.token_classes[index]
    sure = bool(classes & _PERSONAL)
    if not surname(text, at) or reading.starting(at) & (NOUN | ENDS_NAME & ~SOFT) or not (sure or _does(reading, index)):
        return False
    if not common_surname(text, at) and not tables().transliteration.issuperset(text[at:start]):
        return False
    if text[at - 1 : at] == "、" and (start - at == 2 or not sure):
        return False
    if text[start - 1] in known.not_last or text[at] in tables().particles or is_plain(reading, at, start):
        return False
    if start - at == 2 and not _sure_of_two(reading, at, index, sure):
        return False
    return name_end(reading, at, open_ended=False) == start


def _sure_of_two(reading: Reading, at: int, index: int, sure: bool) -> bool:
    """Whether a verb proves a name of two characters: one of a common surname, before a verb that ends there."""
    text, start, end = reading.text, reading.token_starts[index], reading.token_ends[index]
    if text[start] in listed("people", "subjects.sure_deeds"):
        return True
    return sure and text[at] in tables().common and text[end : end + 1] in _characters().after_verb


def _does(reading: Reading, index: int) -> bool:
    """Whether a word that others act by too is here what a person does: 受…委托, 代表…发言, 就…作说明, 当选."""
    text, end = reading.text, reading.token_ends[index]
    if not reading.token_classes[index] & DEED:
        return False
    deed = text[reading.token_starts[index] : end]
    if deed == word("people", "subjects.entrusted"):
        return word("people", "subjects.entrusting") in text[end : end + 24]
    if deed in listed("people", "subjects.speaking_for"):
        tail = text[end : end + 24]
        spoken = any(speech in tail for speech in longest_first("people", "subjects.speeches"))
        return spoken and not tail.startswith(word("people", "subjects.done"))
    return deed == word("people", "subjects.elected")


def before_titles(reading: Reading, cast: Cast) -> None:
    """Believe names before a title or 同志: ``张德江委员长主持``, ``焦裕禄同志``."""
    for index in reading.of(COURTESY):
        start = reading.token_starts[index]
        for size in _SIZES:
            if start >= size and _addressed(reading, start - size, start):
                cast.believe(reading.text, start - size, start, "name-before-title")
                break


def _addressed(reading: Reading, at: int, start: int) -> bool:
    """Whether ``at`` begins a name that ends before the title at ``start``."""
    text, names = reading.text, tables()
    family = surname(text, at)
    if not family or start - at - family not in (1, 2) or text[start - 1] in _characters().not_before_title:
        return False
    if start - at == 2 and (text[at] not in names.common or text[at] in names.particles):
        return False
    if text[at] in names.joining or not names.never.isdisjoint(text[at + family : start]) or not all(map(is_han, text[at:start])):
        return False
    if any(reading.starting(position) & ~SOFT for position in range(at, start)):
        return False
    if at == 0 or text[at - 1] in CLAUSE_STARTS or at in reading.gaps or reading.ending(at) & _LEADS:
        return True
    return text.startswith(word("people", "honorifics.sure"), start)


def with_dots(reading: Reading, cast: Cast) -> None:
    """Believe names with dots wherever they stand outside titles and quotation marks: ``买买提·吐尔逊``."""
    text = reading.text
    dot = text.find(DOT)
    while dot >= 0:
        start = _first_part(reading, dot)
        stop = _last_part(reading, start, dot) if start < dot else 0
        if stop > dot + 1 and _foreign(text[start:stop]) and not _is_quoted(text, dot):
            name = text[start:stop]
            if not any(name in known for known in cast.first):
                cast.believe(text, start, stop, "name-with-dot")
        dot = text.find(DOT, max(stop, dot + 1))


def _first_part(reading: Reading, dot: int) -> int:
    """Return where the name begins whose first dot this is: as far back as characters of transliterations go."""
    text, letters, start = reading.text, tables().transliteration, dot
    while start > 0 and text[start - 1] in letters and dot - start < _FIRST_PART and start not in reading.gaps:
        if start < dot and _word_ends(reading, start):
            break
        start -= 1
    return start


def _word_ends(reading: Reading, end: int) -> bool:
    """Whether a word of two characters or more that is no part of a name ends at ``end``."""
    index = reading.ends.get(end)
    return index is not None and bool(reading.token_classes[index] & ENDS_NAME) and reading.token_starts[index] < end - 1


def _last_part(reading: Reading, start: int, dot: int) -> int:
    """Return where the name with dots at ``start`` ends, or 0 where it is a body's."""
    text, letters = reading.text, tables().transliteration
    stop = name_end(reading, start, open_ended=True)
    while stop > dot + 2 and text[stop - 1] not in letters:
        stop -= 1
    body = reading.starting(stop) & ORGANIZATION or text.startswith(longest_first("people", "subjects.firms"), stop)
    return 0 if body else stop


def _foreign(name: str) -> bool:
    """Whether three of four characters of a name, its first dot left out, are such as transliterations are made of."""
    letters = tables().transliteration
    return sum(character in letters for character in name) * 4 >= (len(name) - 1) * 3


def _is_quoted(text: str, at: int) -> bool:
    """Whether a position stands inside a title or quotation marks."""
    begin = max(0, at - _QUOTED)
    return any(text.rfind(left, begin, at) > text.rfind(right, begin, at) for left, right in ("《》", "“”", "【】", "‘’"))
