"""Dates: what is found, what it resolves to, and that nothing is ever known better than the text and the publication say."""

from __future__ import annotations

import datetime
import time
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.dates import DateMention, find, resolve, resolve_all
from kg.lexicon import table
from kg.model.dates import PartialDate

EXAMPLES: list[dict[str, Any]] = table("dates")["examples"]
WRITTEN = st.text(alphabet="0123456789年月日号至-、一二十〇昨今天上午去本月前内初底，。（）于召开同次元", max_size=40)
PUBLISHED = st.dates(datetime.date(1990, 1, 1), datetime.date(2030, 12, 31))


def partial(day: datetime.date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)


def only(text: str) -> DateMention:
    (mention,) = find(text)
    return mention


def told(text: str, published: str | None = None, anchor: str | None = None) -> str | None:
    days = resolve(only(text), PartialDate.parse(published) if published else None, PartialDate.parse(anchor) if anchor else None)
    return days[0].iso() if days else None


@pytest.mark.parametrize("example", EXAMPLES, ids=[example["text"][:30] for example in EXAMPLES])
def test_the_examples_of_the_table_hold(example: dict[str, Any]) -> None:
    published = PartialDate.parse(example["published"]) if "published" in example else None
    resolved = resolve_all(find(example["text"]), published)
    assert ["/".join(day.iso() for day in days if day) if days else "?" for _, days in resolved] == example["dates"]
    if example.get("deadline"):
        assert {mention.use for mention, _ in resolved} == {"deadline"}


def test_a_mention_covers_the_words_that_it_was_read_from() -> None:
    text = "会议于12月19日-20日召开，昨日（27日）报道"
    assert [text[mention.start : mention.end] for mention in find(text)] == ["12月19日-20日", "昨日（27日）"]


def test_a_day_alone_is_the_last_of_its_number_before_the_publication() -> None:
    assert told("30日上午", "2023-01-03") == "2022-12-30"
    assert told("3日上午", "2023-01-03") == "2023-01-03"
    assert told("31日上午", "2023-03-02") == "2023-01-31"


def test_a_day_without_a_year_is_of_the_year_before_at_the_turn_of_the_year() -> None:
    assert told("12月30日，会议召开", "2023-01-03") == "2022-12-30"
    assert told("1月5日，会议召开", "2023-01-03") == "2023-01-05"
    assert told("2月29日，会议召开", "2023-01-03") == "2020-02-29"


def test_a_meeting_announced_is_in_the_future() -> None:
    assert told("大会将于1月12日召开", "2022-12-29") == "2023-01-12"
    assert only("大会将于1月12日召开").use == "planned"


def test_a_plan_goes_on_to_the_next_date_of_its_sentence() -> None:
    mentions = find("大会定于3月5日上午开幕，3月12日下午闭幕。3月4日，预备会议召开。")
    assert [mention.use for mention in mentions] == ["planned", "planned", None]
    assert [days and days[0].iso() for _, days in resolve_all(mentions, PartialDate(2026, 3, 4))] == [
        "2026-03-05",
        "2026-03-12",
        "2026-03-04",
    ]


def test_a_publication_known_in_part_gives_what_it_has() -> None:
    assert told("12月30日", "2022") == "2022-12-30"
    assert told("12月30日", "2023-01") == "2022-12-30"
    assert told("30日下午", "2022") == "---30"
    assert told("30日下午", "2022-12") == "2022-12-30"
    assert told("昨日", "2022-12") is None


def test_the_text_s_own_year_stands_in_for_the_publication() -> None:
    assert told("4月12日", anchor="2012") == "2012-04-12"
    assert resolve_all(find("2月27日下午，某镇召开大会"), None, 2024)[0][1] == (PartialDate(2024, 2, 27), None)


def test_a_dateline_is_the_day_that_yesterday_counts_from() -> None:
    assert told("昨日召开", anchor="--02-08") == "--02-07"
    assert told("昨日召开", anchor="--03-01") is None  # 28 or 29 February, nobody knows
    assert told("昨日召开", anchor="2024-03-01") == "2024-02-29"
    assert told("昨日召开", anchor="--01-01") == "--12-31"


def test_the_same_day_and_the_next_count_from_the_day_told_before() -> None:
    assert told("同日", "2021-08-20", "2021-08-03") == "2021-08-03"
    assert told("次日", "2021-08-20", "2021-08-31") == "2021-09-01"
    assert told("当天", "2021-08-20") is None


def test_a_date_far_above_lends_nothing() -> None:
    text = "1953年3月5日，他返乡。" + "此后无事可记。" * 100 + "5月12日，会议召开。"
    assert resolve_all(find(text), None)[-1][1] == (PartialDate(None, 5, 12), None)


def test_today_without_a_day_of_report_is_no_date() -> None:
    assert resolve_all(find("4月28日，大会召开。他说，今天很冷。"), None)[-1][1] is None


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("须于7日18时前提交", "deadline"),
        ("不迟于5月12日", "deadline"),
        ("5月12日起施行", "since"),
        ("本报6月18日讯", "dateline"),
        ("5月12日起草文件", None),
        ("6月7日电视电话会议", None),
        ("5日前往某地", None),
    ],
)
def test_the_surroundings_tell_what_a_date_is_for(text: str, use: str | None) -> None:
    assert only(text).use == use


@given(WRITTEN)
def test_mentions_are_in_order_and_do_not_overlap(text: str) -> None:
    mentions = find(text)
    assert all(0 <= mention.start < mention.end <= len(text) for mention in mentions)
    assert all(before.end <= after.start for before, after in pairwise(mentions))


@given(WRITTEN)
def test_without_a_publication_nothing_is_known_that_the_text_does_not_say(text: str) -> None:
    for mention in find(text):
        days = resolve(mention, None)
        if days is not None:
            assert (days[0].year, days[0].month, days[0].day) == mention.first or mention.last is not None
            assert days[0].day is None or mention.precision == "day"


@given(WRITTEN, PUBLISHED)
def test_the_publication_adds_no_day_that_the_text_does_not_say(text: str, published: datetime.date) -> None:
    for mention in find(text):
        days = resolve(mention, partial(published))
        if days is not None and mention.relative is None:
            assert days[0].day == mention.first[2]


@given(st.integers(1, 31), PUBLISHED)
def test_a_day_alone_is_never_after_the_publication(day: int, published: datetime.date) -> None:
    days = resolve(only(f"{day}日上午，会议召开"), partial(published))
    assert days is not None
    found = days[0].full
    assert found is not None
    assert found.day == day
    assert datetime.timedelta(0) <= published - found <= datetime.timedelta(62)


@given(st.dates(datetime.date(1990, 1, 1), datetime.date(2029, 12, 31)), st.integers(0, 300))
def test_a_day_and_a_month_come_back_as_they_were_within_a_year(day: datetime.date, later: int) -> None:
    published = day + datetime.timedelta(later)
    days = resolve(only(f"{day.month}月{day.day}日，会议召开"), partial(published))
    assert days == (partial(day), None)


def test_finding_is_linear() -> None:
    def seconds(text: str) -> float:
        start = time.process_time()
        find(text)
        return time.process_time() - start

    for piece in ("一二三四五六七八九十", "12月3日、", "2024-", "今年的", "5日至"):
        small = min(seconds(piece * 1_000) for _ in range(3))
        large = min(seconds(piece * 8_000) for _ in range(3))
        assert large < 8 * small * 4 + 0.05, piece
