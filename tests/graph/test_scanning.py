from pathlib import Path

import pytest
import stores
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import StoreError
from kg.graph import vocab
from kg.graph.scanning import triples, value
from kg.graph.terms import integer, literal, typed


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_text_comes_back_as_it_was_written(text: str) -> None:
    assert value(literal(text)) == text
    assert value(typed(text, "anyURI")) == text


def test_numbers_dates_words_of_a_language_and_addresses_come_back() -> None:
    assert value(integer(32)) == 32
    assert value(typed("2020-05", "gYearMonth")) == "2020-05"
    assert value('"会议"@zh') == "会议"
    assert value('"\\u4F1A\\U00008BAE"') == "会议"
    assert value("<https://w3id.org/govmeet/id/article/a1>") == "https://w3id.org/govmeet/id/article/a1"


def test_the_scan_finds_what_a_query_finds(tmp_path: Path) -> None:
    with stores.built(tmp_path, stores.first(), stores.second()) as store:
        asked = store.select("SELECT ?node ?value { ?node gm:inMeeting|oa:exact|oa:start ?value }").rows
        scanned = {(subject, found) for subject, _, found in triples(store, (vocab.IN_MEETING, vocab.OA_EXACT, vocab.OA_START))}
    assert scanned == set(asked)
    assert len(scanned) > 10


def test_without_a_wish_everything_is_told(tmp_path: Path) -> None:
    with stores.built(tmp_path, stores.first()) as store:
        (count,) = store.select("SELECT (COUNT(*) AS ?count) { SELECT DISTINCT ?s ?p ?o { ?s ?p ?o } }").rows[0]
        assert len(set(triples(store))) == count


def test_a_build_without_the_copy_is_said_to_be_damaged(tmp_path: Path) -> None:
    with stores.built(tmp_path, stores.first()) as store:
        next(tmp_path.rglob("quads.nq.gz")).unlink()
        with pytest.raises(StoreError, match=r"quads\.nq\.gz"):
            list(triples(store))
