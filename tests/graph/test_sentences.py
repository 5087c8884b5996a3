"""Which sentence is quoted for what."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.graph.sentences import Sentences

TEXT = "  会议指出，形势严峻。\n市长强调：“要快！”水务局负责；\n　　各镇配合"


def quoted(words: str) -> str:
    start = TEXT.index(words)
    span = Sentences(TEXT).around(start, start + len(words))
    return TEXT[span.start : span.end]


def test_a_sentence_ends_with_its_mark_and_begins_without_indent() -> None:
    assert quoted("形势") == "会议指出，形势严峻。"
    assert quoted("各镇") == "各镇配合"


def test_a_closing_quotation_mark_belongs_to_its_sentence() -> None:
    assert quoted("要快") == "市长强调：“要快！”"
    assert quoted("水务局") == "水务局负责；"


def test_what_runs_over_two_sentences_is_quoted_with_both() -> None:
    assert quoted("形势严峻。\n市长") == "会议指出，形势严峻。\n市长强调：“要快！”"


@given(st.text("会议。！；\n 　”a", min_size=1), st.data())
def test_the_quote_always_holds_what_it_is_quoted_for(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Sentences(text).around(start, end)
    assert 0 <= span.start <= start < end <= span.end <= len(text)
