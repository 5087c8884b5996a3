"""Names that a title behind them proves."""

from __future__ import annotations

import pytest
from readings import people, rules

from kg.extract import extract
from kg.model.text import Article


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("白晓岚同志逝世。", "白晓岚"),
        ("罗闻同志讲话。", "罗闻"),
        ("白晓岚总书记到青禾视察。", "白晓岚"),
        ("白晓岚教授到会。", "白晓岚"),
        ("白晓岚先生到会。", "白晓岚"),
    ],
)
def test_a_title_of_courtesy_proves_the_name_before_it(text: str, name: str) -> None:
    assert people(text) == [name]
    assert rules(text) == {name: "name-before-title"}


def test_another_post_proves_a_name_of_three_characters_before_a_verb() -> None:
    assert rules("应晓岚，白晓岚副厅长指出，要修好堤坝。") == {"白晓岚": "name-before-title"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("代表们感谢白晓岚市长所作的报告。", "白晓岚"),
        ("转达了白晓岚主席的问候。", "白晓岚"),
        ("代表团同卡拉诺夫总统举行会谈。", "卡拉诺夫"),
        ("我欢迎萨利姆国王来访。", "萨利姆"),
    ],
)
def test_a_title_proves_a_name_that_a_word_bounds(text: str, name: str) -> None:
    assert rules(text) == {name: "name-before-title"}


@pytest.mark.parametrize("text", ["出席法德外长会晤。", "在俄罗斯总统访华之际。", "反对党弹劾总统。", "会见当地领导人。"])
def test_what_countries_and_bodies_are_called_by_is_no_name_before_a_title(text: str) -> None:
    assert people(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "各位同志，大家好。",
        "县水务局同志介绍情况。",
        "金融办主任指出，要修堤坝。",
        "方案组组长指出，要修堤坝。",
        "全市先生产后生活。",
    ],
)
def test_no_name_stands_before_every_title(text: str) -> None:
    assert people(text) == []


def test_a_bracket_with_a_post_proves_the_name_before_it() -> None:
    assert rules("欧阳简直（市委书记）到会。") == {"欧阳简直": "name-before-bracket"}
    assert people("罗闻（县水务局局长）、") == ["罗闻"]


def test_a_bracket_with_something_else_proves_nothing() -> None:
    assert people("罗闻（一段堤坝）完工。") == []
    assert people("文旅局（局长办公室）通知。") == []


def test_a_member_who_speaks_needs_no_common_surname() -> None:
    assert people("印红委员发言说，要护好堤坝。任红委员建议，加固堤坝。") == ["印红", "任红"]


@pytest.mark.parametrize("name", ["罗闻", "秦明月", "欧阳简直", "古力加娜提", "罗　闻"])
def test_a_sex_that_follows_proves_the_name_before_it(name: str) -> None:
    (official,) = extract(Article("a", f"公示如下：\n{name}，女，维吾尔族，1984年3月生。\n共三人，男，女都有。")).officials
    assert (official.name, official.sex, official.ethnicity) == (name.replace("\u3000", ""), "female", "维吾尔族")
    assert official.evidence[0].rule == "name-before-sex"
