"""Gold files → figures: what is extracted beside what a reader found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.evaluate import Evaluation


class Assessment:
    """How good an extraction of the articles of gold files is, and the forms in which it is shown."""

    def __init__(self, gold: Sequence[Path]) -> None:
        """Extract from the articles and compare.

        Raises:
            SourceError: if a file cannot be read; file and line are named.
        """
        from kg.evaluate import evaluate
        from kg.evaluate.gold import extract_rows, read_gold

        rows = read_gold(gold)
        self.gold = [path.name for path in gold]
        self.evaluation: Evaluation = evaluate(rows, extract_rows(rows))

    def table(self) -> str:
        """Return the figures for a terminal."""
        from kg.evaluate import render

        return render(self.evaluation)

    def markdown(self) -> str:
        """Return the figures as the README's table."""
        from kg.evaluate import readme_table

        return readme_table(self.evaluation)

    def as_json(self) -> dict[str, Any]:
        """Return the figures as JSON values."""
        from kg.evaluate import as_json

        return as_json(self.evaluation)

    def errors(self, most: int) -> Iterator[str]:
        """Yield up to ``most`` errors of each slot, a line each."""
        from kg.evaluate import errors

        return errors(self.evaluation, most)

    def write_rules(self, path: Path) -> None:
        """Write how often each rule was right."""
        from kg.evaluate import write_rules

        write_rules(self.evaluation.rules, gold=self.gold, path=path)

    def write_readme(self, path: Path) -> None:
        """Put the figures between the score marks of a Markdown file."""
        from kg.evaluate import write_readme

        write_readme(self.evaluation, path)
