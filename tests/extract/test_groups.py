"""Participants that have no names: those that attend or speak."""

from __future__ import annotations

import pytest
from tellings import groups, told

MET = "青禾市市长罗闻主持召开防汛会议。"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("市直有关部门负责人参加会议。", ["市直有关部门负责人"]),
        (
            "市委常委，有关市领导，市直有关部门、单位负责同志在主会场参加会议。",
            ["市委常委", "有关市领导", "市直有关部门、单位负责同志"],
        ),
        ("全镇180余名镇村干部、党员和企业代表参加会议。", ["全镇180余名镇村干部、党员和企业代表"]),
        ("各县区，中央驻市单位负责同志参加会议。", ["各县区，中央驻市单位负责同志"]),
        ("市委委员90人，出席会议。", ["市委委员"]),
        ("会议邀请部分市民代表参加。", ["部分市民代表"]),
        ("各镇镇长，也参加了会议。", ["各镇镇长"]),
        ("各位副市长依次报告了堤坝情况。", ["各位副市长"]),
        ("8位同志作了会议发言。", ["8位同志"]),
        ("与会代表表示，堤坝修好了。", ["与会代表"]),
        ("市应急管理局通报了汛情，青禾镇、白石镇分别汇报了堤坝情况。", ["市应急管理局", "青禾镇", "白石镇"]),
        ("青禾镇、市水务局、市防汛中心作交流发言。", ["青禾镇", "市水务局", "市防汛中心"]),
        ("县应急站、水文所、防汛室分别作了汇报。", ["县应急站、水文所、防汛室"]),
        ("区政协常委，区直党员领导干部参加学习。", ["区政协常委", "区直党员领导干部"]),
        ("各镇与市政府签订了责任书。", ["各镇"]),
        ("会议听取了水文站专业人员介绍。", ["水文站专业人员"]),
    ],
)
def test_those_who_attend_or_speak_are_found(sentence: str, found: list[str]) -> None:
    assert groups(MET + sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "会议听取了水务局的汇报。",
        "会议宣读了各代表团团长、副团长名单，并作了说明。",
        "副市长白晓岚、任重、秦岭等市领导出席会议。",
        "副市长白晓岚、任重等两名同志发言。",
        "副市长白晓岚发言。",
        "居民表示，堤坝修好了。",
        "罗闻强调，各镇负责人要参加值守。",
        "罗闻向获奖代表表示祝贺。",
        "市水务局王主任参加会议。",
        "会议在青禾召开。",
    ],
)
def test_what_is_heard_named_or_only_spoken_of_is_no_group(sentence: str) -> None:
    assert groups(MET + sentence) == []


def test_a_group_is_an_observer_where_it_observes_and_remote_in_a_branch() -> None:
    found = told(f"{MET}市直部门负责人列席会议。各镇镇长在分会场参加会议。").groups
    assert [group.capacity for group in found] == ["observer", "remote"]


def test_those_who_should_have_come_are_a_group_where_they_are_called_something() -> None:
    assert groups(f"{MET}会议应到县委委员27人，实到25人。") == ["县委委员"]
    assert groups(f"{MET}会议应到27人，实到25人。") == []


def test_a_group_said_twice_is_one() -> None:
    assert groups(f"{MET}各镇镇长参加会议。各镇镇长发言。") == ["各镇镇长"]


def test_evidence_is_the_group_as_written() -> None:
    found = told(f"{MET}市直有关部门\n负责人参加会议。")
    (group,) = found.groups
    assert group.text in found.article.quote(group.evidence).replace("\n", "")
