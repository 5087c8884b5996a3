"""The same work on many articles: in this process where they are few, shared among processes where they are many."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice
from typing import TypeVar

from kg.errors import KgError

T = TypeVar("T")
R = TypeVar("R")

_KILLED = "a process was ended from outside; out of memory? Try --jobs 1"

Work = Callable[[Sequence[T]], list[R]]
Chunk = list[T]

CHUNK = 64
"""Articles that a process is given at once: some ten milliseconds of work against a fraction of one for the way there."""

FEW = 200
"""Up to so many articles are read in this process: starting others would take longer."""

AHEAD = 3
"""Chunks on their way per process: none waits for work, and memory holds no more than these."""


def in_order(work: Work[T, R], articles: Iterable[T], jobs: int) -> Iterator[R]:
    """Do the work chunk by chunk and yield its results in order, in other processes where that is worth while."""
    articles = iter(articles)
    first = list(islice(articles, FEW + 1))
    if jobs == 1 or len(first) <= FEW:
        for article in chain(first, articles):
            yield from work([article])
        return
    yield from _shared(work, _chunks(chain(first, articles)), jobs)


def _chunks(articles: Iterator[T]) -> Iterator[Chunk[T]]:
    while chunk := list(islice(articles, CHUNK)):
        yield chunk


def _shared(work: Work[T, R], chunks: Iterator[Chunk[T]], jobs: int) -> Iterator[R]:
    """Share the chunks among processes. One that dies takes the pool along: the chunks under way are done once more."""
    broken = False
    while True:
        under_way: deque[tuple[Future[list[R]], Chunk[T]]] = deque()
        pool = _pool(jobs)
        try:
            for results in _results(pool, work, chunks, under_way, jobs * AHEAD):
                broken = False
                yield from results
            return
        except BrokenProcessPool:
            if broken:
                raise KgError(_KILLED) from None
            broken = True
            chunks = chain([chunk for _, chunk in under_way], chunks)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _results(
    pool: ProcessPoolExecutor,
    work: Work[T, R],
    chunks: Iterator[Chunk[T]],
    under_way: deque[tuple[Future[list[R]], Chunk[T]]],
    most: int,
) -> Iterator[list[R]]:
    while True:
        for chunk in islice(chunks, max(most - len(under_way), 0)):
            try:
                under_way.append((pool.submit(work, chunk), chunk))
            except BrokenProcessPool:
                # Its results are lost like those of the others: let whoever starts the next pool find it among them.
                under_way.append((Future(), chunk))
                raise
        if not under_way:
            return
        results = under_way[0][0].result()
        under_way.popleft()
        yield results


@contextmanager
def one_process() -> Iterator[ProcessPoolExecutor]:
    """Give another process, for work beside that of this one.

    Raises:
        KgError: if it ended before its work did.
    """
    try:
        with _pool(1) as pool:
            yield pool
    except BrokenProcessPool:
        raise KgError(_KILLED) from None


def _pool(jobs: int) -> ProcessPoolExecutor:
    # Not forked: the store's threads may hold locks that a copy of this process would wait for in vain.
    return ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _leave_interrupts_to_the_parent)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
