"""An evaluation as Markdown, and the place in the README that holds it."""

from __future__ import annotations

import os
import re
from pathlib import Path

from kg.errors import SourceError
from kg.evaluate.evaluation import Evaluation

_PLACE = re.compile(r"(<!-- scores -->\n).*?(<!-- /scores -->)", re.DOTALL)


def readme_table(evaluation: Evaluation) -> str:
    """Return the figures in Markdown: a row a slot, with F1 for each source beside the whole."""
    sources = list(evaluation.sources)
    head = ["slot", "precision", "recall", "F1", "95 %", "values", *(f"F1 `{name}`" for name in sources)]
    rows = [head, ["---", *["---:"] * (len(head) - 1)]]
    for slot, row in evaluation.slots.items():
        interval = f"{row.low:.3f}–{row.high:.3f}"
        by_source = [f"{evaluation.sources[name][slot].f1:.3f}" for name in sources]
        rows.append(
            [slot, *(f"{figure:.3f}" for figure in (row.precision, row.recall, row.f1)), interval, str(row.gold), *by_source]
        )
    return "".join(f"| {' | '.join(cells)} |\n" for cells in rows)


def write_readme(evaluation: Evaluation, path: Path) -> None:
    """Put the table between the marks ``<!-- scores -->`` and ``<!-- /scores -->`` of a file; the rest stays as it is.

    Raises:
        SourceError: if the file cannot be read or written, or has not one such place.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(str(path), f"cannot be read: {error}") from None
    if len(_PLACE.findall(text)) != 1:
        raise SourceError(str(path), "needs one line <!-- scores --> and after it one line <!-- /scores -->")
    aside = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    table = readme_table(evaluation)
    try:
        aside.write_text(_PLACE.sub(lambda found: f"{found[1]}{table}{found[2]}", text), encoding="utf-8")
        aside.replace(path)
    except OSError as error:
        raise SourceError(str(path), f"cannot be written: {error.strerror or error}") from None
