"""A build as Turtle, TriG, N-Quads or JSON-LD: sorted, so that the same facts give the same bytes in whatever order they came.

A build may be larger than memory: its lines are sorted in runs that lie on disk and are merged.
"""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from kg.errors import StoreError
from kg.graph import loading
from kg.graph.jsonld import jsonld
from kg.graph.turtle import trig, turtle

_RUN = 500_000
"""Lines that are sorted in memory at once: some 200 MB."""

_JOINED = 5_000
"""Pieces of text that are written at once."""

__all__ = ["NOTATIONS", "trig", "turtle", "write"]


def nquads(lines: Iterable[str], base: str) -> Iterator[str]:
    """Yield N-Quads of lines that begin with the graph."""
    for line in lines:
        graph, _, triple = line.partition(" ")
        yield f"{triple} {graph} .\n"


NOTATIONS: dict[str, tuple[bool, Callable[[Iterable[str], str], Iterator[str]]]] = {
    "turtle": (False, turtle),
    "trig": (True, trig),
    "nquads": (True, nquads),
    "jsonld": (True, jsonld),
}
"""Each notation: whether it keeps the graphs apart, and what writes it from sorted lines."""


def write(build: Path, target: BinaryIO, notation: str, base: str) -> None:
    """Write all triples of the build in a folder.

    Raises:
        StoreError: if the notation is unknown, or the build cannot be read.
    """
    if notation not in NOTATIONS:
        raise StoreError(f"no notation {notation!r}; there are {', '.join(NOTATIONS)}")
    apart, render = NOTATIONS[notation]
    with tempfile.TemporaryDirectory(prefix="govmeet-") as folder, ExitStack() as files:
        pieces = render(_sorted(_lines(build, apart), Path(folder), files), base)
        while batch := list(islice(pieces, _JOINED)):
            target.write("".join(batch).encode())


def _lines(build: Path, apart: bool) -> Iterator[str]:
    """Yield ``subject predicate object``, after the graph where graphs are kept apart."""
    for line in loading.quads(build):
        # The writer puts every triple into a graph, and no graph's name has a space.
        triple, graph, _ = line.rsplit(" ", 2)
        yield f"{graph} {triple}" if apart else triple


def _sorted(lines: Iterator[str], folder: Path, files: ExitStack) -> Iterator[str]:
    """Yield the lines in order, each once."""
    runs: list[Iterable[str]] = []
    while run := sorted(set(islice(lines, _RUN))):
        if len(run) < _RUN and not runs:
            return iter(run)
        runs.append(_spilled(run, folder / f"run-{len(runs)}", files))
    return _once(heapq.merge(*runs))


def _spilled(run: list[str], path: Path, files: ExitStack) -> Iterator[str]:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in run)
    lines = files.enter_context(path.open(encoding="utf-8", newline="\n"))
    return (line[:-1] for line in lines)


def _once(lines: Iterable[str]) -> Iterator[str]:
    last = ""
    for line in lines:
        if line != last:
            yield line
            last = line
