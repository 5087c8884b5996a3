"""What `kg check` finds in a build that somebody has tampered with, and that it finds nothing in a sound one."""

from __future__ import annotations

import gzip
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from stores import built, first, second

from kg.graph.check import check_extraction, check_store
from kg.graph.store import Store
from kg.model.text import Evidence


def tampered(folder: Path, old: str, new: str) -> Store:
    """Build, put other words into the copy and the store, and open it."""
    built(folder, first(), second()).close()
    generation = folder / "store" / "generation-1"
    copy = generation / "quads.nq.gz"
    text = gzip.decompress(copy.read_bytes()).decode()
    assert old in text
    text = text.replace(old, new)
    copy.write_bytes(gzip.compress(text.encode()))
    shutil.rmtree(generation / "quads")
    store = ox.Store(str(generation / "quads"))
    store.bulk_load(text.encode(), format=ox.RdfFormat.N_QUADS)
    store.flush()
    del store
    return Store.open(folder)


def test_a_sound_build_has_no_faults(tmp_path: Path) -> None:
    with built(tmp_path, first(), second()) as store:
        assert list(check_store(store)) == []


@pytest.mark.parametrize(
    ("old", "new", "shape", "said"),
    [
        ('"林海峰" <', '"" <', "Official", "name .* is no"),
        (
            "/a1/p2> <https://w3id.org/govmeet/ontology#inMeeting> <https://w3id.org/govmeet/id/article/a1/m1>",
            "/a1/p2> <https://w3id.org/govmeet/ontology#inMeeting> <https://w3id.org/govmeet/id/article/a1/m9>",
            "Reference",
            "a1/m9>, of which",
        ),
        ("昨日，林海峰主持", "昨夜，林海峰主持", "Selector", "does not stand in the article"),
        ("#attendedBy>", "#attended>", "ChairIsPresent", "among those who attended"),
        ("#chairedBy>", "#chaired>", "ChairIsLinked", "direct edge"),
        (
            "/a2/o3> <https://w3id.org/govmeet/ontology#canonical> <https://w3id.org/govmeet/id/article/a2/o3>",
            "/a2/o3> <https://w3id.org/govmeet/ontology#canonical> <https://w3id.org/govmeet/id/article/a2/o9>",
            "Link",
            "a2/o9, of which",
        ),
        ("#rule> <https://w3id.org/govmeet/id/rule/t", "#rule> <https://w3id.org/govmeet/id/rule/g", "Rule", "not describe"),
        (
            "<https://w3id.org/govmeet/id/article/a2> <",
            "<https://w3id.org/govmeet/id/article/a3> <",
            "Article",
            "kept with the build",
        ),
    ],
    ids=[
        "a shape",
        "a reference",
        "a quote",
        "a chair who is not there",
        "a chair without an edge",
        "a link",
        "a rule",
        "an article",
    ],
)
def test_what_was_tampered_with_is_found(tmp_path: Path, old: str, new: str, shape: str, said: str) -> None:
    with tampered(tmp_path, old, new) as store:
        faults = [fault for fault in check_store(store) if fault.shape == shape]
    assert any(re.search(said, fault.message) for fault in faults)


def test_a_triple_that_the_store_has_lost_is_found(tmp_path: Path) -> None:
    built(tmp_path, first()).close()
    store = ox.Store(str(tmp_path / "store" / "generation-1" / "quads"))
    store.remove(next(store.quads_for_pattern(None, ox.NamedNode("http://xmlns.com/foaf/0.1/name"), None)))
    store.flush()
    del store
    with Store.open(tmp_path) as opened:
        assert [fault.shape for fault in check_store(opened)] == ["Copy"]


def test_an_extraction_is_checked_before_it_is_written() -> None:
    assert check_extraction(first()) == ()
    (fault,) = check_extraction(replace(first(), kind="party"))
    assert fault.startswith("Article: ")
    unsound = replace(first().groups[0], evidence=Evidence(0, 2, "test"))
    (fault,) = check_extraction(replace(first(), groups=(unsound,)))
    assert "g1 by test" in fault
