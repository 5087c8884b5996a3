"""Of what kind a meeting is."""

from __future__ import annotations

import pytest

from kg.extract.kinds import OTHER, kind
from kg.lexicon import table, words


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("市政府第8次常务会议", "executive"),
        ("防汛座谈会", "symposium"),
        ("党组理论学习中心组集体学习", "study"),
        ("县委十届三次全会", "plenary"),
        ("全市防汛工作会议", "work"),
        ("市生态环境保护委员会第二次会议", "leading_group"),
        ("上合组织总理第十一次会议", OTHER),
        ("防汛碰头", OTHER),
        (None, OTHER),
    ],
)
def test_a_kind_is_told_by_the_words_of_the_name(name: str | None, expected: str) -> None:
    assert kind(name) == expected


def test_the_first_kind_of_the_table_counts() -> None:
    assert kind("纪念座谈会") == "commemoration"


@pytest.mark.parametrize("key", list(table("meetings")["kinds"]))
def test_every_sign_tells_its_kind_or_one_before_it(key: str) -> None:
    order = list(table("meetings")["kinds"])
    for sign in words("meetings", f"kinds.{key}"):
        assert order.index(kind(sign)) <= order.index(key)
