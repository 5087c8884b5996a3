"""Where the time goes: by stage, measured without a profiler, and within the extraction by module, measured with one."""

from __future__ import annotations

import cProfile
import json
import pstats
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any

import kg
from bench.turns import seconds
from kg.extract import extract
from kg.model import codec
from kg.model.text import Article
from kg.model.verify import verify

_PACKAGE = Path(kg.__file__).parent


def stages(articles: Sequence[Article], rounds: int) -> dict[str, float]:
    """Return microseconds an article of each stage from a line of JSON to a line of JSON."""
    lines = [json.dumps({"id": article.id, "text": article.text}, ensure_ascii=False) for article in articles]
    extractions = [extract(article) for article in articles]
    rows = [codec.to_row(extraction) for extraction in extractions]
    encode = json.JSONEncoder(ensure_ascii=False).encode
    work: dict[str, Callable[[], object]] = {
        "line of JSON → article": lambda: [codec.article_from_row(json.loads(line)) for line in lines],
        "article → extraction": lambda: [extract(article) for article in articles],
        "evidence verified": lambda: [verify(extraction) for extraction in extractions],
        "extraction → row": lambda: [codec.to_row(extraction) for extraction in extractions],
        "row → line of JSON": lambda: [encode(row) for row in rows],
    }
    return {name: median(seconds(run) for _ in range(rounds)) / len(articles) * 1e6 for name, run in work.items()}


def modules(articles: Sequence[Article]) -> dict[str, float]:
    """Return the share of the extraction's time that each module of this package takes, the largest first.

    What a function of another library or of Python itself takes counts for the module that calls it. A profiler makes
    small functions look dearer than they are: the shares say where to look, not how fast it is.
    """
    profile = cProfile.Profile()
    profile.enable()
    for article in articles:
        extract(article)
    profile.disable()
    spent: dict[str, float] = {}
    for (file, _, _), (_, _, own, _, callers) in _rows(profile):
        sides = {file: own} if _ours(file) else {}
        if not sides:
            for (caller, _, _), (_, _, share, _) in callers.items():
                sides[caller] = sides.get(caller, 0.0) + share
        for name, share in sides.items():
            key = _module(name)
            spent[key] = spent.get(key, 0.0) + share
    total = sum(spent.values())
    return {name: share / total for name, share in sorted(spent.items(), key=lambda entry: (-entry[1], entry[0]))}


def _rows(profile: cProfile.Profile) -> Any:
    return pstats.Stats(profile).stats.items()  # type: ignore[attr-defined]


def _ours(file: str) -> bool:
    return Path(file).is_relative_to(_PACKAGE)


def _module(file: str) -> str:
    return str(Path(file).relative_to(_PACKAGE.parent)) if _ours(file) else "Python and libraries"
