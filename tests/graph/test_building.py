"""A build: whole or not at all, the same for the same facts, with what is broken set aside."""

from __future__ import annotations

import io
import shutil
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Dataset, Graph
from rdflib.compare import isomorphic
from stores import built, first, second

from kg.errors import EvidenceError, ShapeError, StoreError
from kg.graph.building import Builder
from kg.graph.store import Store
from kg.model.records import Extraction
from kg.model.resolution import summarize
from kg.model.text import Evidence
from kg.resolve import resolve

NOTATIONS = ("turtle", "trig", "nquads", "jsonld")


def written(store: Store, notation: str) -> bytes:
    target = io.BytesIO()
    store.write(target, notation)
    return target.getvalue()


def build(folder: Path, *extractions: Extraction) -> dict[str, bytes]:
    with built(folder, *extractions) as store:
        return {notation: written(store, notation) for notation in NOTATIONS}


def test_the_same_articles_in_another_order_give_the_same_bytes(tmp_path: Path) -> None:
    assert build(tmp_path / "one", first(), second()) == build(tmp_path / "two", second(), first())


def test_building_again_changes_nothing_and_keeps_one_generation_behind(tmp_path: Path) -> None:
    before = build(tmp_path, first(), second())
    for _ in range(3):
        assert build(tmp_path, first(), second()) == before
    assert sorted(path.name for path in (tmp_path / "store").iterdir()) == ["current", "generation-3", "generation-4"]


def test_a_build_holds_nothing_of_the_one_before(tmp_path: Path) -> None:
    build(tmp_path, first(), second())
    assert build(tmp_path, second()) == build(tmp_path / "fresh", second())


@pytest.mark.parametrize(
    "extraction",
    [
        replace(first(), kind="party"),
        replace(first(), officials=first().officials[:1]),
        replace(first(), roles=(replace(first().roles[0], post=""),)),
    ],
    ids=["a kind that is no concept", "a participation of nobody", "an empty post"],
)
def test_an_article_that_breaks_a_shape_is_named_and_nothing_of_it_is_written(tmp_path: Path, extraction: Extraction) -> None:
    with Builder(tmp_path) as builder:
        builder.add(second())
        before = builder.count
        with pytest.raises(ShapeError, match=r"^a1: "):
            builder.add(extraction)
        assert builder.count == before
        summaries = [summarize(second())]
        builder.link(summaries, resolve(summaries))
    with Store.open(tmp_path) as store:
        assert [row["id"] for row in store.articles()] == ["a2"]


def test_evidence_that_does_not_hold_keeps_an_article_out(tmp_path: Path) -> None:
    official = replace(first().officials[0], evidence=(Evidence(0, 3, "test"),))
    with Builder(tmp_path) as builder, pytest.raises(EvidenceError, match="a1: o1"):
        builder.add(replace(first(), officials=(official, *first().officials[1:])))


def test_a_second_article_of_the_same_id_is_refused(tmp_path: Path) -> None:
    with Builder(tmp_path) as builder:
        builder.add(first())
        with pytest.raises(ShapeError, match="another article of this build"):
            builder.add(first())


def test_a_build_that_fails_leaves_the_old_one_as_it_was(tmp_path: Path) -> None:
    before = build(tmp_path, first())
    with pytest.raises(RuntimeError), Builder(tmp_path) as builder:
        builder.add(second())
        raise RuntimeError
    with Store.open(tmp_path) as store:
        assert {notation: written(store, notation) for notation in NOTATIONS} == before
    assert sorted(path.name for path in (tmp_path / "store").iterdir()) == ["current", "generation-1"]


def test_what_a_killed_build_left_is_cleared_away(tmp_path: Path) -> None:
    left = tmp_path / "store" / "building" / "quads"
    left.mkdir(parents=True)
    (left / "000001.log").write_bytes(b"half")
    build(tmp_path, first())
    assert not (tmp_path / "store" / "building").exists()


def test_two_builds_do_not_write_in_one_place(tmp_path: Path) -> None:
    with Builder(tmp_path) as builder:
        builder.add(first())
        with pytest.raises(StoreError, match="another build"):
            Builder(tmp_path)


def test_a_reader_that_is_open_reads_on_while_a_new_build_takes_its_place(tmp_path: Path) -> None:
    with built(tmp_path, first()) as old:
        build(tmp_path, second())
        assert old.select("SELECT ?id { ?a schema:identifier ?id }").rows == (("a1",),)
        with Store.open(tmp_path) as new:
            assert new.select("SELECT ?id { ?a schema:identifier ?id }").rows == (("a2",),)


