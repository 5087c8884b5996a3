"""Articles → what each says, in this process or in several; in order either way."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kg.errors import KgError, LexiconError
from kg.model.records import Extraction
from kg.model.text import Article
from kg.pipeline.pool import in_order
from kg.pipeline.reading import Problem


def extract(article: Article) -> Extraction:
    """Return what an article says, its evidence checked.

    Raises:
        EvidenceError: if a record's quote does not hold what it should.
    """
    from kg.extract import extract as say
    from kg.model.verify import verify

    extraction = say(article)
    verify(extraction)
    return extraction


def extractions(articles: Iterable[Article | Problem], jobs: int = 1) -> Iterator[Extraction | Problem]:
    """Yield what each article says, in order; problems pass through, and an article that does not hold becomes one."""
    return in_order(_extract_all, articles, jobs)


def lines(articles: Iterable[Article | Problem], jobs: int = 1) -> Iterator[str | Problem]:
    """Yield the JSON line of the outward contract of each article, in order, without a line end; problems pass through."""
    return in_order(_lines_of_all, articles, jobs)


def _extract_all(articles: Sequence[Article | Problem]) -> list[Extraction | Problem]:
    return [article if isinstance(article, Problem) else _extracted(article) for article in articles]


def _extracted(article: Article) -> Extraction | Problem:
    try:
        return extract(article)
    except LexiconError:
        raise  # no article can be read without the words
    except KgError as error:
        return Problem(str(error), read=True)
    except Exception as error:  # noqa: BLE001 - a fault of ours in one article must not cost the others; it is named and counted
        return Problem(f"{article.id}: a fault of this program: {_told(error)}", read=True)


def _told(error: Exception) -> str:
    """Return an unexpected error with the place in the code where it arose, for whoever mends it."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({Path(last.filename).name}:{last.lineno})"


def _lines_of_all(articles: Sequence[Article | Problem]) -> list[str | Problem]:
    from kg.model.codec import dumps

    return [found if isinstance(found, Problem) else dumps(found) for found in _extract_all(articles)]
