"""Groups that are no subject."""

from __future__ import annotations

import pytest
from tellings import groups

MET = "青禾市市长罗闻主持召开防汛会议。"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("罗闻3月2日在青禾与各民主党派负责人座谈。", ["各民主党派负责人"]),
        ("罗闻主持会议，与企业负责人，就堤坝进行协商。", ["企业负责人"]),
        ("罗闻发了言，还与青禾镇、白石镇主要负责人视频交流。", ["青禾镇、白石镇主要负责人"]),
        ("罗闻召集企业代表开了一次会议。", ["企业代表"]),
        ("出席会议的有县委委员33名、候补委员6名，有关部门负责人。", ["县委委员", "候补委员", "有关部门负责人"]),
        ("参加会议的还有副市长白晓岚，各镇镇长。", ["各镇镇长"]),
    ],
)
def test_those_talked_with_called_or_listed_are_found(sentence: str, found: list[str]) -> None:
    assert groups(MET + sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "罗闻与副市长白晓岚座谈。",
        "罗闻随后到村里与党员群众交流。",
        "会议召集人白晓岚发言。",
        "大家与堤坝为伴。",
    ],
)
def test_names_and_passers_by_are_none(sentence: str) -> None:
    assert groups(MET + sentence) == []
