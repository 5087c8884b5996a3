"""What is right, missed and invented in one article, slot by slot, and which found value it was.

The counts are those of the scorer that comes with the gold; beside them a tally keeps the JSON Pointer of every found value
that was judged, so that its evidence, and with it the rule, can be looked up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from kg.evaluate.compare import alike, bare, common, contained, pairing, person

Row = Mapping[str, Any]

PEOPLE = ("chairs", "attendees", "speakers")
PHRASES = ("groups", "conveys")
SLOTS = ("persons", "roles", "meetings", "name", "name~", "date", *PEOPLE, *PHRASES, "directives", "addressees")


NOTHING = "–"
"""Stands in a printout for a name or a date that is not there."""


class Value(NamedTuple):
    """A value of either side: its pointer into its row, the words that it was written with, and what it is compared by."""

    path: str
    words: tuple[str, ...]
    key: Hashable


class Tally:
    """Counts and judged values of one article.

    Attributes:
        right, missed, invented: counts by slot.
        judged: (slot, value of the found row, whether it is right).
        absent: (slot, value of the gold row that was not found).
    """

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.missed: Counter[str] = Counter()
        self.invented: Counter[str] = Counter()
        self.judged: list[tuple[str, Value, bool]] = []
        self.absent: list[tuple[str, Value]] = []

    def sets(self, slot: str, gold: Sequence[Value], found: Sequence[Value]) -> None:
        """Count values that are the same when their keys are; a value that stands twice counts once."""
        wanted, there = {value.key for value in gold}, {value.key for value in found}
        self._count(slot, len(wanted & there), len(wanted - there), len(there - wanted))
        self.judged += [(slot, value, value.key in wanted) for value in found]
        self.absent += [(slot, value) for value in {v.key: v for v in gold}.values() if value.key not in there]

    def loose(self, slot: str, gold: Sequence[Value], found: Sequence[Value]) -> None:
        """Count phrases that are the same when one contains the other and is at least half as long."""
        pairs = pairing([value.words[0] for value in gold], [value.words[0] for value in found], contained, 0.5)
        self.pairs(slot, gold, found, {j for _, j in pairs.both}, pairs.gold)

    def pairs(self, slot: str, gold: Sequence[Value], found: Sequence[Value], paired: set[int], alone: Sequence[int]) -> None:
        """Count found values as right where their number is among ``paired``, and the gold values ``alone`` as missed."""
        self._count(slot, len(paired), len(alone), len(found) - len(paired))
        self.judged += [(slot, value, number in paired) for number, value in enumerate(found)]
        self.absent += [(slot, gold[number]) for number in alone]

    def one(self, slot: str, gold: Value, found: Value, same: bool) -> None:
        """Count a value that each side has once: a wrong one is both missed and invented."""
        self._count(slot, int(same), int(not same), int(not same))
        self.judged.append((slot, found, same))
        self.absent += [] if same else [(slot, gold)]

    def _count(self, slot: str, right: int, missed: int, invented: int) -> None:
        self.right[slot] += right
        self.missed[slot] += missed
        self.invented[slot] += invented


def tally(gold: Row, found: Row) -> Tally:
    """Compare what was found in an article with what a reader found."""
    result = Tally()
    result.sets("persons", _people(gold, "/persons", "persons"), _people(found, "/persons", "persons"))
    result.sets("roles", _roles(gold), _roles(found))
    _tally_meetings(result, gold.get("meetings", []), found.get("meetings", []))
    _tally_directives(result, gold.get("directives", []), found.get("directives", []))
    return result


def _tally_meetings(result: Tally, gold: Sequence[Row], found: Sequence[Row]) -> None:
    pairs = pairing(gold, found, _same_meeting, 1e-9)
    result.pairs("meetings", _meetings(gold), _meetings(found), {j for _, j in pairs.both}, pairs.gold)
    sides: list[tuple[int | None, int | None]] = [
        *pairs.both,
        *((i, None) for i in pairs.gold),
        *((None, j) for j in pairs.found),
    ]
    for i, j in sides:
        wanted, there = {} if i is None else gold[i], {} if j is None else found[j]
        for slot in PEOPLE:
            result.sets(slot, _people(wanted, f"/meetings/{i}/{slot}", slot), _people(there, f"/meetings/{j}/{slot}", slot))
        for slot in PHRASES:
            result.loose(slot, _phrases(wanted, f"/meetings/{i}", slot), _phrases(there, f"/meetings/{j}", slot))
    for i, j in pairs.both:
        _tally_name_and_date(result, i, gold[i], j, found[j])


def _tally_name_and_date(result: Tally, i: int, gold: Row, j: int, found: Row) -> None:
    name, other = gold.get("name"), found.get("name")
    nearly = alike(name, other) >= 0.8 or (name is None and other is None)
    result.one("name", _name(i, gold), _name(j, found), bare(name or "") == bare(other or ""))
    result.one("name~", _name(i, gold), _name(j, found), nearly)
    result.one("date", _date(i, gold), _date(j, found), gold.get("date") == found.get("date"))


def _tally_directives(result: Tally, gold: Sequence[Row], found: Sequence[Row]) -> None:
    pairs = pairing(gold, found, _same_directive, 0.6)
    result.pairs("directives", _directives(gold), _directives(found), {j for _, j in pairs.both}, pairs.gold)
    for i, j in pairs.both:
        wanted, there = _phrases(gold[i], f"/directives/{i}", "addressees"), _phrases(found[j], f"/directives/{j}", "addressees")
        result.loose("addressees", wanted, there)


def _same_meeting(gold: Row, found: Row) -> float:
    """Tell how surely two rows are the same meeting, from 0: by name, by people, and failing both by date and groups."""
    names = alike(gold.get("name"), found.get("name"))
    ours, theirs = _participants(gold), _participants(found)
    dated = gold.get("date") == found.get("date")
    if (
        names < 0.5
        and not ours & theirs
        and ((gold.get("name") and found.get("name")) or ours or theirs or not dated or not _same_groups(gold, found))
    ):
        return 0.0
    everyone = ours | theirs
    return 2 * names + (len(ours & theirs) / len(everyone) if everyone else 0) + 0.5 * dated + 0.01


def _same_groups(gold: Row, found: Row) -> bool:
    ours, theirs = ({bare(group) for group in row.get("groups", [])} for row in (gold, found))
    return ours == theirs or bool(ours & theirs)


def _same_directive(gold: Row, found: Row) -> float:
    if person(gold.get("issuer")) != person(found.get("issuer")):
        return 0.0
    return common(gold.get("text"), found.get("text"), 0.6)


def _participants(meeting: Row) -> set[str]:
    return {person(name) for slot in PEOPLE for name in meeting.get(slot, [])}


def _people(row: Row, path: str, key: str) -> list[Value]:
    return [Value(f"{path}/{number}", (name,), person(name)) for number, name in enumerate(row.get(key, []))]


def _phrases(row: Row, path: str, key: str) -> list[Value]:
    return [Value(f"{path}/{key}/{number}", (words,), None) for number, words in enumerate(row.get(key, []))]


def _roles(row: Row) -> list[Value]:
    roles: Iterable[tuple[int, Row]] = enumerate(row.get("roles", []))
    return [Value(f"/roles/{n}", (r["person"], r["post"]), (person(r["person"]), bare(r["post"]))) for n, r in roles]


def _meetings(rows: Sequence[Row]) -> list[Value]:
    return [Value(f"/meetings/{n}", (row.get("name") or NOTHING, *row.get("chairs", [])), None) for n, row in enumerate(rows)]


def _name(number: int, meeting: Row) -> Value:
    return Value(f"/meetings/{number}/name", (meeting.get("name") or NOTHING,), None)


def _date(number: int, meeting: Row) -> Value:
    """Return the date with the name beside it: the text says the date otherwise, and the name leads to its sentence."""
    return Value(f"/meetings/{number}/date", (meeting.get("date") or NOTHING, meeting.get("name") or NOTHING), None)


def _directives(rows: Sequence[Row]) -> list[Value]:
    return [Value(f"/directives/{number}", (row["issuer"], row["text"]), None) for number, row in enumerate(rows)]
