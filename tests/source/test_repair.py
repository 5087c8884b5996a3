"""What printing did to a line, undone; and what only looks like it, left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.source.repair import fold, repair


def read(raw: str, after_doubled: bool = False) -> str:
    return "".join(run.text for run in repair(raw, 0, after_doubled))


@pytest.mark.parametrize(
    ("raw", "reads"),
    [
        ("图②图②20192019年年88月桥梁合龙前月桥梁合龙前4040", "图②2019年8月桥梁合龙前40"),
        ("20212021 年年 99 月新校舍全部建成月新校舍全部建成", "2021年9月新校舍全部建成"),
        ("赵赵德德山山老人走进会场", "赵德山老人走进会场"),
        ("⻓江边的⼈⺠医院⻰头⼭", "长江边的人民医院龙头山"),
        ("２０２１年７月ＡＢ座", "2021年7月AB座"),
        ("阿依古丽•买买提、扎西‧次仁", "阿依古丽·买买提、扎西·次仁"),
        ("市 委 召 开 会 议", "市委召开会议"),
        ("王　伟、李小明、张 丽", "王伟、李小明、张丽"),
        ("\ufeff　　本报讯\x07（记者秦岚）", "本报讯（记者秦岚）"),
        ("山上栽树　山下种果", "山上栽树 山下种果"),
    ],
)
def test_a_line_reads_as_it_was_written(raw: str, reads: str) -> None:
    assert read(raw) == reads


@pytest.mark.parametrize(
    "raw", ["红红火火", "时时处处事事作表率", "记者 秦岚 摄影", "體育館裡的會議", "各县（市、区）,1-4月", "家家户户"]
)
def test_what_a_writer_wrote_stays(raw: str) -> None:
    assert read(raw) == raw


def test_a_short_line_is_doubled_only_after_one_that_is() -> None:
    assert (read("房房。。"), read("协主协主")) == ("房。", "协主协主")
    assert read("协主协主", after_doubled=True) == "协主"


@given(st.text(max_size=60))
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(alphabet="甲乙丙丁ab12 　。，⺠１•\ufeff\x07", max_size=40), st.integers(0, 50))
def test_every_character_stands_where_its_run_says(raw: str, offset: int) -> None:
    for run in repair(raw, offset):
        assert run.text and offset <= run.start < run.end <= offset + len(raw)
        if len(run.text) == run.end - run.start:
            assert fold(raw)[run.start - offset : run.end - offset] == run.text or run.text == " "
