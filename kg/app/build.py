"""``kg build``: the main job."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kg.app.opened import least_of, told
from kg.app.options import Commands, add_command, add_least, add_output, add_sources
from kg.app.progress import Progress
from kg.app.streams import tell, text

if TYPE_CHECKING:
    from kg.pipeline import Report

MOST_SHOWN = 20
"""Problems of one kind that are printed; the rest are counted."""


def add(commands: Commands) -> None:
    """Name the options of the command."""
    parser = add_command(commands, "build")
    add_sources(parser, required=False)
    add_output(parser, "where the build is written")
    parser.add_argument(
        "--base", type=text, metavar="IRI", help="what the data's IRIs begin with (default: https://w3id.org/govmeet/id/)"
    )
    add_least(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Build, tell what was done, and return the exit code."""
    from kg import pipeline

    least = least_of(options)
    articles = pipeline.read(options.sources, place=options.place, published=options.published, publisher=options.publisher)
    with Progress() as progress:
        report = pipeline.build(articles, options.output, base=options.base, jobs=options.jobs, least=least, progress=progress)
    _tell_problems("could not be read", report.failures)
    _tell_problems("set aside", report.set_aside)
    if not report.files:
        tell(f"kg: nothing to work on; {options.output} is as it was")
        return 1 if report.failures or report.set_aside else 2
    if least is not None and report.left_out is not None:
        tell(told(report.left_out, least))
    print(summary(report, options.output, sample=not options.sources), end="")
    return 1 if report.failures or report.set_aside else 0


def _tell_problems(what: str, reasons: tuple[str, ...]) -> None:
    for reason in reasons[:MOST_SHOWN]:
        tell(f"{what}: {reason}")
    if len(reasons) > MOST_SHOWN:
        tell(f"{what}: {len(reasons) - MOST_SHOWN:,} more")


def summary(report: Report, output: Path, *, sample: bool) -> str:
    """Return what was read, found, left out and written, for people."""
    read = "" if report.left_out is None else "read, before records were left out"
    counts = (
        ("articles", report.articles, "from the embedded sample" if sample else ""),
        ("meetings", report.meetings, read or "told once or several times"),
        ("officials", report.officials, read or "each counted once"),
        ("roles", report.roles, read),
        ("directives", report.directives, read),
        ("set aside", len(report.set_aside), "articles that break a shape or whose evidence does not hold"),
        ("failures", len(report.failures), "sources or lines that could not be read"),
    )
    lines = [f"{number:>9,} {name:<11}{note}".rstrip() for name, number, note in counts]
    written = " ".join(sorted(path.name for path in report.files))
    return "\n".join([*lines, f"written to {output}: {written}", ""])
