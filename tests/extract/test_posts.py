"""Where posts begin and end, before a name and behind one."""

from __future__ import annotations

import pytest
from readings import reading

from kg.extract.posts import post_after, posts_after, posts_before


def before(text: str) -> list[str]:
    """Return the posts at the end of a text."""
    one = reading(text)
    return [one.text[start:end] for start, end in posts_before(one, len(one.text))]


def after(text: str) -> list[str]:
    """Return the posts at the beginning of a text."""
    one = reading(text)
    return [one.text[start:end] for start, end in posts_after(one, 0)]


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("青禾市委书记", "青禾市委书记"),
        ("市委副书记、市长", "市委副书记 市长"),
        ("市委常委、组织部部长", "市委常委 组织部部长"),
        ("市委常委组织部部长", "市委常委 组织部部长"),
        ("县委副书记县长", "县委副书记 县长"),
        ("县委书记兼县长", "县委书记 县长"),
        ("县委书记、兼县长", "县委书记 县长"),
        ("县委书记兼任武装部长", "县委书记 武装部长"),
        ("书记和主任", "书记 主任"),
        ("省委书记、省防汛工作领导小组组长", "省委书记 省防汛工作领导小组组长"),
        ("代市长", "代市长"),
        ("县长候选人", "县长候选人"),
        ("市长助理", "市长助理"),
        ("原县长", "原县长"),
        ("挂职副县长", "挂职副县长"),
        ("时任县长", "县长"),
        ("该县县长", "县县长"),
        ("县委副书记（主持工作）", "县委副书记（主持工作）"),
        ("县委常委办公室主任（主持工作）", "县委常委 办公室主任（主持工作）"),
        ("青禾电机（云澜）有限公司总经理", "青禾电机（云澜）有限公司总经理"),
        ("县人大“两代表一委员”联络站站长", "县人大“两代表一委员”联络站站长"),
        ("市人大环境与资源保护委员会主任", "市人大环境与资源保护委员会主任"),
    ],
)
def test_posts_before_a_name_are_split_where_one_ends(text: str, posts: str) -> None:
    assert before(text) == posts.split()


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("3月5日市长", "市长"),
        ("会议由市长", "市长"),
        ("会上，县委书记", "县委书记"),
        ("市长罗闻与县长", "县长"),
        ("会上，与县长", "县长"),
        ("代表县委书记", "县委书记"),
        ("本报讯（记者白晓岚）县长", "县长"),
        ("21名委员", "委员"),
        ("【青禾】●县长", "县长"),
    ],
)
def test_a_post_begins_behind_a_mark_a_date_or_a_word_that_comes_before_posts(text: str, post: str) -> None:
    assert before(text) == [post]


def test_the_posts_of_others_are_not_the_next_names() -> None:
    assert before("企业家代表、县长") == ["县长"]
    assert before("县长、村民") == ["县长"]


def test_a_post_never_begins_before_the_floor() -> None:
    one = reading("市委书记罗闻和县长")
    assert posts_before(one, 9, 6) == [(7, 9)]


@pytest.mark.parametrize("text", ["", "青禾镇", "市长会见", "，", "任命的"])
def test_where_no_head_ends_there_is_no_post(text: str) -> None:
    assert before(text) == []


def test_a_post_is_followed_by_its_holder_behind_a_particle() -> None:
    one = reading("任县长的白晓岚")
    assert posts_before(one, 4) == [(1, 3)]
    assert posts_before(reading("青禾县长的白晓岚"), 5) == []


def test_posts_behind_a_name_end_with_the_first_head_and_go_on_behind_a_comma_of_lists() -> None:
    assert after("区委书记、市水务局局长，") == ["区委书记", "市水务局局长"]
    assert after("县水务局局长职务") == ["县水务局局长"]
    assert after("，县长") == []
    assert after("青禾镇，县长") == []
    assert post_after(reading(""), 0) is None
