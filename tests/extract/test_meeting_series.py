"""Numbers, years and sameness of meetings' names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tellings import names, only, told

from kg.extract.meeting_series import same, session, whole, year

NAMES = st.text("全市防汛抗旱会议第一二次", min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("市委财经委员会第五次会议", "第五次"),
        ("县委十届三次全会", "十届三次"),
        ("市政府第8次常务会议", "第8次"),
        ("全市防汛会议", None),
    ],
)
def test_a_number_is_read_off_a_name(name: str, number: str | None) -> None:
    found = session(name, 0, len(name))
    assert (name[slice(*found)] if found else None) == number


def test_a_number_alone_is_of_the_body_that_stands_before_it_elsewhere() -> None:
    text = "青禾市市长罗闻主持召开第三次全体会议。青禾市防汛委员会第三次全体会议研究了堤坝。"
    assert names(text) == ["青禾市防汛委员会第三次全体会议"]


@pytest.mark.parametrize(
    ("left", "right"),
    [("防汛会议", "全市防汛会议"), ("市防指会", "市防汛指挥部会议"), ("全市防汛工作会议", "全市防汛抗旱工作会议")],
)
def test_names_of_one_meeting_are_alike(left: str, right: str) -> None:
    assert same(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [("第二次全体会议", "第三次全体会议"), ("全市防汛会议", "教育系统表彰大会"), ("市委全会", "市政府常务会议")],
)
def test_names_of_two_meetings_are_told_apart(left: str, right: str) -> None:
    assert not same(left, right)


@given(NAMES, NAMES)
def test_which_name_comes_first_does_not_matter(left: str, right: str) -> None:
    assert same(left, right) == same(right, left)


def test_a_year_in_a_name_is_the_meetings_but_not_that_of_a_title() -> None:
    assert year("2020年防汛会议", 0, 9) == 2020
    assert year("《2019年公报》评审会", 0, 12) is None
    assert str(only("3月2日，青禾镇召开2020年镇工作会议。").date.value) == str(
        only("2020年3月2日，青禾镇召开镇工作会议。").date.value
    )  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("青禾县十四届人大一次会议主席团第二次会议", "青禾县十四届人大一次会议"),
        ("政协青禾县委员会第十次全体会议第二次全体会议", "政协青禾县委员会第十次全体会议"),
        ("青禾县人大一次会议闭幕会", "青禾县人大一次会议"),
        ("青禾县党代会预备会议", None),
        ("县委十届三次全会", None),
        ("防汛工作部际联席会议第二次全体会议", None),
        ("防汛工作会议", None),
    ],
)
def test_a_part_names_its_whole(name: str, expected: str | None) -> None:
    found = whole(name, 0, len(name))
    assert (name[slice(*found)] if found else None) == expected


def test_the_whole_of_a_meeting_is_proved_by_its_name() -> None:
    (meeting,) = told("3月2日，青禾县第十四届人民代表大会第一次会议主席团第二次会议在县委党校召开。").meetings
    assert meeting.part_of is not None
    assert (meeting.part_of.value, meeting.part_of.evidence.rule) == ("青禾县第十四届人民代表大会第一次会议", "part-of-whole")
