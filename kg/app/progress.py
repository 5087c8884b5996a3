"""How far long work has come, on stderr: one line that is rewritten on a terminal, a line every few seconds elsewhere."""

from __future__ import annotations

import sys
import time
from types import TracebackType

PATIENCE = 1.0
"""Seconds before anything is said on a terminal: short work needs no progress."""

PAUSE = 0.1
"""Seconds between two updates on a terminal."""

PAUSE_IN_LOG = 5.0
"""Seconds between two lines where stderr is no terminal."""


class Progress:
    """Say how many of what are done; use as a context manager, so that its line is gone when others print.

    It has no influence on what is written: the clock stays here.
    """

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._next = time.monotonic() + (PATIENCE if self._terminal else PAUSE_IN_LOG)
        self._shown = False

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.clear()

    def __call__(self, stage: str, count: int | None = None) -> None:
        """Say that ``stage`` has come to ``count``, if it is time to say something."""
        now = time.monotonic()
        if now < self._next:
            return
        words = stage if count is None else f"{stage} {count:,}"
        if self._terminal:
            self._next = now + PAUSE
            self._shown = True
            print(f"\r\x1b[K{words} …", end="", file=sys.stderr, flush=True)
        else:
            self._next = now + PAUSE_IN_LOG
            print(f"{words} …", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            self._shown = False
