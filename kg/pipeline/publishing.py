"""A build that is made aside and takes the place of the former one only when it is whole."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from kg.errors import StoreError

_ASIDE = re.compile(r"\.building-(\d+)")


@contextmanager
def aside(output: Path) -> Iterator[Path]:
    """Make a folder beside what is there for the time of the block, and remove it whatever happens.

    What a build left that was killed is removed too: the folder's name says which process it belongs to.

    Raises:
        StoreError: if the output cannot be written.
    """
    place = output / f".building-{os.getpid()}"
    made = not output.exists()
    try:
        output.mkdir(parents=True, exist_ok=True)
        for stray in output.glob(".building-*"):
            if _is_stray(stray):
                shutil.rmtree(stray)
        place.mkdir()
    except OSError as error:
        raise StoreError(f"{error.filename or output}: cannot be written: {error.strerror or error}") from None
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)
        if made and not any(output.iterdir()):
            output.rmdir()


def _is_stray(place: Path) -> bool:
    found = _ASIDE.fullmatch(place.name)
    if not found:
        return False
    if int(found[1]) == os.getpid():
        return True
    try:
        os.kill(int(found[1]), 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False  # it is alive and somebody else's
    return False


def publish(place: Path, output: Path, names: Sequence[str]) -> None:
    """Put a finished build in the place of the former one: its store, then its files, each by one rename.

    Raises:
        StoreError: if another build is writing there, or one of the files cannot be replaced; nothing was then.
    """
    from kg.graph import generations

    for name in names:
        if (output / name).is_dir():
            raise StoreError(f"{output / name}: a folder stands where a file of the build belongs")
    next_store = generations.begin(output)
    next_store.rmdir()
    generations.current(place).rename(next_store)
    generations.publish(next_store)
    for name in names:
        (place / name).replace(output / name)
