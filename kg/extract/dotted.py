"""Names with dots: ``买买提·吐尔逊``."""

from __future__ import annotations

from kg.extract.cast import Cast
from kg.extract.names import name_end
from kg.extract.namewords import ENDS_NAME, tables
from kg.extract.reading import ORGANIZATION, Reading
from kg.extract.view import DOT
from kg.extract.wordlists import longest_first

_QUOTED = 40
"""Characters back to which an opening mark is looked for."""
_FIRST_PART = 7
"""Characters of the longest part of a name before its first dot."""


def find(reading: Reading, cast: Cast) -> None:
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
