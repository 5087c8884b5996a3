"""Names that a post or another word introduces, and those that 、 joins to them."""

from __future__ import annotations

import pytest
from readings import people, rules


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("青禾市委书记罗闻主持会议。", "罗闻"),
        ("副县长仝乐、亓明、逄小雨出席会议。", "仝乐 亓明 逄小雨"),
        ("青禾县副县长亓小明", "亓小明"),
        ("副县长罗闻、白晓岚和韩立春出席会议。", "罗闻 白晓岚 韩立春"),
        ("副县长罗闻（女，回族）、白晓岚出席会议。", "罗闻 白晓岚"),
        ("县长秦岭主持会议。", "秦岭"),
        ("副县长任重参加会议。", "任重"),
        ("区委书记文明主持会议。", "文明"),
        ("副省长于小明一行到青禾市调研。", "于小明"),
        ("县长王　伟主持会议。", "王伟"),
        ("州长阿力木·买买提江主持会议。", "阿力木·买买提江"),
        ("州长巴音那木尔主持会议。", "巴音那木尔"),
        ("总统卡西莫维奇会见代表团。", "卡西莫维奇"),
        ("县委副书记（主持工作）罗闻参加会议。", "罗闻"),
        ("任县长的白晓岚讲话。", "白晓岚"),
        ("县长罗闻等出席。", "罗闻"),
    ],
)
def test_a_post_proves_the_name_behind_it_and_those_joined_to_it(text: str, names: str) -> None:
    assert people(text) == names.split()


@pytest.mark.parametrize(
    "text",
    [
        "副县长高度重视防汛工作。",
        "市长质量奖颁奖仪式举行。",
        "各级书记和党员参加学习。",
        "县长办公会议召开。",
        "吉林省长春市市长热线开通。",
        "副县长水利工程调研活动结束。",
    ],
)
def test_a_post_before_an_everyday_word_proves_nothing(text: str) -> None:
    assert people(text) == []


def test_a_surname_that_joins_words_needs_a_verb_or_a_list() -> None:
    assert people("书记和群众座谈。") == []
    assert people("副县长于小明、白晓岚出席。") == ["于小明", "白晓岚"]


def test_a_chain_ends_where_something_else_than_a_name_follows() -> None:
    assert people("副县长罗闻、水务局负责同志出席。") == ["罗闻"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("本报讯（罗闻 白晓岚）3月2日，堤坝完工。", "罗闻 白晓岚"),
        ("（记者罗闻 通讯员白晓岚）", "罗闻 白晓岚"),
        ("作者：办公室 李白云", "李白云"),
        ("责任编辑：韩立春", "韩立春"),
        ("记者 次仁卓嘎 摄", "次仁卓嘎"),
        ("●罗闻", "罗闻"),
    ],
)
def test_a_byline_names_its_people(text: str, names: str) -> None:
    assert people(text) == names.split()
    assert set(rules(text).values()) == {"name-in-byline"}


@pytest.mark.parametrize(
    "text", ["记者从县水务局获悉，堤坝完工。", "编辑文学作品", "摄影作品展开幕。", "记者在现场看到，堤坝完工。"]
)
def test_the_words_of_a_byline_stand_elsewhere_too(text: str) -> None:
    assert people(text) == []


def test_people_in_general_are_introduced_where_a_verb_follows() -> None:
    assert people("村民白晓岚说，堤坝很牢。") == ["白晓岚"]
    assert people("儿童权益受到保护，学生成绩提高。") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("县教育局局长成果，副县长罗闻参加会议。", "成果 罗闻"),  # a word, but the post of a body leaves no doubt
        ("县长林海峰、罗闻出席会议。", "林海峰 罗闻"),  # a word begins the name
        ("县长龙在田出席会议。", "龙在田"),  # a surname is no name by itself
        ("名誉会长金不换致辞。", "金不换"),
        ("县水务局副局长（主持工作）罗闻汇报了情况。", "罗闻"),
        ("大会执行主席是罗闻、白晓岚、韩立春。", "罗闻 白晓岚 韩立春"),
        ("县委书记晁大海召开专题会。", "晁大海"),  # a rare surname before a verb of holding
        ("县纪委书记秣马主持会议。", "秣马"),  # no surname, but a post before it and a verb behind
    ],
)
def test_a_post_of_somebody_in_particular_proves_names_that_could_be_words(text: str, names: str) -> None:
    assert sorted(people(text)) == sorted(names.split())


@pytest.mark.parametrize(
    "text",
    ["文稿不得由秘书代笔。", "学习贯彻总书记系列讲话精神。", "青禾省委书记和甘泉省委书记、宁夏回族自治区党委书记出席会议。"],
)
def test_a_bare_post_or_a_place_proves_nothing(text: str) -> None:
    assert not people(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("水务局局长白立峰报告了今年的汛情。", "白立峰"),
        ("在市长秦岭陪同下，代表团察看了堤坝。", "秦岭"),
        ("副区长任意，区委办公室主任金晓栋结合工作谈了体会。", "任意"),
        ("青禾厂厂长宁波询问库存。", "宁波"),
        ("卡国总统泽连诺夫当天提交了报告。", "泽连诺夫"),
        ("国防大臣萨伊诺夫22日表示，堤坝修好了。", "萨伊诺夫"),
        ("青禾食品董事佐藤健二、社长罗闻先后发言。", "佐藤健二"),
        ("看到环卫工人贺喜春正忙着，市长停了下来。", "贺喜春"),
        ("他走进村民杜红刚家中。", "杜红刚"),
    ],
)
def test_a_word_that_begins_behind_a_name_ends_it(text: str, name: str) -> None:
    assert name in people(text)


@pytest.mark.parametrize(
    "text",
    [
        "市委书记高度重视防汛。",
        "不断提高领导水平，取得成效。",
        "火势向居民区蔓延。",
        "人大代表依法履职。",
        "提出了当前市场主体需求，部署了工作。",
        "免去有关副主任职务，另有任用。",
    ],
)
def test_everyday_words_behind_a_post_are_no_names(text: str) -> None:
    assert people(text) == []


def test_names_in_bylines_are_set_apart_by_blanks() -> None:
    assert people("本报讯（记者 何必 尹政）3月2日，堤坝完工。") == ["何必", "尹政"]
    assert people("堤坝完工\n（扎西卓玛　白晓岚）3月2日，堤坝完工。") == ["扎西卓玛", "白晓岚"]


def test_a_body_in_a_list_of_names_is_no_name() -> None:
    assert people("大坪村第一书记康小平、双河村工作队队长白晓岚汇报了汛情。") == ["康小平", "白晓岚"]
