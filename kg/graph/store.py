"""The build as later commands read it: read-only, asked in SPARQL, written out in several notations."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Self

import pyoxigraph as ox

from kg.errors import QuestionError, StoreError
from kg.graph import generations, loading, names, ontology, serialise, shelf
from kg.graph.binding import bound
from kg.graph.facts import Facts
from kg.graph.terms import Triple

if TYPE_CHECKING:
    from rdflib import Dataset

Value = str | int | float | bool | None
"""What a cell holds: an IRI, a text or a date as a string, a number, or None where nothing is bound."""

_XSD = "http://www.w3.org/2001/XMLSchema#"


@dataclass(frozen=True, slots=True)
class Table:
    """The answer to a SELECT query."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


class Store:
    """A build, opened for reading. Queries see the union of all its graphs; ``GRAPH ?g`` tells them apart.

    ``folder`` is where its files lie: those of one generation, which the next build does not touch.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            about = json.loads((folder / "build.json").read_text(encoding="utf-8"))
            self.base: str = about["base"]
            self.version: str = about["version"]
            self.article_count: int = about["articles"]
            self._store = ox.Store.read_only(str(folder / "quads"))
        except (OSError, RuntimeError, ValueError, KeyError) as error:
            raise StoreError(f"{folder}: not a readable build: {error}") from error

    @classmethod
    def open(cls, output: Path) -> Self:
        """Open the current build of an output folder.

        Raises:
            StoreError: if there is none, or it cannot be read.
        """
        return cls(generations.current(output))

    def close(self) -> None:
        """Let go of the files."""
        del self._store

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def select(self, query: str, bindings: Mapping[str, str | int] | None = None) -> Table:
        """Ask a SELECT query; the ontology's prefixes need not be declared.

        ``bindings`` fill the query's ``VALUES ?name { UNDEF }``, as values and never as text.

        Raises:
            QuestionError: if the query cannot be parsed or is of another form, or has no such place for a binding.
        """
        found = self._query(bound(query, bindings or {}))
        if not isinstance(found, ox.QuerySolutions):
            raise QuestionError("this query is no SELECT")
        columns = tuple(variable.value for variable in found.variables)
        return Table(columns, tuple(tuple(_value(term) for term in row) for row in found))

    def ask(self, query: str) -> bool:
        """Ask an ASK query.

        Raises:
            QuestionError: if the query cannot be parsed or is of another form.
        """
        found = self._query(query)
        if not isinstance(found, ox.QueryBoolean):
            raise QuestionError("this query is no ASK")
        return bool(found)

    def construct(self, query: str) -> str:
        """Return the triples that a CONSTRUCT or DESCRIBE query makes, as Turtle, sorted.

        Raises:
            QuestionError: if the query cannot be parsed or is of another form.
        """
        found = self._query(query)
        if not isinstance(found, ox.QueryTriples):
            raise QuestionError("this query is no CONSTRUCT or DESCRIBE")
        lines = sorted({f"{triple.subject} {triple.predicate} {triple.object}" for triple in found})
        return "".join(serialise.turtle(lines, self.base))

    def query(self, text: str) -> Table | bool | str:
        """Ask a query of any form: a table for SELECT, a truth value for ASK, Turtle for CONSTRUCT and DESCRIBE.

        Raises:
            QuestionError: if it cannot be parsed.
        """
        found = self._query(text)
        if isinstance(found, ox.QueryBoolean):
            return bool(found)
        return self.construct(text) if isinstance(found, ox.QueryTriples) else self.select(text)

    def write(self, target: BinaryIO, notation: str) -> None:
        """Write all triples: ``turtle`` as the union of the graphs; ``trig``, ``nquads`` and ``jsonld`` keep them apart.

        The same facts give the same bytes, whatever the order in which they were read.

        Raises:
            StoreError: if the notation is none of these.
        """
        serialise.write(self.folder, target, notation, self.base)

    def articles(self) -> Iterator[shelf.Row]:
        """Yield the articles with their texts, in the order in which they were read."""
        return shelf.rows(self.folder)

    def article(self, identifier: str) -> shelf.Row:
        """Return an article with its text, by its id or its IRI.

        Raises:
            StoreError: if the build has no such article.
        """
        for row in self.articles():
            if row["id"] == identifier or self.article_iri(row["id"]) == identifier:
                return row
        raise StoreError(f"no article {identifier!r} in this build")

    def article_iri(self, identifier: str) -> str:
        """Return the IRI of an article."""
        return names.article(self.base, identifier)

    def graphs(self) -> Iterator[tuple[str, Facts]]:
        """Yield the graphs with their names, as N-Triples tokens, in the order in which they were written.

        Raises:
            StoreError: if the build cannot be read.
        """
        for graph, lines in groupby((line.rsplit(" ", 2) for line in loading.quads(self.folder)), key=itemgetter(1)):
            yield graph, Facts(_triple(line[0]) for line in lines)

    def is_complete(self) -> bool:
        """Whether the store holds as many triples as were written; in the graph of links some are written several times."""
        return sum(len(set(facts)) for _, facts in self.graphs()) == len(self._store)

    def rdflib(self) -> Dataset:
        """Return the build as an rdflib dataset, for those who work with rdflib; its default graph is the union."""
        from oxrdflib import OxigraphStore
        from rdflib import Dataset

        return Dataset(store=OxigraphStore(store=self._store), default_union=True)

    def _query(self, text: str) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        try:
            return self._store.query(text, prefixes=ontology.prefixes(), use_default_graph_as_union=True)
        except (SyntaxError, ValueError) as error:
            raise QuestionError(f"this is no SPARQL query: {error}") from error
        except (OSError, RuntimeError) as error:
            raise StoreError(f"{self.folder}: {error}") from error


def _triple(line: str) -> Triple:
    subject, predicate, value = line.split(" ", 2)
    return subject, predicate, value


def _value(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None) -> Value:
    if isinstance(term, ox.NamedNode):
        return term.value
    if isinstance(term, ox.Literal):
        return _literal(term.value, term.datatype.value)
    return None if term is None else str(term)


def _literal(text: str, datatype: str) -> Value:
    match datatype.removeprefix(_XSD):
        case "integer":
            return int(text)
        case "decimal" | "double" | "float":
            return float(text)
        case "boolean":
            return text in {"true", "1"}
        case _:
            return text
