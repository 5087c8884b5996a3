"""Posts that a verb gives or takes."""

from __future__ import annotations

import pytest
from readings import held, posts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("白晓岚担任了县水务局局长。", "白晓岚:县水务局局长"),
        ("白晓岚就任县长。", "白晓岚:县长"),
        ("由白晓岚同志任组长。", "白晓岚:组长"),
        ("罗闻、白晓岚、韩立春当选副县长。", "罗闻:副县长 白晓岚:副县长 韩立春:副县长"),
        ("白晓岚担任“特使”。", "白晓岚:特使"),
        ("县长白晓岚，历任区委书记、市水务局局长。", "白晓岚:县长 白晓岚:区委书记 白晓岚:市水务局局长"),
        ("局长罗闻兼党组书记。", "罗闻:局长 罗闻:党组书记"),
    ],
)
def test_a_verb_puts_its_subject_in_the_posts_behind_it(text: str, expected: str) -> None:
    assert posts(text) == expected.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("任命罗闻为县水务局局长。", "罗闻:县水务局局长"),
        ("任命次仁卓嘎（女，藏族）为县水务局局长。", "次仁卓嘎:县水务局局长"),
        ("选举罗闻、白晓岚、韩立春为副团长。", "罗闻:副团长 白晓岚:副团长 韩立春:副团长"),
    ],
)
def test_a_post_is_given_to_whoever_stands_before_the_particle(text: str, expected: str) -> None:
    assert posts(text) == expected.split()


def test_a_post_that_is_taken_away_is_a_former_one() -> None:
    assert held("免去罗闻的县水务局局长职务。") == {"县水务局局长": "post-taken-away"}
    assert held("接受白晓岚辞去县人大常委会委员职务的请求。") == {"县人大常委会委员": "post-taken-away"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市长罗闻、县委书记兼县长白晓岚到会。", "罗闻:市长 白晓岚:县委书记 白晓岚:县长"),
        ("县长罗闻讲话，责任局长到会。", "罗闻:县长"),
        ("县长罗闻讲话，白晓岚所在的村选出担任组长的人。", "罗闻:县长"),
        ("县长罗闻的秘书长职责。", "罗闻:县长"),
        ("县长罗闻为群众办事。", "罗闻:县长"),
    ],
)
def test_a_post_of_somebody_else_is_not_taken(text: str, expected: str) -> None:
    assert posts(text) == expected.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("罗闻，男，汉族，大学，现任市水务局党组成员、副局长，拟任局长。", ["罗闻:市水务局党组成员", "罗闻:副局长"]),
        ("白晓岚同志，历任县长、局长等职。", ["白晓岚:县长", "白晓岚:局长"]),
        ("白晓岚同志说，现任市长秦岭很好。", []),
    ],
)
def test_posts_of_a_career_are_of_who_is_named_before_them(text: str, expected: list[str]) -> None:
    assert posts(text) == expected
