"""Page → Articles: the stages in order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kg.model.text import Article, Page, Segment
from kg.source.chains import Chainer
from kg.source.compose import Layout, compose
from kg.source.defaults import Defaults
from kg.source.headlines import Head, Linker
from kg.source.kinship import Kinship
from kg.source.lines import Line, read_lines
from kg.source.masthead import Masthead, split_masthead
from kg.source.pieces import Kind, Piece, read_pieces
from kg.source.rules import marks
from kg.source.signs import starts_paragraph

_WRAPPED = 0.3
"""The least share of lines that break off in mid-sentence on a page whose lines are cut at a column's width."""

_SHORTEST = 16
"""The narrowest line, in cells, that counts for that: shorter ones are ends of paragraphs; heads have no inner marks."""

_WIDEST = 100
"""The widest column, in cells; where one line in ten is wider, lines are paragraphs."""


def segment(page: Page, stem: str, defaults: Defaults) -> tuple[Article, ...]:
    """Return the articles of a page, in the order in which their bodies begin on it, with ids ``stem-1``, ``stem-2`` …"""
    masthead = split_masthead(read_lines(page.text))
    if not masthead.lines:
        return ()
    pieces = read_pieces(masthead.lines)
    kinship = Kinship(piece.text for piece in pieces if not piece.is_head)
    wrapped = is_wrapped(masthead.lines)
    bodies = Chainer(pieces, kinship, wrapped).bodies()
    layout = Layout(wrapped, _sets_in(pieces))
    heads = Linker(pieces, bodies, kinship, wrapped).link()
    return tuple(
        _article(page, f"{stem}-{number}", masthead, defaults, _title(pieces, head), compose(pieces, body, head, layout))
        for number, (body, head) in enumerate(zip(bodies, heads, strict=True), 1)
    )


def is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether lines are cut at a column's width: then many of them break off in mid-sentence."""
    long = [line for line in lines if line.width >= _SHORTEST and set(line.text) & marks("inner")]
    widths = sorted(line.width for line in long)
    if not widths or widths[-1 - len(widths) // 10] > _WIDEST:
        return False
    return sum(not line.is_closed for line in long) > _WRAPPED * len(long)


def _sets_in(pieces: Sequence[Piece]) -> bool:
    """Whether most pieces that begin after a full stop begin with a line that is set in."""
    texts = [piece for piece in pieces if piece.kind is Kind.TEXT]
    begins = [after for before, after in pairwise(texts) if not before.is_open and len(after.lines) > 2]
    return 2 * sum(starts_paragraph(piece) for piece in begins) >= len(begins)


def _title(pieces: Sequence[Piece], head: Head) -> str | None:
    return " ".join(pieces[place].text for place in head.titles if pieces[place].kind is Kind.TITLE) or None


def _article(
    page: Page, name: str, masthead: Masthead, defaults: Defaults, title: str | None, written: tuple[str, tuple[Segment, ...]]
) -> Article:
    text, segments = written
    return Article(
        id=name,
        text=text,
        title=title,
        published=defaults.published or masthead.published,
        place=defaults.place,
        publisher=defaults.publisher or masthead.publisher,
        source=page.name,
        page_sha256=page.sha256,
        segments=segments,
    )
