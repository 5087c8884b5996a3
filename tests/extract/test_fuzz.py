"""Text that no editor wrote: the extractor must neither fail, nor cite what does not stand there, nor take for ever."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from kg.extract import extract
from kg.model import codec
from kg.model.dates import PartialDate
from kg.model.text import Article
from kg.model.verify import verify

WORDS = {
    "name": ["罗闻", "白晓岚", "欧阳简直", "秦岭", "任重", "王 伟", "林海\n峰", "阿力木·买买提", "司马义•铁力", "高航"],
    "post": ["青禾市委书记", "代市长", "市委副书记、市长", "副县长", "原局长", "市领导", "组长", "县长候选人"],
    "meeting": [
        "市政府第8次常务会议",
        "全市防汛工作会议",
        "会议",
        "青禾市第三届人民代表大会第二次会议",
        "座谈会",
        "电视电话会议",
    ],
    "date": [
        "3月2日",
        "2021年3月2日",
        "昨日（27日）",
        "3月2日至4日",
        "日前",
        "二〇二一年五月十二日",
        "13月40日",
        "2月30日",
        "0年0月0日",
    ],
}
PIECES = [
    "[date]，[post][name]主持召开[meeting]。",
    "[post][name]、[name]、[name]和[post][name]（女，回族）出席会议。",
    "[name]强调，各镇要认真落实《青禾市防汛办法》，确保5月底前修好堤坝；水务、应急部门必须到位。",
    "会议传达[meeting]精神，听取[name]关于堤坝的汇报，审议通过《青禾市防汛办法》。",
    "受[name]委托，[post][name]主持会议并讲话。[name]请假，应到32人，实到30人。",
    "会议要求，一要修堤，二要排水，三要值守。不得瞒报，严禁漏报！",
    "（记者[name] 通讯员[name]）",
    "[name]县长指出：“要把[meeting]精神落到实处。”",
    "会前召开了[meeting]，[name]等县领导在分会场参加。",
    "[date]，[meeting]在青禾举行，[date]闭幕。",
]
SLOT = re.compile(r"\[(\w+)\]")
JUNK = (
    "　 \n\r\t\u200b\ufeff\xa0·•‧.，。；：！？、（）《》“”‘’一二三〇0123456789月日年要会议书记"
    "⺠⼀罗罗闻闻e\u0301か\u3099ᄀ\u1161𠮷𡈽😀\x00\u2028\ue000"
)
CONTRACT = Draft202012Validator(codec.schema())

steady = settings(max_examples=100, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """Return a sentence of the genre, about people and meetings that do not exist."""
    piece = draw(st.sampled_from(PIECES))
    return SLOT.sub(lambda slot: draw(st.sampled_from(WORDS[slot[1]])), piece)


@st.composite
def spoiled(draw: st.DrawFn) -> str:
    """Return sentences of the genre that were cut, doubled, shuffled and strewn with what does not belong there."""
    text = "".join(draw(st.lists(sentences(), min_size=1, max_size=6)))
    for _ in range(draw(st.integers(0, 4))):
        start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
        part = text[start:end]
        instead = draw(
            st.one_of(
                st.just(""),
                st.just(part * 2),
                st.just("".join(character * 2 for character in part)),
                st.just("\n".join(part)),
                st.permutations(re.split(r"(?<=[，。、；])", part)).map("".join),
                st.text(JUNK, max_size=6).map(lambda junk, part=part: junk + part),
            )
        )
        text = text[:start] + instead + text[end:]
    return text


def check(text: str, published: PartialDate | None = None) -> dict[str, Any]:
    """Extract, and hold what comes out against the text and the contract."""
    extraction = extract(Article("fuzz", text, published=published))
    verify(extraction)
    row = codec.to_row(extraction)
    CONTRACT.validate(row)
    assert row["text"] == text
    return row


@steady
@given(spoiled(), st.sampled_from([None, PartialDate(2021, 3, 3), PartialDate(2020, 2, 29), PartialDate(2021, 1, 1)]))
def test_spoiled_reports_give_sound_evidence(text: str, published: PartialDate | None) -> None:
    check(text, published)


@steady
@given(st.text(JUNK, max_size=80) | st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
def test_any_characters_give_sound_evidence(text: str) -> None:
    check(text)


@settings(steady, max_examples=30)
@given(spoiled())
def test_the_same_text_gives_the_same_records(text: str) -> None:
    article = Article("fuzz", text)
    assert extract(article) == extract(article)


@pytest.mark.parametrize("text", ["", " ", "\n", "。", "\ufeff", "会议", "要", "（", "、、、", "\x00", "罗", "\u0301"])
def test_hardly_any_text_is_read_all_the_same(text: str) -> None:
    check(text)


REPEATED = {
    "one character": "会",
    "an opening bracket": "（",
    "a surname": "王",
    "a list of names": "罗闻、",
    "a list of titles": "市长、",
    "a demand": "要",
    "a date": "3月2日",
    "a line end": "\n",
    "padding": "罗 ",
    "a title and a name": "青禾市市长罗闻，",
    "a meeting": "罗闻主持召开市政府常务会议。",
    "a speech": "罗闻强调，各镇要修好堤坝；",
    "a quotation": "“要修好《办法》",
    "different names": None,
}


def repeated(unit: str | None, length: int) -> str:
    """Return the unit over and over; without one, titles before a thousand different names."""
    if unit is None:
        return "".join(f"副市长罗{chr(0x4E00 + i % 1000)}{chr(0x5000 + i % 1000)}、" for i in range(length // 7))
    return unit * (length // len(unit))


def seconds(text: str) -> float:
    """Return the least processor time of several readings, of one where that is already long."""
    taken: list[float] = []
    while len(taken) < 3 and sum(taken) < 0.5:
        start = time.process_time()
        extract(Article("fuzz", text))
        taken.append(time.process_time() - start)
    return min(taken)


@pytest.mark.parametrize("unit", [pytest.param(unit, id=name) for name, unit in REPEATED.items()])
def test_eight_times_the_text_takes_about_eight_times_as_long(unit: str | None) -> None:
    for length in (300, 3_000):
        short, long = seconds(repeated(unit, length)), seconds(repeated(unit, 8 * length))
        # Quadratic time would be 64 times as long; below two milliseconds, the clock says little.
        assert long < 20 * max(short, 0.002)
