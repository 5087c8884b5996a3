"""The tables of names: no word twice, no list at odds with another, and the examples hold."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from kg.lexicon import table, words

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "names.tsv"
ENTRIES = [
    f"{group}.{entry}" for group, entries in table("names").items() for entry, value in entries.items() if isinstance(value, str)
]


@cache
def surnames() -> frozenset[str]:
    return frozenset(words("names", "surnames.single") + words("names", "surnames.compound"))


@pytest.mark.parametrize("entry", ENTRIES)
def test_no_list_holds_a_word_twice(entry: str) -> None:
    assert words("names", entry)


def test_single_surnames_have_one_character_and_compound_ones_two() -> None:
    assert {len(word) for word in words("names", "surnames.single")} == {1}
    assert {len(word) for word in words("names", "surnames.compound")} == {2}


def test_common_and_risky_surnames_are_surnames() -> None:
    assert set(words("names", "surnames.common")) <= surnames()
    assert set(words("names", "surnames.risky")) <= surnames()
    assert set(words("names", "surnames.compound_risky")) <= surnames()


def test_there_are_fifty_six_ethnic_groups() -> None:
    assert len(words("names", "ethnic.groups")) == 56
    assert [group[:-1] for group in words("names", "ethnic.groups")] == list(words("names", "ethnic.short"))


def test_no_name_begins_or_ends_with_what_no_name_holds() -> None:
    rare = set("".join(words("names", "given.rare")))
    assert not [word for word in words("names", "minority.beginnings") if rare & set(word)]
    assert not [word for word in words("names", "minority.endings") if rare & set(word)]
    assert not rare & set("".join(words("names", "foreign.transliteration")))


def test_the_examples_of_surnames_hold() -> None:
    assert set(words("names", "examples.surname")) <= surnames()
    assert not set(words("names", "examples.no_surname")) & surnames()


@pytest.mark.skipif(not CORPUS.exists(), reason="the shared corpus is not there")
def test_almost_every_short_name_of_an_official_begins_with_a_surname() -> None:
    names = [line.split("\t")[0] for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    short = [name for name in names if len(name) <= 3]
    unknown = [name for name in short if name[0] not in surnames() and name[:2] not in surnames()]
    assert len(unknown) < len(short) / 500, unknown


@pytest.mark.skipif(not CORPUS.exists(), reason="the shared corpus is not there")
def test_no_short_name_of_an_official_holds_a_rare_character() -> None:
    rare = set("".join(words("names", "given.rare")))
    names = [line.split("\t")[0] for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    assert not [name for name in names if len(name) <= 3 and rare & set(name[1:]) and name[0] in surnames()]
