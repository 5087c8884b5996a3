"""Run ``kg`` in this process, and write down its largest resident memory: ``python -m bench.child FILE ARGUMENT…``."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from kg.app.cli import main

_STATUS = Path("/proc/self/status")


def peak() -> float:
    """Return the largest resident memory of this program so far, in MB.

    Where the system tells it, the high-water mark of the address space is taken: ``ru_maxrss`` of a process on Linux
    starts from what its parent held when it was forked.
    """
    if _STATUS.is_file():
        (line,) = (line for line in _STATUS.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    _, file, *arguments = sys.argv
    sys.argv = ["kg", *arguments]
    try:
        sys.exit(main())
    finally:
        Path(file).write_text(str(peak()), encoding="ascii")
