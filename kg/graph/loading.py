"""N-Quads lines → Oxigraph and a compressed copy, in large batches beside whatever makes the lines.

The copy is what exports are written from: reading all of a store back out of Oxigraph takes ten times as long.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError

_COPY = "quads.nq.gz"

_BATCH = 250_000
"""Lines in one load, about 50 MB: smaller loads leave more files to merge."""


class Loader:
    """Take lines and load them; at most one batch is being loaded while the next one grows."""

    def __init__(self, store: ox.Store, folder: Path) -> None:
        self._store = store
        self._raw = (folder / _COPY).open("wb")
        self._copy = gzip.GzipFile(filename="", mode="wb", fileobj=self._raw, compresslevel=1, mtime=0)
        self._lines: list[str] = []
        self._pending: Future[None] | None = None
        self._worker = ThreadPoolExecutor(max_workers=1)
        self.count = 0

    def write(self, lines: list[str]) -> None:
        """Take some lines.

        Raises:
            StoreError: if an earlier batch could not be loaded.
        """
        self._lines += lines
        self.count += len(lines)
        if len(self._lines) >= _BATCH:
            self._submit()

    def finish(self) -> None:
        """Load what is left and wait for it.

        The files are not merged: on 1.3 M triples that takes four seconds and makes questions a third faster.

        Raises:
            StoreError: if a batch could not be loaded.
        """
        self._submit()
        self._wait()
        self._store.flush()

    def close(self) -> None:
        """Let the thread end, once what it is loading is loaded, and close the copy."""
        self._worker.shutdown()
        self._copy.close()
        self._raw.close()

    def _submit(self) -> None:
        self._wait()
        lines, self._lines = self._lines, []
        self._pending = self._worker.submit(self._load, lines)

    def _load(self, lines: list[str]) -> None:
        text = "".join(lines).encode()
        self._copy.write(text)
        # Lenient: the writer has made every IRI of checked parts, and looking again takes time.
        self._store.bulk_load(input=text, format=ox.RdfFormat.N_QUADS, lenient=True)

    def _wait(self) -> None:
        if self._pending is not None:
            try:
                self._pending.result()
            except (OSError, RuntimeError, SyntaxError, ValueError) as error:
                raise StoreError(f"the graph cannot be loaded: {error}") from error


def quads(folder: Path) -> Iterator[str]:
    """Yield the N-Quads of a build without their line ends; a link that several articles state comes several times.

    Raises:
        StoreError: if the file is missing or damaged.
    """
    try:
        with gzip.open(folder / _COPY, "rt", encoding="utf-8", newline="\n") as lines:
            for line in lines:
                yield line[:-1]
    except (OSError, EOFError, ValueError) as error:
        raise StoreError(f"{folder / _COPY}: {error}") from error
