"""Groups that stand beside names: ``李明及四大班子其他在家领导``, ``县长李明等县四套班子领导``, ``企业代表、县长李明发言``."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from kg.extract.cast import Mention
from kg.extract.group_parts import Range, cut, end_of_group
from kg.extract.reading import GROUP, POST, Reading
from kg.extract.wordlists import listed, longest_first, word

_LISTED = "、"


class _Words(NamedTuple):
    behind: tuple[str, ...]
    etcetera: tuple[str, ...]
    comrade: str
    labels: tuple[str, ...]
    collective: frozenset[str]
    numbers: tuple[str, ...]


@cache
def _words() -> _Words:
    return _Words(
        behind=longest_first("groups", "names.behind"),
        etcetera=longest_first("groups", "names.etcetera"),
        comrade=word("groups", "names.comrade"),
        labels=longest_first("groups", "names.labels"),
        collective=listed("posts", "posts.collective"),
        numbers=longest_first("groups", "parts.numerals"),
    )


def name_end(reading: Reading, mention: Mention) -> int:
    """Return where the words go on behind a name, its title and 同志."""
    at, comrade = mention.end, _words().comrade
    index = reading.starts.get(at)
    if index is not None and reading.token_classes[index] & POST:
        at = reading.token_ends[index]
    return at + len(comrade) if reading.text.startswith(comrade, at) else at


def behind(reading: Reading, mention: Mention, right: int, adjacent: bool) -> list[Range]:
    """Return the groups joined to a name up to ``right``; ``adjacent`` says that a verb stands there."""
    text, at, listed_words = reading.text, name_end(reading, mention), _words()
    joint = next((one for one in (*listed_words.etcetera, *listed_words.behind) if text.startswith(one, at)), None)
    if joint is None:
        return []
    start = at + len(joint)
    end = end_of_group(reading, start, right, adjacent)
    if not end or (joint in listed_words.etcetera and _labels(reading, mention, start, end)):
        return []
    return cut(reading, start, end)


def _labels(reading: Reading, mention: Mention, start: int, end: int) -> bool:
    """Whether what follows 等 only counts those named or says what they are: 等四名同志, 等县领导 of names without titles."""
    text, listed_words = reading.text, _words()
    if text[start].isdigit() or text.startswith(listed_words.numbers, start):
        return True
    return text.endswith(listed_words.labels, start, end) and not reading.ending(mention.start) & POST


def ahead(reading: Reading, left: int, mention: Mention) -> list[Range]:
    """Return the groups listed before a name in the clause that begins at ``left``."""
    text = reading.text
    for index in reading.of(GROUP | POST, left, mention.start)[::-1]:
        start, end = reading.token_starts[index], reading.token_ends[index]
        collective = not reading.token_classes[index] & POST or text[start:end] in _words().collective
        if collective and text[end] in _words().behind and _LISTED not in text[end + 1 : mention.start]:
            return cut(reading, left, end)
    return []
