"""The formats read back by programs that are not ours."""

from __future__ import annotations

import csv
import io
import re
import tomllib
from pathlib import Path

import networkx as nx
import pytest
import registers

from kg.errors import KgError
from kg.export import EXPORTERS, exporter
from kg.export.csv_files import safe, sheet
from kg.export.gexf import gexf
from kg.export.graphml import graphml
from kg.export.networks import cleaned
from kg.view.network import attendance_network, chairs_network
from kg.view.rows import MeetingRow, OfficialRow, ParticipationRow

NETWORKS = pytest.mark.parametrize("network", [chairs_network, attendance_network], ids=["chairs", "attendance"])
REGISTERS = pytest.mark.parametrize(
    "made", [registers.made(40, 20), registers.hostile(), registers.empty()], ids=["sample", "hostile", "empty"]
)


@REGISTERS
@NETWORKS
def test_networkx_reads_gexf_and_graphml_back(network, made) -> None:
    graph = cleaned(network(made))
    for read in (nx.read_gexf(io.BytesIO(gexf(graph))), nx.read_graphml(io.BytesIO(graphml(graph)))):
        assert sorted(read) == sorted(graph)
        assert {frozenset(edge) for edge in read.edges} == {frozenset(edge) for edge in graph.edges}
        for node in graph:
            assert read.nodes[node]["label"] == graph.nodes[node]["label"]
            assert read.nodes[node].get("quote", "") == graph.nodes[node]["quote"]


@NETWORKS
def test_igraph_reads_graphml_back(network, tmp_path: Path) -> None:
    igraph = pytest.importorskip("igraph")
    graph = cleaned(network(registers.made(40, 20)))
    path = tmp_path / "network.graphml"
    path.write_bytes(graphml(graph))
    read = igraph.Graph.Read_GraphML(str(path))
    assert (read.vcount(), read.ecount()) == (len(graph), graph.number_of_edges())
    assert set(read.vs["label"]) == {label for _, label in graph.nodes(data="label")}
    assert sorted(read.es["weight"]) == sorted(weight for _, _, weight in graph.edges(data="weight"))


@NETWORKS
def test_gexf_tells_neither_the_day_nor_who_wrote_it_with_what(network) -> None:
    text = gexf(cleaned(network(registers.made(5, 3)))).decode()
    assert not re.search(r"lastmodified|NetworkX|<graph [^>]*name=", text)


def test_a_control_character_in_a_name_does_not_break_xml() -> None:
    graph = cleaned(attendance_network(registers.hostile()))
    assert "\x07" not in gexf(graph).decode()
    assert "\u2028丁" in dict(graph.nodes(data="label")).values()


def test_a_sheet_has_a_byte_order_mark_a_header_and_names_beside_ids() -> None:
    rows = [ParticipationRow("p1", "m1", "o1", ("chair", "speaker"), 1, "市长", "a1", ("e1", "e2"))]
    content = sheet(ParticipationRow, rows, {"o1": "孙志刚", "m1": "市政府常务会议", "e1": "市长孙志刚主持召开市政府常务会议。"})
    assert content.startswith(b"\xef\xbb\xbfid,meeting,meeting_label,official,official_name,capacities")
    (row,) = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert row["official_name"] == "孙志刚"
    assert row["capacities"] == "chair | speaker"
    assert row["quote"] == "市长孙志刚主持召开市政府常务会议。"


def test_a_cell_that_a_spreadsheet_would_run_begins_with_an_apostrophe() -> None:
    for attack in ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "--05-12"):
        assert safe(attack) == f"'{attack}"
    assert safe("市长") == "市长"


def test_commas_quotes_and_line_ends_in_a_cell_come_back() -> None:
    name = '王"伟",\n林'
    content = sheet(OfficialRow, [OfficialRow("o1", name)], {})
    (row,) = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert row["name"] == name


def test_a_number_that_is_not_known_is_an_empty_cell() -> None:
    content = sheet(MeetingRow, [MeetingRow("m1", "会议", expected=32)], {})
    (row,) = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert (row["expected"], row["present"]) == ("32", "")


def test_every_format_says_in_both_languages_what_it_is() -> None:
    for found in EXPORTERS:
        assert found.describe("zh")
        assert found.describe("en")
    assert len({found.name for found in EXPORTERS}) == len(EXPORTERS)


def test_a_format_that_there_is_not_is_answered_with_those_there_are() -> None:
    with pytest.raises(KgError, match=r"turtle.*gexf"):
        exporter("docx")


def test_every_text_of_the_pictures_stands_in_both_languages() -> None:
    path = Path(__file__).parents[2] / "kg" / "export" / "templates" / "texts.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    assert not [
        key for section in table.values() for key, text in section.items() if set(text) != {"zh", "en"} or not all(text.values())
    ]
    used = set(re.findall(r'words\("(\w+)"', "".join(file.read_text(encoding="utf-8") for file in path.parent.glob("*.js"))))
    assert used <= set(table["interface"])
