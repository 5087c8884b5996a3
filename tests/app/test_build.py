"""``kg build``: what it writes, what it says, and what it leaves alone."""

from __future__ import annotations

import gzip
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

ROOT = Path(__file__).parent.parent.parent
MEETING = "3月6日，市长楚云峥主持召开市政府第四十次常务会议。副市长兰素梅出席会议。"


def row(number: int, text: str = MEETING) -> str:
    return json.dumps({"id": f"a{number}", "text": text, "published": "2031-03-07", "place": "澜川省青棠市"}, ensure_ascii=False)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_the_sample_is_built_when_nothing_is_named(built: Path) -> None:
    assert sorted(path.name for path in built.iterdir()) == ["attendance.html", "chairs.html", "graph.ttl", "store"]
    assert "市政府第三十八次常务会议" in (built / "graph.ttl").read_text(encoding="utf-8")
    for picture in ("chairs.html", "attendance.html"):
        page = (built / picture).read_text(encoding="utf-8")
        assert "霍启澄" in page
        assert not re.search(r"""(src|href)=["']?https?:""", page)


def test_the_summary_counts_what_was_read(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(f"{row(1)}\n{row(2)}\n", encoding="utf-8")
    done = kg("build", tmp_path / "a.jsonl", "-o", tmp_path / "out")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.search(r"^ +2 articles", done.stdout, re.MULTILINE)
    assert re.search(r"^ +1 meetings", done.stdout, re.MULTILINE)
    assert re.search(r"^ +2 officials", done.stdout, re.MULTILINE)
    assert re.search(r"^ +0 set aside", done.stdout, re.MULTILINE)
    assert done.stdout.splitlines()[-1] == f"written to {tmp_path / 'out'}: attendance.html chairs.html graph.ttl"


def test_the_same_sources_give_the_same_bytes(kg: Run, built: Path, tmp_path: Path) -> None:
    assert kg("build", "-o", tmp_path / "again", "--jobs", "1").returncode == 0
    assert contents(tmp_path / "again") == contents(built)


def test_building_again_replaces_and_leaves_other_files_alone(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "one.jsonl").write_text(row(1), encoding="utf-8")
    (tmp_path / "two.jsonl").write_text(row(2, MEETING.replace("楚云峥", "佟静姝")), encoding="utf-8")
    out = tmp_path / "out"
    out.mkdir()
    (out / ".gitkeep").touch()
    (out / "notes.txt").write_text("mine")
    assert kg("build", tmp_path / "one.jsonl", "-o", out).returncode == 0
    assert kg("build", tmp_path / "two.jsonl", "-o", out).returncode == 0
    graph = (out / "graph.ttl").read_text(encoding="utf-8")
    assert "佟静姝" in graph
    assert "楚云峥" not in graph
    assert (out / "notes.txt").read_text() == "mine"
    assert sorted(path.name for path in out.iterdir()) == [
        ".gitkeep",
        "attendance.html",
        "chairs.html",
        "graph.ttl",
        "notes.txt",
        "store",
    ]


def test_what_is_wrong_is_named_and_the_rest_is_built(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "good.jsonl").write_text(f"{row(1)}\n{{broken\n{row(2)}\n", encoding="utf-8")
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02" * 50)
    done = kg(
        "build",
        tmp_path / "good.jsonl",
        tmp_path / "empty.txt",
        tmp_path / "binary.txt",
        tmp_path / "missing.txt",
        "-o",
        tmp_path / "out",
    )
    assert done.returncode == 1
    assert re.search(r"^ +2 articles", done.stdout, re.MULTILINE)
    assert re.search(r"^ +4 failures", done.stdout, re.MULTILINE)
    for place in ("good.jsonl:2", "empty.txt", "binary.txt", "missing.txt"):
        assert place in done.stderr
    assert "Traceback" not in done.stderr
    assert (tmp_path / "out" / "graph.ttl").exists()


def test_a_page_in_gb18030_is_built(kg: Run, tmp_path: Path) -> None:
    text = (ROOT / "kg" / "sample" / "2031-05-23.txt").read_text(encoding="utf-8")
    (tmp_path / "page.txt").write_bytes(text.encode("gb18030"))
    done = kg("build", tmp_path / "page.txt", "-o", tmp_path / "out", "--place", "澜川省青棠市")
    assert (done.returncode, done.stderr) == (0, "")
    assert "邵庭岳" in (tmp_path / "out" / "graph.ttl").read_text(encoding="utf-8")


def test_a_former_build_stays_when_nothing_can_be_read(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "one.jsonl").write_text(row(1), encoding="utf-8")
    out = tmp_path / "out"
    assert kg("build", tmp_path / "one.jsonl", "-o", out).returncode == 0
    before = contents(out)
    missing = kg("build", tmp_path / "missing.txt", "-o", out)
    assert missing.returncode == 1
    assert "missing.txt" in missing.stderr
    (tmp_path / "nothing").mkdir()
    nothing = kg("build", tmp_path / "nothing", "-o", out)
    assert nothing.returncode == 2
    assert "nothing to work on" in nothing.stderr
    assert contents(out) == before
    assert [path.name for path in out.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_build_leaves_the_former_one(kg: Run, tmp_path: Path, number: signal.Signals) -> None:
    (tmp_path / "one.jsonl").write_text(row(1), encoding="utf-8")
    out = tmp_path / "out"
    assert kg("build", tmp_path / "one.jsonl", "-o", out).returncode == 0
    before = contents(out)
    with gzip.open(tmp_path / "many.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(row(number) + "\n" for number in range(30_000))
    running = subprocess.Popen(
        [sys.executable, "-m", "kg.app.cli", "build", tmp_path / "many.jsonl.gz", "-o", out, "--jobs", "2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    for _ in range(200):
        if list(out.glob(".building-*/store/building")):
            break
        time.sleep(0.05)
    time.sleep(1)
    running.send_signal(number)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 128 + number
    assert "Traceback" not in said
    assert contents(out) == before
    assert [path.name for path in out.iterdir() if path.name.startswith(".")] == []
    assert kg("check", "-o", out).returncode == 0


def test_an_output_that_cannot_be_written_is_named(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    done = kg("build", "-o", tmp_path / "out")
    assert done.returncode == 2
    assert str(tmp_path / "out") in done.stderr
    assert "Traceback" not in done.stderr


def test_data_go_under_the_base_that_is_given(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "one.jsonl").write_text(row(1), encoding="utf-8")
    assert kg("build", tmp_path / "one.jsonl", "-o", tmp_path / "out", "--base", "https://example.org/id/").returncode == 0
    graph = (tmp_path / "out" / "graph.ttl").read_text(encoding="utf-8")
    assert "https://example.org/id/" in graph
    assert "https://w3id.org/govmeet/id/" not in graph


def test_a_base_that_is_no_iri_is_refused(kg: Run, tmp_path: Path) -> None:
    done = kg("build", "-o", tmp_path / "out", "--base", "no iri")
    assert done.returncode == 2
    assert "no iri" in done.stderr
    assert not (tmp_path / "out").exists()
