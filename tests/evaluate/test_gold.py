from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.errors import RecordError, SourceError
from kg.evaluate import evaluate
from kg.evaluate.gold import extract_rows, read_gold

ROW: dict[str, Any] = {
    "id": "q1",
    "text": "青禾市市长罗闻主持召开市政府常务会议。",
    "published": "2021-03-03",
    "place": None,
    "persons": ["罗闻"],
    "meetings": [],
    "roles": [],
    "directives": [],
}


def gold(folder: Path, *rows: Any, name: str = "gold.jsonl") -> Path:
    path = folder / name
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def test_every_row_knows_the_file_that_it_stands_in(tmp_path: Path) -> None:
    paths = [gold(tmp_path, ROW, name="a.jsonl"), gold(tmp_path, ROW | {"id": "q2"}, name="b.jsonl")]
    assert [row["source"] for row in read_gold(paths)] == ["a.jsonl", "b.jsonl"]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("words", "no JSON object"),
        ({key: ROW[key] for key in ROW if key != "text"}, "no 'text'"),
        ({key: ROW[key] for key in ROW if key != "roles"}, "no list 'roles'"),
        (ROW | {"published": "yesterday"}, "'published': not a date"),
        (ROW | {"roles": [{"person": "罗闻"}]}, "roles/0: no 'post'"),
        (ROW | {"meetings": ["会议"]}, "meetings/0: no 'chairs'"),
        (ROW, "a second article of the id 'q1'"),
    ],
)
def test_a_line_that_is_no_reading_is_named(tmp_path: Path, row: Any, message: str) -> None:
    with pytest.raises(RecordError, match=rf"gold\.jsonl:2: .*{message}"):
        read_gold([gold(tmp_path, ROW, row)])


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"none\.jsonl: cannot be read"):
        read_gold([tmp_path / "none.jsonl"])
    (tmp_path / "latin.jsonl").write_bytes(b"\xff\xfe")
    with pytest.raises(SourceError, match=r"latin\.jsonl: no UTF-8 at byte 0"):
        read_gold([tmp_path / "latin.jsonl"])
    (tmp_path / "cut.jsonl").write_text('\n{"id": ')
    with pytest.raises(RecordError, match=r"cut\.jsonl:2: no reading of an article: "):
        read_gold([tmp_path / "cut.jsonl"])


def test_what_the_extractor_finds_can_be_compared_with_the_gold(tmp_path: Path) -> None:
    rows = read_gold([gold(tmp_path, ROW)])
    evaluation = evaluate(rows, extract_rows(rows))
    assert evaluation.slots["persons"].f1 == 1.0
    assert evaluation.rules
