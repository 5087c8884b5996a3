"""Extractions → a store on disk: each article's graph as it comes, then the links, then one load and a swap."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import pyoxigraph as ox

from kg.errors import ShapeError
from kg.graph import generations, links, names, ontology, records, rules, shapes
from kg.graph.facts import Facts
from kg.graph.loading import Loader
from kg.graph.names import DEFAULT_BASE
from kg.graph.shelf import Shelf
from kg.graph.terms import Triple
from kg.model.measured import RuleFigures
from kg.model.records import Extraction
from kg.model.resolution import Resolution, Summary
from kg.model.verify import verify


class Builder:
    """Write a store aside; leaving the ``with`` block in good order makes it the current one, an exception removes it.

    Raises:
        StoreError: if the output cannot be written, another build is writing there, or the base is no base.
    """

    def __init__(
        self,
        output: Path,
        base: str = DEFAULT_BASE,
        version: str = "0",
        extractor: str = "0",
        figures: Mapping[str, RuleFigures] | None = None,
    ) -> None:
        """Begin a build.

        Args:
            output: the folder whose store it will be.
            base: what the data's IRIs begin with.
            version: of this package.
            extractor: the version of what reads the articles, which changes more often.
            figures: how often each rule was right; one that is not among them was never measured.
        """
        self.base = names.checked_base(base)
        self.version = version
        self._program = {"govmeet": version, "govmeet-extract": extractor}
        self._edition = f"{version}-{extractor}"
        self._figures = figures or {}
        self._readings: set[rules.Reading] = set()
        self._ids: set[str] = set()
        self._folder = generations.begin(output)
        # Opened at once: the lock tells other builds to keep away.
        self._store = ox.Store(str(self._folder / "quads"))
        self._loader = Loader(self._store, self._folder)
        self._shelf = Shelf(self._folder)

    @property
    def count(self) -> int:
        """How many triples were written so far; an edge that several articles state counts each time."""
        return self._loader.count

    def __enter__(self) -> Self:
        return self

    def add(self, extraction: Extraction) -> None:
        """Write one article's graph, if its evidence holds and it keeps to the shapes; nothing of it is written otherwise.

        Raises:
            EvidenceError: if a record's quote does not hold what it is evidence of.
            ShapeError: if the article breaks a shape, or its id was used before.
        """
        identifier = extraction.article.id
        if identifier in self._ids:
            raise ShapeError(f"{identifier}: another article of this build has the same id")
        verify(extraction)
        facts = records.facts(extraction, self.base, self._edition)
        shapes.require_sound(facts, identifier)
        self._ids.add(identifier)
        self._readings.update(rules.readings(extraction))
        self._write(facts, records.graph_name(self.base, identifier))
        self._shelf.put(extraction.article)

    def link(self, summaries: Iterable[Summary], resolution: Resolution) -> None:
        """Write the graph of links; the summaries are those of the articles that were added."""
        # Several articles may state one edge; the store holds it once.
        self._write(Facts(links.links(summaries, resolution, self.base, self._edition)), names.links_graph(self.base))

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            if kind is None:
                self._finish()
        finally:
            self._close()
        if kind is None:
            generations.publish(self._folder)
        else:
            shutil.rmtree(self._folder)

    def _write(self, facts: Facts, graph: str) -> None:
        self._loader.write(facts.lines(graph))

    def _finish(self) -> None:
        self._write(Facts(self._about_the_program()), names.run_graph(self.base))
        for name in ("meeting.ttl", "schemes.ttl"):
            quads = ontology.quads(name)
            self._write(Facts((str(q.subject), str(q.predicate), str(q.object)) for q in quads), f"<{ontology.VOCABULARY}>")
        self._loader.finish()
        about = {"base": self.base, "version": self.version, "articles": len(self._ids), "triples": self.count}
        (self._folder / "build.json").write_text(json.dumps(about) + "\n", encoding="utf-8")

    def _about_the_program(self) -> Iterator[Triple]:
        yield from links.run(self.base, self._edition, self._program)
        yield from rules.described(self._readings, self._figures, self.base)

    def _close(self) -> None:
        self._loader.close()
        self._shelf.close()
        # Dropping the last references closes the database and gives up its lock.
        del self._loader, self._store
