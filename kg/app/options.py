"""Options that several commands share."""

from __future__ import annotations

import argparse
import os
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from kg.app.streams import text
from kg.model.dates import PartialDate

Commands = Any  # what ArgumentParser.add_subparsers returns: argparse keeps the type's name to itself


@cache
def _help() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = tomllib.loads((files(__package__) / "help.toml").read_text(encoding="utf-8"))
    return found


def words(section: str, entry: str) -> str:
    """Return a text of ``help.toml``."""
    return _help()[section][entry]


def add_command(commands: Commands, name: str) -> argparse.ArgumentParser:
    """Add a command with its summary, its description and its examples from ``help.toml``."""
    said = _help()[name]
    parser: argparse.ArgumentParser = commands.add_parser(
        name,
        help=said["summary"],
        description=said["description"],
        epilog="examples:\n" + said["examples"],
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    return parser


def add_sources(parser: argparse.ArgumentParser, *, required: bool) -> None:
    """Add the sources, and what is said for pages that cannot say it themselves."""
    parser.add_argument("sources", metavar="SOURCE", nargs="+" if required else "*", type=Path, help=words("options", "source"))
    parser.add_argument("--place", type=text, help=words("options", "place"))
    parser.add_argument("--published", type=_published, metavar="DATE", help=words("options", "published"))
    parser.add_argument("--publisher", type=text, help=words("options", "publisher"))
    parser.add_argument(
        "--jobs",
        type=_jobs,
        default=os.cpu_count() or 1,
        metavar="N",
        help="processes that read in parallel (default: one per core, here %(default)s)",
    )


def add_output(parser: argparse.ArgumentParser, what: str = "the build that is read") -> None:
    """Add the folder of a build."""
    parser.add_argument(
        "-o", "--output", type=Path, default=Path("output"), metavar="FOLDER", help=f"{what} (default: %(default)s)"
    )


def add_least(parser: argparse.ArgumentParser) -> None:
    """Add how precise the rules must be whose findings are wanted."""
    parser.add_argument(
        "--least-precision", type=_share, metavar="P", help="leave out what rests on rules of a precision below P (0 to 1)"
    )
    parser.add_argument(
        "--keep-unmeasured",
        action="store_true",
        help="with --least-precision: keep what rests on rules that were never measured (they are left out)",
    )


class Intermixed(argparse.ArgumentParser):
    """A parser that lets options stand between the arguments: ``ask QUESTION -o FOLDER NAME=VALUE``."""

    _within = False

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Parse the options, then what is left; argparse does it by calling this method twice."""
        if self._within:
            return super().parse_known_args(args, namespace)
        self._within = True
        try:
            return self.parse_known_intermixed_args(args, namespace)
        finally:
            self._within = False


def _share(argument: str) -> float:
    try:
        share = float(argument)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"not a number from 0 to 1: {argument!r}")
    return share


def _published(argument: str) -> PartialDate:
    try:
        return PartialDate.parse(argument)
    except ValueError:
        raise argparse.ArgumentTypeError(f"not a date like 2020-05-13: {argument!r}") from None


def _jobs(argument: str) -> int:
    try:
        number = int(argument)
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"not a number of processes: {argument!r}")
    return number
