"""Whether a verb tells of a meeting held."""

from __future__ import annotations

import pytest
from tellings import names

from kg.model.dates import PartialDate


@pytest.mark.parametrize(
    "text",
    [
        "全市防汛会议3月2日召开。",
        "全市防汛会议召开时，下着雨。",
        "青禾市主要领导干部会议召开。",
        "市政府3月2日在首府召开全市防汛会议。",
    ],
)
def test_a_meeting_that_was_held_is_one(text: str) -> None:
    assert len(names(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "全市防汛会议将于3月5日召开。",
        "市政府拟于近期召开全市防汛会议。",
        "全市防汛会议召开前，堤坝修好了。",
        "自全市防汛会议召开以来，堤坝修好了。",
        "市政府未召开全市防汛会议。",
        "市政府每年召开全市防汛会议。",
        "市政府建议召开全市防汛会议。",
        "市政府召开12次防汛会议。",
        "市政府先后三次召开防汛会议。",
        "今年以来，市政府召开全市防汛会议，修好了堤坝。",
    ],
)
def test_one_to_come_wished_for_or_counted_is_none(text: str) -> None:
    assert names(text) == []


def test_a_meeting_of_years_ago_is_only_looked_back_on() -> None:
    text = "2019年6月，全市防汛会议在青禾召开。"
    assert names(text, PartialDate(2021, 3, 2)) == []
    assert names(text, PartialDate(2019, 6, 30)) == ["全市防汛会议"]
    assert names(text) == ["全市防汛会议"]


def test_a_meeting_at_the_turn_of_the_year_is_news() -> None:
    assert names("2020年12月30日，全市防汛会议在青禾召开。", PartialDate(2021, 1, 2)) == ["全市防汛会议"]


def test_stories_and_announcements_tell_of_no_meeting() -> None:
    assert names("第一章 市政府召开防汛会议。未完待续。") == []
    assert names("现将有关事项通知如下：市政府召开全市防汛会议。") == []
