"""``kg check``: a build against the shapes."""

from __future__ import annotations

import argparse

from kg.app.options import Commands, add_command, add_output
from kg.app.streams import tell


def add(commands: Commands) -> None:
    """Name the options of the command."""
    parser = add_command(commands, "check")
    add_output(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the faults, one a line, and return 1 if there is any."""
    from kg.graph.check import check_store
    from kg.graph.store import Store

    with Store.open(options.output) as store:
        faults = list(check_store(store))
    for fault in faults:
        print(f"{fault.shape}\t{fault.node}\t{fault.message}")
    tell(f"{len(faults):,} faults" if faults else "sound: every record keeps to the shapes")
    return 1 if faults else 0
