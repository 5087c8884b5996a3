"""The whole comparison of what was found with the gold: figures, errors with their sentences, and what each rule is worth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.evaluate.figures import Figures, figures
from kg.evaluate.rules import count_rules
from kg.evaluate.sentences import sentence_around, sentence_with
from kg.evaluate.tally import SLOTS, Row, Tally, Value, tally
from kg.model.measured import RuleFigures

UNKNOWN = "unknown"
"""The source or level of an article whose row does not say it."""

CENTRAL = "chinadata-"
"""How the ids of the national evening news begin; its rows state no level of their own."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One value that is missed or invented, with the sentence that it stands in and the rule that read it there."""

    source: str
    article: str
    slot: str
    kind: str
    value: str
    rule: str | None
    sentence: str | None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Figures by slot: of all articles, by source and by level of government; ``absent`` are articles without output."""

    articles: int
    slots: Mapping[str, Figures]
    sources: Mapping[str, Mapping[str, Figures]]
    levels: Mapping[str, Mapping[str, Figures]]
    rules: Mapping[str, RuleFigures]
    mistakes: tuple[Mistake, ...]
    absent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Judged:
    gold: Row
    found: Row
    tally: Tally

    def say(self, key: str) -> Any:
        return self.gold.get(key) or self.found.get(key)


def evaluate(gold_rows: Sequence[Row], found_rows: Iterable[Row]) -> Evaluation:
    """Compare rows by ``id``; what is said of an article that the gold does not have counts as invented.

    A gold row's ``source`` (the name of its file) and ``level`` say which groups it is counted in.
    """
    found = {row["id"]: row for row in found_rows}
    absent = tuple(row["id"] for row in gold_rows if row["id"] not in found)
    judged = [_judge(row, found.pop(row["id"], {})) for row in gold_rows]
    judged += [_judge({}, row) for row in found.values()]
    mistakes = [mistake for one in judged for mistake in _mistakes(one)]
    return Evaluation(
        articles=len(judged),
        slots=figures([one.tally for one in judged]),
        sources=_grouped(judged, [one.gold.get("source", UNKNOWN) for one in judged]),
        levels=_grouped(judged, [_level(one) for one in judged]),
        rules=count_rules(supported for one in judged for supported in _supported(one)),
        mistakes=tuple(sorted(mistakes, key=lambda mistake: SLOTS.index(mistake.slot))),
        absent=absent,
    )


def _judge(gold: Row, found: Row) -> _Judged:
    return _Judged(gold, found, tally(gold, found))


def _level(one: _Judged) -> str:
    level: str | None = one.gold.get("level")
    return level or ("central" if str(one.say("id")).startswith(CENTRAL) else UNKNOWN)


def _grouped(judged: Sequence[_Judged], names: Sequence[str]) -> dict[str, dict[str, Figures]]:
    groups: dict[str, list[Tally]] = {}
    for name, one in zip(names, judged, strict=True):
        groups.setdefault(name, []).append(one.tally)
    return {name: figures(tallies) for name, tallies in sorted(groups.items())}


def _evidence(found: Row) -> dict[str, list[Row]]:
    entries: dict[str, list[Row]] = {}
    for entry in found.get("evidence", []):
        entries.setdefault(entry["path"], []).append(entry)
    return entries


def _supported(one: _Judged) -> Iterator[tuple[str, str, bool]]:
    """Yield the rules of every judged value, each rule once a value; ``name~`` would count a name twice."""
    evidence = _evidence(one.found)
    for slot, value, right in one.tally.judged:
        if slot != "name~":
            for rule in sorted({entry["rule"] for entry in evidence.get(value.path, ())}):
                yield rule, slot, right


def _mistakes(one: _Judged) -> Iterator[Mistake]:
    evidence, text = _evidence(one.found), one.say("text") or ""
    where = (one.gold.get("source", UNKNOWN), str(one.say("id")))
    for slot, value in one.tally.absent:
        if slot != "name~":
            yield Mistake(*where, slot, "missed", _words(value), None, sentence_with(text, value.words))
    for slot, value, right in one.tally.judged:
        if not right and slot != "name~":
            entries = evidence.get(value.path, ())
            rules = " ".join(sorted({entry["rule"] for entry in entries})) or None
            sentence = (
                sentence_around(text, entries[0]["start"], entries[0]["end"]) if entries else sentence_with(text, value.words)
            )
            yield Mistake(*where, slot, "invented", _words(value), rules, sentence)


def _words(value: Value) -> str:
    return " | ".join(value.words)
