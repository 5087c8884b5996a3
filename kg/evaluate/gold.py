"""Gold files, and what the extractor finds in their articles."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from kg.errors import RecordError, SourceError
from kg.evaluate.tally import Row
from kg.extract import extract
from kg.model import codec
from kg.model.verify import verify

_LISTS = ("persons", "meetings", "roles", "directives")
_WITHIN = {
    "meetings": ("chairs", "attendees", "speakers", "groups", "conveys"),
    "roles": ("person", "post"),
    "directives": ("issuer", "text", "addressees"),
}


def read_gold(paths: Sequence[Path]) -> list[Row]:
    """Return the rows of gold files, each with the name of its file as ``source``.

    Raises:
        SourceError: if a file cannot be read, or a line is no reading of an article or repeats an id; file and line are named.
    """
    rows: list[Row] = []
    seen: set[str] = set()
    for path in paths:
        for number, row in _rows(path):
            if row["id"] in seen:
                raise RecordError(str(path), f"a second article of the id {row['id']!r}", str(number))
            seen.add(row["id"])
            rows.append(row)
    return rows


def extract_rows(gold: Iterable[Row]) -> list[Row]:
    """Return what the extractor finds in the articles of gold rows, its evidence checked."""
    found: list[Row] = []
    for row in gold:
        extraction = extract(codec.article_from_row(row))
        verify(extraction)
        found.append(codec.to_row(extraction))
    return found


def _rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except OSError as error:
        raise SourceError(str(path), f"cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        raise SourceError(str(path), f"no UTF-8 at byte {error.start}") from None
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield number, _checked(json.loads(line)) | {"source": path.name}
            except ValueError as error:
                raise RecordError(str(path), f"no reading of an article: {error}", str(number)) from None


def _checked(row: Any) -> dict[str, Any]:
    """Return a row that has all that is compared; whether the reader followed the guidelines is not asked here."""
    if not isinstance(row, dict):
        raise ValueError("no JSON object")
    codec.article_from_row(row)
    for key in _LISTS:
        if not isinstance(row.get(key), list):
            raise ValueError(f"no list {key!r}")
    for key, wanted in _WITHIN.items():
        for number, part in enumerate(row[key]):
            if missing := [name for name in wanted if not isinstance(part, dict) or name not in part]:
                raise ValueError(f"{key}/{number}: no {missing[0]!r}")
    return row
