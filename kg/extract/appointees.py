"""Names whom a sentence puts in office or out of it: ``免去额尔其图的法院院长职务``, ``次仁卓嘎（女，藏族）为局长``."""

from __future__ import annotations

import re
from functools import cache

from kg.extract import signs
from kg.extract.cast import Cast
from kg.extract.introduced import skip_bracket
from kg.extract.names import name_end
from kg.extract.namewords import is_han, surname, tables
from kg.extract.reading import GROUP, HARD, LEFT, MEETING, ORGANIZATION, POST, SOFT, Reading
from kg.extract.wordlists import either, longest_first, word

_LENGTHS = range(2, 9)
"""Characters of a name."""
_REACH = 30
"""Characters behind a name in which its post ends."""


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"{either('posts', 'verbs.before_appointee')}|[：；、\n]")


def find(reading: Reading, cast: Cast) -> None:
    """Believe names behind a verb that appoints or dismisses, or at the start of a line of a list of appointments."""
    text = reading.text
    if not reading.signs & signs.APPOINTING:
        return
    further = longest_first("posts", "verbs.before_appointee")
    for verb in _before().finditer(text):
        at = verb.end()
        if not is_han(text[at : at + 1]) or _boundary_word(reading, at) or text.startswith(further, at):
            continue
        among = verb.group() == "、"
        stop = name_end(reading, at, open_ended=not among) or (0 if among else _run_before(reading, at))
        if text[stop - 1 : stop + 1] in tables().followers:
            continue
        if (
            stop - at in _LENGTHS
            and tables().never.isdisjoint(text[at + (surname(text, at) > 0) : stop])
            and _office_follows(reading, skip_bracket(text, stop), giving_only=among)
        ):
            cast.believe(text, at, stop, "name-appointed")


def _boundary_word(reading: Reading, at: int) -> bool:
    """Whether a word of two characters or more begins at ``at`` that bounds names."""
    index = reading.starts.get(at)
    return index is not None and bool(reading.token_classes[index] & (LEFT | HARD)) and reading.token_ends[index] > at + 1


def _office_follows(reading: Reading, after: int, *, giving_only: bool) -> bool:
    """Whether an office given or taken follows a name: 为…局长, 的…职务."""
    text = reading.text
    giving = text.startswith(word("posts", "verbs.giving"), after)
    if not giving and giving_only:
        return False
    if not giving and not text.startswith(word("posts", "joints.of"), after):
        return False
    if word("posts", "verbs.duty") in text[after : after + _REACH]:
        return True
    return giving and any(reading.ending(position) & POST for position in range(after + 2, after + _REACH))


def _run_before(reading: Reading, at: int) -> int:
    """Return where the Han run at ``at`` reaches 为, 的 or a bracket within seven characters, or 0."""
    text = reading.text
    if reading.starting(at) & (POST | GROUP | ORGANIZATION | MEETING):
        return 0
    closing = {word("posts", "verbs.giving"), word("posts", "joints.of"), "（"}
    for position in range(at + 2, min(at + 8, len(text))):
        if text[position] in closing:
            return position
        if not is_han(text[position]) or reading.starting(position) & ~SOFT:
            return 0
    return 0
