"""The command line ``kg``: the parser, exit codes, and what happens to errors.

Exit codes: 0 fine, 1 something in the data was wrong, 2 wrong usage or nothing to work on; 130 and 141 as a shell would say it
after Ctrl-C and a closed pipe.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib.metadata import version

from kg.app import ask, build, check, evaluate, export, extract, streams
from kg.app.options import Intermixed, words
from kg.errors import KgError, QuestionError, StoreError

FINE, WRONG_DATA, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130

COMMANDS = (build, extract, ask, export, check, evaluate)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    streams.set_up()
    options = parser().parse_args(arguments)
    try:
        streams.stop_on_termination()
        code: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        return streams.closed_pipe()
    except KeyboardInterrupt:
        streams.tell("interrupted: nothing was left half-written")
        return INTERRUPTED
    except (StoreError, QuestionError) as error:
        streams.tell(f"kg: {error}")
        return WRONG_USAGE
    except KgError as error:
        streams.tell(f"kg: {error}")
        return WRONG_DATA
    except OSError as error:
        streams.tell(f"kg: {error.filename or 'error'}: {error.strerror or error}")
        return WRONG_DATA
    return code


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    top = argparse.ArgumentParser(
        prog="kg",
        description=words("kg", "description"),
        epilog="examples:\n" + words("kg", "examples"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action=_Version, nargs=0, help="print the version and exit")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True, parser_class=Intermixed)
    for command in COMMANDS:
        command.add(commands)
    return top


class _Version(argparse.Action):
    """Print the version; it is looked up only then, because that costs more than the rest of the parser."""

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: object, option_string: str | None = None
    ) -> None:
        print(f"kg (govmeet) {version('govmeet')}")
        parser.exit()


if __name__ == "__main__":
    sys.exit(main())
