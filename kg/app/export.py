"""``kg export``: a build in another format."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from kg.app.opened import opened
from kg.app.options import Commands, add_command, add_least, add_output
from kg.app.streams import tell
from kg.errors import KgError, QuestionError

if TYPE_CHECKING:
    from kg.export.exporter import Exporter
    from kg.graph.store import Store


def add(commands: Commands) -> None:
    """Name the options of the command."""
    parser = add_command(commands, "export")
    parser.add_argument("--format", metavar="FORMAT", help="one of the formats (without it, they are listed)")
    parser.add_argument("--to", metavar="PLACE", help="a file, a folder, or - for stdout (default: the build's folder)")
    add_least(parser)
    add_output(parser)
    parser.set_defaults(run=run, usage_error=parser.error)


def run(options: argparse.Namespace) -> int:
    """Write the format, say where, and return the exit code."""
    from kg.export import EXPORTERS, exporter

    if options.format is None:
        for one in EXPORTERS:
            print(f"{one.name:<12}{one.describe('en')}  {one.describe('zh')}")
        return 0
    try:
        chosen = exporter(options.format)
    except KgError as error:
        options.usage_error(str(error))
    with opened(options) as store:
        if options.to == "-":
            _to_stdout(chosen, store)
        else:
            for path in _to_place(chosen, store, Path(options.to) if options.to else options.output):
                tell(f"written: {path}")
    return 0


def _to_stdout(chosen: Exporter, store: Store) -> None:
    with tempfile.TemporaryDirectory(prefix="kg-") as aside:
        written = chosen.write(store, Path(aside))
        if len(written) != 1:
            raise QuestionError(f"{chosen.name} has several files: say a folder with --to")
        with written[0].open("rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer)
    sys.stdout.buffer.flush()


def _to_place(chosen: Exporter, store: Store, place: Path) -> tuple[Path, ...]:
    """Write into a folder under the format's own names, or a format of one file under the name that was given."""
    if place.is_dir() or not place.suffix:
        return chosen.write(store, place)
    if not place.parent.is_dir():
        raise FileNotFoundError(2, "no such folder", str(place.parent))
    with tempfile.TemporaryDirectory(prefix=".kg-", dir=place.parent) as aside:
        written = chosen.write(store, Path(aside))
        if len(written) != 1:
            raise QuestionError(f"{chosen.name} has several files: say a folder with --to")
        written[0].replace(place)
    return (place,)
