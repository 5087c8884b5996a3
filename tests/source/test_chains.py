"""Texts that are scattered over a page, in their order again, by what a careful reader goes by."""

from __future__ import annotations

import pytest
from made_pages import wrap

from kg.model.text import Article, Page
from kg.source.defaults import Defaults
from kg.source.segment import segment

FLOOD = (
    "7月3日，市长沈怀远主持召开全市防汛工作调度会，听取水利、气象等部门汇报，安排部署当前防汛工作。",
    "沈怀远强调，各县区要把防汛作为当前头等大事，加密巡查水库堤坝，及时转移低洼地带群众，确保安全度汛。"
    "水利部门要科学调度上游三座水库，留足防洪库容；气象部门要滚动发布雨情预报。",
    "副市长贺兰亭，市政府秘书长佟一鸣出席会议。各县区主要负责同志在分会场参加会议。",
)
APPLES = (
    "清早的露水还没有散尽，石桥镇柳树沟村的苹果园里已经热闹起来。果农蔺春生踩着木梯，把一个个红透的苹果轻轻放进筐里。",
    "今年雨水匀，果子个头大，客商早早就把定金交了。蔺春生算了一笔账，二十亩果园一年能收入十几万元，比过去种玉米强得多。",
)


HEADS = "石桥镇苹果园里话丰收\n\n云河市召开防汛工作调度会\n"


def read(text: str) -> tuple[Article, ...]:
    return segment(Page("page.txt", text, "text/plain", "utf-8", "0"), "page", Defaults())


def bodies(page: str) -> list[str]:
    """Return the bodies that are found when the page's two headlines stand at its end, each without its own."""
    found = read(f"{page}\n\n{HEADS}")
    assert [article.title for article in found] == HEADS.split()[::-1]
    return ["".join(article.text.split("\n")[1:]) for article in found]


def column(paragraphs: tuple[str, ...], width: int, first: str = "") -> list[str]:
    return [
        line for number, part in enumerate(paragraphs) for line in wrap((first if not number else "") + part, width, width - 4)
    ]


@pytest.mark.parametrize("place", [3, 5, 7])
@pytest.mark.parametrize("widths", [(36, 28), (28, 36), (44, 34)])
def test_a_text_that_breaks_off_waits_for_the_column_that_completes_it(place: int, widths: tuple[int, int]) -> None:
    flood, apples = column(FLOOD, widths[0], "本报讯（记者秦岚）"), column(APPLES, widths[1])
    page = "\n\n".join("\n".join(block) for block in (flood[:place], apples, flood[place:]))
    assert bodies(page) == ["本报讯（记者秦岚）" + "".join(FLOOD), "".join(APPLES)]


def test_two_texts_that_both_break_off_get_their_own_ends() -> None:
    flood, apples = column(FLOOD, 36, "本报讯（记者秦岚）"), column(APPLES, 30)
    blocks = (flood[:6], apples[:4], flood[6:], apples[4:])
    page = "\n\n".join("\n".join(block) for block in blocks)
    assert bodies(page) == ["本报讯（记者秦岚）" + "".join(FLOOD), "".join(APPLES)]


def test_a_feature_behind_a_blank_and_in_a_narrower_column_is_no_continuation() -> None:
    flood, apples = column(FLOOD, 44, " 本报讯（记者秦岚）"), column(APPLES, 32)
    apples[0] = " " + apples[0]
    found = read("\n\n".join("\n".join(block) for block in (flood[:5], apples, flood[5:])) + "\n")
    assert len(found) == 2 and found[1].text.startswith("清早的露水")


def test_a_jump_line_stays_and_ends_its_article() -> None:
    apples = [*column(APPLES, 36)[:5], "客商早早就把定金交了， （下转四版）"]
    (first, second) = read("\n".join(apples) + "\n\n" + "\n".join(column(FLOOD, 36, "本报讯（记者秦岚）")) + "\n")
    assert first.text.endswith("（下转四版）") and second.text.startswith("本报讯")
