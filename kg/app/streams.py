"""Standard streams: UTF-8 whatever the locale says, and what happens when a pipe is closed or a signal comes."""

from __future__ import annotations

import io
import os
import signal
import sys
from types import FrameType

CLOSED_PIPE = 141
"""The exit code when whoever read our output has gone: 128 + SIGPIPE, as a shell would say."""


def set_up() -> None:
    """Speak UTF-8 on the standard streams; a file name that is no UTF-8 goes out as the bytes that it came as."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")


def text(argument: str) -> str:
    """Return an argument of the command line as text, also where the locale made Python read it as ASCII.

    Raises:
        ValueError: for bytes that are no UTF-8.
    """
    return os.fsencode(argument).decode("utf-8") if not argument.isascii() and _escaped(argument) else argument


def _escaped(argument: str) -> bool:
    return any("\udc80" <= character <= "\udcff" for character in argument)


def tell(message: str = "") -> None:
    """Print a message for people: on stderr, because stdout is for data."""
    print(message, file=sys.stderr)


def stop_on_termination() -> None:
    """Let SIGTERM end the program as an error does, so that what is half-written is removed on the way out."""
    signal.signal(signal.SIGTERM, _terminated)


def end_on_termination() -> None:
    """Let SIGTERM end the program at once: Python cannot interrupt a query, and it leaves nothing behind."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _terminated(number: int, frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


def closed_pipe() -> int:
    """Give up stdout, so that the interpreter does not try to flush it at the end, and return the exit code."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return CLOSED_PIPE
