from pathlib import Path

import pytest

from kg.export.whole import legal, visible, whole, write_whole


def test_a_file_that_fails_midway_leaves_what_was_there_and_no_trace(tmp_path: Path) -> None:
    target = write_whole(tmp_path / "graph.ttl", b"old")
    with pytest.raises(ValueError, match="midway"), whole(target) as file:
        file.write(b"new")
        raise ValueError("midway")
    assert [path.name for path in tmp_path.iterdir()] == ["graph.ttl"]
    assert target.read_bytes() == b"old"


def test_the_folder_is_made_where_it_is_missing(tmp_path: Path) -> None:
    assert write_whole(tmp_path / "a" / "b.csv", b"x").read_bytes() == b"x"


def test_what_xml_cannot_hold_is_left_out_and_what_cannot_be_seen_is_spelled_out() -> None:
    assert legal("甲\x07乙\ud800\n丙\ufffe") == "甲乙\n丙"
    assert visible("甲\u202e乙\x07") == "甲⟨U+202E⟩乙⟨U+0007⟩"
