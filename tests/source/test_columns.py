"""Columns side by side are read one below the other; padding is no gutter."""

from __future__ import annotations

from kg.source.lines import read_lines

SIDE_BY_SIDE = """\
    平川县召开植树动员会      城关区清理背街小巷垃圾

本报讯（记者秦岚）昨天，平    本报讯（记者陆鸣）连日来，
川县召开春季植树动员会，县    城关区组织志愿者清理背街小
长喻青山主持会议，要求各乡    巷的小广告和积存垃圾，一周
镇抓住墒情好的有利时机，组    共清理垃圾四十余吨，粉刷墙
织群众上山植树。              面六千平方米。
"""


def test_columns_side_by_side_are_read_one_below_the_other() -> None:
    texts = [line.text for line in read_lines(SIDE_BY_SIDE)]
    assert texts[0] == "平川县召开植树动员会"
    assert texts[1].startswith("本报讯（记者秦岚）") and texts[5] == "织群众上山植树。"
    assert texts[6] == "城关区清理背街小巷垃圾"
    assert texts[7].startswith("本报讯（记者陆鸣）") and texts[11] == "面六千平方米。"


def test_padded_names_in_a_list_are_no_columns() -> None:
    page = "出席会议的有：王　伟　李小明　张　丽\n陈　晨　赵建国　孙　平　周文博\n"
    assert len(read_lines(page)) == 2
