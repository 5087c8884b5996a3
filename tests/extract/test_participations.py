"""Who was at a meeting, and in what capacity."""

from __future__ import annotations

import pytest
from tellings import parts, told

MET = "青禾市市长罗闻主持召开防汛会议。"


def test_chairs_speakers_and_attendees_are_told_apart() -> None:
    assert parts("青禾市市长罗闻主持会议并讲话，副市长白晓岚、任重出席，白石县县长秦岭列席。") == {
        "罗闻": ["chair", "speaker"],
        "白晓岚": ["attendee"],
        "任重": ["attendee"],
        "秦岭": ["observer"],
    }


def test_a_chair_named_last_is_the_chair() -> None:
    assert parts("全市防汛会议3月2日召开。副市长白晓岚出席，会议由市长罗闻主持。")["罗闻"] == ["chair"]


def test_chairs_joined_by_a_mark_share_the_chair() -> None:
    for joined in "、和与":
        assert parts(f"青禾市委书记罗闻{joined}市长白晓岚主持会议。") == {"罗闻": ["chair"], "白晓岚": ["chair"]}


def test_a_proxy_chairs_and_who_sent_them_is_absent() -> None:
    text = "受青禾市市长罗闻委托，副市长白晓岚主持会议。"
    assert parts(text) == {"白晓岚": ["chair"], "罗闻": ["delegator"]}
    assert [seat.present for seat in told(text).participations] == [True, False]


def test_who_calls_a_meeting_that_nobody_chairs_is_the_chair() -> None:
    assert parts("青禾市市长罗闻在首府召开防汛现场会。") == {"罗闻": ["chair"]}
    assert parts("青禾市市长罗闻召集各镇镇长开了一次会议。")["罗闻"] == ["chair"]


def test_who_calls_a_meeting_that_another_chairs_is_not() -> None:
    assert parts("青禾市市长罗闻在首府召开防汛现场会。副市长白晓岚主持会议。") == {"白晓岚": ["chair"]}


def test_who_speaks_by_a_pronoun_is_the_last_named() -> None:
    assert parts(f"{MET}他随后强调，要修堤。") == {"罗闻": ["chair", "speaker"]}


def test_a_pronoun_that_is_an_object_speaks_not() -> None:
    assert parts(f"{MET}副市长白晓岚向他表示祝贺。")["罗闻"] == ["chair"]


def test_who_is_quoted_speaks() -> None:
    assert parts(f"{MET}“堤坝要修。”副市长白晓岚说。")["白晓岚"] == ["speaker"]


def test_who_is_quoted_in_a_quotation_is_not_there() -> None:
    found = parts(f"{MET}“市委书记秦岭在调研时讲，‘堤坝要修’，这话要记住。”副市长白晓岚说。")
    assert found["白晓岚"] == ["speaker"]
    assert "秦岭" not in found


def test_a_report_in_brackets_of_the_paper_is_nobodys_presence() -> None:
    assert "白晓岚" not in parts("本报讯（记者 白晓岚）青禾市市长罗闻主持召开防汛会议。")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("出席会议的有副市长白晓岚、任重、秦岭。", ["白晓岚", "任重", "秦岭"]),
        ("参加会议的还有副市长白晓岚、任重。", ["白晓岚", "任重"]),
    ],
)
def test_names_listed_behind_the_verb_were_there(text: str, names: list[str]) -> None:
    found = parts(f"{MET}{text}")
    assert [name for name in found if "attendee" in found[name]] == names


def test_places_in_a_list_are_counted() -> None:
    seats = told("青禾市市长罗闻主持会议。副市长白晓岚、任重出席会议。").participations
    assert [seat.position for seat in seats] == [None, 1, 2]


def test_posts_are_those_printed_with_the_name() -> None:
    seats = told("青禾市委常委、副市长白晓岚出席全市防汛会议并讲话。").participations
    assert [seat.post for seat in seats] == ["青禾市委常委、副市长"]


def test_a_bullet_begins_what_is_not_of_the_meeting() -> None:
    assert "秦岭" not in parts(f"{MET}\n★白石县县长秦岭出席植树活动。")


def test_every_capacity_stands_where_its_evidence_says() -> None:
    found = told("青禾市市长罗闻主持会议。副市长白晓岚在白石分会场参加会议。")
    quotes = [found.article.quote(one.evidence) for seat in found.participations for one in seat.capacities]
    assert quotes == ["罗闻主持会议", "白晓岚在白石分会场参加会议"]


def test_who_gives_a_report_of_any_name_presents_or_speaks() -> None:
    assert "speaker" in parts(MET + "白晓岚受常委会委托，作提案工作情况报告。")["白晓岚"]
    assert "speaker" in parts(MET + "副市长白晓岚作了检讨。")["白晓岚"]


def test_a_pronoun_speaks_on_what_stands_between_it_and_the_verb() -> None:
    assert parts("会议由罗闻主持。他就传达学习、抓好防汛工作提出了要求。") == {"罗闻": ["chair", "speaker"]}


def test_who_comes_to_report_reports() -> None:
    assert parts(MET + "副市长白晓岚应邀到会通报汛情。")["白晓岚"] == ["attendee", "presenter"]


def test_who_only_sends_an_instruction_does_not_attend() -> None:
    assert "白晓岚" not in parts("全市防汛会议3月2日召开。市委书记白晓岚对防汛工作作出批示，市长罗闻出席会议并讲话。")


def test_who_follows_the_paragraph_of_an_earlier_meeting_was_at_the_later_one() -> None:
    text = MET + "\n会前召开了市委专题会议，市委书记秦岭主持，副市长任重参加。\n副市长白晓岚、韩立春出席会议。"
    found = told(text)
    there = {met.name.value if met.name else None: met.id for met in found.meetings}
    names = {official.id: official.name for official in found.officials}
    at = {(seat.meeting, names[seat.official]) for seat in found.participations}
    assert {name for meeting, name in at if meeting == there["防汛会议"]} == {"罗闻", "白晓岚", "韩立春"}
    assert {name for meeting, name in at if meeting == there["市委专题会议"]} == {"秦岭", "任重"}


def test_who_only_accompanies_a_tour_was_not_at_the_meeting() -> None:
    text = "青禾市市长罗闻3月2日在白石县调研，并主持召开座谈会。副市长白晓岚陪同调研。"
    assert parts(text) == {"罗闻": ["chair"]}
