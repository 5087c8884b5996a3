"""What an export format is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kg.export.texts import texts
from kg.graph.store import Store


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format under its name.

    ``suffix`` is that of the files, or ``/`` for a folder of them. ``write`` writes into a folder, which is made if it is
    missing, and returns the files; each appears whole or not at all.
    """

    name: str
    suffix: str
    write: Callable[[Store, Path], tuple[Path, ...]]

    def describe(self, language: str) -> str:
        """Return one line that says what comes out, in ``zh`` or ``en``."""
        return texts(self.name, "formats")[language]
