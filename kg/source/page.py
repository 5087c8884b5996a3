"""A ``.txt`` file → Page → Articles."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from kg.errors import SourceError
from kg.model.text import Article, Page
from kg.source.decode import decode
from kg.source.defaults import Defaults
from kg.source.segment import segment

PAGE_LIMIT = 2 * 1024 * 1024
"""The largest page that is read, in bytes: a full newspaper page holds about 50 kB."""


def read_page(path: Path) -> Page:
    """Read one page, decoded but otherwise untouched.

    Raises:
        DecodeError: for bytes that are no text.
        SourceError: for a file that is missing, unreadable, empty, larger than ``PAGE_LIMIT``, or a binary.
    """
    name = str(path)
    try:
        with path.open("rb") as stream:
            data = stream.read(PAGE_LIMIT + 1)
    except OSError as error:
        raise SourceError(name, f"cannot be read: {error.strerror or error}") from None
    if len(data) > PAGE_LIMIT:
        raise SourceError(name, f"a page of more than {PAGE_LIMIT // 1024**2} MB")
    text, encoding = decode(data, name)
    if not text.strip(" \t\r\n\f\v\ufeff\u3000"):
        raise SourceError(name, "an empty page", "1")
    return Page(name, text, "text/plain", encoding, hashlib.sha256(data).hexdigest())


def page_articles(page: Page, stem: str, defaults: Defaults) -> Iterator[Article]:
    """Yield the page's articles with ids ``stem-1``, ``stem-2`` … in their order on the page.

    Raises:
        SourceError: for a page on which no article was found.
    """
    found = segment(page, stem, defaults)
    if not found:
        raise SourceError(page.name, "no article on this page", "1")
    yield from found
