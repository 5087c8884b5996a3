"""Where a build lies on disk, and how a new one takes the place of the old.

::

    <output>/store/current            a small file that names the generation to read
    <output>/store/generation-7/      quads/ (Oxigraph), articles.jsonl.gz, build.json
    <output>/store/building/          the next one, while it is written

A store that is read while it is written is undefined behaviour in Oxigraph, so that a build is written aside and named by
replacing ``current``. The generation before it stays, for those who have it open, until the next build.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError

_NAME = re.compile(r"generation-(\d+)")


def current(output: Path) -> Path:
    """Return the folder of the generation to read.

    Raises:
        StoreError: if there is none.
    """
    store = output / "store"
    try:
        name = (store / "current").read_text(encoding="ascii").strip()
    except FileNotFoundError:
        raise StoreError(f"{output}: no build here; `kg build -o {output}` makes one") from None
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"{store / 'current'}: {error}") from error
    folder = store / name
    if not _NAME.fullmatch(name) or not folder.is_dir():
        raise StoreError(f"{store / 'current'}: names {name!r:.40}, which is no generation of this store")
    return folder


def begin(output: Path) -> Path:
    """Make an empty folder for the next generation, removing what an interrupted build left.

    Raises:
        StoreError: if another process is building here, or the folder cannot be written.
    """
    folder = output / "store" / "building"
    try:
        if (folder / "quads").is_dir():
            _require_idle(folder / "quads")
        if folder.exists():
            shutil.rmtree(folder)
        folder.mkdir(parents=True)
    except OSError as error:
        raise StoreError(f"{folder}: {error}") from error
    return folder


def _require_idle(quads: Path) -> None:
    """Take Oxigraph's lock for a moment: whoever builds holds it."""
    try:
        ox.Store(str(quads)).flush()
    except (OSError, RuntimeError) as error:
        if "lock" in str(error).lower():
            raise StoreError(f"{quads}: another build is writing here") from error
        # What an interrupted build left may be unreadable; it is removed in any case.


def publish(building: Path) -> Path:
    """Make what was built the current generation, and remove those before the last."""
    store = building.parent
    numbers = sorted(int(found[1]) for path in store.iterdir() if (found := _NAME.fullmatch(path.name)))
    folder = store / f"generation-{numbers[-1] + 1 if numbers else 1}"
    building.rename(folder)
    _write_whole(store / "current", folder.name + "\n")
    for number in numbers[:-1]:
        shutil.rmtree(store / f"generation-{number}")
    return folder


def _write_whole(target: Path, text: str) -> None:
    beside = target.with_suffix(".tmp")
    with beside.open("w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(target)
