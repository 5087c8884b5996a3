"""Places: the homes of papers, and what a name could be taken for."""

from __future__ import annotations

from kg.extract.places import homes, plain


def test_a_home_has_its_name_with_the_word_for_its_level_and_without() -> None:
    assert {"吉林省", "吉林", "白城市", "白城", "兴安盟", "兴安", "阿里地区", "阿里"} <= homes()
    assert "延边朝鲜族" not in homes()


def test_places_that_a_name_could_be_taken_for_have_two_characters_or_more_and_no_level() -> None:
    assert {"吉林", "法国"} <= set(plain())
    assert "吉林省" not in plain()
    assert all(len(place) > 1 for place in plain())
    assert list(plain()) == sorted(set(plain()))
