"""``kg extract``: what each article says, as JSON Lines."""

from __future__ import annotations

import argparse
import json
import sys

from kg.app.options import Commands, add_command, add_sources
from kg.app.streams import tell


def add(commands: Commands) -> None:
    """Name the options of the command."""
    parser = add_command(commands, "extract")
    add_sources(parser, required=False)
    parser.add_argument("--schema", action="store_true", help="print the JSON Schema of the output instead")
    parser.set_defaults(run=run, usage_error=parser.error)


def run(options: argparse.Namespace) -> int:
    """Print a line per article as they come, and return the exit code."""
    if options.schema:
        from kg.model.codec import schema

        print(json.dumps(schema(), ensure_ascii=False, indent=2))
        return 0
    if not options.sources:
        options.usage_error("say what to read: a page, a .jsonl or a folder")
    return _print_lines(options)


def _print_lines(options: argparse.Namespace) -> int:
    from kg import pipeline

    articles = pipeline.read(options.sources, place=options.place, published=options.published, publisher=options.publisher)
    printed = problems = 0
    for found in pipeline.lines(articles, options.jobs):
        if isinstance(found, pipeline.Problem):
            problems += 1
            tell(f"{'set aside' if found.read else 'could not be read'}: {found.reason}")
        else:
            printed += 1
            sys.stdout.write(found + "\n")
    if not printed:
        tell("kg: no article found")
        return 1 if problems else 2
    return 1 if problems else 0
