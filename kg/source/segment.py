"""Page → Articles."""

from __future__ import annotations

from kg.model.text import Article, Page, Segment
from kg.source.defaults import Defaults


def segment(page: Page, stem: str, defaults: Defaults) -> tuple[Article, ...]:
    """Return the articles of a page, in the order in which their bodies begin on it."""
    return (
        Article(
            id=f"{stem}-1",
            text=page.text,
            published=defaults.published,
            place=defaults.place,
            publisher=defaults.publisher,
            source=page.name,
            page_sha256=page.sha256,
            segments=(Segment(0, len(page.text), 0, len(page.text)),),
        ),
    )
