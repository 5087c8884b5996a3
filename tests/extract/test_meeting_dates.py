"""On which day a meeting was held."""

from __future__ import annotations

import pytest
from tellings import only, told

from kg.model.dates import PartialDate

PUBLISHED = PartialDate(2021, 3, 4)
SECOND = PartialDate(2021, 3, 2)


@pytest.mark.parametrize(
    "text",
    [
        "3月2日，全市防汛会议在青禾召开。",
        "全市防汛会议3月2日在青禾召开。",
        "青禾市市长罗闻2日在青禾与企业代表座谈。副市长白晓岚主持会议。",
        "3月2日，青禾市市长罗闻到水务局调研。座谈会在水务局举行。",
        "青禾市市长罗闻3月2日到水务局，察看堤坝。\n座谈会在水务局举行。",
    ],
)
def test_the_date_nearest_to_the_verb_is_the_meetings(text: str) -> None:
    date = only(text, PUBLISHED).date
    assert date is not None
    assert date.value == SECOND


@pytest.mark.parametrize(
    "text",
    [
        "全市防汛会议召开，要求3月20日前修好堤坝。",
        "日前，全市防汛会议召开。",
        "全市3月份防汛会议召开。",
        "3月1日至4日，青禾市市长罗闻在外考察。\n座谈会在青禾举行。",
    ],
)
def test_a_deadline_a_name_and_a_journey_date_no_meeting(text: str) -> None:
    assert only(text, PUBLISHED).date is None


def test_a_meeting_of_several_days_has_its_first_and_last() -> None:
    meeting = only("3月2日至3日，全市防汛会议在青禾召开。", PUBLISHED)
    assert meeting.date is not None
    assert meeting.end is not None
    assert (meeting.date.value, meeting.end.value) == (SECOND, PartialDate(2021, 3, 3))


def test_what_followed_on_the_same_day_has_the_day_of_the_first() -> None:
    first, second = told("全市防汛会议3月2日召开。会后召开了全市抗旱推进会。", PUBLISHED).meetings
    assert first.date is not None
    assert second.date is not None
    assert first.date.value == second.date.value
