"""Memory over many articles: what is kept after 1,000 and after more must be the same."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Sequence
from itertools import cycle, islice

from kg.extract import extract
from kg.model import codec
from kg.model.text import Article


def kept(articles: Sequence[Article], marks: Sequence[int]) -> dict[int, float]:
    """Return kilobytes that Python holds after so many articles were read and written out, at each of the marks."""
    stream, done, held = cycle(articles), 0, {}
    tracemalloc.start()
    try:
        for mark in marks:
            for article in islice(stream, mark - done):
                codec.dumps(extract(article))
            done = mark
            gc.collect()
            held[mark] = tracemalloc.get_traced_memory()[0] / 1024
    finally:
        tracemalloc.stop()
    return held
