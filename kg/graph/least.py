"""A build without what rests on rules of less than a least precision: a store of its own, made once and asked like any other."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import QuestionError
from kg.graph import generations, names, records, vocab
from kg.graph.facts import Facts
from kg.graph.loading import Loader
from kg.graph.shelf import SHELF
from kg.graph.standing import Kept, Standard, standing, standing_links
from kg.graph.store import Store
from kg.graph.terms import Triple, decimal

_RULES = "SELECT ?rule ?precision { ?rule a gm:Rule OPTIONAL { ?rule gm:precision ?precision } }"
_READERS = "SELECT ?rule ?what { ?rule a gm:Rule ; gm:reads ?what }"


@dataclass(frozen=True, slots=True)
class Least:
    """What is asked of a rule: a precision from 0 to 1. What was never measured does not reach it, unless it is kept.

    Raises:
        QuestionError: if it is no share.
    """

    precision: float
    keep_unmeasured: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.precision <= 1:
            raise QuestionError(f"a precision is a number from 0 to 1, not {self.precision}")

    def reached_by(self, precision: float | None) -> bool:
        """Whether a rule of this precision, None of one never measured, may stand."""
        return self.keep_unmeasured if precision is None else precision >= self.precision


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many records there were, and how many of them were left out."""

    records: int
    left_out: int


@contextmanager
def at_least(store: Store, least: Least) -> Iterator[tuple[Store, LeftOut]]:
    """Make a store of what stands, for the time of the block; the build itself stays as it is.

    Raises:
        StoreError: if the build cannot be read.
    """
    with tempfile.TemporaryDirectory(prefix="govmeet-") as folder:
        left_out = write_standing(store, least, Path(folder))
        with Store(Path(folder)) as view:
            yield view, left_out


def keep_standing(output: Path, least: Least) -> LeftOut:
    """Make what stands the current build of an output folder; what is left out is gone from it.

    Raises:
        StoreError: if there is no build, or it cannot be written.
    """
    folder = generations.begin(output)
    with Store.open(output) as store:
        left_out = write_standing(store, least, folder)
    generations.publish(folder)
    return left_out


def write_standing(store: Store, least: Least, folder: Path) -> LeftOut:
    """Write what stands of a build into an empty folder, in the form of a build.

    Raises:
        StoreError: if the build cannot be read.
    """
    kept, rules = Kept(), standard(store, least)
    quads = ox.Store(str(folder / "quads"))
    loader = Loader(quads, folder)
    try:
        for graph, facts in store.graphs():
            loader.write(_standing(graph, facts, store.base, rules, kept, least).lines(graph))
        loader.finish()
    finally:
        loader.close()
    about = {"base": store.base, "version": store.version, "articles": store.article_count, "triples": loader.count}
    (folder / "build.json").write_text(json.dumps(about) + "\n", encoding="utf-8")
    shutil.copyfile(store.folder / SHELF, folder / SHELF)
    return LeftOut(kept.read, kept.read - kept.standing)


def standard(store: Store, least: Least) -> Standard:
    """Return which rules of a build reach what is asked, and what each reads."""
    rules = store.select(_RULES).rows
    reaching = frozenset(f"<{rule}>" for rule, precision in rules if least.reached_by(_number(precision)))
    readers: dict[str, set[str]] = {}
    for rule, what in store.select(_READERS).rows:
        readers.setdefault(f"<{what}>", set()).add(f"<{rule}>")
    return Standard(reaching, {what: frozenset(those) for what, those in readers.items()})


def _number(value: object) -> float | None:
    return value if isinstance(value, float) else None


def _standing(graph: str, facts: Facts, base: str, rules: Standard, kept: Kept, least: Least) -> Facts:
    if graph.endswith(records.GRAPH_END):
        return standing(facts, rules, kept)
    if graph == names.links_graph(base):
        return Facts(standing_links(facts, kept))
    return Facts(_marked(facts, least)) if graph == names.run_graph(base) else facts


def _marked(facts: Facts, least: Least) -> Iterator[Triple]:
    """Yield the triples of the graph of the run, which now says what was asked for."""
    yield from (triple for triple in facts if triple[1] != vocab.LEAST_PRECISION)
    for node in facts.nodes:
        if vocab.PROV_ACTIVITY in facts.values(node, vocab.RDF_TYPE):
            yield node, vocab.LEAST_PRECISION, decimal(least.precision)
