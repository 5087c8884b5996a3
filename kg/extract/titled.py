"""Names that a title behind them proves: ``张小兰总书记``, ``焦明同志``, ``应柏平副厅长指出``, ``欧阳简直（市委书记）``."""

from __future__ import annotations

from functools import cache

from kg.extract.bounds import follows, starts_clause
from kg.extract.cast import Cast
from kg.extract.introduced import is_plain
from kg.extract.names import name_end
from kg.extract.namewords import DOES, common_surname, is_han, surname, tables
from kg.extract.reading import ACT, ATTEND, COURTESY, HARD, LEFT, NOUN, ORGANIZATION, POST, SOFT, Reading
from kg.extract.wordlists import characters, listed, word

_SIZES = (3, 2, 4)
"""Characters of a name before a title, the likeliest first."""
_LONGEST_FOREIGN = 7
"""Characters of the longest name of a foreigner before a title."""
_LONGEST = 15
"""Characters of the longest name before a person's sex."""
_BRACKET = 40
"""Characters of the longest bracket that gives a post."""
_LEADS = LEFT | HARD | POST | ORGANIZATION | ATTEND | ACT
"""Classes of the words that may stand before a name with a title behind it."""


@cache
def _not_last() -> frozenset[str]:
    """Return the characters that no name before a title ends in."""
    return characters("people", "subjects.not_before_title", "subjects.place_ends") | tables().unlikely


def before_titles(reading: Reading, cast: Cast) -> None:
    """Believe names before a title or 同志: ``张德江委员长主持``, ``焦裕禄同志``, and before other posts ``应柏平副厅长指出``."""
    text, starts, classes, initials = reading.text, reading.token_starts, reading.token_classes, tables().surname_initials
    for index in reading.of(COURTESY | POST):
        start = starts[index]
        courtesy = classes[index] & COURTESY
        for size in _SIZES if courtesy else _SIZES[:1]:
            at = start - size
            if at < 0 or text[at] not in initials:
                continue
            vouched = courtesy or _titled_actor(reading, index) or _titled_anywhere(reading, index)
            if vouched and _addressed(reading, at, index):
                cast.believe(text, at, start, "name-before-title")
                break
        else:
            if (at := _foreign_start(reading, index)) >= 0:
                cast.believe(text, at, start, "name-before-title")


def _foreign_start(reading: Reading, index: int) -> int:
    """Return where a foreigner's name begins before a title of foreigners, 同普京总统举行会谈, or -1."""
    text, start, letters = reading.text, reading.token_starts[index], tables().transliteration
    if text[start - 1 : start] not in letters or text[start - 1] in _not_last():
        return -1
    if text[start : reading.token_ends[index]] not in _foreigners_titles():
        return -1
    at = start
    while at > 0 and text[at - 1] in letters and start - at < _LONGEST_FOREIGN and not _bounds(reading, at):
        at -= 1
    inside = any(position in reading.starts for position in range(at, start))
    countries = start - at == 2 and listed("names", "countries.short").issuperset(text[at:start])
    if start - at < 2 or countries or inside or reading.ending(start) or not (starts_clause(reading, at) or _bounds(reading, at)):
        return -1
    return at if follows(reading, reading.token_ends[index]) and not is_plain(reading, at, start) else -1


@cache
def _foreigners_titles() -> frozenset[str]:
    """Return the titles that foreigners have behind their names."""
    return listed("posts", "posts.foreign") & listed("posts", "posts.after_name")


def _bounds(reading: Reading, at: int) -> bool:
    """Whether a word that names stand behind ends at ``at``."""
    return bool(reading.ending(at) & (LEFT | HARD | SOFT))


def _titled_anywhere(reading: Reading, index: int) -> bool:
    """Whether a title stands behind three characters that a word bounds which names stand behind: 拥护李克强总理."""
    text, start, end = reading.text, reading.token_starts[index], reading.token_ends[index]
    at = start - _SIZES[0]
    if at < 0 or not common_surname(text, at) or text[start:end] not in listed("posts", "posts.after_name"):
        return False
    bounded = starts_clause(reading, at) or _bounds(reading, at)
    return bounded and not any(position in reading.starts for position in range(at, start)) and follows(reading, end)


