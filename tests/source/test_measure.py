"""How wide a column is set, and where its width changes."""

from __future__ import annotations

import pytest

from kg.source.frames import cuts
from kg.source.layout import read_layout
from kg.source.lines import read_lines
from kg.source.measure import UNKNOWN, Measure, compared, narrower
from kg.source.pieces import as_text, read_pieces

SQUEEZED = """副市长贺兰亭，市政府秘书长佟一
鸣、尉迟明、阮秋白、凌志坚、费云
龙出席会议并且就做好下一阶段
的工作提出要求，强调：“一要准，二
要快，三要实，四要严。”会议指出，
各县区要把防汛作为当前头等大
事，加密巡查水库堤坝，及时转移低
洼地带的群众，确保安全度汛。
"""

WIDE = ["各县区要把防汛作为当前头等大事加密巡查", "水库堤坝及时转移低洼地带群众确保安全度"] * 3
NARROW = ["清早的露水还没有散尽", "柳树沟村的苹果园里已"] * 3


def test_the_squeeze_makes_the_lines_of_a_column_even() -> None:
    pieces = read_pieces(read_lines(SQUEEZED))
    measure = Measure(pieces)
    widths = [measure.line(line) for line in pieces[0].lines[1:-1]]
    assert max(widths) - min(widths) < 3 < max(line.width for line in pieces[0].lines[:-1]) - 27
    assert abs(measure.column(pieces[0]) - 28) < 1


def test_lines_that_are_even_are_measured_as_they_are() -> None:
    pieces = as_text(read_pieces(read_lines("\n".join(WIDE) + "\n度汛。\n")))
    assert Measure(pieces).widths(pieces[0]) == (38, 38)


def test_two_lines_say_less_of_a_column_than_three() -> None:
    assert compared((34, 34), (35, 35)) == "as wide"
    assert compared((34, 34), (36, 36)) == "nearly as wide"
    assert compared((34, 34), (38, 38)) == "not as wide"
    assert compared((34, 34), (33, 39)) == "perhaps as wide"
    assert narrower(UNKNOWN, (33, 39)) == narrower((33, 39), UNKNOWN) == (33, 39)
    assert narrower((33, 39), (34, 34)) == (34, 34)


def test_a_block_is_cut_where_its_column_changes_its_width() -> None:
    assert list(cuts(read_lines("\n".join([*WIDE, *NARROW])))) == [6]
    assert list(cuts(read_lines("\n".join([*WIDE, "度汛。", *NARROW])))) == [7]
    assert list(cuts(read_lines("\n".join(WIDE)))) == []


@pytest.mark.parametrize(
    ("paragraph", "sets_in", "indented"),
    [
        ("会议强调，水利部门要科学调度水库", True, False),
        ("　　会议强调，水利部门要科学调度水库", True, True),
        ("会议强调，水利部门要科学调度上游水库", False, False),
    ],
)
def test_a_page_says_how_it_marks_paragraphs(paragraph: str, sets_in: bool, indented: bool) -> None:
    first = "　　本报讯各县区要把防汛作为当前大\n事，加密巡查水库堤坝，及时转移低洼带\n的群众，确保安全度汛。\n"
    rest = "，留足防洪库容，气象部门要滚动发布雨\n情预报，为指挥决策提供依据。\n"
    lines = read_lines(first + paragraph + "\n" + rest)
    layout = read_layout(lines, read_pieces(lines))
    assert layout == (True, sets_in, indented)
