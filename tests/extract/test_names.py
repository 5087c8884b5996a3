"""Where names end: Chinese ones by their measure, others by what they are made of."""

from __future__ import annotations

import pytest
from readings import reading

from kg.extract.bounds import follows, verb_follows
from kg.extract.names import name_end


def name(text: str, *, vouched: bool = False) -> str:
    """Return the name at the text's beginning; ``vouched`` whether a post or a list stands before it."""
    one = reading(text)
    return one.text[: name_end(one, 0, open_ended=vouched)]


def behind_post(text: str, post: str) -> str:
    one = reading(post + text)
    return one.text[len(post) : name_end(one, len(post), open_ended=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("罗闻主持会议", "罗闻"),
        ("白晓岚，女", "白晓岚"),
        ("白晓岚在青禾镇检查", "白晓岚"),
        ("罗闻在青禾镇检查", "罗闻"),
        ("欧阳简主持会议", "欧阳简"),
        ("欧阳简直主持会议", "欧阳简直"),
        ("司马远图、罗闻", "司马远图"),
        ("仝乐、亓明", "仝乐"),
        ("逄小雨出席", "逄小雨"),
        ("秦岭主持会议", "秦岭"),
        ("任重出席", "任重"),
        ("罗闻等领导", "罗闻"),
        ("罗晓闻一行", "罗晓闻"),
        ("罗适时、秦岭", "罗适时"),
        ("仝乐向代表介绍", "仝乐"),
        ("罗闻分别发言", "罗闻"),
        ("罗闻一同参加", "罗闻"),
        ("罗闻同志", "罗闻"),
        ("王　伟主持", "王伟"),
        ("罗闻", "罗闻"),
    ],
)
def test_a_chinese_name_ends_after_two_or_three_characters_or_four(text: str, expected: str) -> None:
    assert name(text) == expected


@pytest.mark.parametrize(
    "text",
    ["会议召开", "主持会议", "领导讲话", "，罗闻", "罗", "罗的", "罗局出席", "与会代表", "同志们", "从青禾出发", ""],
)
def test_no_name_begins_with_a_word_or_a_mark_or_holds_what_none_holds(text: str) -> None:
    assert name(text) == ""


def test_a_run_that_is_too_long_is_no_name() -> None:
    assert name("罗闻堤坝完工报捷") == ""


def test_a_character_that_bounds_may_end_a_name_only_where_what_follows_may_stand_behind_one() -> None:
    assert name("罗闻到会讲话") == "罗闻"
    assert name("罗闻向，") == "罗闻向"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("阿力木·买买提江出席", "阿力木·买买提江"),
        ("阿力木•买买提江出席", "阿力木·买买提江"),
        ("次仁卓嘎（女，藏族）", "次仁卓嘎"),
        ("巴音那木尔主持", "巴音那木尔"),
        ("额尔德木图主持", "额尔德木图"),
        ("阿依古丽·吐尔逊·买买提江，", "阿依古丽·吐尔逊·买买提江"),
    ],
)
def test_a_minoritys_name_is_believed_where_its_place_vouches_for_it(text: str, expected: str) -> None:
    assert name(text, vouched=True) == expected


def test_a_minoritys_name_without_a_dot_is_not_believed_by_itself() -> None:
    assert name("次仁卓嘎（女，藏族）") == ""


def test_a_dot_with_nothing_behind_it_ends_no_name() -> None:
    assert name("阿力木·，", vouched=True) == ""


def test_a_foreigners_name_is_believed_behind_a_post_that_foreigners_hold() -> None:
    assert behind_post("卡西莫维奇会见代表团", "总统") == "卡西莫维奇"
    assert behind_post("卡西莫维奇堤坝完工", "总统") == ""


def test_four_characters_behind_a_post_need_a_verb_and_a_post_of_somebody() -> None:
    assert behind_post("罗闻简直出席会议", "县长") == "罗闻简直"
    assert behind_post("罗闻简直出席会议", "委员") == ""


def test_what_only_people_do_follows_a_name() -> None:
    one = reading("罗闻强调堤坝")
    assert verb_follows(one, 2)
    assert not verb_follows(one, 4)


def test_a_name_does_not_end_before_the_name_of_a_body() -> None:
    assert not follows(reading("罗闻县委"), 2)
    assert follows(reading("罗闻，县委"), 2)


def test_what_was_found_once_is_remembered() -> None:
    one = reading("罗闻强调")
    assert name_end(one, 0, open_ended=False) == 2
    assert one.name_ends == {0: 2}
