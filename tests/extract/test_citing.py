"""Who is cited, and not there."""

from __future__ import annotations

import pytest
from tellings import parts

MET = "青禾市市长罗闻主持召开防汛会议。"


@pytest.mark.parametrize(
    "sentence",
    [
        "会议学习贯彻省长秦岭重要讲话精神，副市长白晓岚发言。",
        "会议传达了省委书记秦岭同志在调研时的讲话，副市长白晓岚发言。",
        "会议落实以秦岭同志为核心的要求，副市长白晓岚发言。",
        "会议要求按照省长秦岭的指示修堤，副市长白晓岚发言。",
        "省长秦岭对会议作出批示。副市长白晓岚发言。",
        "省长秦岭致信会议。副市长白晓岚发言。",
    ],
)
def test_who_is_cited_is_not_there(sentence: str) -> None:
    found = parts(MET + sentence)
    assert "秦岭" not in found
    assert found["罗闻"] == ["chair"]


@pytest.mark.parametrize(
    "sentence",
    ["省长秦岭在讲话中指出，要修堤。", "省长秦岭代表省委讲话。", "省长秦岭在主持会议时强调，要修堤。"],
)
def test_who_speaks_in_the_same_words_is(sentence: str) -> None:
    assert "speaker" in parts("全市防汛会议3月2日召开。" + sentence)["秦岭"]
