"""The composed articles: what their reader wrote down stands in them, and what is read in them is proved by them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.extract import extract
from kg.model.codec import article_from_row
from kg.model.verify import verify

FILES = {"composed.jsonl": 45, "composed-2.jsonl": 40, "composed-3.jsonl": 40, "composed-4.jsonl": 40}
FOLDER = Path(__file__).parent
ROWS: list[dict[str, Any]] = [
    json.loads(line) for name in FILES for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()
]


def bare(text: str) -> str:
    return "".join(text.split())


def test_no_article_stands_twice() -> None:
    assert len({row["id"] for row in ROWS}) == len({row["text"] for row in ROWS}) == sum(FILES.values())


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_what_the_reader_wrote_down_stands_in_the_article(row: dict[str, Any]) -> None:
    text, persons = bare(row["text"]), set(row["persons"])
    for meeting in row["meetings"]:
        assert {*meeting["chairs"], *meeting["attendees"], *meeting["speakers"]} <= persons
        assert all(bare(words) in text for words in [meeting["name"] or "", *meeting["groups"], *meeting["conveys"]])
    for role in row["roles"]:
        assert role["person"] in persons
        assert bare(role["post"]) in text
    for directive in row["directives"]:
        assert bare(directive["text"]) in text
        assert all(bare(addressee) in text for addressee in directive["addressees"])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_every_fact_that_is_read_is_proved_by_its_sentence(row: dict[str, Any]) -> None:
    found = extract(article_from_row(row))
    assert found.officials or not row["persons"]
    verify(found)
