"""Sources → articles, with a problem in the place of each that cannot be read."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from kg.errors import SourceError
from kg.model.dates import PartialDate
from kg.model.text import Article


@dataclass(frozen=True, slots=True)
class Problem:
    """What was left out, and why: ``read`` says whether it was an article at all, or a source that could not be read."""

    reason: str
    read: bool


def sample() -> Path:
    """Return the folder of the embedded pages."""
    return Path(str(files("kg") / "sample"))


def read(
    sources: Sequence[Path] = (),
    *,
    place: str | None = None,
    published: PartialDate | None = None,
    publisher: str | None = None,
) -> Iterator[Article | Problem]:
    """Yield the articles of the sources in order, and a problem in the place of each that cannot be read.

    Args:
        sources: files and folders; none means the embedded sample.
        place: whose "our city" an article speaks of that does not say so itself.
        published: when an article appeared that does not say so itself.
        publisher: which paper an article is from that does not say so itself.
    """
    from kg.source.walk import Defaults, walk

    if not sources:
        sources = (sample(),)
        place = place or tomllib.loads((sample() / "defaults.toml").read_text(encoding="utf-8"))["place"]
    for found in walk(sources, Defaults(place, published, publisher)):
        yield Problem(str(found), read=False) if isinstance(found, SourceError) else found
