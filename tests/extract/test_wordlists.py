"""The forms in which the extractors look words up."""

from __future__ import annotations

import pytest

from kg.errors import LexiconError
from kg.extract.wordlists import Lookup, characters, either, listed, longest_first, lookup, pattern, word


def test_a_list_is_a_set_its_longest_words_first_or_the_characters_it_is_made_of() -> None:
    assert listed("posts", "verbs.elected") == {"当选", "当选为"}
    assert longest_first("posts", "verbs.elected") == ("当选为", "当选")
    assert characters("posts", "verbs.elected") == {"当", "选", "为"}


def test_several_lists_are_one() -> None:
    assert listed("posts", "posts.former", "posts.seconded") == {"原", "前", "挂职"}


def test_the_longest_alternative_matches() -> None:
    found = pattern("posts", "verbs.elected").search("罗闻当选为县长")
    assert found is not None
    assert found[0] == "当选为"
    assert either("posts", "posts.seconded") == "(?:挂职)"


def test_a_list_of_one_word_is_that_word_and_any_other_is_refused() -> None:
    assert word("posts", "verbs.duty") == "职务"
    with pytest.raises(LexiconError, match=r"posts\.toml: 'verbs\.elected' holds 2 words instead of one"):
        word("posts", "verbs.elected")


def test_a_lookup_tells_the_length_of_the_longest_word_at_a_place() -> None:
    names = Lookup(["次仁", "次仁卓", "巴桑"])
    assert [names.at("次仁卓嘎巴桑", at) for at in range(7)] == [3, 0, 0, 0, 2, 0, 0]
    assert set(names.initials) == {"次", "巴"}
    assert lookup("people", "doctrines.endings").at("罗闻思想", 2) == 2
