"""What is read: real items of the usual length where the corpus is there, else the embedded sample over and over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

from kg.errors import SourceError
from kg.model.text import Article
from kg.source.walk import Defaults, walk

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpus" / "xwlb.jsonl.gz"
SAMPLE = ROOT / "kg" / "sample"

REPORT = 700
"""Characters of a report: what every rate is stated in."""

SHORTEST, LONGEST = 500, 900
"""Characters of the items taken from the corpus."""


def load(count: int) -> tuple[str, list[Article]]:
    """Return where the articles come from, and so many of them; each has an id of its own.

    Raises:
        SourceError: if a source cannot be read.
    """
    source = CORPUS if CORPUS.is_file() else SAMPLE
    articles = []
    for article in walk([source], Defaults()):
        if isinstance(article, SourceError):
            raise article
        if source is SAMPLE or SHORTEST <= len(article.text) <= LONGEST:
            articles.append(article)
    chosen = islice(cycle(articles), count)
    return source.name, [replace(article, id=f"{number}-{article.id}") for number, article in enumerate(chosen)]


def reports(articles: Sequence[Article]) -> float:
    """Return how many reports of 700 characters the articles amount to."""
    return sum(len(article.text) for article in articles) / REPORT
