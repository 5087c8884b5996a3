from __future__ import annotations

import json
import random
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kg.errors import SourceError
from kg.evaluate import as_json, errors, evaluate, readme_table, render, write_readme
from tests.modules import load

GOLD = Path(__file__).parents[3] / "shared" / "gold"
needs_gold = pytest.mark.skipif(not GOLD.is_dir(), reason="the gold sets and their scorer of ../shared are not here")

TEXT = "青禾市市长罗闻主持召开市政府常务会议。白晓岚出席会议。罗闻强调，各镇要修好堤坝。"


def reading(**said: Any) -> dict[str, Any]:
    row: dict[str, Any] = {"id": "q1", "text": TEXT, "published": None, "place": None}
    return {**row, "persons": [], "meetings": [], "roles": [], "directives": [], **said}


def sitting(**said: Any) -> dict[str, Any]:
    empty: dict[str, Any] = {
        "name": None,
        "date": None,
        "chairs": [],
        "attendees": [],
        "speakers": [],
        "groups": [],
        "conveys": [],
    }
    return {**empty, **said}


def scorer() -> ModuleType:
    return load(GOLD / "score.py")


def gold_rows() -> list[dict[str, Any]]:
    rows = []
    for path in sorted(GOLD.glob("*.jsonl")):
        rows += [json.loads(line) | {"source": path.name} for line in path.read_text(encoding="utf-8").splitlines()]
    return rows


def spoiled(row: dict[str, Any], dice: random.Random) -> dict[str, Any]:
    """Return the row as a poor extractor might find it: values lost, doubled, cut, exchanged and invented."""

    def words(value: str | None) -> str | None:
        if value is None or dice.random() < 0.6:
            return value
        cut = dice.randrange(1, len(value) + 1)
        return dice.choice([value[:cut], value[-cut:], value + value[:cut], None, value[::-1], " ".join(value)])

    def several(values: list[Any], change: Any) -> list[Any]:
        kept = [change(value) for value in values if dice.random() < 0.85]
        kept += [change(value) for value in values if dice.random() < 0.1]
        return [value for value in kept if value]

    def meeting(value: dict[str, Any]) -> dict[str, Any]:
        lists = {key: several(value[key], words) for key in ("chairs", "attendees", "speakers", "groups", "conveys")}
        return {"name": words(value["name"]), "date": dice.choice([value["date"], value["date"], None]), **lists}

    def role(value: dict[str, Any]) -> dict[str, Any]:
        return {"person": words(value["person"]) or "某", "post": words(value["post"]) or "某"}

    def directive(value: dict[str, Any]) -> dict[str, Any]:
        who = dice.choice([value["issuer"]] * 5 + ["会议"])
        return {"issuer": who, "text": words(value["text"]) or "某", "addressees": several(value["addressees"], words)}

    changes = {"meetings": meeting, "roles": role, "directives": directive, "persons": words}
    return {"id": row["id"], "text": row["text"], **{key: several(row[key], change) for key, change in changes.items()}}


@needs_gold
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_figures_are_those_of_the_scorer_that_comes_with_the_gold(seed: int) -> None:
    dice, score, gold = random.Random(seed), scorer(), gold_rows()
    found = [spoiled(row, dice) for row in gold if dice.random() < 0.95]
    found.append(found[0] | {"id": "not-in-the-gold"})
    tallies, absent = score.score(gold, found)
    evaluation = evaluate(gold, found)
    ours = as_json(evaluation)
    assert ours["slots"] == score.table(tallies)
    assert ours["absent"] == absent
    for source in {row["source"] for row in gold}:
        of_source = [row for row in gold if row["source"] == source]
        ids = {row["id"] for row in of_source}
        assert ours["sources"][source] == score.table(score.score(of_source, [row for row in found if row["id"] in ids])[0])
    assert {row["f1"] for row in ours["slots"].values()}.isdisjoint({0.0, 1.0}), "the spoiling reaches every slot"


@needs_gold
def test_the_gold_agrees_with_itself() -> None:
    evaluation = evaluate(gold_rows(), gold_rows())
    assert {row.f1 for row in evaluation.slots.values()} == {1.0}
    assert not evaluation.mistakes


@needs_gold
def test_articles_are_counted_by_level_of_government() -> None:
    levels = evaluate(gold_rows(), []).levels
    assert {"central", "county", "province", "unknown"} <= set(levels)
    assert sum(rows["persons"].gold for rows in levels.values()) == evaluate(gold_rows(), []).slots["persons"].gold


def cited(path: str, words: str, rule: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"path": path, "start": start, "end": start + len(words), "quote": words, "rule": rule}


def test_an_invented_value_is_listed_with_its_rule_and_a_missed_one_with_its_sentence() -> None:
    gold = reading(persons=["罗闻", "白晓岚"])
    found = reading(
        persons=["罗闻", "青禾"], evidence=[cited("/persons/0", "罗闻", "title"), cited("/persons/1", "青禾", "surname")]
    )
    evaluation = evaluate([gold], [found])
    lines = list(errors(evaluation, 5))
    assert lines == [
        "persons\tmissed\tq1\t白晓岚\t\t白晓岚出席会议。",
        "persons\tinvented\tq1\t青禾\tsurname\t青禾市市长罗闻主持召开市政府常务会议。",
    ]
    assert list(errors(evaluation, 1)) == lines[:1]


