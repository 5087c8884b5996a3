"""Names before what only people do."""

from __future__ import annotations

import pytest
from readings import people, rules


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("白晓岚主持会议。", "白晓岚"),
        ("会议由白晓岚主持。", "白晓岚"),
        ("会上，白晓岚强调，要修好堤坝。", "白晓岚"),
        ("罗闻受主席团委托作报告。", "罗闻"),
        ("白晓岚代表县委发言。", "白晓岚"),
        ("白晓岚就预算作说明。", "白晓岚"),
        ("白晓岚当选县长。", "白晓岚"),
        ("罗闻担任了县水务局局长。", "罗闻"),
        ("接受白晓岚辞去县人大常委会委员职务的请求。", "白晓岚"),
        ("肖洁参加会议。", "肖洁"),
        ("欧阳简直表示，要修好堤坝。", "欧阳简直"),
    ],
)
def test_a_name_at_the_start_of_a_clause_is_proved_by_its_deed(text: str, name: str) -> None:
    assert people(text) == [name]
    assert set(rules(text).values()) <= {"name-before-verb", "name-in-list"}


@pytest.mark.parametrize(
    "text",
    [
        "方案受到好评。",
        "文旅局强调，要修好堤坝。",
        "群众代表发言。",
        "何时召开会议，另行通知。",
        "安全部表示满意。",
        "高层会谈强调合作。",
        "白天就业人数增加。",
        "白晓岚担任主讲。",
        "乌军方称，堤坝完工。",
        "金额就此说明，高度参加。",
    ],
)
def test_other_subjects_of_the_same_verbs_are_no_people(text: str) -> None:
    assert people(text) == []


def test_a_name_of_two_characters_needs_a_common_surname_and_a_verb_that_ends_there() -> None:
    assert people("罗闻参加，") == ["罗闻"]
    assert people("肥西参加，") == []
    assert people("由肖洁宣读名单。") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("堤坝修好了。白闻参加上述活动。", "白闻"),
        ("堤坝修好了。\n何立山等参加会见。", "何立山"),
        ("堤坝修好了。陈全国出席会议。", "陈全国"),
        ("罗闻主持会议，白晓岚在会上发言。", "白晓岚"),
        ("罗闻主持会议。韩立春作了总结讲话，部署防汛。", "韩立春"),
    ],
)
def test_who_begins_a_sentence_before_what_people_do_at_a_meeting_is_named(text: str, name: str) -> None:
    assert name in people(text)


@pytest.mark.parametrize("text", ["堤坝修好了。全体参加会议。", "堤坝修好了。党员等参加会议。", "堤坝修好了。连续参加活动。"])
def test_everyday_words_before_it_are_no_names(text: str) -> None:
    assert people(text) == []


def test_a_foreigner_whom_no_post_introduces_is_named_where_a_sentence_begins() -> None:
    assert people("堤坝修好了。阿尔巴诺斯表示，合作很好。") == ["阿尔巴诺斯"]
    assert people("堤坝修好了。澳大利亚表示，合作很好。") == []
