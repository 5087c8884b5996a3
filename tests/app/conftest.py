"""The command line as a user has it: the sample built once, and ``kg`` run with what it prints taken down."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="session")
def kg() -> Run:
    """Return a function that runs ``kg`` in a process of its own, under UTF-8 unless told otherwise."""

    def run(
        *arguments: str | Path, env: dict[str, str] | None = None, cwd: Path = ROOT, stdin: str = ""
    ) -> subprocess.CompletedProcess[str]:
        program = "import sys; from kg.app.cli import main; sys.exit(main())"
        return subprocess.run(
            [sys.executable, "-c", program, *map(str, arguments)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": str(ROOT), **(env or {})},
            input=stdin,
        )

    return run


@pytest.fixture(scope="session")
def built(kg: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the output folder of a build of the sample."""
    output = tmp_path_factory.mktemp("sample") / "output"
    done = kg("build", "-o", output)
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    return output