@pytest.mark.parametrize("base", ["id", "https://example.org/id", "https://example.org/i d/", "https://example.org/<x>/"])
def test_a_base_that_is_none_is_refused(tmp_path: Path, base: str) -> None:
    with pytest.raises(StoreError, match="a base is an absolute IRI"):
        Builder(tmp_path, base)
    assert not (tmp_path / "store").exists()


def test_no_build_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no build here"):
        Store.open(tmp_path)


@pytest.mark.parametrize("gone", ["quads", "build.json"])
def test_a_damaged_build_is_said_in_words(tmp_path: Path, gone: str) -> None:
    built(tmp_path, first()).close()
    path = tmp_path / "store" / "generation-1" / gone
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
    with pytest.raises(StoreError, match="not a readable build"):
        Store.open(tmp_path)


def test_two_parsers_read_the_turtle_alike_and_find_what_the_store_holds(tmp_path: Path) -> None:
    with built(tmp_path, first(), second()) as store:
        turtle = written(store, "turtle").decode()
        count = store.select("SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } } }").rows[0][0]
    graph = Graph().parse(data=turtle, format="turtle")
    theirs = Graph().parse(data=ox.serialize(ox.parse(turtle, format=ox.RdfFormat.TURTLE), format=ox.RdfFormat.N_TRIPLES))
    assert len(graph) == count
    assert isomorphic(graph, theirs)


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # its TriG parser uses what it calls deprecated
def test_the_notations_that_keep_graphs_apart_hold_the_same_quads(tmp_path: Path) -> None:
    files = build(tmp_path, first(), second())
    formats = {"trig": ox.RdfFormat.TRIG, "nquads": ox.RdfFormat.N_QUADS, "jsonld": ox.RdfFormat.JSON_LD}
    quads = {name: set(ox.parse(files[name], format=notation)) for name, notation in formats.items()}
    assert quads["trig"] == quads["nquads"] == quads["jsonld"]
    graphs = {quad.graph_name.value for quad in quads["trig"]}
    base = "https://w3id.org/govmeet/id/"
    assert graphs == {
        f"{base}article/a1/graph",
        f"{base}article/a2/graph",
        f"{base}graph/links",
        f"{base}graph/run",
        "https://w3id.org/govmeet/ontology",
    }
    rdflib = Dataset()
    rdflib.parse(data=files["trig"].decode(), format="trig")
    assert len(list(rdflib.quads())) == len(quads["trig"])


def test_there_are_no_blank_nodes(tmp_path: Path) -> None:
    assert b"_:" not in build(tmp_path, first(), second())["nquads"]


def test_another_base_moves_the_data_and_nothing_else(tmp_path: Path) -> None:
    summaries = [summarize(first())]
    with Builder(tmp_path, "https://example.org/here/") as builder:
        builder.add(first())
        builder.link(summaries, resolve(summaries))
    with Store.open(tmp_path) as store:
        assert store.article_iri("a1") == "https://example.org/here/article/a1"
        moved = written(store, "nquads").decode().replace("https://example.org/here/", "https://w3id.org/govmeet/id/")
    assert sorted(moved.splitlines()) == sorted(build(tmp_path / "default", first())["nquads"].decode().splitlines())


def test_a_large_build_is_sorted_in_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = build(tmp_path, first(), second())
    monkeypatch.setattr("kg.graph.serialise._RUN", 50)
    with Store.open(tmp_path) as store:
        assert {notation: written(store, notation) for notation in NOTATIONS} == whole


def test_rdflib_sees_the_union_of_the_graphs(tmp_path: Path) -> None:
    with built(tmp_path, first()) as store:
        rows = store.rdflib().query("SELECT ?name { ?o <http://xmlns.com/foaf/0.1/name> ?name } ORDER BY ?name")
        assert sorted(str(row[0]) for row in rows) == ["孙志刚", "林海峰"]


def test_the_run_names_the_package_and_the_extractor_with_their_versions(tmp_path: Path) -> None:
    with Builder(tmp_path, version="1.2", extractor="7") as builder:
        builder.add(first())
        builder.link([summarize(first())], resolve([summarize(first())]))
    with Store.open(tmp_path) as store:
        program = """SELECT ?run ?name ?version { ?graph prov:wasGeneratedBy ?run . ?run prov:wasAssociatedWith ?agent .
            ?agent schema:name ?name ; schema:softwareVersion ?version } ORDER BY ?name"""
        rows = sorted(set(store.select(program).rows))
        run = f"{store.base}run/1.2-7"
        assert rows == [(run, "govmeet", "1.2"), (run, "govmeet-extract", "7")]
