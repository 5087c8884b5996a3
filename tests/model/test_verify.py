from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import EvidenceError
from kg.model.records import Extraction, Official, Role
from kg.model.text import Article, Evidence, Stated
from kg.model.verify import _MIXING, bare, verify


def named(text: str, start: int, end: int, name: str) -> Extraction:
    official = Official("o1", name, (Evidence(start, end, "rule-7"),))
    return Extraction(Article("a", text), "other", None, "unknown", officials=(official,))


def test_sound_evidence_is_counted(extraction: Extraction) -> None:
    assert verify(extraction) == 29


@pytest.mark.parametrize(
    ("text", "name"),
    [("罗 闻说", "罗闻"), ("罗\n　闻说", "罗闻"), ("罗\u200b闻说", "罗闻"), ("Ａ说", "A"), ("⼀⽂说", "一文")],
)
def test_padding_width_and_radicals_make_no_difference(text: str, name: str) -> None:
    assert verify(named(text, 0, len(text) - 1, name)) == 1


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (-1, 2), (1, 4), (3, 3)])
def test_a_span_that_is_empty_or_outside_is_an_error(start: int, end: int) -> None:
    with pytest.raises(EvidenceError, match=f"a: o1 by rule-7 at {start}–{end}: the span"):
        verify(named("罗闻说", start, end, "罗闻"))


def test_a_value_longer_than_its_quote_is_an_error() -> None:
    with pytest.raises(EvidenceError, match="'罗' does not hold '罗闻'"):
        verify(named("罗闻说", 0, 1, "罗闻"))


def test_an_official_without_evidence_is_an_error() -> None:
    with pytest.raises(EvidenceError, match="a: o1 has no evidence"):
        verify(Extraction(Article("a", "罗闻"), "other", None, "unknown", officials=(Official("o1", "罗闻", ()),)))


def test_a_letter_that_a_combining_mark_changes_does_not_stand_there() -> None:
    with pytest.raises(EvidenceError):
        verify(named("e\u0301", 0, 2, "e"))


def test_every_record_is_checked(extraction: Extraction) -> None:
    wrong: dict[str, Any] = {
        "roles": (Role("r9", "o1", "省长", "incumbent", None, Evidence(0, 4, "x")),),
        "meetings": (replace(extraction.meetings[0], conveys=(Stated("全国会议", Evidence(0, 4, "x")),)),),
        "participations": (replace(extraction.participations[0], capacities=(Stated("chair", Evidence(9, 9, "x")),)),),
        "groups": (replace(extraction.groups[0], text="各县"),),
        "directives": (replace(extraction.directives[0], deadline=Stated("年底前", Evidence(0, 4, "x"))),),
    }
    for slot, records in wrong.items():
        with pytest.raises(EvidenceError):
            verify(replace(extraction, **{slot: records}))


def test_no_character_of_the_plain_blocks_acts_on_its_neighbours() -> None:
    """Characters that compose with what stands before them are the second halves of canonical decompositions."""
    everything = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]
    decomposed = (unicodedata.normalize("NFD", character) for character in everything)
    seconds = {character for text in decomposed for character in text[1:]}
    plain = [character for character in everything if not _MIXING.match(character)]
    assert len(plain) > 25_000
    for character in plain:
        first = unicodedata.normalize("NFKC", character)[0]
        assert not unicodedata.combining(first)
        assert first not in seconds


alphabet = "罗闻 \n　Ａ１ e\u0301か\u3099ｶﾞ²¨（）가ᄀ\u1161\u200b、"


@given(st.text(alphabet, min_size=1, max_size=12), st.data())
def test_the_short_way_agrees_with_the_careful_one(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    name = data.draw(st.sampled_from([text[start:end], re.sub(r"\s", "", text[start:end]), text[start + 1 : end], "e", "か"]))
    holds = bare(name) in bare(text[start:end])
    try:
        verify(named(text, start, end, name))
    except EvidenceError:
        assert not holds
    else:
        assert holds
