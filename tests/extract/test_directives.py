"""Directives: whose words a sentence is, whether it orders anything, whom, and until when."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract import directives, speech
from kg.extract.cast import Cast, Mention
from kg.extract.cues import Cues
from kg.extract.directives import Told
from kg.extract.reading import Reading
from kg.extract.wording import deadline
from kg.lexicon import table, words
from kg.model.text import Article

EXAMPLES: list[dict[str, Any]] = table("directives")["examples"]
NAMES = ("李大海", "王小明")


def read(text: str, names: tuple[str, ...] = NAMES) -> tuple[Reading, list[Told]]:
    """Read a text in which only ``names`` are people, so that no rule for names has a say."""
    reading, cast = Reading(Article("a", text)), Cast()
    for name in names:
        at = reading.text.find(name)
        if at >= 0:
            cast.believe(reading.text, at, at + len(name), "test")
        while at >= 0:
            cast.mentions.append(Mention(at, at + len(name), name))
            at = reading.text.find(name, at + 1)
    cast.mentions.sort()
    return reading, directives.find(reading, speech.find(reading, cast))


def only(text: str) -> Told:
    (told,) = read(text)[1]
    return told


@pytest.mark.parametrize("example", EXAMPLES, ids=[example["text"][:30] for example in EXAMPLES])
def test_the_examples_of_the_table_hold(example: dict[str, Any]) -> None:
    reading, found = read(example["text"], tuple(example["names"].split()))
    assert [f"{told.issuer or '会议'}：{reading.text[told.start : told.end]}" for told in found] == example["told"]
    assert [reading.text[start:end] for told in found for start, end in told.addressees] == example["addressees"]


def test_no_list_of_the_table_holds_a_word_twice() -> None:
    for section, entries in table("directives").items():
        for entry in entries if isinstance(entries, dict) else ():
            assert words("directives", f"{section}.{entry}")


@pytest.mark.parametrize(
    ("said", "modality"),
    [
        ("会议强调，要抓好落实。", "require"),
        ("会议强调，必须抓好落实。", "must"),
        ("会议强调，严禁瞒报。", "forbid"),
        ("会议要求，确保万无一失。", "ensure"),
        ("李大海指出，希望各有关部门早作准备。", "hope"),
        ("会议号召，全体党员走在前列。", "urge"),
        ("会议决定，成立县防汛专班。", "decide"),
    ],
)
def test_the_first_modal_or_the_verb_of_the_block_gives_the_modality(said: str, modality: str) -> None:
    assert only(said).modality == modality


@pytest.mark.parametrize("word", words("directives", "modals.none"))
def test_what_only_looks_like_a_modal_is_none(word: str) -> None:
    assert not [modal for modal in Cues(f"甲{word}").modals(0, len(word) + 1) if modal.firm]


@pytest.mark.parametrize(
    ("said", "modality"),
    [("要强化值守。", "require"), ("要不断巩固成果。", "require"), ("要紧盯隐患。", "require"), ("各组还要求得谅解。", None)],
)
def test_a_verb_behind_a_modal_does_not_hide_it(said: str, modality: str | None) -> None:
    found = Cues(said).modals(0, len(said))
    assert (found[0].modality if found else None) == modality


@pytest.mark.parametrize("verb", ["要求", "强调", "指出"])
def test_a_name_that_ends_like_a_modal_leaves_the_verb_alone(verb: str) -> None:
    assert [said.verb for said in Cues(f"周正{verb}，必须抓好落实。").said] == [verb]


@pytest.mark.parametrize(
    ("text", "rule", "addressees"),
    [
        ("会议要求，青河水电站的闸门，本月底前全部检修一遍。", "directive-with-deadline", []),
        ("会议强调，第一，要守住渡口。第二，渡口责任到人。", "directive-modal", []),
        ("李大海讲了三点意见。第一，渡口有人守。", "directive-numbered", []),
        ("李大海说：“县水务局明天就派工程队。”", "directive-soon", []),
        ("会议决定，青河大桥由县交通局牵头修复，沿岸各村配合。", "directive-with-actor", ["县交通局", "沿岸各村"]),
        ("会议要求，县环保局会同县水务局、县公安局拿出方案。", "directive-with-actor", ["县环保局", "县水务局", "县公安局"]),
        ("会议强调，护林员清明假期不得离岗。", "directive-modal", ["护林员"]),
        ("会议强调，欠账的党员干部，腊月二十前必须还清。", "directive-modal", ["欠账的党员干部"]),
        ("会议强调，基层党组织担起责任。", "directive-with-actor", ["基层党组织"]),
        ("会议要求，渡口要封闭，对擅自开船的，就地停航。", "directive-modal", []),
    ],
)
def test_an_order_tells_its_rule_and_who_is_to_act(text: str, rule: str, addressees: list[str]) -> None:
    reading, (told, *_) = read(text)
    assert told.rule == rule
    assert [reading.text[start:end] for start, end in told.addressees] == addressees


@pytest.mark.parametrize(
    "text",
    [
        "李大海说，办法草案遵循以下原则：一是坚持因地制宜；二是坚持民主议事；三是加强监督。",
        "会议指出，过去一年，一是修通了渡口；二是加强管护，保持水质；三是推动分类，提高实效。",
        "会议决定，免征渡口停泊费。",
        "李大海指出，守护青河，就是要让孩子们下河能游泳。",
        "会议指出，除夕将至，要向守夜的护林员致以问候。",
        "一些委员建议，要尽快修桥。要加固堤岸。",
        "李大海主持召开会议，听取汇报，要求抓好春灌；要求推动水价稳定。",
        "《青河规划》公布。报告提出，要保护渡口。",
        "李大海介绍，堤岸还在修。县水务局要求，村民要远离河道。",
    ],
)
def test_what_is_no_demand_of_the_speaker_is_none(text: str) -> None:
    assert read(text)[1] == []


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        ("“周三修不好，水费先别收。”王小明把账本合上。他要求，物业公司两天内出告示。", ["王小明", "王小明"]),
        ("李大海委员：要让渔民上岸。", ["李大海"]),
        ("李大海在批示中要求，各渡口要停航检修。", ["李大海"]),
        ("李大海在安排工作时提出，各村必须巡堤。", ["李大海"]),
        ("李大海对今年的任务作了部署：加快修桥进度；加强渡口管理。", ["李大海", "李大海"]),
        ("他当场宣布：成立由李大海任组长的专班。", []),
        ("王小明主持会议。他当场宣布：成立修桥专班。", ["王小明"]),
        ("会议认为，一要多修渡口。放宽准入，鼓励村民入股。渡口是命脉。", [None, None]),
    ],
)
def test_the_speaker_is_found_where_the_words_are_attributed_in_another_way(text: str, issuers: list[str | None]) -> None:
    assert [told.issuer for told in read(text)[1]] == issuers


def test_the_attribution_is_the_speaker_and_the_verb() -> None:
    reading, (first, second) = read("县长李大海最后强调，要快。要稳。要准。")[0], read("县长李大海最后强调，要抓快。要抓稳。")[1]
    start, end, verb = first.attribution
    assert (reading.text[start:end], verb) == ("李大海最后强调", "强调")
    assert second.attribution == first.attribution


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("必须在5月底前腾出", "5月底前"),
        ("12月5日前报市安委办", "12月5日前"),
        ("须于本月底前完成", "本月底前"),
        ("要在三天内召开", "三天内"),
        ("年内必须见到成效", "年内"),
        ("春节前必须拿出方案", "春节前"),
        ("在四个月内给出答复", "四个月内"),
        ("当前要抓好国内市场", None),
    ],
)
def test_a_deadline_is_found_where_one_is_set(text: str, until: str | None) -> None:
    found = deadline(text, 0, len(text))
    assert (text[slice(*found)] if found else None) == until


def test_cited_documents_are_titles_and_numbers() -> None:
    reading, (told,) = read("会议要求，要落实《防汛办法》和县政发〔2020〕5号文件。")
    titled, numbered = (reading.text[start:end] for start, end in told.documents)
    assert titled == "《防汛办法》"
    assert numbered.endswith("〔2020〕5号")


def test_what_the_meeting_asks_for_is_no_speech_as_an_object() -> None:
    text = "会议指出，省里作了部署。各县（区）、市直各部门要把会议要求同本地实际结合起来。"
    (order,) = read(text)[1]
    assert text[order.start : order.end] == "各县（区）、市直各部门要把会议要求同本地实际结合起来。"


def test_a_new_paragraph_with_another_subject_ends_the_speech() -> None:
    text = "会议强调，要抓好落实。\n落实会议要求，各县建立了台账。各村要定期接受检查。"
    assert len(read(text)[1]) == 1


WORDS = (
    "李大海 王小明 会议 他 强调 要求 希望 说 提出三点要求 要 必须 不得 各部门 县水务局 、 ， 。 ； ： “ ” "
    "一是 加强 （ ） 《 》 的 了 是 对 5月底前"
)
PIECES = st.sampled_from([*WORDS.split(" "), "\n"])


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_whatever_is_read_every_range_lies_in_the_text_and_in_its_sentence(text: str) -> None:
    reading, found = read(text)
    for told in found:
        assert 0 <= told.start < told.end <= len(reading.text)
        assert told.attribution[0] < told.attribution[1] <= len(reading.text)
        assert all(left < right for left, right in told.addressees)
        assert told.issuer is None or told.issuer in NAMES
    assert [told.start for told in found] == sorted(told.start for told in found)


def test_all_and_the_list_of_some_that_are_meant_above_all_are_told_apart() -> None:
    text = "李大海强调，全县各级党委政府特别是青禾镇、白桥镇党委政府要守住堤坝。"
    reading, told = read(text)
    assert [reading.text[start:end] for start, end in told[0].addressees] == ["全县各级党委政府", "青禾镇、白桥镇党委政府"]


def test_all_and_one_group_that_is_meant_above_all_stay_one_addressee() -> None:
    reading, told = read("李大海强调，全县党员干部特别是领导干部要守住堤坝。")
    assert [reading.text[start:end] for start, end in told[0].addressees] == ["全县党员干部特别是领导干部"]
