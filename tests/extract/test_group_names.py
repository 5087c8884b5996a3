"""Groups beside names."""

from __future__ import annotations

import pytest
from tellings import groups

MET = "全市防汛会议3月2日召开。"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("青禾市市长罗闻及四大班子其他在家领导参加会议。", ["四大班子其他在家领导"]),
        ("青禾市委书记罗闻、市长白晓岚等市四套班子领导参加会议。", ["市四套班子领导"]),
        ("副市长白晓岚、任重等专家学者发言。", ["专家学者"]),
        ("企业代表、青禾市副市长白晓岚先后发言。", ["企业代表"]),
        ("青禾市市长罗闻同志和各镇镇长参加会议。", ["各镇镇长"]),
    ],
)
def test_a_group_joined_to_a_name_is_found(sentence: str, found: list[str]) -> None:
    assert groups(MET + sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "罗闻、白晓岚、任重等市领导参加会议。",
        "副市长白晓岚、任重等三名同志发言。",
        "副市长白晓岚与堤坝为伴，参加会议。",
        "市委副书记、市长罗闻发言。",
    ],
)
def test_a_label_a_count_and_a_post_are_none(sentence: str) -> None:
    assert groups(MET + sentence) == []
