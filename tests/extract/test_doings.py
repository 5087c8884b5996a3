"""What a sentence says that each of the people in it does."""

from __future__ import annotations

import pytest
from tellings import parts

MET = "全市防汛会议3月2日召开。"


def test_a_verb_of_attending_is_of_all_whom_nothing_was_told_of() -> None:
    assert parts(f"{MET}青禾市委书记罗闻，市长白晓岚，副市长任重出席会议。") == {
        "罗闻": ["attendee"],
        "白晓岚": ["attendee"],
        "任重": ["attendee"],
    }


def test_who_chairs_is_no_subject_of_the_next_verb_of_attending() -> None:
    found = parts(f"{MET}青禾市市长罗闻主持会议，副市长白晓岚在白石分会场参加会议。")
    assert found == {"罗闻": ["chair"], "白晓岚": ["remote"]}


def test_who_is_excused_is_not_there_whatever_follows() -> None:
    assert parts(f"{MET}青禾市市长罗闻主持会议，局长高航请假，局长秦岭列席会议。") == {
        "罗闻": ["chair"],
        "高航": ["excused"],
        "秦岭": ["observer"],
    }


def test_a_calling_joins_names_as_a_post_does() -> None:
    found = parts(f"{MET}青禾市市长罗闻，青禾剧团演员白晓岚发言。")
    assert found == {"罗闻": ["speaker"], "白晓岚": ["speaker"]}


def test_each_reports_on_their_own() -> None:
    found = parts(f"{MET}水务局局长任重就堤坝、应急局局长秦岭就值守作汇报。")
    assert found == {"任重": ["presenter"], "秦岭": ["presenter"]}


def test_a_verb_far_from_a_name_is_not_its_own() -> None:
    far = "修" * 70
    assert parts(f"{MET}青禾市市长罗闻{far}讲话。") == {}


@pytest.mark.parametrize("deed", ["作了讲话", "发言", "宣读了决定", "通报了汛情", "作工作报告"])
def test_speaking_comes_in_many_words(deed: str) -> None:
    (capacities,) = parts(f"{MET}青禾市市长罗闻{deed}。").values()
    assert set(capacities) <= {"speaker", "presenter"}
