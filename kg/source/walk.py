"""The sources in order → articles, with errors as values among them, so that one bad file does not stop the others.

In a folder, hidden files and files whose type is no source's (``README.md``, a picture) are passed over on purpose; a file that
is *named* must be a source. A file that is named twice, or named and found in a folder, is read once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from kg.errors import RecordError, SourceError
from kg.model.text import Article
from kg.source.defaults import Defaults
from kg.source.jsonl import read_jsonl
from kg.source.page import page_articles, read_page

__all__ = ["Defaults", "walk"]

_PAGES = (".txt",)
_RECORDS = (".jsonl", ".jsonl.gz")


class _Source(NamedTuple):
    path: Path
    stem: str


def walk(sources: Sequence[Path], defaults: Defaults) -> Iterator[Article | SourceError]:
    """Yield every article of the sources, and an error in the place of each that cannot be read.

    Args:
        sources: files (``.txt``, ``.jsonl``, ``.jsonl.gz``) and folders of those, read in this order; folders recursively,
            sorted by name.
        defaults: what goes into articles whose source does not say it.

    An article whose id was read before is not yielded: a RecordError names both places.
    """
    places: dict[str, str] = {}
    stems: set[str] = set()
    for source in _files(sources):
        if isinstance(source, SourceError):
            yield source
            continue
        for place, article in _read(source, defaults, stems):
            if isinstance(article, SourceError):
                yield article
            elif article.id in places:
                yield RecordError(str(source.path), f"the id {article.id!r} was read before, at {places[article.id]}", place)
            else:
                places[article.id] = f"{source.path}:{place}"
                yield article


def _files(sources: Sequence[Path]) -> Iterator[_Source | SourceError]:
    seen: set[Path] = set()
    for source in sources:
        if source.is_dir():
            found: list[_Source | SourceError] = list(_folder(source, ()))
        elif source.name.lower().endswith(_PAGES + _RECORDS):
            found = [_Source(source, _stem(source))]
        elif source.exists():
            found = [SourceError(str(source), f"not a kind of file that is read: {' '.join(_PAGES + _RECORDS)}")]
        else:
            found = [SourceError(str(source), "no such file or folder")]
        for file in found:
            if isinstance(file, _Source):
                real = file.path.resolve()
                if real in seen:
                    continue
                seen.add(real)
            yield file


def _folder(folder: Path, parents: tuple[str, ...]) -> Iterator[_Source | SourceError]:
    try:
        children = sorted(folder.iterdir())
    except OSError as error:
        yield SourceError(str(folder), f"cannot be read: {error.strerror or error}")
        return
    for child in children:
        if child.name.startswith("."):
            continue
        if child.is_dir():
            if not child.is_symlink():  # a link may lead back up
                yield from _folder(child, (*parents, child.name))
        elif child.name.lower().endswith(_PAGES + _RECORDS):
            yield _Source(child, ".".join((*parents, _stem(child))))


def _stem(path: Path) -> str:
    name = path.name
    return name[: -len(path.suffix)] if path.suffix else name


def _read(source: _Source, defaults: Defaults, stems: set[str]) -> Iterator[tuple[str, Article | SourceError]]:
    if source.path.name.lower().endswith(_RECORDS):
        for number, article in read_jsonl(source.path, defaults):
            yield str(number), article
        return
    try:
        page = read_page(source.path)
        # Pages of one name in different folders: the digest tells the later one apart.
        stem = source.stem if source.stem not in stems else f"{source.stem}.{page.sha256[:8]}"
        stems.add(stem)
        for article in page_articles(page, stem, defaults):
            yield "1", article
    except SourceError as error:
        yield "", error
