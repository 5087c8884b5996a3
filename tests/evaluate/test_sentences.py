from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.evaluate.sentences import sentence_around, sentence_with, sentences

TEXT = "罗闻主持会议。他说：“堤坝要\n修好。”各镇；白晓岚"


def test_a_sentence_ends_with_its_closing_quotation_mark() -> None:
    assert [TEXT[start:end] for start, end in sentences(TEXT)] == ["罗闻主持会议。", "他说：“堤坝要\n修好。”", "各镇；", "白晓岚"]


def test_a_span_over_two_sentences_gives_both_on_one_line() -> None:
    assert sentence_around(TEXT, 5, 9) == "罗闻主持会议。他说：“堤坝要 修好。”"
    assert sentence_around(TEXT, 99, 100) is None


def test_words_are_found_over_a_line_end_and_most_of_them_decide() -> None:
    assert sentence_with(TEXT, ["堤坝要修好"]) == "他说：“堤坝要 修好。”"
    assert sentence_with(TEXT, ["罗闻", "会议"]) == "罗闻主持会议。"
    assert sentence_with(TEXT, ["高岩", ""]) is None


@given(st.text("各镇。！；”\n ", max_size=20))
def test_sentences_cover_all_that_is_not_blank(text: str) -> None:
    assert "".join("".join(text[a:b].split()) for a, b in sentences(text)) == "".join(text.split())
