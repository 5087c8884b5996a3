"""The kind of an article, and the place that its 我市 means."""

from __future__ import annotations

import pytest
from readings import reading

from kg.extract import extract
from kg.extract.setting import article_kind, jurisdiction
from kg.model.text import Article


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("青禾市市长罗闻会见来访的代表团。", "reception"),
        ("县长罗闻到青禾镇调研。", "inspection"),
        ("罗闻同志因病医治无效逝世。", "obituary"),
        ("决定任命：罗闻为县水务局局长。", "personnel"),
        ("县政府印发《青禾防汛办法》。", "document"),
        ("堤坝完工了。", "other"),
    ],
)
def test_an_article_without_a_meeting_is_of_the_first_kind_of_which_a_sign_stands_in_it(text: str, kind: str) -> None:
    assert article_kind(reading(text), []) == kind


def test_an_article_that_reports_a_meeting_is_of_that_kind_whatever_else_it_tells() -> None:
    assert extract(Article("a", "县长罗闻主持召开县政府第8次常务会议，会前调研。")).kind == "meeting"


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        (Article("a", "白城讯 堤坝完工。", place="青禾市"), ("青禾市", "given")),
        (Article("a", "堤坝完工。", publisher="白城日报"), ("白城", "publisher")),
        (Article("a", "白城讯 堤坝完工。"), ("白城", "text")),
        (Article("a", "堤坝完工。", publisher="堤坝日报"), (None, "unknown")),
        (Article("a", "青禾讯 堤坝完工。"), (None, "unknown")),
    ],
)
def test_the_place_is_the_one_given_or_the_papers_or_the_datelines(article: Article, expected: tuple[str | None, str]) -> None:
    found = extract(article)
    assert (found.place, found.place_from) == expected
    assert jurisdiction(reading("堤坝完工。")) == (None, "unknown")
