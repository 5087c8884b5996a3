"""The wheel, installed on its own in a clean environment: it carries the ontology and the sample, and does the main job."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def run(*command: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, encoding="utf-8", **options)  # type: ignore[call-overload, no-any-return]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build sdist and wheel; the wheel is made from the sdist, so that both are known to be whole."""
    folder = tmp_path_factory.mktemp("dist")
    done = run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT)
    if done.returncode:
        pytest.fail(done.stdout + done.stderr)
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    return next(built.glob("*.whl"))


def test_the_wheel_carries_ontology_sample_and_words(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder, pattern, place in (
        (ROOT / "ontology", "**/*.*", "kg/ontology"),
        (ROOT / "kg", "**/*.toml", "kg"),
        (ROOT / "kg" / "sample", "*.txt", "kg/sample"),
        (ROOT / "kg" / "model", "*.json", "kg/model"),
        (ROOT / "kg", "**/*.py", "kg"),
        (ROOT / "kg" / "export" / "templates", "*", "kg/export/templates"),
    ):
        wanted = {f"{place}/{path.relative_to(folder).as_posix()}" for path in folder.glob(pattern) if path.is_file()}
        wanted = {name for name in wanted if "__pycache__" not in name}
        assert wanted
        assert not wanted - names, sorted(wanted - names)
    assert "kg/py.typed" in names
    assert not [name for name in names if name.startswith(("tests/", "bench/", "output/"))]


def test_the_source_archive_carries_what_building_and_testing_need(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"pyproject.toml", "Makefile", "README.md", "CHANGELOG.md", "LICENSE", "requirements/run.txt"} <= names
    assert "ontology/meeting.ttl" in names
    assert "tests/sample/gold.jsonl" in names


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel, and what it asks for, into an environment of its own; return its folder of commands."""
    place = tmp_path_factory.mktemp("clean")
    run(sys.executable, "-m", "venv", place / "venv", check=True)
    commands: Path = place / "venv" / "bin"
    pip = [commands / "python", "-m", "pip", "--disable-pip-version-check", "--quiet", "install", "--retries", "1"]
    done = run(*pip, "-c", ROOT / "requirements" / "run.txt", wheel, cwd=place)
    if done.returncode:
        offline = (
            "Could not find a version",
            "No matching distribution",
            "ConnectionError",
            "NewConnectionError",
            "Name or service",
        )
        if any(sign in done.stderr for sign in offline):
            pytest.skip(f"nowhere to install from: {done.stderr.strip().splitlines()[-1][:120]}")
        pytest.fail(done.stderr)
    return commands


def clean(home: Path, **more: str) -> dict[str, str]:
    """Return the environment of a user with nothing set up: no locale, no Python settings, an empty home."""
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "TMPDIR"}}
    return {**kept, "HOME": str(home), "LANG": "C", "LC_ALL": "C", **more}


@pytest.mark.parametrize("more", [{}, {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}], ids=["C", "ASCII"])
def test_the_installed_wheel_builds_the_sample_and_answers(installed: Path, tmp_path: Path, more: dict[str, str]) -> None:
    def kg(*arguments: str) -> subprocess.CompletedProcess[str]:
        return run(installed / "kg", *arguments, cwd=tmp_path, env=clean(tmp_path, **more))

    built = kg("build")
    told = [line for line in built.stderr.splitlines() if not line.endswith(" …")]  # how far it is, on a slow machine
    assert (built.returncode, told) == (0, [])
    assert {"graph.ttl", "chairs.html", "attendance.html", "store"} <= {path.name for path in (tmp_path / "output").iterdir()}
    assert "霍启澄" in (tmp_path / "output" / "graph.ttl").read_text(encoding="utf-8")
    asked = kg("ask", "chaired-by", "official=楚云峥", "--format", "csv")
    assert asked.returncode == 0, asked.stderr
    assert "市政府第三十八次常务会议" in asked.stdout
    assert kg("check").returncode == 0
    assert kg("--version").stdout.startswith("kg (govmeet) ")
    assert "市政府第三十八次常务会议" in kg("export", "--format", "nquads", "--to", "-").stdout


def test_the_environment_holds_no_more_than_is_declared(installed: Path) -> None:
    done = run(installed / "python", "-m", "pip", "check")
    assert done.returncode == 0, done.stdout
