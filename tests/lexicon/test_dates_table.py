"""The table of dates: every list is one of words, and no word is read in two ways."""

from __future__ import annotations

import pytest

from kg.lexicon import table, words

PATTERNS = {"uses.clock", "lunar.day", "around.not_before_number", "around.not_before_relative", "numbers.digits"}
ENTRIES = [
    f"{group}.{entry}"
    for group, entries in table("dates").items()
    if isinstance(entries, dict)
    for entry in entries
    if f"{group}.{entry}" not in PATTERNS
]


@pytest.mark.parametrize("entry", ENTRIES)
def test_no_list_holds_a_word_twice(entry: str) -> None:
    assert words("dates", entry)


def test_a_relative_word_has_one_meaning() -> None:
    found = [word for key in table("dates")["relative"] for word in words("dates", f"relative.{key}")]
    assert len(found) == len(set(found))


def test_the_place_of_a_digit_is_its_value() -> None:
    assert table("dates")["numbers"]["digits"].index("七") == 7
