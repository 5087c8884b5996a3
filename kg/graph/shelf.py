"""The articles of a build, kept beside its graph so that a quote can be shown in its text: JSON Lines, compressed."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.errors import StoreError
from kg.model.text import Article

Row = dict[str, Any]

SHELF = "articles.jsonl.gz"
"""The file of the articles in the folder of a build."""


class Shelf:
    """Where articles are put while a build is written; bytes depend on nothing but the articles."""

    def __init__(self, folder: Path) -> None:
        self._raw = (folder / SHELF).open("wb")
        self._file = gzip.GzipFile(filename="", mode="wb", fileobj=self._raw, compresslevel=3, mtime=0)

    def put(self, article: Article) -> None:
        """Keep an article."""
        self._file.write(json.dumps(_row(article), ensure_ascii=False).encode() + b"\n")

    def close(self) -> None:
        """Finish the file."""
        self._file.close()
        self._raw.close()


def rows(folder: Path) -> Iterator[Row]:
    """Yield the articles of a build, in the order in which they were read: the keys are those of the outward contract.

    Raises:
        StoreError: if the file is missing or damaged.
    """
    try:
        with gzip.open(folder / SHELF, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)
    except (OSError, EOFError, ValueError) as error:
        raise StoreError(f"{folder / SHELF}: {error}") from error


def _row(article: Article) -> Row:
    return {
        "id": article.id,
        "title": article.title,
        "text": article.text,
        "published": None if article.published is None else article.published.iso(),
        "place": article.place,
        "publisher": article.publisher,
        "url": article.url,
        "source": article.source,
        "page_sha256": article.page_sha256,
        "segments": [[part.start, part.end, part.page_start, part.page_end] for part in article.segments],
    }
