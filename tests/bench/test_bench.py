from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench import command, memory, peers, reports, stages
from kg.model.text import Article

ROOT = Path(__file__).parents[2]
TEXT = "3月2日，青禾市市长罗闻主持召开市政府常务会议。罗闻强调，各镇要修好堤坝。"


def articles(count: int) -> list[Article]:
    return [Article(f"a{number}", TEXT * 5) for number in range(count)]


def test_there_are_as_many_articles_as_asked_for_and_each_has_its_own_id() -> None:
    _, found = reports.load(25)
    assert len({article.id for article in found}) == len(found) == 25


def test_a_report_is_seven_hundred_characters() -> None:
    assert reports.reports([Article("a", "会" * 350), Article("b", "会" * 700)]) == 1.5


def test_the_scan_finds_the_commonest_runs_of_the_text() -> None:
    assert peers.scanner(articles(1))([Article("a", "市长罗闻")]) == 1


def test_every_stage_takes_time_and_the_shares_of_the_modules_add_up() -> None:
    assert all(spent > 0 for spent in stages.stages(articles(5), rounds=1).values())
    shares = stages.modules(articles(5))
    assert sum(shares.values()) == pytest.approx(1)
    assert any(name.startswith("kg/extract/") for name in shares)


def test_nothing_is_kept_of_articles_that_were_read() -> None:
    held = memory.kept(articles(1), (50, 100, 400))
    assert held[400] - held[100] < 50, "kilobytes"


def test_a_command_that_fails_is_no_measurement(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="exit code"):
        command.kg(["no-such-command"], tmp_path)


def test_a_quick_run_measures_everything(tmp_path: Path) -> None:
    figures = tmp_path / "bench.json"
    done = subprocess.run(
        [sys.executable, "-m", "bench", "--quick", "--json", figures], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(figures.read_text(encoding="utf-8"))
    assert {"machine", "rates", "commands", "stages", "modules", "memory"} <= set(found)
    assert "kg extract of 1,000 articles" in done.stdout
