"""Names whom a sentence puts in office or out of it."""

from __future__ import annotations

import pytest
from readings import people, rules


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("任命罗闻为县水务局局长。", "罗闻"),
        ("任命：\n罗闻为县水务局局长；", "罗闻"),
        ("免去罗闻的县水务局局长职务。", "罗闻"),
        ("任命额尔和图（蒙古族）为县水务局局长。", "额尔和图"),
        ("决定任命次仁卓嘎（女，藏族）为县水务局局长。", "次仁卓嘎"),
    ],
)
def test_an_office_given_or_taken_proves_the_name_before_it(text: str, name: str) -> None:
    assert people(text) == [name]
    assert rules(text) == {name: "name-appointed"}


@pytest.mark.parametrize(
    "text",
    ["会议通过任命事项。", "任命书为红色。", "免去农业税为农民减负。", "提名工作为期三天，由他们完成。", "罗闻为县水务局局长。"],
)
def test_a_text_that_appoints_nobody_names_nobody(text: str) -> None:
    assert people(text) == []


def test_those_put_in_office_one_after_another_are_all_named() -> None:
    text = "会议补选项天歌为县人大常委会副主任，选举丁宁为县监委主任、白杨为县法院院长。"
    assert people(text) == ["项天歌", "丁宁", "白杨"]
    assert people("会议协商决定，增补白世为县政协委员。") == ["白世"]
