"""The view of a text that rules match on: one script, one width, no padding, no line wraps, and the way back.

The text itself stays as it is. The view differs from it only by characters replaced one for one and by white space left
out, so that a position in the view leads back to one in the text.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from opencc import OpenCC

from kg.lexicon import words

DOT = "·"
"""What the view has between the parts of a name, whatever the page has there."""
_HYPHEN = "‐"
"""What some pages have for the dot."""
_WIDE = dict(zip(",;:!?()", "，；：！？（）", strict=True))
_UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
"""Characters without a width, which pages strew in: as good as blanks."""
_SENTENCE_END = frozenset("。！？；：…”』」）】.!?;:)>")
_LEAST_WRAPPED = 3
"""Lines of about one width that a text needs before its line ends count as wraps."""
_WIDEST = 64
"""Characters of the widest column that is believed to be one."""


@dataclass(frozen=True, slots=True)
class View:
    """``text`` to match on; ``starts[i]`` in it is ``origins[i]`` in the article, and so on up to the next start.

    ``gaps`` are the places in the view where blanks that are no line ends were left out.
    """

    text: str
    starts: list[int]
    origins: list[int]
    gaps: frozenset[int]

    def origin(self, position: int) -> int:
        """Return where in the article the view's character at ``position`` stands."""
        piece = bisect_right(self.starts, position) - 1
        return self.origins[piece] + position - self.starts[piece]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the article's range of the view's non-empty ``[start, end)``."""
        starts = self.starts
        piece = bisect_right(starts, start)
        shift = self.origins[piece - 1] - starts[piece - 1]
        whole = piece == len(starts) or starts[piece] >= end
        return start + shift, end + shift if whole else self.origin(end - 1) + 1


@cache
def _replacements() -> tuple[re.Pattern[str], dict[str, str]]:
    """Characters to replace one for one: traditional script, radicals, compatibility forms, widths, dots, unseen ones."""
    han = [chr(code) for code in range(0x4E00, 0xA000)]
    # One character a line, so that no phrase of the converter's spans two of them.
    simplified = OpenCC("t2s").convert("\n".join(han)).split("\n")
    table = {character: one for character, one in zip(han, simplified, strict=True) if one != character and len(one) == 1}
    forms = {pair[0]: pair[1] for pair in words("pages", "characters.radicals")}
    for code in [*range(0x2F00, 0x2FE0), *range(0xF900, 0xFB00), *range(0xFF10, 0xFF5B)]:
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1 and plain != chr(code) and not unicodedata.category(plain).startswith("P"):
            forms[chr(code)] = plain
    table |= {form: table.get(plain, plain) for form, plain in forms.items()}
    table |= _WIDE | dict.fromkeys([*words("pages", "characters.dots"), _HYPHEN], DOT) | dict.fromkeys(_UNSEEN, " ")
    return re.compile("[" + re.escape("".join(sorted(table))) + "]"), table


def make_view(text: str) -> View:
    """Return the view of an article's text; linear in its length."""
    odd, table = _replacements()
    plain = odd.sub(lambda found: table[found[0]], text) if odd.search(text) else text
    words = plain.split()
    width = _wrap_width(text)
    if not width and plain == "\n".join(words):
        # Seven of ten texts have no blanks but single line ends: the view is the text.
        return View(plain, [0], [0], frozenset())
    pieces: list[str] = []
    starts, origins, gaps = [0], [0], set()
    length = last = 0
    for word in [*words, ""]:
        # Nothing but white space stands between two words, so the first character found is the next word's.
        start = plain.index(word[0], last) if word else len(plain)
        if start > last:
            line_end = plain.find("\n", last, start)
            if line_end < 0:
                gaps.add(length)
            elif not (width and _wrapped(text, last, start, width)):
                pieces.append("\n")
                starts.append(length)
                origins.append(line_end)
                length += 1
            starts.append(length)
            origins.append(start)
        pieces.append(word)
        length += len(word)
        last = start + len(word)
    return View("".join(pieces), starts, origins, frozenset(gaps))


def _wrap_width(text: str) -> int:
    """Return the width at which the text's lines are wrapped, or 0 where line ends are paragraph ends."""
    if text.count("\n") < _LEAST_WRAPPED:
        return 0
    lines = [line.rstrip() for line in text.split("\n")[:-1]]
    open_ended = sorted(len(line) for line in lines if line and line[-1] not in _SENTENCE_END)
    if len(open_ended) < _LEAST_WRAPPED:
        return 0
    width = open_ended[len(open_ended) * 3 // 4]
    near = sum(1 for length in open_ended if abs(length - width) <= 2)
    # Few lines of a wrapped text are longer: headlines between long paragraphs are no wraps.
    if sum(len(line) > width + 4 for line in lines) * 3 > near:
        return 0
    return width if width <= _WIDEST and near >= _LEAST_WRAPPED and near * 2 > len(open_ended) else 0


def _wrapped(text: str, start: int, end: int, width: int) -> bool:
    """Whether the line end within ``text[start:end]`` cuts a line of about ``width`` in mid-sentence or mid-paragraph."""
    if text.count("\n", start, end) > 1 or start == 0 or end >= len(text):
        return False
    line = start - (text.rfind("\n", 0, start) + 1)
    indented = end - text.rindex("\n", start, end) > 2 or text[end - 1] == "\u3000"
    return line >= width - 3 and not indented
