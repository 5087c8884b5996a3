"""Compare what the compiled extraction says with what the sources say, byte for byte: ``python -m bench.same PYTHON``."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path

from bench import command, compiled, reports
from bench.reports import ROOT

MANY = 300
"""Articles of what is measured that are read too: enough that ``kg`` shares them among processes."""


def sources(folder: Path) -> list[str]:
    """Return what is read: the embedded sample, composed articles, the gold beside the project where it is, and many articles."""
    gold = sorted((ROOT.parent / "shared" / "gold").glob("*.jsonl"))
    many = command.write(reports.load(MANY)[1], folder / "articles.jsonl")
    return [str(path) for path in (reports.SAMPLE, ROOT / "tests" / "gold" / "composed.jsonl", *gold, many)]


def said(python: Path | None, read: Sequence[str], folder: Path) -> tuple[int, list[bytes]]:
    """Return the exit code of ``kg extract`` over sources, and the lines it printed, what it told on stderr behind them."""
    words = [*command.start(python), str(folder / "peak"), "extract", "--jobs", "2", *read]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, check=False)
    return done.returncode, [*done.stdout.splitlines(), *done.stderr.splitlines()]


def difference(pure: list[bytes], fast: list[bytes]) -> str | None:
    """Return the first line that differs, from where it does; None where all are the same."""
    for number, (one, other) in enumerate(zip_longest(pure, fast, fillvalue=b""), 1):
        if one != other:
            at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
            shown = [repr(line[max(at - 60, 0) : at + 60].decode(errors="replace")) for line in (one, other)]
            return f"line {number}, byte {at}\n  sources:  {shown[0]}\n  compiled: {shown[1]}"
    return None


def main() -> int:
    """Compare, and return the exit code."""
    python = Path(sys.argv[1])
    if why := compiled.missing(python):
        print(f"{python}: {why}", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        read = sources(folder)
        (code, pure), (fast_code, fast) = said(None, read, folder), said(python, read, folder)
    found = difference(pure, fast) or (None if code == fast_code == 0 else f"exit codes {code} and {fast_code}")
    if found or not pure:
        print(f"compiled and sources do not say the same: {found or 'nothing was read'}", file=sys.stderr)
        return 1
    print(f"compiled and sources say the same of {len(pure):,} articles")
    return 0


if __name__ == "__main__":
    sys.exit(main())
