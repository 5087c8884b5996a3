"""What a meeting passed on, studied or was held to implement."""

from __future__ import annotations

import pytest
from tellings import conveyed, told

MET = "青禾市市长罗闻主持召开防汛会议"


@pytest.mark.parametrize(
    ("rest", "found"),
    [
        ("，传达学习全国防汛会议精神。", ["全国防汛会议"]),
        ("，传达学习了全国防汛会议、省委农村工作会议精神。", ["全国防汛会议", "省委农村工作会议"]),
        ("，传达学习全国防汛会议精神和省委办公厅有关文件。", ["全国防汛会议", "省委办公厅有关文件"]),
        ("，学习《防汛、抗旱条例》和《水法》。", ["《防汛、抗旱条例》", "《水法》"]),
        ("。副市长白晓岚传达了省长的指示并安排部署堤坝加固。", ["省长的指示"]),
        ("，就贯彻落实全国防汛会议精神作出部署。", ["全国防汛会议"]),
        ("。会议学习贯彻省委全会精神。", ["省委全会"]),
        ("。副市长白晓岚宣读了省委的贺信。", ["省委的贺信"]),
        ("。副市长白晓岚宣读了省委的贺信并作重要讲话。", ["省委的贺信"]),
    ],
)
def test_what_was_passed_on_is_found_and_split(rest: str, found: list[str]) -> None:
    assert conveyed(MET + rest) == found


def test_what_a_meeting_is_named_after_was_studied() -> None:
    assert conveyed("青禾市委召开学习贯彻省委全会精神座谈会。") == ["省委全会"]


@pytest.mark.parametrize(
    "rest",
    [
        "。他强调，要传达学习全国防汛会议精神。",
        "。他强调，要修堤。要深入学习全国防汛会议精神。",
        "。各镇都在学习全国防汛会议精神。",
        "，学习修堤。",
        "，传达学习本次会议精神。",
        "，学习研究防汛文件。",
    ],
)
def test_what_is_demanded_or_no_meeting_speech_or_document_is_none(rest: str) -> None:
    assert conveyed(MET + rest) == []


def test_the_same_thing_said_twice_is_one() -> None:
    assert conveyed(f"{MET}，传达学习全国防汛会议精神。会议学习全国防汛会议精神。") == ["全国防汛会议"]


def test_evidence_holds_what_was_conveyed() -> None:
    found = told(f"{MET}，传达学习全国防汛会议精神。")
    (one,) = found.meetings[0].conveys
    assert found.article.quote(one.evidence) == one.value
