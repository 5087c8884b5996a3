"""The command line as a user has it: the sample built once, and ``kg`` run with what it prints taken down."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from kg.app import progress
from kg.app.cli import main

Done = subprocess.CompletedProcess[str]
Run = Callable[..., Done]

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="session")
def kg() -> Run:
    """Return a function that runs ``kg``: here, or, with an environment of its own, in a process of its own."""

    def run(*arguments: str | Path, env: dict[str, str] | None = None, cwd: Path = ROOT, stdin: str = "") -> Done:
        words = [str(argument) for argument in arguments]
        return _here(words, cwd, stdin) if env is None else _apart(words, env, cwd, stdin)

    return run


def _here(words: list[str], cwd: Path, stdin: str) -> Done:
    out, err = (io.TextIOWrapper(io.BytesIO(), "ascii", write_through=True) for _ in range(2))
    before = sys.stdin, signal.getsignal(signal.SIGTERM)
    try:
        sys.stdin = io.StringIO(stdin)
        with chdir(cwd), redirect_stdout(out), redirect_stderr(err), without_progress():
            code: int | str | None = main(words)
    except SystemExit as end:
        code = end.code
    finally:
        sys.stdin = before[0]
        signal.signal(signal.SIGTERM, before[1])
    said = [stream.buffer.getvalue().decode() for stream in (out, err)]  # type: ignore[attr-defined]
    return subprocess.CompletedProcess(words, code if isinstance(code, int) else 0 if code is None else 1, *said)


@contextmanager
def without_progress() -> Iterator[None]:
    """Keep how far a build has come out of what it says, however slow the machine is."""
    before = progress.PAUSE_IN_LOG
    progress.PAUSE_IN_LOG = 1e9
    try:
        yield
    finally:
        progress.PAUSE_IN_LOG = before


def _apart(words: list[str], env: dict[str, str], cwd: Path, stdin: str) -> Done:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **env}
    command = [sys.executable, "-m", "kg.app.cli", *words]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=cwd, env=environment, input=stdin)


@pytest.fixture(scope="session")
def built(kg: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the output folder of a build of the sample."""
    output = tmp_path_factory.mktemp("sample") / "output"
    done = kg("build", "-o", output)
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    return output
