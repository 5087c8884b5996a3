"""Verbs of speech that are nouns as well."""

from __future__ import annotations

import pytest
from tellings import parts

MET = "全市防汛会议3月2日召开。"


@pytest.mark.parametrize(
    "clause",
    [
        "青禾市市长罗闻出席会议并讲话。",
        "青禾市市长罗闻出席会议，提出三点要求。",
        "青禾市市长罗闻表示，堤坝修好了。",
        "青禾市市长罗闻汇报堤坝情况。",
    ],
)
def test_a_verb_of_speech_makes_a_speaker(clause: str) -> None:
    assert {"speaker", "presenter"} & set(parts(MET + clause)["罗闻"])


@pytest.mark.parametrize(
    "clause",
    [
        "青禾市市长罗闻出席会议，大家学习了重要讲话精神。",
        "青禾市市长罗闻出席会议，听取了堤坝的汇报。",
        "青禾市市长罗闻出席会议，表示祝贺。",
        "青禾市市长罗闻出席会议，提出了问题。",
    ],
)
def test_a_noun_of_speech_makes_none(clause: str) -> None:
    assert parts(MET + clause)["罗闻"] == ["attendee"]


def test_whose_report_the_meeting_heard_is_a_presenter() -> None:
    found = parts(f"{MET}会议听取水务局局长任重关于堤坝的汇报，学习了省长秦岭的讲话。")
    assert found == {"任重": ["presenter"]}


def test_who_calls_a_meeting_to_hear_a_report_gives_none() -> None:
    assert parts("青禾市市长罗闻主持召开汇报会，听取汇报。") == {"罗闻": ["chair"]}
