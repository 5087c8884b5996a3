"""N-Quads lines → Oxigraph, in large batches beside whatever makes the lines: the load lets other threads run."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor

import pyoxigraph as ox

from kg.errors import StoreError

_BATCH = 100_000
"""Lines in one load, about 20 MB: smaller loads leave more files to merge."""


class Loader:
    """Take lines and load them; at most one batch is being loaded while the next one grows."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store
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

        Raises:
            StoreError: if a batch could not be loaded.
        """
        self._submit()
        self._wait()
        self._store.flush()

    def close(self) -> None:
        """Let the thread end, once what it is loading is loaded."""
        self._worker.shutdown()

    def _submit(self) -> None:
        self._wait()
        lines, self._lines = self._lines, []
        self._pending = self._worker.submit(self._load, lines)

    def _load(self, lines: list[str]) -> None:
        # Lenient: the writer has made every IRI of checked parts, and looking again takes time.
        self._store.bulk_load(input="".join(lines).encode(), format=ox.RdfFormat.N_QUADS, lenient=True)

    def _wait(self) -> None:
        if self._pending is not None:
            try:
                self._pending.result()
            except (OSError, SyntaxError, ValueError) as error:
                raise StoreError(f"the graph cannot be loaded: {error}") from error
