"""How often each rule is right: the values that it supported, judged against the gold, and the file that keeps the counts."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from kg.errors import SourceError
from kg.model.measured import RuleFigures


def count_rules(supported: Iterable[tuple[str, str, bool]]) -> dict[str, RuleFigures]:
    """Return the figures of each rule, by name, from (rule, slot, whether the value was right)."""
    counts = Counter(supported)
    slots: dict[str, set[str]] = {}
    for rule, slot, _ in counts:
        slots.setdefault(rule, set()).add(slot)
    return {
        rule: RuleFigures(tuple((slot, counts[rule, slot, True], counts[rule, slot, False]) for slot in sorted(slots[rule])))
        for rule in sorted(slots)
    }


def rules_json(rules: Mapping[str, RuleFigures]) -> dict[str, Any]:
    """Return the figures as JSON values: by rule ``right``, ``wrong``, ``precision`` and, by slot, [right, wrong]."""
    return {
        rule: {
            "right": row.right,
            "wrong": row.wrong,
            "precision": round(row.precision, 4),
            "slots": {slot: [right, wrong] for slot, right, wrong in row.slots},
        }
        for rule, row in sorted(rules.items())
    }


def write_rules(rules: Mapping[str, RuleFigures], gold: Iterable[str], path: Path) -> None:
    """Write the figures, with the names of the gold sets that they were measured on; the file is replaced as a whole.

    Raises:
        SourceError: if the file cannot be written.
    """
    text = json.dumps({"gold": sorted(gold), "rules": rules_json(rules)}, ensure_ascii=False, indent=1) + "\n"
    aside = path.with_name(path.name + ".tmp")
    try:
        aside.write_text(text, encoding="utf-8")
        aside.replace(path)
    except OSError as error:
        raise SourceError(str(path), f"cannot be written: {error.strerror or error}") from None


def load_rules(path: Path | None = None) -> dict[str, RuleFigures]:
    """Return the figures that were written to a file; without one, those that come with the package.

    Raises:
        SourceError: if the file is missing or holds something else.
    """
    place = files(__package__) / "rules.json" if path is None else path
    try:
        rows = json.loads(place.read_text(encoding="utf-8"))["rules"]
        return {rule: RuleFigures(tuple((slot, *counts) for slot, counts in row["slots"].items())) for rule, row in rows.items()}
    except OSError as error:
        raise SourceError(str(place), f"cannot be read: {error.strerror or error}") from None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise SourceError(str(place), f"no file of rule figures: {error}") from None
