"""``kg`` as a whole, in a process of its own: start-up, reading, writing and all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.reports import ROOT
from kg.model.text import Article


@dataclass(frozen=True, slots=True)
class Run:
    """What a run took: wall and processor time in seconds, and its largest resident memory in MB."""

    wall: float
    cpu: float
    peak: float


def start(python: Path | None = None) -> list[str]:
    """Return the words that start ``kg`` from these sources, or, with the path of another Python, the one installed there."""
    if python is None:
        return [sys.executable, "-m", "bench.child"]
    return [str(python), "-I", str(ROOT / "bench" / "child.py")]  # -I: neither this folder nor PYTHONPATH may hide what it has


def kg(arguments: Sequence[str], folder: Path, python: Path | None = None) -> Run:
    """Run ``kg`` with arguments, its output thrown away; ``folder`` takes what it says. ``python`` is as ``start`` takes it.

    Raises:
        RuntimeError: if it fails; the message ends with what it said.
    """
    log, peak = folder / "log", folder / "peak"
    with log.open("wb") as said:
        begun = time.perf_counter()
        process = subprocess.Popen([*start(python), str(peak), *arguments], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - begun
    if process.returncode:
        raise RuntimeError(f"kg {' '.join(arguments)}: exit code {process.returncode}\n{log.read_text(errors='replace')[-2000:]}")
    return Run(wall, usage.ru_utime + usage.ru_stime, float(peak.read_text(encoding="ascii")))


def write(articles: Sequence[Article], path: Path) -> Path:
    """Write articles as a source of JSON Lines, and return its path."""
    with path.open("w", encoding="utf-8") as lines:
        for article in articles:
            published = None if article.published is None else article.published.iso()
            row = {"id": article.id, "title": article.title, "text": article.text, "published": published, "place": article.place}
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")
    return path
