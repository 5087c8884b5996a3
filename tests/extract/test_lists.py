"""Lists of names that begin a clause."""

from __future__ import annotations

import pytest
from readings import people, rules


@pytest.mark.parametrize(
    "text",
    [
        "罗闻、白晓岚、韩立春等县领导出席会议。",
        "罗闻、白晓岚、韩立春出席会议。",
        "3月2日，罗闻、白晓岚、韩立春分别发言。",
        "罗闻、白晓岚、韩立春等8位代表发言。",
        "罗闻、白晓岚、韩立春等先后讲话。",
        "在主席台就座的还有：罗闻、白晓岚、韩立春。",
        "罗闻（女）、白晓岚、韩立春为县第三届人大常委会委员。",
    ],
)
def test_a_list_of_people_is_known_by_what_follows_or_by_its_names(text: str) -> None:
    assert people(text) == ["罗闻", "白晓岚", "韩立春"]
    assert set(rules(text).values()) == {"name-in-list"}


def test_two_names_need_something_behind_them_that_is_said_of_people() -> None:
    assert people("罗闻、白晓岚出席会议。") == ["罗闻", "白晓岚"]
    assert people("罗闻、白晓岚。") == []


def test_a_list_may_hold_a_name_with_a_dot() -> None:
    assert people("罗闻、阿力木·买买提江、白晓岚出席会议。") == ["罗闻", "阿力木·买买提江", "白晓岚"]


@pytest.mark.parametrize(
    "text",
    [
        "水利、教育、文化等部门参加会议。",
        "高质量、高水平、高标准推进工作。",
        "黄河、长江、珠江汛情平稳。",
        "农村、农业、农民问题是大事。",
        "严抓、严管、严查安全隐患。",
        "白菜、胡瓜、黄豆丰收。",
        "金山、石湖、江湾等景点开放。",
        "县委、县政府、县人大领导出席。",
        "经济、社会、文化、",
    ],
)
def test_a_list_of_other_things_is_none_of_people(text: str) -> None:
    assert people(text) == []


def test_one_doubtful_name_among_many_does_not_spoil_a_list() -> None:
    assert people("罗闻、白晓岚、韩立春、高原、欧阳简出席会议。") == ["罗闻", "白晓岚", "韩立春", "高原", "欧阳简"]


def test_one_doubtful_name_among_few_spoils_a_list() -> None:
    assert people("罗闻、高原、白晓岚出席会议。") == ["白晓岚"]


def test_what_announces_a_list_says_that_it_is_one_of_people() -> None:
    assert people("在主席台就座的还有：龙飞、凤九、虎跃、罗闻、白晓岚。") == ["龙飞", "凤九", "虎跃", "罗闻", "白晓岚"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("在主席台就座的还有：阿依古丽、罗闻、白晓岚。", ["阿依古丽", "罗闻", "白晓岚"]),
        ("罗晓闻、韩立春和市直有关部门负责同志参加会议。", ["罗晓闻", "韩立春"]),
        ("随后，罗晓闻、高原、欧阳冬、白立、韩立春依次发言。", ["罗晓闻", "高原", "欧阳冬", "白立", "韩立春"]),
        ("罗晓闻、韩立春同志先后发言。", ["罗晓闻", "韩立春"]),
    ],
)
def test_what_follows_or_announces_a_list_shows_that_it_is_of_people(text: str, names: list[str]) -> None:
    assert people(text) == names
