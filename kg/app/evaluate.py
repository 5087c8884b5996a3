"""``kg evaluate``: what is extracted beside what a reader found."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from kg.app.options import Commands, add_command


def add(commands: Commands) -> None:
    """Name the options of the command."""
    parser = add_command(commands, "evaluate")
    parser.add_argument("gold", metavar="GOLD", nargs="+", type=Path, help="a .jsonl of articles with what a reader found")
    parser.add_argument("--format", choices=["table", "json", "markdown"], default="table", help="default: %(default)s")
    parser.add_argument("--json", dest="format", action="store_const", const="json", help="the same as --format json")
    parser.add_argument("--errors", metavar="N", type=int, default=0, help="print N errors of each slot instead, with the rule")
    parser.add_argument("--rules", metavar="FILE", type=Path, help="write how often each rule was right")
    parser.add_argument("--readme", metavar="FILE", type=Path, help="put the table between the score marks of a Markdown file")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the figures, or the errors, and return the exit code."""
    from kg import pipeline

    report = pipeline.Assessment(options.gold)
    if options.rules is not None:
        report.write_rules(options.rules)
    if options.readme is not None:
        report.write_readme(options.readme)
    if options.errors:
        for line in report.errors(options.errors):
            print(line)
    elif options.format == "json":
        print(json.dumps(report.as_json(), ensure_ascii=False))
    else:
        sys.stdout.write(report.markdown() if options.format == "markdown" else report.table())
    return 0
