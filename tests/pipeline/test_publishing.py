"""What is made aside leaves nothing behind."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.pipeline.publishing import aside


def test_the_folder_aside_is_gone_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), aside(tmp_path) as place:
        (place / "half").write_text("written")
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_build_left_is_removed(tmp_path: Path) -> None:
    stray = tmp_path / f".building-{_unused()}"
    stray.mkdir()
    (tmp_path / ".building-notes").mkdir()
    with aside(tmp_path):
        assert not stray.exists()
    assert [path.name for path in tmp_path.iterdir()] == [".building-notes"]


def test_what_another_living_build_writes_is_left_alone(tmp_path: Path) -> None:
    other = tmp_path / f".building-{os.getppid()}"
    other.mkdir()
    with aside(tmp_path):
        assert other.exists()


def test_an_output_that_is_a_file_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("a file")
    with pytest.raises(StoreError, match="output"), aside(tmp_path / "output"):
        pass


def _unused() -> int:
    number = 2**22 - 1
    while Path(f"/proc/{number}").exists():
        number -= 1
    return number
