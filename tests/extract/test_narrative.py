"""Where a report tells, and where it brings somebody's words."""

from __future__ import annotations

from tellings import narrated, sentences


def test_a_sentence_tells_up_to_the_words_that_it_brings() -> None:
    assert narrated("青禾市市长罗闻出席会议并讲话，他强调，要修堤。") == ["青禾市市长罗闻出席会议并讲话，他强调"]


def test_a_sentence_that_goes_on_with_a_demand_tells_nothing() -> None:
    assert narrated("青禾市市长罗闻强调，要修堤。各镇要值守。") == ["青禾市市长罗闻强调", ""]


def test_what_a_semicolon_joins_to_a_speech_is_the_speech() -> None:
    _, found = sentences("大家认为，堤坝要紧；水闸也要紧。")
    assert [sentence.within for sentence in found] == [False, True]


def test_a_sentence_that_ends_in_attending_tells_again() -> None:
    text = "青禾市市长罗闻强调，堤坝是生命线。市直有关部门负责人参加会议。"
    assert narrated(text)[1] == "市直有关部门负责人参加会议。"


def test_a_sentence_of_the_meetings_business_tells_again() -> None:
    text = "青禾市市长罗闻强调，堤坝是生命线。会议听取了要修好堤坝的汇报。"
    assert narrated(text)[1] == "会议听取了要修好堤坝的汇报。"


def test_a_paragraph_about_a_meeting_tells_again() -> None:
    text = "青禾市市长罗闻指出，堤坝是生命线。\n全市抗旱会议3月3日在青禾召开。"
    assert narrated(text)[1] == "全市抗旱会议3月3日在青禾召开。"


def test_a_sentence_with_words_of_somebody_else_is_told() -> None:
    text = "青禾市市长罗闻指出，堤坝是生命线。水务局局长秦岭建议，先修水闸。"
    assert narrated(text)[1] == "水务局局长秦岭建议"


def test_a_decision_of_the_meeting_is_no_telling() -> None:
    assert narrated("会议决定，召开抗旱会议。") == ["会议决定"]


def test_a_decision_far_from_the_start_cuts_nothing_off() -> None:
    (told,) = narrated("按照市政府常务会议的决定，市长罗闻3月2日召开会议。")
    assert told.endswith("召开会议。")


def test_an_instruction_before_a_comma_is_a_noun() -> None:
    (told,) = narrated("青禾市市长罗闻传达了省长的重要指示，并主持会议。")
    assert told.endswith("主持会议。")


def test_what_a_verb_only_has_for_its_object_is_no_speech() -> None:
    (told,) = narrated("调研期间，青禾市市长罗闻还召开落实防汛要求座谈会。")
    assert told.endswith("座谈会。")


def test_verbs_and_people_are_given_to_their_sentences() -> None:
    reading, found = sentences("青禾市市长罗闻主持会议。副市长白晓岚出席会议。")
    assert [[mention.name for mention in sentence.people] for sentence in found] == [["罗闻"], ["白晓岚"]]
    assert [[reading.text[verb.start : verb.end] for verb in sentence.verbs] for sentence in found] == [
        ["主持会议"],
        ["出席会议"],
    ]
