"""The records of meetings."""

from __future__ import annotations

import pytest
from tellings import only, told


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("青禾市市长罗闻主持召开市政府第8次常务会议。", "市政府"),
        ("青禾市委常委会召开会议。", "青禾市委常委会"),
        ("3月2日市委召开防汛会议。", "市委"),
        ("青禾市市长罗闻主持召开水务局防汛会议。", None),
        ("青禾市市长罗闻主持召开防汛会议。", None),
    ],
)
def test_the_body_is_named_where_its_kind_of_meeting_follows_or_as_the_subject(text: str, body: str | None) -> None:
    found = only(text).body
    assert (found.value if found else None) == body


def test_a_number_in_a_name_is_the_session() -> None:
    session = only("青禾市市长罗闻主持召开市政府第8次常务会议。").session
    assert session is not None
    assert session.value == "第8次"


def test_ids_run_through_the_article() -> None:
    found = told("市长罗闻主持召开防汛会议，各镇镇长参加会议。会后召开了抗旱推进会，企业代表参加会议。")
    assert [meeting.id for meeting in found.meetings] == ["m1", "m2"]
    assert [(group.id, group.meeting) for group in found.groups] == [("g1", "m1"), ("g2", "m2")]
