"""The embedded pages and what a reader found on them: well-formed, invented, and whole."""

from __future__ import annotations

import gzip
import json
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from kg.model.text import Article
from kg.source.walk import Defaults, walk

ROOT = Path(__file__).parent.parent.parent
PAGES = ROOT / "kg" / "sample"
GOLD: list[dict[str, Any]] = [
    json.loads(line) for line in (Path(__file__).parent / "gold.jsonl").read_text(encoding="utf-8").splitlines()
]
CORPUS = ROOT.parent / "shared" / "corpus"


def bare(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    found = list(walk([PAGES], Defaults(place="澜川省青棠市")))
    assert all(isinstance(one, Article) for one in found), found
    return {one.id: one for one in found if isinstance(one, Article)}


def test_the_pages_hold_the_articles_that_a_reader_sees(articles: dict[str, Article]) -> None:
    assert sorted(articles) == sorted(row["id"] for row in GOLD)


@pytest.mark.parametrize("row", GOLD, ids=lambda row: row["id"])
def test_each_article_comes_out_whole_with_its_headline(row: dict[str, Any], articles: dict[str, Article]) -> None:
    article = articles[row["id"]]
    assert bare(article.text) == bare(row["text"])
    assert article.title is not None
    assert bare(article.title) == bare(row["title"])


def test_the_masthead_says_paper_and_day(articles: dict[str, Article]) -> None:
    for article in articles.values():
        assert article.publisher == "青棠日报"
        assert article.published is not None
        assert article.id.startswith(article.published.iso())


@pytest.mark.parametrize("row", GOLD, ids=lambda row: row["id"])
def test_what_the_reader_wrote_down_stands_in_the_article(row: dict[str, Any]) -> None:
    text = bare(row["text"])
    persons = set(row["persons"])
    for meeting in row["meetings"]:
        assert {*meeting["chairs"], *meeting["attendees"], *meeting["speakers"]} <= persons
        assert set(meeting["chairs"]) <= set(meeting["attendees"])
        assert all(bare(words) in text for words in [meeting["name"], *meeting["groups"], *meeting["conveys"]])
    for role in row["roles"]:
        assert role["person"] in persons
        assert bare(role["post"]) in text
    for directive in row["directives"]:
        assert bare(directive["text"]) in text
        assert all(bare(addressee) in bare(directive["text"]) for addressee in directive["addressees"])


def test_the_sample_shows_what_its_readme_promises() -> None:
    meetings = [meeting for row in GOLD for meeting in row["meetings"]]
    assert len(meetings) >= 15
    assert max(Counter(row["id"] for row in GOLD for _ in row["meetings"]).values()) == 2
    assert sum(not row["meetings"] for row in GOLD) >= 6
    assert any(meeting["conveys"] for meeting in meetings)
    assert {"代市长", "市长", "原市委书记"} <= {role["post"] for row in GOLD for role in row["roles"]}


def test_nobody_on_the_sample_is_a_known_official() -> None:
    if not CORPUS.is_dir():
        pytest.skip("../shared/corpus is not here")
    persons = {person for row in GOLD for person in row["persons"]}
    known = {line.split("\t")[0] for line in (CORPUS / "names.tsv").read_text(encoding="utf-8").splitlines()}
    assert not persons & known
    with gzip.open(CORPUS / "xwlb.jsonl.gz", "rt", encoding="utf-8") as stream:
        news = stream.read()
    assert not [person for person in persons if person in news]
