"""All measurements of one run, as plain values."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, NamedTuple

from bench import command, compiled, memory, peers, pictures, reports, stages, turns
from kg.extract import extract
from kg.model.text import Article
from kg.model.verify import verify


class Size(NamedTuple):
    """How much a run reads: articles in process, for ``kg extract``, for the tagger; rounds; marks of memory."""

    articles: int
    command: int
    tagger: int
    rounds: int
    marks: tuple[int, ...]


FULL = Size(1_500, 6_000, 120, 5, (1_000, 2_000, 5_000, 10_000))
QUICK = Size(300, 1_000, 30, 3, (300, 600, 1_200))

IN_PROCESS, COMMAND, TAGGER, SCAN = "extraction in process", "kg extract", "jieba.posseg", "scan for 5,000 words"
COMPILED = {name: f"{name}, compiled" for name in (IN_PROCESS, COMMAND)}


def run(size: Size, folder: Path, fast: Path, say: Callable[[str], None]) -> dict[str, Any]:
    """Measure everything.

    Args:
        size: how much.
        folder: takes what the commands read and write.
        fast: the Python that has the compiled extraction; where it has not, there are no rows of it.
        say: hears what is being done.
    """
    source, articles = reports.load(size.command)
    few = articles[: size.articles]
    found: dict[str, Any] = {
        "machine": {"python": platform.python_version(), "system": sys.platform, "processors": os.cpu_count()},
        "source": source,
        "characters": sum(len(article.text) for article in articles),
        "not_compiled": compiled.missing(fast),
    }
    say("rates")
    found |= _rates(size, articles, few, folder, None if found["not_compiled"] else fast)
    say("stages")
    found["stages"] = stages.stages(few, size.rounds)
    found["modules"] = stages.modules(few[:300])
    say("memory")
    found["memory"] = memory.kept(few, size.marks)
    say("commands")
    found["commands"] = list(_commands(size, articles, folder))
    say("pictures")
    found["pictures"] = list(pictures.opened(folder / "output", size.rounds))
    return found


def _rates(size: Size, articles: Sequence[Article], few: Sequence[Article], folder: Path, fast: Path | None) -> dict[str, Any]:
    source = command.write(articles, folder / "articles.jsonl")
    scan, tag, some = peers.scanner(few), peers.tagger(), articles[: size.tagger]
    sides: dict[str, tuple[float, Callable[[], float]]] = {
        IN_PROCESS: (reports.reports(few), lambda: turns.seconds(lambda: [verify(extract(article)) for article in few])),
        SCAN: (reports.reports(few), lambda: turns.seconds(lambda: scan(few))),
        COMMAND: (reports.reports(articles), lambda: command.kg(["extract", str(source)], folder).cpu),
    }
    if fast is not None:
        sides[COMPILED[IN_PROCESS]] = (reports.reports(few), lambda: compiled.seconds(fast, source, len(few)))
        sides[COMPILED[COMMAND]] = (reports.reports(articles), lambda: command.kg(["extract", str(source)], folder, fast).cpu)
    if tag is not None:
        sides[TAGGER] = (reports.reports(some), lambda: turns.seconds(lambda: tag(some)))
    for article in few[:50]:
        extract(article)  # the lexicon is compiled once a process, not once a round
    rates = turns.rates(sides, size.rounds)
    beside = {} if tag is None else {name: rate.median / rates[TAGGER].median for name, rate in rates.items()}
    return {"rates": {name: asdict(rate) for name, rate in rates.items()}, "times_tagger": beside}


def _commands(size: Size, articles: Sequence[Article], folder: Path) -> Iterator[dict[str, Any]]:
    """Time the commands once each: an extraction of few and of many articles, whose memory is to be the same, and a build.

    The build is of the whole corpus where it is there and the run is a full one.
    """
    for count in (len(articles) // 5, len(articles)):
        source = command.write(articles[:count], folder / "articles.jsonl")
        yield {"name": f"kg extract of {count:,} articles", **asdict(command.kg(["extract", str(source)], folder))}
    whole = size is FULL and reports.CORPUS.is_file()
    source = reports.CORPUS if whole else command.write(articles[:300], folder / "articles.jsonl")
    name = f"kg build of {source.name if whole else '300 articles'}"
    yield {"name": name, **asdict(command.kg(["build", str(source), "-o", str(folder / "output")], folder))}
