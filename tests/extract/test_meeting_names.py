"""Where the names of meetings begin and end."""

from __future__ import annotations

import pytest
from tellings import names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("青禾市市长罗闻主持召开市政府第8次常务会议，研究防汛。", "市政府第8次常务会议"),
        ("青禾市市长罗闻主持召开了全市防汛会议。", "全市防汛会议"),
        ("青禾市市长罗闻主持召开全市防汛会议暨抗旱动员大会。", "全市防汛会议暨抗旱动员大会"),
        ("青禾市市长罗闻主持召开“一坝两闸”建设推进会。", "“一坝两闸”建设推进会"),
        ("青禾市市长罗闻主持召开“防汛会议”。", "防汛会议"),
        ("市委召开常委会扩大会议。", "常委会扩大会议"),
        ("3月2日上午，全市防汛会议在青禾召开。", "全市防汛会议"),
        ("本报讯（记者 白晓岚）全市防汛会议3月2日召开。", "全市防汛会议"),
        ("青禾市总工会三届二次全委（扩大）会议3月2日召开。", "青禾市总工会三届二次全委（扩大）会议"),
        ("青禾市防汛座谈会，于3月2日在青禾召开。", "青禾市防汛座谈会"),
        ("结业式由副市长白晓岚主持。", "结业式"),
        ("青禾市市长罗闻主持会议。在推进会上，副市长白晓岚讲话。", "推进会"),
        ("青禾市市长罗闻主持会议。在防汛推进会上，副市长白晓岚讲话。", "防汛推进会"),
    ],
)
def test_a_name_is_the_fullest_phrase(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize("text", ["青禾市市长罗闻主持召开会议，研究防汛。", "青禾市市长罗闻主持会议。", "市委常委会召开会议。"])
def test_a_head_alone_is_no_name(text: str) -> None:
    assert names(text) == [""]


@pytest.mark.parametrize("text", ["罗闻以会议形式召开。", "全市学习会议精神。", "罗闻召开了新闻报道。"])
def test_what_only_looks_like_a_head_is_none(text: str) -> None:
    assert names(text) == []
