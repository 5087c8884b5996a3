"""Directives: written by a colleague; this stands in until then."""

from __future__ import annotations

from typing import NamedTuple

from kg.extract.officials import Cast
from kg.extract.reading import Reading


class Told(NamedTuple):
    """See the colleague's module."""

    start: int
    end: int
    issuer: str | None
    attribution: tuple[int, int, str]
    modality: str
    addressees: tuple[tuple[int, int], ...]
    documents: tuple[tuple[int, int], ...]
    deadline: tuple[int, int] | None
    rule: str


def find(reading: Reading, cast: Cast) -> list[Told]:
    """Return nothing yet."""
    del reading, cast
    return []
