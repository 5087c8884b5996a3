"""The command line: what goes to stdout and stderr, exit codes, encodings, pipes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from kg.app.cli import parser
from kg.graph.questions import questions
from kg.model.codec import schema

Run = Callable[..., subprocess.CompletedProcess[str]]

ROOT = Path(__file__).parent.parent.parent
PAGES = ROOT / "kg" / "sample"
ASCII = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}


def test_without_a_command_the_usage_is_said_and_the_code_is_2(kg: Run) -> None:
    done = kg()
    assert (done.returncode, done.stdout) == (2, "")
    assert "usage: kg" in done.stderr


def test_the_version_is_printed(kg: Run) -> None:
    done = kg("--version")
    assert done.returncode == 0
    assert done.stdout.startswith("kg (govmeet) ")


@pytest.mark.parametrize("command", ["build", "extract", "ask", "export", "check", "evaluate"])
def test_every_command_has_a_help_text_with_examples(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        parser().parse_args([command, "--help"])
    assert end.value.code == 0
    assert f"  kg {command} " in capsys.readouterr().out.partition("examples:")[2]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["build", "--published", "13.5.2020"], "not a date"),
        (["build", "--jobs", "0"], "not a number of processes"),
        (["ask", "chairs", "--least-precision", "95"], "not a number from 0 to 1"),
        (["ask", "chairs", "--keep-unmeasured"], "only with --least-precision"),
        (["extract"], "say what to read"),
        (["ask", "--format", "xml"], "invalid choice"),
        (["frobnicate"], "invalid choice"),
    ],
)
def test_wrong_usage_is_said_on_stderr_with_code_2(kg: Run, arguments: list[str], says: str) -> None:
    done = kg(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", [["ask", "chairs"], ["export", "--format", "turtle"], ["check"]])
def test_without_a_build_the_way_to_one_is_said(kg: Run, tmp_path: Path, command: list[str]) -> None:
    done = kg(*command, "-o", tmp_path / "nothing")
    assert (done.returncode, done.stdout) == (2, "")
    assert "kg build" in done.stderr


def test_what_is_extracted_keeps_to_the_contract_in_the_order_of_the_pages(kg: Run) -> None:
    done = kg("extract", PAGES, "--place", "澜川省青棠市")
    assert (done.returncode, done.stderr) == (0, "")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["id"] for row in rows] == sorted(row["id"] for row in rows)
    validator = jsonschema.Draft202012Validator(schema())
    for row in rows:
        validator.validate(row)
        for entry in row["evidence"]:
            assert row["text"][entry["start"] : entry["end"]] == entry["quote"]


def test_the_schema_is_printed(kg: Run) -> None:
    assert json.loads(kg("extract", "--schema").stdout) == schema()


def test_many_articles_are_extracted_by_several_processes_in_order(kg: Run, tmp_path: Path) -> None:
    lines = [json.dumps({"id": f"a{n}", "text": f"3月{n % 28 + 1}日，市长楚云峥主持召开常务会议。"}) for n in range(600)]
    lines[250] = "{broken"
    (tmp_path / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    shared = kg("extract", tmp_path / "many.jsonl", "--jobs", "2")
    alone = kg("extract", tmp_path / "many.jsonl", "--jobs", "1")
    assert shared.returncode == alone.returncode == 1
    assert shared.stdout == alone.stdout
    assert len(shared.stdout.splitlines()) == 599
    assert "many.jsonl:251" in shared.stderr


def test_a_file_that_is_missing_is_named_with_code_1(kg: Run, tmp_path: Path) -> None:
    done = kg("extract", tmp_path / "市.txt")
    assert (done.returncode, done.stdout) == (1, "")
    assert "市.txt" in done.stderr


def test_the_questions_are_listed_in_both_languages_with_their_parameters(kg: Run) -> None:
    done = kg("ask")
    assert done.returncode == 0
    assert len(questions()) >= 15
    for question in questions():
        assert question.name in done.stdout
        assert question.zh in done.stdout
        assert question.en in done.stdout
    assert "official=" in done.stdout


def test_a_named_question_is_answered_in_each_form(kg: Run, built: Path) -> None:
    table, csv, found = (
        kg("ask", "chaired-by", "official=楚云峥", "--format", form, "-o", built) for form in ("table", "csv", "json")
    )
    assert table.returncode == csv.returncode == found.returncode == 0
    rows = json.loads(found.stdout)
    assert "市政府第三十八次常务会议" in {row["meeting"] for row in rows}
    assert len(csv.stdout.splitlines()) == len(rows) + 1
    assert len(table.stdout.splitlines()) == len(rows) + 2
    assert f"{len(rows)} rows" in table.stderr
    assert csv.stderr == found.stderr == ""


def test_options_may_stand_between_the_arguments(kg: Run, built: Path) -> None:
    after = kg("ask", "attended-with", "official=楚云峥", "-o", built)
    assert after.returncode == 0
    for arguments in (
        ["ask", "attended-with", "-o", built, "official=楚云峥"],
        ["ask", "-o", built, "attended-with", "official=楚云峥"],
        ["ask", f"--output={built}", "attended-with", "official=楚云峥"],
    ):
        assert kg(*arguments).stdout == after.stdout
    assert kg("extract", PAGES / "2031-01-10.txt", "--jobs", "1", PAGES / "2031-02-14.txt").returncode == 0


def test_a_question_that_takes_too_long_can_be_ended(built: Path) -> None:
    query = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STR(?c) > STR(?f) && STR(?f) > STR(?i)) }"
    running = subprocess.Popen(
        [sys.executable, "-m", "kg.app.cli", "ask", "-o", built, query],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    with pytest.raises(subprocess.TimeoutExpired):
        running.wait(timeout=5)
    running.terminate()
    assert running.wait(timeout=20) == -signal.SIGTERM


def test_a_question_can_ask_for_a_least_precision(kg: Run, built: Path) -> None:
    whole = kg("ask", "agenda-of", "-o", built, "--format", "json")
    certain = kg("ask", "agenda-of", "-o", built, "--format", "json", "--least-precision", "0.5")
    assert (json.loads(certain.stdout), certain.returncode) == ([], 0)
    assert "left out: " in certain.stderr
    assert "or never measured" in certain.stderr
    kept = kg("ask", "agenda-of", "-o", built, "--format", "json", "--least-precision", "0.5", "--keep-unmeasured")
    assert kept.stdout == whole.stdout != "[]\n"


@pytest.mark.parametrize("form", ["turtle", "csv", "graphml", "chairs", "attendance"])
def test_an_export_can_ask_for_a_least_precision(kg: Run, built: Path, tmp_path: Path, form: str) -> None:
    sizes = []
    for share in ("0", "1"):
        done = kg("export", "--format", form, "--to", tmp_path / share, "-o", built, "--least-precision", share)
        assert (done.returncode, "left out: " in done.stderr) == (0, True)
        sizes.append(sum(path.stat().st_size for path in (tmp_path / share).rglob("*") if path.is_file()))
    assert sizes[0] > sizes[1] > 0


def test_a_build_can_ask_for_a_least_precision(kg: Run, tmp_path: Path) -> None:
    done = kg("build", "-o", tmp_path, "--least-precision", "1")
    assert done.returncode == 0
    assert "left out: " in done.stderr
    assert kg("check", "-o", tmp_path).returncode == 0
    rows = json.loads(kg("ask", "rules", "-o", tmp_path, "--format", "json").stdout)
    assert {row["precision"] for row in rows} == {1.0}


def test_a_query_on_the_line_in_a_file_and_on_stdin_give_the_same(kg: Run, built: Path, tmp_path: Path) -> None:
    query = "SELECT (COUNT(?m) AS ?n) WHERE { ?m a gm:Meeting }"
    (tmp_path / "count.rq").write_text(query, encoding="utf-8")
    answers = {
        kg("ask", query, "--format", "json", "-o", built).stdout,
        kg("ask", tmp_path / "count.rq", "--format", "json", "-o", built).stdout,
        kg("ask", "-", "--format", "json", "-o", built, stdin=query).stdout,
    }
    assert len(answers) == 1
    assert json.loads(answers.pop())[0]["n"] >= 15


def test_yes_or_no_and_a_described_graph_are_printed(kg: Run, built: Path) -> None:
    assert kg("ask", 'ASK { ?o foaf:name "霍启澄" }', "-o", built).stdout == "true\n"
    described = kg("ask", 'CONSTRUCT WHERE { ?o foaf:name "霍启澄" }', "-o", built)
    assert "霍启澄" in described.stdout
    assert kg("ask", 'CONSTRUCT WHERE { ?o foaf:name "霍启澄" }', "--format", "csv", "-o", built).returncode == 2


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["chaired-bi"], "chaired-by"),
        (["chaired-by"], "official"),
        (["chaired-by", "offizial=x"], "official"),
        (["chaired-by", "official"], "NAME=VALUE"),
        (["chaired-by", "official=甲", "official=乙"], "twice"),
        (["SELECT ?x WHERE {"], ""),
        (["SELECT ?x WHERE { ?x ?y ?z } LIMIT 1", "official=甲"], "only a named question"),
        (["INSERT DATA { <x:a> <x:b> <x:c> }"], ""),
        (["SELECT * WHERE { SERVICE <http://example.org/> { ?s ?p ?o } }"], ""),
        (["missing.rq"], "missing.rq"),
    ],
)
def test_a_question_that_cannot_be_asked_is_explained(kg: Run, built: Path, arguments: list[str], says: str) -> None:
    done = kg("ask", *arguments, "-o", built)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_a_name_in_a_parameter_cannot_change_the_question(kg: Run, built: Path) -> None:
    done = kg("ask", "chaired-by", 'official=x" } UNION { ?s ?p ?o } #', "--format", "json", "-o", built)
    assert (done.returncode, json.loads(done.stdout)) == (0, [])


def test_the_formats_are_listed(kg: Run) -> None:
    listed = {line.split()[0] for line in kg("export").stdout.splitlines()}
    assert {"turtle", "trig", "nquads", "jsonld", "csv", "graphml", "gexf"} <= listed


def test_exports_go_to_a_folder_a_file_or_stdout(kg: Run, built: Path, tmp_path: Path) -> None:
    assert kg("export", "--format", "csv", "--to", tmp_path / "tables", "-o", built).returncode == 0
    assert list(tmp_path.glob("tables/**/officials.csv"))
    named = kg("export", "--format", "nquads", "--to", tmp_path / "my.nq", "-o", built)
    assert (named.returncode, named.stdout) == (0, "")
    assert str(tmp_path / "my.nq") in named.stderr
    out = kg("export", "--format", "nquads", "--to", "-", "-o", built)
    assert out.stderr == ""
    assert out.stdout == (tmp_path / "my.nq").read_text(encoding="utf-8")
    assert kg("export", "--format", "turtle", "--to", "-", "-o", built).stdout == (built / "graph.ttl").read_text(
        encoding="utf-8"
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["my.nq", "tables"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--format", "word"], "turtle"),
        (["--format", "csv", "--to", "-"], "folder"),
        (["--format", "graphml", "--to", "x.graphml"], "folder"),
        (["--format", "turtle", "--to", "nowhere/at/all.ttl"], "nowhere/at"),
    ],
)
def test_an_export_that_cannot_be_made_is_explained(
    kg: Run, built: Path, arguments: list[str], says: str, tmp_path: Path
) -> None:
    done = kg("export", *arguments, "-o", built, cwd=tmp_path)
    assert done.returncode == (1 if "nowhere" in says else 2)
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_sound_build_passes_the_check(kg: Run, built: Path) -> None:
    done = kg("check", "-o", built)
    assert (done.returncode, done.stdout) == (0, "")
    assert "sound" in done.stderr


def test_gold_is_compared_in_each_form(kg: Run) -> None:
    gold = ROOT / "tests" / "sample" / "gold.jsonl"
    assert "directives" in kg("evaluate", gold).stdout
    assert json.loads(kg("evaluate", gold, "--format", "json").stdout)["slots"]["persons"]["f1"] > 0.9
    assert kg("evaluate", gold, "--format", "markdown").stdout.count("|") > 20
    assert kg("evaluate", "--json", gold).stdout == kg("evaluate", gold, "--format", "json").stdout


def test_rules_and_readme_are_written_the_same_each_time(kg: Run, tmp_path: Path) -> None:
    gold, rules, page = ROOT / "tests" / "sample" / "gold.jsonl", tmp_path / "rules.json", tmp_path / "README.md"
    page.write_text("<!-- scores -->\n<!-- /scores -->\n", encoding="utf-8")
    written = set()
    for _ in range(2):
        assert kg("evaluate", gold, "--rules", rules, "--readme", page).returncode == 0
        written.add((rules.read_bytes(), page.read_bytes()))
    assert len(written) == 1
    assert json.loads(rules.read_bytes())["gold"] == ["gold.jsonl"]
    assert "| persons |" in page.read_text(encoding="utf-8")


def test_nothing_depends_on_the_locale(kg: Run, built: Path, tmp_path: Path) -> None:
    page = tmp_path / "青棠.txt"
    page.write_bytes((PAGES / "2031-01-10.txt").read_bytes())
    done = kg("extract", page, "--place", "澜川省青棠市", env=ASCII)
    assert (done.returncode, done.stderr) == (0, "")
    assert "霍启澄" in done.stdout
    assert json.loads(done.stdout.splitlines()[0])["place"] == "澜川省青棠市"
    asked = kg("ask", "chaired-by", "official=楚云峥", "--format", "json", "-o", built, env=ASCII)
    assert json.loads(asked.stdout)
    missing = kg("extract", tmp_path / "没有.txt", env=ASCII)
    assert missing.returncode == 1
    assert "没有.txt" in missing.stderr


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    line = json.dumps({"id": "0", "text": "3月6日，市长楚云峥主持召开市政府常务会议。"})
    (tmp_path / "many.jsonl").write_text("\n".join(line.replace('"0"', f'"{n}"') for n in range(2000)), encoding="utf-8")
    command = [sys.executable, "-m", "kg.app.cli", "extract", str(tmp_path / "many.jsonl"), "--jobs", "1"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert running.wait(60) == 141
        assert running.stderr.read() == b""
