"""Progress: a line that is rewritten on a terminal, now and then a line elsewhere, nothing for short work."""

from __future__ import annotations

import io

import pytest

from kg.app import progress
from kg.app.progress import Progress


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


class Clock:
    """A clock that is put forward by hand."""

    now = 100.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(progress, "time", made)
    return made


def test_short_work_says_nothing(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr("sys.stderr", stream)
    with Progress() as tell:
        tell("articles read:", 1)
        clock.now += 0.9
        tell("articles read:", 200)
    assert stream.getvalue() == ""


def test_a_terminal_sees_one_line_that_is_taken_away_at_the_end(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr("sys.stderr", stream)
    with Progress() as tell:
        clock.now += 2
        tell("articles read:", 1200)
        tell("articles read:", 1201)
        clock.now += 0.2
        tell("writing graph.ttl")
    assert stream.getvalue() == "\r\x1b[Karticles read: 1,200 …\r\x1b[Kwriting graph.ttl …\r\x1b[K"


def test_a_log_sees_a_line_every_few_seconds(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr("sys.stderr", stream)
    with Progress() as tell:
        for count in range(1, 13):
            clock.now += 1
            tell("articles read:", count)
    assert stream.getvalue() == "articles read: 5 …\narticles read: 10 …\n"
