"""The table of places: the counts of GB/T 2260, no place twice, and the examples hold."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from kg.lexicon import table, words

PROVINCES: list[dict[str, Any]] = table("places")["provinces"]
ENTRIES = [
    f"{group}.{entry}"
    for group, entries in table("places").items()
    if isinstance(entries, dict) and group != "examples"
    for entry in entries
]


def governed(province: dict[str, Any]) -> list[str]:
    return f"{province.get('prefectures', '')} {province.get('direct', '')}".split()


@pytest.mark.parametrize("entry", ENTRIES)
def test_no_list_holds_a_word_twice(entry: str) -> None:
    assert words("places", entry)


def test_there_are_34_divisions_of_the_first_level_and_333_of_the_second() -> None:
    assert len(PROVINCES) == 34
    assert sum(len(province.get("prefectures", "").split()) for province in PROVINCES) == 333


def test_the_second_level_is_293_cities_30_autonomous_prefectures_7_regions_and_3_leagues() -> None:
    names = [name for province in PROVINCES for name in province.get("prefectures", "").split()]
    ends = Counter(next(end for end in ("自治州", "地区", "市", "盟") if name.endswith(end)) for name in names)
    assert ends == {"市": 293, "自治州": 30, "地区": 7, "盟": 3}


def test_no_division_is_governed_twice() -> None:
    names = Counter(name for province in PROVINCES for name in set(governed(province)))
    assert [name for name, count in names.items() if count > 1] == []


def test_a_name_begins_with_its_short_name() -> None:
    assert all(province["name"].startswith(province["short"]) for province in PROVINCES)
    assert len({province["short"] for province in PROVINCES}) == 34


def test_an_abbreviation_is_of_one_province() -> None:
    found = Counter(short for province in PROVINCES for short in province["abbreviations"].split())
    assert max(found.values()) == 1


def test_a_seat_is_one_of_the_prefectures() -> None:
    seats = [(province["seat"], province["prefectures"].split()) for province in PROVINCES if "seat" in province]
    assert len(seats) == 27
    assert all(seat in prefectures for seat, prefectures in seats)


def test_autonomous_prefectures_have_short_names_in_their_order() -> None:
    names = [name for province in PROVINCES for name in province.get("prefectures", "").split() if name.endswith("自治州")]
    assert all(name.startswith(short) for name, short in zip(names, words("places", "prefectures.autonomous_short"), strict=True))


def test_the_examples_are_where_they_belong() -> None:
    homes = {name: province["name"] for province in PROVINCES for name in governed(province)}
    assert {name: homes[name] for name in table("places")["examples"]} == table("places")["examples"]
