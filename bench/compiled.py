"""The compiled extraction, where ``make fast`` has built it: a package in an environment of its own."""

from __future__ import annotations

import subprocess
from pathlib import Path

from bench.reports import ROOT

PYTHON = ROOT / ".venv-fast" / "bin" / "python"
"""The Python of that environment, where no other is named."""

_WHERE = "import kg.extract; print(kg.extract.__file__)"


def missing(python: Path) -> str | None:
    """Return why there is nothing compiled from the present sources to measure; None where there is."""
    if not python.is_file():
        return "not built"
    try:
        place = Path(_output(python, "-c", _WHERE).strip())
    except subprocess.CalledProcessError:
        return "not built: the package cannot be imported there"
    if place.suffix == ".py":
        return "not built: what is installed there is not compiled"
    return None if _files(place.parents[1]) == _files(ROOT / "kg") else "built from other sources than these"


def seconds(python: Path, source: Path, count: int) -> float:
    """Return the processor time in which that Python reads the first so many articles of a source, its start left out."""
    return float(_output(python, str(ROOT / "bench" / "within.py"), str(source), str(count)))


def _output(python: Path, *words: str) -> str:
    return subprocess.run([python, "-I", *words], stdout=subprocess.PIPE, check=True, encoding="utf-8").stdout


def _files(package: Path) -> dict[str, bytes]:
    """Return the code and the words of a package; a compiled one carries the sources that it was made from."""
    files = (path for pattern in ("*.py", "*.toml") for path in package.rglob(pattern))
    return {path.relative_to(package).as_posix(): path.read_bytes() for path in files}
