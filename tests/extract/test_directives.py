"""Directives: whose words a sentence is, whether it orders anything, whom, and until when."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract import directives
from kg.extract.directives import Told
from kg.extract.modality import Modals
from kg.extract.officials import Cast, Mention
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
    return reading, directives.find(reading, cast)


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
    assert not [modal for modal in Modals(f"甲{word}").found if modal.firm]


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
