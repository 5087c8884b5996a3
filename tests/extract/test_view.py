"""The view of a text: one script, one width, no padding and no wraps, and a way back for every character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.view import make_view

TEXTS = st.text(alphabet="罗闻白晓岚市长。，（）,(:•・廣東⺠⼀０１\n\r\t 　\u200b\ufeff\x85", max_size=60)
WRAPPED = """\
青禾市委书记罗闻昨天到青禾镇检查堤坝。他要求
各部门抓紧施工，确保汛期以前完工，副市长白
晓岚和水务局局长韩立春一同参加了检查，并在
堤坝上听取了汇报，对工程的进度表示了满意。
"""


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("廣東省長", "广东省长"),
        ("⺠主⼀心", "民主一心"),
        ("会议(扩大)开始,结束!", "会议（扩大）开始，结束！"),
        ("２０２１年", "2021年"),
        ("司马义•铁力", "司马义·铁力"),
        ("阿里・买买提", "阿里·买买提"),
        ("罗\u200b闻", "罗闻"),
        ("罗　闻", "罗闻"),
        ("", ""),
    ],
)
def test_a_text_is_seen_in_one_script_and_one_width_without_padding(text: str, seen: str) -> None:
    assert make_view(text).text == seen


def test_a_line_end_in_a_column_of_one_width_is_left_out_even_inside_a_name() -> None:
    assert "副市长白晓岚和" in make_view(WRAPPED).text


def test_a_line_end_between_short_lines_is_a_paragraphs_end() -> None:
    assert make_view("青禾新闻\n堤坝完工。\n罗闻讲话。").text == "青禾新闻\n堤坝完工。\n罗闻讲话。"


def test_headlines_between_long_paragraphs_are_no_column() -> None:
    headline, paragraph = "青禾市防汛工作会议在市委党校召开", "市长罗闻主持会议并讲话，要求各部门抓紧施工，确保汛期以前完工。" * 4
    text = f"{headline}\n{paragraph}\n" * 5
    assert make_view(text).text.count("\n") == text.count("\n")


def test_an_indented_line_in_a_column_begins_a_paragraph() -> None:
    text = WRAPPED.replace("\n晓岚", "\n　　晓岚")
    assert "\n晓岚" in make_view(text).text


def test_padding_is_remembered_as_a_gap() -> None:
    view = make_view("王　伟 李白云")
    assert (view.text, view.gaps) == ("王伟李白云", {1, 2})


def test_a_range_of_the_view_is_the_texts_range_with_what_was_left_out() -> None:
    view = make_view("县长王　伟，")
    assert view.span(2, 4) == (2, 5)
    assert view.span(2, 3) == (2, 3)


@given(TEXTS)
def test_every_character_of_the_view_leads_back_to_the_one_it_was_made_of(text: str) -> None:
    view = make_view(text)
    for position, character in enumerate(view.text):
        start, end = view.span(position, position + 1)
        assert end == start + 1
        assert make_view(text[start:end]).text == character


@given(TEXTS)
def test_positions_ascend_and_nothing_but_white_space_is_left_out(text: str) -> None:
    view = make_view(text)
    origins = [view.origin(position) for position in range(len(view.text))]
    assert origins == sorted(set(origins))
    left_out = set(range(len(text))) - set(origins)
    assert all(text[at].isspace() or text[at] in "\u200b\ufeff" for at in left_out)


@given(TEXTS)
def test_the_view_of_a_view_is_itself(text: str) -> None:
    seen = make_view(text).text
    assert make_view(seen).text == seen
