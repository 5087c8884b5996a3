"""Measure, print a report, and write the figures as JSON where asked to."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

import bench
from bench import compiled
from bench.report import render
from bench.run import FULL, QUICK, run


def main() -> int:
    """Run the measurements and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=bench.__doc__)
    parser.add_argument("--quick", action="store_true", help="read little: to see that it runs, not how fast")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there")
    parser.add_argument(
        "--compiled",
        type=Path,
        default=compiled.PYTHON,
        metavar="PYTHON",
        help="where make fast installed (default: %(default)s)",
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        size = QUICK if options.quick else FULL
        found = run(size, Path(folder), options.compiled, lambda words: print(f"measuring {words} …", file=sys.stderr))
    if options.json:
        options.json.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(render(found), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
