"""Pages that the segmenter was not written on, made from invented articles with several seeds and styles."""

from __future__ import annotations

import re
import unicodedata

import pytest
from made_pages import FEATURE, TOLD, Style, Told, make_page, wrap

from kg.model.text import Article, Page
from kg.source.defaults import Defaults
from kg.source.segment import segment

SEEDS = range(12)
STYLES = {
    "headlines above": Style(heads="before"),
    "headlines at the end": Style(heads="end"),
    "headlines anywhere": Style(),
    "indents kept": Style(indent="kept", masthead=True),
    "no indents": Style(indent="flush"),
    "columns interleaved": Style(interleaved=True, heads="before"),
}
# The shares measured when this was written, less a little: (articles whole, headlines at their bodies).
FLOORS = {
    "headlines above": (0.95, 0.97),
    "headlines at the end": (0.83, 0.9),
    "headlines anywhere": (0.86, 0.94),
    "indents kept": (0.95, 0.97),
    "no indents": (0.8, 0.92),
    "columns interleaved": (0.83, 0.97),
}


def bare(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def read(text: str) -> tuple[Article, ...]:
    return segment(Page("page.txt", text, "text/plain", "utf-8", ""), "page", Defaults())


def rates(style: Style) -> tuple[float, float]:
    """Return which share of articles comes out whole, and of headlines at their bodies."""
    whole = linked = titled = count = 0
    for seed in SEEDS:
        told, page = make_page(seed, 3 + seed % 4, style)
        found = read(page)
        texts = {bare(article.text) for article in found}
        count += len(told)
        whole += sum(bare(article.text) in texts for article in told)
        titled += sum(article.title is not None for article in told)
        linked += sum(is_linked(article, found) for article in told)
    return whole / count, linked / titled


def is_linked(told: Told, found: tuple[Article, ...]) -> bool:
    beginning = bare(told.paragraphs[0])[:30]
    return told.title is not None and any(beginning in bare(article.text) and article.title == told.title for article in found)


@pytest.mark.parametrize("name", STYLES)
def test_articles_come_out_whole_with_their_headlines(name: str) -> None:
    whole, linked = rates(STYLES[name])
    print(f"{name}: {whole:.3f} of the articles whole, {linked:.3f} of the headlines at their bodies")
    assert (whole, linked) >= FLOORS[name] and linked >= FLOORS[name][1]


@pytest.mark.parametrize("told", [*TOLD, FEATURE])
@pytest.mark.parametrize("indent", ["kept", "flush", "stripped"])
def test_an_article_alone_on_its_page_stays_one(told: Told, indent: str) -> None:
    lines = list(told.head)
    for paragraph in told.paragraphs:
        if paragraph in told.headings:
            lines += ["", paragraph]
            continue
        wrapped = wrap(paragraph, 40, 40 if indent == "flush" else 36)
        lines += ["" if indent != "kept" else "　　" + wrapped.pop(0), *wrapped]
    (found,) = read("\n".join(lines))
    assert bare(found.text) == bare("\n".join([*told.head, *told.paragraphs]))
    assert found.title == told.title


def test_the_masthead_dates_the_page_and_is_no_part_of_it() -> None:
    _, page = make_page(3, 4, Style(masthead=True, heads="before"))
    for article in read(page):
        assert article.publisher == "云河日报"
        assert article.published is not None and article.published.iso() == "2021-07-04"
        assert "第01版" not in article.text and "责任编辑" not in article.text