def test_a_rule_is_worth_what_the_values_that_it_supported_are_worth() -> None:
    directive = {"issuer": "罗闻", "text": "各镇要修好堤坝。", "addressees": ["各镇"]}
    wrong = {"issuer": "罗闻", "text": "各镇要修好堤坝。", "addressees": ["堤坝"]}
    evidence = [
        cited("/persons/0", "罗闻", "title"),
        cited("/persons/1", "青禾", "title"),
        cited("/persons/1", "青禾", "surname"),
        cited("/meetings/0", "主持召开", "held"),
        cited("/meetings/0/chairs/0", "罗闻主持", "chair"),
        cited("/directives/0", "各镇要修好堤坝。", "must"),
        cited("/directives/0/addressees/0", "堤坝", "topic"),
        cited("/directives/0/verb", "强调", "attribution"),
    ]
    gold = reading(persons=["罗闻"], meetings=[sitting(chairs=["罗闻"], attendees=["罗闻"])], directives=[directive])
    found = reading(
        persons=["罗闻", "青禾"],
        meetings=[sitting(chairs=["罗闻"], attendees=["罗闻"], date="2020-01-01")],
        directives=[wrong],
        evidence=evidence,
    )
    rules = evaluate([gold], [found]).rules
    assert {name: (row.right, row.wrong) for name, row in rules.items()} == {
        "chair": (1, 0),
        "held": (1, 0),
        "must": (1, 0),
        "surname": (0, 1),
        "title": (1, 1),
        "topic": (0, 1),
    }
    assert rules["title"].precision == 0.5
    assert rules["chair"].slots == (("chairs", 1, 0),)


def test_the_errors_are_as_many_as_the_figures_say() -> None:
    gold = reading(persons=["罗闻", "白晓岚"], meetings=[sitting(name="市政府常务会议", date="--03-02")])
    found = reading(persons=["罗闻", "青禾"], meetings=[sitting(name="市政府常务会议", attendees=["罗闻"])])
    evaluation = evaluate([gold], [found])
    counted = Counter((mistake.slot, mistake.kind) for mistake in evaluation.mistakes)
    wanted = {("persons", "missed"): 1, ("persons", "invented"): 1, ("date", "missed"): 1, ("date", "invented"): 1}
    assert counted == wanted | {("attendees", "invented"): 1}


def test_no_rows_at_all_give_no_error() -> None:
    evaluation = evaluate([], [])
    assert evaluation.slots["persons"].f1 == 1.0
    assert "persons" in render(evaluation)


def test_the_table_names_every_slot_source_and_level_and_is_the_same_each_time() -> None:
    gold = [reading(persons=["罗闻"], level="county", source="a.jsonl"), reading(persons=["白晓岚"]) | {"id": "chinadata-7"}]
    found = [reading(persons=["罗闻"], evidence=[cited("/persons/0", "罗闻", "title")])]
    table = render(evaluate(gold, found))
    for words in ("persons", "addressees", "a.jsonl", "county", "central", "title", "no output for 1 articles: chinadata-7"):
        assert words in table
    assert table == render(evaluate(gold, found))


def test_the_table_for_the_readme_is_markdown_with_a_column_for_each_source() -> None:
    gold = [reading(persons=["罗闻"], source="a.jsonl")]
    lines = readme_table(evaluate(gold, gold)).splitlines()
    assert lines[0] == "| slot | precision | recall | F1 | values | F1 `a.jsonl` |"
    assert lines[2] == "| persons | 1.000 | 1.000 | 1.000 (1.000–1.000) | 1 | 1.000 (1.000–1.000) |"
    assert lines[3] == "| roles | 1.000 | 1.000 | – | 0 | – |"
    assert {line.count("|") for line in lines} == {7}


def test_the_table_goes_between_the_marks_and_nothing_else_changes(tmp_path: Path) -> None:
    gold = [reading(persons=["罗闻"], source="a.jsonl")]
    page = tmp_path / "README.md"
    page.write_text("# A\n\n<!-- scores -->\nold\n<!-- /scores -->\n\nend\n", encoding="utf-8")
    evaluation = evaluate(gold, gold)
    for _ in range(2):
        write_readme(evaluation, page)
        text = page.read_text(encoding="utf-8")
        assert text == f"# A\n\n<!-- scores -->\n{readme_table(evaluation)}<!-- /scores -->\n\nend\n"


@pytest.mark.parametrize("text", ["", "<!-- scores -->\n", "<!-- scores -->\n<!-- /scores -->\n" * 2])
def test_a_page_without_one_place_for_the_table_is_named(tmp_path: Path, text: str) -> None:
    page = tmp_path / "README.md"
    page.write_text(text)
    with pytest.raises(SourceError, match=r"README\.md: needs one line"):
        write_readme(evaluate([], []), page)
    assert page.read_text() == text
