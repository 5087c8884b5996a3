from __future__ import annotations

import sys
from pathlib import Path

from bench import compiled, same


def test_without_a_build_the_report_can_say_why_there_is_nothing(tmp_path: Path) -> None:
    assert compiled.missing(tmp_path / "python") == "not built"


def test_sources_that_are_installed_are_no_build() -> None:
    found = compiled.missing(Path(sys.executable))
    assert found is not None and "not compiled" in found


def test_the_first_line_that_differs_is_shown() -> None:
    one = ["甲".encode(), b'{"place": 1}']
    assert same.difference(one, list(one)) is None
    found = same.difference(one, [one[0], b'{"place": 2}'])
    assert found is not None and found.startswith("line 2, byte 10")
    assert same.difference(one, one[:1]) is not None, "a line less"
