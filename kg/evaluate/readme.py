"""An evaluation as Markdown, and the place in the README that holds it."""

from __future__ import annotations

import os
import re
from pathlib import Path

from kg.errors import SourceError
from kg.evaluate.evaluation import Evaluation
from kg.evaluate.figures import Figures

_PLACE = re.compile(r"(<!-- scores -->\n).*?(<!-- /scores -->)", re.DOTALL)


def readme_table(evaluation: Evaluation) -> str:
    """Return the figures in Markdown: a row a slot, F1 with its interval, for all articles and for each source."""
    sources = list(evaluation.sources)
    head = ["slot", "precision", "recall", "F1", "values", *(f"F1 `{name}`" for name in sources)]
    rows = [head, ["---", *["---:"] * (len(head) - 1)]]
    for slot, row in evaluation.slots.items():
        by_source = (_within(evaluation.sources[name][slot]) for name in sources)
        rows.append([slot, f"{row.precision:.3f}", f"{row.recall:.3f}", _within(row), str(row.gold), *by_source])
    return "".join(f"| {' | '.join(cells)} |\n" for cells in rows)


def _within(row: Figures) -> str:
    """Return F1 and its interval; a dash where there was nothing to find and nothing was found."""
    return f"{row.f1:.3f} ({row.low:.3f}–{row.high:.3f})" if row.gold or row.found else "–"


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
