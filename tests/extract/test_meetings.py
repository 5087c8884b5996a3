"""Which meetings an article reports, and which of its sentences tell of one and the same."""

from __future__ import annotations

from tellings import met, names, told


def test_a_meeting_told_again_is_one() -> None:
    assert names("全市防汛会议3月2日召开。青禾市市长罗闻主持会议。副市长白晓岚出席防汛会议。") == ["全市防汛会议"]


def test_a_headline_and_its_report_tell_of_one() -> None:
    text = "罗闻主持召开防汛会议\n3月2日，青禾市市长罗闻主持召开全市防汛工作会议。"
    assert names(text) == ["全市防汛工作会议"]


def test_what_was_held_before_or_after_is_another() -> None:
    assert names("全市防汛会议3月2日召开。会前召开了水务系统座谈会。") == ["全市防汛会议", "水务系统座谈会"]


def test_sessions_with_dates_and_numbers_of_their_own_are_two() -> None:
    text = "县委全会第一次全体会议3月2日召开。3月3日，第二次全体会议召开。"
    assert len(names(text)) == 2


def test_who_was_there_can_be_all_that_tells_of_one() -> None:
    assert names("副市长白晓岚出席全市防汛会议并讲话。") == ["全市防汛会议"]
    assert names("副市长白晓岚主持会议。") == [""]


def test_attending_something_else_is_no_meeting() -> None:
    assert names("副市长白晓岚参加植树。") == []


def test_what_a_speaker_mentions_is_no_meeting_of_the_article() -> None:
    assert names("青禾市市长罗闻强调，去年召开的防汛会议要落实。要开好抗旱会议。") == []


def test_inspections_and_receptions_are_none() -> None:
    assert names("青禾市市长罗闻调研防汛工作，会见了企业代表团。") == []


def test_the_first_meeting_is_told_from_the_beginning() -> None:
    (only,) = met("青禾市市长罗闻部署防汛。副市长白晓岚主持会议。")
    assert only.sentence == 0


def test_a_meeting_reaches_to_where_the_next_is_told() -> None:
    first, second = met("全市防汛会议3月2日召开。副市长白晓岚主持。会后召开了抗旱座谈会。局长秦岭讲话。")
    assert (first.sentence, first.last) == (0, second.sentence)


def test_evidence_is_the_verb_that_tells() -> None:
    found = told("3月2日，全市防汛会议在青禾召开。")
    assert found.article.quote(found.meetings[0].evidence) == "召开"


def test_a_meeting_to_come_that_somebody_chairs_is_no_meeting() -> None:
    assert told("县人大常委会第六次会议定于6月27日举行。会议由县人大常委会主任罗闻主持。").meetings == ()


def test_a_template_to_be_filled_in_tells_of_no_meeting() -> None:
    assert told("现在开会。今天我们召开全县防汛工作会议，出席会议的有县委书记×××同志。").meetings == ()


def test_a_sitting_in_groups_has_no_name_of_its_own() -> None:
    assert told("县人大常委会3月2日举行分组会议。").meetings[0].name is None


def test_words_once_said_while_chairing_tell_of_no_meeting_by_themselves() -> None:
    assert told("罗闻在主持县委第十五次集体学习时强调，要修好堤坝。").meetings == ()
    (met_,) = told("县委3月2日举行集体学习。罗闻在主持学习时强调，要修好堤坝。").meetings
    assert met_.name is not None


def test_a_place_that_begins_like_a_sign_of_what_is_to_come_is_none() -> None:
    assert names("青禾市市长罗闻在县应急指挥中心召开防汛调度会。") == ["防汛调度会"]


def test_a_meeting_closes_behind_what_it_has_done() -> None:
    assert names("青禾县第十七届人大第三次会议在圆满完成各项议程后，于3月2日下午在县影剧院闭幕。") == [
        "青禾县第十七届人大第三次会议"
    ]


def test_a_meeting_told_only_by_who_was_there_has_the_name_that_somebody_speaks_at() -> None:
    text = "副市长白晓岚3日在全市防汛工作会议上强调，要修好堤坝。市长罗闻出席会议。"
    assert names(text) == ["全市防汛工作会议"]
