"""What the README tells people to type exists and can be parsed; the files that it names are there."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from kg.app.cli import COMMANDS, parser
from kg.evaluate.tally import SLOTS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(?:sh|console)\n(.*?)```", README, re.DOTALL)
LINES = [line.split("  #")[0].strip() for block in BLOCKS for line in block.splitlines() if line.strip()]
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
NAMES = {command.__name__.rpartition(".")[2] for command in COMMANDS}


def commands(program: str) -> list[str]:
    return [line for line in LINES if line.split()[0].rpartition("/")[2] == program]


def test_every_line_of_a_shell_block_is_a_command_that_is_known() -> None:
    assert {line.split()[0].rpartition("/")[2] for line in LINES} <= {"make", "kg", "git", "cd", "pip", "source", "."}


@pytest.mark.parametrize("line", commands("make"))
def test_what_the_readme_makes_is_a_target(line: str) -> None:
    assert line.split()[1] in TARGETS


@pytest.mark.parametrize("line", commands("kg"))
def test_what_the_readme_runs_can_be_parsed(line: str) -> None:
    words = shlex.split(line.split(" > ")[0].split(" | ")[0])[1:]
    if words[0].startswith("-"):
        pytest.skip("an option that ends the program")
    assert parser().parse_args(words).run


def test_the_readme_names_every_command() -> None:
    assert {line.split()[1] for line in commands("kg") if not line.split()[1].startswith("-")} == NAMES


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)#:]+)\)", README))
def test_what_the_readme_links_to_is_there(target: str) -> None:
    assert (ROOT / target).exists()


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`((?:kg|tests|ontology|docs)/[\w./-]+)`", README))))
def test_the_places_in_the_code_that_the_readme_names_are_there(name: str) -> None:
    assert (ROOT / name).exists()


def test_the_table_of_scores_is_well_formed() -> None:
    (table,) = re.findall(r"<!-- scores -->\n(.*?)<!-- /scores -->", README, re.DOTALL)
    head, line, *rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in table.splitlines()]
    assert head[:5] == ["slot", "precision", "recall", "F1", "values"]
    assert {len(row) for row in (line, *rows)} == {len(head)}
    assert tuple(row[0] for row in rows) == SLOTS
    for slot, precision, recall, f1, values, *by_source in rows:
        assert all(re.fullmatch(r"[01]\.\d{3}", cell) for cell in (precision, recall)), slot
        assert all(re.fullmatch(r"–|[01]\.\d{3} \([01]\.\d{3}–[01]\.\d{3}\)", cell) for cell in (f1, *by_source)), slot
        assert int(values) > 0, slot


def test_the_table_of_scores_speaks_of_the_gold_by_which_rules_were_measured() -> None:
    measured = json.loads((ROOT / "kg" / "evaluate" / "rules.json").read_text(encoding="utf-8"))["gold"]
    assert set(re.findall(r"F1 `(\S+)`", README)) <= set(measured)


def test_the_two_commands_stand_in_a_line_each() -> None:
    assert {"make demo", "make test"} <= set(LINES)


def test_the_changelog_has_the_parts_that_readers_look_for() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "## Unreleased" in text or re.search(r"^## \d+\.\d+\.\d+", text, re.MULTILINE)
    assert set(re.findall(r"^### (\w+)", text, re.MULTILINE)) <= {"Added", "Changed", "Fixed", "Removed", "Security"}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.__name__)
def test_the_examples_of_every_help_text_can_be_parsed(command: object, capsys: pytest.CaptureFixture[str]) -> None:
    name = command.__name__.rpartition(".")[2]  # type: ignore[attr-defined]
    with pytest.raises(SystemExit):
        parser().parse_args([name, "--help"])
    examples = capsys.readouterr().out.partition("examples:")[2].splitlines()
    lines = [line.strip() for line in examples if line.strip().startswith("kg ")]
    assert lines
    for line in lines:
        assert parser().parse_args(shlex.split(line.split(" > ")[0].split(" | ")[0])[1:]).run
