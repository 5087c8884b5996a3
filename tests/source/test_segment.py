"""Pages as they come: the real one, simple ones, and the way back from an article to its page."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_pages import Style, make_page

from kg.model.text import Article, Page
from kg.source.defaults import Defaults
from kg.source.repair import fold
from kg.source.segment import segment

SHARED = Path(__file__).parents[2].parent / "shared"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="the corpus in ../shared is not here")


def read(text: str) -> tuple[Article, ...]:
    return segment(Page("page.txt", text, "text/plain", "utf-8", "0"), "page", Defaults())


def bare(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def singled(paragraph: str) -> str:
    """Undo the doubled glyphs of the gold's caption, stretch by stretch, longest first."""
    out, place = "", 0
    while place < len(paragraph):
        sizes = range((len(paragraph) - place) // 2, 0, -1)
        size = next(n for n in sizes if paragraph[place : place + n] == paragraph[place + n : place + 2 * n])
        out, place = out + paragraph[place : place + size], place + 2 * size
    return out


@needs_shared
def test_the_real_page_yields_its_six_articles_with_their_headlines() -> None:
    gold = [json.loads(line) for line in (SHARED / "gold" / "seed_page.jsonl").read_text("utf-8").splitlines()]
    found = read((SHARED / "corpus" / "page.txt").read_text("utf-8"))
    assert [article.title for article in found] == [article["headline"] for article in gold]
    for article, wanted in zip(found, gold, strict=True):
        paragraphs = [bare(paragraph) for paragraph in wanted["text"].split("\n")]
        if paragraphs[-1].count("图") == 8:  # four captions, printed twice
            paragraphs[-1] = singled(paragraphs[-1])
        assert [bare(paragraph) for paragraph in article.text.split("\n")] == paragraphs


def check_way_back(page: str, article: Article) -> None:
    """Every character leads to the page's own; those in segments of equal length one to one, but for what was folded."""
    traced = set()
    for piece in article.segments:
        assert 0 <= piece.start < piece.end <= len(article.text) and 0 <= piece.page_start < piece.page_end <= len(page)
        traced.update(range(piece.start, piece.end))
        written = page[piece.page_start : piece.page_end]
        if len(written) == piece.end - piece.start:
            assert re.sub(r"\s", " ", fold(page)[piece.page_start : piece.page_end]) == re.sub(
                r"\s", " ", article.text[piece.start : piece.end]
            )
    untraced = {article.text[place] for place in range(len(article.text)) if place not in traced}
    assert untraced <= {"\n"}
    assert [piece.start for piece in article.segments] == sorted(piece.start for piece in article.segments)


@needs_shared
def test_the_real_page_can_be_traced() -> None:
    page = (SHARED / "corpus" / "page.txt").read_text("utf-8")
    for article in read(page):
        check_way_back(page, article)


@settings(deadline=None)  # a page takes 0.1 s, more beside other work
@given(st.integers(0, 10**6), st.sampled_from(["kept", "stripped", "flush"]))
def test_every_character_of_a_made_page_can_be_traced(seed: int, indent: str) -> None:
    _, page = make_page(seed, 3, Style(indent=indent, masthead=True))
    for article in read(page):
        check_way_back(page, article)


@given(st.text(alphabet="本报讯（记者甲）。，“”\n\r\f 　\ufeff\x07⺠１图●—一、abc首页>2021年5月3日", max_size=200))
def test_whatever_stands_on_a_page_is_read_and_traced(page: str) -> None:
    for article in read(page):
        assert article.text.strip()
        check_way_back(page, article)


def test_a_plain_text_with_a_title_stays_as_it_is() -> None:
    page = (
        "平川县召开春季植树动员会\n\n"
        "　　3月1日，平川县召开春季植树动员会，县长喻青山主持会议，县直各部门、各乡镇主要负责同志参加了这次会议。\n"
        "　　喻青山强调，各乡镇要抓住墒情好的有利时机，组织群众和机关干部上山植树，做到栽一棵活一棵，栽一片成一片。\n"
    )
    (found,) = read(page)
    assert found.title == "平川县召开春季植树动员会"
    assert [len(paragraph) for paragraph in found.text.split("\n")] == [12, 51, 51]


def test_what_a_web_page_wraps_around_is_no_part_of_the_article() -> None:
    body = "3月1日，平川县召开春季植树动员会，县长喻青山主持会议，县直各部门、各乡镇主要负责同志和有关企业负责人参加了这次会议。"
    page = (
        f"首页 > 新闻中心 > 要闻\n平川县召开春季植树动员会\n来源：平川日报　发布时间：2021-03-02　浏览次数：8\n{body}\n"
        "县政府办公室\n2021年3月1日\n上一篇：别的消息\n"
    )
    (found,) = read(page)
    assert found.text == f"平川县召开春季植树动员会\n{body}\n县政府办公室\n2021年3月1日"
    assert (found.publisher, found.published and found.published.iso()) == ("平川日报", "2021-03-02")


def test_headings_inside_an_article_stay_in_it() -> None:
    page = (
        "平川县公共机构节水工作方案\n　　为了做好公共机构节水工作，制定\n本方案，请各单位认真执行。\n\n"
        "一、工作目标\n　　到年底，全县公共机构用水总量比\n上年下降百分之五。\n\n"
        "二、主要任务\n　　各单位要更换老旧管网和用水器\n具，安装分户水表，按月公布用水量。\n"
    )
    (found,) = read(page)
    assert found.text.split("\n")[2] == "一、工作目标" and found.text.count("\n") == 5


def test_a_name_cut_by_the_end_of_a_column_is_whole_again() -> None:
    page = "本报讯（记者秦岚）昨天，副市长贺\n兰亭、佟\n\n一鸣出席会议并且对下一步的工作提出\n了具体的要求。\n"
    (found,) = read(page)
    assert "副市长贺兰亭、佟一鸣出席会议" in found.text
    start = found.text.index("佟一鸣")
    assert [page[span.start : span.end] for span in found.on_page(start, start + 3)] == ["佟", "一鸣"]


def test_a_page_of_nothing_but_its_masthead_has_no_article() -> None:
    assert read("云河日报　2021年7月4日　星期日　第01版\n责任编辑：温宁\n") == ()
