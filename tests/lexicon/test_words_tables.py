"""The tables of posts, people, bodies and boundaries: no word twice, no list at odds with another, and the examples hold."""

from __future__ import annotations

from typing import Any

import pytest

from kg.extract import extract
from kg.extract.reading import ORGANIZATION, Reading
from kg.lexicon import table, words
from kg.model.text import Article

TABLES = ("posts", "people", "bodies", "boundaries")
ENTRIES = [
    (name, f"{group}.{entry}")
    for name in TABLES
    for group, entries in table(name).items()
    if isinstance(entries, dict)
    for entry in entries
]


def examples(key: str) -> list[dict[str, Any]]:
    return [example for name in TABLES for example in table(name)["examples"] if key in example]


@pytest.mark.parametrize(("name", "entry"), ENTRIES)
def test_no_list_holds_a_word_twice(name: str, entry: str) -> None:
    assert words(name, entry)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_examples_of_what_is_found_and_of_what_is_not(name: str) -> None:
    expected = [next(value for key, value in example.items() if key != "text") for example in table(name)["examples"]]
    assert any(expected)
    assert not all(expected)


@pytest.mark.parametrize("example", examples("roles"), ids=lambda example: str(example["text"]))
def test_the_examples_of_posts_hold(example: dict[str, Any]) -> None:
    found = extract(Article("a", example["text"]))
    names = {official.id: official.name for official in found.officials}
    assert [f"{names[role.official]}:{role.post}" for role in found.roles] == example["roles"].split()


@pytest.mark.parametrize("example", examples("names"), ids=lambda example: str(example["text"]))
def test_the_examples_of_names_hold(example: dict[str, Any]) -> None:
    found = extract(Article("a", example["text"]))
    assert [official.name for official in found.officials] == example["names"].split()


@pytest.mark.parametrize("example", examples("bodies"), ids=lambda example: str(example["text"]))
def test_the_examples_of_bodies_hold(example: dict[str, Any]) -> None:
    reading = Reading(Article("a", example["text"]))
    found = [reading.text[reading.token_starts[index] : reading.token_ends[index]] for index in reading.of(ORGANIZATION)]
    assert found == example["bodies"].split()


def test_what_is_said_of_some_heads_is_said_of_heads() -> None:
    heads = set(words("posts", "posts.heads"))
    for entry in ("after_name", "courtesy", "collective", "bare_labels"):
        assert set(words("posts", f"posts.{entry}")) - {"代表"} <= heads, entry


def test_every_verb_of_taking_office_holds_one_of_the_signs_that_are_looked_for_first() -> None:
    signs = words("posts", "verbs.signs")
    assert all(any(sign in verb for sign in signs) for verb in words("posts", "verbs.taking"))
    for entry in ("bare", "careers", "elected"):
        assert set(words("posts", f"verbs.{entry}")) <= set(words("posts", "verbs.taking"))


def test_credits_are_bylines() -> None:
    assert set(words("people", "introductions.credits")) <= set(words("people", "introductions.bylines"))


def test_a_deed_of_each_kind_is_a_deed() -> None:
    deeds = set(words("people", "subjects.deeds"))
    for entry in ("entrusted", "speaking_for", "taking_office"):
        assert set(words("people", f"subjects.{entry}")) <= deeds