def _titled_actor(reading: Reading, index: int) -> bool:
    """Whether a post that may stand behind a name stands behind three characters that begin a clause, and before a verb."""
    text, start, end = reading.text, reading.token_starts[index], reading.token_ends[index]
    at = start - _SIZES[0]
    if at < 0 or not starts_clause(reading, at) or not common_surname(text, at):
        return False
    return bool(reading.starting(end) & DOES) and text[start:end] in listed("posts", "posts.after_name")


def before_brackets(reading: Reading, cast: Cast) -> None:
    """Believe names at the start of a clause before a bracket that gives their post: ``欧阳简直（市委书记）``."""
    text = reading.text
    opening = text.find("（")
    while opening >= 0:
        close = text.find("）", opening, opening + _BRACKET)
        index = reading.ends.get(close)
        if index is not None and reading.token_classes[index] & POST:
            _before_bracket(reading, cast, opening)
        opening = text.find("（", opening + 1)


def _before_bracket(reading: Reading, cast: Cast, opening: int) -> None:
    """Believe the name that a clause begins with and that ends at the bracket."""
    text, no_last = reading.text, characters("people", "subjects.not_last", "subjects.place_ends")
    for size in _SIZES:
        at = opening - size
        if at < 0 or not starts_clause(reading, at) or not common_surname(text, at):
            continue
        if text[opening - 1] in no_last or is_plain(reading, at, opening):
            continue
        if name_end(reading, at, open_ended=False) == opening:
            cast.believe(text, at, opening, "name-before-bracket")


def before_sexes(reading: Reading, cast: Cast) -> None:
    """Believe names at the start of a clause that the person's sex follows, as in notices: ``罗闻，男，汉族``."""
    text = reading.text
    for mark in _sexes():
        comma = text.find(mark)
        while comma >= 0:
            for start in range(comma - 2, max(-1, comma - _LONGEST - 1), -1):
                if starts_clause(reading, start) and comma in (
                    name_end(reading, start, open_ended=False),
                    name_end(reading, start, open_ended=True),
                ):
                    cast.believe(text, start, comma, "name-before-sex")
                    break
            comma = text.find(mark, comma + 1)


@cache
def _sexes() -> tuple[str, ...]:
    """Return the words for a person's sex as notices have them, between commas."""
    return tuple(f"，{mark}，" for mark in sorted(listed("names", "sexes.female", "sexes.male")))


def _addressed(reading: Reading, at: int, title: int) -> bool:
    """Whether ``at`` begins a name that ends before the token ``title``; 任红委员发言 needs no common surname."""
    text, names, start, end = reading.text, tables(), reading.token_starts[title], reading.token_ends[title]
    family = surname(text, at)
    if not family or start - at - family not in (1, 2) or text[start - 1] in _not_last():
        return False
    begins = starts_clause(reading, at)
    acts = begins and (bool(reading.starting(end) & DOES) or text.startswith("：", end))
    if start - at == 2 and not acts and (text[at] not in names.common or text[at] in names.particles):
        return False
    if text[at] in names.joining or not names.never.isdisjoint(text[at + family : start]) or not all(map(is_han, text[at:start])):
        return False
    if family == 1 and not acts and reading.starting(at) & ~SOFT:
        return False
    index = reading.starts
    # 濮阳松林同志: a surname of two characters may be a place's name.
    first = at + family if family > 1 and at in index and reading.token_ends[index[at]] == at + family else at
    words = (reading.starting(position) for position in range(first, start) if position in index)
    allowed = SOFT | NOUN if acts and start - at > 2 else SOFT
    if any(classes & ~allowed for classes in words):
        return False
    if begins or reading.ending(at) & (_LEADS | SOFT):
        return True
    return text.startswith(word("people", "honorifics.sure"), start)
