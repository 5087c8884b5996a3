"""The people of an article: whom the rules believe together, and where they are mentioned. Each rule has its own tests."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from readings import people, reading, rules

from kg.extract import officials

PIECES = st.sampled_from(
    [
        "青禾市委书记",
        "罗闻",
        "白晓岚",
        "、",
        "，",
        "。",
        "主持会议",
        "出席",
        "同志",
        "（女，回族）",
        "等县领导",
        "阿力木·买买提",
        "王\u3000伟",
        "记者",
        "：",
        "\n",
        "的",
        "和",
        "任命",
        "为县长",
        "·",
    ]
)
WRAPPED = """\
青禾市委书记罗闻昨天到青禾镇检查堤坝。他要求
各部门抓紧施工，确保汛期以前完工，副市长白
晓岚和水务局局长韩立春一同参加了检查，并在
堤坝上听取了汇报，对工程的进度表示了满意。
"""


def mentions(text: str) -> list[str]:
    one = reading(text)
    return [one.text[start:end] for start, end, _ in officials.find(one).mentions]


def test_who_is_believed_once_is_mentioned_wherever_the_name_stands() -> None:
    assert mentions("县长白晓岚讲话。会后白晓岚的话传开了。") == ["白晓岚", "白晓岚"]


def test_a_name_inside_a_longer_one_is_no_mention() -> None:
    assert mentions("县长林海出席，副县长林海峰主持会议。") == ["林海", "林海峰"]


def test_part_of_a_name_that_only_a_title_proves_gives_way_to_the_whole() -> None:
    assert people("副县长钱万贯出席。万贯同志讲话。") == ["钱万贯"]


def test_the_name_of_a_doctrine_is_no_mention() -> None:
    assert people("会议学习习近平新时代中国特色社会主义思想。") == []
    assert people("国家主席习近平讲话。会议学习习近平法治思想。") == ["习近平"]
    assert mentions("国家主席习近平讲话。会议学习习近平法治思想。") == ["习近平"]


def test_two_of_one_name_in_one_list_are_both_mentioned() -> None:
    assert mentions("副县长王明、王明出席会议。") == ["王明", "王明"]


def test_the_first_rule_that_believes_a_name_is_named() -> None:
    assert rules("县长罗闻主持会议。罗闻同志讲话。") == {"罗闻": "name-after-post"}


def test_an_official_is_printed_as_written_without_padding() -> None:
    assert people("縣長羅　聞講話。") == ["羅聞"]


def test_a_name_cut_by_the_end_of_a_line_of_a_column_is_whole() -> None:
    assert people(WRAPPED) == ["罗闻", "白晓岚", "韩立春"]


@given(st.lists(PIECES, max_size=25).map("".join))
def test_every_mention_is_of_a_believed_name_and_none_overlaps_another(text: str) -> None:
    one = reading(text)
    cast = officials.find(one)
    assert {name for _, _, name in cast.mentions} == set(cast.first)
    last = 0
    for start, end, name in cast.mentions:
        assert last <= start
        assert one.text[start:end] == name
        last = end
    for names in cast.lists:
        assert len(names) > 1
        assert names == sorted(names)


@given(st.lists(PIECES, max_size=15).map("".join))
def test_the_same_text_always_has_the_same_people(text: str) -> None:
    assert officials.find(reading(text)) == officials.find(reading(text))


def test_an_article_without_a_text_has_nobody() -> None:
    assert people("") == []
