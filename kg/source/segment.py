"""Page → Articles: the stages in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.model.text import Article, Page, Segment
from kg.source.chains import Chainer
from kg.source.compose import compose
from kg.source.defaults import Defaults
from kg.source.headlines import Head, Linker
from kg.source.kinship import Kinship
from kg.source.layout import Layout, read_layout
from kg.source.lines import read_lines
from kg.source.masthead import Masthead, split_masthead
from kg.source.pieces import Kind, Piece, as_text, read_pieces

_SHEET = 240
"""How many pieces are compared with each other: about thirty articles, more than any page holds."""


class _Told(NamedTuple):
    """An article without its circumstances."""

    title: str | None
    text: str
    segments: tuple[Segment, ...]


def segment(page: Page, stem: str, defaults: Defaults) -> tuple[Article, ...]:
    """Return the articles of a page, in the order in which their bodies begin on it, with ids ``stem-1``, ``stem-2`` …"""
    masthead = split_masthead(read_lines(page.text))
    pieces = read_pieces(masthead.lines)
    layout = read_layout(masthead.lines, pieces)
    found = (told for sheet in _sheets(pieces) for told in _told(sheet, layout))
    return tuple(_article(page, f"{stem}-{number}", masthead, defaults, told) for number, told in enumerate(found, 1))


def _sheets(pieces: tuple[Piece, ...]) -> Iterator[tuple[Piece, ...]]:
    """Cut what is longer than a page where a report begins: everything is compared with everything on a sheet."""
    start = 0
    for number, piece in enumerate(pieces):
        size = number - start
        if piece.is_head:
            continue  # what stands above a report goes with it
        if size >= 2 * _SHEET or (size >= _SHEET and piece.kind is Kind.TEXT and piece.is_lead):
            cut = next(place for place in range(number, start, -1) if not pieces[place - 1].is_head)
            yield as_text(pieces[start:cut])
            start = cut
    if pieces:
        yield as_text(pieces[start:])


def _told(pieces: Sequence[Piece], layout: Layout) -> Iterator[_Told]:
    kinship = Kinship(piece.text for piece in pieces if not piece.is_head)
    bodies = Chainer(pieces, kinship, layout).bodies()
    heads = Linker(pieces, bodies, kinship, layout.wrapped).link()
    for body, head in zip(bodies, heads, strict=True):
        yield _Told(_title(pieces, head), *compose(pieces, body, head, layout))


def _title(pieces: Sequence[Piece], head: Head) -> str | None:
    return " ".join(pieces[place].text for place in head.titles if pieces[place].kind is Kind.TITLE) or None


def _article(page: Page, name: str, masthead: Masthead, defaults: Defaults, told: _Told) -> Article:
    return Article(
        id=name,
        text=told.text,
        title=told.title,
        published=defaults.published or masthead.published,
        place=defaults.place,
        publisher=defaults.publisher or masthead.publisher,
        source=page.name,
        page_sha256=page.sha256,
        segments=told.segments,
    )
