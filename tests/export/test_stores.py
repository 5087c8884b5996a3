"""Every format, from a store to files."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
import rdflib
import stores

from kg.export import EXPORTERS, exporter
from kg.export.picture import write_pictures


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory):
    with stores.built(tmp_path_factory.mktemp("store"), stores.first(), stores.second()) as found:
        yield found


@pytest.mark.parametrize("found", EXPORTERS, ids=lambda found: found.name)
def test_the_same_store_gives_the_same_files(store, tmp_path: Path, found) -> None:
    first, second = found.write(store, tmp_path / "a"), found.write(store, tmp_path / "b")
    assert first
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    assert all(path.stat().st_size for path in first)
    assert not [path for path in tmp_path.rglob("*") if path.name.endswith(".tmp")]


def test_the_folder_of_sheets_has_one_for_each_class(store, tmp_path: Path) -> None:
    written = exporter("csv").write(store, tmp_path)
    assert [path.stem for path in written] == sorted(path.stem for path in written)
    assert {"officials", "meetings", "participations", "roles", "directives", "groups", "organizations", "evidence"} <= {
        path.stem for path in written
    }
    with (tmp_path / "csv" / "participations.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 5
    assert {row["official_name"] for row in rows} == {"林海峰", "孙志刚", "周明"}
    assert all(row["quote"] for row in rows)


def test_both_pictures_hold_the_sentences_of_the_store(store, tmp_path: Path) -> None:
    chairs, attendance = write_pictures(store, tmp_path)
    assert "市委书记林海峰主持召开全市疫情防控工作会议" in chairs.read_text(encoding="utf-8")
    assert "孙志刚、周明参加会议" in attendance.read_text(encoding="utf-8")


def test_another_parser_reads_the_turtle_and_finds_what_the_quads_say(store, tmp_path: Path) -> None:
    (turtle,) = exporter("turtle").write(store, tmp_path)
    (quads,) = exporter("nquads").write(store, tmp_path)
    stated = {line.rsplit(" ", 2)[0] for line in quads.read_text(encoding="utf-8").splitlines()}
    assert len(rdflib.Graph().parse(str(turtle), format="turtle")) == len(stated)
