"""Real items: none breaks a shape, the build is sound, and an average report keeps to its budget of triples."""

from __future__ import annotations

import gzip
import json
from itertools import islice
from pathlib import Path

import pytest

from kg.extract import extract
from kg.graph.building import Builder
from kg.graph.check import check_store
from kg.graph.store import Store
from kg.model.codec import article_from_row
from kg.model.resolution import summarize
from kg.resolve import resolve

CORPUS = Path(__file__).resolve().parents[2].parent / "shared" / "corpus" / "xwlb.jsonl.gz"
BUDGET = 220
"""Triples of an average report, links included."""


@pytest.mark.skipif(not CORPUS.exists(), reason=f"{CORPUS} is not there")
def test_real_items_keep_to_shapes_and_budget(tmp_path: Path) -> None:
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        articles = [article_from_row(json.loads(line)) for line in islice(lines, 0, None, 40)]
    summaries = []
    with Builder(tmp_path) as builder:
        for article in articles:
            extraction = extract(article)
            builder.add(extraction)
            summaries.append(summarize(extraction))
        builder.link(summaries, resolve(summaries))
        assert builder.count / len(articles) <= BUDGET
    with Store.open(tmp_path) as store:
        assert list(check_store(store)) == []
