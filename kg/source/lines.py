"""Page → lines: each repaired, with its width, its indent and its place on the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.source.columns import Raw, unfold
from kg.source.repair import Run, repair
from kg.source.rules import marks, shape
from kg.source.width import cells

_LINE = re.compile("[^\r\n\f\v\x1c-\x1e\x85\u2028\u2029]*")
_BREAK = re.compile("\r\n|[\r\n\f\v\x1c-\x1e\x85\u2028\u2029]")
_INDENT = re.compile(r"[ \t\u3000\xa0]*")
_IGNORED = "\ufeff\u200b"


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line that is not blank.

    ``width`` and ``indent`` count cells (a Chinese character is two); ``gap`` says that white space or a page's end stands
    before it; ``breaks`` is the range of the line break after it; ``doubled`` that its glyphs stood there twice.
    """

    runs: tuple[Run, ...]
    text: str
    width: int
    indent: int
    gap: bool
    doubled: bool
    breaks: tuple[int, int]

    @property
    def start(self) -> int:
        """Where it begins on the page."""
        return self.runs[0].start

    @property
    def is_closed(self) -> bool:
        """Whether a sentence ends where it ends, or the article does."""
        return ends_sentence(self.text) or self.is_last

    @property
    def is_last(self) -> bool:
        """Whether it says that the article ends here or goes on on another page."""
        return bool(shape("jump").search(self.text) or shape("closing").search(self.text))


def ends_sentence(text: str) -> bool:
    """Whether the text ends with a full stop, or one before closing quotes and brackets."""
    bare = text.rstrip()
    while bare and bare[-1] in marks("closing"):
        bare = bare[:-1].rstrip()
    return bool(bare) and bare[-1] in marks("terminal")


def read_lines(page: str) -> tuple[Line, ...]:
    """Return the page's lines in their order; blank ones become the ``gap`` of the next."""
    return tuple(_repaired(page, unfold(page, list(_raw(page)))))


def _raw(page: str) -> Iterator[Raw]:
    place = 0
    while place < len(page):
        found = _LINE.match(page, place)
        end = found.end() if found else place
        broken = _BREAK.match(page, end)
        after = broken.end() if broken else end
        yield Raw(place, end, after)
        place = after


def _repaired(page: str, raw: Iterable[Raw]) -> Iterator[Line]:
    gap, doubled = True, False
    for start, end, after in raw:
        written = page[start:end]
        runs = repair(written, start, doubled)
        if runs:
            text = "".join(run.text for run in runs)
            doubled = 2 * len(text) <= len(re.sub(r"\s", "", written))
            indent = _INDENT.match(written.lstrip(_IGNORED))
            yield Line(
                runs=runs,
                text=text,
                width=cells(text),
                indent=cells(indent.group()) if indent else 0,
                gap=gap,
                doubled=doubled,
                breaks=(end, after),
            )
            gap = False
        else:
            gap = True
        if "\f" in page[end:after]:
            gap = True
