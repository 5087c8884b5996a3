from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.errors import SourceError
from kg.evaluate.rules import RuleFigures, count_rules, load_rules, write_rules

SUPPORTED = [("title", "persons", True), ("title", "persons", False), ("title", "roles", True), ("chair", "chairs", True)]


def test_the_figures_survive_their_file(tmp_path: Path) -> None:
    rules = count_rules(SUPPORTED)
    write_rules(rules, ["b.jsonl", "a.jsonl"], tmp_path / "rules.json")
    assert load_rules(tmp_path / "rules.json") == rules
    assert json.loads((tmp_path / "rules.json").read_text())["gold"] == ["a.jsonl", "b.jsonl"]
    assert [path.name for path in tmp_path.iterdir()] == ["rules.json"]


def test_the_figures_of_a_rule_are_kept_by_slot() -> None:
    assert count_rules(SUPPORTED)["title"] == RuleFigures((("persons", 1, 1), ("roles", 1, 0)))
    assert count_rules(SUPPORTED)["title"].precision == 2 / 3


def test_the_order_of_the_values_does_not_change_the_file(tmp_path: Path) -> None:
    for name, supported in (("a", SUPPORTED), ("b", SUPPORTED[::-1])):
        write_rules(count_rules(supported), ["gold.jsonl"], tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_the_package_carries_figures_of_its_own() -> None:
    assert isinstance(load_rules(), dict)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"rules": [1]}', '{"rules": {"title": {}}}'])
def test_a_file_that_holds_no_figures_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "rules.json"
    path.write_text(text)
    with pytest.raises(SourceError, match=r"rules\.json: no file of rule figures"):
        load_rules(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"none\.json: cannot be read"):
        load_rules(tmp_path / "none.json")
    with pytest.raises(SourceError, match=r"none/rules\.json: cannot be written"):
        write_rules({}, [], tmp_path / "none" / "rules.json")
