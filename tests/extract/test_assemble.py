"""From ranges to records of people and directives."""

from __future__ import annotations

import pytest
from tellings import told


def test_officials_are_numbered_in_the_order_of_the_text() -> None:
    found = told("副市长白晓岚、任重出席会议，市长罗闻主持会议。")
    assert [(official.id, official.name) for official in found.officials] == [("o1", "白晓岚"), ("o2", "任重"), ("o3", "罗闻")]


def test_a_bracket_tells_sex_and_ethnic_group() -> None:
    found = told("青禾市副市长白晓岚（女，回族）出席会议。").officials
    assert [(one.sex, one.ethnicity) for one in found] == [("female", "回族")]


def test_a_bracket_without_them_tells_nothing() -> None:
    found = told("青禾市副市长白晓岚（右二）出席会议。").officials
    assert [(one.sex, one.ethnicity) for one in found] == [(None, None)]


@pytest.mark.parametrize(
    ("post", "status"),
    [
        ("青禾市市长", "incumbent"),
        ("青禾市代市长", "acting"),
        ("青禾市原市长", "former"),
        ("青禾市市长候选人", "candidate"),
        ("青禾市挂职副市长", "seconded"),
        ("青禾市原水务局局长", "incumbent"),
    ],
)
def test_the_words_of_a_post_tell_its_standing(post: str, status: str) -> None:
    (role,) = told(f"{post}罗闻主持会议。").roles
    assert (role.post, role.status) == (post, status)


def test_the_body_of_a_post_is_what_stands_before_its_head() -> None:
    found = told("青禾市水务局局长罗闻主持会议，副市长白晓岚出席。").roles
    assert [role.organization for role in found] == ["青禾市水务局", None]


def test_an_attribution_is_printed_as_the_article_writes_it() -> None:
    found = told("縣委書記羅聞主持會議。羅聞強調，各鎮要修好堤壩。")
    assert [directive.attribution.value for directive in found.directives] == ["強調"]


def test_a_directive_is_of_the_meeting_told_last_before_it() -> None:
    text = "市长罗闻主持召开防汛会议。罗闻强调，要修堤。会后召开了抗旱推进会。副市长白晓岚要求，各镇要节水。"
    found = told(text)
    assert [directive.meeting for directive in found.directives] == ["m1", "m2"]


def test_a_directive_without_a_meeting_has_none() -> None:
    assert [directive.meeting for directive in told("市长罗闻强调，各镇要修堤。").directives] == [None]
