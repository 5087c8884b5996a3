"""Articles → a build: store, graph.ttl and pictures, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import EvidenceError, ShapeError
from kg.model.records import Extraction
from kg.model.resolution import Resolution, Summary, summarize
from kg.model.text import Article
from kg.pipeline.extracting import extractions
from kg.pipeline.pool import FEW, one_process
from kg.pipeline.publishing import aside, publish
from kg.pipeline.reading import Problem

if TYPE_CHECKING:
    from kg.graph.building import Builder
    from kg.graph.least import Least, LeftOut


@dataclass(frozen=True, slots=True)
class Report:
    """What a build read, found and left out. Officials and meetings count once however many articles speak of them.

    ``files`` is empty where there was nothing to build from: the output is then as it was. ``left_out`` counts what rests on
    rules that do not reach a least precision, where one was asked for; the other counts are of what was read.
    """

    articles: int
    meetings: int
    officials: int
    roles: int
    directives: int
    set_aside: tuple[str, ...]
    failures: tuple[str, ...]
    files: tuple[Path, ...]
    left_out: LeftOut | None = None


def silent(stage: str, count: int | None = None) -> None:
    """Show no progress."""


def build(
    articles: Iterable[Article | Problem],
    output: Path,
    *,
    base: str | None = None,
    jobs: int = 1,
    least: Least | None = None,
    progress: Callable[..., None] = silent,
) -> Report:
    """Write the store, ``graph.ttl`` and the pictures of the articles: whole, or, if anything raises, not at all.

    Args:
        articles: what :func:`read` yields.
        output: the folder; what a former build wrote there is replaced, anything else stays.
        base: what the data's IRIs begin with.
        jobs: how many processes extract.
        least: what is asked of the rules; what rests on others is left out.
        progress: is told a stage and how far it has come.

    Raises:
        StoreError: if the output cannot be written, or the base is no base.
    """
    with aside(output) as place:
        tally = _Tally()
        with _builder(place, base) as builder:
            for found in extractions(articles, jobs):
                tally.take(found, builder)
                progress("articles read:", tally.articles)
            progress("telling who is who among", tally.articles)
            resolution = _resolve(tally.summaries)
            builder.link(tally.summaries, resolution)
            progress("writing the store")
        left_out = None if least is None else _keep_standing(place, least)
        names = () if not tally.summaries else _draw(place, jobs if len(tally.summaries) > FEW else 1, progress)
        if names:
            publish(place, output, names)
    return tally.report(resolution, tuple(output / name for name in names), left_out)


class _Tally:
    """What a build has come across so far."""

    def __init__(self) -> None:
        self.articles = self.roles = self.directives = 0
        self.summaries: list[Summary] = []
        self.set_aside: list[str] = []
        self.failures: list[str] = []

    def take(self, found: Extraction | Problem, builder: Builder) -> None:
        if isinstance(found, Problem):
            self.articles += found.read
            (self.set_aside if found.read else self.failures).append(found.reason)
            return
        self.articles += 1
        try:
            builder.add(found)
        except (EvidenceError, ShapeError) as error:
            self.set_aside.append(str(error))
            return
        self.summaries.append(summarize(found))
        self.roles += len(found.roles)
        self.directives += len(found.directives)

    def report(self, resolution: Resolution, written: tuple[Path, ...], left_out: LeftOut | None) -> Report:
        meetings = {resolution.of(one.article, meeting.id) for one in self.summaries for meeting in one.meetings}
        officials = {resolution.of(one.article, official.id) for one in self.summaries for official in one.officials}
        return Report(
            self.articles,
            len(meetings),
            len(officials),
            self.roles,
            self.directives,
            tuple(self.set_aside),
            tuple(self.failures),
            written,
            left_out,
        )


def _builder(place: Path, base: str | None) -> Builder:
    from kg.evaluate import load_rules
    from kg.extract import VERSION
    from kg.graph.building import Builder
    from kg.graph.names import DEFAULT_BASE

    return Builder(place, base or DEFAULT_BASE, version("govmeet"), VERSION, load_rules())


def _keep_standing(place: Path, least: Least) -> LeftOut:
    from kg.graph.least import keep_standing

    return keep_standing(place, least)


def _resolve(summaries: Sequence[Summary]) -> Resolution:
    from kg.resolve import resolve

    return resolve(summaries)


def _draw(place: Path, jobs: int, progress: Callable[..., None]) -> tuple[str, ...]:
    """Write what people look at beside the store of the same folder: the graph in a process of its own, if it may have one."""
    if jobs == 1:
        progress("writing graph.ttl")
        return (*_write_turtle(place), *_write_pictures(place))
    with one_process() as pool:
        turtle = pool.submit(_write_turtle, place)
        progress("writing graph.ttl and drawing the pictures")
        pictures = _write_pictures(place)
        return (*turtle.result(), *pictures)


def _write_turtle(place: Path) -> list[str]:
    from kg.export import exporter
    from kg.graph.store import Store

    with Store.open(place) as store:
        return [path.name for path in exporter("turtle").write(store, place)]


def _write_pictures(place: Path) -> list[str]:
    from kg.export.picture import write_pictures
    from kg.graph.store import Store

    with Store.open(place) as store:
        return [path.name for path in write_pictures(store, place)]
