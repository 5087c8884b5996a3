"""The build that a command reads: all of it, or what stands where rules must reach a least precision."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from kg.app.streams import tell
from kg.errors import QuestionError

if TYPE_CHECKING:
    from kg.graph.least import Least, LeftOut
    from kg.graph.store import Store


def least_of(options: argparse.Namespace) -> Least | None:
    """Return what is asked of the rules, or None.

    Raises:
        QuestionError: if unmeasured rules are to be kept where none is left out.
    """
    from kg.graph.least import Least

    if options.least_precision is None:
        if options.keep_unmeasured:
            raise QuestionError("--keep-unmeasured says something only with --least-precision")
        return None
    return Least(options.least_precision, options.keep_unmeasured)


@contextmanager
def opened(options: argparse.Namespace) -> Iterator[Store]:
    """Open the build of the output folder, for the time of the block; tell how much of it was left out.

    Raises:
        StoreError: if there is no build.
    """
    from kg.graph.least import at_least
    from kg.graph.store import Store

    least = least_of(options)
    with Store.open(options.output) as store:
        if least is None:
            yield store
        else:
            with at_least(store, least) as (view, left_out):
                tell(told(left_out, least))
                yield view


def told(left_out: LeftOut, least: Least) -> str:
    """Return how much was left out and why, for people."""
    why = f"rules of a precision below {least.precision:g}{'' if least.keep_unmeasured else ', or never measured'}"
    return f"left out: {left_out.left_out:,} of {left_out.records:,} records, which rest on {why}"
