"""An evaluation as a table for the terminal, as JSON, and as a list of errors to mend rules by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from kg.evaluate.evaluation import Evaluation, Mistake
from kg.evaluate.figures import Figures
from kg.evaluate.rules import rules_json
from kg.evaluate.tally import SLOTS


def render(evaluation: Evaluation) -> str:
    """Return the figures as a table: all slots, then F1 by source and by level, then each rule's precision."""
    lines = [f"{'':12}{'precision':>10}{'recall':>8}{'f1':>8}{'95 %':>14}{'gold':>7}{'found':>7}"]
    lines += [_line(slot, row) for slot, row in evaluation.slots.items()]
    for title, groups in (("source", evaluation.sources), ("level", evaluation.levels)):
        lines += ["", *_groups(title, groups)]
    if evaluation.rules:
        lines += ["", f"{'rule':48}{'precision':>10}{'right':>7}{'wrong':>7}"]
        lines += [f"{rule:48}{row.precision:>10.3f}{row.right:>7}{row.wrong:>7}" for rule, row in evaluation.rules.items()]
    if evaluation.absent:
        lines += ["", f"no output for {len(evaluation.absent)} articles: {' '.join(evaluation.absent[:10])}"]
    return "\n".join(lines) + "\n"


def as_json(evaluation: Evaluation) -> dict[str, Any]:
    """Return the figures as JSON values; ``slots`` and ``absent`` are what the scorer that comes with the gold prints."""
    return {
        "articles": evaluation.articles,
        "slots": _plain(evaluation.slots),
        "absent": list(evaluation.absent),
        "sources": {name: _plain(rows) for name, rows in evaluation.sources.items()},
        "levels": {name: _plain(rows) for name, rows in evaluation.levels.items()},
        "rules": rules_json(evaluation.rules),
        "mistakes": [asdict(mistake) for mistake in evaluation.mistakes],
    }


def errors(evaluation: Evaluation, most: int) -> Iterator[str]:
    """Yield up to ``most`` errors of each slot, a line each: slot, kind, article, value, rule, sentence, parted by tabs."""
    for slot in SLOTS:
        of_slot = [mistake for mistake in evaluation.mistakes if mistake.slot == slot]
        yield from map(_error, of_slot[:most])


def _line(slot: str, row: Figures) -> str:
    interval = f"{row.low:.3f}–{row.high:.3f}"
    return f"{slot:12}{row.precision:>10.3f}{row.recall:>8.3f}{row.f1:>8.3f}   {interval}{row.gold:>7}{row.found:>7}"


def _groups(title: str, groups: Mapping[str, Mapping[str, Figures]]) -> Iterator[str]:
    """Yield F1 of every slot, a row a group; a slot of which the group has no value at all is left blank."""
    yield f"{'f1 by ' + title:20}" + "".join(f"{slot:>11}" for slot in SLOTS)
    for name, rows in groups.items():
        yield f"{name:20}" + "".join(f"{_f1(rows[slot]):>11}" for slot in SLOTS)


def _f1(row: Figures) -> str:
    return f"{row.f1:.3f}" if row.gold or row.found else ""


def _plain(rows: Mapping[str, Figures]) -> dict[str, dict[str, float]]:
    return {slot: asdict(row) for slot, row in rows.items()}


def _error(mistake: Mistake) -> str:
    cells = (mistake.slot, mistake.kind, mistake.article, mistake.value, mistake.rule or "", mistake.sentence or "")
    return "\t".join(" ".join(cell.split()) for cell in cells)
