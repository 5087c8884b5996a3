"""Officials and the posts they hold: before the name, behind it, in a bracket, in a label, in a sentence of their own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import held, posts

from kg.extract import extract
from kg.model.text import Article

PIECES = st.sampled_from(
    [
        "青禾市委书记",
        "县长",
        "罗闻",
        "白晓岚",
        "、",
        "，",
        "。",
        "主持会议",
        "（县长）",
        "等县领导",
        "担任",
        "为",
        "的",
        "职务",
        "兼",
        "任",
        "当选",
        "（女）",
        "辞去",
        "\n",
    ]
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("青禾市委书记罗闻主持会议。", "罗闻:青禾市委书记"),
        ("市政府副市长罗闻、白晓岚参加。", "罗闻:市政府副市长 白晓岚:市政府副市长"),
        ("副市长罗闻、白晓岚，秘书长韩立春出席。", "罗闻:副市长 白晓岚:副市长 韩立春:秘书长"),
        ("副市长罗闻、秘书长白晓岚出席。", "罗闻:副市长 白晓岚:秘书长"),
        ("市委书记、市防汛工作领导小组组长罗闻讲话。", "罗闻:市委书记 罗闻:市防汛工作领导小组组长"),
        ("县委书记兼县长罗闻出席会议。", "罗闻:县委书记 罗闻:县长"),
        ("局长罗闻兼党组书记。", "罗闻:局长 罗闻:党组书记"),
        ("副主任：罗闻、白晓岚、韩立春出席。", "罗闻:副主任 白晓岚:副主任 韩立春:副主任"),
        ("县长罗闻讲话。县长罗闻强调堤坝。", "罗闻:县长"),
        ("中共中央总书记白晓岚讲话。总书记白晓岚到青禾。", "白晓岚:中共中央总书记 白晓岚:总书记"),
    ],
)
def test_a_post_before_a_name_is_that_names_and_its_lists(text: str, expected: str) -> None:
    assert posts(text) == expected.split()


def test_a_title_before_a_list_belongs_to_every_name_until_the_next_title() -> None:
    text = "副县长罗闻（女，回族）、白晓岚和县法院院长韩立春、欧阳简出席。"
    assert posts(text) == ["罗闻:副县长", "白晓岚:副县长", "韩立春:县法院院长", "欧阳简:县法院院长"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("罗闻、白晓岚、韩立春等县领导出席。", "罗闻:县领导 白晓岚:县领导 韩立春:县领导"),
        ("罗闻、白晓岚、韩立春等8位市领导出席。", "罗闻:市领导 白晓岚:市领导 韩立春:市领导"),
        ("罗闻、白晓岚、韩立春等领导出席。", ""),
        ("罗闻、白晓岚、韩立春等出席。", ""),
        ("县长罗闻、白晓岚等县领导出席。", "罗闻:县长 白晓岚:县长"),
    ],
)
def test_a_label_behind_a_list_is_each_names_that_has_no_post(text: str, expected: str) -> None:
    assert posts(text) == expected.split()


def test_a_title_behind_a_name_is_a_post() -> None:
    assert posts("白晓岚副厅长指出，要修堤坝。") == ["白晓岚:副厅长"]
    assert held("白晓岚副厅长指出，要修堤坝。") == {"副厅长": "title-after-name"}
    assert posts("县长白晓岚同志讲话。") == ["白晓岚:县长"]


def test_a_bracket_behind_a_name_gives_posts() -> None:
    assert posts("欧阳简直（市委副书记、市长）到会。") == ["欧阳简直:市委副书记", "欧阳简直:市长"]
    assert posts("县长罗闻（女，回族）到会。") == ["罗闻:县长"]


def test_a_sentence_that_is_a_name_and_its_posts_gives_them() -> None:
    text = "县长白晓岚到会。白晓岚，市政协委员，县医院主任。"
    assert posts(text) == ["白晓岚:县长", "白晓岚:市政协委员", "白晓岚:县医院主任"]
    assert posts("县长白晓岚到会。白晓岚，市政协委员，老家在青禾。") == ["白晓岚:县长"]


@pytest.mark.parametrize(
    "text", ["罗闻同志逝世。", "记者罗闻、通讯员白晓岚", "王主任讲话。", "县长讲话。", "白晓岚先生到会。", ""]
)
def test_what_is_no_post_or_has_no_name_gives_no_role(text: str) -> None:
    assert posts(text) == []


@given(st.lists(PIECES, max_size=20).map("".join))
def test_a_role_is_of_an_official_of_the_article_and_its_evidence_holds_both(text: str) -> None:
    found = extract(Article("a", text))
    names = {official.id: official.name for official in found.officials}
    for role in found.roles:
        quote = found.article.quote(role.evidence)
        assert names[role.official] in quote
        assert role.post in quote


@given(st.lists(PIECES, max_size=20).map("".join))
def test_no_wording_of_a_post_is_given_to_a_person_twice(text: str) -> None:
    rows = posts(text)
    assert len(rows) == len(set(rows))


def test_the_posts_that_somebody_is_said_to_be_are_roles() -> None:
    text = "罗闻同志是青禾县政协主席，省人大代表。市长白晓岚说，罗闻是县委书记的榜样。"
    assert posts(text) == ["罗闻:青禾县政协主席", "罗闻:省人大代表", "白晓岚:市长"]
    assert held(text)["青禾县政协主席"] == "post-in-predicate"
