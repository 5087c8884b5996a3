"""Pages, articles, and the evidence that ties a record to the characters that say it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from kg.model.dates import PartialDate

T = TypeVar("T")


class Span(NamedTuple):
    """A half-open range of Unicode code points: never bytes, never UTF-16 units."""

    start: int
    end: int


class Evidence(NamedTuple):
    """Where in ``Article.text`` a fact stands, and the rule that read it there.

    ``rule`` names the lexicon entry or the function. The quote is cut from the article when it is written out:
    a tuple of two integers and a name is what the hot path can afford.
    """

    start: int
    end: int
    rule: str


class Stated(NamedTuple, Generic[T]):
    """A value and where the article states it."""

    value: T
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Page:
    """A source as it came: ``text`` is decoded but otherwise untouched; ``sha256`` is of the bytes."""

    name: str
    text: str
    media_type: str
    encoding: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Segment:
    """``text[start:end]`` of an article came from ``page[page_start:page_end]``.

    Where both ranges are equally long, characters correspond one to one; where they are not, the page's range was
    repaired (a doubled glyph, say) and corresponds as a whole.
    """

    start: int
    end: int
    page_start: int
    page_end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One report. ``text`` is *the* coordinate system of all evidence.

    ``place`` is the place whose "our city" the article speaks of, as given with the source; ``segments`` map ``text``
    back to the page's own characters, in ascending order of ``start``, and are empty where there was no page.
    """

    id: str
    text: str
    title: str | None = None
    published: PartialDate | None = None
    place: str | None = None
    publisher: str | None = None
    url: str | None = None
    source: str | None = None
    page_sha256: str | None = None
    segments: tuple[Segment, ...] = ()

    def quote(self, evidence: Evidence) -> str:
        """Return the characters that the evidence points at."""
        return self.text[evidence.start : evidence.end]

    def on_page(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the ranges of the page that ``text[start:end]`` came from, in reading order; empty without a page."""
        spans: list[Span] = []
        first = max(bisect_right(self.segments, start, key=lambda segment: segment.start) - 1, 0)
        for segment in self.segments[first:]:
            if segment.start >= end:
                break
            left, right = max(start, segment.start), min(end, segment.end)
            if left >= right:
                continue
            if segment.end - segment.start == segment.page_end - segment.page_start:
                shift = segment.page_start - segment.start
                spans.append(Span(left + shift, right + shift))
            else:
                spans.append(Span(segment.page_start, segment.page_end))
        return tuple(spans)
