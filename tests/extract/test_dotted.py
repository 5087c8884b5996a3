"""Names with dots, wherever they stand."""

from __future__ import annotations

import pytest
from readings import people


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("堤坝由阿力木·买买提江设计。", "阿力木·买买提江"),
        ("来访的伊万·彼得罗夫到了青禾。", "伊万·彼得罗夫"),
        ("来访的伊万・彼得罗夫到了青禾。", "伊万・彼得罗夫"),
        ("司马义·铁力瓦尔地到了青禾。", "司马义·铁力瓦尔地"),
    ],
)
def test_a_name_with_dots_needs_no_proof(text: str, name: str) -> None:
    assert people(text) == [name]


@pytest.mark.parametrize(
    "text", ["《安娜·卡列尼娜》出版。", "江海·阳光公司开业。", "“阿里·巴巴”号启航。", "文明·和谐·美丽", "3·15晚会", "青禾·完工"]
)
def test_a_dot_in_a_title_or_between_words_makes_no_name(text: str) -> None:
    assert people(text) == []
