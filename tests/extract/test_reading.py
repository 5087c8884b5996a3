"""One reading: the words of the lexicon in a text, in one scan, and its sentences."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from readings import reading

from kg.extract.reading import HARD, LEFT, NOUN, POST, SAY, SOFT, TELLING, boundary_characters

TEXTS = st.text(alphabet="罗闻白晓岚市长县委书记主任主持会议在和的强调指出高质量。！？；”\n ，、", max_size=60)


def words(text: str, classes: int) -> list[str]:
    one = reading(text)
    return [one.text[one.token_starts[index] : one.token_ends[index]] for index in one.of(classes)]


def sentences(text: str) -> list[str]:
    one = reading(text)
    return [one.text[start:end] for start, end in one.sentences]


def test_the_longest_word_at_a_place_is_the_one_that_is_read() -> None:
    assert words("县委常务副书记罗闻", POST) == ["常务副书记"]


def test_a_word_takes_up_what_others_could_begin_in() -> None:
    assert words("高质量发展", NOUN) == ["高质量", "发展"]


def test_boundary_characters_are_read_only_where_no_word_covers_them() -> None:
    one = reading("罗闻在青禾的现在进行")
    assert one.starting(2) & HARD
    assert one.ending(6) & LEFT
    assert not reading("目前").starting(1)


def test_the_tokens_hold_no_character_that_only_bounds() -> None:
    assert "的" in boundary_characters()
    assert boundary_characters()["和"] & SOFT
    assert "的" not in words("罗闻的堤坝和水", HARD | SOFT | LEFT)


def test_a_range_gives_the_words_that_start_in_it() -> None:
    one = reading("罗闻强调，白晓岚指出，韩立春表示，")
    starts = [one.token_starts[index] for index in one.of(SAY, 4, 10)]
    assert starts == [8]
    assert one.of(SAY) == [index for index in one.telling if one.token_classes[index] & SAY]


def test_sentences_end_at_their_marks_with_what_closes_a_quotation() -> None:
    assert sentences("他说：“快！”堤坝完工了。真的？！是；好") == ["他说：“快！”", "堤坝完工了。", "真的？！", "是；", "好"]


def test_a_paragraphs_end_ends_a_sentence_and_blank_ones_are_left_out() -> None:
    assert sentences("\n标题\n堤坝完工。\n") == ["标题\n", "堤坝完工。"]
    assert sentences("") == []


def test_evidence_points_at_the_text_as_it_was_written() -> None:
    one = reading("县长王　伟讲话")
    evidence = one.evidence(2, 4, "a-rule")
    assert one.article.quote(evidence) == "王　伟"
    assert evidence.rule == "a-rule"


@given(TEXTS)
def test_tokens_ascend_without_overlap_and_are_found_by_both_ends(text: str) -> None:
    one = reading(text)
    last = 0
    for index, (start, end, classes) in enumerate(zip(one.token_starts, one.token_ends, one.token_classes, strict=True)):
        assert last <= start < end <= len(one.text)
        assert (one.starts[start], one.ends[end]) == (index, index)
        assert (one.starting(start), one.ending(end)) == (classes, classes)
        assert bool(classes & TELLING) == (index in one.telling)
        last = end


@given(TEXTS)
def test_sentences_hold_everything_but_line_ends_in_order(text: str) -> None:
    one = reading(text)
    left = one.text
    for start, end in reversed(one.sentences):
        left = left[:start] + left[end:]
    assert not left.strip("\n")
