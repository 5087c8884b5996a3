"""How a list of groups is cut."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import reading

from kg.extract.group_parts import cut, goes_on, group_end, is_circumstance

WORDS = st.lists(
    st.sampled_from(["各镇", "市直", "有关部门", "负责人", "代表", "、", "和", "以及", "企业", "（街道）", "30名", "罗闻", "等"]),
    max_size=12,
).map("".join)


@pytest.mark.parametrize(
    ("stretch", "found"),
    [
        ("班子成员和有关部门负责人", ["班子成员", "有关部门负责人"]),
        ("市直部门负责人、各镇镇长", ["市直部门负责人", "各镇镇长"]),
        ("各镇负责人以及企业代表", ["各镇负责人", "企业代表"]),
        ("镇领导班子成员、驻村干部", ["镇领导班子成员", "驻村干部"]),
        ("县委委员33名、候补委员", ["县委委员", "候补委员"]),
        ("部分商会会长、企业家代表", ["部分商会会长、企业家代表"]),
        ("各子公司班子成员、项目经理", ["各子公司班子成员、项目经理"]),
        ("市人大、市政协主要负责人、分管负责人", ["市人大、市政协主要负责人、分管负责人"]),
        ("青禾镇、白石镇主要负责人", ["青禾镇、白石镇主要负责人"]),
        ("区直各单位、各镇（街道）主要负责人", ["区直各单位、各镇（街道）主要负责人"]),
        ("各村支部书记和村主任", ["各村支部书记和村主任"]),
        ("会议邀请专家和代表", ["专家和代表"]),
        ("听取了各镇镇长", ["各镇镇长"]),
    ],
)
def test_groups_are_cut_where_each_stands_alone(stretch: str, found: list[str]) -> None:
    assert [stretch[start:end] for start, end in cut(reading(stretch), 0, len(stretch))] == found


@pytest.mark.parametrize("stretch", ["向获奖代表", "看望委员", "市水务局王主任", "同企业代表"])
def test_objects_and_surnames_with_titles_are_no_groups(stretch: str) -> None:
    assert cut(reading(stretch), 0, len(stretch)) == []


@pytest.mark.parametrize("rest", ["", "等", "分别", "也", "在分会场", "就防汛工作", "共300多人"])
def test_adverbs_counts_and_circumstances_stand_between_a_group_and_its_verb(rest: str) -> None:
    assert is_circumstance(rest, 0, len(rest))
    text = f"各镇负责人{rest}"
    assert group_end(reading(text), 0, len(text)) == len("各镇负责人")


@pytest.mark.parametrize("rest", ["察看堤坝后", "的车辆"])
def test_a_predicate_of_its_own_does_not(rest: str) -> None:
    text = f"各镇负责人{rest}"
    assert group_end(reading(text), 0, len(text)) == 0


def test_a_list_of_bodies_goes_on_behind_a_comma_and_a_clause_does_not() -> None:
    text = "各县区和市直单位，堤坝修好了"
    assert goes_on(reading(text), 0, text.index("，"))
    assert not goes_on(reading(text), text.index("，") + 1, len(text))


@given(WORDS)
def test_parts_stand_in_order_within_the_stretch(stretch: str) -> None:
    if not stretch:
        return
    found = cut(reading(stretch), 0, len(stretch))
    assert found == sorted(found)
    assert all(0 <= start < end <= len(stretch) for start, end in found)
    assert all(left[1] <= right[0] for left, right in pairwise(found))
