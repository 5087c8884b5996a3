"""Clauses: the marks that end them, and marks that stand in brackets."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.extract.clauses import MARKS, clause_end, clause_end_outside, clause_start

TEXTS = st.text("罗闻修堤，。；：！？\n《》“”‘’（）", max_size=30)


def test_a_clause_reaches_from_one_mark_to_the_next() -> None:
    text = "罗闻主持会议，白晓岚出席。"
    assert text[clause_start(text, 0, 9) : clause_end(text, 9, len(text))] == "白晓岚出席"


def test_a_clause_begins_at_the_earliest_where_the_sentence_does() -> None:
    assert clause_start("罗闻主持会议", 2, 5) == 2


def test_marks_in_titles_and_quotations_end_no_clause() -> None:
    text = "审议《堤坝，水闸办法》和“一坝，两闸”方案，研究排水"
    assert text[: clause_end_outside(text, 0, len(text))] == "审议《堤坝，水闸办法》和“一坝，两闸”方案"


def test_a_bracket_that_nothing_opened_hides_no_mark() -> None:
    assert clause_end_outside("修堤》，排水", 0, 6) == 3


@given(TEXTS, st.data())
def test_what_is_found_is_a_mark_or_the_end(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    for end in (clause_end(text, at, len(text)), clause_end_outside(text, at, len(text))):
        assert at <= end <= len(text)
        assert end == len(text) or text[end] in MARKS
    start = clause_start(text, 0, at)
    assert not MARKS & set(text[start:at])
    assert start == 0 or text[start - 1] in MARKS
