"""How and where a meeting sat, and how many came."""

from __future__ import annotations

import pytest
from tellings import only


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("全市防汛会议3月2日在市行政中心三楼会议室召开。", "市行政中心三楼会议室"),
        ("青禾市市长罗闻在白石县主持召开防汛会议。", "白石县"),
        ("全市防汛会议在青禾隆重开幕。", "青禾"),
        ("青禾市市长罗闻主持召开防汛会议。会议决定，演练在白石举行。", None),
        ("青禾市市长罗闻主持召开防汛会议。抗旱会议将在白石举行。", None),
    ],
)
def test_a_venue_stands_before_a_verb_that_tells_of_a_meeting_held(text: str, venue: str | None) -> None:
    found = only(text).venue
    assert (found.value if found else None) == venue


@pytest.mark.parametrize(
    ("how", "form"),
    [("以视频形式", "video"), ("以电视电话会议形式", "teleconference"), ("以书面形式", "written"), ("以务实的形式", None)],
)
def test_a_form_is_the_key_of_how_it_sat(how: str, form: str | None) -> None:
    found = only(f"全市防汛会议3月2日{how}召开。").form
    assert (found.value if found else None) == form


def test_branches_are_named_once_each() -> None:
    text = "全市防汛会议3月2日召开。各镇镇长在白石分会场参加会议。任重在白石分会场发言，各村在分会场收看。"
    assert [branch.value for branch in only(text).branch_venues] == ["白石分会场"]


def test_counts_are_read_with_and_without_who_they_are() -> None:
    meeting = only("县委全会3月2日召开。全会应到委员33人，实到30人。")
    assert meeting.expected is not None
    assert meeting.present is not None
    assert (meeting.expected.value, meeting.present.value) == (33, 30)
    assert only("县委全会3月2日召开。全会应到33人。").present is None


def test_other_numbers_are_no_counts() -> None:
    assert only("县委全会3月2日召开。全会要求修好33座水闸。").expected is None
