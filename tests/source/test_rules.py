"""The patterns of ``pages.toml`` hold what their own examples say."""

from __future__ import annotations

import pytest

from kg.errors import LexiconError
from kg.lexicon import table
from kg.source.lines import read_lines
from kg.source.masthead import split_masthead
from kg.source.rules import SHAPES, compiled, marks, shape


@pytest.mark.parametrize("entry", SHAPES)
def test_a_pattern_finds_its_examples_and_nothing_else(entry: str) -> None:
    examples = table("pages")[entry]
    assert [text for text in examples["yes"] if not shape(entry).search(text)] == []
    assert [text for text in examples["no"] if shape(entry).search(text)] == []


def test_the_masthead_is_known_by_its_examples() -> None:
    examples = table("pages")["masthead"]
    assert [text for text in examples["yes"] if split_masthead(read_lines(text)).lines] == []
    assert [text for text in examples["no"] if not split_masthead(read_lines(text)).lines] == []


def test_what_the_table_lacks_is_named() -> None:
    with pytest.raises(LexiconError, match=r"pages.toml: no string 'lead.nothing'"):
        compiled("lead.nothing")
    with pytest.raises(LexiconError, match=r"punctuation\.nothing"):
        marks("nothing")
