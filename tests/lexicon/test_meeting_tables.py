"""The tables of meetings, participants, groups and business: no word twice, and the examples hold."""

from __future__ import annotations

from typing import Any

import pytest

from kg.extract import extract
from kg.lexicon import table, words
from kg.model.records import Extraction
from kg.model.text import Article

TABLES = ("meetings", "convening", "participation", "groups", "business")


def entries(name: str) -> list[str]:
    """Return the dotted paths of the lists of a table."""
    found = []
    for group, lists in table(name).items():
        for entry, value in lists.items() if isinstance(lists, dict) else ():
            found += [f"{group}.{entry}.{key}" for key in value] if isinstance(value, dict) else [f"{group}.{entry}"]
    return found


def told(found: Extraction) -> dict[str, list[str]]:
    """Return what an extraction says, in the words of the examples."""
    names = {official.id: official.name for official in found.officials}
    sat = found.meetings
    return {
        "meetings": [meeting.name.value if meeting.name else "" for meeting in sat],
        "kinds": [str(meeting.kind) for meeting in sat],
        "bodies": [meeting.body.value for meeting in sat if meeting.body],
        "venues": [meeting.venue.value for meeting in sat if meeting.venue],
        "forms": [meeting.form.value for meeting in sat if meeting.form],
        "conveys": [one.value for meeting in sat for one in meeting.conveys],
        "agenda": [one.action for meeting in sat for one in meeting.agenda],
        "counts": [f"{one.expected.value}/{one.present.value}" for one in sat if one.expected and one.present],
        "parts": [f"{names[part.official]}:{one.value}" for part in found.participations for one in part.capacities],
        "groups": [f"{group.text}:{group.capacity}" for group in found.groups],
    }


@pytest.mark.parametrize(("name", "entry"), [(name, entry) for name in TABLES for entry in entries(name)])
def test_no_list_is_empty_or_holds_a_word_twice(name: str, entry: str) -> None:
    assert words(name, entry)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_examples_of_what_is_found_and_of_what_is_not(name: str) -> None:
    values = [value for example in table(name)["examples"] for key, value in example.items() if key != "text"]
    assert any(values)
    assert not all(values)


@pytest.mark.parametrize(
    "example", [example for name in TABLES for example in table(name)["examples"]], ids=lambda example: str(example["text"])
)
def test_the_examples_hold(example: dict[str, Any]) -> None:
    found = told(extract(Article("a", example["text"])))
    expected = {key: value for key, value in example.items() if key != "text"}
    assert {key: found[key] for key in expected} == expected
